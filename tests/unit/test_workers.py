"""Worker processes: order, death, slowness, errors. The readers are functions of this module."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.errors import ModelError, WorkerError
from extractor.workers import Lost, Workers, cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Read = Callable[[Sequence[str]], Iterator[str]]


def read(items: Sequence[str]) -> Iterator[str]:
    for item in items:
        if item == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if item == "exit":
            os._exit(3)
        if item == "sleep":
            time.sleep(60)
        if item == "once" and not Path("been").exists():
            Path("been").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if item == "raise":
            raise ValueError("no sense in it")
        if item == "forget":
            continue
        yield str(os.getpid()) if item == "pid" else item.upper()


def load() -> Read:
    return read


def load_nothing() -> Read:
    raise ModelError("no model")


def load_and_die() -> Read:
    os._exit(9)


def results(
    shards: Iterable[Sequence[str]],
    *,
    load: Callable[[], Read] = load,
    jobs: int = 2,
    time_limit: float | None = None,
) -> list[list[str | Lost]]:
    with Workers[str, str](load, jobs, time_limit=time_limit) as workers:
        return list(workers.map(shards))


def test_one_result_an_item_in_order() -> None:
    shards = [[f"{n}{c}" for c in "abc"] for n in range(20)]
    assert results(shards) == [[item.upper() for item in shard] for shard in shards]


def test_nothing_to_read() -> None:
    assert results([]) == []
    assert results([[], ["a"], []]) == [[], ["A"], []]
    assert results([[]] * 40 + [["a"]] + [[]] * 40) == [[]] * 40 + [["A"]] + [[]] * 40


def test_workers_are_as_many_as_asked_for_and_other_processes() -> None:
    pids = {pid for (pid,) in results([["pid"]] * 20)}
    assert len(pids) <= 2
    assert str(os.getpid()) not in pids


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a new worker takes seconds")
def test_a_worker_that_has_read_much_is_replaced() -> None:
    pids = [pid for (pid,) in results([["pid"]] * 100, jobs=1)]
    assert [len(list(run)) for _, run in groupby(pids)] == [25, 25, 25, 25]
    assert len(set(pids)) == 4


def test_an_item_that_kills_its_worker_is_tried_again_alone_and_then_given_up() -> None:
    shards = [["a", "die", "b"], ["c"], ["exit"], ["d", "e"]]
    assert results(shards) == [
        ["A", Lost("its worker process died twice (signal 9)"), "B"],
        ["C"],
        [Lost("its worker process died twice (exit code 3)")],
        ["D", "E"],
    ]


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert results([["a", "once", "b"], ["c"]]) == [["A", "ONCE", "B"], ["C"]]


def test_an_item_that_takes_too_long_is_given_up() -> None:
    start = time.monotonic()
    slow = Lost("it took longer than 1 seconds")
    assert results([["a", "sleep", "b"], ["sleep"], ["c"]], time_limit=1) == [["A", slow, "B"], [slow], ["C"]]
    assert time.monotonic() - start < 15


def test_a_reader_that_raises_stops_all() -> None:
    with pytest.raises(ValueError, match="no sense in it"):
        results([["a"], ["raise"], ["b"]])


def test_a_reader_that_forgets_an_item_stops_all() -> None:
    with pytest.raises(ValueError, match="zip"):
        results([["a", "forget"]])


def test_workers_that_cannot_load() -> None:
    with pytest.raises(ModelError, match="no model"):
        results([["a"]], load=load_nothing)
    with pytest.raises(WorkerError, match=r"worker processes die while they load \(exit code 9\)"):
        results([["a"]], load=load_and_die)


def test_shards_are_taken_as_they_are_needed() -> None:
    taken = 0

    def shards() -> Iterator[list[str]]:
        nonlocal taken
        for taken in range(1, 1000):  # noqa: B007 (counted)
            yield ["a"]

    with Workers[str, str](load, 1) as workers:
        for done, _ in enumerate(workers.map(shards()), start=1):
            assert taken - done <= 8
            if done == 30:
                break


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    script = tmp_path / "driver.py"
    script.write_text(
        "from test_workers import load\n"
        "from extractor.workers import Workers\n"
        "if __name__ == '__main__':\n"
        "    with Workers(load, 2) as workers:\n"
        "        shards = ([word] for word in ['pid', 'pid', *['sleep'] * 9])\n"
        "        for (pid,) in workers.map(shards): print(pid, flush=True)\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment) as driver:  # noqa: S603 (ours)
        assert driver.stdout
        pids = {int(driver.stdout.readline()) for _ in range(2)}
        driver.kill()
    waited = time.monotonic()
    while any(_lives(pid) for pid in pids):
        assert time.monotonic() - waited < 10
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")  # a zombie that nobody waits for is dead
    return not stat.exists() or stat.read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"


def test_cut_bounds_shards_both_ways() -> None:
    cut_ = partial(cut, characters=len)
    assert [len(shard) for shard in cut_(["a"] * 300)] == [128, 128, 44]
    assert [len(shard) for shard in cut_(["b" * 20_000] * 5)] == [3, 2]
    assert list(cut_([])) == []
