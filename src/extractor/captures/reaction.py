"""An answer to a statement that stands before it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["deny", "confirm", "concede", "claim", "answer", "hold", "contrary"]


class Reaction(NamedTuple):
    """An answer to a statement that stands before it.

    Attributes:
        i: Its token.
        kind: ``deny``, ``confirm``, ``concede`` or ``claim``; ``answer`` denies what was only claimed.
        speaker: Token range of who answers, None where it cannot be told.
        beyond: Whether it answers what stands before its own sentence, which gives another version.
    """

    i: int
    kind: Kind
    speaker: list[int] | None
    beyond: bool = False
