"""Whether who holds a town is told as news: that it began, how long it lasted, or that it is claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.captures.cues import cue_words
from extractor.captures.fillers import FIRST_PERSON
from extractor.captures.verb_group import helpers, is_compound
from extractor.sentences import block_around, sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extractor.calendar import Interval

_SAYING = ("claim", "say")
_AGAIN = {"maintenant", "nouveau", "nouveaux"}


def begins(span: Span, date: Interval | None) -> bool:
    """«désormais aux mains de», «depuis 2014»: a state that tells when it began, or how long it lasted.

    Args:
        span: The trigger.
        date: The date that belongs to it.
    """
    taker = span._.frame["taker"]
    claimed = taker is not None and span.doc[taker["start"]].lower_ in FIRST_PERSON
    words = clause_words(span)
    lasted = cue_words("adverbs", "lasted") & words or _is_measured(span)
    if taker is not None and is_compound(span[0]) and lasted:
        return True  # «ont tenu X pendant six mois», «l'avaient tenue trois mois»
    new = bool((cue_words("adverbs", "now") | _AGAIN) & words)
    return claimed or date is not None or in_title(span) or new


def _is_measured(span: Span) -> bool:
    """Whether a number of days, weeks, months or years follows a verb in its clause, or its object."""
    times = cue_words("nouns", "measure")
    for number in span.doc.spans.get("numbers", ()):
        between = tokens_of(span.doc)[span.end : number.start]
        if number.start >= span.end and not any(token.is_punct or token.pos_ == "VERB" for token in between):
            return number[-1].lower_ in times
    return False


def boasts(span: Span, statement: dict[str, Any]) -> bool:
    """«Les rebelles **affirment** contrôler X», «X **serait** aux mains de Y»: what is claimed is new.

    Args:
        span: The trigger.
        statement: How it is stated, as plain values.
    """
    taker, source = span._.frame["taker"], statement["source"]
    if taker is None or statement["negated"]:
        return False
    if statement["modality"] == "hearsay":
        return True
    own = source is not None and source[0] <= taker["start"] < source[1] + 1
    return statement["attitude"] in _SAYING and (own or _is_predicate(span[0]))


def _is_predicate(token: Token) -> bool:
    """«X **est aux mains** de Y», «Y **tient** X»: not «le dernier secteur aux mains de Y»."""
    if token.pos_ in ("VERB", "AUX"):
        finite = any("VerbForm=Fin" in str(verb.morph) for verb in (token, *helpers(token)))
        return token.dep_ not in ("acl", "acl:relcl") and finite
    return any(child.dep_ == "cop" for child in token.children) or token.head.lemma_ in ("être", "trouver")


def clause_words(span: Span) -> set[str]:
    """Words around a trigger, without crossing a comma or another clause's end.

    Args:
        span: The trigger.
    """
    sentence = sentence_of(span[0])
    start = next(
        (t.i for t in reversed(tokens_of(span.doc)[sentence.start : span.start]) if t.is_punct),
        sentence.start,
    )
    end = next((t.i for t in tokens_of(span.doc)[span.end : sentence.end] if t.is_punct), sentence.end)
    return {token.lower_ for token in tokens_of(span.doc)[start:end]}


def in_title(span: Span) -> bool:
    """Whether a trigger stands in a title.

    Args:
        span: The trigger.
    """
    return block_around(span[0], "title") is not None
