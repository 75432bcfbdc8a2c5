from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.calendar import (
    Interval,
    Unit,
    day_of,
    hull,
    month_of,
    on,
    parse_edtf,
    parse_published,
    shift,
    shifted,
    year_of,
)
from extractor.errors import PublishedError

AUGUST = month_of(2021, 8)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2021-08-13", date(2021, 8, 13), date(2021, 8, 13)),
        ("2021-08", date(2021, 8, 1), date(2021, 8, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-05-01/2021-05-10", date(2021, 5, 1), date(2021, 5, 10)),
        ("2017-03/2017-06", date(2017, 3, 1), date(2017, 6, 30)),
        ("../2021-08-31", None, date(2021, 8, 31)),
        ("2021-08-13/..", date(2021, 8, 13), None),
        ("2014/..", date(2014, 1, 1), None),
    ],
)
def test_edtf_reads_and_writes_back(value: str, earliest: date | None, latest: date | None) -> None:
    interval = parse_edtf(value)
    assert (interval.earliest, interval.latest) == (earliest, latest)
    assert interval.edtf() == value


@pytest.mark.parametrize(
    "value", ["", "hier", "2021-13", "2021-02-30", "21-08-13", "../..", "2021/2021-05", "0000", "2021-8"]
)
def test_edtf_refuses(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_edtf(value)


@pytest.mark.parametrize("value", ["2021-08-13", "2021-08", "2021", " 2021 "])
def test_published_is_a_day_a_month_or_a_year(value: str) -> None:
    assert parse_published(value).edtf() == value.strip()


@pytest.mark.parametrize("value", ["", "13/08/2021", "2021-02-30", "2021-05/2021-06", "août 2021", "٢٠٢١"])
def test_published_refuses_with_the_value_in_the_message(value: str) -> None:
    with pytest.raises(PublishedError, match="publication date"):
        parse_published(value)


@pytest.mark.parametrize(
    ("interval", "unit"),
    [
        (on(date(2021, 8, 13)), "2021-08-13"),
        (Interval(earliest=date(2021, 5, 11), latest=date(2021, 5, 20)), "2021-05"),
        (Interval(earliest=date(2023, 9, 23), latest=date(2023, 12, 20)), "2023"),
        (Interval(earliest=date(2021, 8, 31), latest=date(2021, 9, 1)), "2021"),
        (Interval(earliest=date(2014, 9, 1), latest=None, precision="month"), "2014-09"),
        (Interval(earliest=None, latest=date(2021, 8, 31)), "2021-08-31"),
        (Interval(earliest=date(1996, 1, 1), latest=date(2001, 12, 31), precision="year"), None),
    ],
)
def test_unit_is_the_smallest_that_holds_it(interval: Interval, unit: str) -> None:
    assert interval.unit() == unit


@pytest.mark.parametrize(
    ("day", "amount", "unit", "moved"),
    [
        (date(2021, 8, 13), -3, "day", date(2021, 8, 10)),
        (date(2021, 8, 13), 2, "week", date(2021, 8, 27)),
        (date(2021, 1, 31), 1, "month", date(2021, 2, 28)),
        (date(2020, 2, 29), -1, "year", date(2019, 2, 28)),
        (date(9999, 12, 31), 1, "day", None),
        (date(2021, 8, 13), -3000, "year", None),
    ],
)
def test_shift_keeps_to_the_calendar(day: date, amount: int, unit: Unit, moved: date | None) -> None:
    assert shift(day, amount, unit) == moved
    assert shifted(day, amount, unit) == (on(moved) if moved else None)


@pytest.mark.parametrize(
    ("one", "other", "agreed"),
    [
        (year_of(2020), year_of(2020), year_of(2020)),
        (on(date(2021, 7, 30)), on(date(2021, 8, 27)), AUGUST),  # vendredi
        (on(date(2021, 7, 11)), on(date(2021, 8, 10)), None),  # il y a trois semaines
        (
            Interval(earliest=date(2021, 7, 11), latest=None),
            Interval(earliest=date(2021, 8, 10), latest=None),
            None,
        ),
        (on(date(2021, 8, 2)), Interval(earliest=date(2021, 8, 30), latest=None), None),
        (on(date(2021, 8, 2)), None, None),
    ],
)
def test_hull_keeps_what_both_ends_of_the_month_agree_on(
    one: Interval, other: Interval | None, agreed: Interval | None
) -> None:
    assert hull(one, other, AUGUST) == agreed


def test_hull_of_open_stretches_keeps_them_open() -> None:
    first, last = (Interval(earliest=date(2021, 8, day), latest=None) for day in (1, 30))
    assert hull(first, last, AUGUST) == Interval(earliest=date(2021, 8, 1), latest=None, precision="month")


def test_no_calendar_has_the_thirtieth_of_february() -> None:
    assert day_of(2021, 2, 30) is None


@given(DAYS, DAYS)
def test_every_stretch_of_days_reads_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = Interval(earliest=first, latest=last)
    assert parse_edtf(interval.edtf()) == interval


@given(DAYS, st.integers(-400, 400))
def test_shift_by_days_and_back(day: date, amount: int) -> None:
    assert shift(day, amount, "day") == day + timedelta(amount)
