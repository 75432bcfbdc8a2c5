"""Worker processes that load once, are replaced when they die, and share the memory of the model on Linux."""

from __future__ import annotations

from extractor.workers.pool import Lost, Workers

__all__ = ["Lost", "Workers"]
