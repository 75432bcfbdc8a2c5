"""Numbers in French text: numerals read, joined into ranges, bounded, measured, and what they count."""

from __future__ import annotations

from extractor.numbers.find import Number, find_numbers

__all__ = ["Number", "find_numbers"]
