"""Whether a text is about armed conflict, or about elections, sport or business in its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.vocabulary import actor_side
from extractor.lexicon import tables
from extractor.naming.knowledge import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable

_DOMAINS = "captures/domains.toml"


def is_armed(name: str) -> bool:
    """True for the name of an armed group or an army.

    Args:
        name: Name of an organisation.
    """
    known = look_up(name)
    return known is not None and known.kind in ("armed_group", "military")


def is_conflict(forms: Iterable[str], armed: int = 0) -> bool:
    """True where the text speaks of armed conflict, and of it more than of civil life.

    Args:
        forms: Words of the text, in lower case.
        armed: How often it names armed groups and armies.
    """
    domains = tables(_DOMAINS)
    civil, conflict = frozenset(domains["civil"]), frozenset(domains["conflict"])
    balance = armed
    for form in forms:
        fights = form in conflict or actor_side(form) in ("insurgent", "state")
        armed += fights
        balance += fights - (form in civil)
    return armed > 0 and balance >= 0
