"""Reads articles back from what ``extractor batch`` writes: JSON Lines, also gzipped, and Parquet."""

from __future__ import annotations

import gzip
import zlib
from importlib.util import find_spec
from typing import TYPE_CHECKING, BinaryIO, cast

from extractor.errors import InputError
from extractor.serialization import from_dict, from_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extractor.records import Article

_GZIP = b"\x1f\x8b"
_PARQUET = b"PAR1"
_ROWS = 500  # of a Parquet file, read at once


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a file, one a line or row; empty lines are passed over.

    Args:
        path: Output of ``extractor batch`` in a format that holds all of an article: not CSV.

    Raises:
        InputError: The file cannot be read, or a line is no article; the message names both. Also where
            pyarrow is not installed, which Parquet needs.
    """
    try:
        with path.open("rb") as file:
            is_parquet = file.read(len(_PARQUET)) == _PARQUET
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    yield from _rows(path) if is_parquet else _lines(path)


def _rows(path: Path) -> Iterator[Article]:
    if find_spec("pyarrow") is None:
        raise InputError(f"{path}: Parquet needs pyarrow: run «pip install 'fr-extractor[parquet]'»")
    import pyarrow.parquet as pq  # noqa: PLC0415 (an extra)

    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_ROWS):
                yield from map(from_dict, batch.to_pylist())
    except OSError as error:
        raise InputError(f"{path}: {error}") from error
    except ValueError as error:  # pyarrow's own errors are of this kind too
        reason = str(error).splitlines()[0]
        raise InputError(f"{path}: no articles as «extractor batch» writes them: {reason}") from error


def _lines(path: Path) -> Iterator[Article]:
    done = 0
    try:
        with _opened(path) as file:
            for line in file:
                if line.strip():
                    yield from_json(line)
                done += 1
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except (EOFError, zlib.error) as error:
        raise InputError(f"{path}: the gzip data end too early or are damaged") from error
    except ValueError as error:
        reason = str(error).splitlines()[0]
        raise InputError(f"{path}:{done + 1}: no article as «extractor batch» writes it: {reason}") from error


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        zipped = file.read(len(_GZIP)) == _GZIP
    return cast("BinaryIO", gzip.open(path, "rb")) if zipped else path.open("rb")
