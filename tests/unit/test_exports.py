"""Changes of hands as GeoJSON and as a table of conflict researchers."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from extractor import merge
from extractor.exports import to_csv, to_geojson
from extractor.records import Article, Event, Place

LISTS = ("people", "places", "organisations", "quantities", "dates", "events", "warnings")
ORLEC = Place(
    name="Orlec", aliases=(), kind="settlement", country="ML", latitude=16.25, longitude=-0.05, mentions=()
)


def article(name: str, *places: Place, **fields: Any) -> Article:
    known: dict[str, Any] = {
        "type": "capture", "place": "Orlec", "taker": "rebelles", "loser": None, "status": "asserted",
        "source": None, "date": "2024-03-11", "retaken": False, "count": None, "total": None,
        "evidence": "Orlec est tombée.", "mentions": (),
    }  # fmt: skip
    lists = {**dict.fromkeys(LISTS, ()), "events": (Event(**{**known, **fields}),), "places": places}
    return Article(id=name, published="2024-03-12", published_from=None, **lists)


def row(**fields: Any) -> dict[str, str]:
    (found,) = csv.DictReader(io.StringIO(to_csv(merge([article("a", ORLEC, **fields)]))))
    return found


def test_a_feature_holds_the_change_and_every_version() -> None:
    changes = merge([
        article("a", ORLEC, status="claimed", source="rebelles"),
        article("b", ORLEC, status="denied", taker=None, source="armée", date=None),
    ])  # fmt: skip
    collection = json.loads(to_geojson(changes))
    assert collection["type"] == "FeatureCollection"
    version = {"published": "2024-03-12", "loser": None, "evidence": "Orlec est tombée."}
    assert collection["features"] == [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [-0.05, 16.25]},
            "properties": {
                "type": "capture", "place": "Orlec", "kind": "settlement", "country": "ML",
                "taker": "rebelles", "loser": None, "status": "disputed", "date": "2024-03-11",
                "earliest": "2024-03-11", "latest": "2024-03-11", "by": "2024-03-11", "retaken": False,
                "count": None, "total": None,
                "differences": [{"field": "status", "values": ["claimed", "denied"]}],
                "versions": [
                    {**version, "article": "a", "taker": "rebelles", "status": "claimed",
                     "source": "rebelles", "date": "2024-03-11"},
                    {**version, "article": "b", "taker": None, "status": "denied",
                     "source": "armée", "date": None},
                ],
            },
        }
    ]  # fmt: skip


def test_a_place_without_coordinates_has_no_geometry() -> None:
    (feature,) = json.loads(to_geojson(merge([article("a")])))["features"]
    assert feature["geometry"] is None


def test_a_row_of_the_table() -> None:
    assert row(loser="armée", source=None) == {
        "event_id": "1", "event_date": "2024-03-11", "year": "2024", "time_precision": "1",
        "event_type": "Battles", "sub_event_type": "Non-state actor overtakes territory",
        "actor1": "rebelles", "actor2": "armée", "country": "ML", "location": "Orlec",
        "latitude": "16.25", "longitude": "-0.05", "geo_precision": "1", "source": "",
        "notes": "Orlec est tombée.", "status": "asserted", "retaken": "false", "articles": "a",
        "contradictions": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-03-11", ("2024-03-11", "1")),
        ("2024-03-11/2024-03-12", ("2024-03-11", "1")),
        ("2024-03-11/2024-03-17", ("2024-03-11", "2")),
        ("2024-03", ("2024-03-01", "3")),
        ("2024", ("", "")),
        ("../2024-03-11", ("", "")),
        (None, ("", "")),
    ],
)
def test_time_precision(date: str | None, expected: tuple[str, str]) -> None:
    found = row(date=date)
    assert (found["event_date"], found["time_precision"]) == expected


@pytest.mark.parametrize(
    ("taker", "retaken", "expected"),
    [
        ("insurgés", False, "Non-state actor overtakes territory"),
        ("talibans", False, "Non-state actor overtakes territory"),
        ("armée", True, "Government regains territory"),
        ("armée", False, ""),
        ("Front du Nord", False, ""),
        (None, False, ""),
    ],
)
def test_sub_event(taker: str | None, retaken: bool, expected: str) -> None:  # noqa: FBT001 (a value)
    assert row(taker=taker, retaken=retaken)["sub_event_type"] == expected


def test_the_table_leaves_out_what_did_not_happen_or_has_no_place() -> None:
    changes = merge([
        article("a", status="denied"),
        article("b", place="Sarvane", status="possible"),
        article("c", place=None, count=3, total=5),
        article("d", place="Treve", type="siege"),
    ])  # fmt: skip
    assert to_csv(changes).count("\n") == 1
    assert len(json.loads(to_geojson(changes))["features"]) == 4


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", " =1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert row(evidence=text)["notes"] == f"'{text.strip()}"
