"""Who, from whom, when: what the sentences around a capture say of it. Towns and people are invented."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

PUBLISHED = "2024-03-15"  # a Friday


def told(text: str) -> list[tuple[str | None, ...]]:
    events = extractor.extract(text, published=PUBLISHED).events
    return [(event.place, event.taker, event.loser) for event in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Les rebelles ont pris lundi la ville de Sarvane à l'armée. La ville d'Orlec est tombée mardi.",
            [("Sarvane", "rebelles", "armée"), ("Orlec", "rebelles", "armée")],
            id="the two parties of the article",
        ),
        pytest.param(
            "Les combats ont gagné Orlec et Tambrel. « La ville est tombée », a reconnu le maire d'Orlec.",
            [("Orlec", None, None)],
            id="«la ville» of a mayor is his own",
        ),
        pytest.param(
            "La ville de Sarvane est tombée lundi, a reconnu l'armée.",
            [("Sarvane", None, "armée")],
            id="who admits it has lost it; nobody is named who took it",
        ),
        pytest.param(
            "Les rebelles ont affirmé avoir pris la ville de Sarvane. Le porte-parole de l'armée a démenti.",
            [("Sarvane", "rebelles", "armée")],
            id="who denies it would have lost it",
        ),
        pytest.param(
            "L'armée a quitté lundi la ville de Sarvane. Les rebelles ont pris mardi la ville d'Orlec.",
            [("Sarvane", None, "armée"), ("Orlec", "rebelles", "armée")],
            id="a town that is left has no taker",
        ),
        pytest.param(
            "Les rebelles ont pris lundi la ville de Sarvane. Les miliciens ont pris la ville d'Orlec. "
            "La ville de Tambrel est tombée mardi.",
            [("Sarvane", "rebelles", None), ("Orlec", "miliciens", None), ("Tambrel", "rebelles", None)],
            id="«miliciens» is nobody's name",
        ),
        pytest.param(
            "Le Front de Kassima a pris lundi la ville de Sarvane. Le Mouvement du 4-Octobre a pris la ville "
            "d'Orlec. La ville de Tambrel est tombée mardi.",
            [
                ("Sarvane", "Front de Kassima", None),
                ("Orlec", "Mouvement du 4-Octobre", None),
                ("Tambrel", None, None),
            ],
            id="two takers: unknown",
        ),
        pytest.param(
            "L'armée recule devant le Front de libération de Sarvane. La ville d'Orlec est tombée mardi.",
            [("Orlec", "Front de libération de Sarvane", "armée")],
            id="the insurgents take what falls",
        ),
        pytest.param(
            "Les rebelles affrontent l'armée. Une colonne s'est emparée mardi de la ville d'Orlec.",
            [("Orlec", "rebelles", "armée")],
            id="whose column",
        ),
        pytest.param(
            "La prise de la ville de Sarvane a été annoncée par un porte-parole des rebelles.",
            [("Sarvane", "rebelles", None)],
            id="who claims it has taken it",
        ),
        pytest.param(
            "Les rebelles reculent. L'armée annonce la chute de la ville de Sarvane.",
            [("Sarvane", "rebelles", "armée")],
            id="who announces a fall has not",
        ),
        pytest.param(
            "Les rebelles ont chassé l'armée de la vallée. Ils ont pris lundi la ville de Sarvane.",
            [("Sarvane", "rebelles", "armée")],
            id="«ils» are several",
        ),
        pytest.param(
            "« Nous avons quitté lundi la ville de Sarvane », a reconnu un porte-parole des rebelles.",
            [("Sarvane", None, "rebelles")],
            id="the speaker's side",
        ),
        pytest.param(
            "Les rebelles reculent. « Nous avons quitté la ville de Sarvane », a reconnu leur porte-parole.",
            [("Sarvane", None, "rebelles")],
            id="the side of their speaker",
        ),
    ],
)
def test_parties(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "« Les rebelles ont pris la ville de Sarvane », avait déclaré lundi soir à la télévision le "
            "général Paul Martin.",
            [("Sarvane", "2024-03-11", "général Paul Martin")],
            id="the day of the saying, behind the quotation",
        ),
        pytest.param(
            "Tout a commencé le 10 janvier, quand les rebelles ont pris la ville de Sarvane.",
            [("Sarvane", "2024-01-10", None)],
            id="before «quand»",
        ),
        pytest.param(
            "Sarvane, tenue par les rebelles et leurs alliés depuis le 2 mars, est vide.",
            [("Sarvane", "2024-03-02", None)],
            id="«depuis» behind the agent",
        ),
        pytest.param(
            "Les rebelles ont attaqué mardi la ville de Sarvane. La ville est tombée sans combat.",
            [("Sarvane", "2024-03-12", None)],
            id="«la ville» goes on with the day before",
        ),
        pytest.param(
            "10:25 - Les rebelles sont entrés dans la ville de Sarvane.\n\n"
            "11:40 - Les rebelles avaient pris lundi la ville d'Orlec.",
            [("Sarvane", "2024-03-15", None), ("Orlec", "2024-03-11", None)],
            id="an entry of a live page is of its day",
        ),
        pytest.param(
            "Sarvane est occupée par les rebelles depuis la mi-janvier.",
            [("Sarvane", "2024-01", None)],
            id="no finer than told",
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane il y a six semaines.",
            [("Sarvane", "2024-02", None)],
            id="weeks are of a month",
        ),
        pytest.param(
            "Les rebelles ont attaqué Orlec jeudi, 48 heures après la chute de Sarvane.",
            [("Orlec", None, None), ("Sarvane", "2024-03-12", None)],
            id="so many hours before",
        ),
        pytest.param(
            "Sarvane est tombée.\n\nLes soldats ont fui par la rivière. Mardi, les rebelles ont défilé.",
            [("Sarvane", "2024-03-12", None)],
            id="a title is of the day that the lead names",
        ),
        pytest.param(
            "En août 2023, les rebelles avaient attaqué une caserne à Sarvane. Ils s'étaient ensuite emparés "
            "de la ville.",
            [("Sarvane", "2023-08", None)],
            id="what came next",
        ),
        pytest.param(
            "Mercredi, les rebelles avaient annoncé une offensive. Le Front avait alors affirmé avoir pris "
            "la ville de Sarvane.",
            [("Sarvane", "2024-03-13", "Front")],
            id="what was told then",
        ),
        pytest.param(
            "Les rebelles ont pris le port de Sarvane, lequel avait été bombardé dimanche.",
            [("Sarvane", None, None)],
            id="not of a relative clause",
        ),
        pytest.param(
            "Les rebelles prennent Sarvane\n\nLe Front revendique la prise de la ville de Sarvane.\n\n"
            "Ce mercredi le Front a annoncé avoir pris Sarvane.",
            [("Sarvane", "2024-03-13", "Front")],
            id="a day of saying before the day of publication",
        ),
        pytest.param(
            "Les rebelles prennent Sarvane\n\nLe Front, qui a pris les armes il y a trois semaines, a "
            "conquis mardi la ville de Sarvane.",
            [("Sarvane", "2024-03-12", None)],
            id="not of a day long before the news",
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane. Mardi vers midi, les soldats ont rendu leurs armes.",
            [("Sarvane", "2024-03-12", None)],
            id="so is its first sentence",
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane. L'armée l'a reconnu mardi.",
            [("Sarvane", None, None)],
            id="but not the day when somebody said so",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane, dans la province du Valdrois, lundi, sans combattre.",
            [("Sarvane", "2024-03-11", None)],
            id="behind where a town lies",
        ),
        pytest.param(
            "Les rebelles ont avancé au Tchad lundi, avec la prise de contrôle de Sarvane.",
            [("Sarvane", "2024-03-11", None)],
            id="beside a country",
        ),
        pytest.param(
            "L'armée annonce avoir repris Sarvane\n\nLa ville de Sarvane était tombée lundi aux mains des"
            " rebelles. L'armée dit l'avoir reprise.",
            [("Sarvane", None, "armée"), ("Sarvane", "2024-03-11", None)],
            id="nor of the day when it was lost",
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane. Le siège avait commencé le 10 janvier.",
            [("Sarvane", None, None)],
            id="nor a day long past",
        ),
        pytest.param(
            "La guerre continue.\n\nLe marché a rouvert.\n\nL'armée annonce la prise de la ville de Sarvane.",
            [("Sarvane", None, "armée")],
            id="a claim without a day",
        ),
        pytest.param(
            "Le gouvernement a accusé mercredi les rebelles d'avoir rompu la trêve en prenant Sarvane.",
            [("Sarvane", "2024-03-13", None)],
            id="the only day of the sentence",
        ),
    ],
)
def test_dates(text: str, expected: list[tuple[str | None, ...]]) -> None:
    events = extractor.extract(text, published=PUBLISHED).events
    assert [(event.place, event.date, event.source) for event in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "L'armée a repris le 2 mars la ville de Sarvane. "
            "Les rebelles ont pris lundi la ville de Sarvane.",
            [("Sarvane", "armée", True), ("Sarvane", "rebelles", True)],
            id="who lost it to a recapture had held it",
        ),
        pytest.param(
            "Les rebelles ont pris lundi la ville de Sarvane.",
            [("Sarvane", "rebelles", False)],
            id="nothing before",
        ),
        pytest.param(
            "L'armée a chassé lundi les jihadistes de la ville de Sarvane.",
            [("Sarvane", "armée", True)],
            id="what insurgents hold was somebody else's",
        ),
        pytest.param(
            "Les jihadistes reculent. L'armée a libéré lundi la ville de Sarvane.",
            [("Sarvane", "armée", True)],
            id="freed by the other side",
        ),
        pytest.param(
            "L'armée recule. Les rebelles ont libéré lundi la ville de Sarvane.",
            [("Sarvane", "rebelles", False)],
            id="a conqueror's word",
        ),
        pytest.param(
            "La ville de Sarvane a été rendue lundi à l'armée.",
            [("Sarvane", "armée", True)],
            id="given back",
        ),
        pytest.param(
            "La garnison a rendu lundi la ville de Sarvane aux rebelles.",
            [("Sarvane", "rebelles", False)],
            id="surrendered",
        ),
        pytest.param(
            "La 3e brigade a chassé lundi l'occupant de la ville de Sarvane.",
            [("Sarvane", "3e brigade", True)],
            id="from the occupier",
        ),
        pytest.param(
            "Le retour de la ville de Sarvane dans le giron de l'armée date de lundi. Orlec a suivi mardi.",
            [("Sarvane", "armée", True), ("Orlec", "armée", True)],
            id="the return, and who follows",
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane le 2 mars. Le 9, la ville a été libérée. "
            "L'armée avance.",
            [("Sarvane", "rebelles", False), ("Sarvane", "armée", True)],
            id="freed from whom took it last",
        ),
    ],
)
def test_recaptures(text: str, expected: list[tuple[str | None, ...]]) -> None:
    events = extractor.extract(text, published=PUBLISHED).events
    assert [(event.place, event.taker, event.retaken) for event in events] == expected


def test_nothing_confirmed_confirms_nothing() -> None:
    text = "Les rebelles auraient pris lundi la ville de Sarvane. L'armée n'a rien confirmé."
    assert [event.status for event in extractor.extract(text, published=PUBLISHED).events] == ["claimed"]
