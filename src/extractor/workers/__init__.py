"""Worker processes that load once, are replaced when they die, and share the memory of the model on Linux."""

from __future__ import annotations

from extractor.workers.pool import Lost, Workers
from extractor.workers.shards import cut

__all__ = ["Lost", "Workers", "cut"]
