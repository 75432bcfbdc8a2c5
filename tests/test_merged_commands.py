"""``extractor report`` and ``extractor export``: from the output of a batch to files, and what goes wrong."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.records import Article, Event, Mention, Quantity, Trigger
from extractor.results import read_articles

LISTS = ("people", "places", "organisations", "quantities", "dates", "events", "warnings")
ARTICLE = Article(
    id="a", published="2024-03-12", published_from=None, text="Rien de neuf.", **dict.fromkeys(LISTS, ())
)
LINE = ARTICLE.to_json() + "\n"


def run(*arguments: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 (ourselves)
        [sys.executable, "-m", "extractor", *arguments], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout == ""
    return done.returncode, done.stderr


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("out.jsonl").write_text(LINE + "\n" + LINE, encoding="utf-8")


def test_articles_come_back_from_a_file_gzipped_or_not() -> None:
    Path("out.jsonl.gz").write_bytes(gzip.compress(LINE.encode()))
    assert list(read_articles(Path("out.jsonl"))) == [ARTICLE, ARTICLE]
    assert list(read_articles(Path("out.jsonl.gz"))) == [ARTICLE]


def test_articles_come_back_from_parquet() -> None:
    parquet = pytest.importorskip("extractor.batch.parquet", reason="pyarrow is not installed")
    trigger = Trigger(
        start=0, end=4, text="Rien", rule="r", status="claimed", source="S",
        cues=(Mention(start=5, end=7, text="de"),),
    )  # fmt: skip
    event = Event(
        type="capture", place=None, taker="T", loser=None, status="claimed", source="S", date="2024",
        retaken=False, count=11, total=26, evidence="Rien de neuf.", mentions=(trigger,),
    )  # fmt: skip
    number = Quantity(
        start=8, end=12, text="neuf", value=9, minimum=None, maximum=None, modifier="about", unit=None,
        counted=None,
    )  # fmt: skip
    full = replace(ARTICLE, events=(event,), quantities=(number,), encoding="utf-8", warnings=("w",))
    parquet.write([LINE.encode(), full.to_json().encode()], Path("out.parquet"))
    assert list(read_articles(Path("out.parquet"))) == [ARTICLE, full]


def test_a_report() -> None:
    assert run("report", "out.jsonl", "-o", "report.html") == (0, "")
    assert "<title>out.jsonl</title>" in Path("report.html").read_text(encoding="utf-8")


def test_exports() -> None:
    assert run("export", "out.jsonl", "-o", "events.geojson") == (0, "")
    assert json.loads(Path("events.geojson").read_text(encoding="utf-8"))["features"] == []
    assert run("export", "out.jsonl", "-o", "events.csv") == (0, "")
    assert Path("events.csv").read_text(encoding="utf-8").startswith("event_id,event_date")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("report", "none.jsonl", "-o", "x.html"), 1, "none.jsonl: No such file or directory"),
        (
            ("report", "bad.jsonl", "-o", "x.html"),
            1,
            "bad.jsonl:2: no article as «extractor batch»",
        ),
        (("report", "cut.jsonl.gz", "-o", "x.html"), 1, "cut.jsonl.gz: the gzip data end too early"),
        (("report", "cut.parquet", "-o", "x.html"), 1, "cut.parquet: no articles as «extractor batch»"),
        (("report", "out.jsonl", "-o", "x.pdf"), 2, "supported: .html"),
        (("export", "out.jsonl", "-o", "x.html"), 2, "supported: .geojson, .csv"),
        (("export", "data.csv", "-o", "data.csv"), 2, "would be read and overwritten"),
        (("report", "out.jsonl", "-o", "no/x.html"), 2, "No such file or directory"),
    ],
)
def test_what_goes_wrong_leaves_no_file(arguments: tuple[str, ...], code: int, message: str) -> None:
    Path("bad.jsonl").write_text(LINE + '{"text": "raw"}\n', encoding="utf-8")
    Path("cut.jsonl.gz").write_bytes(gzip.compress(LINE.encode())[:-20])
    Path("cut.parquet").write_bytes(b"PAR1 and nothing else")
    Path("data.csv").write_text(LINE, encoding="utf-8")
    found, said = run(*arguments)
    assert found == code
    assert message in " ".join(said.replace("│", " ").split())
    assert not list(Path().glob("x.*"))
    assert not list(Path().glob(".*.tmp"))
