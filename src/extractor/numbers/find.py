"""Finds the numbers that count or measure something: bounds, ranges, approximations, units.

``find_numbers`` joins numerals into ranges, adds what qualifies and measures them, and leaves out what counts
nothing (``vetoes``). What is counted needs the Doc: see ``components.numbers``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, cast

from extractor import lexicon
from extractor.numbers.numerals import find_numerals
from extractor.numbers.one import one_counts
from extractor.numbers.ranges import as_range, in_rows, with_shared_scale
from extractor.numbers.vetoes import Candidate, counts_nothing
from extractor.numbers.words import BLANK, GAP, OF, REACH, SPACE, UNITS, alternation, endings, lowered, tail

if TYPE_CHECKING:
    from extractor.numbers.numeral import Kind, Numeral
    from extractor.records import Modifier

_DATA = lexicon.tables("numbers.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in the sense of ``records.Quantity``, without what it counts.

    Attributes:
        start: Offset of its first character, modifier included.
        end: Offset after its last character, unit and modifier included.
        value: The number said; None for a range and for a vague plural («des milliers»).
        minimum: Lower bound, as ``records.Quantity`` has it.
        maximum: Upper bound, as ``records.Quantity`` has it.
        modifier: How it is qualified.
        unit: Unit of measure as the text says it.
    """

    start: int
    end: int
    value: float | None
    minimum: float | None
    maximum: float | None
    modifier: Modifier | None
    unit: str | None


_END = r"(?![^\W_])(?!-[^\W\d_])"
_ADJECTIVES = alternation(_DATA["unit_adjectives"]["words"])
_UNIT = re.compile(rf"(?:{GAP}(?:(?:{_ADJECTIVES}){GAP})?)?(?P<unit>{UNITS}){_END}")
_UNIT_OF = re.compile(rf"{OF}(?P<unit>{UNITS}){_END}")
_NO_UNITS = frozenset({"M", "H", "AN", "MIN"})
_CURRENCY_BEFORE = re.compile(rf"[$€£]{BLANK}?$")
_AND_HALF = re.compile(rf"{GAP}et{GAP}demie?\b")


def _cues(modifiers: dict[str, list[str]]) -> str:
    return "|".join(f"(?P<{name}>{alternation(words)})" for name, words in modifiers.items())


_BEFORE_ENDINGS = endings(word for words in _DATA["modifiers"]["before"].values() for word in words)
_BEFORE = re.compile(
    rf"(?<![^\W_])(?P<only>(?=plus{GAP}que))?(?:un{GAP}peu{GAP}|bien{GAP}|largement{GAP}|nettement{GAP})?"
    rf"(?:{_cues(_DATA['modifiers']['before'])})(?:{GAP}|(?<=['’]))$"
)
_AFTER = re.compile(
    rf"(?P<noun>{GAP}[^\W\d_]{{3,25}})?{GAP}(?:{_cues(_DATA['modifiers']['after'])})\b"
    rf"(?!{GAP}(?:près|tôt|haut|vite|fort|tard|bas)\b)"
)
_ONLY = re.compile(r"(?<![^\W_])n(?:e\s|['’])[^.;:!?\n]{1,40}$")
_CHANGE = re.compile(
    rf"(?<![^\W_])(?:{alternation(_DATA['vetoes']['change'])}){GAP}(?:[^\W\d_]+{GAP}){{0,3}}de{GAP}$"
)
_MINUS_SIGN = re.compile(r"[ (]-$")
_MINUS_WORD = re.compile(rf"(?<!au )(?<!du )(?<!en )(?<!le )(?<![^\W_])moins{SPACE}$")
_AFTER_MINUS = re.compile(r"\s{0,2}(?:degrés?|°|%|pour cent|[.,;:!?)»\"]|à\b|et\b|$)")


