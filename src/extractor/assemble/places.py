"""Places: one record a place, with its kind and country where they are known without doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.entities import Entity, entities, mentions
from extractor.naming.forms import plain
from extractor.naming.knowledge import look_up
from extractor.naming.rules import word_list
from extractor.records import Place, PlaceKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from extractor.text import CleanText

_ARTICLES = frozenset(("le", "la", "les", "l'", "du", "des", "au", "aux"))
_LINKS = frozenset(("de", "d'", "du", "des", "la", "l'", "le", "les"))
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
    """Towns take no article: «Goma est tombée», but «la Crimée», «dans le Donbass», «en Cyrénaïque»."""
    before = [
        _lower(span.doc[span.start - 1].text)
        for span in entity.spans
        if span.start > 0 and span.sent.start != span.start
    ]
    if any(word in _ARTICLES or word in _WITHIN for word in before):
        return "other"
    return "settlement"


def kind(entity: Entity) -> PlaceKind:
    """What sort of place the text or the tables say it is; a name without article is a settlement."""
    heads = [found for span in entity.spans if (found := _from_head(span)) is not None]
    known = look_up(entity.name)
    if known is not None and known.label == "LOC" and not ("water" in heads or "site" in heads):
        return known.kind  # type: ignore[return-value]  # the tables' kinds are PlaceKind: tested
    appositions = [found for span in entity.spans if (found := _from_apposition(span)) is not None]
    told = [*heads, *appositions]
    return told[0] if told else _from_determiner(entity)


def _country(entity: Entity) -> str | None:
    known = look_up(entity.name)
    return (
        known.country if known is not None and known.label == "LOC" and kind(entity) == known.kind else None
    )


def places(doc: Doc, source: CleanText) -> tuple[Place, ...]:
    """The places that the article names, in order of first mention.

    Args:
        doc: With ``doc.ents`` of ``extractor_names``, tagged and parsed.
        source: The text that the doc was made of.
    """
    return tuple(
        Place(
            name=e.name,
            aliases=e.aliases,
            kind=kind(e),
            country=_country(e),
            latitude=None,
            longitude=None,
            mentions=mentions(e, source),
        )
        for e in entities(doc, "LOC")
    )
