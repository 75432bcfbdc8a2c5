"""Reads the word lists and tables of ``extractor/data``.

A ``.txt`` lexicon holds one entry a line, sorted by code point, no entry twice; lines that start with ``#``
say what the list is and where it comes from. A ``.toml`` file holds tables.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from extractor.errors import DataFileError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def _read(name: str) -> str:
    try:
        return files("extractor").joinpath(f"data/{name}").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataFileError(f"data/{name}: no such file in the installed package") from error


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a ``.txt`` lexicon.

    Args:
        name: Path below ``extractor/data``, such as ``lexicons/demonyms.txt``.

    Raises:
        DataFileError: The file is missing, or an entry stands twice or out of order.
    """
    entries = [line for line in _read(name).splitlines() if line.strip() and not line.startswith("#")]
    for number, (before, after) in enumerate(pairwise(entries), start=2):
        if before >= after:
            raise DataFileError(
                f"data/{name}: entry {number} «{after}» is not after «{before}»: sort, no doubles"
            )
    return frozenset(entries)


@cache
def tables(name: str) -> dict[str, Any]:
    """The content of a ``.toml`` data file.

    Args:
        name: Path below ``extractor/data``.

    Raises:
        DataFileError: The file is missing or is no TOML.
    """
    return parse_tables(_read(name), f"data/{name}")


def parse_tables(text: str, name: str) -> dict[str, Any]:
    """The content of a TOML file.

    Args:
        text: The file's text.
        name: Name of the file, for the error message.

    Raises:
        DataFileError: The text is no TOML; the message names file, line and column.
    """
    try:
        table: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DataFileError(f"{name}: {error}") from error
    return table


@cache
def weights(name: str) -> dict[str, tuple[float, ...]]:
    """The weights of each feature of a ``.tsv`` table: in each line the feature, then its weights.

    Args:
        name: Path below ``extractor/data``, such as ``captures/likelihood.tsv``.

    Raises:
        DataFileError: The file is missing, or a line is malformed.
    """
    found = {}
    for number, line in enumerate(_read(name).splitlines(), start=1):
        feature, *row = line.split("\t")
        try:
            found[feature] = tuple(map(float, row))
        except ValueError as error:
            raise DataFileError(f"data/{name}: line {number}: {error}") from error
    return found
