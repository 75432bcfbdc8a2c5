"""What the page shows, as plain values: articles with their marks, changes of hands, who held what from when.

Lists stand for each other by index. All text of articles passes through :func:`extractor.report.marks.shown`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from extractor.changes import holdings, merge
from extractor.report.marks import marks, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.changes import Change
    from extractor.records import Article, Event, Trigger

_SAFE_INTEGER = 2**53


def payload(articles: Iterable[Article], title: str) -> dict[str, Any]:
    """The data of the page.

    Args:
        articles: In the order in which the page lists them where their dates do not tell.
        title: What the report is of, such as the name of the file.
    """
    unique = _with_unique_ids(list(articles))
    changes = merge(unique)
    number = {article.id: index for index, article in enumerate(unique)}
    of_event = {
        (number[version.article], version.number): index
        for index, change in enumerate(changes)
        for version in change.versions
    }
    place_of = {id(change): index for index, change in enumerate(changes)}
    return {
        "title": shown(title),
        "articles": [_article(article, index, of_event) for index, article in enumerate(unique)],
        "changes": [_change(change, number) for change in changes],
        "holdings": [
            [shown(it.place), shown(it.holder), it.since, it.until, place_of[id(it.change)]]
            for it in holdings(changes)
        ],
    }


def _with_unique_ids(articles: Sequence[Article]) -> list[Article]:
    """The articles, each with an id that no other has: versions refer to it."""
    given = {article.id for article in articles}
    used: set[str] = set()
    found = []
    for position, article in enumerate(articles, start=1):
        name = article.id or f"#{position}"
        while name in used or (name in given and name != article.id):
            name = f"{name} ({position})"
        used.add(name)
        found.append(replace(article, id=name))
    return found


def _article(article: Article, index: int, of_event: dict[tuple[int, int], int]) -> dict[str, Any]:
    return {
        "id": shown(article.id),
        "published": shown(article.published),
        "text": shown(article.text),
        "marks": marks(article),
        "people": [[shown(it.name), shown(it.role)] for it in article.people],
        "places": [[shown(it.name), it.kind, shown(it.country)] for it in article.places],
        "organisations": [[shown(it.name), it.kind] for it in article.organisations],
        "quantities": [
            [it.modifier, *map(_number, (it.value, it.minimum, it.maximum)), shown(it.unit or it.counted)]
            for it in article.quantities
        ],
        "dates": [shown(it.value) for it in article.dates],
        "warnings": [shown(warning) for warning in article.warnings],
        "events": [
            {**_event(event), "change": of_event[index, number]}
            for number, event in enumerate(article.events)
        ],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "type": shown(event.type),
        "place": shown(event.place),
        "taker": shown(event.taker),
        "loser": shown(event.loser),
        "status": event.status,
        "source": shown(event.source),
        "date": shown(event.date),
        "retaken": event.retaken,
        "count": event.count,
        "total": event.total,
        "evidence": shown(event.evidence),
        "triggers": [_trigger(trigger) for trigger in event.mentions],
    }


def _trigger(trigger: Trigger) -> list[Any]:
    cues = [shown(cue.text) for cue in trigger.cues]
    return [shown(trigger.text), shown(trigger.rule), trigger.status, shown(trigger.source), cues]


def _change(change: Change, number: dict[str | None, int]) -> dict[str, Any]:
    first = change.versions[0].event
    return {
        "type": shown(change.type),
        "place": shown(change.place),
        "country": shown(change.country),
        "at": None if change.latitude is None else [change.latitude, change.longitude],
        "taker": shown(change.taker),
        "loser": shown(change.loser),
        "status": change.status,
        "date": shown(change.date),
        "by": change.by,
        "retaken": change.retaken,
        "count": first.count,
        "total": first.total,
        "differences": [[it.field, [shown(value) for value in it.values]] for it in change.differences],
        "versions": [[number[version.article], version.number] for version in change.versions],
    }


def _number(value: float | None) -> float | str | None:
    """A number as the page's script can hold it."""
    if value is None or abs(value) >= _SAFE_INTEGER:
        return None if value is None else str(value)
    return int(value) if float(value).is_integer() else value
