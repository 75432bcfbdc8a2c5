"""Articles as Arrow batches: the same records as one process, also from Spark, where it is installed."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import extractor
from extractor.arrow import ARTICLE, EXTRACTED, extract_batches
from extractor.serialization import to_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

pytestmark = pytest.mark.model

PAGE = (Path(__file__).parent.parent / "docs/cluster.md").read_text(encoding="utf-8")
TEXTS = [
    f"Le {day} mars 2024, les rebelles ont pris la ville de Sarvane, a dit l'armée." for day in range(2, 26)
]
ROWS = [{"id": f"a{i}", "text": text, "published": "2024-03-27"} for i, text in enumerate(TEXTS)]
has_spark = pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None or shutil.which("java") is None,
    reason="needs pyspark and Java",
)


def code(of: str) -> str:
    """The block of Python of the page that holds some words."""
    (found,) = (
        block
        for block in re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
        if of in block
    )
    return str(found)


def expected() -> list[dict[str, object]]:
    return [{"encoding": None, **to_dict(article), "error": None} for article in extractor.extract_many(ROWS)]


def test_batches_hold_the_records_in_the_order_of_the_rows() -> None:
    table = pa.Table.from_pylist(ROWS)
    batches = list(extract_batches(table.to_batches(max_chunksize=7)))
    assert pa.Table.from_batches(batches).to_pylist() == expected()
    assert [field.name for field in ARTICLE] == [field.name for field in EXTRACTED][:-1]


def test_a_row_that_cannot_be_read_says_why_and_stops_no_other() -> None:
    rows = [{"id": 1, "text": None, "published": None}, {"id": 2, "text": "Il pleut.", "published": "hier"}]
    batch = pa.RecordBatch.from_pylist([*rows, {"id": 3, "text": "Il pleut.", "published": None}])
    found = pa.Table.from_batches(extract_batches([batch])).to_pylist()
    assert [row["id"] for row in found] == ["1", "2", "3"]
    assert found[0]["error"] == "`text` is no string"
    assert "'hier' is no EDTF day" in found[1]["error"]
    assert found[2]["error"] is None
    assert [row["dates"] for row in found] == [[], [], []]


def test_the_page_without_an_engine() -> None:
    names: dict[str, pa.Table] = {}
    exec(code("pa.table("), names)  # noqa: S102 (ours)
    (row,) = names["extracted"].to_pylist()
    assert [event["place"] for event in row["events"]] == ["Goma"]


@pytest.fixture(scope="module")
def _spark() -> Iterator[None]:
    """Two workers on this machine; each task is tried four times."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 (optional)

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield
    session.stop()


def run_page(folder: Path) -> list[dict[str, object]]:
    """Run the page's job on the rows, in four files, in a folder; the rows of its output."""
    import json  # noqa: PLC0415

    (folder / "archive").mkdir()
    for part in range(4):
        lines = "".join(json.dumps(row) + "\n" for row in ROWS[part::4])
        (folder / f"archive/{part}.jsonl").write_text(lines, encoding="utf-8")
    job = code("mapInArrow").replace("archive/*.jsonl.gz", f"{folder}/archive/*.jsonl")
    exec(job.replace('"articles.parquet"', f'"{folder}/articles.parquet"'), {})  # noqa: S102 (ours)
    return sorted(pq.read_table(folder / "articles.parquet").to_pylist(), key=lambda row: int(row["id"][1:]))


@has_spark
@pytest.mark.usefixtures("_spark")
def test_spark_gives_the_same_records(tmp_path: Path) -> None:
    assert run_page(tmp_path) == expected()


@has_spark
@pytest.mark.usefixtures("_spark")
def test_a_killed_worker_of_spark_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = tmp_path / "killed"

    def dying(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in extract_batches(batches):
            yield batch
            if not killed.exists():
                killed.touch()
                os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr("extractor.arrow.extract_batches", dying)
    assert run_page(tmp_path) == expected()
    assert killed.exists()
