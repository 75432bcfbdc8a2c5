"""The marked stretches of an article's text, in the offsets of a browser, and text that is safe to show."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias, overload

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.records import Article, Date, Organisation, Person, Place, Quantity

Mark: TypeAlias = tuple[int, int, str, int, int]
"""Start and end in UTF-16 units, kind, index of the record, index of its trigger."""

# Control characters, and the marks that turn the direction of what follows: they could hide or reorder what
# stands around them. One character each, so that offsets hold.
_ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ASTRAL = 0xFFFF
_SHOWN = "▯"


@overload
def shown(text: str) -> str: ...
@overload
def shown(text: str | None) -> str | None: ...
def shown(text: str | None) -> str | None:
    """The text with each character that is no text replaced by ``▯``; a carriage return is a line break."""
    if text is None:
        return None
    return _ACTIVE.sub(lambda match: " " if match[0] == "\r" else _SHOWN, text)


def marks(article: Article) -> list[Mark]:
    """What the page marks in the text, in order; without a text nothing.

    Args:
        article: Its offsets count characters; JavaScript counts UTF-16 units, two for an emoji.
    """
    text = article.text
    if text is None:
        return []
    found = sorted(it for it in _stretches(article) if 0 <= it[0] < it[1] <= len(text))
    if text.isascii() or max(map(ord, text), default=0) <= _ASTRAL:
        return found
    units = [0, *accumulate(2 if ord(character) > _ASTRAL else 1 for character in text)]
    return [(units[start], units[end], kind, index, number) for start, end, kind, index, number in found]


def _stretches(article: Article) -> Iterator[Mark]:
    named: tuple[tuple[str, Sequence[Person | Place | Organisation]], ...] = (
        ("person", article.people),
        ("place", article.places),
        ("organisation", article.organisations),
    )
    for kind, records in named:
        for index, record in enumerate(records):
            yield from ((it.start, it.end, kind, index, 0) for it in record.mentions)
    told: tuple[tuple[str, Sequence[Quantity | Date]], ...] = (
        ("quantity", article.quantities),
        ("date", article.dates),
    )
    for kind, spans in told:
        yield from ((it.start, it.end, kind, index, 0) for index, it in enumerate(spans))
    for index, event in enumerate(article.events):
        for number, trigger in enumerate(event.mentions):
            yield trigger.start, trigger.end, "trigger", index, number
            yield from ((cue.start, cue.end, "cue", index, number) for cue in trigger.cues)
