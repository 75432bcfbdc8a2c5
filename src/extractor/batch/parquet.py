"""Articles to a Parquet file: one row an article, nested types of :mod:`extractor.arrow`."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.arrow import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ROWS = 2_000


def write(lines: Iterable[bytes], out: Path) -> None:
    """Write the file, ``_ROWS`` articles a row group.

    Args:
        lines: Articles as JSON.
        out: The file.
    """
    rest = iter(lines)
    with pq.ParquetWriter(out, ARTICLE, compression="zstd") as writer:
        while rows := [json.loads(line) for line in islice(rest, _ROWS)]:
            writer.write_batch(pa.RecordBatch.from_pylist(rows, schema=ARTICLE))