def find_numbers(text: str) -> list[Number]:
    """Every number of the text that counts or measures something, in order; never raises.

    Bare «un/une» counts only beside another number. Values are integers where they are whole.

    Args:
        text: Any text; spaces and apostrophes in any typographic form.
    """
    low = lowered(text)
    numerals = find_numerals(low)
    rows = in_rows(low, numerals)
    found: list[Number] = []
    index = 0
    while index < len(numerals):
        first = last = numerals[index]
        in_row = rows[index]
        index += 1
        if found and first.start < found[-1].end:  # «cent» of «pour cent»
            continue
        if index < len(numerals) and not in_row:
            if ends := as_range(low, first, numerals[index]):
                first, last = ends
                index += 1
            else:
                first = last = with_shared_scale(low, first, numerals[index])
        number = _number(text, low, first, last, in_row=in_row)
        if number:
            found.append(number)
    return found


def _number(text: str, low: str, first: Numeral, last: Numeral, *, in_row: bool) -> Number | None:
    unit, end = _unit(text, low, last)
    half = _AND_HALF.match(low, end) if unit and first is last else None
    if first.kind == "article" and first is last and not (half or in_row or one_counts(low, first)):
        return None
    before = tail(low, first.start)
    modifier, start, stop = _modifier(low, before, first.start, last.end, end)
    qualified = in_row or modifier is not None
    candidate = Candidate(
        text=text, first=first, last=last, before=before, unit=unit, end=end, qualified=qualified
    )
    if counts_nothing(candidate):
        return None
    if currency := None if unit else _CURRENCY_BEFORE.search(text[max(0, start - 2) : start]):
        unit, start = currency[0].strip(), start - len(currency[0])
    stop = max(stop, half.end() if half else end)
    if first is not last:
        ends = {"minimum": first.value, "maximum": last.value}
        return Number(start=start, end=stop, value=None, **ends, modifier=modifier, unit=unit)
    value = first.value + 0.5 if half else first.value
    if modifier is None and (sign := _sign(low, first)) is not None:
        value, start = -value, sign
    return Number(start=start, end=stop, **_bounds(value, first.kind, modifier), unit=unit)


class _Bounds(TypedDict):
    value: float | None
    minimum: float | None
    maximum: float | None
    modifier: Modifier | None


def _bounds(value: float, kind: Kind, modifier: Modifier | None) -> _Bounds:
    """Bounds after the modifier; «une centaine» is approximate, «des milliers» says a least number only."""
    if kind == "vague":
        return {"value": None, "minimum": value, "maximum": None, "modifier": "at_least"}
    if modifier is None and kind == "collective":
        modifier = "about"
    low = None if modifier in {"about", "at_most", "less_than"} else value
    high = None if modifier in {"about", "at_least", "more_than"} else value
    return {"value": value, "minimum": low, "maximum": high, "modifier": modifier}


def _unit(text: str, low: str, numeral: Numeral) -> tuple[str | None, int]:
    """The unit as written, and the offset after it."""
    grouped = numeral.scale > 1 or numeral.kind in {"collective", "fraction"}
    match = _UNIT.match(low, numeral.end) or (_UNIT_OF.match(low, numeral.end) if grouped else None)
    unit = text[slice(*match.span("unit"))] if match else None
    if match is None or unit in _NO_UNITS:
        return None, numeral.end
    return unit, match.end()


def _modifier(text: str, before: str, start: int, last: int, end: int) -> tuple[Modifier | None, int, int]:
    """The modifier, the offset where the number begins with it, and the one where it ends."""
    if before.endswith(_BEFORE_ENDINGS):
        reach = max(0, start - REACH)
        match = _BEFORE.search(text[reach:start])
        if match and not (match["only"] is not None and _ONLY.search(text[reach : reach + match.start()])):
            return cast("Modifier", match.lastgroup), reach + match.start(), end
    match = _AFTER.match(text, end)
    if match and (match["noun"] is None or end == last):
        return cast("Modifier", match.lastgroup), start, end if match["noun"] else match.end()
    return None, start, end


def _sign(text: str, numeral: Numeral) -> int | None:
    """The offset of a minus, where there is one: «-20», «moins vingt degrés»."""
    if numeral.kind != "cardinal":
        return None
    first = max(0, numeral.start - REACH)
    before = text[first : numeral.start]
    if _MINUS_SIGN.search(before):
        return numeral.start - 1
    word = _MINUS_WORD.search(before) if "moins" in before else None
    return first + word.start() if word and _AFTER_MINUS.match(text, numeral.end) else None
