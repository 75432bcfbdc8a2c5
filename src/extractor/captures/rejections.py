"""Why a word that a rule listens to tells of no capture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from extractor.captures.domain import is_civil_actor
from extractor.captures.fillers import entity_filler
from extractor.captures.vocabulary import is_country, place_noun
from extractor.records import RejectionReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from extractor.captures.fillers import Filler
    from extractor.captures.frames import Frame

_ORDER: tuple[str, ...] = get_args(RejectionReason)
# What other frames tell (states, signs, attempts) is no change of hands anyway.
_TELLS = ("capture", "loss")


class RejectedError(Exception):
    """A frame does not tell of an event here, though its trigger stands there.

    Attributes:
        reason: Why not.
        words: Token range that the reason is about; None where it is that something lacks.
    """

    def __init__(self, reason: RejectionReason, words: Filler | Span | None = None) -> None:
        super().__init__(reason)
        self.reason: RejectionReason = reason
        self.words = (words.start, words.end) if words is not None else None


@dataclass(frozen=True, slots=True)
class Rejection:
    """One trigger that was turned down.

    Attributes:
        rule: Identifier of the frame that came nearest.
        event: Its type of event.
        trigger: The token.
        reason: Why it was turned down.
        words: Token range that the reason is about; None where it is that something lacks.
    """

    rule: str
    event: str
    trigger: int
    reason: RejectionReason
    words: tuple[int, int] | None

    def to_plain(self) -> dict[str, object]:
        """The same as plain values, for the Doc."""
        return {
            "rule": self.rule,
            "event": self.event,
            "reason": self.reason,
            "words": list(self.words) if self.words is not None else None,
        }


def nearest(trigger: Token, errors: Sequence[tuple[Frame, RejectedError]]) -> Rejection | None:
    """The rejection by the frame that came nearest to a reading; None where none counts.

    Args:
        trigger: The trigger.
        errors: The frames that turned it down; those of states, signs and attempts do not count.
    """
    telling = [(frame, error) for frame, error in errors if frame.outcome in _TELLS]
    if not telling:
        return None
    frame, error = max(telling, key=lambda pair: _ORDER.index(pair[1].reason))
    return Rejection(frame.id, frame.event, trigger.i, error.reason, error.words)


def without_place(candidates: Sequence[Token]) -> RejectedError:
    """The error for a slot that holds no place that changes hands.

    Args:
        candidates: What stands in the slot of the place.
    """
    if not candidates:
        return RejectedError("no_place")
    first = candidates[0]
    name = entity_filler(first)
    if first.ent_type_ == "LOC" and is_country(first.doc[name.start : name.end].text):
        return RejectedError("country", name)
    return RejectedError("unnamed_place" if place_noun(first.lower_) else "not_a_place", name)


def of_civil_life(actors: Sequence[Span]) -> RejectedError:
    """The error for a trigger of elections, sport or business, or of no conflict that the text tells of.

    Args:
        actors: What fills the slots of taker and loser.
    """
    return RejectedError("not_conflict", next((actor for actor in actors if is_civil_actor(actor)), None))
