"""The folder of an unfinished run, beside its output: what is done so far, and for which configuration.

It holds ``configuration.json``; ``articles.jsonl`` and ``errors.jsonl``, which only grow; and
``journal.jsonl`` with one line for each shard: how long both are, and what stands for the inputs read. A
shard counts once its line is complete; what the files hold beyond the last line is cut off. So a kill at any
moment loses the shards in hand and nothing else, and nothing is written twice.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from extractor.errors import ResumeError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One line of the journal: how far the run is.

    Attributes:
        shards: Shards done.
        articles: Bytes of the articles.
        errors: Bytes of the errors.
        done: Articles written.
        failed: Inputs, or lines of them, that were not.
        recoded: Articles from files that were read as Windows-1252.
        inputs: What stands for the inputs of these shards.
    """

    shards: int = 0
    articles: int = 0
    errors: int = 0
    done: int = 0
    failed: int = 0
    recoded: int = 0
    inputs: str = ""


@dataclass(slots=True)
class Unfinished:
    """The folder, open for writing.

    Attributes:
        folder: Where it is.
        mark: How far the run is.
    """

    folder: Path
    mark: Mark
    _articles: BinaryIO = field(repr=False)
    _errors: BinaryIO = field(repr=False)
    _journal: BinaryIO = field(repr=False)

    @property
    def articles(self) -> Path:
        """The file of the articles."""
        return self.folder / "articles.jsonl"

    @property
    def errors(self) -> Path:
        """The file of the failures."""
        return self.folder / "errors.jsonl"

    def add(self, articles: Sequence[str], errors: Sequence[str], *, recoded: int, inputs: str) -> None:
        """Write down one shard.

        Args:
            articles: Lines of JSON, without line ends.
            errors: The same.
            recoded: How many of the articles come from files read as Windows-1252.
            inputs: What stands for the inputs up to this shard.

        Raises:
            OSError: The disk is full, or the like.
        """
        sizes = [
            _append(file, lines) if lines else size
            for file, lines, size in (
                (self._articles, articles, self.mark.articles),
                (self._errors, errors, self.mark.errors),
            )
        ]
        self.mark = Mark(
            shards=self.mark.shards + 1,
            articles=sizes[0],
            errors=sizes[1],
            done=self.mark.done + len(articles),
            failed=self.mark.failed + len(errors),
            recoded=self.mark.recoded + recoded,
            inputs=inputs,
        )
        self._journal.write(json.dumps(asdict(self.mark)).encode() + b"\n")
        self._journal.flush()

    def close(self) -> None:
        """Close the files; the folder stays."""
        for file in (self._articles, self._errors, self._journal):
            file.close()

    def remove(self) -> None:
        """Close the files and remove the folder: the run is finished."""
        self.close()
        _discard(self.folder)


def folder_of(out: Path) -> Path:
    """The folder of the unfinished run of an output file."""
    return out.with_name(f".{out.name}.unfinished")


def begin(out: Path, configuration: Mapping[str, object], *, resume: bool) -> Unfinished:
    """Open the folder of the run.

    Args:
        out: The output file.
        configuration: All that decides what the output will be.
        resume: Go on where an unfinished run of the same configuration stopped, if there is one. Otherwise
            what it left is removed.

    Raises:
        ResumeError: The unfinished run is of another configuration, or still runs.
        OSError: The folder cannot be written.
    """
    folder = folder_of(out)
    if _discarded(folder).is_dir():
        shutil.rmtree(_discarded(folder))
    if not resume and folder.is_dir():
        _claim(folder).close()
        _discard(folder)
    folder.mkdir(exist_ok=True)
    journal = _claim(folder)
    try:
        _configure(folder / "configuration.json", configuration)
        mark = _last(journal)
        articles, errors = (
            _cut(folder / name, size)
            for name, size in (("articles.jsonl", mark.articles), ("errors.jsonl", mark.errors))
        )
    except BaseException:
        journal.close()
        raise
    return Unfinished(folder, mark, articles, errors, journal)


def _discard(folder: Path) -> None:
    """Remove the folder whole: one that a kill left half removed must not be taken for an unfinished run."""
    folder.replace(_discarded(folder))
    shutil.rmtree(_discarded(folder))


def _discarded(folder: Path) -> Path:
    return folder.with_suffix(".discarded")


def _claim(folder: Path) -> BinaryIO:
    """The journal, locked: two runs must not write to one output."""
    journal = (folder / "journal.jsonl").open("a+b")
    try:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 (not on Windows)

            fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the system lets go when the process ends
    except OSError as error:
        journal.close()
        raise ResumeError(f"{folder}: another run writes there") from error
    return journal


def _configure(path: Path, configuration: Mapping[str, object]) -> None:
    wanted = json.loads(json.dumps(configuration))
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        temporary = path.with_suffix(".tmp")
        temporary.write_text(json.dumps(wanted, ensure_ascii=False, indent=1), encoding="utf-8")
        sync(temporary)
        temporary.replace(path)
        return
    differing = [name for name in wanted | given if wanted.get(name) != given.get(name)]
    if differing:
        raise ResumeError(
            f"the unfinished run in {path.parent} is of another configuration ({', '.join(differing)}): "
            "run it as it was, or start anew without --resume"
        )


def _last(journal: BinaryIO) -> Mark:
    """The last complete line of the journal; whatever follows it is cut off."""
    mark, end = Mark(), 0
    journal.seek(0)
    for line in journal:
        if not line.endswith(b"\n"):
            break
        with suppress(ValueError, TypeError):
            mark = Mark(**json.loads(line))
            end += len(line)
            continue
        break
    journal.truncate(end)
    return mark


def _cut(path: Path, size: int) -> BinaryIO:
    file = path.open("ab")
    if file.tell() < size:
        file.close()
        raise ResumeError(f"{path} is shorter than its journal says: start anew without --resume")
    file.truncate(size)
    return file


def _append(file: BinaryIO, lines: Sequence[str]) -> int:
    file.writelines(line.encode() + b"\n" for line in lines)
    file.flush()
    os.fsync(file.fileno())
    return file.tell()


def sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk."""
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR
    if path.is_dir() and sys.platform == "win32":
        return  # cannot open folders, keeps their names by itself
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
