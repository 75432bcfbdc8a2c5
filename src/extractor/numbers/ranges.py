"""Joins numerals: ranges («quatre à cinq mille», «1.500-1.800») and rows («un, deux, trois»).

Texts are in lower case here (``words.lowered``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor import lexicon
from extractor.numbers.numeral import product
from extractor.numbers.vetoes import plural_follows
from extractor.numbers.words import GAP, KINDS, OF, REACH, SPACE, UNITS, alternation

if TYPE_CHECKING:
    from extractor.numbers.numeral import Numeral

_CHANGE_VERBS = lexicon.tables("numbers.toml")["vetoes"]["change"]
_LONGEST_LINK = 40
_LINK = re.compile(
    rf"(?:{GAP}?(?P<unit>{UNITS}))?"
    rf"(?:,?{GAP}(?P<word>à|ou|et|voire|-|–|—){GAP}(?:(?<=à.)(?:(?:près|plus){GAP}de|environ){GAP})?|(?P<dash>[-–]))"
)
_BETWEEN = re.compile(rf"(?<![^\W_])entre{GAP}$")
_CHANGE = re.compile(rf"(?<![^\W_])(?:{alternation(_CHANGE_VERBS)}){GAP}(?:[^\W\d_]+{GAP}){{0,3}}de{GAP}$")
_UNIT_AFTER = re.compile(rf"(?:{OF}|{GAP})?(?P<unit>{UNITS})(?![^\W_])")
_ROW_LINK = re.compile(rf",?{SPACE}")
_ROW_END = re.compile(r"\s?(?:[,.;:!?]|$)")
_SMALLEST_ROW = 3
_BEYOND_YEARS = 10_000
_THOUSAND = 1000
_LARGEST_SHARING, _SMALLEST_SHARED = 1000, 1_000_000


def in_rows(text: str, numerals: list[Numeral]) -> list[bool]:
    """For each numeral, «un» too, whether it is one of a row: «un, deux, trois», «vingt un»."""
    rows: list[list[Numeral]] = []
    for index, numeral in enumerate(numerals):
        if index and _ROW_LINK.fullmatch(text, numerals[index - 1].end, numeral.start):
            rows[-1].append(numeral)
        else:
            rows.append([numeral])
    return [is_row for row in rows for is_row in [_is_row(text, row)] * len(row)]


def _is_row(text: str, row: list[Numeral]) -> bool:
    if len(row) >= _SMALLEST_ROW:
        return True
    juxtaposed = len(row) > 1 and "," not in text[row[0].end : row[-1].start]
    return juxtaposed and _ROW_END.match(text, row[-1].end) is not None


def as_range(text: str, first: Numeral, second: Numeral) -> tuple[Numeral, Numeral] | None:
    """Both ends of a range, the first with the multiplier it shares and with «entre»; else None."""
    if second.start - first.end > _LONGEST_LINK or second.kind in _NO_END or first.kind in _NO_BEGINNING:
        return None
    link = _LINK.fullmatch(text, first.end, second.start)
    if link is None or (link["unit"] and not _same_kind(text, link["unit"], second.end)):
        return None
    before = text[max(0, first.start - REACH) : first.start]
    opening = _BETWEEN.search(before)
    if (link["word"] == "et") != (opening is not None) or (link["word"] == "à" and _CHANGE.search(before)):
        return None
    scale = _scale(second)
    if first.scale == 1 and first.value < second.value / scale:
        first = _times(first, scale, digits=first.digits and second.digits)
    if first.value >= second.value or (first.kind == "article" and second.value > _SMALLEST_ROW):
        return None
    if link["dash"] and not _is_span(text, first, second):
        return None
    return (replace(first, start=first.start - len(opening[0])) if opening else first), second


def _same_kind(text: str, unit: str, end: int) -> bool:
    """«800 mètres à deux kilomètres» is a range, «3 % à 40 dollars» is none."""
    after = _UNIT_AFTER.match(text, end)
    return after is not None and KINDS.get(after["unit"]) == KINDS.get(unit)


def _scale(second: Numeral) -> int:
    """What the first end shares with the second: «cinq à six mille», «2 à 3 millions», «12 à 15.000»."""
    if (
        second.scale == 1
        and second.kind == "cardinal"
        and not second.digits
        and second.value % _THOUSAND == 0
    ):
        return _THOUSAND
    return second.scale


def _times(first: Numeral, scale: int, *, digits: bool) -> Numeral:
    return replace(first, value=product(first.value, scale), digits=digits)


def with_shared_scale(text: str, first: Numeral, second: Numeral) -> Numeral:
    """«est passé de 300 à 450 millions»: no range, but the first is millions too."""
    shares = first.scale == 1 and first.value < _LARGEST_SHARING and second.scale >= _SMALLEST_SHARED
    if not shares or second.start - first.end > _LONGEST_LINK:
        return first
    link = _LINK.fullmatch(text, first.end, second.start)
    before = text[max(0, first.start - REACH) : first.start]
    changes = link is not None and link["word"] == "à" and not link["unit"] and _CHANGE.search(before)
    return _times(first, second.scale, digits=False) if changes else first


_NO_BEGINNING = frozenset({"vague", "fraction"})
_NO_END = _NO_BEGINNING | {"article"}


def _is_span(text: str, first: Numeral, second: Numeral) -> bool:
    """«1.500-1.800 arbres» is a range; «2-3» alone a score, «2014-2015» two years."""
    if not second.digits or second.value >= _BEYOND_YEARS:
        return True
    measured = _UNIT_AFTER.match(text, second.end) is not None
    return first.value > 0 and (measured or plural_follows(text, second.end))
