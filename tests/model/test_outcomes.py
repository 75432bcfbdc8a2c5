"""Who took and who lost a town where no rule reads it; towns and groups are invented."""

from __future__ import annotations

import pytest

import extractor
from extractor.assemble.contenders import contenders

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Les combats entre l'armée et les rebelles ont repris dimanche. Le sort d'Orlec s'est joué"
            " mardi : les insurgés y règlent la circulation.",
            [("Orlec", "insurgés", "armée")],
            id="a capture that no rule reads",
        ),
        pytest.param(
            "Orlec a capitulé mardi. Le général norvanais a remis son épée aux assaillants du Front de"
            " Sarvane.",
            [("Orlec", "Front de Sarvane", None)],
            id="a rule reads the fall, not to whom",
        ),
        pytest.param(
            "Les rebelles du Front de Sarvane ont pris Orlec mardi à l'armée norvanaise.",
            [("Orlec", "rebelles du Front de Sarvane", "armée norvanaise")],
            id="what a rule reads stays",
        ),
        pytest.param(
            "Les combats ont repris dimanche. Orlec est tombée mardi.",
            [("Orlec", None, None)],
            id="nobody is named",
        ),
        pytest.param(
            "La ville d'Orlec a changé de mains lundi, selon l'armée.",
            [("Orlec", None, None)],
            id="who only speaks",
        ),
        pytest.param(
            "Les combats ont repris. Les unités du groupement Sud ont libéré le village d'Orlec, a indiqué le"
            " ministère russe de la Défense. La Russie avance.",
            [("Orlec", "unités du groupement Sud", None)],
            id="who cheers has not lost it",
        ),
        pytest.param(
            "L'armée russe avance. Le ministère russe de la Défense affirme que ses forces ont pris"
            " le village d'Orlec.",
            [("Orlec", "armée russe", None)],
            id="forces of a ministry",
        ),
        pytest.param(
            "Les rebelles ont pris Orlec, troisième ville tombée depuis mai, début du retrait des forces"
            " étrangères.",
            [("Orlec", "rebelles", None)],
            id="foreign troops leave the country",
        ),
        pytest.param(
            "Les rebelles ont attaqué à l'aube. Les gendarmes leur ont abandonné le bourg d'Orlec.",
            [("Orlec", "rebelles", "gendarmes")],
            id="leur is not the subject",
        ),
        pytest.param(
            "La ville d'Orlec, passée aux séparatistes en avril, leur a été reprise en mai par l'armée.",
            [("Orlec", "séparatistes", "armée"), ("Orlec", "armée", "séparatistes")],
            id="leur is whom the sentence gave it to",
        ),
        pytest.param(
            "La ville d'Orlec a été prise par l'armée mercredi soir; Sarvane, le lendemain, "
            "par les miliciens.",
            [("Orlec", "armée", None), ("Sarvane", "miliciens", None)],
            id="another agent in a list",
        ),
        pytest.param(
            "Les rebelles avancent, l'armée recule. La ville d'Orlec a été déclarée libérée mardi par le "
            "président Ramo Telk.",
            [("Orlec", "armée", "rebelles")],
            id="who declares it free",
        ),
        pytest.param(
            "L'ONU a sommé les rebelles de rendre Sarvane après s'être emparés lundi de la ville d'Orlec.",
            [("Orlec", "rebelles", None)],
            id="whom others call on",
        ),
        pytest.param(
            "La ville d'Orlec n'est plus russe. L'armée ukrainienne avance. Les Russes ont fui.",
            [("Orlec", "armée ukrainienne", "Russes")],
            id="no more whose it was",
        ),
        pytest.param(
            "La ville d'Orlec, perdue lundi, a été reprise mardi par l'armée.",
            [("Orlec", None, "armée"), ("Orlec", "armée", None)],
            id="who takes it back had lost it",
        ),
        pytest.param(
            "Les troupes russes ont libéré le village d'Orlec, près de la ville de Sarvane, dans la région de"
            " Donetsk, dont Moscou tient déjà les deux tiers.",
            [("Orlec", "troupes russes", None)],
            id="a capital does not lose to its own army",
        ),
        pytest.param(
            "Les combats ont repris dimanche. La ville d'Orlec a changé de mains lundi, dit-on à Erevan.",
            [("Orlec", None, None)],
            id="a country that only says where",
        ),
        pytest.param(
            "Les Forces libres de Valdre, aidées par l'armée tarienne, ont pris Orlec dimanche.",
            [("Orlec", "Forces libres de Valdre", None)],
            id="an ally loses nothing",
        ),
        pytest.param(
            "Les Forces libres de Valdre ont pris Orlec dimanche avec l'appui de l'armée tarienne.",
            [("Orlec", "Forces libres de Valdre", None)],
            id="nor does who lends support",
        ),
        pytest.param(
            "Les rebelles de l'Aube, soutenus par l'armée tarienne, ont pris Orlec dimanche. L'armée a fui.",
            [("Orlec", "rebelles de l'Aube", "armée")],
            id="the army that fled, not the one that helps",
        ),
    ],
)
def test_parties(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = extractor.extract(text).events
    assert [(event.place, event.taker, event.loser) for event in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "L'armée a attaqué les rebelles. Ces derniers ont pris Orlec lundi.",
            [("Orlec", "rebelles", "armée")],
            id="the latter: who was named last",
        ),
        pytest.param(
            "Le Front de Sarvane combat l'armée norvanaise. Celle-ci a pris Orlec lundi.",
            [("Orlec", "armée norvanaise", None)],
            id="the latter, of one",
        ),
        pytest.param(
            "L'armée combat les rebelles. Ces derniers jours, elle a pris Orlec.",
            [("Orlec", "armée", "rebelles")],
            id="the last days",
        ),
    ],
)
def test_the_latter(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = extractor.extract(text).events
    assert [(event.place, event.taker, event.loser) for event in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "L'armée norvanaise recule. Ses soldats ont quitté Orlec mardi devant les rebelles.",
            [("Orlec", "rebelles", "armée norvanaise")],
            id="its soldiers",
        ),
        pytest.param(
            "L'armée recule. Orlec, abandonnée par sa garnison, est tombée mardi aux mains des rebelles.",
            [("Orlec", "rebelles", "garnison")],
            id="the town's garrison",
        ),
    ],
)
def test_whose_they_are(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = extractor.extract(text).events
    assert [(event.place, event.taker, event.loser) for event in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("L'armée est rentrée lundi dans Orlec.", [True], id="comes back"),
        pytest.param("Orlec est revenue lundi à l'armée.", [True], id="goes back"),
        pytest.param("L'armée est entrée lundi dans Orlec.", [False], id="comes"),
        pytest.param(
            "L'armée norvanaise combat les jihadistes du Front de Valdre. Le bourg d'Orlec a été purgé mardi"
            " par les soldats. Les jihadistes se taisent.",
            [True],
            id="rid of insurgents",
        ),
        pytest.param("Orlec est de nouveau aux mains de l'armée depuis lundi.", [True], id="again"),
        pytest.param(
            "L'armée a pris Orlec. Elle a de nouveau bombardé Valdre.", [False], id="again elsewhere"
        ),
        pytest.param(
            "Deux mois après en avoir été chassée, l'armée est entrée dans Orlec.",
            [False, True],
            id="lost it before",
        ),
    ],
)
def test_retaken(text: str, expected: list[bool]) -> None:
    assert [event.retaken for event in extractor.extract(text).events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Le M23 avance. Les rebelles ont chassé les soldats congolais; les hommes du M23 pillent.",
            [["M23", "rebelles", "hommes du M23"], ["soldats congolais"]],
            id="nouns of a side go with its one party",
        ),
        pytest.param(
            "L'armée ukrainienne recule. Kiev l'a admis, Moscou s'en félicite, l'armée russe se tait.",
            [["armée ukrainienne", "Kiev"], ["Moscou", "armée russe"]],
            id="two nations, with their capitals",
        ),
    ],
)
def test_contenders(text: str, expected: list[list[str]]) -> None:
    doc = extractor.load()(text)
    found = contenders(doc, {name.start: name.text for name in doc.ents}, [], {})
    assert [sorted(dict.fromkeys(one.names)) for one in found] == [sorted(names) for names in expected]
