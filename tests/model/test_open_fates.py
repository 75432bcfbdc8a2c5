"""Towns that are not taken: fought over, next, held in part, attacked in vain; and towns taken twice."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

CONTEXT = "L'armée combat les rebelles dans les villes de Sarvane et d'Orlec.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Les rebelles contrôlent 80 % de Sarvane.", [("Sarvane", "possible")], id="share"),
        pytest.param(
            "L'armée a repris plusieurs quartiers de Sarvane.", [("Sarvane", "possible")], id="share"
        ),
        pytest.param(
            "Une partie de Sarvane est aux mains des rebelles.", [("Sarvane", "possible")], id="share"
        ),
        pytest.param(
            "La plus grande partie de Sarvane est tombée aux mains des rebelles.",
            [("Sarvane", "asserted")],
            id="nearly the whole",
        ),
        pytest.param("Sarvane sera la prochaine à tomber.", [("Sarvane", "possible")], id="the next"),
        pytest.param("La chute de Sarvane semble imminente.", [("Sarvane", "possible")], id="copula"),
        pytest.param("La chute de Sarvane a surpris l'armée.", [("Sarvane", "asserted")], id="no copula"),
        pytest.param(
            "Avant de prendre Sarvane, les rebelles devront traverser le fleuve.",
            [("Sarvane", "possible")],
            id="before what is to come",
        ),
        pytest.param(
            "Avant de prendre Sarvane, les rebelles avaient traversé le fleuve.",
            [("Sarvane", "asserted")],
            id="before what is done",
        ),
        pytest.param(
            "Si la chute de Sarvane est confirmée, après celle jeudi d'Orlec, la route du sud sera ouverte.",
            [("Sarvane", "possible"), ("Orlec", "asserted")],
            id="supposed after done",
        ),
        pytest.param("Sarvane ne tiendra pas longtemps.", [("Sarvane", "possible")], id="will not hold"),
        pytest.param("Sarvane tiendra, promet l'armée.", [("Sarvane", "possible")], id="will hold"),
        pytest.param("Sarvane tient toujours.", [("Sarvane", "denied")], id="holds"),
        pytest.param("Sarvane n'a pas tenu.", [("Sarvane", "asserted")], id="has not held"),
        pytest.param("Sarvane a failli tomber mardi.", [("Sarvane", "denied")], id="nearly"),
        pytest.param("Sarvane n'a jamais été occupée.", [("Sarvane", "denied")], id="never"),
        pytest.param(
            "Une attaque contre Sarvane avait tourné court samedi.", [("Sarvane", "denied")], id="beaten off"
        ),
        pytest.param(
            "Deux heures ont suffi aux rebelles pour s'emparer de Sarvane.",
            [("Sarvane", "asserted")],
            id="sufficed",
        ),
        pytest.param(
            "Il n'a fallu que deux heures aux rebelles pour prendre Sarvane.",
            [("Sarvane", "asserted")],
            id="sufficed",
        ),
        pytest.param("Les rebelles affirment contrôler Sarvane.", [("Sarvane", "claimed")], id="boast"),
        pytest.param("Sarvane serait aux mains des rebelles.", [("Sarvane", "claimed")], id="boast"),
        pytest.param("Les rebelles contrôlent Sarvane.", [], id="state"),
        pytest.param(
            "L'armée, chassée de Sarvane lundi, s'est repliée vers Orlec.",
            [("Sarvane", "asserted")],
            id="dated",
        ),
        pytest.param(
            "Les rebelles ont tenu Sarvane pendant six mois.",
            [("Sarvane", "asserted")],
            id="a state that is over",
        ),
        pytest.param("L'armée est de retour à Sarvane.", [("Sarvane", "asserted")], id="back"),
        pytest.param(
            "L'armée a repris Sarvane, perdue en janvier.",
            [("Sarvane", "asserted"), ("Sarvane", "asserted")],
            id="lost and taken back",
        ),
        pytest.param(
            "La reprise de Sarvane intervient un mois après sa chute.",
            [("Sarvane", "asserted"), ("Sarvane", "asserted")],
            id="lost and taken back",
        ),
        pytest.param(
            "Les rebelles ont attaqué Sarvane à l'aube. L'assaut a été repoussé par la garnison.",
            [("Sarvane", "denied")],
            id="beaten off, in the next sentence",
        ),
        pytest.param(
            "Les rebelles ont tenté d'entrer dans Sarvane lundi. Ils ont échoué.",
            [("Sarvane", "denied")],
            id="beaten off, in the next sentence",
        ),
        pytest.param(
            "Les rebelles ont attaqué Sarvane à l'aube. Ils ont repoussé la garnison.",
            [("Sarvane", "possible")],
            id="beaten off: by whom",
        ),
        pytest.param(
            "Sarvane résistait depuis un mois. Elle est tombée lundi.",
            [("Sarvane", "asserted")],
            id="held until then",
        ),
        pytest.param(
            "Les rebelles ont affirmé avoir pris Sarvane. L'armée a confirmé s'être repliée.",
            [("Sarvane", "asserted")],
            id="the loser confirms a sign",
        ),
        pytest.param("Le plan prévoit la prise de Sarvane.", [("Sarvane", "possible")], id="plan"),
        pytest.param(
            "Trois villes sont tombées : Sarvane, Orlec et Tambrel.",
            [("Sarvane", "asserted"), ("Orlec", "asserted"), ("Tambrel", "asserted")],
            id="counted and named",
        ),
        pytest.param(
            "Treize villes sont tombées : Sarvane et Orlec, entre autres.",
            [(None, "asserted"), ("Sarvane", "asserted"), ("Orlec", "asserted")],
            id="counted, some named",
        ),
        pytest.param(
            "L'armée a perdu coup sur coup Sarvane et Orlec.",
            [("Sarvane", "asserted"), ("Orlec", "asserted")],
            id="one after another",
        ),
        pytest.param(
            "À l'est d'Orlec, Sarvane et Tambrel sont tombées.",
            [("Sarvane", "asserted"), ("Tambrel", "asserted")],
            id="beside a town",
        ),
        pytest.param(
            "Plus près d'Orlec, Sarvane et Tambrel ont été reprises par l'armée.",
            [("Sarvane", "asserted"), ("Tambrel", "asserted")],
            id="beside a town",
        ),
    ],
)
def test_fate(text: str, expected: list[tuple[str, str]]) -> None:
    events = extractor.extract(CONTEXT + text, published="2024-03-12").events
    assert [(event.place, event.status) for event in events] == expected


@pytest.mark.parametrize(
    ("text", "taker", "loser"),
    [
        pytest.param(
            "L'armée a empêché les rebelles de prendre Sarvane.", "rebelles", "armée", id="prevented"
        ),
        pytest.param(
            "Avec la prise de Sarvane, les rebelles contrôlent le nord.", "rebelles", "armée", id="mistagged"
        ),
    ],
)
def test_parties(text: str, taker: str, loser: str) -> None:
    (event,) = extractor.extract(CONTEXT + text, published="2024-03-12").events
    assert (event.place, event.taker, event.loser) == ("Sarvane", taker, loser)
