"""Benchmarks, one command each, on corpora that they write themselves; with one thread, as workers have."""

import os

for _library in ("OMP", "OPENBLAS", "BLIS", "MKL"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")  # read when NumPy is imported
