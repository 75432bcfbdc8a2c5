"""How far a batch is, for somebody who sits before it: share done, rate, time left."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Task

    from extractor.reading import Failure


@contextmanager
def bar(size: Callable[[], int]) -> Iterator[tuple[Callable[[Failure], None], Callable[[int, int], None]]]:
    """A bar on standard error until the block ends.

    Args:
        size: Counts the bytes of all inputs.

    Yields:
        What prints a failure above the bar, and what moves it on by so many texts and bytes.
    """
    from rich.console import Console  # noqa: PLC0415 (--help answers faster)
    from rich.progress import BarColumn, Progress, ProgressColumn, TaskProgressColumn, TimeRemainingColumn  # noqa: PLC0415 (the same)
    from rich.text import Text  # noqa: PLC0415 (the same)

    class Rate(ProgressColumn):
        """Articles done, and how many a second."""

        def render(self, task: Task) -> Text:
            done, seconds = task.fields["texts"], task.elapsed or 0.0
            rate = f", {done / seconds:.1f} a second" if seconds else ""
            return Text(f"{done} articles{rate}")

    console = Console(file=sys.stderr)
    columns = (BarColumn(), TaskProgressColumn(), Rate(), TimeRemainingColumn(elapsed_when_finished=True))
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=size() or None, texts=0)
        texts = 0

        def report(failure: Failure) -> None:
            console.print(one_line(str(failure)), markup=False, highlight=False, soft_wrap=True)

        def advance(more: int, bytes_: int) -> None:
            nonlocal texts
            texts += more
            progress.update(task, advance=bytes_, texts=texts)

        yield report, advance
