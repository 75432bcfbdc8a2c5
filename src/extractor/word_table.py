"""The lemmatizer's tables, loaded at once: spaCy sets each of 200,000 words by itself, a second of work."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import spacy.lookups
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def tables_loaded_fast() -> Iterator[None]:
    """While this lasts, spaCy loads tables as `WordTable`."""
    plain = spacy.lookups.Table
    spacy.lookups.Table = WordTable  # type: ignore[assignment, misc]
    try:
        yield
    finally:
        spacy.lookups.Table = plain  # type: ignore[misc]


class WordTable(dict[int, Any]):
    """Stands for ``spacy.lookups.Table``: keys are hashes; asked by strings or hashes.

    Args:
        name: Name of the table.
        data: Its content, by strings or hashes.
    """

    def __init__(self, name: str | None = None, data: Mapping[str | int, Any] | None = None) -> None:
        super().__init__(data or {})  # type: ignore[arg-type]
        self.name = name
        for key in [key for key in self if not isinstance(key, int)]:
            self[key] = self.pop(key)

    def __setitem__(self, key: str | int, value: Any) -> None:
        """Set what belongs to a string, or to its hash."""
        super().__setitem__(get_string_id(key), value)

    set = __setitem__

    def __getitem__(self, key: str | int) -> Any:
        """What belongs to a string, or to its hash."""
        return super().__getitem__(get_string_id(key))

    def get(self, key: str | int, default: Any = None) -> Any:
        """What belongs to a string, or to its hash, if anything."""
        return super().get(get_string_id(key), default)

    def __contains__(self, key: str | int) -> bool:  # type: ignore[override]
        """Whether anything belongs to a string, or to its hash."""
        return super().__contains__(get_string_id(key))
