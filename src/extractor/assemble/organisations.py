"""Organisations: one record an organisation, with its kind from the tables and patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extractor.assemble.entities import Entity, mentions
from extractor.naming.forms import is_acronym, low
from extractor.naming.knowledge import look_up
from extractor.naming.patterns import organisations as patterned
from extractor.naming.rules import word_list
from extractor.records import Organisation, OrganisationKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.text import CleanText


def kind(entity: Entity) -> OrganisationKind:
    """What the tables or the pattern of the name say; of an acronym only where nothing spells it out."""
    spelt_out = [form for form in entity.forms if not is_acronym(form)]
    for form in spelt_out or entity.forms:
        known = look_up(form)
        if known is not None and known.label == "ORG":
            return cast("OrganisationKind", known.kind)
        found = patterned(form)
        if found and found[0].end - found[0].start == len(form):
            return cast("OrganisationKind", found[0].kind)
        if low(form).rpartition(" ")[2] in word_list("organisations", "endings"):
            return "company"
    return "other"


def organisations(found: Iterable[Entity], source: CleanText) -> tuple[Organisation, ...]:
    """The organisations that the article names, in order of first mention.

    Args:
        found: The organisations of the doc.
        source: The text that the doc was made of.
    """
    return tuple(
        Organisation(name=e.name, aliases=e.aliases, kind=kind(e), mentions=mentions(e, source))
        for e in found
    )
