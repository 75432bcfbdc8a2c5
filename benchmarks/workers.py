"""What the second and every further worker of a batch costs and gives: ``python -m benchmarks.workers``.

Runs ``extractor batch`` over articles that it writes itself, with one worker and with more. Prints the words
a second, the CPU seconds of all processes, and the greatest memory that each process owned at one time
(Linux: ``Private_*`` of ``smaps_rollup``, what no other process shares). Start-up counts: with few words it
is most of it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import extractor
from benchmarks.corpus import Corpus

if TYPE_CHECKING:
    from extractor.components.captures import Captures

_GAZETTEER = Path(extractor.__file__).parent / "data" / "gazetteer.sqlite"


def articles(words: int, share: float) -> list[str]:
    """Articles of so many words in all, with a trigger in that share of their sentences."""
    nlp = extractor.load()
    captures = cast("Captures", nlp.get_pipe("extractor_captures"))
    return Corpus(nlp, captures.forms, _GAZETTEER).articles(words, share)


def write_corpus(path: Path, words: int, share: float) -> int:
    """Write articles as JSON Lines; return their words."""
    texts = articles(words, share)
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return sum(len(text.split()) for text in texts)


def owned(pid: int) -> float:
    """Megabytes that a process shares with no other; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def descendants(pid: int) -> dict[int, int]:
    """All processes below one, with their depth."""
    found = {pid: 0}
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            parents[int(folder.name)] = int(stat.rsplit(")", 1)[1].split()[1])
    while more := {child for child, parent in parents.items() if parent in found and child not in found}:
        found |= {child: found[parents[child]] + 1 for child in more}
    return found


def cpu(pid: int) -> float:
    """CPU seconds of a process; 0 where it is gone."""
    try:
        fields = (
            Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
        )
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(source: Path, jobs: int, out: Path) -> tuple[float, float, dict[int, list[float]]]:
    """One batch: wall seconds, CPU seconds, and by depth the greatest memory of each process there."""
    start = time.monotonic()
    command = [sys.executable, "-m", "extractor", "batch", str(source), "-o", str(out), "--jobs", str(jobs)]
    peak: dict[tuple[int, int], float] = {}
    seconds: dict[int, float] = {}
    with subprocess.Popen(command) as driver:  # noqa: S603 (ours)
        while driver.poll() is None:
            for pid, depth in descendants(driver.pid).items():
                peak[depth, pid] = max(peak.get((depth, pid), 0), owned(pid))
                seconds[pid] = max(seconds.get(pid, 0), cpu(pid))
            time.sleep(1)  # to look takes 30 ms of a processor that a worker could have
    wall = time.monotonic() - start
    depths = {depth: sorted(peak[key] for key in peak if key[0] == depth) for depth, _ in sorted(peak)}
    return wall, sum(seconds.values()), depths


def main() -> None:
    """Print one line a number of workers."""
    options = argparse.ArgumentParser(description="Batches with one worker and with more.")
    options.add_argument("--words", type=int, default=60_000, help="words in all (default: %(default)s)")
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="workers (default: 1 2)")
    options.add_argument("--share", type=float, default=0.1, help="sentences with a trigger (default: 0.1)")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "articles.jsonl"), Path(folder, "out.jsonl")
        words = write_corpus(source, asked.words, asked.share)
        for jobs in asked.jobs:
            wall, seconds, depths = run(source, jobs, out)
            memory = "; ".join(
                f"{name} {', '.join(f'{mb:.0f}' for mb in depths.get(depth, []))}"
                for depth, name in ((0, "driver"), (1, "server"), (2, "workers"))
            )
            sys.stdout.write(
                f"{jobs} at work: {words / wall:.0f} words/s, {wall:.1f} s, CPU {seconds:.1f} s; "
                f"MB owned: {memory} (load {os.getloadavg()[0]:.1f})\n"
            )


if __name__ == "__main__":
    main()
