"""Indirect tellings of a change of hands, over several sentences; towns are invented."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Dans les rues d'Orlec, les combattants du M23 circulent librement. L'armée s'est volatilisée.",
            [("Orlec", "combattants du M23", "armée", "asserted")],
            id="patrols and flight",
        ),
        pytest.param(
            "Le gouverneur a fui Orlec dans la nuit. « Les rebelles patrouillent », dit une habitante.",
            [("Orlec", "rebelles", None, "claimed")],
            id="one of two signs is only told by a witness",
        ),
        pytest.param(
            "Le drapeau des rebelles flotte désormais sur la mairie d'Orlec, selon des habitants.",
            [("Orlec", "rebelles", None, "claimed")],
            id="a flag, on somebody's word",
        ),
        pytest.param(
            "Le drapeau des rebelles flotte sur la mairie d'Orlec depuis longtemps.",
            [],
            id="a flag of old",
        ),
        pytest.param(
            "L'armée patrouille à Orlec. Les assaillants ont fui vers la forêt.",
            [],
            id="soldiers at home after a raid",
        ),
        pytest.param(
            "L'armée a décrété un couvre-feu à Orlec. Les soldats y patrouillent depuis lundi.",
            [],
            id="a state of emergency",
        ),
        pytest.param(
            "Les rebelles pourraient hisser leur drapeau sur la mairie d'Orlec.",
            [],
            id="not yet",
        ),
    ],
)
def test_indirect_telling(text: str, expected: list[tuple[str | None, ...]]) -> None:
    article = extractor.extract(text, published="2024-03-12")
    assert [(e.place, e.taker, e.loser, e.status) for e in article.events] == expected
