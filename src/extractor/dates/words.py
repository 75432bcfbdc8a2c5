"""Text to words, each with the symbol that the forms of ``data/dates.toml`` are written over."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from typing import Any

from extractor.lexicon import tables

DATA = "dates.toml"

# Symbols of words that are known by their spelling; those of the vocabulary follow from FIRST on.
OTHER, NAME, STOP, OPEN, POINT, NUMERIC, ORDINAL = "o", "N", ".", "O", "P", "n", "r"
FIRST_DAY, DAY_1, DAY_2, TWO, INT, YEAR = "e", "1", "2", "t", "i", "y"
FIRST = 0xE000

SPELLED: dict[str, str] = {
    "day": FIRST_DAY + DAY_1 + DAY_2,
    "int": DAY_1 + DAY_2 + TWO + INT + YEAR,
    "two": DAY_2 + TWO,
    "year": YEAR,
    "numeric": NUMERIC,
    "ordinal": ORDINAL + FIRST_DAY,
    "stop": STOP,
    "open": OPEN,
    "name": NAME,
    "word": OTHER + NAME,
    "point": POINT,
}
STOPS = frozenset('.,;:!?)]»”"…—–')
_SIGNS = "".join(sorted(STOPS)) + "-(%/~"
_CONTEXTS = ("before", "after", "not_before", "not_after")
_FORM = re.compile(r"<\w+>|\[\w+\]|\{\w+\}|@\w+\(|[()|?]|[^\s()|?<>\[\]{}@]+")
_SENTENCE_END = re.compile(
    r"""[.!?…\n](?:(?<=\n)[^\S\n]*\n"""
    r"""|(?<!\n)(?<!\b\w.)(?=[»"”\u00a0\u202f ]*(?:\Z|\n|[«"“\u00a0\u202f ]*[^\W\d_a-zà-ÿ])))"""
)
_ROMAN = re.compile(r"[XVI]{1,6}(?:er?|ème)")
_ACCENTED = 4  # letters from which a word is understood without its accents


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.

    Attributes:
        norms: Each word in lower case, its apostrophe straight.
        starts: The offset of each word; it is as long as its norm.
        symbols: One character a word, and a stop at the end.
        breaks: Offsets where sentences end, as punctuation tells.
    """

    norms: list[str]
    starts: list[int]
    symbols: str
    breaks: list[int]

    def sentence(self, word: int) -> int:
        """The number of the sentence that a word stands in."""
        return bisect(self.breaks, self.starts[word])

    def span(self, first: int, last: int) -> dict[str, int]:
        """The offsets of the words from ``first`` up to ``last``."""
        return {"start": self.starts[first], "end": self.starts[last - 1] + len(self.norms[last - 1])}


def words(text: str) -> Words:
    """The words, numbers and signs of a text, in order; what is none of these is left out."""
    known = _symbols()
    pieces = _token().split(_lower(text))  # gap, word, gap, word, …, gap: faster than matches in turn
    norms, starts = pieces[1::2], list(accumulate(map(len, pieces)))[:-1:2]
    symbols = [
        known.get(norm) or (OTHER if text[start].islower() else _spelled(norm, text, start))
        for norm, start in zip(norms, starts, strict=True)
    ]
    return Words(norms, starts, "".join(symbols) + STOP, [end.end() for end in _SENTENCE_END.finditer(text)])


