"""People: one record a person, with the role that the text gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.entities import Entity, mentions
from extractor.assemble.roles import role
from extractor.records import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.text import CleanText


def people(found: Iterable[Entity], source: CleanText) -> tuple[Person, ...]:
    """The people that the article names, in order of first mention.

    Args:
        found: The people of the doc, which is tagged.
        source: The text that the doc was made of.
    """
    return tuple(
        Person(name=e.name, aliases=e.aliases, role=role(e.spans), mentions=mentions(e, source))
        for e in found
    )
