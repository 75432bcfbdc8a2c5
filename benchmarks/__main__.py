"""All benchmarks, one after the other: ``python -m benchmarks``; each has options of its own, by its name."""

from __future__ import annotations

from benchmarks import growth, speed, startup, survival, workers

for _benchmark in (startup, speed, workers, survival, growth):
    _benchmark.main()
