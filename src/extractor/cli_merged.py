"""The commands that read the output of ``extractor batch``: a page, and files for maps and tables."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from extractor.records import Article

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="Output of «extractor batch» (.jsonl, .jsonl.gz, .parquet)."),
]


def add_to(app: typer.Typer) -> None:
    """Give the command line these commands."""
    app.command()(report)
    app.command()(export)


def report(
    files: Files,
    out: Annotated[Path, typer.Option("--output", "-o", metavar="PAGE", help="The page to write (.html).")],
) -> None:
    """Make one page of many articles: who took what, when, on whose word. It needs no network."""
    from extractor.report import render  # noqa: PLC0415 (--help answers faster)

    title = ", ".join(path.name for path in files)
    _write(out, files, {".html": lambda articles: render(articles, title=title)})


def export(
    files: Files,
    out: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="OUT", help="Changes of hands for maps (.geojson) or tables (.csv)."
        ),
    ],
) -> None:
    """Write the changes of hands, merged across articles, for maps or for conflict researchers' tables."""
    from extractor.changes import merge  # noqa: PLC0415 (--help answers faster)
    from extractor.exports import to_csv, to_geojson  # noqa: PLC0415 (the same)

    _write(
        out,
        files,
        {
            ".geojson": lambda articles: to_geojson(merge(articles)),
            ".csv": lambda articles: to_csv(merge(articles)),
        },
    )


def _write(out: Path, files: list[Path], writers: dict[str, Callable[[Iterable[Article]], str]]) -> None:
    """Write what the ending of the file's name asks for: complete, or not at all."""
    write = writers.get(out.suffix.lower())
    if write is None:
        raise typer.BadParameter(
            f"{out}: the ending says the format; supported: {', '.join(writers)}", param_hint="--output"
        )
    if out.resolve() in {path.resolve() for path in files}:
        raise typer.BadParameter(f"{out} would be read and overwritten", param_hint="--output")
    from extractor.results import read_articles  # noqa: PLC0415 (--help answers faster)

    text = write(article for path in files for article in read_articles(path))
    temporary = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(out)
    except OSError as error:
        raise typer.BadParameter(f"{out}: {error.strerror or error}", param_hint="--output") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
