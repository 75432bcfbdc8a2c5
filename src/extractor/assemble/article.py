"""From an annotated Doc to the records of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.dates import dates, read
from extractor.assemble.entities import canonical, entities
from extractor.assemble.events import events
from extractor.assemble.organisations import organisations
from extractor.assemble.people import people
from extractor.assemble.place_kinds import has_article
from extractor.assemble.places import places
from extractor.assemble.publication import publication
from extractor.assemble.quantities import quantities
from extractor.assemble.references import References
from extractor.assemble.rejected import rejected
from extractor.records import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.records import Place
    from extractor.text import CleanText


def assemble(
    doc: Doc,
    source: CleanText,
    *,
    id: str | None = None,  # noqa: A002 (the contract's name)
    published: str | None = None,
    with_rejected: bool = False,
) -> Article:
    """Interpret what the components found.

    Args:
        doc: The text after all components.
        source: The same text as given; ``source.text`` is ``doc.text``.
        id: Identifier to keep in the record.
        published: Publication date (EDTF), where the caller knows it.
        with_rejected: Also tell what looked like an event and was turned down.

    Raises:
        PublishedError: ``published`` is no EDTF day, month or year.
    """
    day, day_from, warnings = publication(doc, published)
    read_dates = read(doc, day)
    date_records, date_warnings = dates(read_dates, source, day)
    named = {label: entities(doc, label) for label in ("PER", "LOC", "ORG")}
    place_records = places(doc, named["LOC"], source)
    names = canonical(entity for found in named.values() for entity in found)
    countries = {place.name: place.country for place in place_records if place.country}
    references = References(doc, _settlements(doc, source, place_records), names, countries)
    event_records = events(doc, source, references, read_dates.by_offset, day)
    return Article(
        id=id,
        published=day.edtf() if day else None,
        published_from=day_from,
        people=people(named["PER"], source),
        places=place_records,
        organisations=organisations(named["ORG"], source),
        quantities=quantities(doc, source),
        dates=date_records,
        events=event_records,
        warnings=warnings + date_warnings,
        text=source.original,
        rejected=rejected(doc, source, event_records) if with_rejected else None,
    )


def _settlements(doc: Doc, source: CleanText, records: tuple[Place, ...]) -> dict[int, str]:
    """Start token of each mention of a settlement, or of a bare name that may be one, with its name.

    Left out is the town of a dateline: one only writes there.
    """
    starts = {
        mention.start: place
        for place in records
        if place.kind in ("settlement", None)
        for mention in place.mentions
    }
    datelines = [block for block in doc.spans.get("structure", ()) if block.label_ == "dateline"]
    found = {}
    for entity in doc.ents:
        if any(block.start <= entity.start < block.end for block in datelines):
            continue
        start, _ = source.given(entity.start_char, entity.end_char)
        if start in starts and (starts[start].kind or not has_article(entity)):
            found[entity.start] = starts[start].name
    return found
