"""Numbers that count or measure, read from single sentences; the whole result is compared."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numbers import find_numbers

Reading = tuple[str, float | None, float | None, float | None, str | None, str | None]


def read(text: str) -> list[Reading]:
    return [
        (text[n.start : n.end], n.value, n.minimum, n.maximum, n.modifier, n.unit) for n in find_numbers(text)
    ]


def exact(text: str, value: float, unit: str | None = None) -> Reading:
    return text, value, value, value, None, unit


def about(text: str, value: float, unit: str | None = None) -> Reading:
    return text, value, None, None, "about", unit


def between(text: str, low: float, high: float, unit: str | None = None) -> Reading:
    return text, None, low, high, None, unit


EXACT = [
    ("La garde compte 4.600 hommes.", [exact("4.600", 4600)]),
    ("La garde compte 4 600 hommes.", [exact("4 600", 4600)]),
    ("La garde compte 4\u00a0600 hommes.", [exact("4\u00a0600", 4600)]),
    ("La garde compte 4\u202f600 hommes.", [exact("4\u202f600", 4600)]),
    ("La garde compte 4'600 hommes.", [exact("4'600", 4600)]),
    ("La Suisse comptait 8.420.000 habitants.", [exact("8.420.000", 8420000)]),
    ("La Suisse comptait 8,420,000 habitants.", [exact("8,420,000", 8420000)]),
    ("Velmont avait 71500 âmes.", [exact("71500", 71500)]),
    ("L'indice gagne 1,5 point.", [exact("1,5", 1.5)]),
    ("L'indice vaut 6.310,42 points.", [exact("6.310,42", 6310.42)]),
    ("Quatre mille trois cents pèlerins sont attendus.", [exact("Quatre mille trois cents", 4300)]),
    (
        "Trente et un élèves et cinquante-six parents.",
        [exact("Trente et un", 31), exact("cinquante-six", 56)],
    ),
    ("Nonante facteurs wallons font grève.", [exact("Nonante", 90)]),
    ("Dix-huit-mille abonnés sont privés d'eau.", [exact("Dix-huit-mille", 18000)]),
    ("Neuf barrages ont cédé.", [exact("Neuf", 9)]),
    ("Les neuf juges ont siégé.", [exact("neuf", 9)]),
    ("Velmont accueille 2000 coureurs.", [exact("2000", 2000)]),
    ("Onze marins, dont trois mousses, manquent.", [exact("Onze", 11), exact("trois", 3)]),
    ("La crue touche neuf des 26 cantons.", [exact("neuf", 9), exact("26", 26)]),
    ("Sept foyers sur dix ont la fibre.", [exact("Sept", 7), exact("dix", 10)]),
    ("L'île n'abrite plus que 85 chèvres.", [exact("85", 85)]),
]

MULTIPLIED = [
    ("La Pologne a 37 millions d'habitants.", [exact("37 millions", 37000000)]),
    ("On compte 1,1 million d'élèves.", [exact("1,1 million", 1100000)]),
    ("La dette atteint 3 000 milliards.", [exact("3 000 milliards", 3000000000000)]),
    ("On attend 1 million 200.000 visiteurs.", [exact("1 million 200.000", 1200000)]),
    ("Un milliard et demi de plants.", [exact("Un milliard et demi", 1500000000)]),
    ("Un demi-milliard de plants.", [exact("Un demi-milliard", 500000000)]),
    ("Trois douzaines d'œufs.", [exact("Trois douzaines", 36)]),
    ("Une trentaine de skieurs.", [about("Une trentaine", 30)]),
    ("Une centaine de milliers d'abeilles.", [about("Une centaine de milliers", 100000)]),
    ("Quatre milliers d'oies.", [about("Quatre milliers", 4000)]),
    ("La centaine de skieurs est rentrée.", [about("La centaine", 100)]),
    ("Des milliers d'oies passent.", [("Des milliers", None, 2000, None, "at_least", None)]),
    (
        "Plusieurs dizaines de milliers.",
        [("Plusieurs dizaines de milliers", None, 20000, None, "at_least", None)],
    ),
    ("Elles viennent par milliers, par centaines.", []),
    ("Le chat est en quarantaine: une quarantaine imposée.", []),
    ("Une quarantaine de malades.", [about("Une quarantaine", 40)]),
]

FRACTIONS = [
    ("La moitié du port est fermée.", [exact("La moitié", 0.5)]),
    ("Plus de la moitié des élus.", [("Plus de la moitié", 0.5, 0.5, None, "more_than", None)]),
    ("Les trois quarts de la vigne.", [exact("trois quarts", 0.75)]),
    ("Un quart des ruches est vide.", [exact("Un quart", 0.25)]),
    ("Trois cinquièmes des voix.", [exact("Trois cinquièmes", 0.6)]),
    ("Trois quarts d'heure plus tard.", [exact("Trois quarts d'heure", 0.75, "heure")]),
    ("Un quart de finale, un cinquième essai, un tiers lieu, un quart d'heure.", []),
]

MODIFIED = [
    ("Quelque 7.200 cyclistes.", [about("Quelque 7.200", 7200)]),
    ("Les quelque 250 bergers.", [about("quelque 250", 250)]),
    ("Près d'un millier de bergers.", [about("Près d'un millier", 1000)]),
    ("Ils sont environ 300.", [about("environ 300", 300)]),
    ("Au moins 47 maisons.", [("Au moins 47", 47, 47, None, "at_least", None)]),
    ("Pas moins de 22 trains.", [("Pas moins de 22", 22, 22, None, "at_least", None)]),
    ("Cinquante maisons au moins.", [("Cinquante", 50, 50, None, "at_least", None)]),
    ("Il faut 200 voix ou plus.", [("200", 200, 200, None, "at_least", None)]),
    (
        "Plus d'un milliard d'euros.",
        [("Plus d'un milliard d'euros", 1000000000, 1000000000, None, "more_than", "euros")],
    ),
    ("Un peu plus de 40 wagons.", [("Un peu plus de 40", 40, 40, None, "more_than", None)]),
    ("Jusqu'à 900 visiteurs.", [("Jusqu'à 900", 900, None, 900, "at_most", None)]),
    ("Pas plus de dix élèves.", [("Pas plus de dix", 10, None, 10, "at_most", None)]),
    ("Moins de 80 élèves.", [("Moins de 80", 80, None, 80, "less_than", None)]),
    ("Deux refuges au plus près du col.", [exact("Deux", 2)]),
]

RANGES = [
    ("Il viendra 5.500 à 6.000 cyclistes.", [between("5.500 à 6.000", 5500, 6000)]),
    ("Entre 70 et 90 maisons.", [between("Entre 70 et 90", 70, 90)]),
    ("Trois ou quatre wagons.", [between("Trois ou quatre", 3, 4)]),
    ("Une ou deux semaines.", [between("Une ou deux semaines", 1, 2, "semaines")]),
    ("Entre 12 et 15.000 cyclistes.", [between("Entre 12 et 15.000", 12000, 15000)]),
    ("Entre 500 et 2.000 cyclistes.", [between("Entre 500 et 2.000", 500, 2000)]),
    ("Six à sept mille cyclistes.", [between("Six à sept mille", 6000, 7000)]),
    ("Deux à trois cents mètres.", [between("Deux à trois cents mètres", 200, 300, "mètres")]),
    ("2 à 3,5 millions de tonnes.", [between("2 à 3,5 millions de tonnes", 2000000, 3500000, "tonnes")]),
    ("700.000 à 1,4 million d'oies.", [between("700.000 à 1,4 million", 700000, 1400000)]),
    ("1.500-1.800 arbres.", [between("1.500-1.800", 1500, 1800)]),
    ("Encore 5-6 km.", [between("5-6 km", 5, 6, "km")]),
    ("Entre 12 euros et 15 euros.", [between("Entre 12 euros et 15 euros", 12, 15, "euros")]),
    ("Le prix est passé de 8 à 11 euros.", [exact("8", 8), exact("11 euros", 11, "euros")]),
    ("De sept cents à deux cents.", [exact("sept cents", 700), exact("deux cents", 200)]),
    (
        "Le budget passe de 300 à 450 millions d'euros.",
        [exact("300", 300000000), exact("450 millions d'euros", 450000000, "euros")],
    ),
    ("Il est passé de 12 à deux cents élèves.", [exact("12", 12), exact("deux cents", 200)]),
    ("Le sucre a pris 3 % à 400 euros.", [exact("3 %", 3, "%"), exact("400 euros", 400, "euros")]),
    ("De 800 m à 2.000 m.", [between("800 m à 2.000 m", 800, 2000, "m")]),
]

MEASURES = [
    ("Le col est à 85 km de Velmont.", [exact("85 km", 85, "km")]),
    ("Le vent souffle à 140 km/h.", [exact("140 km/h", 140, "km/h")]),
    ("Il couvre 31 kilomètres carrés.", [exact("31 kilomètres carrés", 31, "kilomètres carrés")]),
    ("Soit 61,3 % des voix, 42% des sièges.", [exact("61,3 %", 61.3, "%"), exact("42%", 42, "%")]),
    ("Quarante pour cent du vignoble.", [exact("Quarante pour cent", 40, "pour cent")]),
    ("Il en coûte 3,4 millions d'euros.", [exact("3,4 millions d'euros", 3400000, "euros")]),
    ("Soit 450 M€ et $300.", [exact("450 M€", 450000000, "€"), exact("$300", 300, "$")]),
    ("Quatre jours, trente ans.", [exact("Quatre jours", 4, "jours"), exact("trente ans", 30, "ans")]),
    ("Les six derniers mois.", [exact("six derniers mois", 6, "mois")]),
    ("Deux heures et demie.", [exact("Deux heures et demie", 2.5, "heures")]),
    ("Un an et demi plus tard.", [exact("Un an et demi", 1.5, "an")]),
    ("Une quinzaine de kilomètres.", [about("Une quinzaine de kilomètres", 15, "kilomètres")]),
    ("Il fait moins vingt degrés.", [exact("moins vingt degrés", -20, "degrés")]),
    ("Dans les 48 heures, en 72h.", [exact("48 heures", 48, "heures"), exact("72h", 72, "h")]),
    ("À deux heures de route.", [exact("deux heures", 2, "heures")]),
]

ONE = [
    ("Un berger a parlé, une vache est perdue.", []),
    ("Un mois, une semaine, une fois.", []),
    ("L'un des bergers a parlé.", []),
    ("L'avalanche a fait un mort et six blessés.", [exact("un", 1), exact("six", 6)]),
    ("Bilan: trois blessés et un disparu.", [exact("trois", 3), exact("un", 1)]),
    ("Un marin est mort et trois autres ont fui.", [exact("Un", 1), exact("trois", 3)]),
    ("Une seule des six écluses fonctionne.", [exact("Une", 1), exact("six", 6)]),
    (
        "Un élève sur trois, une forêt sur 30 km.",
        [exact("Un", 1), exact("trois", 3), exact("30 km", 30, "km")],
    ),
    ("Un, deux, trois, partez!", [exact("Un", 1), exact("deux", 2), exact("trois", 3)]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{name}: {text}")
        for name, cases in (
            ("exact", EXACT),
            ("multiplied", MULTIPLIED),
            ("fraction", FRACTIONS),
            ("modified", MODIFIED),
            ("range", RANGES),
            ("measure", MEASURES),
            ("one", ONE),
        )
        for text, expected in cases
    ],
)
def test_numbers_reads(text: str, expected: list[Reading]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le maire est élu depuis 2014, avant l'été 2015.",
        "La crise de 2008 avait tout changé.",
        "Le 31 mars, le 1er mai et le 17, le col est fermé.",
        "Les 13 et 14 novembre, du 3 au 5 mai, lundi 12.",
        "Le neuf février et le 12 sept. au matin.",
        "Les années 80, les années soixante, l'an 2000.",
        "Le bal débute à 21h15, à 19 heures ou vers 6 heures du matin.",
        "La conférence de 15 heures GMT est annulée.",
        "Le quatrième col, la 7e étape, la vingt et unième boucle.",
        "Des F-16, un Su-27, le G20, la RN7 et la 5G.",
        "La résolution 1244, l'article 49.3, le fonds no 3 et le numéro deux du parti.",
        "La cote 104, la colline 70 et le poste 12.",
        "Le Boeing 747 du vol 12, France 24, Canal 9.",
        "Velmont l'emporte 3-1, puis 2 à 1.",
        "Écrire au 12, rue des Lilas, 75011 Paris, tél. 01 45 67 89 10.",
        "1. Le contexte\n2. Les faits",
        "Voir la note (3) et https://exemple.fr/2021/08/13?page=3 ce soir.",
        "Un pont neuf enjambe la Velme.",
        "Les Deux-Sèvres et l'Europe des Vingt-Sept.",
        "Un deux-pièces et un quatre-quarts.",
        "Tous deux sont partis de zéro.",
        "Le 12/05/2021 à 192.168.1.1.",
    ],
)
def test_numbers_leaves_out(text: str) -> None:
    assert read(text) == []


@given(st.text())
def test_numbers_never_raises_and_slices_back(text: str) -> None:
    numbers = find_numbers(text)
    assert all(0 <= n.start < n.end <= len(text) for n in numbers)
    assert all(before.end <= after.start for before, after in pairwise(numbers))


FRAGMENTS = [
    *("un", "deux", "cent", "mille", "millions", "et", "de", "à", "plus de", "3.500", "1,5", "20", "%", "km"),
    *("-", ",", "tiers", "une dizaine", "le", "heures", "2014", "\n", "d'", "entre"),
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12), st.sampled_from([" ", "-", "", "\u202f"]))
def test_numbers_bounds_agree(fragments: list[str], gap: str) -> None:
    for number in find_numbers(gap.join(fragments)):
        if number.minimum is not None and number.maximum is not None:
            assert number.minimum <= number.maximum
        if number.modifier is None:
            assert number.value is None or number.value == number.minimum == number.maximum


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "1 ",
            "un ",
            "deux-",
            "cent",
            "1.000.",
            "100 000 ",
            "01 ",
            "vingt et un ",
            "plus de ",
            "n'",
            "-",
            " ",
        ),
        *("une douzaine de ", "un mort ", "entre 1 et 2 ", "http://a", "a"),
        *("et ", "1", "٣", "²", "𝟙𝟚", "lundi ", "virgule zéro ", "de 1 à 2 millions ", "moins ", "\x00"),
        *("1" * 400 + " ", "zéro virgule zéro ", "plus de un peu ", "demi-", "1,2", "12:"),
    ],
)
def test_numbers_time_grows_with_the_text_only(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        find_numbers(text)
        return time.process_time() - start

    # Quadratic reading would take sixteen times as long for four times the text.
    assert cost(20_000) < 10 * cost(5_000) + 0.05


def test_numbers_reads_every_typography_alike() -> None:
    plain = "Près d'un millier d'autres, plus de 12 500 hommes et 80 % des voix."
    fancy = plain.replace("'", "’").replace("12 500", "12\u202f500").replace("80 %", "80\u00a0%")
    assert [reading[1:] for reading in read(plain)] == [reading[1:] for reading in read(fancy)]
