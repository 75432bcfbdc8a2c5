"""Organisations named in quotation marks: «l'association « Un toit pour l'hiver »». Pure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.naming.forms import plain
from extractor.naming.rules import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDEST = 7  # words; longer is speech


_REACH = 60  # characters before a quotation mark in which the noun stands
_MARK = re.compile(r"(?<= )[«\"“]")
_NAME = r"[A-Z0-9][^«»\"“”\n.;:!?,]{1,60}?"
_QUOTED = re.compile(rf"« ?(?P<a>{_NAME}) ?»|[\"“](?P<b>{_NAME})[\"”]", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    words = sorted(word_list("organisations", "quoted_after"), key=len, reverse=True)
    nouns = "|".join(map(re.escape, words))
    return re.compile(rf"\b(?:{nouns})s?(?: [a-z-]{{3,20}})?(?: (?:des?|du))? $", re.IGNORECASE)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the names, without their quotation marks, in order.

    Args:
        text: Any typography; offsets are those of the text as given.
    """
    flat, end = plain(text), 0
    for mark in _MARK.finditer(flat):
        match = _QUOTED.match(flat, mark.start())
        if match is None or not _noun().search(flat, max(end, mark.start() - _REACH), mark.start()):
            continue
        end = match.end()
        group = "a" if match["a"] else "b"
        if not match[group][0].islower() and len(match[group].split()) <= _WIDEST:
            yield match.span(group)
