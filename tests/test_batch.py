"""Many texts to one file: order, failures, the file itself. The pipeline is a fake."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extractor import batch, extract_many
from extractor.errors import PublishedError
from extractor.reading import Failure, Input, read
from extractor.records import Article
from extractor.serialization import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

EMPTY: dict[str, Any] = dict.fromkeys(
    ("people", "places", "organisations", "quantities", "dates", "events", "warnings"), ()
)


class Pipeline:
    """Records what it is asked, and stops at texts that say so."""

    def __init__(self) -> None:
        self.calls: list[int] = []

    def __call__(self, records: Iterable[Mapping[str, object]], /) -> Iterator[Article]:
        self.calls.append(0)
        for record in records:
            if record["text"] == "BOUM":
                raise ValueError("no sense in it")
            if record["text"] == "DATE":
                raise PublishedError("no such day")
            self.calls[-1] += 1
            yield Article(id=str(record["id"]), published=None, published_from=None, **EMPTY)


def texts(*found: str) -> list[Input | Failure]:
    return [
        Input(id=f"{n}", text=text, published=None, path="x.jsonl", line=n, encoding="utf-8")
        for n, text in enumerate(found, start=1)
    ]


def run(
    inputs: Iterable[Input | Failure], out: Path, pipeline: batch.ExtractMany | None = None
) -> tuple[batch.Tally, int]:
    advanced: list[None] = []
    failures: list[Failure] = []
    tally = batch.run(
        inputs,
        out,
        extract_many=pipeline or Pipeline(),
        report=failures.append,
        advance=lambda: advanced.append(None),
    )
    assert len(failures) == tally.failed
    return tally, len(advanced)


def ids(out: Path) -> list[str]:
    return [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()]


def failures(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in batch.errors_path(out).read_text(encoding="utf-8").splitlines()]


def test_one_line_an_article_in_order(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run(texts("a", "b", "c"), out) == (batch.Tally(done=3), 3)
    assert ids(out) == ["1", "2", "3"]
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_no_input_gives_an_empty_output(tmp_path: Path) -> None:
    assert run([], tmp_path / "out.jsonl") == (batch.Tally(), 0)
    assert ids(tmp_path / "out.jsonl") == []


def test_failures_stand_in_the_error_file_and_the_rest_is_done(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    unread = Failure(path="é.txt", line=None, reason="No such file or directory")
    tally, advanced = run([unread, *texts("a", "BOUM", "b", "DATE", "c")], out)
    assert (tally, advanced) == (batch.Tally(done=3, failed=3), 6)
    assert ids(out) == ["1", "3", "5"]
    assert failures(out) == [
        {"path": "é.txt", "line": None, "reason": "No such file or directory"},
        {"path": "x.jsonl", "line": 2, "reason": "ValueError: no sense in it"},
        {"path": "x.jsonl", "line": 4, "reason": "no such day"},
    ]


def test_the_error_file_of_an_earlier_run_goes_away(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(texts("BOUM"), out)
    assert batch.errors_path(out).exists()
    run(texts("a"), out)
    assert not batch.errors_path(out).exists()


def test_a_pipeline_that_loses_an_article_is_no_silent_loss(tmp_path: Path) -> None:
    def forgetful(records: Iterable[Mapping[str, object]], /) -> Iterator[Article]:
        return (article for article in Pipeline()(records) if article.id != "2")

    tally, _ = run(texts("a", "b", "c"), tmp_path / "out.jsonl", forgetful)
    assert tally.done + tally.failed == 3
    lost = {"path": "x.jsonl", "line": 2, "reason": "the pipeline gave no article"}
    assert failures(tmp_path / "out.jsonl") == [lost]


def test_texts_go_to_the_pipeline_in_chunks_bounded_both_ways(tmp_path: Path) -> None:
    pipeline = Pipeline()
    run(texts(*["a"] * 300, *["b" * 300_000] * 3), tmp_path / "out.jsonl", pipeline)
    assert pipeline.calls == [128, 128, 46, 1]
    assert ids(tmp_path / "out.jsonl") == [str(n) for n in range(1, 304)]


def test_inputs_are_read_as_they_are_needed(tmp_path: Path) -> None:
    reached: list[int] = []
    seen: list[int] = []

    def stream() -> Iterator[Input | Failure]:
        for n, item in enumerate(texts(*["a"] * 1000)):
            reached.append(n)
            yield item

    batch.run(
        stream(),
        tmp_path / "out.jsonl",
        extract_many=Pipeline(),
        report=lambda _: None,
        advance=lambda: seen.append(len(reached)),
    )
    assert max(read - written for written, read in enumerate(seen)) <= 128


def test_an_interrupted_run_leaves_the_old_output_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(texts("a"), out)

    def interrupted() -> Iterator[Input | Failure]:
        yield from texts(*["a"] * 200)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(interrupted(), out)
    assert ids(out) == ["1"]
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_file_read_as_windows_1252_says_so_in_its_article(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    item = Input(id="a.txt", text="Sorvé", published=None, path="a.txt", line=None, encoding="cp1252")
    tally, _ = run([item], out)
    assert tally == batch.Tally(done=1, recoded=1)
    assert json.loads(out.read_text(encoding="utf-8"))["warnings"] == [batch.RECODED]


@pytest.mark.model
def test_the_examples_with_the_real_pipeline(tmp_path: Path) -> None:
    folder = Path(__file__).parent.parent / "examples"
    out = tmp_path / "out.jsonl"
    assert run(read([folder]), out, extract_many) == (batch.Tally(done=3), 3)
    articles = [from_json(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [article.id for article in articles] == ["belgrane.txt", "sorve.txt", "treve.txt"]
    assert [article.published for article in articles] == ["2024-03-14", "2024-03", "2024-04-02"]
    for article in articles:
        text = (folder / str(article.id)).read_bytes().decode()
        assert article.people
        assert article.events
        named = [*article.people, *article.places, *article.organisations, *article.events]
        stretches = [
            *article.quantities,
            *article.dates,
            *(mention for record in named for mention in record.mentions),
        ]
        assert [text[stretch.start : stretch.end] for stretch in stretches] == [
            stretch.text for stretch in stretches
        ]
        assert all(event.evidence in text for event in article.events)
