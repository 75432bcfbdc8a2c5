"""Asides between a town and what is told of it, lists of towns, and states on somebody's word."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

CONTEXT = "L'armée combat les rebelles dans les villes de Sarvane, d'Orlec et de Tambrel.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "L'armée a repris en janvier Sarvane, capitale de l'Etat de Valdre, dans le centre du pays, "
            "tombée aux mains des rebelles en décembre 2023.",
            [("Sarvane", "armée", "2024-01"), ("Sarvane", "rebelles", "2023-12")],
            id="described, then placed",
        ),
        pytest.param(
            "Les rebelles, qui avaient pris en février Sarvane, la capitale de la Valdre, avancent.",
            [("Sarvane", "rebelles", "2024-02")],
            id="described with an article",
        ),
        pytest.param(
            "La reprise de Sarvane, chef-lieu de la province de Valdre, aux mains des rebelles depuis "
            "février, est une victoire de l'armée.",
            [("Sarvane", "armée", None), ("Sarvane", "rebelles", "2024-02")],
            id="a state behind the description",
        ),
        pytest.param(
            "Le colonel est arrivé à Orlec, la plus grande ville du nord de la Valdre, reprise dimanche "
            "aux rebelles.",
            [("Orlec", "armée", "2024-03-10")],
            id="a participle behind the description",
        ),
        pytest.param(
            "Les rebelles sont à Sarvane, la capitale de la Valdre, que l'armée avait abandonnée lundi.",
            [("Sarvane", "rebelles", "2024-03-11")],
            id="a relative clause behind the description",
        ),
        pytest.param(
            "A Sarvane, la ville est tombée lundi.", [("Sarvane", "rebelles", "2024-03-11")], id="no aside"
        ),
        pytest.param(
            "Vendredi, les rebelles ont pris sans combattre Sarvane, dans la province de Valdre, puis samedi "
            "Orlec, fief du général.",
            [("Sarvane", "rebelles", "2024-03-08"), ("Orlec", "rebelles", "2024-03-09")],
            id="then, with its own day",
        ),
        pytest.param(
            "Les rebelles ont pris lundi Sarvane puis, dans la foulée, Orlec.",
            [("Sarvane", "rebelles", "2024-03-11"), ("Orlec", "rebelles", "2024-03-11")],
            id="then, in its stride",
        ),
        pytest.param(
            "Les rebelles ont pris lundi Sarvane ainsi que les villes d'Orlec et de Tambrel.",
            [
                ("Sarvane", "rebelles", "2024-03-11"),
                ("Orlec", "rebelles", "2024-03-11"),
                ("Tambrel", "rebelles", "2024-03-11"),
            ],
            id="as well as the towns of",
        ),
        pytest.param(
            "Les rebelles ont pris lundi Sarvane, la ville d'Orlec et le village de Tambrel.",
            [
                ("Sarvane", "rebelles", "2024-03-11"),
                ("Orlec", "rebelles", "2024-03-11"),
                ("Tambrel", "rebelles", "2024-03-11"),
            ],
            id="towns with and without their noun",
        ),
    ],
)
def test_places(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    events = extractor.extract(CONTEXT + text, published="2024-03-12").events
    assert [(event.place, event.taker, event.date) for event in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Sarvane serait aux mains des rebelles.", ("claimed", None), id="conditional"),
        pytest.param(
            "Sarvane serait aux mains des rebelles, d'après le maire.",
            ("claimed", "maire"),
            id="conditional, with a source",
        ),
        pytest.param(
            "Selon le maire, Sarvane est aux mains des rebelles.", ("claimed", "maire"), id="on his word"
        ),
        pytest.param("Sarvane est aux mains des rebelles.", None, id="a state"),
        pytest.param(
            "Selon le maire, Sarvane demeure aux mains des rebelles.", None, id="a state that goes on"
        ),
        pytest.param("Sarvane n'est pas aux mains des rebelles, affirme le maire.", None, id="no such state"),
    ],
)
def test_states(text: str, expected: tuple[str, str | None] | None) -> None:
    events = extractor.extract(CONTEXT + text, published="2024-03-12").events
    assert [(event.status, event.source) for event in events] == ([expected] if expected else [])
