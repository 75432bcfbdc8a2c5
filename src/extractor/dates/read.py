"""Captured words to the fields of an expression."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from text_to_num import text2num

from extractor.dates.words import meanings

_ROMAN = {"i": 1, "v": 5, "x": 10}


@cache
def number(phrase: str) -> int | None:
    """The value of digits («1er», «24») or of words («vingt et un»); None where it is no number."""
    digits = re.match(r"\d+", phrase)
    if digits:
        return int(digits[0])
    try:
        return int(text2num(re.sub(r" ?- ?", "-", phrase), "fr"))
    except ValueError:
        return None


def _roman(numeral: str) -> int | None:
    letters = re.match(r"[xvi]+", numeral)
    if letters is None:
        return None
    values = [_ROMAN[letter] for letter in letters[0]]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _of(table: str, phrase: str) -> Any:
    return meanings()[table].get(phrase)


def _amount(phrase: str) -> float | None:
    for table in ("deictic", "anaphoric", "rank"):
        if phrase in meanings()[table]:
            return float(_of(table, phrase))
    for word in phrase.split():
        if word in meanings()["dozen"]:
            return float(_of("dozen", word) * (2 if phrase.startswith("deux") else 1))
    value = number(phrase.removesuffix(" -"))
    return None if value is None else float(value)


def _year(phrase: str, kind: str) -> int | None:
    if kind == "century":
        rank = number(phrase) or _roman(phrase)
        return 100 * (rank - 1) if rank else None
    if kind == "decade" and (spelled := _of("decade", phrase.replace(" ", ""))):
        return int(spelled)
    value = number(phrase)
    if value is None:
        return None
    if kind == "decade" and value < 100:  # noqa: PLR2004 (two digits)
        return 1900 + value
    return value + (1900 if value >= 30 else 2000) if value < 100 else value  # noqa: PLR2004 (two digits)


def _direction(phrase: str) -> dict[str, Any]:
    if phrase in meanings()["direction_text"]:
        return {"direction": _of("direction_text", phrase), "anchor": "text"}
    if phrase.startswith(("à compter", "à partir", "à venir", "qui vien")):
        return {"direction": "after"}
    return {"direction": _of("direction", phrase) or _of("direction_phrase", phrase)}


def _daypart(phrase: str) -> dict[str, Any]:
    known = [word for word in re.split(r"[ ]", phrase) if word in meanings()["daypart"]]
    return {"daypart": _of("daypart", known[-1])} if known else {}


def field(name: str, words: list[str], kind: str) -> dict[str, Any]:  # noqa: PLR0911 (one line a field)
    """The expression's fields that the words captured under a name give."""
    phrase = " ".join(words)
    if name == "half":
        return {"half": 0.5}
    if name == "amount":
        return {"amount": _amount(phrase)}
    if name == "year":
        return {"year": _year(phrase, kind)}
    if name == "day":
        return {"day": 1 if phrase == "premier" else number(phrase)}
    if name == "month":
        word = phrase.removesuffix(" .")
        return {"month": _of("month", word) or _of("month_short", word)}
    if name == "weekday":
        word = phrase.removesuffix(" .")
        return {
            "weekday": _of("weekday", word) if word in meanings()["weekday"] else _of("weekday_short", word)
        }
    if name in ("direction", "direction_text"):
        return _direction(phrase)
    if name == "daypart":
        return _daypart(phrase)
    return {} if name in ("vague", "numeric") else {name: _of(name, phrase)}
