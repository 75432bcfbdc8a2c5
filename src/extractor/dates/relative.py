"""Dates that count from another one: «hier», «trois jours plus tard», «l'an dernier», «ces jours-ci»."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from extractor.calendar import Interval, Unit, month_of, on, shift, shifted, year_of
from extractor.dates.partial import years_around
from extractor.dates.parts import part_of

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.expression import Expression, Side

_WEEK = 7
_HOURS = 24
_MINUTES = 60 * _HOURS
_MONTHS = {"month": 1, "quarter": 3, "semester": 6}
_BESIDE = 2  # days
_SIGN = {"before": -1, "after": 1, "same": 0, None: 1}


def resolve_weekday(said: Expression, side: Side | None, context: Context) -> Interval | None:
    """The day of a weekday that stands alone: the latest not after the text, in a future clause the next."""
    weekday, today = said.weekday, context.today
    if weekday is None or (said.habitual and side is None):
        return None
    if said.anchor == "text":
        last = context.last_told(said, days_only=True)
        today = last.last if last else today
    elif context.named and not said.direction and (day := _beside_named(weekday, side, context.named)):
        return on(day)
    if today is None:
        return None
    return shifted(today, _days_to(weekday, said, side, context, today), "day")


def _beside_named(weekday: int, side: Side | None, named: date) -> date | None:
    """The weekday next to a day that the text names in full; further off it may be that of either week."""
    back, ahead = (named.weekday() - weekday) % _WEEK, (weekday - named.weekday()) % _WEEK
    if ahead <= _BESIDE:
        return named + timedelta(ahead)
    return named - timedelta(back) if back <= _BESIDE and side != "future" else None


def _days_to(weekday: int, said: Expression, side: Side | None, context: Context, today: date) -> int:
    if said.unit == "week":
        return _WEEK * _SIGN[said.direction] + weekday - today.weekday()
    back, ahead = (today.weekday() - weekday) % _WEEK, (weekday - today.weekday()) % _WEEK
    if said.direction == "before":
        return -(back or _WEEK)
    if said.direction == "after":
        return (ahead or _WEEK) + _WEEK * int(said.amount or 0)
    if weekday in context.weekdays:
        return (context.weekdays[weekday] - today).days
    near = said.direction == "same" and side is None and ahead < back
    return ahead if side == "future" or near else -back


def resolve_offset(  # noqa: PLR0911 (one line a unit)
    said: Expression, base: Interval | None, context: Context
) -> Interval | None:
    """A day, month or year so far from its anchor.

    Args:
        said: The expression.
        base: The date that it names itself («trois jours après le 12 mai»), else None.
        context: What has been told.
    """
    anchor = base or _anchor(said, context)
    if anchor is None:
        return None
    known = anchor.last if said.direction == "after" else anchor.first
    if known is None:
        return None
    if said.unit in ("minute", "hour"):
        return shifted(known, _days(said) * _SIGN[said.direction], "day")
    if said.amount is None:
        return _vague(said, known)
    amount = said.amount * _SIGN[said.direction]
    if said.unit == "year":
        return _years(amount, known, anchor if said.anchor == "text" else None)
    if said.unit in _MONTHS:
        moved = shift(known, int(amount * _MONTHS[said.unit]), "month")
        return month_of(moved.year, moved.month) if moved else None
    return shifted(known, int(amount), "week" if said.unit in ("week", "weekend") else "day")


def _anchor(said: Expression, context: Context) -> Interval | None:
    today = on(context.today) if context.today else None
    if said.anchor != "text":
        return today
    last = context.last_told(said, days_only=said.unit != "year" and said.unit not in _MONTHS)
    counted_on = said.direction == "after" or (said.amount or 0) > 0  # «le lendemain» of what?
    return last if last or counted_on else today


def _days(said: Expression) -> int:
    """Whole days in hours or minutes: «72 heures plus tard» is another day, «deux heures» is not."""
    return int((said.amount or 0) / (_HOURS if said.unit == "hour" else _MINUTES))


def _vague(said: Expression, known: date) -> Interval | None:
    """«il y a quelques jours» ends, «dans quelques mois» starts with the day of the text."""
    if said.anchor == "text" or said.bound == "since":
        return None
    if said.direction == "before":
        return Interval(earliest=None, latest=known)
    return Interval(earliest=known, latest=None)


def _years(amount: float, known: date, told: Interval | None) -> Interval | None:
    """Years are told roughly, unless they are counted from a month or day that the text has named."""
    moved = shift(known, round(amount * 12), "month")
    if moved is None:
        return None
    return month_of(moved.year, moved.month) if told and told.precision != "year" else year_of(moved.year)


def resolve_period(
    said: Expression, base: Interval | None, side: Side | None, context: Context
) -> Interval | None:
    """The unit of the calendar around the anchor, or its neighbour.

    Args:
        said: The expression.
        base: The date that it names itself («la semaine du 4 mars»), else None.
        side: Whether its clause tells of the past or the future.
        context: What has been told.
    """
    anchor = base or _anchor(said, context)
    known = anchor.first if anchor else None
    if known is None:
        return None
    step = _SIGN[said.direction]
    if said.unit == "weekend" and step == 0 and base is None and side == "past" and known.weekday() < 5:  # noqa: PLR2004 (Saturday)
        step = -1
    whole = _unit_around(said, known, step)
    return part_of(whole, said.part) if whole else None


def _unit_around(said: Expression, known: date, step: int) -> Interval | None:
    if said.unit in ("minute", "hour", "day"):
        return shifted(known, step, "day")
    if said.unit in ("week", "weekend"):
        monday = shift(_monday(known), step, "week")
        return _days_of_week(monday, 5 if said.unit == "weekend" else 0) if monday else None
    if said.unit == "year":
        moved = shift(known.replace(day=1), step, "year")
        return year_of(moved.year) if moved else None
    count = _MONTHS[said.unit or "month"]
    moved = shift(known.replace(day=1), step * count, "month")
    return _months(moved.year, (moved.month - 1) // count, count) if moved else None


def _months(year: int, index: int, count: int) -> Interval:
    """A month, quarter or half of a year, counted from zero."""
    first, last = month_of(year, index * count + 1), month_of(year, (index + 1) * count)
    return Interval(earliest=first.earliest, latest=last.latest, precision="month")


def _days_of_week(monday: date, first: int) -> Interval | None:
    start, end = shift(monday, first, "day"), shift(monday, _WEEK - 1, "day")
    return Interval(earliest=start, latest=end) if start and end else None


def resolve_span(said: Expression, context: Context) -> Interval | None:
    """So many units that end or start at the anchor; open where nobody says how many."""
    anchor = _anchor(said, context)
    known = anchor.first if anchor else None
    if known is None:
        return None
    other = None if said.amount is None else _moved(said, known)
    first, last = (other, known) if said.direction == "before" else (known, other)
    return Interval(earliest=first, latest=last)


def _moved(said: Expression, known: date) -> date | None:
    sign, amount = _SIGN[said.direction], said.amount or 0
    if said.unit in ("minute", "hour"):
        return shift(known, sign * _days(said), "day")
    if said.unit in _MONTHS:
        return shift(known, sign * int(amount * _MONTHS[said.unit]), "month")
    units: dict[str | None, Unit] = {"week": "week", "weekend": "week", "year": "year"}
    return shift(known, sign * int(amount), units.get(said.unit, "day"))


def resolve_quarter(said: Expression, side: Side | None, context: Context) -> Interval | None:
    """«le deuxième trimestre 2023»; without year the last that has begun, in a future clause the next."""
    if said.year is not None:
        return _nth_part(said, said.year)
    today = context.today
    year = context.year_of_sentence(said)
    if year is not None:
        return _nth_part(said, year)
    if today is None:
        return None
    found = [part for year in years_around(today, 1) if (part := _nth_part(said, year))]
    if side == "future":
        return next((part for part in found if part.latest and part.latest >= today), None)
    return next((part for part in reversed(found) if part.earliest and part.earliest <= today), None)


def _nth_part(said: Expression, year: int) -> Interval | None:
    count = _MONTHS[said.unit or "quarter"]
    amount, parts = int(said.amount or 0), 12 // count
    index = parts - 1 if amount < 0 else amount - 1
    return _months(year, index, count) if 0 <= index < parts else None


def resolve_nth(said: Expression, stretch: Interval | None) -> Interval | None:
    """The so-manyth week or weekday of a month or year; a week is of the month that its Thursday is in."""
    if stretch is None or stretch.earliest is None or stretch.latest is None or not said.amount:
        return None
    wanted = 3 if said.unit == "week" else said.weekday
    if wanted is None:
        return None
    if said.amount < 0:
        day = stretch.latest - timedelta((stretch.latest.weekday() - wanted) % _WEEK)
    else:
        first = stretch.earliest + timedelta((wanted - stretch.earliest.weekday()) % _WEEK)
        day = first + timedelta(_WEEK * (int(said.amount) - 1))
    if day > stretch.latest:
        return None
    return _days_of_week(_monday(day), 0) if said.unit == "week" else on(day)


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
