"""The forms of ``data/dates.toml`` compiled to regular expressions over the symbols of words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any

from extractor.dates.words import DATA, SPELLED, STOP, _STOPS, bare, meanings, parts, vocabulary
from extractor.errors import DataFileError
from extractor.lexicon import tables

_groups = count()  # a field may be said in several places of a form, but a group name stands once
_NO_FIELD = frozenset({"id", "form", "before", "after", "not_before", "not_after", "both", "kind"})


@dataclass(frozen=True, slots=True)
class Form:
    """One rule of the data file.

    Attributes:
        id: Name of the rule.
        kind: Kind of the expression; ``same`` keeps that of the point it holds.
        pattern: Over symbols; its named groups are fields of the expression.
        constants: Fields that the rule sets by itself.
        both: Fields that both ends of a range share.
    """

    id: str
    kind: str
    pattern: re.Pattern[str]
    constants: dict[str, Any]
    both: tuple[str, ...]

    def captured(self, match: re.Match[str]) -> list[tuple[str, int, int]]:
        """The fields that a match captured: name, first symbol, symbol after the last."""
        return [
            (group.split("__")[0], *match.span(group)) for group, said in match.groupdict().items() if said is not None
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
    found["stop"] = STOP + "".join(known[sign] for sign in _STOPS if sign in known)
    return found


def _one_of(symbols: str) -> str:
    return f"[{re.escape(''.join(sorted(set(symbols))))}]"


def _compile(form: str, rule: str) -> str:
    known, fragments = vocabulary(), tables(DATA)["fragments"]
    out = []
    for part in parts(form):
        name = part[1:-1]
        try:
            if part in "()|?":
                out.append("(?:" if part == "(" else part)
            elif part[0] == "{":
                out.append(f"(?:{_compile(fragments[name], rule)})")
            elif part[0] == "@":
                out.append(f"(?P<{name}__{next(_groups)}>")
            elif part[0] in "<[":
                symbols = _one_of(classes()[name.removesuffix("_2")])
                out.append(f"(?P<{name}__{next(_groups)}>{symbols})" if part[0] == "<" else symbols)
            else:
                out.append(re.escape(known[part]))
        except KeyError as error:
            raise DataFileError(f"data/{DATA}: rule «{rule}» uses {error}, which nothing defines") from error
    return "".join(out)


def _context(rule: dict[str, Any]) -> tuple[str, str]:
    """What must stand, and must not stand, right before and right after."""

    def each(key: str) -> list[str]:
        return [_compile(form, rule["id"]) for form in rule.get(key, ())]

    before = "|".join(f"(?<={form})" for form in each("before"))
    left = (f"(?:{before})" if before else "") + "".join(f"(?<!{form})" for form in each("not_before"))
    after = "|".join(each("after"))
    right = (f"(?={after})" if after else "") + "".join(f"(?!{form})" for form in each("not_after"))
    return left, right


@cache
def forms(stage: str) -> tuple[Form, ...]:
    """The rules of one stage of the data file, ``point`` or ``phrase``.

    Raises:
        DataFileError: A rule is no regular expression, or names a class or fragment that is not there.
    """
    compiled = []
    for rule in tables(DATA)[stage]:
        left, right = _context(rule)
        try:
            pattern = re.compile(f"{left}(?:{_compile(rule['form'], rule['id'])}){right}")
        except re.error as error:
            raise DataFileError(f"data/{DATA}: rule «{rule['id']}»: {error}") from error
        constants = {key: value for key, value in rule.items() if key not in _NO_FIELD}
        compiled.append(Form(rule["id"], rule["kind"], pattern, constants, tuple(rule.get("both", ()))))
    return tuple(compiled)


@cache
def anywhere(stage: str) -> re.Pattern[str]:
    """Where any rule of the stage may match: one alternation, so that a text is run through once."""
    unnamed = (re.sub(r"\(\?P<\w+>", "(?:", form.pattern.pattern) for form in forms(stage))
    return re.compile("|".join(f"({pattern})" for pattern in unnamed))
