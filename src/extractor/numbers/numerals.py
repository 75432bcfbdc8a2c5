"""Reads numerals as they are written: «3.500», «2,5 millions», «deux cent mille», «une dizaine de milliers».

What a numeral counts, what bounds it and whether it counts at all is the business of ``find``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.numbers.groups import COLLECTIVE_FORMS, extended, fraction, without_numeral
from extractor.numbers.numeral import Numeral, number
from extractor.numbers.spelled import NUMBER_WORDS, RUN, Spelled, split, with_decimals
from extractor.numbers.words import BLANK, SPACE, UNITS, alternation, lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.numbers.numeral import Kind

_STARTERS = NUMBER_WORDS | COLLECTIVE_FORMS.keys() | {"moitié", "tiers", "quart", "https", "http", "www"}
_FIRST_LETTERS = "".join(sorted({word[0] for word in _STARTERS}))
_CANDIDATE = re.compile(rf"(?=[{_FIRST_LETTERS}0-9])(?<!\w)(?:[0-9]|(?:{alternation(_STARTERS)})(?!\w))")
_THOUSAND, _MILLION = 1000, 1_000_000
_STOP = r"(?!\d|[.,/:]\d)"
_DIGITS = re.compile(
    r"(?P<grouped>\d{1,3}(?P<separator>[. \u00a0\u202f\u2009'’])\d{3}(?:(?P=separator)\d{3}){0,5}"
    rf"(?:,\d{{1,9}})?{_STOP})"
    r"|(?P<commas>\d{1,3}(?:,\d{3}){2,5}(?:\.\d{1,9})?(?!\d))"  # English grouping
    rf"|(?P<plain>\d{{1,18}}(?:[.,]\d{{1,12}})?{_STOP})"
)
# Digits that are no numeral: telephones, dates, clock times, addresses of machines.
_OTHER_DIGITS = re.compile(
    r"(?:(?<=\+)\d{1,3}|0\d)(?:[ .\u00a0\u202f-]\d{1,4}){2,5}(?!\d)"
    r"|\d{1,4}(?:[/:]\d{1,4}){1,3}"
    r"|(?!\d{1,3}(?:\.\d{3})+(?![\d]|\.\d))\d{1,4}(?:[.-]\d{1,4}){2,6}"
    r"|\d+(?:[.,]\d+){2,8}"
    r"|\d+"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]{1,2000}")
_CODE = re.compile(r"[^\W\d_][-‑]$|[_#@]$")
# Letters that may touch digits: units, «2millions».
_GLUED = re.compile(
    rf"(?:{UNITS}|{alternation(COLLECTIVE_FORMS)})\b"
    rf"|(?:k|m|mds?){BLANK}?[€$£]"
)
_ORDINAL = re.compile(rf"(?:-|{SPACE})(?:et(?:-|{SPACE}))?[^\W\d_]{{2,12}}i[èe]me(?P<plural>s?)\b")


def find_numerals(text: str) -> list[Numeral]:
    """Every numeral of the text, in order; never raises.

    Args:
        text: Any text; spaces and apostrophes in any typographic form.
    """
    text = lowered(text)
    found: list[Numeral] = []
    position = 0
    for candidate in _CANDIDATE.finditer(text):
        start = candidate.start()
        if start < position:
            continue
        if candidate[0].isdecimal():
            numeral, position = _digits(text, start)
            if numeral and found and _completes(text, found[-1], numeral):
                found[-1] = replace(
                    found[-1], end=numeral.end, value=found[-1].value + numeral.value, scale=1
                )
            elif numeral:
                found.append(numeral)
        else:
            numerals, position = _words(text, start, candidate[0])
            found.extend(numerals)
    return found


def _completes(text: str, whole: Numeral, rest: Numeral) -> bool:
    """«1 million 200.000»: the rest of a number begun with its millions."""
    smaller = whole.scale >= _MILLION and _THOUSAND <= rest.value < whole.scale and rest.scale == 1
    return smaller and not rest.digits and text[whole.end : rest.start].isspace()


def _digits(text: str, start: int) -> tuple[Numeral | None, int]:
    """The numeral that begins with a digit, if it is one, and the offset from which to read on."""
    other = _OTHER_DIGITS.match(text, start)
    match = _DIGITS.match(text, start)
    end = max(found.end() for found in (other, match) if found)
    if match is None or match.end() < end or _CODE.search(text[max(0, start - 2) : start]):
        return None, end
    if end < len(text) and (text[end] == "_" or text[end].isalpha()) and not _GLUED.match(text, end):
        return None, end
    separator = "," if match["commas"] else match["separator"]
    digits = match[0].replace(separator, "") if separator else match[0]
    value = number(Decimal(digits.replace(",", ".")))
    numeral = extended(text, Numeral(start=start, end=end, value=value, digits=match[0].isdecimal()))
    return numeral, numeral.end


def _words(text: str, start: int, word: str) -> tuple[list[Numeral], int]:
    """The numerals that begin with a word, and the offset from which to read on."""
    run = RUN.match(text, start) if word in NUMBER_WORDS else None
    if run:
        numerals = list(_run(text, *run.span()))
        if numerals or word not in COLLECTIVE_FORMS:
            return numerals, max(run.end(), numerals[-1].end if numerals else 0)
    if address := _ADDRESS.match(text, start):
        return [], address.end()
    numeral = without_numeral(text, start, word)
    return ([numeral], numeral.end) if numeral else ([], start + len(word))


def _run(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The numerals of a run of number words; the last may reach beyond it («trois quarts»)."""
    pieces = split(text, start, end)
    for piece in pieces:
        words = text[piece.start : piece.end]
        numeral = _as_numeral(piece, "article" if words in {"un", "une"} else "cardinal")
        if piece.end < end:
            yield numeral
        elif part := fraction(text, numeral):
            yield part
        elif not _is_ordinal(text, end):
            whole = with_decimals(text, piece)
            yield extended(text, numeral if whole is piece else _as_numeral(whole, "cardinal"))


def _as_numeral(spelled: Spelled, kind: Kind) -> Numeral:
    value = number(Decimal(spelled.value))
    return Numeral(start=spelled.start, end=spelled.end, value=value, scale=spelled.scale, kind=kind)


def _is_ordinal(text: str, end: int) -> bool:
    """True before «-cinquième» or « et unième»; «deux troisièmes places» counts."""
    ordinal = _ORDINAL.match(text, end)
    return ordinal is not None and not (ordinal["plural"] and text[end] != "-")
