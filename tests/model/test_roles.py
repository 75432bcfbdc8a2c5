"""The role of a person, as the text gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import extractor

if TYPE_CHECKING:
    from extractor import Article

pytestmark = pytest.mark.model

ROLES = {
    "apposition behind": (
        "Paul Lambert, porte-parole de l'armée, a confirmé la nouvelle.",
        "porte-parole de l'armée",
    ),
    "apposition with article": ("Paul Lambert, un habitant, raconte la nuit.", "habitant"),
    "one of several": ("Paul Lambert, l'un des commandants rebelles, se tait.", "commandants rebelles"),
    "without the age": (
        "Paul Lambert, un boulanger de 43 ans dont la boutique a brûlé, raconte.",
        "boulanger",
    ),
    "title in front": ("Le président afghan Paul Lambert est parti.", "président afghan"),
    "title, comma, name": ("Le Premier ministre, Paul Lambert, est parti.", "Premier ministre"),
    "office of three words": ("La garde des Sceaux, Marie Dupuis, est venue.", "garde des Sceaux"),
    "long phrase in front": (
        "C'est ce qu'a dit le porte-parole du ministère de l'Intérieur Paul Lambert.",
        "porte-parole du ministère de l'Intérieur",
    ),
    "fuller than the rank": ("Le général Paul Lambert, chef de l'armée, est venu.", "chef de l'armée"),
    "rank alone": ("Le général Paul Lambert est venu.", "général"),
    "rank behind an office": (
        "Le porte-parole de l'armée, le colonel Paul Lambert, est venu.",
        "porte-parole de l'armée",
    ),
    "rank with a capital": (
        "Le commandant des opérations à Orlec, Brigadier Paul Lambert, est venu.",
        "commandant des opérations à Orlec",
    ),
    "less than the office": (
        "Le PM Paul Lambert est là. Le Premier ministre Paul Lambert a parlé.",
        "Premier ministre",
    ),
    "rank behind a vague noun": ("Un officier malien, le général Paul Lambert, est venu.", "général"),
    "rank behind a chief of something": (
        "Le chef de l'armée, le général Paul Lambert, est venu.",
        "chef de l'armée",
    ),
    "office in force": ("L'actuel maire d'Orlec, Paul Lambert, est venu.", "maire d'Orlec"),
    "a noun without article does not reach over the office": (
        "La province est voisine du fief du président syrien Paul Lambert.",
        "président syrien",
    ),
    "plural in front of a rank": ("Selon les rebelles, le colonel Paul Lambert est parti.", "colonel"),
    "plural of a council": ("Après le Conseil des ministres, Paul Lambert est parti.", None),
    "preposition in front": ("Elle a été nommée ministre en remplacement de Paul Lambert.", None),
    "beaten, not elected": ("Une candidate a été élue avec 47 % des voix devant Paul Lambert.", None),
    "no comma": (
        "C'est la fin du mandat de Paul Lambert ministre de l'Agriculture.",
        "ministre de l'Agriculture",
    ),
    "relations with somebody": (
        "Paul Lambert, ministre chargé des relations avec le Parlement, est venu.",
        "ministre chargé des relations avec le Parlement",
    ),
    "of worship, no kin": ("Le père Paul Lambert est venu.", "père"),
    "trade in front": ("Un mareyeur, Paul Lambert, raconte la nuit.", "mareyeur"),
    "ends before a pointer": ("Paul Lambert, curé de cette ville perdue, est venu.", "curé"),
    "a verb that looks like a trade": ("« C'est fini », juge Paul Lambert, instituteur.", "instituteur"),
    "owner resolved": (
        "Le Pentagone va envoyer des renforts, a dit son porte-parole Paul Lambert.",
        "porte-parole du Pentagone",
    ),
    "after the age": ("Paul Lambert, 43 ans, instituteur à Sarvane, a tout perdu.", "instituteur à Sarvane"),
    "in brackets": ("Paul Lambert (ministre de la Santé) a démissionné.", "ministre de la Santé"),
    "of that time": (
        "Paul Lambert, alors ministre de la Défense, avait promis des renforts.",
        "ministre de la Défense",
    ),
    "former": ("L'ancien président Paul Lambert a été arrêté.", "ancien président"),
    "prefix of the former": ("L'ex-Premier ministre Paul Lambert a été arrêté.", "ex-Premier ministre"),
    "adjective in front": (
        "C'est ce qu'a dit un haut responsable du ministère de la Défense, Paul Lambert.",
        "haut responsable du ministère de la Défense",
    ),
    "said with to be": ("Paul Lambert est le maire de Sarvane.", "maire de Sarvane"),
    "becomes": ("Élu hier, Paul Lambert devient président.", "président"),
    "appointed": ("Paul Lambert a été nommé Premier ministre.", "Premier ministre"),
    "in front of the sentence": (
        "Ancien ministre de la Défense, Paul Lambert dirige aujourd'hui le parti.",
        "Ancien ministre de la Défense",
    ),
    "appointed in front": (
        "Nommé Premier ministre en mars, Paul Lambert a démissionné.",
        "Premier ministre",
    ),
    "until the date": ("Paul Lambert, élu maire en mars, a promis des écoles.", "maire"),
    "for a place": (
        "Paul Lambert, directeur pour l'Afrique de Human Rights Watch, est inquiet.",
        "directeur pour l'Afrique de Human Rights Watch",
    ),
    "what one is by nature is no role": ("Paul Lambert est un homme discret.", None),
    "brothers": ("Les frères Paul Lambert et lui sont partis.", None),
    "of several": ("Paul Lambert, les ministres et les députés sont venus.", None),
    "civility is no role": ("M. Lambert est venu avec Paul Lambert.", None),
    "nothing said": ("Paul Lambert est venu à Lyon.", None),
    "what follows is no role": ("Paul Lambert, lundi, était à Lyon.", None),
}


@pytest.mark.parametrize(("text", "expected"), ROLES.values(), ids=ROLES)
def test_role(text: str, expected: str | None) -> None:
    article: Article = extractor.extract(text)
    assert [(person.name, person.role) for person in article.people] == [
        ("Marie Dupuis" if "Marie" in text else "Paul Lambert", expected)
    ]


PLACES = {
    "town without article": ("Les rebelles ont pris Zarkand.", [("Zarkand", "settlement", None)]),
    "province by its noun": ("Les rebelles sont dans la province de Zarkand.", [("Zarkand", "region", None)]),
    "country of the table": ("La Syrie attend.", [("Syrie", "country", "SY")]),
    "capital of the table": ("Le calme règne à Bamako.", [("Bamako", "settlement", "ML")]),
    "site by its noun": (
        "Les rebelles tiennent l'aéroport de Zarkand.",
        [("aéroport de Zarkand", "site", None)],
    ),
    "river before country": ("Ils ont passé le fleuve Niger.", [("fleuve Niger", "water", None)]),
    "great region": ("La guerre gagne le Sahel.", [("Sahel", "region", None)]),
}


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES)
def test_kind_and_country_of_places(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    places = extractor.extract(text).places
    assert [(place.name, place.kind, place.country) for place in places] == expected


def test_kind_of_organisations() -> None:
    text = "L'armée malienne, l'ONU, les talibans, le ministère de l'Intérieur et l'AFP se taisent."
    kinds = {organisation.name: organisation.kind for organisation in extractor.extract(text).organisations}
    assert kinds == {
        "armée malienne": "military",
        "ONU": "international",
        "talibans": "armed_group",
        "ministère de l'Intérieur": "government",
        "AFP": "media",
    }
