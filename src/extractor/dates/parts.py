"""The beginning, middle and end of a month, season, year or longer stretch."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from extractor.calendar import Interval, month_of, year_of
from extractor.lexicon import tables

Part = Literal["early", "mid", "late"]

_DAYS: dict[Part, tuple[int, int]] = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# «début 2012» reaches less far than a third of the year
_MONTHS: dict[Part, tuple[int, int]] = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}


def part_of(interval: Interval, part: Part | None) -> Interval:
    """The part of a closed stretch: ten days of a month, a quarter of a year, a third of anything else."""
    first, last = interval.earliest, interval.latest
    if part is None or first is None or last is None or first == last:
        return interval
    if interval == month_of(first.year, first.month):
        start, end = _DAYS[part]
        return Interval(earliest=first.replace(day=start), latest=first.replace(day=min(end, last.day)))
    if interval == year_of(first.year):
        months = [month_of(first.year, month) for month in _MONTHS[part]]
        return Interval(earliest=months[0].earliest, latest=months[1].latest, precision="month")
    third = (last - first).days // 3
    if part == "early":
        return Interval(earliest=first, latest=first + timedelta(third))
    if part == "mid":
        return Interval(earliest=first + timedelta(third), latest=last - timedelta(third))
    return Interval(earliest=last - timedelta(third), latest=last)


def season_of(season: str, year: int) -> Interval:
    """The days of a season; the winter of a year ends in it."""
    (month, day), (last_month, last_day) = tables("dates.toml")["seasons"][season]
    start = date(year - (month > last_month), month, day)
    return Interval(earliest=start, latest=date(year, last_month, last_day))


def years_of(first: int, count: int) -> Interval:
    """A decade or a century."""
    return Interval(earliest=date(first, 1, 1), latest=date(first + count - 1, 12, 31), precision="year")
