"""Kills a batch before each change of the file system and after each shard, and goes on until it is done.

Prints how many times it was killed; fails where the output then differs from that of a run in peace.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import batch_fakes
from extractor import batch
from extractor.batch import driver

CHANGES = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.link"}


class Countdown:
    """Ends the process, as a power cut would, at the nth of some moments."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def run(out: Path, *, resume: bool, change: int = 0, shard: int = 0) -> bool:
    """A run in a process of its own, killed before a change or after a shard; whether it was killed."""
    child = os.fork()
    if child == 0:
        before = Countdown(change)
        sys.addaudithook(lambda event, _: before() if event in CHANGES else None)
        try:
            batch.run(
                batch_fakes.MANY,
                out,
                load=batch_fakes.load,
                configuration={},
                report=lambda _: None,
                advance=Countdown(shard),
                resume=resume,
            )
        except BaseException as error:  # noqa: BLE001 (the child must not return)
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in (0, -signal.SIGKILL):
        sys.exit(f"exit code {status} of a run killed at change {change}, shard {shard}")
    return status != 0


def main() -> None:
    """Kill at the nth change alone; then at every nth change again and again."""
    driver.Workers = batch_fakes.Here  # type: ignore[misc, assignment]
    out = Path(sys.argv[1])
    run(out, resume=False)
    expected = [path.read_bytes() for path in batch.files_of(out)]
    killed = 0

    def finish() -> None:
        run(out, resume=True)
        assert [path.read_bytes() for path in batch.files_of(out)] == expected

    change = 1
    while run(out, resume=False, change=change):
        killed += 1
        finish()
        change += 1
    for shard in range(1, 9):
        killed += run(out, resume=False, shard=shard)
        killed += run(out, resume=True, change=shard)
        killed += run(out, resume=True, shard=1)
        finish()
    sys.stdout.write(f"{killed}\n")


main()
