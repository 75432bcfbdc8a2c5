"""Texts that tell of another time: a date there has the year of those around it, not the text's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extractor.dates.expression import Expression

_LONG_AGO = 2  # years
_FEWEST = 2  # dates with their year: one alone may be background
_DEICTIC = ("weekday", "offset", "period", "span")


def is_of_the_past(expressions: Sequence[Expression], today: date | None) -> bool:
    """Whether all that a text dates lies years back, and nothing in it counts from its own day.

    Args:
        expressions: All expressions of one text.
        today: The day of the text; None where unknown.
    """
    if today is None or any(_counts_from_today(said) for said in expressions):
        return False
    full = [said.year for said in expressions if said.year is not None and said.month is not None]
    years = [said.year for said in expressions if said.year is not None]
    return len(full) >= _FEWEST and all(year <= today.year - _LONG_AGO for year in years)


def _counts_from_today(said: Expression) -> bool:
    """«mardi», «hier», «la semaine prochaine»; not «il y a quatre-vingts ans»."""
    return said.kind in _DEICTIC and said.anchor != "text" and said.unit != "year" and not said.ends
