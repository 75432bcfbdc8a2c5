"""What is a date expression in French, and what only looks like one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.dates import find_dates, from_dict, to_dict


def said(text: str) -> list[str]:
    return [text[date.start : date.end] for date in find_dates(text)]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Orlec est tombée vendredi.", ["vendredi"]),
        ("Orlec est tombée vendredi dernier au petit matin.", ["vendredi dernier au petit matin"]),
        ("Orlec est tombée jeudi soir.", ["jeudi soir"]),
        ("Ce mardi, la trêve a tenu.", ["Ce mardi"]),
        ("Ils se réuniront jeudi en huit à Valmont.", ["jeudi en huit"]),
        ("Le sommet s'ouvre mardi prochain.", ["mardi prochain"]),
        ("Le sommet s'ouvre le mardi de la semaine prochaine.", ["le mardi de la semaine prochaine"]),
        ("Orlec est tombée le 3 février 2013.", ["le 3 février 2013"]),
        ("Orlec est tombée le mardi 3 février 2013 à l'aube.", ["le mardi 3 février 2013 à l'aube"]),
        ("Orlec est tombée le 1er avril.", ["le 1er avril"]),
        ("Le 1er avril, six cents hommes ont quitté Orlec.", ["Le 1er avril"]),
        ("Orlec est tombée le 1er avril, 2014.", ["le 1er avril, 2014"]),
        ("L'ACCORD DU 3 DECEMBRE EST ROMPU.", ["3 DECEMBRE"]),
        ("Le 3\u00a0février dernier, elle tombait.", ["Le 3\u00a0février dernier"]),
        ("Orlec est tombée le 24, puis reprise le 27 à l'aube.", ["le 24", "le 27 à l'aube"]),
        ("Le scrutin aura lieu le 15 du mois prochain.", ["le 15 du mois prochain"]),
        ("Le 13 juin de la même année, ils revenaient.", ["Le 13 juin de la même année"]),
        ("Publié le 13/08/2021, corrigé le 2021-08-14.", ["le 13/08/2021", "le 2021-08-14"]),
        ("La province a changé de mains en mars et en juin 2014.", ["mars", "juin 2014"]),
        ("Dès le mois de juillet, elle est revenue.", ["le mois de juillet"]),
        (
            "Ils ont attaqué début mai, mi-juillet et à la fin août.",
            ["début mai", "mi-juillet", "à la fin août"],
        ),
        ("La révolte date de fin 2014.", ["fin 2014"]),
        ("La ville a été perdue en 2012 puis reprise (2014).", ["2012", "2014"]),
        ("L'accord de 2015 a été violé.", ["2015"]),
        ("Dans les années 1990 et les années quatre-vingt.", ["les années 1990", "les années quatre-vingt"]),
        ("Le fort date du XIXe siècle.", ["du XIXe siècle"]),
        ("Au printemps 2014, puis à l'automne, ils sont revenus.", ["Au printemps 2014", "à l'automne"]),
        ("Cet été, comme l'hiver dernier, la route est coupée.", ["Cet été", "l'hiver dernier"]),
        ("Hier soir, avant-hier et aujourd'hui.", ["Hier soir", "avant-hier", "aujourd'hui"]),
        ("Demain matin, après\u2011demain au plus tard.", ["Demain matin", "après\u2011demain"]),
        ("La veille au soir, ils étaient partis. Le lendemain, rien.", ["La veille au soir", "Le lendemain"]),
        ("Ce matin-là, la garnison dormait encore.", ["Ce matin-là"]),
        ("Ce soir, je rentre.", ["Ce soir"]),
        ("Plus tôt dans la journée, le pont a sauté.", ["Plus tôt dans la journée"]),
        ("Le même jour, le fort est tombé.", ["Le même jour"]),
        ("Il y a trois semaines, tout était calme.", ["Il y a trois semaines"]),
        ("Il y a un an et demi, tout était calme.", ["Il y a un an et demi"]),
        ("Le siège dure depuis une dizaine de jours.", ["depuis une dizaine de jours"]),
        ("Le pont rouvrira dans deux semaines.", ["dans deux semaines"]),
        ("Trois jours plus tard, ils revenaient.", ["Trois jours plus tard"]),
        ("Deux jours après le 3 mai, ils revenaient.", ["Deux jours après le 3 mai"]),
        ("La semaine dernière et l'an prochain.", ["La semaine dernière", "l'an prochain"]),
        ("Le mois suivant, elle tombait.", ["Le mois suivant"]),
        ("En fin de semaine, à la fin du mois.", ["En fin de semaine", "à la fin du mois"]),
        (
            "Ces derniers jours, dans les prochaines heures.",
            ["Ces derniers jours", "dans les prochaines heures"],
        ),
        ("Au cours des dernières 48 heures, rien.", ["Au cours des dernières 48 heures"]),
        ("Dans la nuit de vendredi à samedi, Orlec est tombée.", ["Dans la nuit de vendredi à samedi"]),
        ("Dans la nuit du 3 au 4 mars, Orlec est tombée.", ["Dans la nuit du 3 au 4 mars"]),
        ("Dans la soirée de jeudi, le maire a fui.", ["Dans la soirée de jeudi"]),
        ("Du 3 au 5 mai puis de mars à juin 2017.", ["3 au 5 mai", "de mars à juin 2017"]),
        ("Entre le 28 mai et le 3 juin, trois bourgs.", ["Entre le 28 mai et le 3 juin"]),
        ("De 1996 à 2001, puis en 2003-2004.", ["1996 à 2001", "2003-2004"]),
        ("De lundi à mercredi, la route était coupée.", ["De lundi à mercredi"]),
        ("Le samedi 8 et le dimanche 9 mai.", ["Le samedi 8", "le dimanche 9 mai"]),
        ("Ils tiennent Orlec depuis lundi.", ["depuis lundi"]),
        ("Ils doivent partir d'ici le 31 août.", ["d'ici le 31 août"]),
        ("La trêve court jusqu'au 3 mai.", ["jusqu'au 3 mai"]),
        ("L'assaut viendra avant l'hiver, après Noël.", ["avant l'hiver", "après Noël"]),
        (
            "La deuxième semaine de mars, le premier dimanche de mai.",
            ["La deuxième semaine de mars", "le premier dimanche de mai"],
        ),
        ("Jeudi, au lendemain de la chute d'Orlec, il a fui.", ["Jeudi", "au lendemain"]),
        (
            "Au deuxième trimestre, puis au second semestre 2023.",
            ["Au deuxième trimestre", "au second semestre 2023"],
        ),
        ("Au début de l'été, à la fin de l'hiver 2014.", ["Au début de l'été", "à la fin de l'hiver 2014"]),
        ("Prise au printemps, reperdue l'automne suivant.", ["au printemps", "l'automne suivant"]),
        ("Prise le mardi suivant.", ["le mardi suivant"]),
        ("Orlec (mars), Sarvane (Noël), Valmont (fin mai).", ["mars", "Noël", "fin mai"]),
        ("Dans la nuit du 3 au 4, Orlec est tombée.", ["Dans la nuit du 3 au 4"]),
        ("Prise le 3 mars, perdue le 28 du même mois.", ["le 3 mars", "le 28 du même mois"]),
    ],
)
def test_a_date_expression_is_found(sentence: str, dates: list[str]) -> None:
    assert said(sentence) == dates


@pytest.mark.parametrize(
    "sentence",
    [
        "Le M23 et le G5 ont des T-55, le vol MH17 non.",
        "La résolution 2085 du Conseil a été adoptée.",
        "Le Mouvement du 23 mars dément.",
        "L'avenue du 8-Mai-1945 et la place du 1er-Mai sont barrées.",
        "Rue du 4 septembre, les manifestants chantaient.",
        "Mars est une planète, Avril un prénom, le Champ-de-Mars un parc.",
        "Le quotidien Vendredi l'a écrit.",
        "L'accord du Vendredi saint tient.",
        "Ils ont été pris ; il a été blessé.",
        "Il avait au début été soigné sur place.",
        "Le département de l'Aube est calme, on se promène dans l'Aube.",
        "Quelque 2.000 soldats et 1 500 policiers, dont 13 officiers.",
        "Les 2000 soldats ont reçu 1990 euros de prime.",
        "En deux jours, ils ont pris trois villages.",
        "Il a 37 ans et vit ici pendant trois mois par an.",
        "Vingt ans après leur intervention, ils partent.",
        "Chaque lundi, tous les mardis, le marché est fermé.",
        "Cette soirée, qui sera dansante, est gratuite.",
        "Le 20 heures de la chaîne a été annulé.",
        "A 18 h 30, vers 22 heures, le feu a cessé.",
        "La version 1.2.3 du 49.3 pèse 10,5 kilos.",
        "Les forces de sept villages, sa mère et je ne sais qui.",
        "La loi 2012-1234 du code.",
        "Le 32 mai n'existe pas.",
        "C'était jadis, désormais c'est fini.",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_left(sentence: str) -> None:
    assert said(sentence) == []


WORDS = (
    "le la du de au à en 3 24 mai juin 2021 98 1er dans nuit il y a vendredi semaine jours trois "
    "quelques dernier depuis d'ici entre et jusqu'au plus tôt tard veille hier été 13/08/2021 , . - ( ) \n"
)


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join))
def test_expressions_are_in_order_apart_and_plain(text: str) -> None:
    found = find_dates(text)
    ends = [0] + [date.end for date in found]
    assert all(end <= date.start < date.end <= len(text) for end, date in zip(ends, found, strict=False))
    assert [from_dict(to_dict(date)) for date in found] == found


@given(st.text(max_size=300))
def test_arbitrary_text_never_raises(text: str) -> None:
    assert all(0 <= date.start < date.end <= len(text) for date in find_dates(text))


@pytest.mark.parametrize(
    "unit",
    [
        "le ",
        "le 3 ",
        "vingt-",
        "de ",
        "il y a ",
        "mai ",
        "2021 ",
        "2021-",
        "1er ",
        "dans la nuit de ",
        "du 3 au ",
        "fin de la ",
        "3/",
        "'",
        "\n",
        ". ",
        "plus tôt ",
        "le 3, ",
        "vendredi ",
        "lundi, mardi, ",
        "et ",
        "1",
        "٣",
        "1" * 400 + " ",
        "12/08/",
        "12.8.",
        "vingt et un ",
        "e\u0301té ",
        "\u202f",
        "\x00",
    ],
    ids=ascii,
)
def test_hostile_repetition_does_not_hang(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    start = time.process_time()
    find_dates(text)
    assert time.process_time() - start < 3


def test_time_grows_with_the_length_only() -> None:
    sentence = "Orlec est tombée dans la nuit de vendredi à samedi, trois jours après le 3 mai 2021. "
    find_dates(sentence)

    def once(count: int) -> float:
        start = time.process_time()
        find_dates(sentence * count)
        return time.process_time() - start

    def seconds(count: int) -> float:
        return min(once(count) for _ in range(3))  # other programs may run

    assert seconds(400) < 30 * max(seconds(40), 0.001)
