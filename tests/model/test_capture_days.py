"""The day on which a town changed hands, as the grammar of its sentence gives it. Towns are invented."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

TUESDAY = "2024-03-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "La ville d'Orlec, dont les rebelles se disent maîtres depuis dimanche, est en flammes.",
            [("Orlec", "2024-03-10")],
            id="since when they say to hold it",
        ),
        pytest.param(
            "Les rebelles ont pris la ville d'Orlec il y a quelques semaines.",
            [("Orlec", None)],
            id="some weeks ago is no day",
        ),
        pytest.param(
            "Les combats duraient. L'armée a bouclé dimanche sa campagne en prenant la ville d'Orlec.",
            [("Orlec", "2024-03-10")],
            id="a gerund on the day of its verb",
        ),
        pytest.param(
            "Les rebelles ont conquis la ville d'Orlec (octobre), puis Vasna et Dorvan (novembre), enfin "
            "Tel-Kerim (Noël).",
            [
                ("Orlec", "2023-10"),
                ("Vasna", "2023-11"),
                ("Dorvan", "2023-11"),
                ("Tel-Kerim", "2023-12-25"),
            ],
            id="months in brackets",
        ),
        pytest.param(
            "Les rebelles ont pris Orlec fin octobre 2022, Vasna le 30 du même mois, Tel-Kerim à la Noël, "
            "Dorvan le 27 février.",
            [
                ("Orlec", "2022-10"),
                ("Vasna", "2022-10-30"),
                ("Tel-Kerim", "2022-12-25"),
                ("Dorvan", "2023-02-27"),
            ],
            id="a list that goes on into the next year",
        ),
        pytest.param(
            "L'armée a repris Orlec lundi 4, Vasna et Dorvan le lendemain, Tel-Kerim dimanche.",
            [
                ("Orlec", "2024-03-04"),
                ("Vasna", "2024-03-05"),
                ("Dorvan", "2024-03-05"),
                ("Tel-Kerim", "2024-03-10"),
            ],
            id="towns joined before their day",
        ),
        pytest.param(
            "Les rebelles ont pris Tel-Kerim, Vasna et Orlec, toutes trois dimanche, puis Dorvan lundi.",
            [
                ("Tel-Kerim", "2024-03-10"),
                ("Vasna", "2024-03-10"),
                ("Orlec", "2024-03-10"),
                ("Dorvan", "2024-03-11"),
            ],
            id="all three",
        ),
        pytest.param(
            "Les rebelles ont pris les villes d'Orlec et de Vasna, celle-là en janvier, celle-ci vendredi.",
            [("Orlec", "2024-01"), ("Vasna", "2024-03-08")],
            id="the former and the latter",
        ),
        pytest.param(
            "Orlec et Vasna, conquises par les rebelles les 28 et 4 février, n'ont pas été défendues.",
            [("Orlec", "2024-02-28"), ("Vasna", "2024-02-04")],
            id="two towns on two days",
        ),
        pytest.param(
            "La ville d'Orlec a été abandonnée par sa garnison dans la nuit du 7 au 8.",
            [("Orlec", "2024-03-07/2024-03-08")],
            id="a night without its month",
        ),
    ],
)
def test_the_day_of_a_change_of_hands(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    events = extractor.extract(text, published=TUESDAY).events
    assert [(event.place, event.date) for event in events] == expected
