"""Verbless lists of towns: «Orlec lundi, Sarvane mardi», «Deux villes sont tombées : Orlec et Sarvane»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.captures.clause import date_tokens, is_finite
from extractor.captures.domain import is_armed_actor
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.place_lists import whole_list
from extractor.captures.town_names import may_be_town, may_be_unknown_town
from extractor.lexicon import tables
from extractor.sentences import forms_of, sentence_of, sentences_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Span, Token

    from extractor.sentences import Stretch

_QUOTES = frozenset(("«", '"', "“"))
_CUTS = frozenset((":", ";", "—", "–"))
_LIGHT = frozenset(tables("captures/nouns.toml")["lists"]["light"]) | {'"'}
_HAPPENED = ("capture", "loss", "hold")
_NEAR = 2  # sentences
_PAIRS = 2


def dated_lists(doc: Doc, found: Mapping[int, dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Filler]]:
    """The towns of verbless lists with days, each with the reading whose act the list continues.

    A list counts in an article that tells of captures: where such a trigger stands in its sentence or
    shortly before, or where the list names two towns with a day each.

    Args:
        doc: The text.
        found: What was read, by trigger token.
    """
    if not any(reading["outcome"] in _HAPPENED for reading in found.values()):
        return
    dates = date_tokens(doc)
    held = {place["start"] for reading in found.values() for place in reading["places"]}
    for sentence in sentences_of(doc):
        for stretch in _stretches(doc, sentence, found):
            towns, pairs = towns_with_days(stretch, dates)
            new = [town for town in towns if town.start not in held]
            model = _model(stretch, found) if new and pairs else None
            if model is None or (pairs < _PAIRS and not _is_near(stretch, found)):
                continue
            for town in new:
                yield model, town


def named_next(noun: Token) -> list[Filler]:
    """«… de nouvelles **localités**. Il s'agit **de X, de Y et de Z**.»: what the next sentence names.

    Args:
        noun: The plural noun of place.
    """
    doc, end = noun.doc, sentence_of(noun).end
    while end < len(doc) and (doc[end].is_space or doc[end].text in _QUOTES):
        end += 1
    after = tokens_of(doc)[end : end + 4]
    if [token.lower_ for token in after[:3]] != ["il", "s'", "agit"] or after[-1].lower_ not in ("de", "d'"):
        return []
    name = doc[end + 4] if end + 4 < len(doc) else noun
    return [entity_filler(token) for token in whole_list(name)] if may_be_unknown_town(name) else []


def enumerated(trigger: Token, aggregate: Mapping[str, Any]) -> tuple[list[Filler], bool]:
    """«Trois villes sont tombées : X, Y et Z»: the towns named then, and whether they are all of them.

    Args:
        trigger: What is told of the towns.
        aggregate: What stands in the slot of the place: «trois villes».
    """
    doc, end = trigger.doc, sentence_of(trigger).end
    colon = next((i for i in range(trigger.i, end - 1) if doc[i].text == ":"), None)
    names = named_next(doc[aggregate["head"]])
    if colon is not None and not any(is_finite(token) for token in tokens_of(doc)[colon + 1 : end]):
        first = doc[colon + 1]
        names = [entity_filler(name) for name in whole_list(first)] if may_be_town(first) else []
    counted = {
        span._.quantity["value"]
        for span in doc.spans.get("numbers", ())
        if aggregate["start"] - 1 <= span.start <= aggregate["head"]
    }
    return names, len(names) in counted


def _stretches(doc: Doc, sentence: Stretch, found: Mapping[int, dict[str, Any]]) -> Iterator[Span]:
    """The parts of a sentence between colons and semicolons that hold no trigger."""
    forms = forms_of(doc)
    start = sentence.start
    for i in range(sentence.start, sentence.end + 1):
        if i == sentence.end or forms[i] in _CUTS:
            if i > start and not any(start <= trigger < i for trigger in found):
                yield doc[start:i]
            start = i + 1


def towns_with_days(stretch: Span, dates: frozenset[int]) -> tuple[list[Filler], int]:
    """The towns of a list and how many days stand with them; none where it holds anything else.

    Args:
        stretch: The part of a sentence.
        dates: Tokens of date expressions.
    """
    towns: list[Filler] = []
    days, i, in_date = 0, stretch.start, False
    while i < stretch.end:
        token = stretch.doc[i]
        if i in dates:
            days += not in_date
            in_date = True
        else:
            in_date = False
            if token.ent_iob_ != "I" and token.text[:1].isupper() and _is_town(token, dates):
                name = entity_filler(token)
                towns.append(name)
                i = name.end - 1
            elif token.lower_ not in _LIGHT and not token.is_space:
                return [], 0
        i += 1
    return towns, min(days, len(towns))


def _is_town(token: Token, dates: frozenset[int]) -> bool:
    if token.lower_ in _LIGHT:
        return False
    end = entity_filler(token).end
    after_comma = token.i - 2 in dates and token.nbor(-1).text == ","  # «Mardi, X.»
    beside = end in dates or token.i - 1 in dates or after_comma
    return may_be_town(token) or (beside and may_be_unknown_town(token))


def _model(stretch: Span, found: Mapping[int, dict[str, Any]]) -> dict[str, Any] | None:
    """The reading that a list continues: of its sentence, else the last before, else the first after."""
    told = [i for i in sorted(found) if found[i]["outcome"] in _HAPPENED]
    inside = [i for i in told if sentence_of(stretch[0]).start <= i < sentence_of(stretch[-1]).end]
    before = [i for i in told if i < stretch.start]
    after = [i for i in told if i >= stretch.end]
    chosen = (inside or before[-1:] or after)[0]
    taker = found[chosen]["taker"]
    if not inside:
        taker = _armed_beside(stretch) or (taker if before else None)
    return {**found[chosen], "outcome": "capture", "taker": taker, "loser": None, "via": -1, "ended": False}


def _armed_beside(stretch: Span) -> dict[str, int | str] | None:
    """Who fights in the rest of the sentence: «X lundi, Y mardi: **les rebelles** avancent»."""
    doc, sentence = stretch.doc, stretch.sent
    for token in (
        *tokens_of(doc)[stretch.end : sentence.end],
        *tokens_of(doc)[sentence.start : stretch.start],
    ):
        name = entity_filler(token)
        if token.ent_iob_ != "I" and is_armed_actor(doc[name.start : name.end]):
            return name.to_plain()
    return None


def _is_near(stretch: Span, found: Mapping[int, dict[str, Any]]) -> bool:
    start = sentence_of(stretch[0]).start
    for _ in range(_NEAR):
        start = sentence_of(stretch.doc[start - 1]).start if start else 0
    return any(start <= i < sentence_of(stretch[-1]).end and found[i]["outcome"] in _HAPPENED for i in found)
