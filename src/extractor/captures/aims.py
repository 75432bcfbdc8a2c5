"""What is yet to come, by its words: the way to what is wanted now, what is a question of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import is_finite, main_verb_of
from extractor.captures.cue_classes import cue_class
from extractor.captures.cues import cue_words
from extractor.captures.verb_group import helpers, is_irreal
from extractor.captures.voice import looks_like_participle
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 16  # tokens from the noun to its predicate
_ONCE = 6  # tokens: «une fois la ville de X **prise**»


def aim_of(gerund: Token) -> Token | None:
    """«En prenant X, ils **veulent** couper la route»: what is wanted has not happened, nor has its way.

    Args:
        gerund: The gerund.
    """
    main = main_verb_of(gerund)
    if main is None or main.i < gerund.i or cue_class(main) != "plan":
        return None
    return main if "Tense=Pres" in str(main.morph) or is_irreal(main) else None


def term_of(noun: Token) -> Token | None:
    """«la prise de X n'est plus qu'une **question** de jours», wherever the tree hangs it.

    Args:
        noun: A nominal trigger.
    """
    after, verbs = tokens_of(noun.doc)[noun.i + 1 : min(noun.i + _REACH, sentence_of(noun).end - 1)], 0
    for token in after:
        verbs += token.lemma_ == "être" or is_finite(token)
        if token.lower_ in ("question", "affaire") and token.nbor(1).lower_ in ("de", "d'"):
            return token if verbs == 1 else None
    return None


def is_described(noun: Token, name: str) -> bool:
    """«la chute **imminente** de X», «une **éventuelle** prise de X», «la prise **présumée** de X».

    Args:
        noun: A nominal trigger.
        name: A class of adjectives in ``cues.toml``: ``to_come``, ``doubtful``.
    """
    words, end = cue_words("adjectives", name), sentence_of(noun).end
    beside = tokens_of(noun.doc)[max(noun.i - 1, sentence_of(noun).start) : min(noun.i + 2, end)]
    return any(
        words & {word.lemma_.lower(), word.lower_, word.lower_.rstrip("s").removesuffix("e")}
        for word in beside
    )


def is_before_what_comes(infinitive: Token) -> bool:
    """«avant de prendre X, ils **devront** …»: what is told has not happened, so neither has this.

    Args:
        infinitive: The infinitive after «avant de».
    """
    finite = [token for token in infinitive.sent if "VerbForm=Fin" in str(token.morph)]
    return any("Tense=Fut" in str(token.morph) or "Mood=Cnd" in str(token.morph) for token in finite)


def is_set_out_for(noun: Token) -> bool:
    """«**lancés** à la conquête de X», «**partir** à la reconquête de X»: where they mean to go.

    Args:
        noun: The noun of the capture, behind «à».
    """
    before = tokens_of(noun.doc)[max(sentence_of(noun).start, noun.i - 4) : noun.i]
    return any(token.lemma_ in cue_words("verbs", "set_out") for token in before)


def is_once_done(participle: Token) -> bool:
    """«**Une fois** X prise, les rebelles **marcheront** …»: told of what is to come.

    Args:
        participle: A participle without auxiliary, or another verb.
    """
    before = tokens_of(participle.doc)[
        max(sentence_of(participle).start, participle.i - _ONCE) : participle.i
    ]
    once = any(token.lower_ == "fois" and token.i and token.nbor(-1).lower_ == "une" for token in before)
    bare = looks_like_participle(participle) and not helpers(participle)
    return once and bare and is_before_what_comes(participle)
