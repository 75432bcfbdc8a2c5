"""The table for people, line by line."""

from __future__ import annotations

import pytest
from rich.console import Console

from extractor import records
from extractor.table import render


def mentions(*_: object) -> tuple[records.Mention, ...]:
    return (records.Mention(start=0, end=1, text="x"),)


def event(**fields: object) -> records.Event:
    unknown = dict.fromkeys(("place", "taker", "loser", "source", "date", "count", "total"))
    return records.Event(**{"type": "capture", **unknown, "retaken": False, "mentions": (), **fields})


def quantity(text: str, **fields: object) -> records.Quantity:
    unknown = dict.fromkeys(("value", "minimum", "maximum", "modifier", "unit", "counted"))
    return records.Quantity(**{"start": 0, "end": len(text), "text": text, **unknown, **fields})


def article(**fields: object) -> records.Article:
    kinds = ("people", "places", "organisations", "quantities", "dates", "events", "warnings")
    unknown = dict.fromkeys(("id", "published", "published_from"))
    return records.Article(**{**unknown, **dict.fromkeys(kinds, ()), **fields})


def lines(found: records.Article, width: int = 80) -> list[str]:
    console = Console(width=width, force_terminal=False)
    with console.capture() as capture:
        console.print(render(found))
    return [line.rstrip() for line in capture.get().splitlines()]


def test_nothing_found() -> None:
    assert lines(article()) == ["publication date unknown", "", "EVENTS", "  no city changes hands"]


def test_events_come_first_with_what_is_known() -> None:
    found = article(
        id="sorve.txt",
        published="2024-03-12",
        published_from="header",
        events=(
            event(
                place="Sorvé",
                taker="Front du Nord",
                loser="forces gouvernementales",
                status="claimed",
                source="un porte-parole du Front du Nord",
                date="2024-03-11",
                evidence="Le Front du Nord a revendiqué lundi la prise de\nSorvé, deuxième ville du pays, "
                "après trois jours de combats.",
            ),
            event(count=13, total=34, status="asserted", evidence="Treize capitales sur 34 sont tombées."),
            event(place="Anvar", status="possible", retaken=True, evidence="L'armée veut reprendre Anvar."),
        ),
    )
    assert lines(found) == [
        "sorve.txt · published 2024-03-12 (header)",
        "",
        "EVENTS",
        "  Sorvé · claimed · 2024-03-11",
        "    taker     Front du Nord",
        "    loser     forces gouvernementales",
        "    source    un porte-parole du Front du Nord",
        "    evidence  Le Front du Nord a revendiqué lundi la prise de Sorvé, deuxième",
        "              ville du pays, après trois jours de combats.",
        "",
        "  13 of 34 places · asserted",
        "    evidence  Treize capitales sur 34 sont tombées.",
        "",
        "  Anvar · possible · retaken",
        "    evidence  L'armée veut reprendre Anvar.",
    ]


def test_all_the_rest() -> None:
    found = article(
        people=(
            records.Person(
                name="Ilda Maren",
                aliases=("Mme Maren", "Maren"),
                role="porte-parole du gouvernement",
                mentions=mentions(),
            ),
        ),
        places=(
            records.Place(
                name="Sorvé",
                aliases=(),
                kind="settlement",
                country="AF",
                latitude=None,
                longitude=None,
                mentions=mentions(),
            ),
        ),
        organisations=(
            records.Organisation(name="FDN", aliases=(), kind="armed_group", mentions=mentions()),
        ),
        quantities=(
            quantity(
                "au moins 3.500 soldats", value=3500.0, minimum=3500.0, modifier="at_least", counted="soldats"
            ),
            quantity("de 3 à 4 km", minimum=3.0, maximum=4.0, unit="km"),
            quantity("2,5 %", value=2.5, minimum=2.5, maximum=2.5, unit="%"),
            quantity("des milliers", counted="civils"),
        ),
        dates=(records.Date(start=0, end=5, text="lundi", value=None, earliest=None, latest=None),),
        warnings=("The text names a later day.",),
    )
    assert lines(found)[4:] == [
        "",
        "PEOPLE",
        "  Ilda Maren (Mme Maren, Maren)  porte-parole du gouvernement",
        "",
        "PLACES",
        "  Sorvé  settlement  AF",
        "",
        "ORGANISATIONS",
        "  FDN  armed group",
        "",
        "QUANTITIES",
        "  au moins 3.500 soldats  ≥ 3\u00a0500  soldats",
        "  de 3 à 4 km             3 – 4    km",
        "  2,5 %                   2.5      %",
        "  des milliers                     civils",
        "",
        "DATES",
        "  lundi",
        "",
        "WARNINGS",
        "  The text names a later day.",
    ]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    name = "Mouvement-pour-la-libération-totale-de-Sorvé " * 3
    found = article(
        id="x" * 100,
        events=(event(place=name, taker=name, status="asserted", evidence=name * 5),),
        organisations=(
            records.Organisation(name=name, aliases=(name,), kind="armed_group", mentions=mentions()),
        ),
    )
    assert max(map(len, lines(found, width))) <= width


def test_marks_and_control_characters_of_the_text_are_shown_not_obeyed() -> None:
    found = article(
        events=(event(place="[red]Sorvé[/red] :smile: \x1b[31m", status="denied", evidence="a\x9b2Jb"),)
    )
    assert lines(found)[3:] == ["  [red]Sorvé[/red] :smile: \\x1b[31m · denied", "    evidence  a\\x9b2Jb"]
