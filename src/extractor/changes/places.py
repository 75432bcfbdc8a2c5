"""Which places of several articles are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from extractor.naming.forms import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.records import Article, Place

Site: TypeAlias = tuple[str, float, float] | tuple[str, str]
"""Identity of a place: its coordinates, or its spelling and country."""


@dataclass(frozen=True, slots=True)
class Sites:
    """The places of all articles.

    Attributes:
        by_name: By the spelling of a name, all located places that bear it, with their country.
        countries: By the spelling of a name, the countries that articles give to places without coordinates.
    """

    by_name: dict[str, dict[tuple[float, float], str | None]]
    countries: dict[str, set[str]]

    def of(self, name: str, place: Place | None) -> Site:
        """The identity of a place.

        Args:
            name: Its name in an article.
            place: The article's record of it, where there is one.
        """
        point = _point(place)
        if point is not None:
            return ("at", *point)
        spelling, country = key(name), place.country if place else None
        located = [
            at
            for at, where in self.by_name.get(spelling, {}).items()
            if country is None or where is None or where == country
        ]
        if len(located) == 1:
            return ("at", *located[0])
        known = self.countries.get(spelling, set())
        return (spelling, country or (next(iter(known)) if len(known) == 1 else ""))


def sites(articles: Iterable[Article]) -> Sites:
    """Collects the places of articles."""
    found = Sites({}, {})
    for article in articles:
        for place in article.places:
            for spelling in {key(name) for name in (place.name, *place.aliases)}:
                point = _point(place)
                if point is not None:
                    found.by_name.setdefault(spelling, {}).setdefault(point, place.country)
                elif place.country is not None:
                    found.countries.setdefault(spelling, set()).add(place.country)
    return found


def record_of(article: Article, name: str) -> Place | None:
    """The article's record of the place that an event names."""
    return next(
        (place for place in article.places if name == place.name),
        next((place for place in article.places if name in place.aliases), None),
    )


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.kind != "settlement" or place.latitude is None or place.longitude is None:
        return None  # a site or a region may be given the coordinates of its town
    return place.latitude, place.longitude
