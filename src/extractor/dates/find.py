"""Finds the date expressions of a French text: a cascade of two passes over its words.

The first pass finds dates («5 mai», «la veille», «jeudi soir»), the second what is made of them («du 3 au
5 mai», «depuis jeudi», «dans la nuit de jeudi à vendredi»). What may be said is in ``data/dates.toml``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from extractor.dates.absolute import read_absolute
from extractor.dates.expression import Expression
from extractor.dates.forms import Form, classes, match, one_of
from extractor.dates.read import field
from extractor.dates.words import POINT, Words, words

_SECOND = "_2"  # ends the name of a field of a range's second end
_JOINS = frozenset({"et", "ou", ",", "puis", "à", "au"})
_OF = frozenset({"de", "du", "d'", "des"})
_OPENING = "\n«“([.!?:-–—•*" + '"'  # before a capital that says nothing
_KERNELS = (
    "month",
    "weekday",
    "weekday_short",
    "season",
    "daypart",
    "unit",
    "deictic",
    "anaphoric",
    "holiday",
    "kernel",
    "day",
    "year",
    "two",
    "numeric",
)

Point = tuple[int, int, Expression]
"""First word, word after the last, and what they say."""


def find_dates(text: str) -> list[Expression]:
    """Every expression that names a day, a stretch of days, a month or a year, in order.

    Args:
        text: French text, with any apostrophes and spaces.

    Returns:
        Expressions that do not overlap; offsets are those of the text.
    """
    tokens = words(text)
    points = _points(text, tokens)
    return _phrases(tokens, points) if points else []


@cache
def _kernel() -> re.Pattern[str]:
    """A word that a date cannot do without."""
    return re.compile(one_of("".join(classes()[name] for name in _KERNELS)))


def _points(text: str, tokens: Words) -> list[Point]:
    found: list[Point] = []
    position = 0
    for kernel in _kernel().finditer(tokens.symbols):
        at = kernel.start()
        matched = match("point", tokens.symbols, position, at) if at >= position else None
        if matched is None:
            continue
        first, position = matched[1].start(), min(matched[1].end(), len(tokens.norms))
        point = _point(text, tokens, *matched)
        if point is not None:
            _join(found, tokens, first, point)
            found.append((first, position, _beside(found, tokens, first, point)))
    return found


def _join(found: list[Point], tokens: Words, first: int, point: Expression) -> None:
    """Gives a day the month of the date that it is told with: «le samedi 8 et le dimanche 9 mai»."""
    if not found or not set(tokens.norms[found[-1][1] : first]) <= _JOINS or point.month is None:
        return
    start, last, before = found[-1]
    if before.kind == "date" and before.day is not None and before.month is None:
        found[-1] = (start, last, replace(before, month=point.month, year=point.year))


def _beside(found: list[Point], tokens: Words, first: int, point: Expression) -> Expression:
    """Notes that an event is told beside its date: «vendredi, au lendemain de la chute»."""
    if point.kind == "event" and found and found[-1][1] == first - 1 and tokens.norms[first - 1] == ",":
        return replace(point, direction="same")
    return point


def _point(text: str, tokens: Words, form: Form, matched: re.Match[str]) -> Expression | None:
    first, last = matched.start(), min(matched.end(), len(tokens.norms))
    if _named(tokens, first) or (form.kind != "holiday" and _title(text, tokens, first, last)):
        return None
    fields, second = _fields(form, matched, tokens)
    span = tokens.span(first, last)
    if form.id == "numeric":
        day = read_absolute(text[tokens.starts[last - 1] : span["end"]])
        fields |= {"year": day and day.year, "month": day and day.month, "day": day and day.day}
    if any(fields.get(name, 0) is None for name in ("month", "day", "year")):
        return None
    where: dict[str, Any] = {**span, "sentence": tokens.sentence(first)}
    attributive = first > 0 and tokens.norms[first - 1] in _OF
    if not second:
        return Expression(**{"kind": form.kind, "attributive": attributive, **where, **fields})
    both = {name: fields[name] for name in form.both if name in fields}
    ends = (
        Expression(kind="date", **where, **fields),
        Expression(kind="date", **where, **{**both, **second}),
    )
    return Expression(kind="range", attributive=attributive, **where, ends=ends)


def _fields(form: Form, matched: re.Match[str], tokens: Words) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of an expression, and of the second end of a range."""
    own: dict[str, Any] = dict(form.constants)
    second: dict[str, Any] = {}
    for name, start, end in form.captured(matched):
        target = second if name.endswith(_SECOND) else own
        target.update(field(name.removesuffix(_SECOND), tokens.norms[start:end], form.kind))
    if half := own.pop("half", None):
        own["amount"] = (own.get("amount") or 0) + half
    return own, second


