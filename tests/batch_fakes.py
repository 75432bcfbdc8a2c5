"""A pipeline that costs nothing, for the tests of batches; workers import it."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from extractor.batch import Reader, noted, work
from extractor.errors import PublishedError
from extractor.reading import Failure, Input
from extractor.records import Article, Event, Mention, Person, Quantity, Trigger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

EMPTY: dict[str, Any] = dict.fromkeys(
    ("people", "places", "organisations", "quantities", "dates", "events", "warnings"), ()
)
EVENT = Event(
    type="capture",
    place="Sorvé",
    taker="rebelles",
    loser=None,
    status="claimed",
    source=None,
    date="2024-03-12",
    retaken=False,
    count=None,
    total=None,
    evidence='Ils ont «pris», "sic", Sorvé ;\r\nhier.',
    mentions=(Trigger(start=9, end=13, text="pris", rule="prendre", status="claimed", source=None, cues=()),),
)
FOUND = Article(
    id=None,
    published="2024-03",
    published_from="header",
    **EMPTY
    | {
        "people": (
            Person(name="Ilda", aliases=(), role=None, mentions=(Mention(start=0, end=4, text="Ilda"),)),
        ),
        "quantities": (
            Quantity(
                start=5,
                end=6,
                text="3",
                value=3.0,
                minimum=3.0,
                maximum=None,
                modifier="at_least",
                unit=None,
                counted="soldats",
            ),
        ),
        "events": (EVENT,),
    },
)


def extract_many(records: Iterable[Mapping[str, object]], /) -> Iterator[Article]:
    """Stops, dies or finds something at texts that say so."""
    for record in records:
        text = str(record["text"])
        if text == "BOUM":
            raise ValueError("no sense in it")
        if text == "DATE":
            raise PublishedError("no such day")
        if text == "MORT":
            os.kill(os.getpid(), signal.SIGKILL)
        if text == "PERDU":
            continue
        if text.startswith("Ilda"):
            yield replace(FOUND, id=str(record["id"]), text=text)
        else:
            yield Article(id=str(record["id"]), published=None, published_from=None, **EMPTY)


def extract(items: Sequence[Input]) -> Iterator[str | Failure]:
    for item, result in zip(items, work.articles(extract_many, items), strict=True):
        yield result if isinstance(result, Failure) else noted(result, item).to_json()


def load() -> Reader:
    return extract


def texts(*found: str) -> list[Input | Failure]:
    return [
        Input(id=f"{n}", text=text, published=None, path="x.jsonl", line=n, encoding="utf-8")
        for n, text in enumerate(found, start=1)
    ]


MANY = texts(*["a", "Ilda 3 pris", "BOUM"] * 400)


class Here:
    """Workers that are none: they read in the process that asks."""

    def __init__(self, load: Callable[[], Any], _jobs: int, **_: object) -> None:
        self.read = load()

    def __enter__(self) -> Here:  # noqa: PYI034 (Python 3.10 has no Self)
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def map(self, shards: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
        return (list(self.read(shard)) for shard in shards)
