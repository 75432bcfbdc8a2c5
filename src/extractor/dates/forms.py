"""The forms of ``data/dates.toml`` compiled to regular expressions over the symbols of words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from extractor.dates.words import DATA, SPELLED, STOP, STOPS, bare, meanings, parts, vocabulary
from extractor.errors import DataFileError
from extractor.lexicon import tables

_NO_FIELD = frozenset({"id", "form", "before", "after", "not_before", "not_after", "both", "kind"})
_REACH = 10  # words before a word that may belong to its expression
_groups = count()  # a field may be said in several places of a form, but a group name stands once


@dataclass(frozen=True, slots=True)
class Form:
    """One rule of the data file.

    Attributes:
        id: Name of the rule.
        kind: Kind of the expression; ``same`` keeps that of the point it holds.
        pattern: Over symbols; its named groups are fields of the expression.
        starts: The symbols that it may start with.
        symbols: The symbols that it may hold.
        constants: Fields that the rule sets by itself.
        both: Fields that both ends of a range share.
    """

    id: str
    kind: str
    pattern: re.Pattern[str]
    starts: frozenset[str]
    symbols: frozenset[str]
    constants: dict[str, Any]
    both: tuple[str, ...]

    def captured(self, match: re.Match[str]) -> list[tuple[str, int, int]]:
        """The fields that a match captured: name, first symbol, symbol after the last."""
        return [
            (group.split("__")[0], *match.span(group))
            for group, said in match.groupdict().items()
            if said is not None
        ]


@cache
def classes() -> dict[str, str]:
    """The symbols of every class of words."""
    known = vocabulary()
    found = dict(SPELLED)
    for name, table in meanings().items():
        found[name] = "".join(known[word] for word in table if " " not in word and word in known)
    for name, entry in tables(DATA)["words"].items():
        listed = [spelling for word in entry["list"] for spelling in (word, bare(word))]
        found[name] = "".join(known[word] for word in listed if word in known)
    found["stop"] = STOP + "".join(known[sign] for sign in STOPS if sign in known)
    return found


def one_of(symbols: str) -> str:
    """A regular expression for any one of the symbols."""
    return f"[{re.escape(''.join(sorted(set(symbols))))}]"


def _inlined(form: str) -> list[str]:
    """The words and operators of a form, its fragments written out in brackets."""
    out: list[str] = []
    for part in parts(form):
        out += ["(", *_inlined(tables(DATA)["fragments"][part[1:-1]]), ")"] if part[0] == "{" else [part]
    return out


def _symbols_of(part: str) -> str:
    return classes()[part[1:-1].removesuffix("_2")] if part[0] in "<[" else vocabulary()[part]


def _compile(form: str) -> str:
    out = []
    for part in _inlined(form):
        if part in "()|?":
            out.append("(?:" if part == "(" else part)
        elif part[0] == "@":
            out.append(f"(?P<{part[1:-1]}__{next(_groups)}>")
        else:
            symbols = one_of(_symbols_of(part))
            out.append(f"(?P<{part[1:-1]}__{next(_groups)}>{symbols})" if part[0] == "<" else symbols)
    return "".join(out)


def _starts(rest: list[str]) -> tuple[frozenset[str], bool]:
    """The symbols that a form may start with and whether it may be empty; takes its words from the list."""
    starts: frozenset[str] = frozenset()
    empty_somewhere, empty_so_far = False, True
    while rest and rest[0] != ")":
        part = rest.pop(0)
        if part == "|":
            empty_somewhere, empty_so_far = empty_somewhere or empty_so_far, True
            continue
        inner, empty = _starts(rest) if part[-1] == "(" else (frozenset(_symbols_of(part)), False)
        if part[-1] == "(":
            rest.pop(0)
        if rest and rest[0] == "?":
            rest.pop(0)
            empty = True
        if empty_so_far:
            starts |= inner
            empty_so_far = empty
    return starts, empty_somewhere or empty_so_far


def _context(rule: dict[str, Any]) -> tuple[str, str]:
    """What must stand, and must not stand, right before and right after."""
    before, after, not_before, not_after = (
        [_compile(form) for form in rule.get(key, ())]
        for key in ("before", "after", "not_before", "not_after")
    )
    left = "|".join(f"(?<={form})" for form in before)
    return (
        (f"(?:{left})" if left else "") + "".join(f"(?<!{form})" for form in not_before),
        (f"(?={'|'.join(after)})" if after else "") + (f"(?!{'|'.join(not_after)})" if not_after else ""),
    )


def _form(rule: dict[str, Any]) -> Form:
    try:
        left, right = _context(rule)
        pattern = re.compile(f"{left}(?:{_compile(rule['form'])}){right}")
        said = _inlined(rule["form"])
        symbols = frozenset().union(*(_symbols_of(part) for part in said if part[-1] not in "()|?"))
        starts, _ = _starts(said)
    except KeyError as error:
        raise DataFileError(
            f"data/{DATA}: rule «{rule['id']}» uses {error}, which nothing defines"
        ) from error
    except re.error as error:
        raise DataFileError(f"data/{DATA}: rule «{rule['id']}»: {error}") from error
    constants = {key: value for key, value in rule.items() if key not in _NO_FIELD}
    return Form(rule["id"], rule["kind"], pattern, starts, symbols, constants, tuple(rule.get("both", ())))


@cache
def forms(stage: str) -> dict[str, tuple[Form, ...]]:
    """The rules of one stage of the data file, ``point`` or ``phrase``, by the symbols they may start with.

    Raises:
        DataFileError: A rule is no regular expression, or names a class or fragment that is not there.
    """
    by_start: dict[str, list[Form]] = defaultdict(list)
    for rule in tables(DATA)[stage]:
        form = _form(rule)
        for symbol in form.starts:
            by_start[symbol].append(form)
    return {symbol: tuple(found) for symbol, found in by_start.items()}


@cache
def _forms_with(stage: str, first: str, kernel: str) -> tuple[Form, ...]:
    """The rules that may start with one symbol and hold another."""
    return tuple(form for form in forms(stage).get(first, ()) if kernel in form.symbols)


def match(stage: str, symbols: str, position: int, at: int) -> tuple[Form, re.Match[str]] | None:
    """The leftmost match of a stage that takes in a given word; of two, that of the earlier rule.

    Args:
        stage: ``point`` or ``phrase``.
        symbols: The symbols of a text.
        position: The first word that it may start with.
        at: The word to be taken in.
    """
    for first in range(max(position, at - _REACH), at + 1):
        for form in _forms_with(stage, symbols[first], symbols[at]):
            found = form.pattern.match(symbols, first)
            if found:
                if found.end() > at:
                    return form, found
                break
    return None
