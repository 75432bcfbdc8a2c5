"""Where a settlement lies: the gazetteer's towns weighed against the countries that the article names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.assemble.named_countries import CITY, NAMED, RENAMED, told, without_centre
from extractor.gazetteer import Town, find, is_town, sound
from extractor.naming.knowledge import look_up

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Sequence

    from extractor.assemble.entities import Entity
    from extractor.assemble.named_countries import Evidence


_DWARF = 20  # times smaller: a village that bears a great town's name
_NAMESAKE = 4  # times smaller: a settlers' town that bears the name of one in the old country
_RIVAL = 8  # times smaller than a capital at most, to be meant instead

_TRUST = 3.0  # one country named this many times as often as the other that has such a town
_ONE_TOWN = 0.3  # degrees
_VILLAGE = 15_000  # inhabitants: fewer, and another of the name may be missing from the gazetteer
_NEIGHBOURHOOD = 2.0  # degrees


class Location(NamedTuple):
    """Country code and degrees; None where in doubt."""

    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


def _own_names(name: str, towns: tuple[Town, ...]) -> tuple[Town, ...]:
    """Without settlers' towns that have the name by translation: «Genève» is none of America."""
    kept = tuple(town for town in towns if town.country not in RENAMED or sound(town.name) == sound(name))
    return kept or towns


def _biggest(towns: Iterable[Town]) -> dict[str, int]:
    """Population of each country's biggest town of the name."""
    sizes: dict[str, int] = {}
    for town in towns:
        sizes[town.country] = max(sizes.get(town.country, 0), town.population)
    return sizes


def _surely_named(name: str, towns: tuple[Town, ...]) -> bool:
    """False where the greatest town has the name as a by-name and a lesser one as its own: «Victoria»."""
    known = look_up(name)
    if not is_town(name) or (known is not None and known.ambiguous):
        return False
    own = [town for town in towns if sound(town.name) == sound(name)]
    return not own or own[0].country == towns[0].country


def _by_context(sizes: dict[str, int], named: Counter[str], *, sure: bool) -> str | None:
    """The one country among those with such a town; None where two may be meant."""
    heard = sorted(((named[code], code) for code in sizes if named[code] > 0), reverse=True)
    greatest = max(sizes, key=lambda code: sizes[code])
    if not heard:
        alone = all(size * _DWARF <= sizes[greatest] for code, size in sizes.items() if code != greatest)
        enough = CITY if +named else _VILLAGE  # no country named at all: nothing speaks against it
        return greatest if sure and alone and sizes[greatest] >= enough else None
    weight, code = heard[0]
    if len(heard) > 1 and weight < _TRUST * heard[1][0]:
        if code != greatest:
            code, weight = greatest, named[greatest]
        others = [size for other, size in sizes.items() if other != code and named[other] > 0]
        return code if weight > 0 and all(size * _DWARF <= sizes[code] for size in others) else None
    city, factor = (0, _NAMESAKE) if code in RENAMED and weight < _TRUST else (CITY, _DWARF)
    dwarfed = sizes[greatest] >= city and 0 < sizes[code] * factor <= sizes[greatest]
    return None if dwarfed and not named[greatest] else code


def _capital(sizes: dict[str, int], home: str, named: Counter[str]) -> str | None:
    """A capital of the tables is meant unless only the country of another great town of the name is told."""
    limit = sizes.get(home, 0) / _RIVAL
    rivals = {code: size for code, size in sizes.items() if code == home or size >= max(limit, 1)}
    others = [code for code in rivals if code != home and named[code] >= NAMED]
    if not others or named[home] >= _TRUST * max(named[code] for code in others):
        return home
    return (
        others[0] if len(others) == 1 and named[others[0]] >= _TRUST * max(named[home], 1 / _TRUST) else None
    )


def _country(name: str, towns: tuple[Town, ...], here: frozenset[str], named: Counter[str]) -> str | None:
    known = look_up(name)
    listed = known is not None and known.label == "LOC" and not known.ambiguous
    home = known.country if known is not None and listed else None
    sizes = _biggest(_own_names(name, towns))
    if here:
        possible = here & (sizes.keys() | {home})
        own = (town.population for town in towns if sound(town.name) == sound(name))
        if not possible and (home is not None or max(own, default=0) >= CITY):
            return None  # «à Paris, au Mali»: what looks like an apposition is none
        if len(possible or here) == 1:
            return next(iter(possible or here))
        sizes = {code: size for code, size in sizes.items() if code in here} or sizes
    if home is not None:
        return _capital(sizes, home, named)
    return _by_context(sizes, named, sure=_surely_named(name, towns)) if sizes else None


def _one(name: str, towns: list[Town]) -> Town | None:
    """The town of a country that is meant: alone, far the biggest, or alone to bear the name as its own."""
    first = towns[0]
    far = [town for town in towns[1:] if _apart(town, first) > _ONE_TOWN]
    known = look_up(name)
    factor = _RIVAL if known is not None and known.kind == "settlement" else _DWARF
    if all(town.population * factor <= first.population for town in far):
        return first
    namesakes = [town for town in towns if sound(town.name) == sound(name)]
    return namesakes[0] if len(namesakes) == 1 else None


def _place(entity: Entity, names: Sequence[str], found: Evidence) -> tuple[str | None, Town | None]:
    name = next((form for form in names if is_town(form)), None) or next(filter(find, names), names[0])
    towns = find(name)
    code = _country(name, towns, told(entity.spans), found.for_name(entity.spans[0].text))
    there = [town for town in towns if town.country == code]
    return code, _one(name, there) if there else None


def _apart(town: Town, other: Town) -> float:
    """Degrees between two towns, the greater of north-south and east-west."""
    return max(abs(town.latitude - other.latitude), abs(town.longitude - other.longitude))


def locate(settlements: Sequence[tuple[Entity, Sequence[str]]], found: Evidence) -> list[Location]:
    """Country and coordinates of settlements, where the text and the gazetteer leave no doubt.

    A small town has coordinates only near another town of the article: where the gazetteer has one village of
    a name, the country may have more. The towns of the hand table, of unknown population, are free of that.

    Args:
        settlements: The settlements of one article, each with its forms, the fullest first.
        found: The countries that the article names.
    """
    placed = [
        _place(entity, [without_centre(form) for form in forms], found) for entity, forms in settlements
    ]
    towns = [town for _, town in placed if town is not None]
    locations = []
    for code, town in placed:
        near = (other != town and _apart(town, other) < _NEIGHBOURHOOD for other in towns if town is not None)
        enough = CITY if code in RENAMED else _VILLAGE
        if town is None or (0 < town.population < enough and not any(near)):
            locations.append(Location(code))
        else:
            locations.append(Location(code, town.latitude, town.longitude))
    return locations
