"""Whether memory grows with the words that were met: ``python -m benchmarks.growth``.

Runs ``extractor batch`` with one worker over short articles full of words that nobody has seen before, and
prints the greatest memory that the worker owned up to a tenth of them and up to the last (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.workers import descendants, owned

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 1.05
_WORKER = 2  # processes below the driver: the server that forks, then the workers
_SYLLABLES = "ba co du fé gui la mo nu pé ri sa tou va zé bran clé dron fir gal mir"


def texts(count: int, seed: int = 0) -> Iterator[str]:
    """Articles of two sentences with seven new words each."""
    draw = random.Random(seed)  # noqa: S311 (no secret)

    def new() -> str:
        return "".join(draw.choices(_SYLLABLES.split(), k=5))

    for _ in range(count):
        a, b, c, d, e, f, g = (new() for _ in range(7))
        yield (
            f"Les {a}s de {b.title()}-{c.title()} ont {d}é la {e} lundi, a dit {f.title()} {g.title()}. "
            f"Selon {b.title()}, {draw.randint(2, 900)} {a}s attendent."
        )


def peaks(source: Path, out: Path, count: int) -> tuple[float, float]:
    """Megabytes that the worker owned at most while it read the first tenth, and in all."""
    command = [sys.executable, "-m", "extractor", "batch", str(source), "-o", str(out)]
    first = last = 0.0
    with subprocess.Popen(command) as driver:  # noqa: S603 (ours)
        while driver.poll() is None:
            here = [owned(pid) for pid, depth in descendants(driver.pid).items() if depth == _WORKER]
            last = max([last, *here])
            if _written(out.parent) <= count // 10:
                first = last
            time.sleep(2)
    return first, last


def _written(folder: Path) -> int:
    """Articles that the unfinished run in a folder has written so far."""
    for journal in folder.glob("*/journal.jsonl"):
        lines = journal.read_text(encoding="utf-8").splitlines()[:-1]  # the last may be half written
        return int(json.loads(lines[-1])["done"]) if lines else 0
    return 0


def main() -> None:
    """Print one line."""
    options = argparse.ArgumentParser(description="Memory over many articles of new words.")
    options.add_argument("--articles", type=int, default=200_000, help="in all (default: %(default)s)")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "articles.jsonl"), Path(folder, "out.jsonl")
        with source.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"text": text}) + "\n" for text in texts(asked.articles))
        start = time.monotonic()
        first, last = peaks(source, out, asked.articles)
        sys.stdout.write(
            f"{asked.articles} articles in {time.monotonic() - start:.0f} s: MB owned up to a tenth "
            f"{first:.0f}, in all {last:.0f}, ratio {last / first:.2f} (to reach {_REACH}; "
            f"load {os.getloadavg()[0]:.1f})\n"
        )


if __name__ == "__main__":
    main()
