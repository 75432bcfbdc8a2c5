"""Kind, country and coordinates of places: given where the text leaves no doubt, null elsewhere."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

# text, name, kind, country, whether it has coordinates
PLACES = {
    "district announced before a colon": (
        "L'armée norlandaise a recouvré un à un les districts du sud : Sarvane le 4 octobre, Orlec le 17.",
        "Orlec",
        "region",
        None,
        False,
    ),
    "country behind": (
        "Les rebelles ont pris Tripoli, dans le nord du Liban.",
        "Tripoli",
        "settlement",
        "LB",
        True,
    ),
    "capital of": ("Tripoli, capitale de la Libye, est tombée.", "Tripoli", "settlement", "LY", True),
    "country of the article": (
        "Au Liban, l'armée libanaise s'est déployée à Tripoli et à Saïda.",
        "Saïda",
        "settlement",
        "LB",
        True,
    ),
    "smaller namesake told": (
        "Les talibans ont pris Faizabad, dans le nord-est de l'Afghanistan.",
        "Faizabad",
        "settlement",
        "AF",
        True,
    ),
    "greater namesake told": (
        "La police de Faizabad, en Inde, a ouvert une enquête.",
        "Faizabad",
        "settlement",
        "IN",
        True,
    ),
    "demonym in front": ("La ville syrienne de Hama a été reprise.", "Hama", "settlement", "SY", True),
    "a capital speaks": (
        "Gao est tombée aux mains des jihadistes, selon Bamako.",
        "Gao",
        "settlement",
        "ML",
        True,
    ),
    "two countries in question": (
        "Les habitants de Gao fuient vers le Burkina Faso. Le Mali se tait.",
        "Gao",
        "settlement",
        None,
        False,
    ),
    "small town against a great one": (
        "Les shebab ont attaqué Palma, au Mozambique.",
        "Palma",
        "settlement",
        "MZ",
        True,
    ),
    "a capital stays one": (
        "Il est mort à Paris, selon les autorités américaines.",
        "Paris",
        "settlement",
        "FR",
        True,
    ),
    "what follows is no apposition": (
        "Le président est allé à Moscou, l'Ukraine proteste.",
        "Moscou",
        "settlement",
        "RU",
        True,
    ),
    "several in one country": (
        "Un incendie a ravagé Springfield, aux Etats-Unis.",
        "Springfield",
        "settlement",
        "US",
        False,
    ),
    "region of a small town's name": (
        "Les éleveurs de la Bresse manifestent.",
        "Bresse",
        None,
        None,
        False,
    ),
    "article of its own": ("Une manifestation a eu lieu au Caire.", "Caire", "settlement", "EG", True),
    "behind dans": ("L'armée syrienne est entrée dans Alep.", "Alep", "settlement", "SY", True),
    "too many": ("Il habite à Victoria.", "Victoria", "settlement", None, False),
    "town centre": (
        "Les rebelles ont pris Masisi-centre, en République démocratique du Congo.",
        "Masisi-centre",
        "settlement",
        "CD",
        True,
    ),
    "two Sudans": ("Les forces sud-soudanaises ont repris Nasir.", "Nasir", "settlement", "SS", True),
    "country": ("La Syrie a protesté.", "Syrie", "country", "SY", False),
    "region": ("Les rebelles avancent au Darfour.", "Darfour", "region", "SD", False),
    "unknown region": (
        "Les rebelles avancent dans la province de Kandahar.",
        "Kandahar",
        "region",
        None,
        False,
    ),
}


@pytest.mark.parametrize(("text", "name", "kind", "country", "placed"), PLACES.values(), ids=PLACES)
def test_place(text: str, name: str, kind: str | None, country: str | None, placed: bool) -> None:  # noqa: FBT001 (a column)
    place = next(place for place in extractor.extract(text).places if place.name == name)
    assert (place.kind, place.country, place.latitude is not None) == (kind, country, placed)
    assert (place.latitude is None) == (place.longitude is None)


def test_a_village_far_from_all_others_has_no_coordinates() -> None:
    text = "Les forces russes ont pris Stavky, près de Donetsk, en Ukraine."
    villages = {place.name: place for place in extractor.extract(text).places}
    assert villages["Donetsk"].latitude is not None
    assert (villages["Stavky"].country, villages["Stavky"].latitude) == ("UA", None)
