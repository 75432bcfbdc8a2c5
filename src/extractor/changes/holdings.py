"""Who holds what on which day, as far as the articles tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.naming.forms import key
from extractor.records import CAPTURE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.changes.places import Site
    from extractor.changes.records import Change

_HAPPENED = ("asserted", "claimed", "disputed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A place in one hand for a time.

    Attributes:
        place: Its name.
        holder: Who took it; None where only its loss is told, or a withdrawal that nobody followed.
        since: Day by which it was taken (ISO 8601).
        until: Day by which it was taken again (ISO 8601); None where the articles tell of no further change.
        change: The change of hands that began it: how sure it is, and on whose word.
    """

    place: str
    holder: str | None
    since: str
    until: str | None
    change: Change


def holdings(changes: Iterable[Change]) -> tuple[Holding, ...]:
    """The times for which places were in one hand.

    Only captures count that happened, on whosever word; denied and possible ones move nothing. A change whose
    day is not known at all has no place in time and is left out.

    Args:
        changes: As :func:`extractor.merge` gives them.

    Returns:
        By place, then by day.
    """
    by_site: dict[Site, list[Change]] = {}
    for change in changes:
        if change.type == CAPTURE and change.place and change.by and change.status in _HAPPENED:
            by_site.setdefault(_site(change), []).append(change)
    found = []
    for some in by_site.values():
        ordered = sorted(some, key=lambda it: (it.by or "", it.retaken))
        name = max(sorted({it.place or "" for it in some}), key=[it.place for it in some].count)
        ends = [*(it.by for it in ordered[1:]), None]
        found += [
            Holding(place=name, holder=it.taker, since=it.by or "", until=end, change=it)
            for it, end in zip(ordered, ends, strict=True)
        ]
    return tuple(sorted(found, key=lambda it: (key(it.place), it.change.country or "", it.since)))


def holders(changes: Iterable[Change], day: str) -> tuple[Holding, ...]:
    """Who holds what on one day.

    Args:
        changes: As :func:`extractor.merge` gives them.
        day: ISO 8601.

    Returns:
        One a place that has been taken by then, by name.
    """
    return tuple(it for it in holdings(changes) if it.since <= day and (it.until is None or day < it.until))


def _site(change: Change) -> Site:
    if change.kind == "settlement" and change.latitude is not None and change.longitude is not None:
        return ("at", change.latitude, change.longitude)
    return (key(change.place or ""), change.country or "")
