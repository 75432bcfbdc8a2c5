"""Many texts to one output file, in order, in constant memory, without losing one in silence.

The output is complete or not there: it is written beside its place and moved there at the end. What could
not be read or extracted stands in an error file beside it, one JSON object a line with ``path``, ``line``
and ``reason``; without failures there is no such file.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Protocol, TextIO

from extractor.errors import ExtractorError
from extractor.reading import Failure, Input
from extractor.serialization import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from extractor.records import Article

OUTPUT_ENDINGS = (".jsonl",)

# One call of the pipeline: long enough for its matrix products, short enough for memory.
_TEXTS = 128
_CHARACTERS = 500_000

RECODED = "The file is not UTF-8; it was read as Windows-1252."


class ExtractMany(Protocol):
    """What :func:`extractor.extract_many` does: one article a record, lazily, in order."""

    def __call__(self, records: Iterable[Mapping[str, object]], /) -> Iterator[Article]:
        """Extract."""


@dataclass(slots=True)
class Tally:
    """How a batch went.

    Attributes:
        done: Articles written.
        failed: Inputs, or lines of them, that were not.
        recoded: Articles written from files that were read as Windows-1252.
    """

    done: int = 0
    failed: int = 0
    recoded: int = 0


def errors_path(out: Path) -> Path:
    """The error file of an output file."""
    return out.with_name(f"{out.name}.errors.jsonl")


def run(
    inputs: Iterable[Input | Failure],
    out: Path,
    *,
    extract_many: ExtractMany,
    report: Callable[[Failure], None],
    advance: Callable[[], None],
) -> Tally:
    """Extract all inputs to ``out``.

    Args:
        inputs: As :func:`extractor.reading.read` gives them.
        out: The file to write; it is replaced when all is done.
        extract_many: What extracts; an exception that it raises is the failure of one text.
        report: Is told each failure when it happens.
        advance: Is called after each text, done or failed.

    Raises:
        OSError: The output cannot be written.
    """
    tally = Tally()
    with _replaced(errors_path(out), keep_empty=False) as errors, _replaced(out, keep_empty=True) as articles:
        for result in _results(inputs, extract_many):
            if isinstance(result, Failure):
                tally.failed += 1
                errors.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
                report(result)
            else:
                tally.done += 1
                tally.recoded += RECODED in result.warnings
                articles.write(to_json(result) + "\n")
            advance()
    return tally


def _results(inputs: Iterable[Input | Failure], extract_many: ExtractMany) -> Iterator[Article | Failure]:
    chunk: list[Input] = []
    characters = 0
    for item in inputs:
        if isinstance(item, Failure):
            yield item
            continue
        chunk.append(item)
        characters += len(item.text)
        if len(chunk) == _TEXTS or characters >= _CHARACTERS:
            yield from _extracted(chunk, extract_many)
            chunk, characters = [], 0
    yield from _extracted(chunk, extract_many)


def _extracted(chunk: list[Input], extract_many: ExtractMany) -> Iterator[Article | Failure]:
    """One result for each text; where the pipeline stops or skips, the rest goes one by one."""
    done = 0
    with suppress(Exception):  # whatever it is, it is met again and reported below
        for item, article in zip(chunk, extract_many(_record(item) for item in chunk), strict=False):
            if article.id != item.id:
                break
            done += 1
            yield noted(article, item)
    for item in chunk[done:]:
        yield _alone(item, extract_many)


def _alone(item: Input, extract_many: ExtractMany) -> Article | Failure:
    try:
        article = next(iter(extract_many([_record(item)])))
    except ExtractorError as error:
        return Failure(path=item.path, line=item.line, reason=str(error))
    except StopIteration:
        return Failure(path=item.path, line=item.line, reason="the pipeline gave no article")
    except Exception as error:  # noqa: BLE001 (one text must not stop the others)
        return Failure(path=item.path, line=item.line, reason=f"{type(error).__name__}: {error}")
    return noted(article, item)


def _record(item: Input) -> dict[str, object]:
    return {"id": item.id, "text": item.text, "published": item.published}


def noted(article: Article, item: Input) -> Article:
    """The article, with a warning where the encoding of its file could only be supposed."""
    return replace(article, warnings=(*article.warnings, RECODED)) if item.encoding == "cp1252" else article


@contextmanager
def _replaced(path: Path, *, keep_empty: bool) -> Iterator[TextIO]:
    """A file to write that takes the place of ``path`` once it is complete and on disk."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            empty = file.tell() == 0
        if empty and not keep_empty:
            path.unlink(missing_ok=True)
        else:
            temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
