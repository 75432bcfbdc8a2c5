"""How the text presents one mention of an event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from extractor.captures.saying import saying_verb
from extractor.captures.speakers import speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Modality = Literal["fact", "hearsay", "possible"]


@dataclass(slots=True)
class Statement:
    """How the text presents one mention of an event.

    Attributes:
        modality: As a fact, as something heard («aurait pris», quotation marks of distance), or as possible.
        negated: Whether it is said not to have happened.
        attitude: ``claim``, ``say``, ``confirm``, ``concede``, ``deny``; None for the narrator.
        source: Token range of who says it.
        cues: Tokens that decided.
        reactions: What others answer: kind (``deny``, ``concede``, ``claim``), token range of who does, and
            the names in lower case of the places that it is about, where it is not about all.
    """

    modality: Modality = "fact"
    negated: bool = False
    attitude: str | None = None
    source: list[int] | None = None
    cues: list[int] = field(default_factory=list)
    reactions: list[tuple[str, list[int] | None, list[str]]] = field(default_factory=list)

    def to_plain(self) -> dict[str, Any]:
        """The same as plain values, for the Doc."""
        return {name: getattr(self, name) for name in self.__slots__}  # «asdict» takes ten times as long

    def attribute(self, cue: Token, attitude: str) -> None:
        """Note that a verb of saying governs the mention; the nearest one counts."""
        self.cues.append(cue.i)
        if self.attitude is None:
            self.attitude, self.source = attitude, speaker_of(saying_verb(cue))

    def hearsay(self) -> None:
        """Note that nobody vouches for it, where it is told as a fact."""
        if self.modality == "fact":
            self.modality = "hearsay"

    def possible(self, cue: Token | None = None) -> None:
        """Note that it has not happened yet, unless somebody's words already present it as done."""
        if cue is not None:
            self.cues.append(cue.i)
        if self.attitude is None:
            self.modality = "possible"
