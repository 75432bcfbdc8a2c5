"""Places: one record a place, with its kind and country where they are known without doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.entities import Entity, mentions
from extractor.assemble.locations import Location, locate
from extractor.assemble.named_countries import evidence, told
from extractor.assemble.place_kinds import kinds, with_article
from extractor.naming.knowledge import look_up
from extractor.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.assemble.named_countries import Evidence
    from extractor.records import PlaceKind
    from extractor.text import CleanText


def _told_country(entity: Entity) -> str | None:
    """«la province de X, dans le sud de l'Afghanistan»."""
    codes = told(entity.spans)
    return next(iter(codes)) if len(codes) == 1 else None


def _from_tables(entity: Entity, sort: PlaceKind | None, found: Evidence) -> Location:
    """The country of a place that is no settlement, by the tables or the words right behind it."""
    known = look_up(entity.name)
    if known is None or known.label != "LOC" or known.kind != sort:
        return Location(_told_country(entity) if sort in ("region", "site") else None)
    return Location(found.country_meant(entity.name, known))


def places(doc: Doc, found: list[Entity], source: CleanText) -> tuple[Place, ...]:
    """The places that the article names, in order of first mention.

    Args:
        doc: With ``doc.ents`` of ``extractor_names``, tagged and parsed.
        found: Its places.
        source: The text that the doc was made of.

    Raises:
        DataFileError: The gazetteer's file is missing or damaged.
    """
    named = evidence(doc)
    sorts = kinds(doc, found, named)
    towns = [e for e, sort in zip(found, sorts, strict=True) if sort == "settlement"]
    located = iter(locate([(e, (e.name, *with_article(e), *e.aliases)) for e in towns], named))
    return tuple(
        _place(
            entity, sort, next(located) if sort == "settlement" else _from_tables(entity, sort, named), source
        )
        for entity, sort in zip(found, sorts, strict=True)
    )


def _place(entity: Entity, sort: PlaceKind | None, location: Location, source: CleanText) -> Place:
    return Place(
        name=entity.name,
        aliases=entity.aliases,
        kind=sort,
        country=location.country,
        latitude=location.latitude,
        longitude=location.longitude,
        mentions=mentions(entity, source),
    )
