"""Many texts to one file: order, failures, formats, going on after a kill. The pipeline is a fake."""

from __future__ import annotations

import csv
import gzip
import json
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from batch_fakes import EVENT, MANY, load, texts
from extractor import batch
from extractor.batch.unfinished import folder_of
from extractor.errors import DataFileError, ResumeError
from extractor.reading import Failure, Input, read
from extractor.serialization import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def load_nothing() -> batch.Reader:
    raise DataFileError("mine.toml: no rules")


def run(inputs: Iterable[Input | Failure], out: Path, **options: Any) -> tuple[batch.Tally, int]:
    advanced: list[int] = []
    failures: list[Failure] = []
    tally = batch.run(
        inputs,
        out,
        **{"load": load, "configuration": {}, "report": failures.append} | options,
        advance=lambda texts, _bytes: advanced.append(texts),
    )
    if not options:
        assert len(failures) == tally.failed
    return tally, sum(advanced)


def ids(out: Path) -> list[str]:
    return [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()]


def failures(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in batch.errors_path(out).read_text(encoding="utf-8").splitlines()]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_line_an_article_in_order(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run(texts(*["a"] * 1000), out, jobs=2) == (batch.Tally(done=1000), 1000)
    assert ids(out) == [str(n) for n in range(1, 1001)]
    assert files(tmp_path) == ["out.jsonl"]


def test_no_input_gives_an_empty_output(tmp_path: Path) -> None:
    assert run([], tmp_path / "out.jsonl") == (batch.Tally(), 0)
    assert ids(tmp_path / "out.jsonl") == []


def test_failures_stand_in_the_error_file_and_the_rest_is_done(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    unread = Failure(path="é.txt", line=None, reason="No such file or directory")
    given = [unread, *texts("a", "BOUM", "b", "DATE", "c", "PERDU", "d", "MORT", "e")]
    assert run(given, out) == (batch.Tally(done=5, failed=5), 10)
    assert ids(out) == ["1", "3", "5", "7", "9"]
    assert failures(out) == [
        {"path": "é.txt", "line": None, "reason": "No such file or directory"},
        {"path": "x.jsonl", "line": 2, "reason": "ValueError: no sense in it"},
        {"path": "x.jsonl", "line": 4, "reason": "no such day"},
        {"path": "x.jsonl", "line": 6, "reason": "the pipeline gave no article"},
        {"path": "x.jsonl", "line": 8, "reason": "its worker process died twice (signal 9)"},
    ]


def test_the_error_file_of_an_earlier_run_goes_away(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(texts("BOUM"), out)
    assert batch.errors_path(out).exists()
    run(texts("a"), out)
    assert files(tmp_path) == ["out.jsonl"]


def test_without_a_pipeline_there_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no rules"):
        run(texts("a"), tmp_path / "out.jsonl", load=load_nothing)
    assert not (tmp_path / "out.jsonl").exists()


def test_a_file_read_as_windows_1252_says_so_in_its_article(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    item = Input(id="a.txt", text="Sorvé", published=None, path="a.txt", line=None, encoding="cp1252")
    assert run([item], out)[0] == batch.Tally(done=1, recoded=1)
    article = json.loads(out.read_text(encoding="utf-8"))
    assert (article["warnings"], article["encoding"]) == ([batch.RECODED], "cp1252")


GIVEN = texts("a", "Ilda 3 pris", "BOUM")


def test_gzip_holds_the_same_lines(tmp_path: Path) -> None:
    run(GIVEN, tmp_path / "a.jsonl")
    run(GIVEN, tmp_path / "a.jsonl.gz")
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == (tmp_path / "a.jsonl").read_bytes()
    assert files(tmp_path) == ["a.jsonl", "a.jsonl.errors.jsonl", "a.jsonl.gz", "a.jsonl.gz.errors.jsonl"]


def test_parquet_holds_the_same_records(tmp_path: Path) -> None:
    run(GIVEN, tmp_path / "a.jsonl")
    run(GIVEN, tmp_path / "a.parquet")
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    table = pq.read_table(tmp_path / "a.parquet")
    assert table.to_pylist() == [{**line, "text": line.get("text")} for line in lines]
    assert str(table.schema.field("events").type.value_type.field("count").type) == "int64"  # all empty here


def test_csv_is_a_table_of_events_and_one_of_mentions(tmp_path: Path) -> None:
    run(GIVEN, tmp_path / "a.csv")
    assert files(tmp_path) == ["a.csv", "a.csv.errors.jsonl", "a.mentions.csv"]
    tables = {}
    for name in ("a.csv", "a.mentions.csv"):
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.reader(file))
    header = (
        "article id published event type place taker loser status source date retaken count total evidence"
    )
    event = [
        "2",
        "2",
        "2024-03",
        "1",
        "capture",
        "Sorvé",
        "rebelles",
        "",
        "claimed",
        "",
        "2024-03-12",
        "false",
        "",
        "",
    ]
    assert tables["a.csv"] == [header.split(), [*event, EVENT.evidence]]
    assert tables["a.mentions.csv"] == [
        ["article", "id", "record", "event", "name", "start", "end", "text"],
        ["2", "2", "person", "", "Ilda", "0", "4", "Ilda"],
        ["2", "2", "quantity", "", "3", "5", "6", "3"],
        ["2", "2", "event", "1", "prendre", "9", "13", "pris"],
    ]


def interrupted(inputs: list[Input | Failure], after: int) -> Iterator[Input | Failure]:
    yield from inputs[:after]
    raise KeyboardInterrupt


def stopped(out: Path, after: int = 1190, **options: Any) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(interrupted(MANY, after), out, **options)


def test_an_interrupted_run_leaves_the_old_output_and_goes_on(tmp_path: Path) -> None:
    out, whole = tmp_path / "out.jsonl", tmp_path / "whole.jsonl"
    expected = run(MANY, whole)
    out.write_bytes(b"old")
    stopped(out)
    assert out.read_bytes() == b"old"
    assert folder_of(out).is_dir()
    assert run(MANY, out, resume=True) == expected
    assert out.read_bytes() == whole.read_bytes()
    assert batch.errors_path(out).read_bytes() == batch.errors_path(whole).read_bytes()
    assert files(tmp_path) == [
        "out.jsonl",
        "out.jsonl.errors.jsonl",
        "whole.jsonl",
        "whole.jsonl.errors.jsonl",
    ]


def test_without_resume_what_an_interrupted_run_left_is_removed(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    stopped(out)
    run(texts("a"), out)
    assert (ids(out), files(tmp_path)) == (["1"], ["out.jsonl"])


def test_resume_without_an_unfinished_run_begins(tmp_path: Path) -> None:
    run(texts("a"), tmp_path / "out.jsonl", resume=True)
    assert ids(tmp_path / "out.jsonl") == ["1"]


def test_resume_refuses_another_configuration_other_inputs_and_a_run_at_work(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    stopped(out, configuration={"time limit": 5, "inputs": ["é"]})
    with pytest.raises(ResumeError, match=r"of another configuration \(time limit\)"):
        run(MANY, out, configuration={"time limit": 6, "inputs": ["é"]}, resume=True)
    for inputs in (texts("z"), texts("z", *["a"] * 2000), []):
        with pytest.raises(ResumeError, match="the inputs are not what they were"):
            run(inputs, out, configuration={"time limit": 5, "inputs": ["é"]}, resume=True)
    again = partial(run, MANY, out, configuration={"time limit": 5, "inputs": ["é"]}, resume=True)
    with pytest.raises(ResumeError, match="another run writes there"):
        run((again() and item for item in MANY), out)  # type: ignore[misc]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_a_kill_at_any_step_loses_and_doubles_nothing(tmp_path: Path, ending: str) -> None:
    script = Path(__file__).with_name("kill_at_every_step.py")
    path = os.pathsep.join([str(script.parent), str(script.parent.parent / "src")])
    out = tmp_path / f"out.{ending}"
    done = subprocess.run(  # noqa: S603 (ours)
        [sys.executable, script, out],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) > 40
    assert files(tmp_path) == sorted(path.name for path in batch.files_of(out))


@pytest.mark.model
def test_the_examples_with_the_real_pipeline(tmp_path: Path) -> None:
    folder, out = tmp_path / "examples", tmp_path / "out.jsonl"
    shutil.copytree(Path(__file__).parent.parent / "examples", folder, ignore=shutil.ignore_patterns("week"))
    assert run(read([folder]), out, load=batch.reader) == (batch.Tally(done=3), 3)
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
