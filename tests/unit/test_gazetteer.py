"""The towns of the gazetteer: facts of general knowledge, spellings, traps."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.gazetteer import Town, find, is_town, normal, sound
from extractor.lexicon import tables

# French name, country, latitude, longitude: a hundred towns of the news, as any atlas has them.
FACTS = [
    ("Kaboul", "AF", 34.53, 69.17),
    ("Kandahar", "AF", 31.61, 65.71),
    ("Hérat", "AF", 34.35, 62.20),
    ("Mazar-e-Charif", "AF", 36.71, 67.11),
    ("Kunduz", "AF", 36.73, 68.86),
    ("Ghazni", "AF", 33.55, 68.42),
    ("Lashkar Gah", "AF", 31.59, 64.37),
    ("Qala-e-Naw", "AF", 34.99, 63.13),
    ("Peshawar", "PK", 34.01, 71.58),
    ("Quetta", "PK", 30.18, 67.00),
    ("Karachi", "PK", 24.86, 67.01),
    ("Islamabad", "PK", 33.70, 73.05),
    ("Téhéran", "IR", 35.69, 51.42),
    ("Ispahan", "IR", 32.65, 51.67),
    ("Bagdad", "IQ", 33.31, 44.37),
    ("Mossoul", "IQ", 36.34, 43.13),
    ("Falloujah", "IQ", 33.35, 43.78),
    ("Ramadi", "IQ", 33.42, 43.30),
    ("Tikrit", "IQ", 34.60, 43.68),
    ("Kirkouk", "IQ", 35.47, 44.39),
    ("Bassora", "IQ", 30.51, 47.80),
    ("Erbil", "IQ", 36.19, 44.01),
    ("Damas", "SY", 33.51, 36.29),
    ("Alep", "SY", 36.20, 37.16),
    ("Homs", "SY", 34.73, 36.71),
    ("Hama", "SY", 35.13, 36.75),
    ("Idleb", "SY", 35.93, 36.63),
    ("Raqqa", "SY", 35.95, 39.01),
    ("Deir Ezzor", "SY", 35.34, 40.14),
    ("Palmyre", "SY", 34.56, 38.27),
    ("Kobané", "SY", 36.89, 38.35),
    ("Manbij", "SY", 36.53, 37.95),
    ("Deraa", "SY", 32.62, 36.10),
    ("Beyrouth", "LB", 33.89, 35.50),
    ("Tyr", "LB", 33.27, 35.20),
    ("Gaza", "PS", 31.50, 34.47),
    ("Khan Younès", "PS", 31.34, 34.31),
    ("Naplouse", "PS", 32.22, 35.26),
    ("Tel-Aviv", "IL", 32.08, 34.78),
    ("Sanaa", "YE", 15.35, 44.21),
    ("Aden", "YE", 12.80, 45.03),
    ("Hodeida", "YE", 14.80, 42.95),
    ("Taëz", "YE", 13.58, 44.02),
    ("Riyad", "SA", 24.69, 46.72),
    ("La Mecque", "SA", 21.42, 39.83),
    ("Dubaï", "AE", 25.20, 55.27),
    ("Istanbul", "TR", 41.01, 28.98),
    ("Diyarbakir", "TR", 37.91, 40.23),
    ("Kiev", "UA", 50.45, 30.52),
    ("Kharkiv", "UA", 49.99, 36.23),
    ("Marioupol", "UA", 47.10, 37.55),
    ("Bakhmout", "UA", 48.59, 38.00),
    ("Avdiïvka", "UA", 48.14, 37.75),
    ("Kherson", "UA", 46.64, 32.61),
    ("Donetsk", "UA", 48.00, 37.80),
    ("Louhansk", "UA", 48.57, 39.31),
    ("Zaporijjia", "UA", 47.84, 35.14),
    ("Odessa", "UA", 46.48, 30.73),
    ("Tchernihiv", "UA", 51.50, 31.29),
    ("Sébastopol", "UA", 44.61, 33.52),
    ("Moscou", "RU", 55.75, 37.62),
    ("Saint-Pétersbourg", "RU", 59.94, 30.31),
    ("Koursk", "RU", 51.73, 36.19),
    ("Grozny", "RU", 43.32, 45.69),
    ("Stepanakert", "AZ", 39.82, 46.75),
    ("Bakou", "AZ", 40.38, 49.89),
    ("Erevan", "AM", 40.18, 44.51),
    ("Tbilissi", "GE", 41.69, 44.83),
    ("Bamako", "ML", 12.65, -8.00),
    ("Gao", "ML", 16.27, -0.04),
    ("Tombouctou", "ML", 16.77, -3.01),
    ("Kidal", "ML", 18.44, 1.41),
    ("Sévaré", "ML", 14.53, -4.09),
    ("Djibo", "BF", 14.10, -1.63),
    ("Ouagadougou", "BF", 12.37, -1.53),
    ("Niamey", "NE", 13.51, 2.11),
    ("Agadez", "NE", 16.97, 7.99),
    ("Maiduguri", "NG", 11.85, 13.16),
    ("N'Djamena", "TD", 12.11, 15.04),
    ("Bangui", "CF", 4.36, 18.55),
    ("Bambari", "CF", 5.77, 20.68),
    ("Goma", "CD", -1.67, 29.23),
    ("Bukavu", "CD", -2.51, 28.86),
    ("Bunia", "CD", 1.56, 30.25),
    ("Kinshasa", "CD", -4.32, 15.31),
    ("Khartoum", "SD", 15.55, 32.53),
    ("El-Facher", "SD", 13.63, 25.35),
    ("Port-Soudan", "SD", 19.62, 37.22),
    ("Malakal", "SS", 9.53, 31.66),
    ("Addis-Abeba", "ET", 9.02, 38.75),
    ("Mekele", "ET", 13.50, 39.47),
    ("Mogadiscio", "SO", 2.04, 45.34),
    ("Kismayo", "SO", -0.36, 42.55),
    ("Le Caire", "EG", 30.05, 31.25),
    ("Tripoli", "LY", 32.89, 13.19),
    ("Benghazi", "LY", 32.12, 20.07),
    ("Syrte", "LY", 31.21, 16.59),
    ("Londres", "GB", 51.51, -0.13),
    ("La Haye", "NL", 52.08, 4.31),
    ("Pékin", "CN", 39.91, 116.40),
]
CLOSE = 0.15  # degrees


def test_there_are_a_hundred_facts() -> None:
    assert len({name for name, *_ in FACTS}) == 100


@pytest.mark.parametrize(("name", "country", "latitude", "longitude"), FACTS, ids=[f[0] for f in FACTS])
def test_fact(name: str, country: str, latitude: float, longitude: float) -> None:
    town = find(name)[0]
    assert town.country == country
    assert abs(town.latitude - latitude) <= CLOSE
    assert abs(town.longitude - longitude) <= CLOSE


@pytest.mark.parametrize(
    "spellings",
    [
        ("Qala-e-Naw", "Qala e Naw", "QALA-E-NAW"),
        ("N'Djamena", "N’Djamena", "Ndjamena"),
        ("Saint-Denis", "St-Denis", "Saint Denis"),
        ("Tchernihiv", "Tchernihív"),
        ("Lashkar Gah", "Lachkar Gah", "Lashkargah"),
    ],
)
def test_spellings_of_one_town(spellings: tuple[str, ...]) -> None:
    assert len({find(spelling)[0] for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marioupol", "Mariupol"),
        ("Tchernihiv", "Chernihiv"),
        ("Djenné", "Jenne"),
        ("Jytomyr", "Zhytomyr"),
        ("Guenitchesk", "Genichesk"),
        ("Al-Bab", "El Bab"),
        ("Raqqa", "Raqqah"),
    ],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_namesakes_come_biggest_first() -> None:
    assert [town.country for town in find("Faizabad")] == ["IN", "AF"]
    assert [town.country for town in find("Tripoli")][:2] == ["LY", "LB"]


@pytest.mark.parametrize("word", ["", "Le", "M23", "Lundi", "Xyzzyville", "GAO1", "'", "Rakhine"])
def test_no_town(word: str) -> None:
    assert find(word) == ()
    assert not is_town(word)


def test_no_code_of_an_airport_is_a_name() -> None:
    assert {town.country for town in find("GAO")} == {"ML", "BF"}


def test_a_likeness_of_sound_is_no_name() -> None:
    assert not is_town("Chouchy")
    assert is_town("Choucha")


def test_every_entry_of_the_hand_table_is_found() -> None:
    table = tables("war_towns.toml")
    lost = [
        (country, name)
        for country, entries in table["towns"].items()
        for entry in entries
        for name in entry["names"]
        if not any(
            town.country == country
            and abs(town.latitude - entry["at"][0]) < 0.3
            and abs(town.longitude - entry["at"][1]) < 0.3
            for town in find(name)
        )
    ]
    assert lost == []


def test_a_french_name_of_the_hand_table_means_one_country() -> None:
    doubtful = [
        name
        for country, names in tables("war_towns.toml")["exonyms"].items()
        for name in names
        if {town.country for town in find(name)} != {country}
    ]
    assert doubtful == []


def test_importing_the_package_opens_no_gazetteer() -> None:
    code = "import extractor, extractor.gazetteer as g; print(g._connection.cache_info().currsize)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 (own code)
    assert run.stdout.strip() == "0"


@pytest.mark.parametrize("method", ["spawn", "fork"])
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_worker_opens_its_own(method: str) -> None:
    here = find("Goma")
    with ProcessPoolExecutor(1, mp_context=get_context(method)) as pool:
        assert pool.submit(find, "Goma").result() == here
        assert pool.submit(find, "Bukavu").result() == find("Bukavu")


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(name: str) -> None:
    towns = find(name)
    assert all(isinstance(town, Town) and -90 <= town.latitude <= 90 for town in towns)
    assert normal(normal(name)) == normal(name)
