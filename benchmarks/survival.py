"""What a batch survives: ``python -m benchmarks.survival``.

1. The whole batch is killed (``kill -9``, with all its processes) at random moments and continued by
   ``--resume``: the output is that of an uninterrupted run, byte for byte.
2. One worker of two is killed in the middle: nothing is lost or doubled.
3. As many hostile files as good ones: the good ones are done, each other one is reported, the exit code is 1
   and nothing outside the output is written. Root reads all: it gives that right away first (``setpriv``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.growth import texts
from benchmarks.workers import descendants
from extractor.reading import shown

_WORKER = 2
_AS_A_USER = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")


def _batch(*arguments: object, before: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
    """A batch in a process group of its own."""
    command = [*before, sys.executable, "-m", "extractor", "batch", *map(str, arguments)]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)  # noqa: S603 (ours)


def _finished(*arguments: object, before: tuple[str, ...] = ()) -> int:
    return _batch(*arguments, before=before).wait()


def _lines(count: int, folder: Path) -> Path:
    source = folder / "articles.jsonl"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(i), "text": it}) + "\n" for i, it in enumerate(texts(count)))
    return source


def kill_all(folder: Path, count: int, kills: int) -> str:
    """Kill the whole batch again and again; whether its output is the same in the end."""
    source, peace, out = _lines(count, folder), folder / "peace.jsonl", folder / "killed.jsonl"
    start = time.monotonic()
    if _finished(source, "-o", peace, "--jobs", 2):
        return "an uninterrupted run failed"
    lasts = time.monotonic() - start
    draw, killed = random.Random(1), 0  # noqa: S311 (no secret)
    while killed < kills:
        run = _batch(source, "-o", out, "--jobs", 2, "--resume")
        try:
            code = run.wait(draw.uniform(0, lasts))
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
            killed += 1
        else:
            if code:
                return f"after {killed} kills: exit code {code}"
            out.unlink()  # done before it could be killed: once more from the start
    code = _finished(source, "-o", out, "--jobs", 2, "--resume")
    same = out.read_bytes() == peace.read_bytes()
    return f"{killed} kills: exit code {code}, output {'the same' if same else 'NOT the same'}"


def kill_one(folder: Path, count: int) -> str:
    """Kill one worker in the middle; what is lost, doubled or reported."""
    source, out = _lines(count, folder), folder / "one.jsonl"
    run = _batch(source, "-o", out, "--jobs", 2)
    workers: list[int] = []
    while not workers and run.poll() is None:
        time.sleep(0.2)
        busy = any(folder.glob("*/journal.jsonl")) and any(
            path.stat().st_size for path in folder.glob("*/journal.jsonl")
        )
        workers = [pid for pid, depth in descendants(run.pid).items() if depth == _WORKER] if busy else []
    if workers:
        os.kill(workers[0], signal.SIGKILL)
    code = run.wait()
    ids = [row["id"] for row in _rows(out)]
    kept = ids == [str(i) for i in range(count)]
    return (
        f"a worker {'' if workers else 'NOT '}killed: exit code {code}, {len(ids)} of {count} articles, "
        + ("all in order" if kept else "NOT all, or not in order")
    )


def _hostile(folder: Path, i: int) -> Path:
    """One of the inputs that no article is."""
    text, zipped, lines = (folder / f"{i}{ending}" for ending in (".txt", ".txt.gz", ".jsonl"))
    new_line = folder / f"{i}\n.txt"
    kinds = (
        (text, lambda: text.write_bytes(b"")),
        (text, lambda: text.write_bytes(b" \r\n\t\n")),
        (text, lambda: text.write_bytes(bytes(range(256)) * 40)),
        (text, lambda: text.write_bytes(b"\xff\xfe" + b"\x00\xd8" * 99 + b"\x41")),
        (text, lambda: text.symlink_to(f"{i}.txt")),
        (text, lambda: text.write_text("Il pleut.") and text.chmod(0)),
        (zipped, lambda: zipped.write_bytes(gzip.compress(b"Il pleut." * 999)[:-20])),
        (lines, lambda: lines.write_bytes(b"[" * 99_999 + b"\n")),
        (lines, lambda: lines.write_bytes(b'{"text": "Il pleut\n')),
        (lines, lambda: lines.write_bytes(b'{"text": 3}\n')),
        (new_line, lambda: new_line.write_bytes(b"{" * 6_000_000)),
    )
    path, make = kinds[i % len(kinds)]
    make()
    return path


def hostile(folder: Path, count: int) -> str:
    """As many hostile files as good ones; what became of each."""
    inputs = folder / "inputs"
    inputs.mkdir()
    bad = set()
    for i, text in enumerate(texts(count)):
        (inputs / f"good{i:05}.txt").write_text(text, encoding="utf-8")
        bad.add(shown(_hostile(inputs, i)))
    before = {path for path in folder.rglob("*") if not path.is_symlink()}
    code = _finished(
        inputs,
        *sorted(inputs.glob("*.jsonl")),
        "-o",
        folder / "out.jsonl",
        "--jobs",
        2,
        before=_AS_A_USER if os.geteuid() == 0 and shutil.which(_AS_A_USER[0]) else (),
    )
    after = {path for path in folder.rglob("*") if not path.is_symlink()} - before
    ids = [row["id"] for row in _rows(folder / "out.jsonl")]
    good = sum(name.startswith("good") for name in ids)
    reported = {row["path"] for row in _rows(folder / "out.jsonl.errors.jsonl")}
    return (
        f"{count} hostile files: exit code {code}, {good} of {count} good ones done, {len(ids) - good} of "
        f"the others read, {len(bad & reported)} reported, and {len(reported - bad)} good ones; "
        f"written: {', '.join(sorted(path.name for path in after))}"
    )


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print one line for each trial."""
    options = argparse.ArgumentParser(description="Kills and hostile inputs.")
    options.add_argument("--articles", type=int, default=1000, help="good ones (default: %(default)s)")
    options.add_argument("--kills", type=int, default=20, help="kills of the whole (default: %(default)s)")
    trials = {
        "all": lambda folder: kill_all(folder, asked.articles, asked.kills),
        "one": lambda folder: kill_one(folder, asked.articles),
        "hostile": lambda folder: hostile(folder, asked.articles),
    }
    options.add_argument("--trials", nargs="+", choices=trials, default=trials, help="(default: all)")
    asked = options.parse_args()
    for trial in (trials[name] for name in asked.trials):
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.write(trial(Path(folder)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
