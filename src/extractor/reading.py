"""Inputs of a batch: text files, folders of them, globs, JSON Lines, each also gzipped, to a stream of texts.

Nothing is held but the text in hand and the names in one folder. An input that cannot be read becomes a
:class:`Failure` in the stream, and the next one follows. No more than ``LARGEST`` bytes of an input are read
at once, however small its gzip or empty its file may be.
"""

from __future__ import annotations

import codecs
import glob
import gzip
import io
import os
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor import json_lines
from extractor.decoding import Decoded, decode
from extractor.errors import ExtractorError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

TEXT_ENDINGS = (".txt", ".txt.gz")
JSON_LINES_ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
LARGEST = 5_000_000
"""Bytes of one text, or of one line of JSON, unzipped: the French Bible (4.5 million) is no article."""

_TOO_LARGE = f"too large for one article: more than {LARGEST:,} bytes"
_UNREADABLE = (OSError, EOFError, zlib.error, UnicodeDecodeError, ExtractorError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One text to read.

    Attributes:
        id: What names it in the output: for a text file its path, relative to the given folder if it was
            found in one; for a line of JSON Lines its ``id``, or ``FILE:LINE`` where it has none. None for
            standard input.
        text: The text; a byte order mark is not part of it, line ends are as in the file.
        published: Publication date (EDTF) where the input gives it.
        path: The file it comes from, fit to be printed.
        line: The line it comes from, from 1; None for a text file.
        encoding: Python's name of the encoding that the bytes were read in.
        size: Bytes of the file that it took.
    """

    id: str | None
    text: str
    published: str | None
    path: str
    line: int | None
    encoding: str
    size: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input, or a line of it, that could not be read or extracted.

    Attributes:
        path: The file or folder, fit to be printed.
        line: The line, from 1; None where the failure concerns all of the file.
        reason: What is wrong, in plain words.
        size: Bytes of the file that it took.
    """

    path: str
    line: int | None
    reason: str
    size: int = field(default=0, compare=False)

    def __str__(self) -> str:
        """``PATH: REASON`` or ``PATH:LINE: REASON``."""
        return (
            f"{self.path}: {self.reason}" if self.line is None else f"{self.path}:{self.line}: {self.reason}"
        )


def expand(arguments: Iterable[str]) -> list[Path]:
    """The files and folders that the arguments name, in order; the matches of a glob are sorted.

    An argument that exists is taken as it is, whatever its characters. A glob with ``**`` gives files only,
    since the folders that it matches hold the same files. A glob without a match stays, so that it is
    reported as missing.
    """
    return list(chain.from_iterable(_matches(argument) for argument in arguments))


def read(paths: Iterable[Path]) -> Iterator[Input | Failure]:
    """The texts of files and folders, in order.

    Args:
        paths: As :func:`expand` gives them. A file whose name ends as ``JSON_LINES_ENDINGS`` is read line by
            line, any other is one text. Of a folder, files that end as ``TEXT_ENDINGS`` are read, sorted by
            name, subfolders included; names that begin with a dot are passed over.
    """
    for path in paths:
        if _is_folder(path):
            yield from _folder(path)
        elif path.name.lower().endswith(JSON_LINES_ENDINGS):
            yield from _lines(path)
        else:
            yield _text(path, name=shown(path))


def total_size(paths: Iterable[Path]) -> int:
    """Bytes on disk of all files that :func:`read` will read; what cannot be looked at counts nothing."""
    return sum(_size(found) for path in paths for found in (_walk(path) if _is_folder(path) else (path,)))


def _size(found: Path | Failure) -> int:
    with suppress(OSError):
        return 0 if isinstance(found, Failure) else found.stat().st_size
    return 0


def read_text(path: Path) -> Input:
    """The text of one file.

    Raises:
        InputError: It cannot be read; the message names it.
    """
    found = _text(path, name=shown(path))
    if isinstance(found, Failure):
        raise InputError(str(found))
    return found


def characters(data: bytes) -> Decoded:
    """The characters of a file that is one article.

    Raises:
        InputError: The bytes are no text, or nothing but white space: no newspaper prints that.
    """
    decoded = decode(data)
    if not decoded.text.strip():
        raise InputError("no text: empty, or white space only")
    return decoded


def shown(path: Path) -> str:
    r"""A path as characters that can be written: bytes of a name that are not UTF-8 become ``\xe9``."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _matches(argument: str) -> list[Path]:
    path = Path(argument)
    if os.path.lexists(path) or not glob.has_magic(argument):
        return [path]
    found = [Path(match) for match in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 (absolute globs too)
    return [match for match in found if not ("**" in argument and _is_folder(match))] or [path]


def _folder(root: Path) -> Iterator[Input | Failure]:
    empty = True
    for found in _walk(root):
        empty = False
        yield found if isinstance(found, Failure) else _text(found, name=shown(found.relative_to(root)))
    if empty:
        yield Failure(
            path=shown(root), line=None, reason=f"no text file ({', '.join(TEXT_ENDINGS)}) in this folder"
        )


def _walk(root: Path) -> Iterator[Path | Failure]:
    """The text files below a folder, depth first, the entries of each folder sorted by name."""
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if path != root and not _is_folder(path):
            yield path
        elif path != root and path.is_symlink():
            yield _failure(
                path, InputError("a link to a folder is not followed: name it as an input of its own")
            )
        else:
            try:
                with os.scandir(path) as entries:
                    names = sorted((entry.name for entry in entries if _wanted(Path(entry))), reverse=True)
            except OSError as error:
                yield _failure(path, error)
            else:
                waiting.extend(path / name for name in names)


def _wanted(path: Path) -> bool:
    return not path.name.startswith(".") and (path.name.lower().endswith(TEXT_ENDINGS) or _is_folder(path))


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises for links in a circle and for overlong names)


def _text(path: Path, *, name: str) -> Input | Failure:
    try:
        with _opened(path) as (file, raw):
            data = file.read(LARGEST + 1)
            if len(data) > LARGEST:
                raise InputError(_TOO_LARGE)
            found, size = characters(data), raw.tell()
    except _UNREADABLE as error:
        return _failure(path, error)
    return Input(
        id=name,
        text=found.text,
        published=None,
        path=shown(path),
        line=None,
        encoding=found.encoding,
        size=size,
    )


def _lines(path: Path) -> Iterator[Input | Failure]:
    number = before = 0
    try:
        with _opened(path) as (file, raw):
            wide, read_line = _line_reader(file)
            for number, line in enumerate(_bounded(read_line), start=1):
                size, before = raw.tell() - before, raw.tell()
                if line is None or line.strip():
                    yield _line(line, wide, path=path, number=number, size=size)
    except _UNREADABLE as error:
        yield _failure(path, error, line=number + 1 if number else None)


def _line_reader(file: BufferedReader) -> tuple[str | None, Callable[[], bytes]]:
    """How to read the next line, or the first part of an overlong one, in UTF-8.

    JSON Lines are UTF-8; in UTF-16 they are read by their mark, since some shells redirect into it. The name
    of that encoding comes first.
    """
    marks = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    wide = marks.get(file.peek(2)[:2])
    if wide is None:
        return None, partial(file.readline, LARGEST + 1)
    file.read(2)
    characters = io.TextIOWrapper(file, encoding=wide, newline="\n")
    return wide, lambda: characters.readline(LARGEST + 1).encode()


def _bounded(read_line: Callable[[], bytes]) -> Iterator[bytes | None]:
    """The lines; None for one that is too long."""
    while line := read_line():
        yield line if len(line) <= LARGEST else None
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = read_line()


def _line(line: bytes | None, wide: str | None, *, path: Path, number: int, size: int) -> Input | Failure:
    try:
        if line is None:
            raise InputError(_TOO_LARGE)
        record = json_lines.parse(line)
    except ExtractorError as error:
        return _failure(path, error, line=number, size=size)
    return Input(
        id=f"{shown(path)}:{number}" if record.id is None else record.id,
        text=record.text,
        published=record.published,
        path=shown(path),
        line=number,
        encoding=wide or record.encoding,
        size=size,
    )


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BufferedReader[Any], BufferedReader[Any]]]:
    """The file as it reads, and the file on disk below it: they differ where it is gzipped."""
    if path.exists() and not path.is_file():  # a pipe would wait for ever
        raise InputError("a folder, where a file is expected" if _is_folder(path) else "no regular file")
    with path.open("rb") as raw:
        if path.suffix.lower() == ".gz":
            with gzip.GzipFile(fileobj=raw) as unpacked, BufferedReader(unpacked) as file:
                yield file, raw
        else:
            yield raw, raw


def _failure(path: Path, error: Exception, *, line: int | None = None, size: int = 0) -> Failure:
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        reason = f"damaged gzip: {error}"
    elif isinstance(error, OSError):
        reason = error.strerror or str(error)
    elif isinstance(error, UnicodeDecodeError):
        reason = f"marked as {error.encoding.upper()}, but it is not: {error.reason}"
    else:
        reason = str(error)
    return Failure(path=shown(path), line=line, reason=reason, size=size)
