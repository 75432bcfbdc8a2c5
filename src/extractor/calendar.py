"""Days, stretches of days, and their EDTF strings; no language here.

A stretch is closed by two days, or open on one side («jusqu'au 31 août», «depuis lundi»). Its precision says
how finely it was told: ``2021-08`` is the month, not its 31 days, and an open ``2014/..`` starts with a year.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from dateutil.relativedelta import relativedelta

from extractor.errors import PublishedError

Precision = Literal["day", "month", "year"]
Unit = Literal["day", "week", "month", "year"]

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_WEEK, _YEAR = 7, 12
_LENGTH: dict[Precision, int] = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of days.

    Attributes:
        earliest: First day; None where the stretch is open.
        latest: Last day; None where the stretch is open.
        precision: What its two ends are told in.
    """

    earliest: date | None
    latest: date | None
    precision: Precision = "day"

    @property
    def first(self) -> date | None:
        """Its first known day."""
        return self.earliest or self.latest

    @property
    def last(self) -> date | None:
        """Its last known day."""
        return self.latest or self.earliest

    def edtf(self) -> str:
        """The stretch as an EDTF string (ISO 8601-2): a day, month or year, or two of them."""
        length = _LENGTH[self.precision]
        first, last = (day.isoformat()[:length] if day else ".." for day in (self.earliest, self.latest))
        return first if first == last else f"{first}/{last}"

    def unit(self) -> str | None:
        """The smallest day, month or year (EDTF) that holds it; of an open one, that of its known end."""
        first, last = self.first, self.last
        if first is None or last is None:
            return None
        finest = _LENGTH[self.precision]
        for length in (10, 7, 4):
            if length <= finest and first.isoformat()[:length] == last.isoformat()[:length]:
                return first.isoformat()[:length]
        return None


Published: TypeAlias = Interval
"""When a text was published: one day, or the month or the year that is known."""


def on(day: date) -> Interval:
    """The stretch of one day."""
    return Interval(earliest=day, latest=day)


def month_of(year: int, month: int) -> Interval:
    """The stretch of one month."""
    last = calendar.monthrange(year, month)[1]
    return Interval(earliest=date(year, month, 1), latest=date(year, month, last), precision="month")


def year_of(year: int) -> Interval:
    """The stretch of one year."""
    return Interval(earliest=date(year, 1, 1), latest=date(year, 12, 31), precision="year")


def day_of(year: int, month: int, day: int) -> Interval | None:
    """The stretch of one day, None where the calendar has no such day."""
    try:
        return on(date(year, month, day))
    except ValueError:
        return None


def parse_edtf(value: str) -> Interval:
    """Reads what ``Interval.edtf`` writes.

    Args:
        value: EDTF day, month or year, or an interval of two of them; ``..`` is an open end.

    Raises:
        ValueError: It is none of these, or names a day that no calendar has.
    """
    if "/" not in value:
        return _parse_point(value)
    first, last = value.split("/", 1)
    start = None if first == ".." else _parse_point(first)
    end = None if last == ".." else _parse_point(last)
    known = start or end
    if known is None:
        raise ValueError(f"{value!r} is open on both sides")
    if start and end and start.precision != end.precision:
        raise ValueError(f"the ends of {value!r} are not of one precision")
    return Interval(
        earliest=start.earliest if start else None,
        latest=end.latest if end else None,
        precision=known.precision,
    )


def _parse_point(value: str) -> Interval:
    match = _EDTF.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no EDTF day, month or year")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year and month and day:
        return on(date(year, month, day))
    if year and month:
        return month_of(year, month)
    return year_of(year or 0)


def parse_published(value: str) -> Published:
    """Reads a publication date.

    Args:
        value: EDTF day, month or year: ``2021-08-13``, ``2021-08``, ``2021``.

    Raises:
        PublishedError: It is none of the three, or no such day exists.
    """
    try:
        return _parse_point(value.strip())
    except ValueError as error:  # calendar.IllegalMonthError is one too
        message = f"publication date {value!r} is no EDTF day (2021-08-13), month (2021-08) or year (2021)"
        raise PublishedError(message) from error


def shift(day: date, amount: int, unit: Unit) -> date | None:
    """The day so many units later (earlier where negative); None beyond what dates can hold."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(amount * (_WEEK if unit == "week" else 1))
        moved: date = day + relativedelta(months=amount * (_YEAR if unit == "year" else 1))
    except (OverflowError, ValueError):
        return None
    return moved


def shifted(day: date, amount: int, unit: Unit) -> Interval | None:
    """The same as the stretch of one day."""
    moved = shift(day, amount, unit)
    return on(moved) if moved else None


def hull(one: Interval | None, other: Interval | None, published: Interval) -> Interval | None:
    """What two readings, from the first and from the last day a text may be of, have in common.

    The same stretch is returned; two that lie in the publication's month or year to three quarters give that
    month or year; others give None. The share was measured: it keeps «hier» (29 July to 30 August) and drops
    «la semaine dernière», which may lie in either month.
    """
    if one is None or other is None or one == other:
        return one if one == other else None
    if (one.earliest is None) != (other.earliest is None) or (one.latest is None) != (other.latest is None):
        return None
    first = min(day for day in (one.earliest, other.earliest, one.latest, other.latest) if day)
    last = max(day for day in (one.earliest, other.earliest, one.latest, other.latest) if day)
    start, end = published.earliest, published.latest
    if start is None or end is None:
        return None
    inside = (min(last, end) - max(first, start)).days + 1
    if inside / ((last - first).days + 1) < 3 / 4:
        return None
    return Interval(
        earliest=start if one.earliest else None,
        latest=end if one.latest else None,
        precision=published.precision,
    )
