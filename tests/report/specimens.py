"""Articles, events and places for the tests of the page."""

from __future__ import annotations

from typing import Any

from extractor.records import Article, Event, Mention, Place, Trigger

LISTS = ("people", "places", "organisations", "quantities", "dates", "events", "warnings")


def at(text: str, words: str, kind: type[Any] = Mention, **fields: Any) -> Any:
    start = text.index(words)
    return kind(start=start, end=start + len(words), text=words, **fields)


def capture(text: str, trigger: str, place: str, **fields: Any) -> Event:
    """An event told by one word of a text."""
    known: dict[str, Any] = {
        "taker": None, "loser": None, "status": "asserted", "source": None, "date": None, "retaken": False,
        "count": None, "total": None,
    }  # fmt: skip
    known |= fields
    reason = {"status": known["status"], "source": known["source"], "cues": known.pop("cues", ())}
    mention = at(text, trigger, Trigger, rule="tomber", **reason)
    return Event(type="capture", place=place, evidence=text, mentions=(mention,), **known)


def article(
    name: str, text: str | None, *events: Event, published: str = "2024-03-12", **fields: Any
) -> Article:
    return Article(
        id=name,
        text=text,
        published=published,
        published_from="argument",
        **{**dict.fromkeys(LISTS, ()), "events": events, **fields},
    )


NORTH = "Front du Nord"


def town(name: str, latitude: float, longitude: float) -> Place:
    return Place(
        name=name, aliases=(), kind="settlement", country="ML",
        latitude=latitude, longitude=longitude, mentions=(),
    )  # fmt: skip
