"""The triggers of events on a Doc, each with what was read around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def triggers(doc: Doc) -> list[Span]:
    """The triggers in order; a token that triggers several types of event stands there for each.

    Args:
        doc: The text after all components.
    """
    spans = [span for group in ("captures", "events") for span in doc.spans.get(group, ())]
    return sorted(spans, key=lambda span: span.start)


def frame_of(trigger: Span) -> dict[str, Any]:
    """What was read around a trigger, by the rule that is its label.

    Args:
        trigger: The trigger.
    """
    attributes, rule = trigger._, trigger.label_
    found = attributes.frame
    if found is None or found["rule"] != rule:
        found = next(frame for frame in attributes.events if frame["rule"] == rule)
    return cast("dict[str, Any]", found)
