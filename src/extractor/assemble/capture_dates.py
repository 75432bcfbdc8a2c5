"""Which of a sentence's dates is the date of a capture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.records import CAPTURE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span, Token

    from extractor.calendar import Interval

_BESIDE = 3


def capture_date(
    trigger: Token,
    filler: dict[str, Any],
    frame: dict[str, Any],
    cues: Sequence[int],
    dates: Mapping[int, Interval],
) -> tuple[Interval | None, bool]:
    """The date that belongs to a trigger, and whether it is its own rather than that of the verb of saying.

    Args:
        trigger: The trigger.
        filler: The place, as plain values of `extractor.captures.fillers.Filler`.
        frame: The frame, as plain values: only a state has a «depuis».
        cues: Tokens that governed the status: dates on them are of the saying.
        dates: Resolved date expressions by their offset.
    """
    ranked = []
    for span in trigger.doc.spans.get("dates", ()):
        if span.sent != trigger.sent or _offset(span) not in dates:
            continue
        if dates[_offset(span)].latest is None and not _lasts(frame):
            continue
        rank = _rank(span, trigger, filler, cues)
        if rank < _FOREIGN:
            ranked.append((rank, abs(span.start - trigger.i), _offset(span)))
    if not ranked:
        return None, False
    rank, _, offset = min(ranked)
    return dates[offset], rank < _OF_SAYING


def _lasts(frame: dict[str, Any]) -> bool:
    """Whether «depuis» dates it: a state, or an event of another type («assiégée depuis mars»)."""
    return bool(frame["ended"]) or frame["outcome"] == "hold" or frame["event"] != CAPTURE


_OF_SAYING = 3
_FOREIGN = 4
# A verb under one of these tells of another moment than the clause that it hangs on.
_OTHER_CLAUSE = {"acl:relcl", "advcl", "acl", "parataxis"}


def _offset(span: Span) -> int:
    return int(span._.expression["start"])


def _rank(span: Span, trigger: Token, filler: dict[str, Any], cues: Sequence[int]) -> int:
    """0 beside the place, 1 in the trigger's own clause, up to `_FOREIGN` for a date of another verb."""
    if 0 <= span.start - filler["end"] < _BESIDE and not _verb_between(trigger, filler["end"], span.start):
        return 0
    if _closer_trigger(span, trigger) or _beside_another_place(span, filler):
        return _FOREIGN
    for ancestor in [span.root, *span.root.ancestors]:
        if ancestor == trigger:
            return 1
        if ancestor.pos_ == "VERB" and ancestor != span.root:
            return _rank_by_verb(trigger, ancestor, cues)
    return 2


def _rank_by_verb(trigger: Token, verb: Token, cues: Sequence[int]) -> int:
    """How near a date is whose verb is not the trigger."""
    if verb.i in cues:
        return _OF_SAYING
    if trigger in verb.ancestors:
        return _FOREIGN if verb.dep_ in _OTHER_CLAUSE else 2
    return _rank_above(trigger, verb) if verb in trigger.ancestors else _FOREIGN


def _rank_above(trigger: Token, verb: Token) -> int:
    """A date on a verb above the trigger: of the same clause, or of another."""
    for node in (trigger, *trigger.ancestors):
        if node == verb:
            break
        if node.dep_ in _OTHER_CLAUSE:
            return _FOREIGN
    return 2


def _closer_trigger(span: Span, trigger: Token) -> bool:
    """Whether another capture stands between a trigger and a date: the date is that one's."""
    first, last = sorted((span.start, trigger.i))
    return any(first < other.start < last for other in trigger.doc.spans["captures"])


def _beside_another_place(span: Span, filler: dict[str, Any]) -> bool:
    """«…, tandis que Y, dimanche, …»: the date is that of Y."""
    before = span.start - 1
    while before > span.sent.start and span.doc[before].text == ",":
        before -= 1
    return span.doc[before].ent_type_ == "LOC" and not filler["start"] <= before < filler["end"]


def _verb_between(trigger: Token, start: int, end: int) -> bool:
    return any(token.pos_ == "VERB" for token in trigger.doc[start:end])
