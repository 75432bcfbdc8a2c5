"""What a reader knows at one place of a text: the day it is of, and the dates told so far."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from extractor.calendar import Interval
    from extractor.dates.expression import Expression

_ANCHORS = frozenset({"date", "weekday", "offset", "range", "nth", "holiday", "period"})
_REMEMBERED = 32  # dates: without an end the time would grow with their square
_FEW = 3  # days: «du 12 au 14 mai» still is an anchor
_MONTHS_BACK = 2  # a story seldom goes back further
_FAR = 400  # days: dates further back than that are background


@dataclass(slots=True)
class Context:
    """One reading of a text, from its first date on.

    Attributes:
        today: The day that the text is taken to be of; None where unknown.
        named: The day of «vendredi 13 août», from which the weekdays beside it count; None where the text's
            own day is known or no date gives one.
        told: The dates read last, each with the stretch that it means.
        of_the_past: Whether all that the text dates lies years back (``story.is_of_the_past``).
        weekdays: Weekdays that a full date near the publication pins to one day.
    """

    today: date | None
    named: date | None = None
    of_the_past: bool = False
    told: deque[tuple[Expression, Interval]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    weekdays: dict[int, date] = field(default_factory=dict)

    def tell(self, expression: Expression, interval: Interval | None) -> None:
        """Keeps a date that later ones may count from."""
        if interval is None or expression.kind not in _ANCHORS:
            return
        if expression.bound not in ("until", "before", "after"):
            self.told.append((expression, interval))

    def last_told(self, expression: Expression, *, days_only: bool) -> Interval | None:
        """The last date told before an expression that counts from the text.

        Dates that only complete a noun («les attentats du 11 septembre 2001») and far ones of other sentences
        are background, and so is what «la veille» told: the story does not go on from them.
        """
        for said, interval in reversed(self.told):
            if days_only and (interval.precision != "day" or _is_stretch(interval)):
                continue
            apart = expression.sentence - said.sentence
            if (apart > 0 and (said.attributive or _looks_back(said))) or (
                apart > 1 and self._is_far(said, interval)
            ):
                continue
            return interval
        return None

    def _is_far(self, said: Expression, interval: Interval) -> bool:
        known = interval.last
        if self.today is None or known is None or said.year is None:
            return False
        return abs((self.today - known).days) > _FAR

    def year_of_story(self, expression: Expression) -> int | None:
        """In a text on another time: the year of the last date, or the next where that would lead back."""
        if not self.of_the_past or expression.month is None:
            return None
        for said, interval in reversed(self.told):
            known = interval.first
            if known is not None and said.month is not None and not said.attributive:
                return known.year + (expression.month < known.month - _MONTHS_BACK)
        return None

    def year_of_sentence(self, expression: Expression) -> int | None:
        """The year that the sentence has named for what follows («en 2014, … dès le mois de juillet»).

        What it tells in order goes on into the next: «Orlec en octobre 2013, Sarvane le 27 février».
        """
        last: date | None = None
        for said, interval in reversed(self.told):
            if said.sentence != expression.sentence:
                return None
            if (said.bound is not None and not said.heads) or said.attributive or interval.earliest is None:
                continue
            if last is None and interval.precision != "year":
                last = interval.earliest
            if (said.kind == "date" and said.year is not None) or said.unit == "year":
                known = last or interval.earliest
                return known.year + (interval.precision != "year" and self._is_next_year(expression, known))
        return None

    def _is_next_year(self, expression: Expression, last: date) -> bool:
        """Whether a month lies too far before the last one told, and no less than a year after is past."""
        month = expression.month
        if month is None or month >= last.month - _MONTHS_BACK or self.today is None:
            return False
        return (last.year + 1, month) <= (self.today.year, self.today.month)


def _is_stretch(interval: Interval) -> bool:
    """«fin janvier»: no day from which «la veille» could count."""
    first, last = interval.earliest, interval.latest
    return first is not None and last is not None and (last - first).days > _FEW


def _looks_back(said: Expression) -> bool:
    """«neuf jours plus tôt», «la veille» leave the story for a moment."""
    return said.anchor == "text" and (said.direction == "before" or (said.amount or 0) < 0)
