"""From statements to events: who, what, on whose word. Towns and people are invented."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane.", "asserted", None, id="the narrator says so"
        ),
        pytest.param(
            "Les rebelles ont revendiqué la prise de la ville de Sarvane.",
            "claimed",
            "rebelles",
            id="the taker claims it",
        ),
        pytest.param(
            "L'armée a démenti la chute de la ville de Sarvane.", "denied", "armée", id="the loser denies it"
        ),
        pytest.param(
            "L'armée a reconnu la chute de la ville de Sarvane.", "asserted", None, id="the loser admits it"
        ),
        pytest.param(
            "Selon un habitant, les rebelles ont pris la ville de Sarvane.", "claimed", "habitant", id="selon"
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane, a indiqué un habitant.",
            "claimed",
            "habitant",
            id="a tag",
        ),
        pytest.param(
            "« Les rebelles ont pris la ville de Sarvane », a déclaré un habitant.",
            "claimed",
            "habitant",
            id="a quotation",
        ),
        pytest.param(
            "Les rebelles auraient pris la ville de Sarvane.", "claimed", None, id="conditional of hearsay"
        ),
        pytest.param("Les rebelles n'ont pas pris la ville de Sarvane.", "denied", None, id="negation"),
        pytest.param(
            "La ville de Sarvane a été reprise par l'armée, appuyée par des groupes armés, dits volontaires.",
            "asserted",
            None,
            id="what some are called",
        ),
        pytest.param(
            "Les rebelles revendiquent la prise de la ville de Sarvane, mais l'armée assure que les combats "
            "s'y poursuivent.",
            "disputed",
            "rebelles",
            id="the other side, after «mais», still fights",
        ),
        pytest.param(
            "Les rebelles ont annoncé avoir pris la ville de Sarvane. Selon l'armée, des combats y étaient "
            "toujours en cours.",
            "disputed",
            "rebelles",
            id="the other side still fights",
        ),
        pytest.param(
            "Les rebelles ont annoncé avoir pris la ville de Sarvane. Selon l'armée, des combats sont encore "
            "en cours à Orlec.",
            "claimed",
            "rebelles",
            id="fighting elsewhere",
        ),
        pytest.param(
            "Les rebelles ont annoncé avoir pris la ville de Sarvane, une information non confirmée par "
            "l'armée.",
            "claimed",
            "rebelles",
            id="not confirmed",
        ),
        pytest.param(
            "Les rebelles ont annoncé avoir pris la ville de Sarvane. L'armée affirme tenir la ville.",
            "disputed",
            "rebelles",
            id="the other side says that it holds the town",
        ),
        pytest.param(
            "Les combats entre l'armée et les rebelles s'intensifient pour la prise de la ville de Sarvane.",
            "possible",
            None,
            id="what they fight for",
        ),
        pytest.param(
            "Le chef des rebelles a été décoré pour la prise de la ville de Sarvane.",
            "asserted",
            None,
            id="what somebody is decorated for",
        ),
        pytest.param(
            "M. Valmin a affirmé que ses hommes avaient pris la ville de Sarvane. "
            "L'armée de Paul Valmin avance.",
            "claimed",
            "Paul Valmin",
            id="by the full name of the article",
        ),
        pytest.param(
            "Les insurgés fidèles à Paul Valmin ont affirmé avoir pris la ville de Sarvane.",
            "claimed",
            "insurgés",
            id="a group without whom it follows",
        ),
        pytest.param("Les rebelles veulent prendre la ville de Sarvane.", "possible", None, id="a wish"),
        pytest.param(
            "Les rebelles pourraient prendre la ville de Sarvane.", "possible", None, id="a possibility"
        ),
        pytest.param("Les rebelles prendront la ville de Sarvane.", "possible", None, id="the future"),
        pytest.param(
            "Les rebelles avancent pour prendre la ville de Sarvane.", "possible", None, id="a purpose"
        ),
        pytest.param("Les rebelles ont-ils pris la ville de Sarvane ?", "possible", None, id="a question"),
        pytest.param(
            "Les rebelles ont affirmé avoir pris la ville de Sarvane. L'armée a démenti la chute de Sarvane.",
            "disputed",
            "rebelles",
            id="claimed by one, denied by the other",
        ),
    ],
)
def test_status(text: str, status: str, source: str | None) -> None:
    events = extractor.extract(text).events
    assert [(event.place, event.status) for event in events] == [("Sarvane", status)]
    assert (source or "") in (events[0].source or "")
    assert (source is None) == (events[0].source is None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Les rebelles se sont emparés lundi de la ville de Sarvane. La ville était tombée à l'aube.",
            [("Sarvane", "rebelles", "2024-03-11", False)],
            id="«la ville» is the town just named",
        ),
        pytest.param(
            "Les rebelles ont pris dimanche les villes de Sarvane et d'Orlec.",
            [("Sarvane", "rebelles", "2024-03-10", False), ("Orlec", "rebelles", "2024-03-10", False)],
            id="one record for each town of a list",
        ),
        pytest.param(
            "Les rebelles avaient pris la ville de Sarvane en 2012. L'armée a repris lundi la ville.",
            [("Sarvane", "rebelles", "2012", False), ("Sarvane", "armée", "2024-03-11", True)],
            id="a town that changes hands twice gives two",
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane, puis la prise de Sarvane a été fêtée.",
            [("Sarvane", "rebelles", None, False)],
            id="mentions of one change merge",
        ),
        pytest.param(
            "L'armée a reconnu la chute de la ville de Sarvane, après celle d'Orlec jeudi.",
            [("Sarvane", None, None, False), ("Orlec", None, "2024-03-07", False)],
            id="celle de",
        ),
        pytest.param(
            "L'armée annonce la prise de la ville de Sarvane.",
            [("Sarvane", "armée", "2024-03-12", False)],
            id="announced in the present: the day of the article",
        ),
        pytest.param(
            "L'armée a repris lundi la ville de Sarvane. La maire d'Orlec nie la chute de sa ville.",
            [("Sarvane", "armée", "2024-03-11", True), ("Orlec", None, None, False)],
            id="«sa ville» is that of the sentence",
        ),
        pytest.param(
            "L'armée a repris lundi la ville d'Orlec, occupée depuis 2022 par les rebelles.",
            [("Orlec", "armée", "2024-03-11", True), ("Orlec", "rebelles", "2022", False)],
            id="a bare participle with «depuis» tells of a state",
        ),
        pytest.param(
            "Les rebelles ont quitté samedi la ville d'Orlec. La ville leur appartenait depuis mai 2014.",
            [("Orlec", None, "2024-03-09", False), ("Orlec", "rebelles", "2014-05", False)],
            id="a finite verb is no passive",
        ),
        pytest.param(
            "Les rebelles ont pris Orlec et Sarvane vendredi. Les deux villes ont été reprises lundi.",
            [
                ("Orlec", "rebelles", "2024-03-08", False),
                ("Sarvane", "rebelles", "2024-03-08", False),
                ("Orlec", None, "2024-03-11", True),
                ("Sarvane", None, "2024-03-11", True),
            ],
            id="«les deux villes» are those told of last",
        ),
        pytest.param(
            "La position d'Orlec, perdue dimanche par l'armée, a été regagnée lundi.",
            [("Orlec", None, "2024-03-10", False), ("Orlec", "armée", "2024-03-11", True)],
            id="«la position de X»",
        ),
        pytest.param(
            "Les insurgés ont annoncé mardi avoir repris la ville de Sarvane. Après avoir affirmé la semaine "
            "dernière contrôler presque toute la ville, les insurgés ont lancé l'assaut final sur Sarvane.",
            [("Sarvane", "insurgés", "2024-03-12", True)],
            id="a claim of last week and the end of it",
        ),
        pytest.param(
            "Après Orlec, Sarvane. L'armée a pris mardi le contrôle de cette ville rebelle.",
            [("Sarvane", "armée", "2024-03-12", False)],
            id="the town after the one that fell before",
        ),
        pytest.param(
            "Après avoir repris lundi presque toute la ville de Sarvane malgré de fortes résistances, les "
            "insurgés ont fêté leur victoire.",
            [("Sarvane", "insurgés", "2024-03-11", True)],
            id="who opens a sentence by what they did before",
        ),
        pytest.param(
            "Des groupes rebelles ont pris mardi la ville de Sarvane. L'Armée de la vallée, une coalition, a "
            "annoncé avoir pris la ville.",
            [("Sarvane", "Armée de la vallée", "2024-03-12", False)],
            id="rebels who call themselves an army",
        ),
        pytest.param(
            "Mardi, l'armée a pris le contrôle du quartier rebelle de Norvanne, à Sarvane.",
            [("Norvanne", "armée", "2024-03-12", False)],
            id="a quarter by its name",
        ),
        pytest.param(
            "Mardi, les rebelles ont conquis trois villages. Il s'agit de Sarvane, de Norvanne et d'Orlec.",
            [(place, "rebelles", "2024-03-12", False) for place in ("Sarvane", "Norvanne", "Orlec")],
            id="towns that the next sentence names",
        ),
        pytest.param(
            "Sarvane est contrôlée par les rebelles, a indiqué un officier de l'armée.",
            [("Sarvane", "rebelles", "2024-03-12", False)],
            id="who holds it, on somebody's word",
        ),
        pytest.param(
            "La localité de Norvanne était tombée samedi aux mains des rebelles et dimanche, l'armée avait "
            "repris Sarvane.",
            [("Norvanne", "rebelles", "2024-03-09", False), ("Sarvane", "armée", "2024-03-10", True)],
            id="a day that opens a clause",
        ),
        pytest.param(
            "C'est la localité de Sarvane qui est tombée lundi aux mains des rebelles, et mardi, l'armée a "
            "repris Norvanne et Orlec, deux villes du Valdrois.",
            [
                ("Sarvane", "rebelles", "2024-03-11", False),
                ("Norvanne", "armée", "2024-03-12", True),
                ("Orlec", "armée", "2024-03-12", True),
            ],
            id="the towns of the next clause",
        ),
        pytest.param(
            "Les rebelles se sont emparés de la ville de Sarvane en 2012, avant d'être refoulés au Kenya et "
            "en Tanzanie l'année suivante.",
            [("Sarvane", "rebelles", "2012", False), ("Sarvane", None, "2013", False)],
            id="the countries to which they were driven",
        ),
        pytest.param(
            "Un habitant a déclaré que les rebelles contrôlaient la ville de Sarvane, à 30 kilomètres (19 "
            "miles) de la cité voisine, Orlec.",
            [("Sarvane", "rebelles", "2024-03-12", False)],
            id="the capital from which the way is measured",
        ),
    ],
)
def test_one_record_for_each_change_of_hands(
    text: str, expected: list[tuple[str | None, str | None, str | None, bool]]
) -> None:
    events = extractor.extract(text, published="2024-03-12").events
    assert [(event.place, event.taker, event.date, event.retaken) for event in events] == expected


def test_aggregate() -> None:
    text = "En une semaine, les rebelles ont pris le contrôle de 13 des 34 capitales provinciales."
    events = extractor.extract(text).events
    assert [(e.place, e.taker, e.count, e.total, e.status) for e in events] == [
        (None, "rebelles", 13, 34, "asserted")
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Municipales : la gauche a pris Sarvane à la droite avec 52 % des voix.", id="elections"
        ),
        pytest.param(
            "Le club a pris la tête du championnat à Sarvane, au terme d'un match serré.", id="sport"
        ),
        pytest.param(
            "Les soldats ont encerclé la ville. La police a pris position à Sarvane.", id="position"
        ),
        pytest.param("Les rebelles ont perdu du terrain à Sarvane et Orlec.", id="some ground in two towns"),
        pytest.param(
            "Les rebelles se sont repliés vers Orlec depuis qu'ils ont perdu du terrain.",
            id="some ground, since when",
        ),
        pytest.param("Le tribunal de Sarvane l'a placé sous contrôle judiciaire.", id="contrôle judiciaire"),
        pytest.param("Les preneurs d'otages de Sarvane ont libéré deux otages.", id="otages"),
    ],
)
def test_false_friends(text: str) -> None:
    assert extractor.extract(text).events == ()


def test_every_mention_gives_its_rule_and_exact_offsets() -> None:
    text = "L’armée a repris la ville de Sarvane aux rebelles."
    (event,) = extractor.extract(text).events
    assert [(m.text, m.rule, text[m.start : m.end]) for m in event.mentions] == [
        ("repris", "reprendre", "repris")
    ]
    assert event.evidence == text
