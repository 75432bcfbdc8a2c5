"""Towns of wars past and present, as French news spells them: each in the country that its article names."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

# country, words of the article that name it, towns
WARS = [
    ("AF", "le gouvernement afghan", ["Hérat", "Herat", "Koundouz", "Lachkargah", "Zaranj", "Bagram"]),
    (
        "SY",
        "l'armée syrienne",
        ["Alep", "Idleb", "Idlib", "Rakka", "Deir Ezzor", "Jarablous", "Sarmin", "Ariha"],
    ),
    ("IQ", "l'armée irakienne", ["Mossoul", "Fallouja", "Tal Afar", "Baïji", "Hawija", "Habbaniya"]),
    ("LB", "l'armée libanaise", ["Tyr", "Nabatiyé", "Baalbek"]),
    ("YE", "l'armée yéménite", ["Hodeïda", "Taëz", "Marib", "Moukalla"]),
    ("LY", "l'armée libyenne", ["Syrte", "Derna", "Tarhouna", "Zaouïa"]),
    (
        "UA",
        "l'armée ukrainienne",
        ["Kharkov", "Marioupol", "Bakhmout", "Sievierodonetsk", "Soumy", "Zaporojie", "Izioum", "Vouhledar"],
    ),
    ("RU", "le gouvernement russe", ["Koursk", "Belgorod", "Grozny", "Beslan"]),
    ("AZ", "l'armée azerbaïdjanaise", ["Choucha", "Hadrout", "Fizouli", "Goubadly"]),
    ("ML", "l'armée malienne", ["Gao", "Tessalit", "Ménaka", "Konna", "Ber", "Abeïbara"]),
    ("BF", "l'armée burkinabè", ["Djibo", "Arbinda", "Fada N'Gourma"]),
    ("NG", "l'armée nigériane", ["Maiduguri", "Bama", "Gwoza"]),
    ("CF", "l'armée centrafricaine", ["Bangassou", "Bria", "Kaga-Bandoro"]),
    ("CD", "la RDC", ["Uvira", "Rutshuru", "Masisi", "Bunia", "Sake", "Kanyabayonga"]),
    ("SD", "l'armée soudanaise", ["El-Facher", "El-Fasher", "Nyala", "Omdourman", "Wad Madani", "Sennar"]),
    ("SS", "l'armée sud-soudanaise", ["Malakal", "Bentiu", "Nasir"]),
    ("ET", "l'armée éthiopienne", ["Mekele", "Lalibela", "Dessie"]),
    ("SO", "l'armée somalienne", ["Kismayo", "Baidoa", "Merka"]),
    ("MZ", "l'armée mozambicaine", ["Palma", "Mocimboa da Praia"]),
    ("CI", "l'armée ivoirienne", ["Bouaké", "Duékoué"]),
    ("MM", "l'armée birmane", ["Lashio", "Sittwe", "Myawaddy"]),
    ("LK", "l'armée sri-lankaise", ["Jaffna", "Kilinochchi"]),
    ("VN", "l'armée vietnamienne", ["Hué", "Diên Biên Phu"]),
    ("BA", "l'armée bosniaque", ["Srebrenica", "Mostar", "Gorazde"]),
    ("HR", "l'armée croate", ["Vukovar", "Knin"]),
    ("CO", "l'armée colombienne", ["Cali", "Tumaco"]),
    ("HT", "la police haïtienne", ["Mirebalais", "Gonaïves", "Saut-d'Eau"]),
]


def test_there_are_a_hundred_towns() -> None:
    assert sum(len(towns) for _, _, towns in WARS) >= 100


@pytest.mark.parametrize(("country", "witness", "towns"), WARS, ids=[country for country, *_ in WARS])
def test_towns_lie_in_the_country_of_the_article(country: str, witness: str, towns: list[str]) -> None:
    text = "".join(f"Les habitants ont fui vers le nord, à {town}, selon {witness}.\n\n" for town in towns)
    found = [
        (form, place.kind, place.country)
        for place in extractor.extract(text).places
        for form in (place.name, *place.aliases)
    ]
    expected = {(town, "settlement", country) for town in towns}
    assert {place for place in found if place[0] in towns} == expected
