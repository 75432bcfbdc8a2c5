"""Finds the date expressions of a French text: a cascade of two passes over its words.

The first pass finds dates («5 mai», «la veille», «jeudi soir»), the second what is made of them («du 3 au
5 mai», «depuis jeudi», «dans la nuit de jeudi à vendredi»). What may be said is in ``data/dates.toml``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from extractor.dates.absolute import read_absolute
from extractor.dates.expression import Expression
from extractor.dates.forms import Form, anywhere, classes, forms
from extractor.dates.read import field
from extractor.dates.words import POINT, STOP, Word, words

_SUFFIX = "_2"
_OF = frozenset({"de", "du", "d'", "des"})


def find_dates(text: str) -> list[Expression]:
    """Every expression that names a day, a stretch of days, a month or a year, in order.

    Args:
        text: French text, with any apostrophes and spaces.

    Returns:
        Expressions that do not overlap; offsets are those of the text.
    """
    tokens = words(text)
    sentences = _sentences(text, tokens)
    points = _points(text, tokens, sentences)
    return _phrases(tokens, points)


def _sentences(text: str, tokens: list[Word]) -> list[int]:
    """The number of the sentence that each word stands in."""
    numbers, current = [], 0
    for index, token in enumerate(tokens):
        numbers.append(current)
        if token.norm.isspace():
            current += 1
        elif token.norm in ".!?" and index and len(tokens[index - 1].norm) > 1:
            rest = text[token.end : token.end + 4].lstrip(' »"”')
            current += not rest or rest[0].isupper() or text[token.end : token.end + 1] == "\n"
    return numbers


def _points(text: str, tokens: list[Word], sentences: list[int]) -> list[tuple[int, int, Expression]]:
    symbols = "".join(token.symbol for token in tokens) + STOP
    found, position = [], 0
    pattern = anywhere("point")
    while match := pattern.search(symbols, position):
        position = max(match.end(), match.start() + 1)
        form = forms("point")[(match.lastindex or 1) - 1]
        first, last = match.start(), min(match.end(), len(tokens))
        if first == last or _named(tokens, first) or _title(text, tokens, first, last):
            continue
        point = _expression(form, symbols, tokens, first)
        if point is not None and point.kind == "date" and form.id == "numeric":
            point = _numeric(text, point, tokens[last - 1])
        if point is not None:
            attributive = first > 0 and tokens[first - 1].norm in _OF
            found.append((first, last, replace(point, sentence=sentences[first], attributive=attributive)))
    return found


def _numeric(text: str, point: Expression, token: Word) -> Expression | None:
    day = read_absolute(text[token.start : token.end])
    return day and replace(point, year=day.year, month=day.month, day=day.day)


def _named(tokens: list[Word], first: int) -> bool:
    """Whether the date is part of a name: «rue du 4 septembre», «Mouvement du 23 mars»."""
    named = classes()["named"]
    back = tokens[max(0, first - 3) : first]
    if not back or back[-1].norm not in ("du", "de", "des", "le"):
        return False
    return any(token.symbol in named for token in back[:-1][-2:])


def _title(text: str, tokens: list[Word], first: int, last: int) -> bool:
    """Whether a lone weekday, month or season is a proper name by its capital: «le quotidien Vendredi»."""
    if last - first != 1 or not text[tokens[first].start].isupper() or first == 0:
        return False
    word = text[tokens[first].start : tokens[first].end]
    return not word.isupper() and tokens[first - 1].symbol not in classes()["stop"] and not _opens(text, tokens[first])


def _opens(text: str, token: Word) -> bool:
    """Whether a line, quotation or sentence starts with the word."""
    before = text[: token.start][-3:].rstrip(" \u00a0\u202f")
    return not before or before[-1] in "\n«“\"([.!?:-–—•*"


def _expression(form: Form, symbols: str, tokens: list[Word], first: int) -> Expression | None:
    match = form.pattern.match(symbols, first)
    if match is None:
        return None
    own: dict[str, Any] = dict(form.constants)
    second: dict[str, Any] = {}
    for name, start, end in form.captured(match):
        target, key = (second, name.removesuffix(_SUFFIX)) if name.endswith(_SUFFIX) else (own, name)
        target.update(field(key, tokens[start:end], form.kind))
    last = min(match.end(), len(tokens))
    span = {"start": tokens[first].start, "end": tokens[last - 1].end}
    if any(value is None and name in ("month", "day", "year") for name, value in own.items()):
        return None
    if not second:
        return Expression(kind=form.kind, **span, **own)  # type: ignore[arg-type]
    both = {name: own[name] for name in form.both if name in own}
    ends = (Expression(kind="date", **span, **own), Expression(kind="date", **span, **{**both, **second}))
    return Expression(kind="range", **span, ends=ends)


def _phrases(tokens: list[Word], points: list[tuple[int, int, Expression]]) -> list[Expression]:
    """Runs the second pass over the words between the points, each point standing as one word."""
    items: list[Word | Expression] = []
    position = 0
    for first, last, point in points:
        items += [*tokens[position:first], point]
        position = last
    items += tokens[position:]
    symbols = "".join(item.symbol if isinstance(item, Word) else POINT for item in items) + STOP
    found: list[Expression] = []
    position = 0
    while (at := symbols.find(POINT, position)) >= 0:
        match = anywhere("phrase").search(symbols, max(position, at - _REACH), at + _REACH)
        if match and match.start() <= at < match.end():
            found.append(_phrase(forms("phrase")[(match.lastindex or 1) - 1], symbols, items, match.start()))
            position = match.end()
        else:
            found.append(_point(items[at]))
            position = at + 1
    return found


_REACH = 12  # words before a point that may belong to its phrase


def _point(item: Word | Expression) -> Expression:
    if not isinstance(item, Expression):
        raise TypeError(item)
    return item


def _phrase(form: Form, symbols: str, items: list[Word | Expression], first: int) -> Expression:
    match = form.pattern.match(symbols, first)
    if match is None:
        raise LookupError(form.id)
    own: dict[str, Any] = dict(form.constants)
    ends: list[Expression] = []
    span = {"start": items[first].start, "end": items[match.end() - 1].end}
    for name, start, stop in form.captured(match):
        held = items[start:stop]
        if isinstance(held[0], Expression):
            ends.append(held[0])
        elif name == "day":
            day = held[0]
            ends.append(Expression(kind="date", start=day.start, end=day.end, **field("day", [day], "date")))
        else:
            own.update(field(name, [item for item in held if isinstance(item, Word)], form.kind))
    ends.sort(key=lambda end: end.start)
    sentence = ends[-1].sentence
    if form.kind == "same":
        return replace(ends[0], **span, **own)
    own.setdefault("daypart", None)
    return Expression(kind=form.kind, sentence=sentence, ends=tuple(ends), **span, **own)  # type: ignore[arg-type]
