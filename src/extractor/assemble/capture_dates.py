"""Which of a sentence's dates is the date of a capture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span, Token

    from extractor.calendar import Interval

_BESIDE = 3


def capture_date(
    trigger: Token, filler: dict[str, Any], cues: Sequence[int], dates: Mapping[int, Interval]
) -> Interval | None:
    """The date that belongs to a trigger: of its own clause first, else of the verb of saying.

    Args:
        trigger: The trigger.
        filler: The place, as plain values of `extractor.captures.fillers.Filler`.
        cues: Tokens that governed the status: dates on them are of the saying.
        dates: Resolved date expressions by their offset.
    """
    spans = [
        span
        for span in trigger.doc.spans.get("dates", ())
        if span.sent == trigger.sent and _offset(span) in dates
    ]
    if not spans:
        return None
    best = min(spans, key=lambda span: (_rank(span, trigger, filler, cues), abs(span.start - trigger.i)))
    return dates[_offset(best)] if _rank(best, trigger, filler, cues) < _FOREIGN else None


_FOREIGN = 4


def _offset(span: Span) -> int:
    return int(span._.expression["start"])


def _rank(span: Span, trigger: Token, filler: dict[str, Any], cues: Sequence[int]) -> int:
    """0 beside the place or in the trigger's own clause, up to `_FOREIGN` for a date of another verb."""
    if 0 <= span.start - filler["end"] < _BESIDE and not _verb_between(trigger, filler["end"], span.start):
        return 0
    if _closer_trigger(span, trigger):
        return _FOREIGN
    head = span.root
    for ancestor in [head, *head.ancestors]:
        if ancestor.i == trigger.i:
            return 1
        if ancestor.i in cues:
            return 3
        if ancestor.pos_ == "VERB" and ancestor is not head:
            governs = ancestor in trigger.ancestors
            return 2 if governs or trigger in ancestor.ancestors else _FOREIGN
    return 2


def _closer_trigger(span: Span, trigger: Token) -> bool:
    """Whether another capture stands between a trigger and a date: the date is that one's."""
    first, last = sorted((span.start, trigger.i))
    return any(first < other.start < last for other in trigger.doc.spans["captures"])


def _verb_between(trigger: Token, start: int, end: int) -> bool:
    return any(token.pos_ == "VERB" for token in trigger.doc[start:end])
