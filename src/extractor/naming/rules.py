"""The word lists of ``names.toml``, ready for comparison: plain and in lower case. Pure."""

from __future__ import annotations

from functools import cache

from extractor.lexicon import tables
from extractor.naming.forms import key, plain


@cache
def word_list(table: str, name: str) -> frozenset[str]:
    """The words of one list, plain and in lower case.

    Args:
        table: Table of ``names.toml``, such as ``places``.
        name: List in that table, such as ``settlement``.
    """
    return frozenset(plain(word).lower() for word in tables("names.toml")[table][name])


@cache
def key_list(table: str, name: str) -> frozenset[str]:
    """The names of one list by their ``forms.key``."""
    return frozenset(key(word) for word in tables("names.toml")[table][name])


@cache
def phrases(table: str, name: str) -> frozenset[tuple[str, ...]]:
    """The entries of one list cut into words, as they stand before a name: «près de» → («pres», «de»)."""
    return frozenset(tuple(entry.replace("'", "' ").split()) for entry in word_list(table, name))
