"""A user's script, for ``mypy --strict``: what is right passes, and every mistake that is marked is seen."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 (as users write it)

import extractor
from extractor.changes import Change, holders
from extractor.errors import PipelineError
from extractor.exports import to_csv, to_geojson
from extractor.report import render
from extractor.results import read_articles
from extractor.serialization import from_json


def captures(article: extractor.Article) -> dict[str, extractor.Event]:
    return {event.place: event for event in article.events if event.place is not None}


def sources(change: Change) -> list[str]:
    return [version.event.source or "?" for version in change.versions]


def page(path: Path) -> str:
    articles = list(read_articles(path))
    changes = extractor.merge(articles)
    held = {it.place: it.holder for it in holders(changes, "2024-03-17")}
    return "\n".join([render(articles, title=str(held)), to_csv(changes), to_geojson(changes)])


def read(texts: list[str]) -> tuple[extractor.Article, ...]:
    try:
        return tuple(extractor.extract_many(texts, n_process=2, rejected=True))
    except (extractor.InputError, PipelineError) as error:
        raise SystemExit(str(error)) from error


article = extractor.extract("Les rebelles ont pris Orlec.", id="a", published="2024-03-11")
components: list[str] = extractor.load().pipe_names
text: str = article.to_json() + str(from_json(b"{}").id)

article.id = "b"  # type: ignore[misc]
place: str = article.events[0].place  # type: ignore[assignment]
extractor.extract(3)  # type: ignore[arg-type]
extractor.extract("Orlec.", publish="2024")  # type: ignore[call-arg]
taken = article.events[0].status == "taken"  # type: ignore[comparison-overlap]
where = article.events[0].where  # type: ignore[attr-defined]
