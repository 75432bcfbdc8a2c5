"""What follows from all that is said about one change of hands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.changes.parties import same_party
from extractor.changes.records import Change, Difference, Version
from extractor.changes.stretches import Stretch, days_between, interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.changes.places import Site
    from extractor.changes.records import DifferingField
    from extractor.records import Place, Status

_TOLD: tuple[Status, ...] = ("asserted", "claimed", "disputed")
_DENIED: tuple[Status, ...] = ("denied", "disputed")
_SURENESS: tuple[Status, ...] = ("asserted", "claimed", "disputed", "denied", "possible")


@dataclass(frozen=True, slots=True)
class Statement:
    """A version with what it is compared by.

    Attributes:
        version: What the article says.
        index: Which article it is.
        site: Which place it is; None for an aggregate.
        place: The article's record of it.
        when: The days that it may be of.
        taker: All names that the article uses for who took it.
        loser: All names that the article uses for who held it before.
    """

    version: Version
    index: int
    site: Site | None
    place: Place | None
    when: Stretch
    taker: frozenset[str]
    loser: frozenset[str]


def change(group: Sequence[Statement]) -> Change:
    """The change of hands that statements are about."""
    ordered = sorted(group, key=lambda it: (it.index, it.version.number))
    events = [it.version.event for it in ordered]
    date = _date(ordered)
    told = interval(date)
    located = next((it.place for it in ordered if it.place and it.place.latitude is not None), None)
    place = located or next((it.place for it in ordered if it.place), None)
    return Change(
        type=events[0].type,
        place=_most([event.place for event in events]),
        kind=place.kind if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        taker=_fullest([(it.version.event.status, it.version.event.taker) for it in ordered]),
        loser=_fullest([(it.version.event.status, it.version.event.loser) for it in ordered]),
        status=status([it.version for it in ordered]),
        date=date,
        earliest=told.earliest.isoformat() if told and told.earliest else None,
        latest=told.latest.isoformat() if told and told.latest else None,
        by=_by(date, [it.version.published for it in ordered]),
        retaken=any(event.retaken for event in events if event.status in _TOLD),
        differences=tuple(_differences(ordered)),
        versions=tuple(it.version for it in ordered),
    )


def status(versions: Sequence[Version]) -> Status:
    """The status of a change: a fact, unless somebody denies it on the same day or later.

    Args:
        versions: What articles say of it.
    """
    found = {version.event.status for version in versions}
    if found & set(_TOLD) and found & set(_DENIED):
        denied = max(version.published or "9" for version in versions if version.event.status in _DENIED)
        settled = any(
            version.event.status == "asserted" and (version.published or "") > denied for version in versions
        )
        return "asserted" if settled else "disputed"
    return next(value for value in _SURENESS if value in found)


def _date(group: Sequence[Statement]) -> str | None:
    dated = [it for it in group if it.when.dated] or group  # a denial has no date but its own
    finest = min(it.when.days for it in dated)
    return _most([it.version.event.date for it in dated if it.when.days == finest])


def _by(date: str | None, published: Iterable[str | None]) -> str | None:
    told = interval(date)
    if told is not None:
        return told.last.isoformat() if told.last else None
    printed = [it.last for it in map(interval, published) if it is not None and it.last is not None]
    return min(printed).isoformat() if printed else None


def _most(values: Iterable[str | None]) -> str | None:
    """The most frequent value, of equally frequent ones the first in the alphabet."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def _fullest(names: Sequence[tuple[Status, str | None]]) -> str | None:
    """A name rather than a noun, of the surest versions, the most frequent, the longest."""
    known = [(value, name) for value, name in names if name]
    counted = Counter(name for _, name in known)
    best = min(
        known,
        key=lambda it: (
            not any(character.isupper() or character.isdigit() for character in it[1]),
            _SURENESS.index(it[0]),
            -counted[it[1]],
            -len(it[1]),
            it[1],
        ),
        default=None,
    )
    return best[1] if best else None


def _differences(group: Sequence[Statement]) -> Iterable[Difference]:
    told = [it for it in group if it.version.event.status in _TOLD]
    yield from _difference("taker", _apart([(it.version.event.taker, it.taker) for it in told]))
    yield from _difference("loser", _apart([(it.version.event.loser, it.loser) for it in told]))
    dated = [it for it in group if it.when.dated]
    yield from _difference(
        "date",
        {it.version.event.date for it in dated if any(days_between(it.when, other.when) for other in dated)},
    )
    found = {it.version.event.status for it in group}
    if len(found) > 1 and found & set(_TOLD) and found & set(_DENIED):
        yield from _difference("status", found)


def _apart(parties: Sequence[tuple[str | None, frozenset[str]]]) -> set[str | None]:
    distinct = set(parties)
    return {
        name for name, names in distinct if any(same_party(names, others) is False for _, others in distinct)
    }


def _difference(field: DifferingField, values: Iterable[str | None]) -> Iterable[Difference]:
    said = sorted({value for value in values if value})
    if said:
        yield Difference(field=field, values=tuple(said))
