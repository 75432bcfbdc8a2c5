"""Tells numerals that count nothing: years, days of the month, clock times, labels, scores, addresses.

Each check looks at the words just before and just after a numeral (or a range of two). The words are in
``data/numbers.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor import lexicon
from extractor.numbers.spelled import WORD
from extractor.numbers.words import BLANK, GAP, OF, REACH, UNITS, alternation, endings

if TYPE_CHECKING:
    from extractor.numbers.numeral import Numeral

_DATA = lexicon.tables("numbers.toml")["vetoes"]
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_LAST_DAY = 31
_LAST_HOUR = 24
_LARGEST_SCORE = 20
_YEAR_DIGITS, _POSTCODE_DIGITS = 4, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A numeral, or a range of two, with what was found around it.

    Attributes:
        text: The whole text.
        first: The numeral, or the lower end of the range.
        last: The numeral, or the upper end of the range.
        before: The words just before, as ``words.tail`` gives them.
        unit: Unit of measure.
        end: Offset after the unit, or after the numeral.
        qualified: True where a modifier bounds it or it stands in a sequence of numerals.
    """

    text: str
    first: Numeral
    last: Numeral
    before: str
    unit: str | None
    end: int
    qualified: bool

    @property
    def is_whole(self) -> bool:
        """True for a whole number without multiplier."""
        return self.last.kind == "cardinal" and self.last.scale == 1 and float(self.last.value).is_integer()

    @property
    def in_hours(self) -> bool:
        """True for a number of hours, which may be a time of day."""
        return self.unit is not None and self.unit.lower() in {"h", "heure", "heures"}


_LABELS = endings(_DATA["labels_before"])
_NUMBERED = (" numéro ", " numéros ", " n° ", " nº ")
_POINTED = re.compile(r"\d{1,3}\.\d{1,2}")  # «article 49.3»
_YEARS = endings(_DATA["years_before"])
_CALENDAR = endings(_DATA["calendar_before"])
_WEEKDAYS = endings(_DATA["weekdays"])
_CLOCK = endings(_DATA["clock_before"])
_HOURS = endings(_DATA["hours_before"])
_BOTH = endings(_DATA["both_before"])
_ZERO = endings(_DATA["zero_before"])
_NEUF = endings(_DATA["neuf_before"])
_OPENERS = frozenset(_DATA["openers"])
_NOT_PLURAL = frozenset(_DATA["not_plural_nouns"])
_MONTH = re.compile(
    rf"(?:{BLANK}?(?:,|et|au|ou|à|-|–){BLANK}?\d{{1,2}}(?:er)?){{0,3}}{BLANK}(?:(?P<full>{alternation(_DATA['months'])})"
    rf"|{alternation(_DATA['month_abbreviations'])})\b",
    re.IGNORECASE,
)
_DAY = re.compile(r" [0-3]?\d $")
_CLOCK_AFTER = re.compile(rf"{GAP}(?:\(?(?:{alternation(_DATA['clock_after'])})\b|\d\d\b)", re.IGNORECASE)
_DURATION_AFTER = re.compile(
    rf"{GAP}(?:{alternation(_DATA['duration_after'])})(?:\b|(?<=['’]))", re.IGNORECASE
)
_STREET = re.compile(rf",?{BLANK}(?:{alternation(_DATA['streets'])})\b")
_TOWN = re.compile(rf"{BLANK}[A-ZÀ-ÖØ-Þ]")
_NAME = re.compile(rf"(?<![^\W_])(?P<word>[A-ZÀ-ÖØ-Þ][\w'’-]{{2,30}}|[A-Z]{{1,2}}){BLANK}$")
_FACE = re.compile(rf"{BLANK}à{BLANK}\d\d?\b(?P<noun>{GAP}?(?:{UNITS}|[a-zà-ÿœ]+[sx])(?!\w))?")
_FACED = re.compile(r"(?<! de) \d\d? à $")
_OUT_OF = re.compile(
    rf"{GAP}(?:(?:des|sur)(?:{GAP}les)?{GAP}(?:\d|{WORD})|d['’]entre\b|de{GAP}[lsnvc]es\b|de{GAP}leurs\b)"
)
_SENTENCE_START = re.compile(r"(?:^|[\n.!?…:;«»\"“”(\[–—-])\s{0,8}$")
_LINE_START = re.compile(r"(?:^|\n)\s{0,4}$")
_PLURAL = re.compile(rf"(?:{OF}|{GAP})?(?P<word>[a-zà-ÿœ'’-]{{2,25}}[sxz])(?!\w)")


def _just_before(c: Candidate, length: int = REACH) -> str:
    return c.text[max(0, c.first.start - length) : c.first.start]


def plural_follows(text: str, end: int) -> bool:
    """True where the next word looks like a plural noun or adjective.

    Args:
        text: The whole text.
        end: Offset after the number.
    """
    match = _PLURAL.match(text, end)
    return match is not None and match["word"] not in _NOT_PLURAL


