"""Date expressions in French text: found by a grammar, resolved by the calendar."""

from __future__ import annotations

from extractor.dates.expression import Expression, Side, from_dict, to_dict
from extractor.dates.find import find_dates
from extractor.dates.resolve import resolve

__all__ = ["Expression", "Side", "find_dates", "from_dict", "resolve", "to_dict"]
