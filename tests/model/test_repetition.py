"""Captures that another one tells in few words: «idem», «ont suivi», lists, «la première … la seconde»."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Les rebelles ont pris Sarvane vendredi. Orlec, Tambrel, Ostrel. Idem, samedi, selon Paris.",
            [
                ("Sarvane", "rebelles", "2024-03-08", "asserted"),
                ("Orlec", "rebelles", "2024-03-09", "claimed"),
                ("Tambrel", "rebelles", "2024-03-09", "claimed"),
                ("Ostrel", "rebelles", "2024-03-09", "claimed"),
            ],
            id="idem",
        ),
        pytest.param(
            "Les rebelles ont pris Goma vendredi. Rebelote samedi à Bukavu.",
            [
                ("Goma", "rebelles", "2024-03-08", "asserted"),
                ("Bukavu", "rebelles", "2024-03-09", "asserted"),
            ],
            id="rebelote",
        ),
        pytest.param(
            "Les rebelles ont pris Goma vendredi. S'y ajoutent Bukavu et Uvira.",
            [
                ("Goma", "rebelles", "2024-03-08", "asserted"),
                ("Bukavu", "rebelles", None, "asserted"),
                ("Uvira", "rebelles", None, "asserted"),
            ],
            id="s'ajouter",
        ),
        pytest.param(
            "Les rebelles ont pris Goma vendredi. À ce bilan s'ajoutent dix morts à Bukavu.",
            [("Goma", "rebelles", "2024-03-08", "asserted")],
            id="what is added is no town",
        ),
        pytest.param(
            "Les rebelles ont pris Goma vendredi. De même pour Bukavu, samedi.",
            [
                ("Goma", "rebelles", "2024-03-08", "asserted"),
                ("Bukavu", "rebelles", "2024-03-09", "asserted"),
            ],
            id="de même pour",
        ),
        pytest.param(
            "L'armée avait promis de reprendre Goma aux rebelles. C'est chose faite depuis vendredi.",
            [("Goma", "armée", "2024-03-08", "asserted")],
            id="chose faite",
        ),
        pytest.param(
            "L'armée a repris Goma aux rebelles. C'est chose faite aussi pour le budget.",
            [("Goma", "armée", None, "asserted")],
            id="chose faite, of what nobody had announced",
        ),
        pytest.param(
            "Les rebelles attaquaient Goma et Bukavu. La première est tombée jeudi, la seconde vendredi.",
            [
                ("Goma", "rebelles", "2024-03-07", "asserted"),
                ("Bukavu", "rebelles", "2024-03-08", "asserted"),
            ],
            id="la seconde without a verb",
        ),
        pytest.param(
            "Les rebelles ont pris Goma jeudi soir. Bukavu a suivi vers 4H00.",
            [("Goma", "rebelles", "2024-03-07", "asserted"), ("Bukavu", "rebelles", None, "asserted")],
            id="suivre",
        ),
        pytest.param(
            "Les rebelles ont pris Goma jeudi. Les habitants de Bukavu ont suivi vendredi.",
            [("Goma", "rebelles", "2024-03-07", "asserted")],
            id="who followed is no town",
        ),
        pytest.param(
            "Mercredi, l'aéroport de Goma est tombé aux mains des rebelles ; la base de Bukavu l'a précédé.",
            [
                ("aéroport de Goma", "rebelles", "2024-03-06", "asserted"),
                ("base de Bukavu", "rebelles", None, "asserted"),
            ],
            id="précéder",
        ),
        pytest.param(
            "Les rebelles ont pris Goma samedi. Bukavu avait inauguré la série vendredi.",
            [
                ("Goma", "rebelles", "2024-03-09", "asserted"),
                ("Bukavu", "rebelles", "2024-03-08", "asserted"),
            ],
            id="inaugurer la série",
        ),
        pytest.param(
            "Les rebelles ont pris Goma. L'ONU et la ville de Bukavu parlent de la même chose.",
            [("Goma", "rebelles", None, "asserted")],
            id="to speak of the same thing",
        ),
        pytest.param(
            "Goma et Bukavu étaient défendues par l'armée. La seconde a été prise lundi par les rebelles.",
            [("Bukavu", "rebelles", "2024-03-11", "asserted")],
            id="the second of a pair",
        ),
        pytest.param(
            "Goma et Bukavu ont faim. Pour la première fois, les rebelles ont pris la ville d'Uvira.",
            [("Uvira", "rebelles", None, "asserted")],
            id="no pair",
        ),
        pytest.param(
            "L'armée a repris Goma lundi ; les miliciens, Bukavu.",
            [("Goma", "armée", "2024-03-11", "asserted"), ("Bukavu", "miliciens", None, "asserted")],
            id="gapping with two takers",
        ),
    ],
)
def test_repetition(text: str, expected: list[tuple[str | None, ...]]) -> None:
    article = extractor.extract(text, published="2024-03-12")
    assert [(e.place, e.taker, e.date, e.status) for e in article.events] == expected
