"""When an article says that something happened, and whether two of them can mean the same day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extractor.calendar import Interval, parse_edtf

TOLERANCE_DAYS = 1
"""Days that two dates of one change may lie apart: the night from the 12th to the 13th is told as either."""

NEWS_DAYS = 7
"""How far back from its publication an article's undated news may reach."""

_FINE_DAYS = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a statement may be of.

    Attributes:
        first: First of them; ``date.min`` where open or unknown.
        last: Last of them; ``date.max`` where open or unknown.
        dated: Whether the article gives a date; else the days are those before its publication.
    """

    first: date
    last: date
    dated: bool

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    @property
    def fine(self) -> bool:
        """Whether it is a day or a night that the article gives."""
        return self.dated and self.days <= _FINE_DAYS

    @property
    def known(self) -> bool:
        """Whether anything is known about it."""
        return self.dated or self.days < (date.max - date.min).days


def stretch(happened: str | None, published: str | None, *, denied: bool = False) -> Stretch:
    """The days that a statement may be of.

    Args:
        happened: Its date (EDTF).
        published: When its article was published (EDTF).
        denied: Whether it denies: then its date is that of the denial, which answers the news before it.
    """
    told = interval(happened)
    if told is not None and not denied:
        return Stretch(told.earliest or date.min, told.latest or date.max, dated=True)
    printed = told or interval(published)
    if printed is None or printed.earliest is None or printed.latest is None:
        return Stretch(date.min, date.max, dated=False)
    back = min(NEWS_DAYS, (printed.earliest - date.min).days)
    return Stretch(printed.earliest - timedelta(back), printed.latest, dated=False)


def interval(value: str | None) -> Interval | None:
    """The stretch of an EDTF string; None where there is none or it is unreadable."""
    try:
        return parse_edtf(value) if value else None
    except ValueError:  # a file of records may hold anything
        return None


def days_between(one: Stretch, other: Stretch) -> int:
    """Days from the end of the earlier to the start of the later; 0 where they share a day."""
    return max(0, (one.first - other.last).days, (other.first - one.last).days)
