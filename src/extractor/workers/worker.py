"""What runs in a worker process: it loads once, then reads one piece after the other until its parent goes.

A worker tells its results one by one, so that its parent knows at any moment which item is in hand.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.errors import ExtractorError, WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded."""


@dataclass(frozen=True, slots=True)
class Raised:
    """The worker cannot load, or its reader raised what no item explains."""

    error: Exception


def serve(connection: Connection, load: Callable[[], Callable[[Sequence[Any]], Iterator[Any]]]) -> None:
    """Load, then answer each sequence of items with as many messages, one an item.

    Args:
        connection: Gives sequences of items, takes :class:`Ready`, results, and :class:`Raised`.
        load: Gives the reader: one result for each item, in order.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides, and takes its workers with it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        read = load()
    except ExtractorError as error:
        connection.send(Raised(error))
        return
    connection.send(Ready())
    while True:
        try:
            items = connection.recv()
        except (EOFError, OSError):
            return
        try:
            for _, result in zip(items, read(items), strict=True):
                connection.send(result)
        except Exception as error:  # noqa: BLE001 (the parent raises it)
            connection.send(Raised(_portable(error)))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # also where it was killed: the system closes its end
        os._exit(1)


def _portable(error: Exception) -> Exception:
    """The error, if it survives the way to another process."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 (written one call before)
    except Exception:  # noqa: BLE001 (whatever hinders it)
        return WorkerError(f"{type(error).__name__}: {error}")
    return error
