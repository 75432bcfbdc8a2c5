"""Which days the expressions of a text mean, given when it was published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.calendar import Interval, Published, hull, shift, shifted
from extractor.dates.context import Context
from extractor.dates.partial import resolve_date
from extractor.dates.parts import part_of, years_of
from extractor.dates.relative import (
    resolve_nth,
    resolve_offset,
    resolve_period,
    resolve_quarter,
    resolve_span,
    resolve_weekday,
)
from extractor.dates.story import is_of_the_past

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extractor.dates.expression import Expression, Side

_FRESH = 7  # days around the publication within which a weekday names one day
_CENTURY, _DECADE = 100, 10


def resolve(
    expressions: Sequence[Expression],
    published: Published | None,
    *,
    sides: Sequence[Side | None] | None = None,
) -> list[Interval | None]:
    """The days that every expression means.

    A publication known to the month or year is read from its first and from its last day, and only what both
    readings agree on is kept (``calendar.hull``).

    Args:
        expressions: All expressions of one text, in order: «la veille» counts from those before it.
        published: When the text was published, None where unknown.
        sides: For every expression, whether its clause tells of the past or the future; None where unclear.

    Returns:
        One interval an expression; None where text and publication leave it open.
    """
    known = _shared_sides(expressions, sides or [None] * len(expressions))
    if published is None or published.earliest is None or published.latest is None:
        return _read(expressions, known, None)
    if published.earliest == published.latest:
        return _read(expressions, known, published.earliest)
    named = _named_day(expressions, known, published)
    first = _read(expressions, known, published.earliest, named)
    last = _read(expressions, known, published.latest, named)
    return [_agreed(*both, published) for both in zip(expressions, first, last, strict=True)]


def _shared_sides(expressions: Sequence[Expression], sides: Sequence[Side | None]) -> list[Side | None]:
    """A weekday whose clause has no tense lies where the text's other mentions of it lie."""
    told = {
        said.weekday: side
        for said, side in zip(expressions, sides, strict=True)
        if said.kind == "weekday" and side
    }
    return [
        told.get(said.weekday) if said.kind == "weekday" and side is None and not said.habitual else side
        for said, side in zip(expressions, sides, strict=True)
    ]


def _agreed(
    said: Expression, first: Interval | None, last: Interval | None, published: Published
) -> Interval | None:
    if said.kind in ("date", "holiday") and first != last:  # «le 24» is a day of one of two months
        return None
    return hull(first, last, published)


def _named_day(
    expressions: Sequence[Expression], sides: Sequence[Side | None], published: Published
) -> date | None:
    """The day of a «vendredi 13 août» within the publication's month, from which other weekdays count."""
    for said, interval in zip(expressions, _read(expressions, sides, published.latest), strict=True):
        if said.kind == "date" and said.day and said.month and said.weekday is not None and interval:
            day = interval.earliest
            if (
                day
                and published.earliest
                and published.latest
                and published.earliest <= day <= published.latest
            ):
                return day
    return None


def _read(
    expressions: Sequence[Expression],
    sides: Sequence[Side | None],
    today: date | None,
    named: date | None = None,
) -> list[Interval | None]:
    """Reads the text as of one day; weekdays count from ``named``, where a full date gives one."""
    context = Context(today=today, named=named, of_the_past=is_of_the_past(expressions, today))
    _pin_weekdays(expressions, sides, context)
    found = []
    for said, side in zip(expressions, sides, strict=True):
        interval = _bounded(said, _plain(said, side, context))
        context.tell(said, interval)
        found.append(interval)
    return found


def _pin_weekdays(expressions: Sequence[Expression], sides: Sequence[Side | None], context: Context) -> None:
    """Notes the day of «samedi 29 mai», so that a later «samedi» is the same."""
    today = context.named or context.today
    for said, side in zip(expressions, sides, strict=True):
        if said.kind != "date" or said.weekday is None or said.day is None or today is None:
            continue
        interval = resolve_date(said, side, context)
        day = interval and interval.earliest
        if day and abs((day - today).days) <= _FRESH and day.weekday() == said.weekday:
            context.weekdays.setdefault(said.weekday, day)


def _plain(said: Expression, side: Side | None, context: Context) -> Interval | None:  # noqa: PLR0911 (one line a kind)
    side = _side_of_bound(said, side)
    if said.kind in ("date", "holiday"):
        return resolve_date(said, side, context)
    if said.kind == "weekday":
        return resolve_weekday(said, side, context)
    if said.kind == "offset":
        base = _plain(said.ends[0], side, context) if said.ends else None
        return None if said.ends and base is None else resolve_offset(said, base, context)
    if said.kind == "period":
        base = _plain(said.ends[0], side, context) if said.ends else None
        return None if said.ends and base is None else resolve_period(said, base, side, context)
    if said.kind == "span":
        return resolve_span(said, context)
    if said.kind == "nth":
        return _nth(said, side, context)
    if said.kind == "range":
        return _range(said, side, context)
    if said.kind == "event":
        return _beside(said, context)
    if said.kind in ("decade", "century") and said.year is not None:
        return part_of(years_of(said.year, _CENTURY if said.kind == "century" else _DECADE), said.part)
    return None


