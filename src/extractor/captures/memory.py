"""What is asked of one token again and again, answered once: each frame of a trigger asks the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Asked = TypeVar("Asked", bound="Callable[..., object]")
_ANSWERS = 1024  # of the tokens of a text or two; what is remembered keeps its text in memory


def remembered(function: Asked) -> Asked:
    """Remember the last answers of a function of tokens.

    Args:
        function: Reads tags, tree and sentences, after all of them are written. Whoever calls it must not
            change a list that it gives.
    """
    return cast("Asked", lru_cache(maxsize=_ANSWERS)(function))
