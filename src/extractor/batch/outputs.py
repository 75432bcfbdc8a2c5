"""From the articles of a finished run, one JSON object a line, to the output in the format of its ending.

Every format is made from the same lines, one after the other, and is the same byte for byte whenever it is
made. Whatever is unknown is null, and empty in CSV.
"""

from __future__ import annotations

import gzip
import os
import shutil
from contextlib import ExitStack
from importlib.util import find_spec
from typing import TYPE_CHECKING

from extractor.batch import csv_tables
from extractor.batch.unfinished import sync

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PARQUET = ".parquet"
CSV = ".csv"
OUTPUT_ENDINGS = (".jsonl", ".jsonl.gz", PARQUET, CSV)


def ending(out: Path) -> str | None:
    """Which of ``OUTPUT_ENDINGS`` a file has, if any."""
    name = out.name.lower()
    return next((it for it in OUTPUT_ENDINGS if name.endswith(it)), None)


def errors_path(out: Path) -> Path:
    """The error file of an output file."""
    return out.with_name(f"{out.name}.errors.jsonl")


def mentions_path(out: Path) -> Path:
    """The table of mentions beside a CSV file."""
    return out.with_name(f"{out.name[: -len(CSV)]}.mentions{out.name[-len(CSV) :]}")


def files_of(out: Path) -> tuple[Path, ...]:
    """Every file that a batch to ``out`` may write, ``out`` the last."""
    beside = (mentions_path(out),) if ending(out) == CSV else ()
    return (errors_path(out), *beside, out)


def needs(out: Path) -> str | None:
    """The extra of our distribution that the format asks for, where it is not installed."""
    return "parquet" if ending(out) == PARQUET and find_spec("pyarrow") is None else None


def write(articles: Path, errors: Path, out: Path) -> None:
    """Put the output and its error file in their places, each complete.

    Args:
        articles: Lines of JSON, one an article.
        errors: Lines of JSON, one a failure.
        out: The output; its ending says the format.

    Raises:
        OSError: The disk is full, or the like. What was there before is still there.
    """
    folder = articles.parent
    made = {out: folder / "output", errors_path(out): folder / "errors"}
    if ending(out) == CSV:
        made[mentions_path(out)] = folder / "mentions"
        with ExitStack() as files:
            opened = [
                files.enter_context(path.open("w", encoding="utf-8", newline=""))
                for path in (made[out], made[mentions_path(out)])
            ]
            with articles.open(encoding="utf-8", newline="\n") as lines:
                csv_tables.write(lines, *opened)
    else:
        _FORMATS[ending(out) or ".jsonl"](articles, made[out])
    if errors.stat().st_size:
        _link(errors, made[errors_path(out)])
    for path in files_of(out):
        if made[path].exists():
            sync(made[path])
            made[path].replace(path)
        else:
            path.unlink(missing_ok=True)
    sync(out.parent)


def _link(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)


def _gzip(source: Path, target: Path) -> None:
    with (
        source.open("rb") as lines,
        target.open("wb") as file,
        # No name and no time, so that the same articles are the same bytes.
        gzip.GzipFile("", "wb", compresslevel=6, fileobj=file, mtime=0) as packed,
    ):
        shutil.copyfileobj(lines, packed, 1 << 20)


def _parquet(source: Path, target: Path) -> None:
    from extractor.batch import parquet  # noqa: PLC0415 (pyarrow is an extra)

    with source.open("rb") as lines:
        parquet.write(lines, target)


_FORMATS: dict[str, Callable[[Path, Path], None]] = {
    ".jsonl": _link,
    ".jsonl.gz": _gzip,
    PARQUET: _parquet,
}
