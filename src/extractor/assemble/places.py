"""Places: one record a place, with its kind and country where they are known without doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.entities import Entity, entities, mentions
from extractor.assemble.locations import Location, locate
from extractor.assemble.named_countries import evidence
from extractor.gazetteer import find, is_town
from extractor.naming.forms import plain, strip_article
from extractor.naming.knowledge import look_up
from extractor.naming.rules import word_list
from extractor.records import Place, PlaceKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from extractor.text import CleanText

_ARTICLES = frozenset(("le", "la", "les", "l'", "du", "des", "au", "aux"))
_LINKS = frozenset(("de", "d'", "du", "des", "la", "l'", "le", "les"))
_GREAT = 30_000  # inhabitants
_WITHIN = frozenset(("en", "dans"))


def _lower(text: str) -> str:
    return plain(text).lower()


def _from_head(span: Span) -> PlaceKind | None:
    """The noun inside the name («aéroport de Goma») or right before it («ville de Goma»)."""
    name = _lower(span.text)
    if any(name.startswith(f"{noun} ") for noun in word_list("places", "kept_site")):
        return "site"
    if any(name.startswith(f"{noun} ") for noun in word_list("places", "kept_water")):
        return "water"
    i = span.start - 1
    while i >= 0 and _lower(span.doc[i].text) in _LINKS:
        i -= 1
    noun = _lower(span.doc[i].text) if i >= 0 else ""
    lists: tuple[tuple[str, PlaceKind], ...] = (
        ("settlement", "settlement"),
        ("region", "region"),
        ("water", "water"),
        ("bare_site", "site"),
    )
    return next((kind for table, kind in lists if noun in word_list("places", table)), None)


def _from_apposition(span: Span) -> PlaceKind | None:
    """«X, capitale de…», «X, une ville de…»."""
    right = [_lower(t.text) for t in span.doc[span.end : span.end + 4]]
    if right[:1] == [","] and any(word in word_list("places", "settlement") for word in right[1:]):
        return "settlement"
    return None


def _from_determiner(entity: Entity) -> PlaceKind:
    """Towns take no article: «Goma est tombée», but «la Crimée», «dans le Donbass», «en Cyrénaïque».

    Some have one of their own («au Caire»), and all stand behind «dans»: the gazetteer knows them.
    """
    before = [
        _lower(span.doc[span.start - 1].text)
        for span in entity.spans
        if span.start > 0 and span.sent.start != span.start
    ]
    if any(word in _ARTICLES for word in before):
        return "settlement" if any(map(is_town, _with_article(entity))) else "other"
    if any(word in _WITHIN for word in before):
        return "settlement" if "en" not in before and is_town(entity.name) else "other"
    return "settlement"


def _with_article(entity: Entity) -> tuple[str, ...]:
    """«Caire» → «Le Caire», of towns so great that no region of the name is meant, as by «la Bresse»."""
    if entity.name != strip_article(entity.name):
        return (entity.name,)
    names = (f"{article} {entity.name}" for article in ("le", "la", "les"))
    return tuple(n for n in names if is_town(n) and find(n)[0].population >= _GREAT)


def kind(entity: Entity) -> PlaceKind:
    """What sort of place the text or the tables say it is; a name without article is a settlement."""
    heads = [found for span in entity.spans if (found := _from_head(span)) is not None]
    known = look_up(entity.name)
    if known is not None and known.label == "LOC" and not ("water" in heads or "site" in heads):
        return known.kind  # type: ignore[return-value]  # the tables' kinds are PlaceKind: tested
    appositions = [found for span in entity.spans if (found := _from_apposition(span)) is not None]
    told = [*heads, *appositions]
    return told[0] if told else _from_determiner(entity)


def _from_tables(entity: Entity, sort: PlaceKind) -> Location:
    known = look_up(entity.name)
    same = known is not None and known.label == "LOC" and known.kind == sort
    return Location(known.country if known is not None and same else None)


def places(doc: Doc, source: CleanText) -> tuple[Place, ...]:
    """The places that the article names, in order of first mention.

    Args:
        doc: With ``doc.ents`` of ``extractor_names``, tagged and parsed.
        source: The text that the doc was made of.

    Raises:
        DataFileError: The gazetteer's file is missing or damaged.
    """
    kinds = [(entity, kind(entity)) for entity in entities(doc, "LOC")]
    towns = [(e, (e.name, *_with_article(e), *e.aliases)) for e, sort in kinds if sort == "settlement"]
    located = iter(locate(towns, evidence(doc)) if towns else ())
    return tuple(
        _place(entity, sort, next(located) if sort == "settlement" else _from_tables(entity, sort), source)
        for entity, sort in kinds
    )


def _place(entity: Entity, sort: PlaceKind, location: Location, source: CleanText) -> Place:
    return Place(
        name=entity.name,
        aliases=entity.aliases,
        kind=sort,
        country=location.country,
        latitude=location.latitude,
        longitude=location.longitude,
        mentions=mentions(entity, source),
    )
