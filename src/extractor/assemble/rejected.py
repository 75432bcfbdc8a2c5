"""What looked like an event and was turned down, with the reason, for whoever checks the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.triggers import frame_of, triggers
from extractor.records import CAPTURE, Mention, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span

    from extractor.records import Event, RejectionReason
    from extractor.text import CleanText

# What else frames tell (attempts, places that held) looks like no change of hands.
_REASONS: dict[str, RejectionReason] = {
    "capture": "unresolved_place",
    "loss": "unresolved_place",
    "hold": "state",
    "standing": "state",
    "sign": "sign_alone",
}


def rejected(doc: Doc, source: CleanText, events: Sequence[Event]) -> tuple[Rejected, ...]:
    """The triggers that tell of no event, in order.

    Args:
        doc: The text after all components.
        source: The text as given.
        events: The events of the article.
    """
    found = [*_by_component(doc, source), *_by_assembly(doc, source, events)]
    return tuple(sorted(found, key=lambda record: (record.start, record.type != CAPTURE)))


def _by_component(doc: Doc, source: CleanText) -> Iterator[Rejected]:
    for span in doc.spans.get("rejected", ()):
        plain = next(it for it in span._.rejections if it["rule"] == span.label_)
        words = _mention(doc[slice(*plain["words"])], source) if plain["words"] else None
        yield _record(span, source, plain["event"], plain["reason"], words)


def _by_assembly(doc: Doc, source: CleanText, events: Sequence[Event]) -> Iterator[Rejected]:
    """Triggers that were read, but made no event."""
    used = {(trigger.start, trigger.rule) for event in events for trigger in event.mentions}
    for span in triggers(doc):
        frame = frame_of(span)
        reason = _REASONS.get(frame["outcome"])
        record = _record(span, source, frame["event"], reason, None) if reason else None
        if record is not None and (record.start, record.rule) not in used:
            yield record


def _record(
    span: Span, source: CleanText, event: str, reason: RejectionReason, words: Mention | None
) -> Rejected:
    at = _mention(span, source)
    return Rejected(
        type=event, start=at.start, end=at.end, text=at.text, rule=span.label_, reason=reason, words=words
    )


def _mention(span: Span, source: CleanText) -> Mention:
    start, end = source.given(span.start_char, span.end_char)
    return Mention(start=start, end=end, text=source.original[start:end])
