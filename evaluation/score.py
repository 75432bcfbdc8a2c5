"""Scores the extractor on our dispatches: ``python evaluation/score.py evaluation/apart/*.jsonl``.

Events are paired by place, those of the same status, date and taker first. «happened» counts captures that
are ``asserted``, ``claimed`` or ``disputed``; «status» asks for the same status besides; the fields are the
share of the paired events that agree where the annotation has a value.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path  # noqa: TC003 (typer reads the annotation)
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor import extract_many
from extractor.naming.forms import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.records import Article, Event

_HAPPENED = frozenset(("asserted", "claimed", "disputed"))
_FIELDS = ("taker", "loser", "source", "date", "retaken")
_NAMES = ("people", "organisations", "places")


def _agree(field: str, gold: dict[str, Any], event: Event) -> bool:
    """True if the field is right; takers and losers may be named by an alias or by a part of the name."""
    wanted, given = gold[field], getattr(event, field)
    if wanted is None or given is None or not isinstance(wanted, str):
        return bool(wanted == given)
    names = {key(name) for name in (wanted, *gold.get(f"{field}_aliases", ()))}
    return any(name in key(given) or key(given) in name for name in names)


def _pairs(gold: list[dict[str, Any]], events: Iterable[Event]) -> list[tuple[dict[str, Any], Event]]:
    """Captures of the same place, each in one pair, the likest first."""
    likeness = [
        (sum(_agree(field, capture, event) for field in ("status", "date", "taker", "retaken")), i, j)
        for i, capture in enumerate(gold)
        for j, event in enumerate(events)
        if event.place is not None and key(event.place) == key(capture["place"])
    ]
    listed, paired = list(events), []
    left, right = set(range(len(gold))), set(range(len(listed)))
    for _, i, j in sorted(likeness, key=lambda entry: (-entry[0], *entry[1:])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            paired.append((gold[i], listed[j]))
    return paired


def _tally(row: dict[str, Any], article: Article, counts: dict[str, Counter[str]]) -> None:
    captures = [event for event in article.events if event.type == "capture" and event.place is not None]
    paired = _pairs(row["captures"], captures)
    both = [(g, e) for g, e in paired if g["status"] in _HAPPENED and e.status in _HAPPENED]
    counts["happened"].update(
        right=len(both),
        found=sum(event.status in _HAPPENED for event in captures),
        there=sum(capture["status"] in _HAPPENED for capture in row["captures"]),
    )
    agreeing = sum(capture["status"] == event.status for capture, event in paired)
    counts["status"].update(right=agreeing, found=len(captures), there=len(row["captures"]))
    for field in _FIELDS:
        known = [(g, e) for g, e in both if g[field] is not None]
        counts[field].update(right=sum(_agree(field, g, e) for g, e in known), there=len(known))
    for kind in _NAMES:
        wanted = {key(name["name"] if isinstance(name, dict) else name) for name in row[kind]}
        found = {key(record.name): {key(a) for a in record.aliases} for record in getattr(article, kind)}
        right = sum(not wanted.isdisjoint({name, *aliases}) for name, aliases in found.items())
        counts[kind].update(right=right, found=len(found), there=len(wanted))


def _line(name: str, count: Counter[str]) -> str:
    recall = 100 * count["right"] / max(1, count["there"])
    if name in _FIELDS:
        return f"{name:14} {recall:5.1f} %  of {count['there']}"
    precision = 100 * count["right"] / max(1, count["found"])
    mean = 200 * count["right"] / max(1, count["found"] + count["there"])
    return f"{name:14} P {precision:5.1f}  R {recall:5.1f}  F {mean:5.1f}  of {count['there']}"


def main(
    files: Annotated[list[Path], typer.Argument(exists=True, help="Annotated dispatches, .jsonl.")],
) -> None:
    """Print the figures of each file and, for several, of all together."""
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for path in files:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        texts = [{"text": row["text"], "published": row["published"]} for row in rows]
        for row, article in zip(rows, extract_many(texts), strict=True):
            _tally(row, article, counts)
        typer.echo("\n".join([str(path), *(_line(name, count) for name, count in counts.items())]))
        for name, count in counts.items():
            total[name].update(count)
    if len(files) > 1:
        typer.echo("\n".join(["all", *(_line(name, count) for name, count in total.items())]))


if __name__ == "__main__":
    typer.run(main)
