"""Loads and checks the rules that say how French tells of a capture: ``data/captures/frames.toml``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extractor.errors import DataFileError
from extractor.lexicon import tables
from extractor.records import CAPTURE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

Outcome = Literal["capture", "hold", "standing", "sign", "loss", "attempt", "held"]
DEMONYM = "@demonym"  # among the nouns of a frame: any adjective of a state
Sign = Literal["emblem", "presence", "rule", "triumph", "departure", "emptiness", "officials", "fall"]
FILES = ("captures/frames.toml", "captures/attempts.toml", "captures/signs.toml")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Strict):
    """A sentence that a frame must read, and what it must read in it.

    Attributes:
        text: The sentence, about an invented place or a well-known fact.
        place: Name of the place.
        taker: Who took it; None where the sentence does not say.
        loser: Who held it; None where the sentence does not say.
        status: Status of the event.
        retaken: Whether its former holder takes it back.
    """

    text: str
    place: str | None
    taker: str | None = None
    loser: str | None = None
    status: str = "asserted"
    retaken: bool = False


class Frame(_Strict):
    """One way of telling that a place changes hands.

    Slots name roles of `extractor.captures.syntax.arguments`, tried in order; ``via:`` means a role of the
    idiom's noun («prendre le contrôle **de** X»), ``subject:`` and ``object:`` one of subject or object («la
    garnison **de** X»), ``head:`` a role of the verb that governs a noun («revendiquer la prise»).

    Attributes:
        id: Identifier, quoted as the reason of an event.
        event: Type of event, in lower case; ``capture`` in the shipped rules.
        verbs: Trigger lemmas, for a verbal frame.
        nouns: Trigger forms, for a nominal frame; ``@demonym``: the adjective of any state («est **russe**»).
        via: Nouns of which one must depend on the verb («contrôle», «mains»), for an idiom.
        via_role: Roles in which that noun may stand.
        after: Prepositions of which one must introduce a nominal trigger («**aux** mains de»).
        reflexive: Whether the verb must (True) or must not (False) be reflexive; None where either will do.
        place: Slots of the place.
        taker: Slots of who takes it.
        loser: Slots of who loses it.
        needs: Slots without which the frame says nothing («rendre la ville» **à** somebody).
        never_before: Words right after it that make another word of the trigger («tomber **en** panne»).
        never_with: Phrases that make an idiom of the verb, a little behind it («prendre X **au dépourvu**»).
        never_after: Words before a nominal trigger that make another noun of it («char **d'**assaut»).
        led_by: Phrases of which one must stand before a nominal trigger («**plus aucun** soldat»).
        heads: Forms of which the head of the loser must be one («**garnison** de X»); any where empty.
        objectless: Whether a direct object makes another verb of it («X a cédé», not «a cédé du terrain»).
        claims: Whether the words only claim it, for the taker («revendiquer X»).
        dated: Whether the words are news only with a date beside them («une ville abandonnée» is none).
        outcome: ``capture``, ``loss`` (taker unknown), ``hold`` (a state, an event only where it is new or
            dated), ``standing`` (a state, never an event: it tells whom the place was taken from), ``sign``
            (a capture only beside others: the flag, the flight), ``attempt`` (never more than possible),
            ``held`` (the place withstood: it denies a capture).
        sign: Class of a sign, as ``signs.toml`` lists them.
        retaken: Whether the words mean that the former holder takes it back.
        yields: Whether its negation in a past tense tells that the place fell («n'**a** pas **tenu**»).
        durative: Whether present and imperfect tell of a state («occupaient»).
        of_persons: Whether persons are taken too («enlever», «libérer»): then a pronoun is no place.
        of_groups: Whether only groups take a town so: a minister who enters one does not.
        of_armed: Whether only those who bear arms, states or peoples can fill the slots of taker and loser.
        names_place: Whether an unknown capitalised name in the place slot is a place («s'emparer de X»).
        examples: Sentences that must be read.
        counter_examples: Sentences that must give no event.
    """

    id: str
    event: str = Field(default=CAPTURE, pattern="^[a-z][a-z_]*$")
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    via_role: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reflexive: bool | None = None
    place: tuple[str, ...]
    taker: tuple[str, ...] = ()
    loser: tuple[str, ...] = ()
    needs: tuple[Literal["taker", "loser"], ...] = ()
    never_before: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    objectless: bool = False
    claims: bool = False
    dated: bool = False
    outcome: Outcome = "capture"
    sign: Sign | None = None
    retaken: bool = False
    yields: bool = False
    durative: bool = False
    of_persons: bool = False
    of_groups: bool = False
    of_armed: bool = False
    names_place: bool = False
    examples: tuple[Example, ...] = Field(min_length=1)
    counter_examples: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_kind_of_trigger(self) -> Frame:
        if bool(self.verbs) == bool(self.nouns):
            raise ValueError("a frame has either verbs or nouns")
        return self

    @model_validator(mode="after")
    def _a_sign_has_a_class(self) -> Frame:
        if (self.outcome == "sign") != (self.sign is not None):
            raise ValueError("a frame has a class of sign if its outcome is sign")
        return self

    @model_validator(mode="after")
    def _of_its_type_of_event(self) -> Frame:
        own = self.event != CAPTURE
        if own and (self.retaken or self.durative or self.outcome not in ("capture", "attempt")):
            raise ValueError("retaken, durative and outcomes other than attempt are of captures only")
        return self


def read_frames(table: Mapping[str, Any], name: str) -> tuple[Frame, ...]:
    """Check the frames of a parsed rule file.

    Args:
        table: Content of the file, with a list under ``frame``.
        name: Name of the file, for error messages.

    Raises:
        DataFileError: An entry is malformed or an identifier stands twice; the message names file and entry.
    """
    entries = table.get("frame", ())
    if not isinstance(entries, (list, tuple)) or not all(isinstance(entry, dict) for entry in entries):
        raise DataFileError(f"{name}: frame: must be tables, [[frame]]")
    frames: list[Frame] = []
    for position, entry in enumerate(entries, start=1):
        try:
            frame = Frame.model_validate(entry)
        except ValidationError as error:
            problem = "; ".join(_problem(e["loc"], e["msg"]) for e in error.errors())
            raise DataFileError(f"{name}: frame {position} «{entry.get('id', '?')}»: {problem}") from error
        if any(frame.id == other.id for other in frames):
            raise DataFileError(f"{name}: frame {position} «{frame.id}»: this id stands twice")
        frames.append(frame)
    return tuple(frames)


def _problem(place: tuple[int | str, ...], message: str) -> str:
    return f"{'.'.join(map(str, place))}: {message}" if place else message


@cache
def frames() -> tuple[Frame, ...]:
    """The frames that ship with the package.

    Raises:
        DataFileError: The file is malformed.
    """
    every = {"frame": [entry for name in FILES for entry in tables(name)["frame"]]}
    return read_frames(every, "data/captures/*.toml")
