"""Whether a text is about armed conflict, or about elections, sport or business in its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.lexicon import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

_DOMAINS = "captures/domains.toml"


def is_civil(forms: Iterable[str]) -> bool:
    """True where words of civil life outnumber those of armed conflict.

    Args:
        forms: Words of the text, in lower case.
    """
    domains = tables(_DOMAINS)
    civil, conflict = frozenset(domains["civil"]), frozenset(domains["conflict"])
    balance = 0
    for form in forms:
        balance += (form in civil) - (form in conflict)
    return balance > 0
