"""The stream of inputs cut into shards: what one worker reads at a time, and what a run remembers as done."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from extractor.reading import Failure, Input

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Long enough for the matrix products of the pipeline, short enough for memory and for what a kill costs.
_TEXTS = 128
_CHARACTERS = 200_000

Shard = list[Input | Failure]


def shards(inputs: Iterable[Input | Failure]) -> Iterator[Shard]:
    """Runs of inputs, in order. The same inputs are always cut at the same places."""
    shard: Shard = []
    characters = 0
    for item in inputs:
        shard.append(item)
        characters += len(item.text) if isinstance(item, Input) else 0
        if len(shard) == _TEXTS or characters >= _CHARACTERS:
            yield shard
            shard, characters = [], 0
    if shard:
        yield shard


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
