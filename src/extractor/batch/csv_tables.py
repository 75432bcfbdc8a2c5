"""Two tables for spreadsheets: events, and mentions of all that was found. UTF-8, commas, as in RFC 4180.

Rows of both are joined by ``article`` (its position in the output, from 1) and ``event`` (its position in
the article, from 1).
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_EVENT = (
    "type", "place", "taker", "loser", "status", "source", "date", "retaken", "count", "total", "evidence",
)  # fmt: skip
EVENT_COLUMNS = ("article", "id", "published", "event", *_EVENT)
MENTION_COLUMNS = ("article", "id", "record", "event", "name", "start", "end", "text")
_NAMED = {"people": "person", "places": "place", "organisations": "organisation"}


def write(lines: Iterable[str], events: TextIO, mentions: TextIO) -> None:
    """Write both tables.

    Args:
        lines: Articles as JSON.
        events: Gets one row an event.
        mentions: Gets one row a mention of a person, place or organisation, a quantity, a date, and a
            trigger of an event; ``name`` is what it stands for: the name of the record, the value of the
            quantity or date, the rule of the trigger.
    """
    of_events, of_mentions = csv.writer(events), csv.writer(mentions)
    of_events.writerow(EVENT_COLUMNS)
    of_mentions.writerow(MENTION_COLUMNS)
    for number, line in enumerate(lines, start=1):
        article = json.loads(line)
        of_events.writerows(
            [number, article["id"], article["published"], position, *(_cell(event[name]) for name in _EVENT)]
            for position, event in enumerate(article["events"], start=1)
        )
        of_mentions.writerows([number, article["id"], *row] for row in _mentions(article))


def _mentions(article: dict[str, Any]) -> Iterator[list[object]]:
    for key, record in _NAMED.items():
        for it in article[key]:
            yield from ([record, None, it["name"], *_stretch(mention)] for mention in it["mentions"])
    for key, record in (("quantities", "quantity"), ("dates", "date")):
        yield from ([record, None, it["value"], *_stretch(it)] for it in article[key])
    for position, event in enumerate(article["events"], start=1):
        yield from (["event", position, it["rule"], *_stretch(it)] for it in event["mentions"])


def _stretch(mention: dict[str, Any]) -> tuple[object, ...]:
    return mention["start"], mention["end"], mention["text"]


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