def _side_of_bound(said: Expression, side: Side | None) -> Side | None:
    """«depuis lundi» is never ahead; «ils ont jusqu'à lundi» is, unless the clause tells of the past."""
    if said.bound == "since":
        return "past"
    return side or "future" if said.bound == "until" else side


def _nth(said: Expression, side: Side | None, context: Context) -> Interval | None:
    if said.unit in ("quarter", "semester"):
        return resolve_quarter(said, side, context)
    return resolve_nth(said, resolve_date(replace(said, kind="date", weekday=None, unit=None), side, context))


def _beside(said: Expression, context: Context) -> Interval | None:
    """«vendredi, au lendemain de la chute»: the day of an event is known where it stands beside its date."""
    return context.told[-1][1] if said.direction == "same" and context.told else None


def _range(said: Expression, side: Side | None, context: Context) -> Interval | None:
    first, last = said.ends
    if first.kind == "date" and last.kind == "date" and last.day is not None and last.month is None:
        start, end = _nights_days(first, last, side, context)
    elif first.kind == "date" and last.kind == "date":
        start, end = _dates_in_a_row(first, last, side, context)
    elif first.kind == "weekday" and last.kind == "weekday":
        start, end = _weekdays_in_a_row(first, last, side, context)
    else:
        if first.kind == "date" and first.month is None and first.day is not None:
            return None
        start, end = _plain(first, side, context), _plain(last, side, context)
    if (
        start is None
        or end is None
        or start.earliest is None
        or end.latest is None
        or start.earliest > end.latest
    ):
        return None
    precision = start.precision if start.precision == end.precision else "day"
    return Interval(earliest=start.earliest, latest=end.latest, precision=precision)


def _nights_days(
    first: Expression, last: Expression, side: Side | None, context: Context
) -> tuple[Interval | None, Interval | None]:
    """«dans la nuit du 20 au 21»: the day before one whose month is to be worked out."""
    end = resolve_date(last, side, context)
    start = _moved(end, -1)
    return (start, end) if start and start.earliest and start.earliest.day == first.day else (None, None)


def _dates_in_a_row(
    first: Expression, last: Expression, side: Side | None, context: Context
) -> tuple[Interval | None, Interval | None]:
    """«du 28 mai au 3 juin», «de novembre à mars», «du 3 mai 2019 au 5»: one completes the other."""
    if first.day is not None and first.month is None:
        first = replace(first, month=last.month)
    if last.day is not None and last.month is None:
        last = replace(last, month=first.month)
    if first.month == last.month and first.year == last.year and (first.day or 0) > (last.day or 0) > 0:
        first, last = last, first  # «les 18 et 10 mars»
    if first.year is not None and last.year is None:
        start = resolve_date(first, side, context)
        end = resolve_date(replace(last, year=first.year), side, context)
        if start and end and start.earliest and end.latest and end.latest < start.earliest:
            end = resolve_date(replace(last, year=first.year + 1), side, context)
        return start, end
    end = resolve_date(last, side, context)
    if first.year is not None or end is None or end.latest is None:
        return resolve_date(first, side, context), end
    start = resolve_date(replace(first, year=end.latest.year), side, context)
    if start and start.earliest and start.earliest > end.latest:
        start = resolve_date(replace(first, year=end.latest.year - 1), side, context)
    return start, end


def _weekdays_in_a_row(
    first: Expression, last: Expression, side: Side | None, context: Context
) -> tuple[Interval | None, Interval | None]:
    """«de vendredi à samedi»: the two lie within a week of each other."""
    if first.weekday is None or last.weekday is None:
        return None, None
    apart = (last.weekday - first.weekday) % _FRESH
    if first.direction and not last.direction:
        start = resolve_weekday(first, side, context)
        return start, _moved(start, apart)
    end = resolve_weekday(last, side, context)
    return _moved(end, -apart), end


def _moved(interval: Interval | None, days: int) -> Interval | None:
    if interval is None or interval.earliest is None:
        return None
    return shifted(interval.earliest, days, "day")


def _bounded(said: Expression, interval: Interval | None) -> Interval | None:
    """The stretch that a bound opens: «depuis lundi», «d'ici le 31 août», «avant 2010»."""
    if interval is None or said.bound is None:
        return interval
    first, last = interval.earliest, interval.latest
    if said.bound == "before":
        first, last = None, last if said.part == "late" else first and shift(first, -1, "day")
    elif said.bound == "after":
        first, last = last and shift(last, 1, "day"), None
    elif said.bound in ("since", "from"):
        last = None
    else:
        first = None
    return replace(interval, earliest=first, latest=last) if first or last else None
