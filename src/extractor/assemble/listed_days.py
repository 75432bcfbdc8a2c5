"""Towns told with their days: «X lundi, Y et Z le lendemain», «X (mai), Y (juin)», «celle-ci vendredi»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.calendar import Interval, on, shift
from extractor.captures.anchors import is_anchor
from extractor.captures.asides import aside_comma
from extractor.captures.fillers import entity_filler
from extractor.captures.vocabulary import is_country
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

_JOINERS = {"puis", "et", ",", ":", ";"}
_LISTS = {"et", "ou", "puis", ","}
_LINKS = {",", "(", "en", "dès", "à", "vers", "courant"}  # «X **en** mai», «X (mai)»
_TOGETHER = {
    "tous",
    "toutes",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
}  # «X, Y et Z, **toutes trois** mardi»
_PREPOSITIONS = {"à", "d'", "de", "dans", "sur"}
_FORMER = {"celle-là", "celui-là", "première", "premier", "une", "un"}
_LATTER = {"celle-ci", "celui-ci", "seconde", "second", "dernière", "dernier", "autre"}
_ARTICLES = {"la", "le", "l'"}
_PAIR = 2


def owners(span: Span, places: Sequence[dict[str, Any]]) -> tuple[int, ...]:
    """The towns that a date of a list is told of; none where it stands beside none.

    Args:
        span: The date.
        places: What fills the slot of the place of a trigger, as plain values.

    Returns:
        The first token of each.
    """
    listed = town_after(span)
    if listed is not None:
        return (listed,)
    return _meant_by_pronoun(span, places) or _towns_before(span, places)


def town_after(span: Span) -> int | None:
    """«ont pris X, **puis, samedi, Y**»: first token of the place that the date of a list stands before.

    Args:
        span: The date.
    """
    doc, sentence = span.doc, sentence_of(span[0])
    before, after = span.start - 1, span.end
    if after < sentence.end and doc[after].text == ",":
        if doc[before].text == ",":
            before, after = before - 1, after + 1
        elif doc[before].text == ";":  # «; **mardi**, Y»
            after += 1
    if before <= sentence.start or after >= sentence.end:
        return None
    named = after + (doc[after].pos_ == "ADP")  # «et mardi **à** Y»
    joined = named < sentence.end and doc[before].lower_ in _JOINERS and doc[named].ent_type_ == "LOC"
    return named if joined else None


def _meant_by_pronoun(span: Span, places: Sequence[dict[str, Any]]) -> tuple[int, ...]:
    """«X et Y, **celle-là** en mai, **celle-ci** vendredi», «X, Y et Z, **la première** depuis mai»."""
    doc, i = span.doc, _before(span, _LINKS)
    word = doc[i].lower_
    if word not in _FORMER | _LATTER or not (word.startswith("cel") or doc[i - 1].lower_ in _ARTICLES):
        return ()
    starts = sorted({int(place["start"]) for place in places if place["end"] <= i})
    return () if len(starts) < _PAIR else (starts[0 if word in _FORMER else -1],)


def _before(span: Span, links: set[str]) -> int:
    """The word that a date follows, beyond commas, brackets and prepositions."""
    i, start = span.start - 1, sentence_of(span[0]).start
    while i > start and span.doc[i].lower_ in links:
        i -= 1
    return max(i, start)


def _towns_before(span: Span, places: Sequence[dict[str, Any]]) -> tuple[int, ...]:
    """«**Y et Z** le lendemain»: the town right before a date, with those that are joined to it."""
    doc, start = span.doc, sentence_of(span[0]).start
    if span.start == start:
        return ()
    name = doc[_before(span, _LINKS | _TOGETHER)]
    comma = aside_comma(name) if name.ent_type_ == "LOC" else None
    if comma is not None:  # «X, dans la province de Y, **vendredi**»: that of X
        name = doc[comma - 1]
    named = name.ent_type_ == "LOC" or any(place["end"] == name.i + 1 for place in places)
    if not named or is_country(name.text):  # «a progressé en Norlande **lundi**»
        return ()
    found, joined = [entity_filler(name).start], False
    if is_anchor(doc[found[0]]):  # «X, à 30 km de Y, **lundi**»
        return ()
    while (before := _listed_before(doc, found[-1], start)) is not None:
        found.append(before[0])
        joined = joined or before[1] != ","
    return tuple(found) if joined else tuple(found[:1])  # a comma alone makes no list


def _listed_before(doc: Doc, first: int, start: int) -> tuple[int, str] | None:
    """The name to which another is joined, and how; «X**, puis** Y lundi» tells of two days."""
    i = first - 1
    if i > start and doc[i].lower_ in _PREPOSITIONS:
        i -= 1
    if i <= start or doc[i].lower_ not in _LISTS:
        return None
    joiner = doc[i].lower_
    i -= 1
    if doc[i].text == "," and joiner != ",":
        if joiner == "puis":
            return None
        i -= 1
    if i < start or doc[i].ent_type_ != "LOC":
        return None
    return entity_filler(doc[i]).start, joiner


def starts_next(span: Span, trigger: Token, filler: dict[str, Any]) -> bool:
    """«X, prise **le 3 mai**, puis, dans la foulée, Y»: what follows is of another day.

    Args:
        span: The date.
        trigger: The trigger, before it.
        filler: The place, as plain values of `extractor.captures.fillers.Filler`.
    """
    after = span.end + (span.end < len(span.doc) and span.doc[span.end].text == ",")
    behind = trigger.i < span.start < int(filler["start"])
    return behind and after < len(span.doc) and span.doc[after].lower_ == "puis"


def respective(
    span: Span, date: Interval, filler: dict[str, Any], places: Sequence[dict[str, Any]]
) -> Interval:
    """«X et Y, prises **les 18 et 10 mai**»: the first of two days is that of the first of two towns.

    Args:
        span: The date.
        date: What it means.
        filler: The place, as plain values of `extractor.captures.fillers.Filler`.
        places: All that fill the slot.
    """
    days = [end["day"] for end in span._.expression["ends"] if end["day"] is not None]
    starts = sorted({int(place["start"]) for place in places})
    if not len(days) == len(starts) == _PAIR or "et" not in {token.lower_ for token in span}:
        return date
    wanted, first = days[starts.index(int(filler["start"]))], date.earliest
    if first is None or date.latest is None:
        return date
    day = first
    while day.day != wanted and day < date.latest:
        day = shift(day, 1, "day") or date.latest
    return on(day)
