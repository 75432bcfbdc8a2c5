"""Dispatches with lists of names (``evaluation/``) as annotated texts: each name wherever the text has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Entity = tuple[int, int, str]

UNKNOWN = "?"
"""Label of a capitalised word that no list explains: it may be a name, so it teaches nothing."""
_LISTS = {"places": "LOC", "organisations": "ORG"}
_CAPITALISED = re.compile(r"(?<![\w'’-])[^\W\d_a-zà-öø-ÿ][\w'’-]+")
_OPENS = re.compile(r"(?:^|[.!?:»”\"\n–—-])[\s«“\"]*$")
_ACRONYM = re.compile(r"\s\(([A-Z][\w-]{1,9})\)")


def _names(row: dict[str, Any]) -> dict[str, str]:
    """Every name of the lists with its label; people by their surnames too."""
    names = {name: label for key, label in _LISTS.items() for name in row[key]}
    for person in row["people"]:
        names[person["name"]] = "PER"
    for person in row["people"]:
        names.setdefault(person["name"].split()[-1], "PER")
    for name, label in sorted(names.items(), key=lambda pair: -len(pair[0])):
        acronym = re.search(re.escape(name) + _ACRONYM.pattern, row["text"])
        if acronym is not None:
            names.setdefault(acronym[1], label)
    return names


def _occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    written = re.escape(name)
    pattern = written if name.isupper() else f"(?:{written}|{re.escape(name.upper())})"
    for match in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", text):
        yield match.span()


def entities(row: dict[str, Any]) -> list[Entity]:
    """The dispatch's names in the order of the text, and the capitals that no list explains; none overlap.

    Args:
        row: A dispatch: ``text``, ``people`` (each with ``name``), ``organisations``, ``places``.
    """
    text, names = row["text"], _names(row)
    found: list[Entity] = []
    taken = bytearray(len(text))
    for name in sorted(names, key=len, reverse=True):
        for start, end in _occurrences(text, name):
            if not any(taken[start:end]):
                found.append((start, end, names[name]))
                taken[start:end] = b"\1" * (end - start)
    words = [match for match in _CAPITALISED.finditer(text) if not taken[match.start()]]
    inside = {match.group() for match in words if not _OPENS.search(text[: match.start()][-8:])}
    found += [(*match.span(), UNKNOWN) for match in words if match.group() in inside]
    return sorted(found)
