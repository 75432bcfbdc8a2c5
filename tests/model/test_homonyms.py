"""Names that several places share: the one that the article means, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import extractor

if TYPE_CHECKING:
    from extractor import Article

pytestmark = pytest.mark.model

Expected = tuple[str | None, str | None, tuple[float, float] | None]
NOWHERE = ("settlement", None, None)

# text, place, (kind, country, degrees north and east)
HOMONYMS: list[tuple[str, str, Expected]] = [
    (
        "Les combats ont repris à Tripoli, dans le nord du Liban.",
        "Tripoli",
        ("settlement", "LB", (34.4, 35.8)),
    ),
    (
        "Les combats ont repris à Tripoli entre milices libyennes.",
        "Tripoli",
        ("settlement", "LY", (32.9, 13.2)),
    ),
    ("Un incendie s'est déclaré à Valence, en Espagne.", "Valence", ("settlement", "ES", (39.5, -0.4))),
    ("Un incendie s'est déclaré à Valence, dans la Drôme.", "Valence", ("settlement", "FR", None)),
    ("Un incendie s'est déclaré à Valence.", "Valence", NOWHERE),
    (
        "La police a évacué un immeuble de Saint-Denis, en Seine-Saint-Denis.",
        "Saint-Denis",
        ("settlement", "FR", (48.9, 2.4)),
    ),
    (
        "Un cyclone a touché Saint-Denis, à La Réunion.",
        "Saint-Denis",
        ("settlement", "RE", (-20.9, 55.4)),
    ),
    ("Un immeuble de Saint-Denis a brûlé.", "Saint-Denis", NOWHERE),
    ("Il a été arrêté à San José, au Costa Rica.", "San José", ("settlement", "CR", (9.9, -84.1))),
    ("Il a été arrêté à San José, en Californie.", "San José", ("settlement", "US", (37.3, -121.9))),
    ("Il a été arrêté à San José.", "San José", NOWHERE),
    ("Le ministre américain est attendu à Genève.", "Genève", ("settlement", "CH", (46.2, 6.1))),
    (
        "En Floride, aux Etats-Unis, l'ouragan a frappé Panama City, ont dit les autorités américaines.",
        "Panama City",
        ("settlement", "US", None),
    ),
    ("Des soldats américains sont à Gibraltar.", "Gibraltar", NOWHERE),
    ("Il habite à Victoria.", "Victoria", NOWHERE),
    ("Il habite à Victoria, aux Seychelles.", "Victoria", ("settlement", "SC", (-4.6, 55.5))),
    ("La Géorgie a rouvert sa frontière, a annoncé Tbilissi.", "Géorgie", ("country", "GE", None)),
    ("Un électeur de Géorgie a été condamné aux Etats-Unis.", "Géorgie", (None, None, None)),
    ("Les blindés sont entrés dans Hama, en Syrie.", "Hama", ("settlement", "SY", (35.1, 36.8))),
    ("Des tirs ont visé le village de Bir, en Syrie.", "Bir", ("settlement", "SY", None)),
    ("Le Niger a fermé son ambassade au Nigeria.", "Niger", ("country", "NE", None)),
    ("Les crues du fleuve Niger menacent Mopti.", "fleuve Niger", ("water", None, None)),
    ("Le Luxembourg a voté la loi.", "Luxembourg", ("country", "LU", None)),
    ("Les ministres se retrouvent à Luxembourg.", "Luxembourg", ("settlement", "LU", (49.6, 6.1))),
    ("Le Québec a voté la loi.", "Québec", ("region", "CA", None)),
    ("Une grève paralyse les bus à Québec.", "Québec", ("settlement", "CA", (46.8, -71.2))),
    ("Le Kasaï reste instable, selon Kinshasa.", "Kasaï", ("region", "CD", None)),
    ("Les rebelles ont pris Goma, en RDC.", "Goma", ("settlement", "CD", (-1.7, 29.2))),
    ("Les rebelles avancent au Congo, a reconnu Kinshasa.", "Congo", ("country", "CD", None)),
    ("Les rebelles avancent au Congo, a reconnu Brazzaville.", "Congo", ("country", "CG", None)),
    ("Kharkiv (Kharkov en russe) a été bombardée.", "Kharkiv", ("settlement", "UA", (50.0, 36.2))),
    ("Le département du Rhône est en alerte.", "Rhône", ("region", None, None)),
    ("La guerre ravage le Congo.", "Congo", ("country", None, None)),
    ("Les rebelles ont pris Al-Bab, dans le nord de la Syrie.", "Al-Bab", ("settlement", "SY", (36.4, 37.5))),
    ("Les rebelles ont pris Sarmin, en Syrie.", "Sarmin", ("settlement", "SY", (35.9, 36.7))),
    ("La guerre ravage le Tigré, en Ethiopie.", "Tigré", ("region", "ET", None)),
    ("L'armée irakienne a franchi le Tigre.", "Tigre", ("water", None, None)),
    ("L'armée soudanaise est entrée à Sennar.", "Sennar", ("settlement", "SD", (13.6, 33.6))),
    (
        "Le site nucléaire de Hanford, dans l'Etat de Washington, fuit, selon les autorités américaines.",
        "Hanford",
        ("settlement", "US", None),
    ),
    ("Il est mort à Birmingham, dans l'Alabama.", "Birmingham", ("settlement", "US", None)),
    ("Il est mort à Birmingham, en Angleterre.", "Birmingham", ("settlement", "GB", (52.5, -1.9))),
    ("Des pluies ont inondé Alexandrie, en Italie.", "Alexandrie", ("settlement", "IT", (44.9, 8.6))),
    ("Alexandrie attend les touristes égyptiens.", "Alexandrie", ("settlement", "EG", (31.2, 29.9))),
    ("Il vit à Paris, au Texas.", "Paris", ("settlement", "US", None)),
    ("Un attentat a visé Hyderabad, au Pakistan.", "Hyderabad", ("settlement", "PK", (25.4, 68.4))),
    ("Un attentat a visé Hyderabad.", "Hyderabad", NOWHERE),
    (
        "Les talibans ont pris Faizabad, capitale du Badakhchan.",
        "Faizabad",
        ("settlement", "AF", (37.1, 70.6)),
    ),
    ("Il est né à Cordoue, en Espagne.", "Cordoue", ("settlement", "ES", (37.9, -4.8))),
    ("Il est né à Mérida, au Venezuela.", "Mérida", ("settlement", "VE", (8.6, -71.2))),
    ("Il vit à Vienne, en Isère.", "Vienne", NOWHERE),
    ("Il vit à Boston.", "Boston", NOWHERE),
]
CLOSE = 0.15  # degrees


@pytest.mark.parametrize(("text", "name", "expected"), HOMONYMS, ids=[text for text, *_ in HOMONYMS])
def test_the_place_that_is_meant(text: str, name: str, expected: Expected) -> None:
    article: Article = extractor.extract(text)
    place = next(place for place in article.places if place.name == name)
    kind, country, degrees = expected
    assert (place.kind, place.country, place.latitude is not None) == (kind, country, degrees is not None)
    if degrees is not None and place.latitude is not None and place.longitude is not None:
        assert abs(place.latitude - degrees[0]) <= CLOSE
        assert abs(place.longitude - degrees[1]) <= CLOSE


KINDS = {
    "country or region of no table": ("Les habitants fuient la Mourovie.", "Mourovie", None),
    "behind en": ("Les combats continuent en Mourovie, selon l'AFP.", "Mourovie", None),
    "lives there": ("Les habitants d'Orlec ont fui.", "Orlec", "settlement"),
    "changes hands": ("Les rebelles se sont emparés d'Orlec.", "Orlec", "settlement"),
    "in apposition": ("Orlec, ville de 20.000 habitants, brûle.", "Orlec", "settlement"),
    "noun in front": ("L'école du village de Sarvane a brûlé.", "Sarvane", "settlement"),
    "capital of what": ("Il est arrivé à Sarvane, capitale de la Mourovie.", "Mourovie", None),
    "in a list with towns": ("Bamako, Gao et Sarvane sont calmes.", "Sarvane", "settlement"),
    "town of a great name": ("Bamako dort.", "Bamako", "settlement"),
    "region by its noun": ("La province de Sarvane brûle.", "Sarvane", "region"),
    "the second town of": ("Orlec, deuxième ville de Mourovie, brûle.", "Mourovie", None),
    "town centre": ("Des tirs ont été entendus à Orlec-centre.", "Orlec-centre", "settlement"),
    "plural behind": ("Les combats gagnent, en Mourovie, tous les villages.", "Mourovie", None),
    "dative": ("Le ministre a rendu hommage à Orlec, contrairement à Sarvane.", "Sarvane", None),
}


@pytest.mark.parametrize(("text", "name", "kind"), KINDS.values(), ids=KINDS)
def test_kind(text: str, name: str, kind: str | None) -> None:
    kinds = {place.name: place.kind for place in extractor.extract(text).places}
    assert kinds.get(name) == kind
