"""Which days a date expression means, counted from Friday 13 August 2021 unless the case says otherwise."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.calendar import Interval, month_of, on, parse_published
from extractor.dates import Side, find_dates, resolve

FRIDAY = "2021-08-13"
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


def meant(text: str, published: str | None = FRIDAY, side: Side | None = None) -> list[str | None]:
    dates = find_dates(text)
    intervals = resolve(dates, published and parse_published(published), sides=[side] * len(dates))
    return [interval.edtf() if interval else None for interval in intervals]


@pytest.mark.parametrize(
    ("sentence", "side", "values"),
    [
        # A weekday: the latest that is not after the text, the day of the text included; ahead, the next
        ("Orlec est tombée vendredi.", "past", ["2021-08-13"]),
        ("Orlec est tombée jeudi soir.", "past", ["2021-08-12"]),
        ("Orlec est tombée samedi.", "past", ["2021-08-07"]),
        ("Il parlera vendredi.", "future", ["2021-08-13"]),
        ("Il parlera lundi.", "future", ["2021-08-16"]),
        ("Orlec: la trêve, lundi.", None, ["2021-08-09"]),
        ("Elle est tombée vendredi dernier.", "past", ["2021-08-06"]),
        ("Il parlera vendredi prochain.", "future", ["2021-08-20"]),
        ("Il parlera lundi en huit.", "future", ["2021-08-23"]),
        ("Ce vendredi, elle est tombée.", None, ["2021-08-13"]),
        ("Elle est tombée le mardi de la semaine dernière.", "past", ["2021-08-03"]),
        ("Le lundi, le marché est fermé.", None, [None]),
        # Day and month: the nearest year, unless the clause or a weekday decides
        ("Elle est tombée le 3 août.", "past", ["2021-08-03"]),
        ("Elle est tombée le 20 décembre.", "past", ["2020-12-20"]),
        ("Ils voteront le 20 décembre.", "future", ["2021-12-20"]),
        ("Ils voteront le 12 janvier.", "future", ["2022-01-12"]),
        ("Elle est tombée lundi 3 février.", "past", ["2020-02-03"]),
        ("Elle est tombée le 17 janvier dernier.", "past", ["2021-01-17"]),
        ("Elle est tombée le 6 janvier de l'an dernier.", "past", ["2020-01-06"]),
        ("Le 30 février, rien.", None, [None]),
        ("Elle est tombée le 24.", "past", ["2021-07-24"]),
        ("Ils voteront le 24.", "future", ["2021-08-24"]),
        ("Ils voteront le 15 du mois prochain.", "future", ["2021-09-15"]),
        # Months, seasons and years
        ("Elle est tombée en mars.", "past", ["2021-03"]),
        ("Elle est tombée en octobre.", "past", ["2020-10"]),
        ("Ils voteront en octobre.", "future", ["2021-10"]),
        ("Elle est tombée début mai.", "past", ["2021-05-01/2021-05-10"]),
        ("Elle est tombée mi-février.", "past", ["2021-02-11/2021-02-20"]),
        ("Elle est tombée fin février.", "past", ["2021-02-21/2021-02-28"]),
        ("Elle est tombée fin 2014.", "past", ["2014-10/2014-12"]),
        ("Elle est tombée au printemps 2015.", "past", ["2015-03-21/2015-06-20"]),
        ("Elle est tombée l'été dernier.", "past", ["2020-06-21/2020-09-22"]),
        ("Elle est tombée à l'hiver 2014.", "past", ["2013-12-21/2014-03-20"]),
        ("Dans les années 1990, puis les années soixante.", None, ["1990/1999", "1960/1969"]),
        ("Le fort date du XIXe siècle.", None, ["1800/1899"]),
        (
            "Le premier dimanche de mai, la dernière semaine de juillet.",
            "past",
            ["2021-05-02", "2021-07-26/2021-08-01"],
        ),
        ("Depuis Noël, après Pâques.", "past", ["2020-12-25/..", "2021-04-05/.."]),
        # Counted from the day of the text
        (
            "Hier, avant-hier, aujourd'hui, demain.",
            None,
            ["2021-08-12", "2021-08-11", "2021-08-13", "2021-08-14"],
        ),
        ("Il y a trois jours, il y a deux semaines.", None, ["2021-08-10", "2021-07-30"]),
        ("Il y a un mois, il y a vingt ans.", None, ["2021-07", "2001"]),
        ("Dans trois jours, d'ici trois semaines.", None, ["2021-08-16", "../2021-09-03"]),
        ("La semaine dernière, cette semaine.", None, ["2021-08-02/2021-08-08", "2021-08-09/2021-08-15"]),
        (
            "Le week-end dernier, le mois dernier, l'an dernier.",
            None,
            ["2021-08-07/2021-08-08", "2021-07", "2020"],
        ),
        ("Le dernier trimestre, la fin de l'année.", None, ["2021-04/2021-06", "2021-10/2021-12"]),
        ("Ces derniers jours, dans les prochaines semaines.", None, ["../2021-08-13", "2021-08-13/.."]),
        (
            "Ces trois derniers mois, dans les 90 jours.",
            None,
            ["2021-05-13/2021-08-13", "2021-08-13/2021-11-11"],
        ),
        ("Au cours des dernières 24 heures.", None, ["2021-08-12/2021-08-13"]),
        ("Il y a quelques jours, quelques jours plus tard.", None, ["../2021-08-13", None]),
        # Stretches
        (
            "Entre le 3 et le 5 mai, de mars à juin 2017.",
            "past",
            ["2021-05-03/2021-05-05", "2017-03/2017-06"],
        ),
        (
            "Du 28 mai au 3 juin, du 20 décembre au 3 janvier.",
            "past",
            ["2021-05-28/2021-06-03", "2020-12-20/2021-01-03"],
        ),
        ("Du 3 août 2016 au 5 janvier 2017.", "past", ["2016-08-03/2017-01-05"]),
        ("De novembre à mars, de 1996 à 2001.", "past", ["2020-11/2021-03", "1996/2001"]),
        (
            "Dans la nuit de jeudi à vendredi, dans la nuit du 3 au 4 mars.",
            "past",
            ["2021-08-12/2021-08-13", "2021-03-03/2021-03-04"],
        ),
        (
            "Dans la nuit du 9 au 10, la nuit du 31 au 1er, la nuit du 20 au 22.",
            "past",
            ["2021-08-09/2021-08-10", "2021-07-31/2021-08-01", None],
        ),
        ("Les 18 et 10 mai.", "past", ["2021-05-10/2021-05-18"]),
        (
            "Depuis lundi, depuis 2014, depuis le 20 août.",
            "future",
            ["2021-08-09/..", "2014/..", "2020-08-20/.."],
        ),
        ("D'ici le 31 août, jusqu'en 2022.", None, ["../2021-08-31", "../2022"]),
        (
            "Avant le 15 août, avant fin août, après le 15 août.",
            None,
            ["../2021-08-14", "../2021-08-31", "2021-08-16/.."],
        ),
        ("Avant 2010, après mars 2012.", None, ["../2009", "2012-04/.."]),
        ("Ils ont jusqu'à lundi.", None, ["../2021-08-16"]),
        ("Ils ont tenu jusqu'à lundi.", "past", ["../2021-08-09"]),
        ("Ils ont jusqu'au 20, ou d'ici octobre.", None, ["../2021-08-20", "../2021-10"]),
        (
            "La semaine du 5 juillet, le week-end du 8 mai.",
            "past",
            ["2021-07-05/2021-07-11", "2021-05-08/2021-05-09"],
        ),
        ("Le lundi de Pâques, le lundi de Pentecôte 2020.", "past", ["2021-04-05", "2020-06-01"]),
        # Quarters and halves of a year, parts of a season
        (
            "Au deuxième trimestre 2020, au dernier trimestre 2019.",
            "past",
            ["2020-04/2020-06", "2019-10/2019-12"],
        ),
        (
            "Au premier semestre, au quatrième trimestre, le semestre dernier.",
            "past",
            ["2021-01/2021-06", "2020-10/2020-12", "2021-01/2021-06"],
        ),
        ("Au premier semestre, au quatrième trimestre.", "future", ["2022-01/2022-06", "2021-10/2021-12"]),
        (
            "Au début de l'été, à la fin de l'hiver 2014, à l'hiver 2016-2017.",
            "past",
            ["2021-06-21/2021-07-22", "2014-02-19/2014-03-20", "2016-12-21/2017-03-20"],
        ),
    ],
)
def test_an_expression_means_these_days(sentence: str, side: Side | None, values: list[str | None]) -> None:
    assert meant(sentence, side=side) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Orlec est tombée vendredi. La veille, Valmont avait été prise.", ["2021-08-13", "2021-08-12"]),
        ("Elle a été attaquée le 3 août. Le lendemain, elle est tombée.", ["2021-08-03", "2021-08-04"]),
        (
            "Orlec est tombée le 30 mars. Deux jours plus tard, ils étaient à Valmont.",
            ["2021-03-30", "2021-04-01"],
        ),
        ("Reprise en octobre 2017. Un an plus tôt, l'offensive commençait.", ["2017-10", "2016-10"]),
        ("Prise en août 2016, puis Valmont, six mois plus tard.", ["2016-08", "2017-02"]),
        ("Conquise en 1995 et reperdue six ans plus tard.", ["1995", "2001"]),
        ("Orlec est tombée jeudi. Le même jour, Valmont a été prise.", ["2021-08-12", "2021-08-12"]),
        (
            "Orlec le 4 octobre, Valmont le 17, Sarvane trois jours plus tard.",
            ["2021-10-04", "2021-10-17", "2021-10-20"],
        ),
        ("Passée aux rebelles en 2014, elle leur a échappé dès juillet.", ["2014", "2014-07"]),
        (
            "Perdue le 27 février 2013, reprise le 10 septembre de la même année.",
            ["2013-02-27", "2013-09-10"],
        ),
        (
            "Ils sont venus jeudi, après l'accord du 3 mars 2001. La veille, rien.",
            ["2021-08-12", "2001-03-03", "2021-08-11"],
        ),
        (
            "Nommé lundi, neuf jours plus tôt. Dans la soirée, il est parti.",
            ["2021-08-09", "2021-07-31", "2021-08-09"],
        ),
        ("Le lendemain, ils revenaient.", [None]),
        (
            "Orlec le 3 août. Le lendemain, Valmont. Le 7, Sarvane.",
            ["2021-08-03", "2021-08-04", "2021-08-07"],
        ),
        ("Attaquée mardi 3 août, elle est tombée le mardi suivant.", ["2021-08-03", "2021-08-10"]),
        (
            "Prise au printemps 2015, perdue l'automne suivant.",
            ["2015-03-21/2015-06-20", "2015-09-23/2015-12-20"],
        ),
        ("L'automne suivant, elle tombait.", [None]),
        ("Jeudi, au lendemain de la chute d'Orlec, il a fui.", ["2021-08-12", "2021-08-12"]),
        ("Il a fui au lendemain de la chute d'Orlec.", [None]),
        ("La fête aura lieu samedi 14 août. Venez samedi.", ["2021-08-14", "2021-08-14"]),
        ("Prise le 3 mars, perdue le 28 du même mois.", ["2021-03-03", "2021-03-28"]),
        ("Prise en octobre 2017, perdue en février.", ["2017-10", "2018-02"]),
        ("Prise en octobre 2020, elle sera rendue en décembre.", ["2020-10", "2020-12"]),
        (
            "Aux mains des rebelles depuis 2018 : Orlec en mai, Valmont en juin.",
            ["2018/..", "2018-05", "2018-06"],
        ),
        ("Depuis 2018, la route est coupée ; en mai, le pont a sauté.", ["2018/..", "2021-05"]),
    ],
)
def test_a_date_counts_from_the_last_one_told(text: str, values: list[str | None]) -> None:
    assert meant(text, side=None) == [*values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Le 14 juin 1940, ils entrent dans Orlec. Le 22 juin 1940, tout finit. Le 10 juin, on fuyait.",
            ["1940-06-14", "1940-06-22", "1940-06-10"],
        ),
        (
            "Le 23 août 1942, l'assaut. Le 19 novembre 1942, le siège. Le 2 février, tout finit.",
            ["1942-08-23", "1942-11-19", "1943-02-02"],
        ),
        (
            "Il y a 80 ans, le 3 mai 1941, le siège. Le 5 juin 1941, la fin. Le 1er juin, on fuyait.",
            ["1941", "1941-05-03", "1941-06-05", "1941-06-01"],
        ),
        # One date of long ago is background, and so are all where the text speaks of its own week
        ("Elle est née le 3 mai 1940. Elle a parlé le 2 août.", ["1940-05-03", "2021-08-02"]),
        (
            "Elle tombe le 3 mai 2010. Elle est reprise le 5 juin 2012. Mardi, on chante. Le 2 août, fin.",
            ["2010-05-03", "2012-06-05", "2021-08-10", "2021-08-02"],
        ),
    ],
)
def test_in_a_text_on_another_time_a_date_has_the_year_of_those_before(text: str, values: list[str]) -> None:
    assert meant(text, side="past") == values


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Orlec est tombée vendredi.", ["2021-08"]),
        ("Orlec est tombée hier, ou il y a trois jours.", ["2021-08", "2021-08"]),
        ("Plus tôt dans la journée, le pont a sauté.", ["2021-08"]),
        ("Ils partent le 31 août.", ["2021-08-31"]),
        ("Depuis début mai, depuis le 11 septembre 2001.", ["2021-05-01/..", "2001-09-11/.."]),
        ("Le mois dernier. L'an dernier. En mars.", ["2021-07", "2020", "2021-03"]),
        ("La semaine dernière, il y a trois semaines, le 24.", [None, None, None]),
        ("Vendredi 13 août, Orlec est tombée. Jeudi, c'était Valmont.", ["2021-08-13", "2021-08-12"]),
        ("Lundi 3 février, elle tombait.", ["2020-02-03"]),
        # Beside a day named in full, a weekday is the next one; further off it may be of either week
        (
            "Orlec est tombée jeudi 12 août. Samedi, c'était Valmont. Lundi, Sarvane.",
            ["2021-08-12", "2021-08-14", "2021-08"],
        ),
        (
            "Prise le 3 août. Le lendemain, perdue. Le 7, reprise.",
            ["2021-08-03", "2021-08-04", "2021-08-07"],
        ),
    ],
)
def test_a_publication_known_to_the_month_invents_no_day(sentence: str, values: list[str | None]) -> None:
    assert meant(sentence, "2021-08", side="past") == values


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Orlec est tombée vendredi, ou hier.", ["2021", "2021"]),
        ("Elle est tombée le 3 mars 2020. En mars. L'an dernier.", ["2020-03-03", None, "2020"]),
    ],
)
def test_a_publication_known_to_the_year_invents_no_month(sentence: str, values: list[str | None]) -> None:
    assert meant(sentence, "2021", side="past") == values


def test_without_publication_only_what_the_text_says_itself_is_known() -> None:
    text = (
        "Vendredi, hier, en mars, le 3 mai 2012. La veille, en 2011, ces derniers jours, du 3 au 5 mai 2013."
    )
    assert meant(text, None) == [
        None,
        None,
        None,
        "2012-05-03",
        "2012-05-02",
        "2011",
        None,
        "2013-05-03/2013-05-05",
    ]


def test_a_weekday_without_tense_takes_the_side_of_the_same_weekday_told_again() -> None:
    dates = find_dates("Fête dimanche. Elle aura lieu dimanche.")
    assert resolve(dates, parse_published(FRIDAY), sides=[None, "future"]) == [on(date(2021, 8, 15))] * 2


FORMATS = (
    lambda day: f"le {day.day}{'er' if day.day == 1 else ''} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"le {WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1].upper()} {day.year}",
    lambda day: f"{day.day:02} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    lambda day: f"{day.day}/{MONTHS[day.month - 1]}/{day.year}",
    lambda day: day.isoformat(),
    lambda day: f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"le {WEEKDAYS[day.weekday()]} {day.day:02}/{day.month:02}/{day.year}",
)
DAYS = [date(1900, 1, 1) + timedelta(offset) for offset in range(73_414)]


@pytest.mark.parametrize("written", FORMATS, ids=lambda written: written(date(2021, 8, 13)))
def test_every_day_reads_back_in_every_absolute_format(written: Callable[[date], str]) -> None:
    mixed = "/août/" in written(date(2021, 8, 13))
    days = DAYS[::37] if mixed else DAYS  # a name between slashes costs dateparser two milliseconds
    sentences = [f"Elle est tombée {written(day)}." for day in days]
    assert meant("\n\n".join(sentences), None) == [day.isoformat() for day in days]


BY_DAYS = (
    "Hier soir, avant-hier, demain, après-demain, aujourd'hui, ce soir, il y a trois jours, "
    "dans deux semaines, quinze jours plus tôt, la veille, d'ici dix jours, depuis une semaine, "
    "ces trois derniers jours, au cours des dernières 48 heures, dans les 90 jours, ces derniers jours, "
    "il y a quelques jours."
)
BY_WEEKS = (
    "Vendredi, lundi soir, mardi dernier, jeudi prochain, ce mercredi, samedi en huit, depuis dimanche, "
    "la veille, la semaine dernière, cette semaine, le week-end prochain, en début de semaine, "
    "le mardi de la semaine dernière, de lundi à mercredi, dans la nuit de jeudi à vendredi."
)


def moved(interval: Interval, days: int) -> Interval:
    first, last = (day and day + timedelta(days) for day in (interval.earliest, interval.latest))
    return Interval(earliest=first, latest=last)


@pytest.mark.parametrize(("text", "step"), [(BY_DAYS, 1), (BY_WEEKS, 7)])
@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), count=st.integers(-5000, 5000))
@settings(max_examples=50)
def test_shifting_the_publication_shifts_every_relative_date(
    text: str, step: int, day: date, count: int
) -> None:
    dates = find_dates(text)
    before, after = (resolve(dates, on(published)) for published in (day, day + timedelta(step * count)))
    assert [moved(interval, step * count) for interval in before] == after
    assert len(before) == text.count(",") + 1


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["past", "future", None]))
def test_what_a_month_tells_every_day_of_it_tells(day: date, side: Side | None) -> None:
    dates = find_dates(BY_DAYS + " " + BY_WEEKS + " Le 3 mai, en mars, l'an dernier, le 24, au printemps.")
    known = resolve(dates, month_of(day.year, day.month), sides=[side] * len(dates))
    for of_month, of_day in zip(known, resolve(dates, on(day), sides=[side] * len(dates)), strict=True):
        if of_month and of_month.precision == "day" and None not in (of_month.earliest, of_month.latest):
            assert of_month == of_day


@pytest.mark.parametrize(
    "unit",
    [
        "L'accord du 3 mars 2001. La veille. ",
        "le 3 mai et le 4 mai et ",
        "vendredi ",
        "Les accords du 3 mars 1999 et le 6. ",
    ],
)
def test_time_to_resolve_grows_with_the_number_of_dates_only(unit: str) -> None:
    def seconds(count: int) -> float:
        dates = find_dates(unit * count)
        start = time.process_time()
        resolve(dates, parse_published("2021-08"))
        return time.process_time() - start

    # In squares it would take sixty-four times as long.
    assert seconds(1600) < 30 * max(seconds(200), 0.001)


WORDS = [
    "le",
    "la",
    "du",
    "de",
    "au",
    "à",
    "en",
    "3",
    "24",
    "31",
    "mai",
    "février",
    "juin",
    "2021",
    "9999",
    "1000",
    "98",
    "dans",
    "nuit",
    "il",
    "y",
    "a",
    "vendredi",
    "lundi",
    "semaine",
    "mois",
    "ans",
    "jours",
    "trois",
    "mille",
    "quelques",
    "dernier",
    "prochain",
    "suivant",
    "depuis",
    "d'ici",
    "entre",
    "et",
    "jusqu'au",
    "avant",
    "après",
    "plus",
    "tôt",
    "tard",
    "veille",
    "hier",
    "été",
    "fin",
    "mi",
    "début",
    "même",
    "année",
    "siècle",
    "Noël",
    "premier",
    "dimanche",
    ",",
    ".",
    "-",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.sampled_from(["2021-08-13", "2021-08", "2021", "0001-01-01", "9999-12-31", "9999", "0001", None]),
    st.sampled_from(["past", "future", None]),
)
@settings(max_examples=300)
def test_whatever_is_found_resolves_to_a_stretch_or_to_nothing(
    text: str, published: str | None, side: Side | None
) -> None:
    dates = find_dates(text)
    for interval in resolve(dates, published and parse_published(published), sides=[side] * len(dates)):
        assert interval is None or interval.first <= interval.last
        assert interval is None or interval.edtf()
