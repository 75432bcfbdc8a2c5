"""Reads rule files of the user's own: TOML of the shape of ``data/captures/frames.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.captures.frames import Frame, frames, read_frames
from extractor.errors import DataFileError
from extractor.lexicon import parse_tables

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_rules(path: str | Path) -> tuple[Frame, ...]:
    """The frames of one rule file.

    Args:
        path: A TOML file with ``[[frame]]`` tables and nothing else.

    Raises:
        DataFileError: The file cannot be read or an entry is malformed; the message names file and place.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise DataFileError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise DataFileError(f"{path}: not UTF-8: {error.reason} at byte {error.start}") from error
    table = parse_tables(text, str(path))
    unknown = sorted(table.keys() - {"frame"})
    if unknown:
        raise DataFileError(f"{path}: «{unknown[0]}»: unknown; a rule file holds [[frame]] tables only")
    if not table.get("frame"):
        raise DataFileError(f"{path}: there is no [[frame]] in it")
    return read_frames(table, str(path))


def user_frames(paths: Iterable[str | Path]) -> tuple[Frame, ...]:
    """The frames of some rule files, to stand beside the shipped ones.

    Args:
        paths: TOML files.

    Raises:
        DataFileError: As `read_rules`; or an identifier stands in another file or in the shipped rules.
    """
    origin = {frame.id: "the rules that ship with the package" for frame in frames()}
    found: list[Frame] = []
    for path in paths:
        for frame in read_rules(path):
            if frame.id in origin:
                raise DataFileError(f"{path}: frame «{frame.id}»: this id stands in {origin[frame.id]} too")
            origin[frame.id] = str(path)
            found.append(frame)
    return tuple(found)
