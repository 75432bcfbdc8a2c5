"""Records to JSON and back."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import records, serialization

_TRIGGER = records.Trigger(
    start=80,
    end=85,
    text="prise",
    rule="prise_de",
    status="claimed",
    source="un porte-parole du Front du Nord",
    cues=(records.Mention(start=60, end=70, text="revendiqué"),),
)

ARTICLE = records.Article(
    id="sorve.txt",
    published="2024-03-12",
    published_from="argument",
    people=(
        records.Person(
            name="Ilda Maren",
            aliases=("Mme Maren",),
            role="porte-parole du gouvernement",
            mentions=(records.Mention(start=0, end=10, text="Ilda Maren"),),
        ),
    ),
    places=(
        records.Place(
            name="Sorvé",
            aliases=(),
            kind="settlement",
            country=None,
            latitude=31.0,
            longitude=65.75,
            mentions=(records.Mention(start=30, end=35, text="Sorvé"),),
        ),
    ),
    organisations=(
        records.Organisation(name="Front du Nord", aliases=("FDN",), kind="armed_group", mentions=()),
    ),
    quantities=(
        records.Quantity(
            start=40,
            end=53,
            text="3.500 à 4.000",
            value=None,
            minimum=3500.0,
            maximum=4000.0,
            modifier=None,
            unit=None,
            counted="soldats",
        ),
        records.Quantity(
            start=60,
            end=66,
            text="2,5 km",
            value=2.5,
            minimum=2.5,
            maximum=2.5,
            modifier=None,
            unit="km",
            counted=None,
        ),
    ),
    dates=(
        records.Date(
            start=70, end=75, text="lundi", value="2024-03-11", earliest="2024-03-11", latest="2024-03-11"
        ),
    ),
    events=(
        records.Event(
            type="capture",
            place="Sorvé",
            taker="Front du Nord",
            loser=None,
            status="claimed",
            source="un porte-parole du Front du Nord",
            date="2024-03-11",
            retaken=False,
            count=None,
            total=None,
            evidence="Le Front du Nord a revendiqué lundi la prise de Sorvé.",
            mentions=(_TRIGGER,),
        ),
    ),
    warnings=(),
)


def test_keys_and_their_order_are_those_of_the_contract() -> None:
    data = serialization.to_dict(ARTICLE)
    assert list(data) == [
        "id", "published", "published_from",
        "people", "places", "organisations", "quantities", "dates", "events", "warnings",
    ]  # fmt: skip
    first = {name: list(found[0]) for name, found in data.items() if isinstance(found, list) and found}
    assert first == {
        "people": ["name", "aliases", "role", "mentions"],
        "places": ["name", "aliases", "kind", "country", "latitude", "longitude", "mentions"],
        "organisations": ["name", "aliases", "kind", "mentions"],
        "quantities": ["start", "end", "text", "value", "minimum", "maximum", "modifier", "unit", "counted"],
        "dates": ["start", "end", "text", "value", "earliest", "latest"],
        "events": [
            "type", "place", "taker", "loser", "status", "source", "date", "retaken", "count", "total",
            "evidence", "mentions",
        ],
    }  # fmt: skip


def test_whole_numbers_are_written_without_a_fraction() -> None:
    line = serialization.to_json(ARTICLE)
    assert '"minimum": 3500, "maximum": 4000' in line
    assert '"value": 2.5, "minimum": 2.5' in line
    assert '"latitude": 31, "longitude": 65.75' in line


def test_one_line_in_french_letters() -> None:
    line = serialization.to_json(ARTICLE)
    assert "\n" not in line
    assert "revendiqué" in line


def test_indent() -> None:
    text = serialization.to_json(ARTICLE, indent=2)
    assert text.startswith('{\n  "id": "sorve.txt",\n')
    assert json.loads(text) == serialization.to_dict(ARTICLE)


def test_methods_of_the_record_give_the_same() -> None:
    assert ARTICLE.to_dict() == serialization.to_dict(ARTICLE)
    assert ARTICLE.to_json(indent=1) == serialization.to_json(ARTICLE, indent=1)


def test_round_trip() -> None:
    assert serialization.from_dict(serialization.to_dict(ARTICLE)) == ARTICLE
    assert serialization.from_json(serialization.to_json(ARTICLE)) == ARTICLE


def test_fields_of_a_later_version_are_no_obstacle() -> None:
    assert serialization.from_dict({**serialization.to_dict(ARTICLE), "language": "fr"}) == ARTICLE


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", 3), ("published_from", "rumour"), ("people", [{"name": "Ilda Maren"}]), ("events", None)],
)
def test_another_shape_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=name):
        serialization.from_dict({**serialization.to_dict(ARTICLE), name: value})


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_survives_on_one_line_without_active_characters(text: str) -> None:
    article = dataclasses.replace(ARTICLE, id=text, warnings=(text,))
    line = serialization.to_json(article)
    assert len(line.splitlines()) == 1
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in line)
    assert serialization.from_json(line.encode()) == article


def test_schema_names_every_field_and_requires_it() -> None:
    schema: dict[str, Any] = serialization.json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    described = {**schema["$defs"], "Article": schema}
    for record in (
        records.Article,
        records.Event,
        records.Quantity,
        records.Place,
        records.Person,
        records.Date,
    ):
        names = [field.name for field in dataclasses.fields(record)]
        assert list(described[record.__name__]["properties"]) == names
        asked_for = (
            ["text", "encoding", "rejected"] if record is records.Article else []
        )  # only where it has them
        assert described[record.__name__]["required"] == [it for it in names if it not in asked_for]


def test_schema_closes_the_lists_of_values() -> None:
    definitions: dict[str, Any] = serialization.json_schema()["$defs"]  # type: ignore[assignment]
    assert definitions["Event"]["properties"]["status"]["enum"] == list(get_args(records.Status))
    known, unknown = definitions["Place"]["properties"]["kind"]["anyOf"]
    assert (known["enum"], unknown) == (list(get_args(records.PlaceKind)), {"type": "null"})


def test_text_is_written_where_the_article_has_it() -> None:
    article = dataclasses.replace(ARTICLE, text="Sarvane est tombée.")
    assert list(serialization.to_dict(article))[-1] == "text"
    assert serialization.from_json(serialization.to_json(article)) == article
