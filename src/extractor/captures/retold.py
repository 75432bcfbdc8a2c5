"""On whose word something is told that the narrator only names: «la prise de X, annoncée par Y»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.cues import cue_words
from extractor.captures.rebuffs import relative_before
from extractor.captures.speakers import agent_of
from extractor.captures.verb_group import group
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def tells_of_noun(verb: Token) -> bool:
    """«la prise de X, **que les rebelles ont annoncée**», «…, **annoncée par les rebelles**».

    Args:
        verb: A verb of saying.
    """
    after = tokens_of(verb.doc)[verb.i + 1 : verb.i + 2]
    if relative_before(verb) is not None:
        return not any(
            token.lower_ in ("que", "qu'", "avoir", "être") or token.pos_ == "VERB" for token in after
        )
    return _is_told_by(verb)


def _is_told_by(participle: Token) -> bool:
    """«…, **annoncée** par les rebelles»: a bare participle behind a comma, with who does so."""
    start = sentence_of(participle).start
    bare = "VerbForm=Part" in str(participle.morph) and group(participle)[0] == participle
    told = bare and participle.i > start and participle.nbor(-1).text == ","
    return told and agent_of(participle) is not None


def is_spread(participle: Token) -> bool:
    """«l'annonce, **faite** mardi par les rebelles, de …», «la chute de X, **donnée** pour acquise par Y».

    Args:
        participle: A word that may be such a participle.
    """
    if participle.lemma_ not in cue_words("verbs", "spread") or not _is_told_by(participle):
        return False
    noun = participle.nbor(-2) if participle.i > sentence_of(participle).start + 1 else participle
    said = noun.lemma_.lower() in cue_words("nouns", "said")
    return said or participle.nbor(1).lower_ in ("pour", "comme")
