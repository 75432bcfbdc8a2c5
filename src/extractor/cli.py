"""The command line: the only module that prints.

Exit codes: 0 all done; 1 done, but some inputs failed; 2 nothing done, since the command was wrong, the
French model is missing or the output cannot be written.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import contextmanager
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from extractor import batch, cli_merged, reading
from extractor.calendar import parse_published
from extractor.errors import ExtractorError, InputError, PublishedError
from extractor.reading import Input
from extractor.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import ModuleType

    from rich.console import RenderableType

    from extractor.reading import Failure
    from extractor.records import Article

app = typer.Typer(
    help="Reads French news: people, places, organisations, numbers, dates, and who took which city.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", metavar="RULES", help="A rule file of your own (.toml), beside the shipped rules."
    ),
]


class Format(str, Enum):
    """How one article is shown."""

    TABLE = "table"
    JSON = "json"


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    Args:
        arguments: What follows the program's name; None takes them from the command line.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # pipes of other systems have encodings of their own
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=arguments)
    except ExtractorError as error:
        _say(f"Error: {error}")
        sys.exit(1 if isinstance(error, InputError) else 2)
    raise AssertionError("typer exits by itself")


def _published(value: str | None) -> str | None:
    if value is not None:
        try:
            parse_published(value)
        except PublishedError as error:
            raise typer.BadParameter(str(error)) from error
    return value


@app.command()
def extract(  # noqa: PLR0913 (an argument an option)
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text file; - reads standard input.")],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", callback=_published, help="Publication date: 2021-08-13, 2021-08 or 2021."
        ),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="For people, or for programs.")] = Format.TABLE,
    *,
    explain: Annotated[
        bool, typer.Option("--explain", help="Mark in the text why each event was read.")
    ] = False,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Also list what looked like an event, and why it is none.")
    ] = False,
    rules: Rules = None,
) -> None:
    """Show what is in one article."""
    if file.lower().endswith(reading.JSON_LINES_ENDINGS):
        raise typer.BadParameter("JSON Lines hold many texts: use «extractor batch»", param_hint="FILE")
    item = _standard_input() if file == "-" else reading.read_text(Path(file))
    article = _api().extract(item.text, id=item.id, published=published, rejected=rejected, rules=rules or ())
    article = batch.noted(article, item)
    if explain:
        typer.echo(_printed(_explained(article, item.text)))
    elif format_ is Format.JSON:
        typer.echo(article.to_json(indent=2))
    else:
        typer.echo(_printed(_rendered(article)))


@app.command(name="batch")
def batch_(  # noqa: PLR0913 (an argument an option)
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT", help="Text files, folders of *.txt, globs, JSON Lines; also gzipped."
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="OUT", help="File to write: .jsonl, .jsonl.gz, .parquet or .csv."
        ),
    ],
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes.")] = 1,
    time_limit: Annotated[
        float | None,
        typer.Option(
            "--time-limit", min=0.1, metavar="SECONDS", help="Give up an article that takes longer."
        ),
    ] = None,
    *,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where an interrupted run of the same command stopped.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar on a terminal.")] = False,
    rules: Rules = None,
) -> None:
    """Extract many articles to one file.

    What cannot be read is named on standard error and in OUT.errors.jsonl; all the rest is done. A run that
    was interrupted, even killed, goes on with --resume.
    """
    paths = reading.expand(inputs)
    _check_output(out, paths)
    given = [str(path) for path in rules or ()]
    try:
        with _progress(paths, quiet=quiet) as (report, advance):
            tally = batch.run(
                reading.read(paths),
                out,
                load=partial(batch.reader, given),
                configuration=batch.configuration(paths, rules=rules or (), time_limit=time_limit),
                report=report,
                advance=advance,
                jobs=jobs,
                time_limit=time_limit,
                resume=resume,
                rules=given,
            )
    except OSError as error:
        raise typer.BadParameter(f"{out}: {error.strerror or error}", param_hint="--output") from error
    if tally.recoded:
        _say(f"{tally.recoded} not in UTF-8, read as Windows-1252: see their warnings")
    if tally.failed:
        _say(f"{tally.done} done, {tally.failed} failed: see {batch.errors_path(out)}")
        raise typer.Exit(1)


@app.command(name="rules")
def rules_(
    files: Annotated[list[Path], typer.Argument(metavar="RULES", help="Rule files (.toml).")],
) -> None:
    """Check rule files of your own: run their examples and counter-examples."""
    from extractor.rule_check import check  # noqa: PLC0415 (--help answers faster)

    failed = False
    for path in files:
        checks = list(check(path, _api().extract))
        wrong = [it for it in checks if not it.passed]
        for it in wrong:
            typer.echo(
                one_line(f"{path}: {it.where}: «{it.text}»")
                + f"\n  expected {one_line(it.expected)}\n  read     {one_line(it.read)}"
            )
        typer.echo(
            one_line(f"{path}: {len(checks) - len(wrong)} of {len(checks)} examples read as they should")
        )
        failed = failed or bool(wrong)
    if failed:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the output."""
    from extractor.serialization import json_schema  # noqa: PLC0415 (--help answers faster)

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


cli_merged.add_to(app)


def _api() -> ModuleType:
    from extractor import api  # noqa: PLC0415 (spaCy takes a second to import, and --help must not wait for it)

    return api


def _rendered(article: Article) -> RenderableType:
    from extractor.table import render  # noqa: PLC0415 (--help answers faster)

    return render(article)


def _explained(article: Article, text: str) -> RenderableType:
    from extractor.explain import render  # noqa: PLC0415 (--help answers faster)

    return render(article, text)


def _printed(shown: RenderableType) -> str:
    from rich.console import Console  # noqa: PLC0415 (--help answers faster)

    console = Console()
    with console.capture() as capture:
        console.print(shown)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())  # rich fills lines with spaces


def _standard_input() -> Input:
    try:
        found = reading.characters(sys.stdin.buffer.read())
    except InputError as error:
        raise InputError(f"standard input: {error}") from error
    return Input(id=None, text=found.text, published=None, path="-", line=None, encoding=found.encoding)


def _check_output(out: Path, paths: list[Path]) -> None:
    if not out.name.lower().endswith(batch.OUTPUT_ENDINGS):
        supported = ", ".join(batch.OUTPUT_ENDINGS)
        raise typer.BadParameter(
            f"{out}: the ending says the format; supported: {supported}", param_hint="--output"
        )
    if out.is_dir() or not out.parent.is_dir():
        reason = "is a folder" if out.is_dir() else f"there is no folder {out.parent}"
        raise typer.BadParameter(f"{out}: {reason}", param_hint="--output")
    if extra := batch.needs(out):
        raise typer.BadParameter(
            f"{out}: this format needs more: pip install 'fr-extractor[{extra}]'", param_hint="--output"
        )
    written = {path.resolve() for path in batch.files_of(out)}
    for path in paths:
        if path.resolve() in written:
            raise typer.BadParameter(f"{path} would be read and overwritten", param_hint="--output")


@contextmanager
def _progress(
    paths: list[Path], *, quiet: bool
) -> Iterator[tuple[Callable[[Failure], None], Callable[[int, int], None]]]:
    """What to call with each failure and each step; a bar runs where somebody sits before it."""
    if quiet or not sys.stderr.isatty():
        yield _say, lambda _texts, _bytes: None
        return
    from extractor import progress  # noqa: PLC0415 (--help answers faster)

    with progress.bar(partial(reading.total_size, paths)) as told:
        yield told


def _say(message: object) -> None:
    typer.echo(one_line(str(message)), err=True)
