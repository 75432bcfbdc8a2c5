"""The parent's side: hands shards of items to workers, gives their results in order, replaces the dead.

Made for readers that may crash: a shard whose worker died or was too slow goes on item by item, so that at
most one item is lost. ``ProcessPoolExecutor`` cannot tell which one a dead worker held, and stops them all.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from extractor.errors import WorkerError
from extractor.workers.start import Start
from extractor.workers.worker import Raised, Ready

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.process import BaseProcess
    from types import TracebackType

Item = TypeVar("Item")
Result = TypeVar("Result")

# Shards that may be begun before the oldest is done: one slow article must not stop the other workers.
_AHEAD = 8
_STILLBORN = 3
# What a worker keeps of the words that it met grows; where it is forked, a new one costs a tenth of a second.
_SERVED = 25


@dataclass(frozen=True, slots=True)
class Lost:
    """In the place of the result of an item that killed its worker or took too long.

    Attributes:
        reason: What happened, in plain words.
    """

    reason: str


@dataclass(slots=True, eq=False)
class _Shard(Generic[Item, Result]):
    items: Sequence[Item]
    results: list[Result | Lost] = field(default_factory=list)
    one_by_one: bool = False

    @property
    def done(self) -> bool:
        return len(self.results) == len(self.items)

    def piece(self) -> Sequence[Item]:
        start = len(self.results)
        return self.items[start : start + 1] if self.one_by_one else self.items[start:]


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    ready: bool = False
    shard: _Shard[Any, Any] | None = None
    until: int = 0
    heard: float = 0.0
    served: int = 0

    def give(self, shard: _Shard[Any, Any]) -> None:
        piece = shard.piece()
        self.shard, self.until = shard, len(shard.results) + len(piece)
        self.heard = time.monotonic()
        self.connection.send(piece)


class Workers(Generic[Item, Result]):
    """Processes that read shards of items.

    Args:
        load: Runs once in each worker and gives its reader: from a sequence of items to one result each, in
            order. It is pickled: a function of a module, or a ``partial`` of one.
        jobs: How many processes there are at most.
        time_limit: Seconds that one item may take; None for no limit.
        rules: Rule files of the pipeline that all workers need, to be loaded before they are forked; None
            where they need none.
    """

    def __init__(
        self,
        load: Callable[[], Callable[[Sequence[Item]], Iterator[Result]]],
        jobs: int,
        *,
        time_limit: float | None = None,
        rules: Sequence[str] | None = None,
    ) -> None:
        self._load = load
        self._jobs = jobs
        self._time_limit = time_limit
        self._start = Start(rules)
        self._workers: list[_Worker] = []
        self._queue: deque[_Shard[Item, Result]] = deque()
        self._stillborn = 0

    def __enter__(self) -> Workers[Item, Result]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.process.kill()
        while self._workers:
            _bury(self._workers.pop())

    def map(self, shards: Iterable[Sequence[Item]]) -> Iterator[list[Result | Lost]]:
        """The results of each shard, in the order of the shards, one for each item.

        Shards are taken as they are needed, a few ahead.

        Raises:
            ExtractorError: What a worker met as it loaded.
            WorkerError: Workers die before they can begin.
            Exception: What a reader raised that is not about one item.
        """
        coming, begun = iter(shards), deque[_Shard[Item, Result]]()
        more = True
        while True:
            while more and len(self._queue) < self._wanted() and len(begun) < _AHEAD * self._jobs:
                items = next(coming, None)
                if items is None:
                    more = False
                    continue
                begun.append(_Shard(items))
                if items:  # a worker would have nothing to answer
                    self._queue.append(begun[-1])
                    self._assign()
            while begun and begun[0].done:
                yield begun.popleft().results
            if not begun and not more:
                return
            if begun:
                self._hear()
                self._assign()

    def _wanted(self) -> int:
        """Shards to have at hand: one for each worker that waits for its first, and one for the next free."""
        return max(1, self._jobs - sum(worker.shard is not None for worker in self._workers))

    def _assign(self) -> None:
        for worker in list(self._workers):
            if not self._queue:
                return
            if worker.ready and worker.shard is None:
                self._give(worker, self._queue.popleft())
        loading = sum(not worker.ready for worker in self._workers)
        while loading < len(self._queue) and len(self._workers) < self._jobs:
            process, connection = self._start(self._load)
            self._workers.append(_Worker(process, connection))
            loading += 1

    def _give(self, worker: _Worker, shard: _Shard[Item, Result]) -> None:
        try:
            worker.give(shard)
        except OSError:
            self._lose(worker, None)

    def _hear(self) -> None:
        """Wait for messages of workers, and act on them."""
        ready = wait([worker.connection for worker in self._workers], self._patience())
        for worker in [it for it in self._workers if it.connection in ready]:
            self._listen(worker)
        for worker in [it for it in self._workers if self._overdue(it)]:
            self._lose(worker, f"it took longer than {self._time_limit:g} seconds")

    def _patience(self) -> float | None:
        busy = [worker.heard for worker in self._workers if worker.shard is not None]
        if self._time_limit is None or not busy:
            return None
        return max(0.0, min(busy) + self._time_limit - time.monotonic())

    def _overdue(self, worker: _Worker) -> bool:
        return (
            self._time_limit is not None
            and worker.shard is not None
            and time.monotonic() - worker.heard > self._time_limit
            and not worker.connection.poll()
        )

    def _listen(self, worker: _Worker) -> None:
        try:
            while True:
                self._take(worker, worker.connection.recv())
                if worker not in self._workers or not worker.connection.poll():
                    return
        except (EOFError, OSError):
            self._lose(worker, None)

    def _take(self, worker: _Worker, message: object) -> None:
        if isinstance(message, Raised):
            raise message.error
        if isinstance(message, Ready):
            worker.ready, self._stillborn = True, 0
            return
        shard = worker.shard
        if shard is None:
            raise WorkerError("a worker gave more results than it had items")
        shard.results.append(message)
        worker.heard = time.monotonic()
        if len(shard.results) == worker.until:
            worker.shard = None
            if not shard.done:
                self._give(worker, shard)
            else:
                self._renew(worker)

    def _renew(self, worker: _Worker) -> None:
        """Let a worker go that has read much: a new one begins with the next shard."""
        worker.served += 1
        if self._start.forks and worker.served == _SERVED:
            self._workers.remove(worker)
            worker.process.kill()
            _bury(worker)

    def _lose(self, worker: _Worker, too_slow: str | None) -> None:
        """A worker is gone, or goes: what it had in hand is tried once more alone, then given up."""
        self._workers.remove(worker)
        worker.process.kill()
        code = _bury(worker)
        shard = worker.shard
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn == _STILLBORN:
                raise WorkerError(f"worker processes die while they load ({_death(code)})")
        if shard is None:
            return
        was_alone = worker.until - len(shard.results) == 1
        if shard.one_by_one or (too_slow is not None and was_alone):
            shard.results.append(Lost(too_slow or f"its worker process died twice ({_death(code)})"))
        shard.one_by_one = True
        if not shard.done:
            self._queue.appendleft(shard)


def _bury(worker: _Worker) -> int | None:
    worker.connection.close()
    worker.process.join()
    code = worker.process.exitcode
    worker.process.close()
    return code


def _death(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
