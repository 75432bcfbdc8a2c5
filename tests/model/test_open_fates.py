"""Towns that are not taken: fought over, next, held in part, attacked in vain; and towns taken twice."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

CONTEXT = "L'armée combat les rebelles.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Les rebelles contrôlent 80 % de Kidal.", [("Kidal", "possible")], id="share"),
        pytest.param("L'armée a repris plusieurs quartiers de Kidal.", [("Kidal", "possible")], id="share"),
        pytest.param("Une partie de Kidal est aux mains des rebelles.", [("Kidal", "possible")], id="share"),
        pytest.param(
            "La plus grande partie de Kidal est tombée aux mains des rebelles.",
            [("Kidal", "asserted")],
            id="nearly the whole",
        ),
        pytest.param("Kidal sera la prochaine à tomber.", [("Kidal", "possible")], id="the next"),
        pytest.param("La chute de Kidal semble imminente.", [("Kidal", "possible")], id="copula"),
        pytest.param("La chute de Kidal a surpris l'armée.", [("Kidal", "asserted")], id="no copula"),
        pytest.param(
            "Avant de prendre Kidal, les rebelles devront traverser le fleuve.",
            [("Kidal", "possible")],
            id="before what is to come",
        ),
        pytest.param(
            "Avant de prendre Kidal, les rebelles avaient traversé le fleuve.",
            [("Kidal", "asserted")],
            id="before what is done",
        ),
        pytest.param(
            "Si la chute de Kidal est confirmée, après celle jeudi de Gao, la route du sud sera ouverte.",
            [("Kidal", "possible"), ("Gao", "asserted")],
            id="supposed after done",
        ),
        pytest.param("Kidal ne tiendra pas longtemps.", [("Kidal", "possible")], id="will not hold"),
        pytest.param("Kidal tiendra, promet l'armée.", [("Kidal", "possible")], id="will hold"),
        pytest.param("Kidal tient toujours.", [("Kidal", "denied")], id="holds"),
        pytest.param("Kidal n'a pas tenu.", [], id="has not held"),
        pytest.param("Kidal a failli tomber mardi.", [("Kidal", "denied")], id="nearly"),
        pytest.param("Kidal n'a jamais été occupée.", [("Kidal", "denied")], id="never"),
        pytest.param(
            "Une attaque contre Kidal avait tourné court samedi.", [("Kidal", "denied")], id="beaten off"
        ),
        pytest.param(
            "Deux heures ont suffi aux rebelles pour s'emparer de Kidal.",
            [("Kidal", "asserted")],
            id="sufficed",
        ),
        pytest.param(
            "Il n'a fallu que deux heures aux rebelles pour prendre Kidal.",
            [("Kidal", "asserted")],
            id="sufficed",
        ),
        pytest.param("Les rebelles affirment contrôler Kidal.", [("Kidal", "claimed")], id="boast"),
        pytest.param("Kidal serait aux mains des rebelles.", [("Kidal", "claimed")], id="boast"),
        pytest.param("Les rebelles contrôlent Kidal.", [], id="state"),
        pytest.param(
            "L'armée, chassée de Kidal lundi, s'est repliée vers Gao.", [("Kidal", "asserted")], id="dated"
        ),
        pytest.param(
            "Les rebelles ont tenu Kidal pendant six mois.",
            [("Kidal", "asserted")],
            id="a state that is over",
        ),
        pytest.param("L'armée est de retour à Kidal.", [("Kidal", "asserted")], id="back"),
        pytest.param(
            "L'armée a repris Kidal, perdue en janvier.",
            [("Kidal", "asserted"), ("Kidal", "asserted")],
            id="lost and taken back",
        ),
        pytest.param(
            "La reprise de Kidal intervient un mois après sa chute.",
            [("Kidal", "asserted"), ("Kidal", "asserted")],
            id="lost and taken back",
        ),
        pytest.param(
            "Les rebelles ont attaqué Kidal à l'aube. L'assaut a été repoussé par la garnison.",
            [("Kidal", "denied")],
            id="beaten off, in the next sentence",
        ),
        pytest.param(
            "Les rebelles ont tenté d'entrer dans Kidal lundi. Ils ont échoué.",
            [("Kidal", "denied")],
            id="beaten off, in the next sentence",
        ),
        pytest.param(
            "Les rebelles ont attaqué Kidal à l'aube. Ils ont repoussé la garnison.",
            [("Kidal", "possible")],
            id="beaten off: by whom",
        ),
        pytest.param(
            "Kidal résistait depuis un mois. Elle est tombée lundi.",
            [("Kidal", "asserted")],
            id="held until then",
        ),
        pytest.param(
            "Les rebelles ont affirmé avoir pris Kidal. L'armée a confirmé s'être repliée.",
            [("Kidal", "asserted")],
            id="the loser confirms a sign",
        ),
        pytest.param("Le plan prévoit la prise de Kidal.", [("Kidal", "possible")], id="plan"),
        pytest.param(
            "Trois villes sont tombées : Kidal, Gao et Ménaka.",
            [("Kidal", "asserted"), ("Gao", "asserted"), ("Ménaka", "asserted")],
            id="counted and named",
        ),
        pytest.param(
            "Treize villes sont tombées : Kidal et Gao, entre autres.",
            [(None, "asserted"), ("Kidal", "asserted"), ("Gao", "asserted")],
            id="counted, some named",
        ),
        pytest.param(
            "L'armée a perdu coup sur coup Kidal et Gao.",
            [("Kidal", "asserted"), ("Gao", "asserted")],
            id="one after another",
        ),
        pytest.param(
            "À l'est de Gao, Kidal et Ménaka sont tombées.",
            [("Kidal", "asserted"), ("Ménaka", "asserted")],
            id="beside a town",
        ),
        pytest.param(
            "Plus près de Gao, Kidal et Ménaka ont été reprises par l'armée.",
            [("Kidal", "asserted"), ("Ménaka", "asserted")],
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
        pytest.param("L'armée a empêché les rebelles de prendre Kidal.", "rebelles", "armée", id="prevented"),
        pytest.param(
            "Avec la prise de Kidal, les rebelles contrôlent le nord.", "rebelles", "armée", id="mistagged"
        ),
    ],
)
def test_parties(text: str, taker: str, loser: str) -> None:
    (event,) = extractor.extract(CONTEXT + text, published="2024-03-12").events
    assert (event.place, event.taker, event.loser) == ("Kidal", taker, loser)