def _lower(text: str) -> str:
    """The text in lower case with plain apostrophes and hyphens, at the same offsets."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return lower.replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")


def _spelled(norm: str, text: str, start: int) -> str:
    """The symbol of a word that the vocabulary does not know."""
    if norm[0].isdecimal():
        return _numeral(norm)
    if not text[start].isupper():
        return STOP if norm[0] == "\n" else OTHER
    return ORDINAL if text[start] in "XVI" and _ROMAN.fullmatch(text, start, start + len(norm)) else NAME


def _numeral(norm: str) -> str:
    if not norm.isdecimal():
        if norm.startswith("1er"):
            return FIRST_DAY
        return ORDINAL if norm[-1] in "er" else NUMERIC if _numeric().fullmatch(norm) else OTHER
    value = int(norm) if len(norm) <= len("2021") else 0
    if len(norm) <= len("31"):
        return (DAY_1 if len(norm) == 1 else DAY_2) if 1 <= value <= 31 else TWO if len(norm) > 1 else INT  # noqa: PLR2004 (days)
    return YEAR if 1000 <= value <= 2199 and len(norm) == len("2021") else INT  # noqa: PLR2004 (years)


def bare(word: str) -> str:
    """The word without accents («fevrier»), as capitals and hasty writers leave them out."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def meanings() -> dict[str, dict[str, Any]]:
    """The tables ``values`` of the data file, with the spellings without accents added."""
    known: dict[str, dict[str, Any]] = {}
    for name, table in tables(DATA)["values"].items():
        known[name] = dict(table)
        for word, value in table.items():
            known[name].setdefault(bare(word), value)
    return known


@cache
def vocabulary() -> dict[str, str]:
    """Every word of the data file with its symbol; the spelling without accents has the same."""
    data = tables(DATA)
    rules = (*data["point"], *data["phrase"])
    written = chain(
        (rule["form"] for rule in rules),
        (form for rule in rules for key in _CONTEXTS for form in rule.get(key, ())),
        data["fragments"].values(),
    )
    said = {part for form in written for part in parts(form) if part not in "()|?" and part[0] not in "<[{@"}
    said.update(word for table in meanings().values() for phrase in table for word in phrase.split())
    said.update(word for entry in data["words"].values() for word in entry["list"])
    symbols = {word: chr(FIRST + index) for index, word in enumerate(sorted(said))}
    for word, symbol in list(symbols.items()):
        if len(word) >= _ACCENTED:
            symbols.setdefault(bare(word), symbol)
    return symbols


def parts(form: str) -> list[str]:
    """A form cut into its words and operators."""
    return _FORM.findall(form)


@cache
def _symbols() -> dict[str, str]:
    signs = {sign: STOP if sign in STOPS else OTHER for sign in _SIGNS}
    return {**signs, "(": OPEN, **vocabulary()}


@cache
def _numeric() -> re.Pattern[str]:
    """«13/08/2021», «2021-08-13», «13/août/2021»."""
    months = "|".join(sorted({*meanings()["month"], *meanings()["month_short"]}, key=len, reverse=True))
    return re.compile(
        rf"\d{{4}}([-/])\d{{1,2}}\1\d{{1,2}}|\d{{1,2}}([-/.])\d{{1,2}}\2(?:\d{{4}}|\d{{2}})"
        rf"|\d{{1,2}}([-/])(?:{months})\3\d{{4}}|\d{{4}}([-/])(?:{months})\4\d{{1,2}}"
    )


@cache
def _token() -> re.Pattern[str]:
    listed = tables(DATA)["words"]["compound"]["list"]
    compounds = sorted(
        {spelling for word in listed for spelling in (word, bare(word))}, key=len, reverse=True
    )
    initials = "".join(sorted({word[0] for word in compounds}))
    numeric = _numeric().pattern
    for number in range(1, numeric.count("([") + 1):  # the whole word is to be the one group
        numeric = numeric.replace(f"\\{number}", "[-/.]")
    numeric = numeric.replace("([", "(?:[")
    return re.compile(
        rf"""((?=[{initials}])(?:{"|".join(compounds)})(?!\w)
          | [^\W\d_]\w*(?:'(?=\w))?
          | (?=\d)(?:
                (?<![\w/.-])(?:{numeric})(?!\w|[/-]\d|[.]\d)
              | \d{{1,3}}(?:[.\u00a0\u202f\u2009\ ]\d{{3}})+(?!\w) | \d+,\d+
              | \d{{1,2}}(?:ers?|ère|[eè]me|e)\b
              | \d+)
          | [{re.escape(_SIGNS)}]
          | \n[^\S\n]*\n)""",
        re.VERBOSE,
    )
