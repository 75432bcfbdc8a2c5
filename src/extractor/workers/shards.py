"""A stream cut into shards: what one worker reads at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")

# Two of the pipeline's batches: so that no worker waits long for the last one, and a kill costs little.
_ITEMS = 128
_CHARACTERS = 50_000


def cut(items: Iterable[Item], characters: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Runs of items, in order. The same items are always cut at the same places.

    Args:
        items: What workers read.
        characters: How long the text of an item is.
    """
    shard: list[Item] = []
    total = 0
    for item in items:
        shard.append(item)
        total += characters(item)
        if len(shard) == _ITEMS or total >= _CHARACTERS:
            yield shard
            shard, total = [], 0
    if shard:
        yield shard
