"""A town that changes hands more than once, most often told by pronouns and participles. Towns are invented."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chassée de la ville d'Orlec en avril, l'armée l'a reprise dimanche aux rebelles.",
            [("Orlec", "rebelles", "2024-04", False), ("Orlec", "armée", "2024-06-16", True)],
            id="participle before its subject",
        ),
        pytest.param(
            "L'armée a repris samedi la ville d'Orlec, laquelle était tombée en avril aux mains du Front.",
            [("Orlec", "armée", "2024-06-15", True), ("Orlec", "Front", "2024-04", False)],
            id="laquelle",
        ),
        pytest.param(
            "Les combats ont duré dix jours à Goma. L'armée a fini par l'abandonner samedi.",
            [("Goma", None, "2024-06-15", False)],
            id="l' before an infinitive",
        ),
        pytest.param(
            "Les rebelles tenaient la ville d'Orlec depuis janvier. L'armée la leur a reprise le 12 juin.",
            [("Orlec", "rebelles", "2024-01", False), ("Orlec", "armée", "2024-06-12", True)],
            id="la leur",
        ),
        pytest.param(
            "Le 3 mai, les rebelles entraient dans la ville d'Orlec. Le 17 juin, l'armée les en délogeait.",
            [("Orlec", "rebelles", "2024-05-03", False), ("Orlec", "armée", "2024-06-17", True)],
            id="les en",
        ),
        pytest.param(
            "Prise le 3 mai, reprise le 5, la ville d'Orlec est retombée lundi aux mains des rebelles.",
            [
                ("Orlec", "rebelles", "2024-05-03", False),
                ("Orlec", None, "2024-05-05", True),
                ("Orlec", "rebelles", "2024-06-17", True),
            ],
            id="participles one after the other",
        ),
        pytest.param(
            "Les rebelles ont abandonné la ville d'Orlec lundi, après l'avoir tenue trois semaines.",
            [("Orlec", None, "2024-06-17", False), ("Orlec", "rebelles", None, False)],
            id="held for so long",
        ),
    ],
)
def test_change(text: str, expected: list[tuple[str, str | None, str | None, bool]]) -> None:
    article = extractor.extract(text, published="2024-06-20")
    found = [(event.place, event.taker, event.date, event.retaken) for event in article.events]
    assert found == expected
