"""How a worker process comes to be.

Linux: forked from a server process that has loaded the pipeline and runs one thread. Measured there, a
worker then owns about a third of the memory of one that loads by itself, and begins at once. Elsewhere a
new interpreter loads it: macOS' own libraries do not survive a fork, Windows has none.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from extractor.workers import worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

RULES = "EXTRACTOR_RULES_OF_WORKERS"
"""Environment variable with the rule files that the server process loads, as a JSON list."""
_NURSERY = "extractor.workers.nursery"  # by name: to import it is to load

# Several processes with several threads each would wait for each other; and only one thread can be forked.
_ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)


class Start:
    """Starts worker processes.

    Args:
        rules: Rule files of the pipeline to load before forking; None loads none.

    Attributes:
        forks: Whether workers begin at once, forked.
    """

    def __init__(self, rules: Sequence[str] | None) -> None:
        self.forks = sys.platform == "linux"
        self._context: Any = get_context("forkserver" if self.forks else "spawn")
        if self.forks:
            self._context.set_forkserver_preload([_NURSERY])
            from multiprocessing import forkserver  # noqa: PLC0415 (not on Windows)

            given = {} if rules is None else {RULES: json.dumps(list(rules))}
            with _environment(_ONE_THREAD | given):
                # One that somebody else started stays as it is: then each worker loads by itself.
                forkserver.ensure_running()

    def __call__(self, load: Callable[[], Any]) -> tuple[BaseProcess, Connection]:
        """A new worker and the parent's end of its connection."""
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=worker.serve, args=(theirs, load), daemon=True)
        with _environment(_ONE_THREAD):
            process.start()
        theirs.close()  # so that the worker's death closes the pipe
        return process, ours


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """Environment variables, for as long as a process starts."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
