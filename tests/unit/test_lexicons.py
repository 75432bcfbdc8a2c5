"""The word lists and tables of names are what their readers expect."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest

from extractor.lexicon import tables, words
from extractor.naming.forms import key
from extractor.naming.knowledge import known_names, look_up
from extractor.records import OrganisationKind, PlaceKind

LEXICONS = sorted(
    path.name
    for path in files("extractor").joinpath("data", "lexicons").iterdir()
    if path.name.endswith(".txt")
)
PLACES, ORGANISATIONS, RULES = (tables(f"{name}.toml") for name in ("places", "organisations", "names"))


@pytest.mark.parametrize("name", LEXICONS)
def test_a_lexicon_is_sorted_without_doubles_or_stray_spaces(name: str) -> None:
    entries = words(f"lexicons/{name}")  # raises where an entry is out of order or stands twice
    assert entries
    assert not [entry for entry in entries if entry != entry.strip() or "  " in entry]


@pytest.mark.parametrize("name", ["demonyms", "roles", "ranks"])
def test_a_lexicon_of_common_nouns_has_no_capitals(name: str) -> None:
    assert not [
        entry for entry in words(f"lexicons/{name}.txt") if entry[0].isupper() and not entry.isupper()
    ]


def test_places_have_the_tables_that_are_read() -> None:
    assert set(PLACES) == {
        "ambiguous",
        "continents",
        "countries",
        "former_countries",
        "namesakes",
        "regions",
        "regions_of",
        "waters",
        "without_article",
    }


@pytest.mark.parametrize("code", PLACES["countries"])
def test_a_country_has_its_code_and_fields(code: str) -> None:
    country = PLACES["countries"][code]
    assert re.fullmatch(r"[A-Z]{2}", code)
    assert set(country) == {"names", "capital", "demonyms"}
    assert country["names"]
    assert not [word for word in country["demonyms"] if word != word.lower()]


def test_regions_belong_to_countries_of_the_table() -> None:
    french = {"GF", "GP", "MQ", "NC", "PF", "PM", "RE", "WF", "YT"}  # codes of their own, no states
    assert set(PLACES["regions_of"]) - french <= set(PLACES["countries"])


def test_organisations_have_the_kinds_of_the_records() -> None:
    assert set(ORGANISATIONS) - {"ambiguous"} <= set(get_args(OrganisationKind))
    assert all(set(ORGANISATIONS[kind]) == {"groups"} for kind in set(ORGANISATIONS) - {"ambiguous"})


def test_no_organisation_is_listed_twice() -> None:
    groups = [group for kind in set(ORGANISATIONS) - {"ambiguous"} for group in ORGANISATIONS[kind]["groups"]]
    names = Counter(name for group in groups for name in group)
    assert not {name for name, count in names.items() if count > 1}
    assert not [group for group in groups if not group]


@pytest.mark.parametrize("table", [PLACES, ORGANISATIONS], ids=["places", "organisations"])
def test_ambiguous_names_are_known_once_and_sorted(table: dict[str, list[str]]) -> None:
    assert [name for name in table["ambiguous"] if look_up(name) is None] == []
    assert table["ambiguous"] == sorted(set(table["ambiguous"]))


def test_kinds_are_those_of_the_records() -> None:
    allowed = {"LOC": get_args(PlaceKind), "ORG": get_args(OrganisationKind)}
    assert not [
        entry
        for entries in known_names().values()
        for entry in entries
        if entry.kind not in allowed[entry.label]
    ]


def test_every_known_name_is_found_by_its_key() -> None:
    assert all(key(entry.name) == name for name, entries in known_names().items() for entry in entries)


def test_rules_hold_lists_of_words_only() -> None:
    assert set(RULES) == {"boundaries", "organisations", "people", "places", "titles"}
    for table in RULES.values():
        for name, entries in table.items():
            assert entries == [word for word in entries if word == word.strip()], name
            assert not {word for word, count in Counter(entries).items() if count > 1}, name
