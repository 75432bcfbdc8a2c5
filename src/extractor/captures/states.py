"""Whether a trigger tells of a state, and whether that state is new or over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import is_finite
from extractor.captures.cues import cue_words
from extractor.captures.voice import auxiliaries, is_participle
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINCE = 16  # tokens from a state to its beginning
_NOT = {"pas", "ni"}
_LONG = {"des", "longtemps", "plusieurs", "toujours"}
_NEGATION = 5  # tokens between «ne … plus» and the trigger


def is_state(verb: Token) -> bool:
    """«occupaient», «est occupée», «occupée depuis mars»: a state, not a change.

    Present and imperfect tell of one, a bare participle with «depuis».

    Args:
        verb: The trigger.
    """
    forms = [*auxiliaries(verb), verb]
    if any(form.lemma_ == "avoir" or form.lower_ == "été" for form in forms):
        return False
    if forms == [verb] and is_participle(verb):
        return is_new(verb)
    return "Tense=Pres" in str(forms[0].morph) or "Tense=Imp" in str(forms[0].morph)


def is_new(token: Token) -> bool:
    """«aux mains de Y **depuis midi**», «**désormais** sous la loi de Y»: the state began of late.

    Args:
        token: The trigger.
    """
    sentence, doc = sentence_of(token), token.doc
    before = {other.lower_ for other in tokens_of(doc)[max(sentence.start, token.i - _NEGATION) : token.i]}
    if before & (cue_words("adverbs", "still") | _NOT):
        return False
    for other in tokens_of(doc)[token.i + 1 : min(token.i + _SINCE, sentence.end - 1)]:
        if other.text in (";", ",") or is_finite(other):
            break
        if other.lower_ == "depuis":
            following = doc[other.i + 1]
            return following.lower_ not in _LONG and (following.like_num or following.pos_ != "ADV")
    if token.i + 1 < sentence.end and not before & {"ne", "n'"}:
        before.add(doc[token.i + 1].lower_)  # «échappe **désormais** à»
    return bool(before & cue_words("adverbs", "now"))


def is_over(token: Token) -> bool:
    """«n'est **plus** aux mains de», «a **cessé** d'appartenir à»: a state that has ended.

    Args:
        token: The trigger.
    """
    begin = max(sentence_of(token).start, token.i - _NEGATION)
    begin = max([begin, *(other.i for other in tokens_of(token.doc)[begin : token.i] if other.is_punct)])
    above = [token.head] if token.head.i >= begin else []
    words = {child.lower_ for node in (token, *auxiliaries(token), *above) for child in node.children}
    words |= {other.lower_ for other in tokens_of(token.doc)[begin : token.i]}
    return "plus" in words and bool({"ne", "n'"} & words)
