"""Reads integers that are spelled out, in traditional, 1990, Belgian and Swiss forms.

text2num does the arithmetic, after two corrections: it refuses some fully hyphenated 1990 forms
(«dix-sept-mille»), so hyphens are given to it as spaces, and it is asked for the longest valid stretch of a
run of number words, since juxtaposed numerals («deux trois») are several numbers. Texts are in lower case
here (``words.lowered``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from extractor import lexicon
from extractor.numbers.words import SPACE, alternation

_DATA = lexicon.tables("numbers.toml")
NUMBER_WORDS: frozenset[str] = frozenset(_DATA["numerals"]["words"])
_NEVER_ALONE: frozenset[str] = frozenset(_DATA["numerals"]["never_alone"])
_MULTIPLIERS: dict[str, int] = _DATA["multipliers"]
_LARGEST_HUNDREDS = 20  # «dix-neuf cents» is said, «vingt et un cents» is not
_LARGEST_THOUSANDS = 1000

WORD = rf"(?:{alternation(NUMBER_WORDS)})(?![^\W_])"
_AND = rf"(?:(?<=nte)|(?<=vingt)|(?<=mille)|(?<=vingts))(?:-|{SPACE})et(?:-|{SPACE})(?=une?\b|onze\b)"
RUN = re.compile(rf"{WORD}(?:(?:-|{SPACE}|{_AND}){WORD}){{0,24}}")
_ONE = re.compile(r"\bun\s$")
_POINT = re.compile(rf"{SPACE}virgule{SPACE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A spelled-out number.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        value: The number.
        scale: Multiplier that its last word is: 1000 in «cinq mille», else 1.
    """

    start: int
    end: int
    value: int | Decimal
    scale: int = 1


def split(text: str, start: int, end: int) -> list[Spelled]:
    """Cut a run of number words into numbers, each the longest that text2num accepts.

    Args:
        text: The text of the run.
        start: Offset where the run begins.
        end: Offset after the run.
    """
    words = [(start + match.start(), start + match.end()) for match in re.finditer(r"\S+", text[start:end])]
    pieces: list[Spelled] = []
    first = 0
    while first < len(words):
        for last in range(len(words), first, -1):
            if piece := _read(text, words[first][0], words[last - 1][1]):
                pieces.append(piece)
                first = last
                break
        else:
            first += 1
    return pieces


def _read(text: str, start: int, end: int) -> Spelled | None:
    words = text[start:end]
    if words in _NEVER_ALONE or (words == "mille" and _ONE.search(text[max(0, start - 4) : start])):
        return None
    value, scale = _integer(words)
    return None if value is None else Spelled(start=start, end=end, value=value, scale=scale)


@lru_cache(maxsize=4096)
def _integer(words: str) -> tuple[int | None, int]:
    """The value of lower-case number words and the multiplier that the last of them is."""
    plain = " ".join(words.replace("-", " ").split()).replace("zero", "zéro")
    try:
        value = text2num(plain, "fr")
    except ValueError:
        return None, 1
    last = plain.rsplit(" ", 1)[-1]
    hundreds = last in {"cent", "cents"}
    scale = 100 if hundreds else _MULTIPLIERS.get(last.removesuffix("s"), 1)
    largest = _LARGEST_HUNDREDS if hundreds else _LARGEST_THOUSANDS
    return value, scale if 1 <= value // scale < largest and value % scale == 0 else 1


def with_decimals(text: str, number: Spelled) -> Spelled:
    """The number with its spelled-out decimals, if it has any: «deux virgule zéro cinq».

    Args:
        text: The text of the number.
        number: Its whole part.
    """
    point = _POINT.match(text, number.end)
    run = RUN.match(text, point.end()) if point else None
    pieces = split(text, *run.span()) if run else []
    if not pieces:
        return number
    words = text[pieces[0].start : pieces[0].end].split()
    zeros = next((index for index, word in enumerate(words) if word not in {"zéro", "zero"}), len(words))
    digits = "0" * zeros + str(pieces[0].value)
    return Spelled(start=number.start, end=pieces[0].end, value=Decimal(f"{number.value}.{digits}"))
