"""The records of a merge: frozen, comparable, made of plain values and of the articles' own events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extractor.records import Event, PlaceKind, Status

DifferingField = Literal["taker", "loser", "date", "status"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one article says of a change of hands.

    Attributes:
        article: Identifier of the article.
        published: When it was published (EDTF).
        number: Index of the event in ``Article.events``.
        event: The event: status, source and sentence of this article.
    """

    article: str | None
    published: str | None
    number: int
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Something that the versions of a change contradict each other in.

    Attributes:
        field: What they differ in. ``status`` says that some tell it as done and others deny it.
        values: What they say, sorted.
    """

    field: DifferingField
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of hands, after all articles that tell of it.

    Attributes:
        type: Kind of event: ``capture``, or that of a rule file of the user.
        place: The name that most versions give it; None for an aggregate.
        kind: What sort of place it is, where known.
        country: ISO 3166-1 alpha-2 code, where known.
        latitude: Degrees north, where known.
        longitude: Degrees east, where known.
        taker: Who took it, in the fullest words of the surest versions.
        loser: Who held it before, likewise.
        status: ``asserted`` where an article tells it as a fact and none published on that day or later
            denies it; ``disputed`` where some tell it and others deny it; else the surest of ``claimed``,
            ``denied``, ``possible`` that a version has.
        date: The finest date that a version gives (EDTF), of equally fine ones the most frequent, then the
            first.
        earliest: First day of that date (ISO 8601).
        latest: Last day of that date (ISO 8601).
        by: Day by which it is told as done: the last day of its date, else of the first publication.
        retaken: Whether a version says that a former holder takes it back.
        differences: What the versions contradict each other in.
        versions: All of them, by date of publication.
    """

    type: str
    place: str | None
    kind: PlaceKind | None
    country: str | None
    latitude: float | None
    longitude: float | None
    taker: str | None
    loser: str | None
    status: Status
    date: str | None
    earliest: str | None
    latest: str | None
    by: str | None
    retaken: bool
    differences: tuple[Difference, ...]
    versions: tuple[Version, ...]
