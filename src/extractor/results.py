"""Reads articles back from the JSON Lines that ``extractor batch`` writes, also gzipped."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from extractor.errors import InputError
from extractor.serialization import from_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extractor.records import Article

_GZIP = b"\x1f\x8b"


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a file, one a line; empty lines are passed over.

    Args:
        path: Output of ``extractor batch``.

    Raises:
        InputError: The file cannot be read, or a line is no article; the message names both.
    """
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
