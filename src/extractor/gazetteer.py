"""The towns of the world: where they lie, from GeoNames and a hand table, off line. Pure.

The file is opened at the first look-up, once a process, for reading only.
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

from extractor.errors import DataFileError

_FILE = "data/gazetteer.sqlite"
_SHORTEST = 3  # letters: shorter names are codes
_DEGREE = 1000  # the file holds coordinates in thousandths
_JOINTS = re.compile(r"[\s\-‐‑–_/.,()«»\"]+")
_APOSTROPHES = re.compile(r"['’‘ʼ‛′`´ʿʾˈ]")
_ARABIC_ARTICLE = re.compile(r"\b(?:[ae]l|[ae]s|[ae]sh|ech|[ae]r|[ae]z|[ae]n|[ae]d|[ae]t|oul|ul) (?=\w{3})")
_SAINTS = re.compile(r"\b(?:st|ste) ")
# French «Tchernihiv», «Louhansk», «Djenné», «Soumy» beside «Chernihiv», «Luhansk», «Jenne», «Sumy»; in order
_SOUNDS = (
    ("tch", "ch"),
    ("sch", "ch"),
    ("gue", "ge"),
    ("gui", "gi"),
    ("sh", "ch"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("ou", "u"),
    ("oo", "u"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
)
_DOUBLED = re.compile(r"(\w)\1+")
_SILENT_H = re.compile(r"(?<=[aeiou])h\b")
_QUERY = (
    "SELECT names.name, towns.name, towns.country, towns.latitude, towns.longitude, towns.population"
    " FROM names JOIN towns ON towns.id = names.town WHERE names.sound = ?"
    " ORDER BY towns.population DESC, towns.id"
)
_WITH_ARTICLE = (  # all of them sound like a word in «l», by which the table is sorted
    "SELECT names.name FROM names JOIN towns ON towns.id = names.town WHERE names.sound BETWEEN 'l' AND 'm'"
    " AND (names.name GLOB 'l[ea] *' OR names.name GLOB 'les *') AND towns.population >= ?"
)


@dataclass(frozen=True, slots=True)
class Town:
    """A settlement of the gazetteer.

    Attributes:
        name: As GeoNames or the hand table writes it.
        country: ISO 3166-1 alpha-2 code.
        latitude: Degrees north.
        longitude: Degrees east.
        population: Inhabitants; 0 where the source has no figure.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    population: int


@lru_cache(maxsize=1 << 12)
def normal(name: str) -> str:
    """What the spellings of one name share: no case, accents, hyphens or apostrophes.

    Example:
        >>> normal("Qala-e-Naw") == normal("qala e naw")
        True
    """
    letters = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold()
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    bare = bare.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d")
    spaced = _JOINTS.sub(" ", bare).strip()
    return _SAINTS.sub(lambda m: "sainte " if m.group() == "ste " else "saint ", spaced)


@lru_cache(maxsize=1 << 12)
def sound(name: str) -> str:
    """What the transliterations of one name share; rougher than ``normal``.

    Example:
        >>> sound("Marioupol") == sound("Mariupol")
        True
    """
    word = _ARABIC_ARTICLE.sub("", normal(name))
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", _SILENT_H.sub("", word).replace(" ", ""))


@cache
def _connection(_process: int) -> sqlite3.Connection:
    """The open file: one a process, as SQLite's connections must not cross a fork."""
    stack = ExitStack()  # stays open as long as the process: a zipped package is unpacked once
    path = stack.enter_context(as_file(files("extractor").joinpath(_FILE)))
    if not path.is_file():
        raise DataFileError(f"{_FILE}: no such file in the installed package")
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _asked(query: str, value: str | int) -> list[tuple[Any, ...]]:
    try:
        return _connection(os.getpid()).execute(query, (value,)).fetchall()
    except sqlite3.DatabaseError as error:
        raise DataFileError(f"{_FILE}: {error}") from error


@lru_cache(maxsize=1 << 12)
def _rows(heard: str) -> tuple[tuple[str, Town], ...]:
    return tuple(
        (name or heard, Town(town, country, latitude / _DEGREE, longitude / _DEGREE, population))
        for name, town, country, latitude, longitude, population in _asked(_QUERY, heard)
    )


@cache
def towns_with_article(population: int) -> frozenset[str]:
    """The towns whose name begins with «le», «la» or «les», as of ``normal``: read once, 10 ms.

    Args:
        population: Inhabitants, at least.

    Raises:
        DataFileError: The gazetteer's file is missing or damaged.
    """
    return frozenset(name for (name,) in _asked(_WITH_ARTICLE, population))


@lru_cache(maxsize=1 << 12)
def _spelt(name: str) -> tuple[Town, ...]:
    plain = normal(name)
    if len(plain) < _SHORTEST:
        return ()
    return tuple(town for written, town in _rows(sound(name)) if written == plain)


@lru_cache(maxsize=1 << 12)
def find(name: str) -> tuple[Town, ...]:
    """Every town of that name, the biggest first; empty where there is none.

    Case, accents, hyphens and apostrophes do not matter. Where no town is spelt so, those that sound so in
    another transliteration are found: «Tchernihiv» finds Chernihiv.

    Args:
        name: Without anything around it; an article only where it is part of the name («Le Caire»).

    Raises:
        DataFileError: The gazetteer's file is missing or damaged.
    """
    if len(normal(name)) < _SHORTEST:
        return ()
    return _spelt(name) or tuple(dict.fromkeys(town for _, town in _rows(sound(name))))


def is_town(name: str) -> bool:
    """True if some town is spelt so, whatever else the word may mean: «Kaboul», but «Orange» too.

    Raises:
        DataFileError: The gazetteer's file is missing or damaged.
    """
    return bool(_spelt(name))
