"""Dates that count from another one: «hier», «trois jours plus tard», «la semaine dernière», «ces derniers jours»."""

from __future__ import annotations

from datetime import date, timedelta

from extractor.calendar import Interval, Unit, month_of, on, shift, year_of
from extractor.dates.context import Context
from extractor.dates.expression import Expression, Side
from extractor.dates.parts import part_of

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
        today = (last and (last.latest or last.earliest)) or today
    if weekday is None or today is None or (said.habitual and side is None):
        return None
    if said.unit == "week":
        monday = _monday(today) + timedelta(_WEEK * _SIGN[said.direction])
        return on(monday + timedelta(weekday))
    back, ahead = (today.weekday() - weekday) % _WEEK, (weekday - today.weekday()) % _WEEK
    if said.direction == "before":
        return on(today - timedelta(back or _WEEK))
    if said.direction == "after":
        return on(today + timedelta(ahead or _WEEK))
    if weekday in context.weekdays:
        return on(context.weekdays[weekday])
    near = said.direction == "same" and side is None and ahead < back
    return on(today + timedelta(ahead) if side == "future" or near else today - timedelta(back))


def resolve_offset(said: Expression, base: Interval | None, context: Context) -> Interval | None:
    """A day, month or year so far from its anchor.

    Args:
        said: The expression.
        base: The date that it names itself («trois jours après le 12 mai»), else None.
        context: What has been told.
    """
    anchor = base or _anchor(said, context)
    known = anchor and ((anchor.latest or anchor.earliest) if said.direction == "after" else (anchor.earliest or anchor.latest))
    if anchor is None or known is None:
        return None
    if said.unit in ("minute", "hour"):
        return _hours(said, known)
    if said.amount is None:
        return _vague(said, known)
    amount = said.amount * _SIGN[said.direction]
    if said.unit == "year":
        return _years(amount, known, anchor if said.anchor == "text" else None)
    if said.unit in ("month", "quarter"):
        months = amount * (_QUARTER if said.unit == "quarter" else 1)
        moved = shift(known, int(months), "month")
        return moved and month_of(moved.year, moved.month)
    moved = shift(known, int(amount), "week" if said.unit in ("week", "weekend") else "day")
    return moved and on(moved)


def _anchor(said: Expression, context: Context) -> Interval | None:
    today = on(context.today) if context.today else None
    if said.anchor != "text":
        return today
    last = context.last_told(said, days_only=said.unit not in ("month", "quarter", "year"))
    counted_on = said.amount not in (-2, -1, 0, 1, 2) and said.direction == "after"
    return last if last or counted_on else today


def _hours(said: Expression, known: date) -> Interval | None:
    days = (said.amount or 0) / (_HOURS if said.unit == "hour" else _MINUTES)
    moved = shift(known, int(days) * _SIGN[said.direction], "day")
    return moved and on(moved)


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
    anchor = _anchor(said, context) if said.anchor == "text" else context.today and on(context.today)
    known = anchor and (anchor.earliest or anchor.latest)
    if known is None:
        return None
    step = _SIGN[said.direction]
    if said.unit == "weekend" and step == 0 and side == "past" and known.weekday() < 5:  # noqa: PLR2004 (Saturday)
        step = -1
    whole = _unit_around(said, known, step)
    return whole and part_of(whole, said.part)


def _unit_around(said: Expression, known: date, step: int) -> Interval | None:
    if said.unit in ("minute", "hour", "day"):
        moved = shift(known, step, "day")
        return moved and on(moved)
    if said.unit in ("week", "weekend"):
        moved = shift(_monday(known), step, "week")
        first = moved and shift(moved, 5 if said.unit == "weekend" else 0, "day")
        last = moved and shift(moved, _WEEK - 1, "day")
        return Interval(earliest=first, latest=last) if first and last else None
    if said.unit == "year":
        moved = shift(known.replace(day=1), step, "year")
        return moved and year_of(moved.year)
    months = _QUARTER if said.unit == "quarter" else 1
    moved = shift(known.replace(day=1), step * months, "month")
    if moved is None:
        return None
    if said.unit == "month":
        return month_of(moved.year, moved.month)
    first_month = (moved.month - 1) // _QUARTER * _QUARTER + 1
    ends = [month_of(moved.year, month) for month in (first_month, first_month + _QUARTER - 1)]
    return Interval(earliest=ends[0].earliest, latest=ends[1].latest, precision="month")


def resolve_span(said: Expression, context: Context) -> Interval | None:
    """So many units that end or start at the anchor; open where nobody says how many."""
    anchor = _anchor(said, context)
    known = anchor and (anchor.earliest or anchor.latest)
    if known is None:
        return None
    other = None
    if said.amount is not None:
        other = _moved(said, known, said.amount * _SIGN[said.direction])
    first, last = (other, known) if said.direction == "before" else (known, other)
    return Interval(earliest=first, latest=last)


def _moved(said: Expression, known: date, amount: float) -> date | None:
    if said.unit in ("minute", "hour"):
        return shift(known, int(amount / (_HOURS if said.unit == "hour" else _MINUTES)), "day")
    if said.unit == "quarter":
        return shift(known, int(amount * _QUARTER), "month")
    units: dict[str | None, Unit] = {"week": "week", "weekend": "week", "month": "month", "year": "year"}
    return shift(known, int(amount), units.get(said.unit, "day"))


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
    if said.unit == "week":
        return Interval(earliest=_monday(day), latest=_monday(day) + timedelta(_WEEK - 1))
    return on(day)


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
