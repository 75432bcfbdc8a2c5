"""Changes of hands as a table with the columns that researchers know from ACLED; not ACLED's data."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from extractor.changes.parties import party_side
from extractor.naming.knowledge import look_up
from extractor.records import CAPTURE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.changes import Change

COLUMNS = (
    "event_id", "event_date", "year", "time_precision", "event_type", "sub_event_type", "actor1", "actor2",
    "country", "location", "latitude", "longitude", "geo_precision", "source", "notes",
    "status", "retaken", "articles", "contradictions",
)  # fmt: skip

_HAPPENED = ("asserted", "claimed", "disputed")
_DAYS_OF_PRECISION = ((1, 2), (2, 7), (3, 31))
_TOWN, _SITE, _REGION = 1, 2, 3
# A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(changes: Iterable[Change]) -> str:
    """The table as CSV, with a head.

    Left out is what did not happen (``denied``, ``possible``), what has no place of its own, and events of
    other types than captures: the table counts territory that changed hands.

    Args:
        changes: As :func:`extractor.merge` gives them.
    """
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    happened = [it for it in changes if it.type == CAPTURE and it.place and it.status in _HAPPENED]
    for number, change in enumerate(happened, start=1):
        writer.writerow({name: _cell(value) for name, value in _row(number, change).items()})
    return file.getvalue()


def _row(number: int, change: Change) -> dict[str, object]:
    day, precision = _time(change)
    return {
        "event_id": number,
        "event_date": day,
        "year": (change.date or "")[:4] if (change.date or ".")[0].isdigit() else None,
        "time_precision": precision,
        "event_type": "Battles",
        "sub_event_type": _sub_event(change),
        "actor1": change.taker,
        "actor2": change.loser,
        "country": change.country,
        "location": change.place,
        "latitude": change.latitude,
        "longitude": change.longitude,
        "geo_precision": _geo_precision(change),
        "source": _joined(version.event.source for version in change.versions),
        "notes": _joined(version.event.evidence for version in change.versions),
        "status": change.status,
        "retaken": change.retaken,
        "articles": _joined(version.article for version in change.versions),
        "contradictions": _joined(f"{it.field}: {', '.join(it.values)}" for it in change.differences),
    }


def _time(change: Change) -> tuple[str | None, int | None]:
    """First day and precision: 1 a day or a night, 2 a week, 3 a month; nothing for what is vaguer."""
    if change.earliest is None or change.latest is None:
        return None, None
    days = (date.fromisoformat(change.latest) - date.fromisoformat(change.earliest)).days + 1
    precision = next((value for value, most in _DAYS_OF_PRECISION if days <= most), None)
    return (change.earliest, precision) if precision else (None, None)


def _sub_event(change: Change) -> str | None:
    """By the side of the taker, where its nouns or the tables of groups tell; else nothing."""
    if change.taker is None:
        return None
    known = look_up(change.taker)
    side = party_side(frozenset({change.taker}))
    if side == "insurgent" or (known is not None and known.kind == "armed_group"):
        return "Non-state actor overtakes territory"
    return "Government regains territory" if side == "state" and change.retaken else None


def _geo_precision(change: Change) -> int | None:
    if change.kind in (None, "settlement"):
        return _TOWN if change.latitude is not None else None
    return _REGION if change.kind == "region" else _SITE


def _joined(values: Iterable[str | None]) -> str:
    return " | ".join(dict.fromkeys(value for value in values if value))


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        value = " ".join(value.split())
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
