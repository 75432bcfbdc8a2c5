"""Text to words, each with the symbol that the forms of ``data/dates.toml`` are written over."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
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
_SIGNS = ".,;:!?)]»”\"…—–-(%/~"
_STOPS = frozenset(".,;:!?)]»”\"…—–")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign of the text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        norm: Lower case, apostrophe straight.
        symbol: One character that stands for it in the forms.
    """

    start: int
    end: int
    norm: str
    symbol: str


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
    """Every word of the data file with its symbol."""
    data = tables(DATA)
    listed = [word for table in meanings().values() for phrase in table for word in phrase.split()]
    listed += [word for entry in data["words"].values() for word in entry["list"]]
    forms = [rule[key] for rule in (*data["point"], *data["phrase"]) for key in ("form",)]
    forms += [form for rule in (*data["point"], *data["phrase"]) for key in _CONTEXTS for form in rule.get(key, ())]
    forms += list(data["fragments"].values())
    listed += [word for form in forms for word in literals(form)]
    symbols = {word: chr(FIRST + index) for index, word in enumerate(sorted(set(listed)))}
    for word, symbol in list(symbols.items()):
        if len(bare(word)) > 3:
            symbols.setdefault(bare(word), symbol)
    return symbols


_CONTEXTS = ("before", "after", "not_before", "not_after")
_FORM = re.compile(r"<\w+>|\[\w+\]|\{\w+\}|@\w+\(|[()|?]|[^\s()|?<>\[\]{}@]+|\(")


def parts(form: str) -> list[str]:
    """A form cut into its words and operators."""
    return _FORM.findall(form)


def literals(form: str) -> list[str]:
    """The words that a form names."""
    return [part for part in parts(form) if part not in "()|?" and part[0] not in "<[{@"]


@cache
def _token() -> re.Pattern[str]:
    compounds = sorted(tables(DATA)["words"]["compound"]["list"], key=len, reverse=True)
    months = sorted({*meanings()["month"], *meanings()["month_short"]}, key=len, reverse=True)
    spellings = "|".join(spelling for word in compounds for spelling in {word, bare(word)})
    return re.compile(
        rf"""(?P<numeric>
                 (?<![\w/.-]) (?: \d{{4}}([-/])\d{{1,2}}\2\d{{1,2}} | \d{{1,2}}([-/.])\d{{1,2}}\3(?:\d{{4}}|\d{{2}})
                   | \d{{1,2}}([-/])(?:{"|".join(months)})\4\d{{4}} | \d{{4}}([-/])(?:{"|".join(months)})\5\d{{1,2}} )
                 (?!\w|[/-]\d|[.]\d) )
          | (?P<other> \d{{1,3}}(?:[.\u00a0\u202f\u2009\ ]\d{{3}})+(?![\w]) | \d+,\d+ | \d{{5,}} )
          | (?P<ordinal> \d{{1,2}}(?:ers?|ère|[eè]me|e)\b | (?-i:[XVI]{{1,6}})(?:er|e|ème)\b )
          | (?P<number> \d+ )
          | (?P<break> \n[^\S\n]*\n )
          | (?P<word> (?:{spellings})(?!\w) | [^\W\d_]['’] | (?:jusqu|qu|lorsqu|puisqu)['’] | \w+ )
          | (?P<sign> [{re.escape(_SIGNS)}] | -- )""",
        re.VERBOSE | re.IGNORECASE,
    )


def words(text: str) -> list[Word]:
    """The words of a text in order; what is neither word, number nor sign is left out."""
    known = vocabulary()
    found = []
    for match in _token().finditer(text):
        norm = match[0].lower().replace("’", "'")
        found.append(Word(match.start(), match.end(), norm, _symbol(match, norm, known)))
    return found


def _symbol(match: re.Match[str], norm: str, known: dict[str, str]) -> str:
    kind = match.lastgroup
    if kind == "word":
        return known.get(norm) or (NAME if match[0][0].isupper() else OTHER)
    if kind == "number":
        return _number_symbol(norm)
    if kind == "sign":
        return OPEN if norm == "(" else known.get(norm) or (STOP if norm in _STOPS else OTHER)
    if norm in ("1er", "1ers"):
        return FIRST_DAY
    return {"numeric": NUMERIC, "ordinal": ORDINAL, "break": STOP}.get(kind or "", OTHER)


def _number_symbol(digits: str) -> str:
    value = int(digits)
    if len(digits) <= 2 and 1 <= value <= 31:
        return DAY_1 if len(digits) == 1 else DAY_2
    if len(digits) == 2:
        return TWO
    return YEAR if len(digits) == 4 and 1000 <= value <= 2199 else INT
