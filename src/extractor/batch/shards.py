"""The inputs of a batch in shards: what a run remembers as done, and how it knows them again."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from extractor.reading import Failure, Input
from extractor.workers import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Shard = list[Input | Failure]


def shards(inputs: Iterable[Input | Failure]) -> Iterator[Shard]:
    """Runs of inputs, in order."""
    return cut(inputs, lambda item: len(item.text) if isinstance(item, Input) else 0)


class Fingerprint:
    """Tells whether two streams of inputs are the same so far."""

    def __init__(self) -> None:
        self._digest = sha256()

    def add(self, shard: Shard) -> str:
        """Take in a shard; return what stands for all shards so far."""
        for item in shard:
            parts = (
                (item.path, str(item.line), str(item.id), str(item.published), item.text)
                if isinstance(item, Input)
                else (item.path, str(item.line))
            )
            for part in parts:
                data = part.encode("utf-8", "surrogatepass")
                self._digest.update(len(data).to_bytes(8, "big") + data)
        return self._digest.hexdigest()
