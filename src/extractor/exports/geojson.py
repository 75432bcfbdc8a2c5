"""Changes of hands as GeoJSON (RFC 7946): a feature each, with every version in its properties."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.changes import Change, Version

_PROPERTIES = (
    "type", "place", "kind", "country", "taker", "loser", "status",
    "date", "earliest", "latest", "by", "retaken",
)  # fmt: skip


def to_geojson(changes: Iterable[Change]) -> str:
    """A FeatureCollection, one feature a line.

    Args:
        changes: As :func:`extractor.merge` gives them. Where the coordinates are not known, ``geometry`` is
            null, as the standard has it.
    """
    features = ",\n".join(
        json.dumps(_feature(change), ensure_ascii=False, allow_nan=False) for change in changes
    )
    return f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n'


def _feature(change: Change) -> dict[str, Any]:
    located = change.latitude is not None and change.longitude is not None
    properties: dict[str, Any] = {name: getattr(change, name) for name in _PROPERTIES}
    properties["count"] = change.versions[0].event.count
    properties["total"] = change.versions[0].event.total
    properties["differences"] = [asdict(difference) for difference in change.differences]
    properties["versions"] = [_version(version) for version in change.versions]
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [change.longitude, change.latitude]}
        if located
        else None,
        "properties": properties,
    }


def _version(version: Version) -> dict[str, Any]:
    event = version.event
    return {
        "article": version.article,
        "published": version.published,
        "taker": event.taker,
        "loser": event.loser,
        "status": event.status,
        "source": event.source,
        "date": event.date,
        "evidence": event.evidence,
    }
