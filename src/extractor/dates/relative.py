"""Dates that count from another one: «hier», «trois jours plus tard», «l'an dernier», «ces jours-ci»."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from extractor.calendar import Interval, Unit, month_of, on, shift, shifted, year_of
from extractor.dates.parts import part_of

if TYPE_CHECKING:
    from extractor.dates.context import Context
    from extractor.dates.expression import Expression, Side

_WEEK = 7
_HOURS = 24
_MINUTES = 60 * _HOURS
_QUARTER = 3
_SIGN = {"before": -1, "after": 1, "same": 0, None: 1}


def resolve_weekday(said: Expression, side: Side | None, context: Context) -> Interval | None:
    """The day of a weekday that stands alone: the latest not after the text, in a future clause the next."""
    weekday, today = said.weekday, context.weekdays_from
    if said.anchor == "text":
        last = context.last_told(said, days_only=True)
        today = last.last if last else today
    if weekday is None or today is None or (said.habitual and side is None):
        return None
    return shifted(today, _days_to(weekday, said, side, context, today), "day")


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
    if said.unit in ("month", "quarter"):
        moved = shift(known, int(amount * (_QUARTER if said.unit == "quarter" else 1)), "month")
        return month_of(moved.year, moved.month) if moved else None
    return shifted(known, int(amount), "week" if said.unit in ("week", "weekend") else "day")


def _anchor(said: Expression, context: Context) -> Interval | None:
    today = on(context.today) if context.today else None
    if said.anchor != "text":
        return today
    last = context.last_told(said, days_only=said.unit not in ("month", "quarter", "year"))
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


def resolve_period(said: Expression, side: Side | None, context: Context) -> Interval | None:
    """The unit of the calendar around the anchor, or its neighbour."""
    anchor = _anchor(said, context)
    known = anchor.first if anchor else None
    if known is None:
        return None
    step = _SIGN[said.direction]
    if said.unit == "weekend" and step == 0 and side == "past" and known.weekday() < 5:  # noqa: PLR2004 (Saturday)
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
    moved = shift(known.replace(day=1), step * (_QUARTER if said.unit == "quarter" else 1), "month")
    if moved is None:
        return None
    return month_of(moved.year, moved.month) if said.unit == "month" else _quarter_of(moved)


def _quarter_of(day: date) -> Interval:
    month = (day.month - 1) // _QUARTER * _QUARTER + 1
    first, last = month_of(day.year, month), month_of(day.year, month + _QUARTER - 1)
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
    if said.unit == "quarter":
        return shift(known, sign * int(amount * _QUARTER), "month")
    units: dict[str | None, Unit] = {"week": "week", "weekend": "week", "month": "month", "year": "year"}
    return shift(known, sign * int(amount), units.get(said.unit, "day"))


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