def _named(tokens: Words, first: int) -> bool:
    """Whether the date is part of a name: «rue du 4 septembre», «Mouvement du 23 mars»."""
    if first == 0 or tokens.norms[first - 1] not in ("du", "de", "des", "le"):
        return False
    named = classes()["named"]
    return any(symbol in named for symbol in tokens.symbols[max(0, first - 3) : first - 1])


def _title(text: str, tokens: Words, first: int, last: int) -> bool:
    """Whether a word is a proper name by its capital: «le quotidien Vendredi», «dans l'Aube»."""
    places = classes()["daypart"] + classes()["season"]
    inner = [tokens.starts[word] for word in range(first + 1, last) if tokens.symbols[word] in places]
    if any(text[start].isupper() and not text[start + 1].isupper() for start in inner):
        return True
    start, end = tokens.span(first, last).values()
    if last - first != 1 or not text[start].isupper() or text[start:end].isupper():
        return False
    before = text[max(0, start - 3) : start].rstrip(" \u00a0\u202f")
    return bool(before) and before[-1] not in _OPENING


def _phrases(tokens: Words, points: list[Point]) -> list[Expression]:
    """Runs the second pass over the words, in which each point now stands as one word."""
    items: list[int | Expression] = []
    symbols, position = "", 0
    for first, last, point in points:
        items += [*range(position, first), point]
        symbols += tokens.symbols[position:first] + POINT
        position = last
    items += range(position, len(tokens.norms))
    symbols += tokens.symbols[position:]
    found: list[Expression] = []
    position = 0
    while (at := symbols.find(POINT, position)) >= 0:
        matched, item = match("phrase", symbols, position, at), items[at]
        if matched:
            found.append(_phrase(*matched, items, tokens))
            position = matched[1].end()
        elif isinstance(item, Expression):
            found.append(item)
            position = at + 1
    return found


def _phrase(form: Form, matched: re.Match[str], items: list[int | Expression], tokens: Words) -> Expression:
    own: dict[str, Any] = dict(form.constants)
    ends: list[Expression] = []
    for name, start, end in form.captured(matched):
        held = items[start]
        if isinstance(held, Expression):
            ends.append(held)
        elif name == "day":
            ends.append(_lone_day(held, tokens))
        else:
            said = [tokens.norms[item] for item in items[start:end] if isinstance(item, int)]
            own.update(field(name, said, form.kind))
    ends.sort(key=lambda end: end.start)
    own["start"] = _span(items[matched.start()], tokens)["start"]
    own["end"] = _span(items[matched.end() - 1], tokens)["end"]
    if form.kind == "same":
        return replace(ends[0], **own)
    return Expression(**{"kind": form.kind, "sentence": ends[-1].sentence, "ends": tuple(ends), **own})


def _lone_day(item: int, tokens: Words) -> Expression:
    """The 3 of «du 3 au 5 mai»."""
    day: dict[str, Any] = {**tokens.span(item, item + 1), **field("day", [tokens.norms[item]], "date")}
    return Expression(kind="date", **day)


def _span(item: int | Expression, tokens: Words) -> dict[str, int]:
    return (
        {"start": item.start, "end": item.end}
        if isinstance(item, Expression)
        else tokens.span(item, item + 1)
    )