def _is_label(c: Candidate) -> bool:
    """«résolution 1244», «numéro deux», «Canal 9»."""
    if c.before.endswith(_NUMBERED):
        return True
    if c.unit or not (c.first.digits or _POINTED.fullmatch(c.text, c.first.start, c.last.end)):
        return False
    if c.before.endswith(_LABELS):
        return True
    name = _NAME.search(_just_before(c))
    named = name is not None and name["word"].lower() not in _OPENERS
    return named and not c.qualified and not plural_follows(c.text, c.last.end)


def _is_calendar(c: Candidate) -> bool:
    """«le 17», «13 et 14 novembre», «les années 80», «samedi 12»."""
    if not c.is_whole:
        return False
    day = c.first.value <= _LAST_DAY
    month = _MONTH.match(c.text, c.last.end) if day else None
    if month and (month["full"] or c.first.digits):
        return True
    if c.text[c.first.start : c.first.end] == "sept" and _DAY.search(c.before):
        return True
    if c.before.endswith(_CALENDAR):
        return c.unit is None or c.in_hours
    return day and not c.unit and c.before.endswith(_WEEKDAYS) and not plural_follows(c.text, c.last.end)


def _is_year(c: Candidate) -> bool:
    """«en 2014», «la crise de 2008»; «2014 soldats» counts."""
    if not (c.first.digits and c.last.digits and c.last.end - c.last.start == _YEAR_DIGITS):
        return False
    if c.unit or not _FIRST_YEAR <= c.last.value <= _LAST_YEAR:
        return False
    return c.before.endswith(_YEARS) or not (c.qualified or plural_follows(c.text, c.last.end))


def _is_clock_time(c: Candidate) -> bool:
    """«à 20 heures», «18 heures GMT»; «à 20 heures de route» and «48h» after «en» are durations."""
    if c.unit is None or not c.in_hours:
        return False
    if c.unit.lower() == "h" and not c.before.endswith(_HOURS):
        return True
    if _CLOCK_AFTER.match(c.text, c.end):
        return True
    return (
        c.last.value <= _LAST_HOUR and c.before.endswith(_CLOCK) and not _DURATION_AFTER.match(c.text, c.end)
    )


def _is_mark(c: Candidate) -> bool:
    """«1. Le contexte», «(1)», «3-1», «75011 Paris», «12, rue des Lilas»."""
    if not c.is_whole or c.unit:
        return False
    before, end = _just_before(c, 5), c.last.end
    if _LINE_START.search(before) and re.match(r"(?:[.)]|°)\s", c.text[end : end + 2]):
        return True
    if not c.first.digits:
        return False
    if before.endswith(("(", "[")) and c.text.startswith((")", "]"), end):
        return True
    postcode = c.last.end - c.last.start == _POSTCODE_DIGITS and _TOWN.match(c.text, end)
    if postcode or _STREET.match(c.text, end):
        return True
    return _is_score(c, before) or re.match(r"[-–]\d", c.text[end : end + 2]) is not None


def _is_score(c: Candidate, before: str) -> bool:
    """«3-1», «2 à 1»: small numbers face to face, and nothing counted behind them."""
    if re.search(r"\d[-–]$", before):
        return True
    if c.last.value > _LARGEST_SCORE or c.before.endswith(" de ") or plural_follows(c.text, c.last.end):
        return False
    if c.first is not c.last:
        return c.text[c.first.end : c.last.start].strip() in {"à", "-", "–"}
    behind = _FACE.match(c.text, c.last.end)
    return _FACED.search(c.before) is not None or (behind is not None and not behind["noun"])


def _is_name(c: Candidate) -> bool:
    """«Deux-Sèvres», «les Vingt-Sept», «un deux-pièces»."""
    end = c.last.end
    if c.text.startswith("-", end) and c.text[end + 1 : end + 2].isalpha():
        return True
    if c.first.digits:
        return False
    before = _just_before(c, 5)
    if re.search(r"[^\W\d_]-$", before):
        return True
    written = c.text[c.first.start : c.first.end]
    return written[0].isupper() and not written.isupper() and not _SENTENCE_START.search(before)


def _is_idiom(c: Candidate) -> bool:
    """«un pont neuf», «tous deux», «tolérance zéro»."""
    if c.first is not c.last or c.unit or c.qualified or c.first.digits:
        return False
    if c.text[c.first.start : c.first.end].lower() == "neuf":
        counts = plural_follows(c.text, c.last.end) or _OUT_OF.match(c.text, c.last.end)
        return not (counts or c.before.endswith(_NEUF))
    return c.before.endswith(_ZERO if c.first.value == 0 else _BOTH) and c.first.value < _SMALLEST_FREE


_SMALLEST_FREE = 5  # «tous quatre», but «toutes cinquante»
_CHECKS = (_is_calendar, _is_year, _is_clock_time, _is_label, _is_mark, _is_name, _is_idiom)


def counts_nothing(candidate: Candidate) -> bool:
    """True where the numeral is a date, a time, a label, a score, an address, part of a name or an idiom."""
    return any(check(candidate) for check in _CHECKS)
