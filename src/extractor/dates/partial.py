"""Dates that leave something out: «le 3 mai», «en mars», «le 24», «au printemps»."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.easter import easter

from extractor.calendar import Interval, day_of, month_of, on, shift, year_of
from extractor.dates.parts import part_of, season_of
from extractor.lexicon import tables

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.expression import Expression, Side

_LAST_YEAR, _FIRST_YEAR = 9998, 2
# A past clause whose nearest day lies this far ahead means the year before: fewer days ahead, and it is more
# often the tense that was read wrongly.
_AHEAD = 60
_DAY_REACH = 61  # days to «le 24» or «mardi 24»: two months
_WEEKDAY_REACH = 2 * 731  # a weekday may point two years away; gaps count double


def resolve_date(said: Expression, side: Side | None, context: Context) -> Interval | None:
    """The stretch that a date means, its year worked out where it has none."""
    year = said.year if said.year is not None else _neighbour_year(said, context)
    if year is not None:
        return part_of_or_none(in_year(said, year), said)
    if said.unit == "month" or (said.day is not None and said.month is None):
        return _day_alone(said, side, context)
    year = context.year_of_sentence(said) or context.year_of_story(said) if said.direction is None else None
    if year is not None:
        return part_of_or_none(in_year(said, year), said)
    today = _counted_from(said, context)
    return part_of_or_none(_nearest(said, side, today), said) if today else None


def _counted_from(said: Expression, context: Context) -> date | None:
    """The day of the text; for «l'automne suivant» that of the last date told."""
    if said.anchor != "text":
        return context.today
    last = context.last_told(said, days_only=False)
    if last is None:
        return None
    return last.last if said.direction == "after" else last.first


def part_of_or_none(interval: Interval | None, said: Expression) -> Interval | None:
    """Its part, where the expression names one."""
    return interval and part_of(interval, said.part)


def in_year(said: Expression, year: int) -> Interval | None:
    """The date in a given year; None where that year has no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if said.kind == "holiday" and said.holiday:
        return _holiday(said.holiday, year)
    if said.season:
        return season_of(said.season, year)
    if said.month is None:
        return year_of(year)
    if said.day is None:
        return month_of(year, said.month)
    return day_of(year, said.month, said.day)


def _holiday(name: str, year: int) -> Interval:
    rule = tables("dates.toml")["holidays"][name]
    return on(easter(year) + timedelta(rule) if isinstance(rule, int) else date(year, *rule))


def _neighbour_year(said: Expression, context: Context) -> int | None:
    """The year of «mars de l'an dernier» and «le 13 juin de la même année»."""
    if said.unit != "year":
        return None
    if said.anchor == "text":
        last = context.last_told(said, days_only=False)
        known = last.first if last else None
        return known.year if known else None
    if context.today is None:
        return None
    return context.today.year + {"before": -1, "after": 1}.get(said.direction or "", 0)


def _nearest(said: Expression, side: Side | None, today: date) -> Interval | None:
    candidates = [found for year in years_around(today, 4) if (found := in_year(said, year))]
    if said.weekday is not None:
        candidates = [
            found for found in candidates if found.earliest and found.earliest.weekday() == said.weekday
        ]
        candidates = [found for found in candidates if _gap(found, today) <= _WEEKDAY_REACH]
        return min(candidates, key=lambda found: _gap(found, today), default=None)
    before = [found for found in candidates if found.earliest and found.earliest <= today]
    after = [found for found in candidates if found.latest and found.latest >= today]
    if said.direction == "before":
        return max((f for f in before if f.latest and f.latest < today), key=_start, default=None)
    if said.direction == "after":
        return min((f for f in after if f.earliest and f.earliest > today), key=_start, default=None)
    if said.direction != "same" and side == "future":
        return min(after, key=_start, default=None)
    nearest = min(candidates, key=lambda found: _gap(found, today), default=None)
    if side == "past" and said.direction != "same" and nearest and nearest.earliest:
        allowed = 0 if said.day is None or said.bound == "since" else _AHEAD
        if (nearest.earliest - today).days > allowed:
            return max(before, key=_start, default=None)
    return nearest


def years_around(day: date, count: int) -> range:
    """The years up to so many before and after that of a day."""
    return range(max(_FIRST_YEAR, day.year - count), min(_LAST_YEAR, day.year + count) + 1)


def _start(interval: Interval) -> date:
    return interval.earliest or date.min


def _gap(interval: Interval, today: date) -> int:
    """Twice the days between a closed stretch and a day; one more for what lies ahead: ties fall back."""
    if interval.earliest and interval.earliest > today:
        return 2 * (interval.earliest - today).days + 1
    if interval.latest and interval.latest < today:
        return 2 * (today - interval.latest).days
    return 0


def _day_alone(said: Expression, side: Side | None, context: Context) -> Interval | None:
    """«le 24», «mardi 11», «le 15 du mois prochain»."""
    today, day = context.today, said.day
    if day is None:
        return None
    if said.unit == "month" and said.anchor == "text":
        told = context.last_told(said, days_only=False)
        first = told.first if told is not None and told.precision != "year" else None
        return day_of(first.year, first.month, day) if first else None
    if said.unit == "month":
        months = {"before": -1, "after": 1}.get(said.direction or "", 0)
        other = today and shift(today.replace(day=1), months, "month")
        return day_of(other.year, other.month, day) if other else None
    last = _month_before(said, context)
    if last is not None:
        return day_of(last.year, last.month, day)
    return _nearest_day(said, day, side, today) if today else None


def _nearest_day(said: Expression, day: int, side: Side | None, today: date) -> Interval | None:
    candidates = [found for found in _same_day_of_months(today, day) if _weekday_fits(said, found)]
    back = [found for found in candidates if found <= today]
    ahead = [found for found in candidates if found >= today]
    if side == "future":
        return on(min(ahead)) if ahead else None
    if side == "past" or said.weekday is None:
        return on(max(back)) if back else None
    return on(min(candidates, key=lambda found: _gap(on(found), today))) if candidates else None


def _same_day_of_months(today: date, day: int) -> list[date]:
    """The so-manyth of the months around a day, at most two months away."""
    firsts = [shift(today.replace(day=1), months, "month") for months in range(-2, 3)]
    days = [day_of(first.year, first.month, day) for first in firsts if first]
    found = [interval.earliest for interval in days if interval and interval.earliest]
    return [other for other in found if abs((other - today).days) <= _DAY_REACH]


def _weekday_fits(said: Expression, found: date) -> bool:
    return said.weekday is None or found.weekday() == said.weekday


def _month_before(said: Expression, context: Context) -> date | None:
    """The month that a list of days goes on in: «le 4 octobre, … le 17»."""
    if said.weekday is not None:
        return None
    sentence = said.sentence
    for before, interval in reversed(context.told):
        if sentence - before.sentence > 1:
            return None
        if before.anchor == "text":  # «le lendemain» goes on from the day that it counts from
            sentence = before.sentence
        if before.kind == "date" and before.day is not None and interval.earliest is not None:
            return interval.earliest if (said.day or 0) >= before.day and not before.attributive else None
        if _is_month(before) and before.sentence == said.sentence:
            return interval.earliest
    return None


def _is_month(said: Expression) -> bool:
    """«**En mars**, l'assaut : Orlec le 3, Sarvane le 17»: the month of the days that follow."""
    named = said.kind == "date" and said.month is not None and said.day is None
    return named and said.bound is None and not said.attributive
