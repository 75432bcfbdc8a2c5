"""What goes into the page, without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from specimens import article, capture

from extractor.records import Mention, Place
from extractor.report import render
from extractor.report.marks import marks, shown
from extractor.report.page import as_json
from extractor.report.payload import payload

if TYPE_CHECKING:
    from extractor.records import Article


def test_changes_versions_and_holdings_refer_to_their_articles(articles: list[Article]) -> None:
    data = payload(articles, "out.jsonl")
    assert [(it["place"], it["status"], it["versions"]) for it in data["changes"]] == [
        ("Orlec", "disputed", [[0, 0], [1, 0]]),
        ("Sarvane", "claimed", [[2, 0]]),
        ("Orlec", "asserted", [[3, 0]]),
    ]
    assert data["holdings"] == [
        ["Orlec", "Front du Nord", "2024-03-11", "2024-03-20", 0],
        ["Orlec", "armée", "2024-03-20", None, 2],
        ["Sarvane", "Front du Nord", "2024-03-12", None, 1],
    ]
    assert [event["change"] for it in data["articles"] for event in it["events"]] == [0, 0, 1, 2]


def test_articles_with_one_id_or_none_are_told_apart() -> None:
    text = "Orlec est tombée."
    twice = [article("a", text, capture(text, "tombée", place)) for place in ("Orlec", "Sarvane")]
    data = payload([*twice, article(None, text), article("#3", text)], "x")  # type: ignore[arg-type]
    assert [it["id"] for it in data["articles"]] == ["a", "a (2)", "#3 (3)", "#3"]
    assert sorted(it["versions"][0][0] for it in data["changes"]) == [0, 1]


def test_offsets_are_those_of_a_browser() -> None:
    place = Place(
        name="Orlec", aliases=(), kind=None, country=None, latitude=None, longitude=None,
        mentions=(Mention(start=3, end=8, text="Orlec"),),
    )  # fmt: skip
    assert marks(article("a", "🛑é Orlec", places=(place,))) == [(4, 9, "place", 0, 0)]
    assert marks(article("a", None, places=(place,))) == []
    assert marks(article("a", "court", places=(place,))) == []  # offsets of another text


@given(st.text(st.characters()))
def test_any_text_comes_back_from_the_data_block(text: str) -> None:
    block = as_json([text])
    assert json.loads(block) == [text]
    assert not set(block) & set("<>&\u2028\u2029")
    block.encode("utf-8")


@given(st.text(st.characters()))
def test_shown_text_keeps_its_length(text: str) -> None:
    assert len(shown(text)) == len(text)


def test_the_page_refers_to_nothing_outside_and_names_its_script(articles: list[Article]) -> None:
    html = render(articles, title="out.jsonl")
    assert re.findall(r'(?:src|href|action)="([^#][^"]*)', html.split("<script", 1)[0]) == ["data:,"]
    assert "import " not in html.split('type="module"')[1]
    for tag, directive in (('script type="module"', "script-src"), ("style", "style-src")):
        body = html.split(f"<{tag}>")[1].split(f"</{tag.split()[0]}>")[0]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in html
    assert "default-src 'none'" in html


def test_the_same_articles_give_the_same_page(articles: list[Article]) -> None:
    assert render(articles, title="x") == render(articles, title="x")


def test_a_title_is_no_markup() -> None:
    assert "<title>&lt;b&gt;</title>" in render([], title="<b>")
