"""Captures that no rule reads: sentences that are likely to tell of one, by the words around a place."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import SENT_START  # type: ignore[import-not-found]  # cython without stubs

from extractor.captures.clause import date_tokens, introduced_by
from extractor.captures.domain import is_armed, is_conflict, words_of_war
from extractor.captures.fillers import Filler
from extractor.captures.likelihood import DIMENSIONS, Setting
from extractor.captures.vocabulary import is_armed_noun, is_country
from extractor.gazetteer import is_town
from extractor.lexicon import tables
from extractor.naming.knowledge import look_up
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Span, Token

    from extractor.captures.rejections import Rejection

RULE = "likely"
_KINDS = {"LOC": "@loc", "ORG": "@org", "PER": "@per"}
_CONTENT = frozenset(("VERB", "NOUN", "ADJ", "ADV"))
_TELLING = frozenset(("VERB", "NOUN"))
_MANY = 6  # words of war: more make no difference
_WITHOUT_WORD = 0.85  # probability from which a sentence tells of a capture without a verb or noun of it
_TINY = 1e-6  # no vector is divided by nothing


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(tables("captures/likely.toml")[table]["words"])


def candidates(doc: Doc) -> list[Span]:
    """The names that may be of a place that changes hands: of no country, no street.

    Args:
        doc: A text with its names.
    """
    return [
        name
        for name in doc.ents
        if name.label_ == "LOC" and not is_country(name.text) and name[0].lower_ not in _words("streets")
    ]


def settings(doc: Doc) -> Iterator[tuple[Span, Setting]]:
    """Each candidate with what `extractor.captures.likelihood` sees of it.

    Args:
        doc: A text with its names, tags and sentence starts.
    """
    names = candidates(doc)
    if not names:
        return
    starts = [i for i, start in enumerate(doc.to_array([SENT_START]).tolist()) if start == 1 or i == 0]
    sentences = list(pairwise((*starts, len(doc))))
    shapes = [_shape(token, form) for token, form in zip(tokens_of(doc), forms_of(doc), strict=True)]
    war = words_of_war(doc)
    of_war = f"war={min(len({forms_of(doc)[i] for i in war}), _MANY)}"
    vectors: dict[int, Mapping[int, Any]] = {}
    at = 0
    for name in names:
        while sentences[at][1] <= name.start:
            at += 1
        start, end = sentences[at]
        before = sentences[at - 1] if at else (0, 0)
        after = sentences[at + 1] if at + 1 < len(sentences) else (0, 0)
        if at not in vectors:
            vectors[at] = _meanings(doc, start, end)
        near = bisect_left(war, max(end, after[1])) - bisect_left(war, before[0])
        context = (of_war, f"near={min(near, _MANY)}", *_of_name(name), f"first={name.start == start}")
        words = (shapes[start:end], name.start - start, min(name.end, end) - start)
        yield name, Setting(*words, shapes[slice(*before)], shapes[slice(*after)], vectors[at], context)


def _of_name(name: Span) -> tuple[str, str]:
    """Whether the gazetteer knows a town of that name, and whether a capital, which may be a government."""
    return f"town={is_town(name.text)}", f"capital={_is_capital(name)}"


def _is_capital(name: Span) -> bool:
    known = look_up(name.text)
    return known is not None and known.kind == "settlement" and known.country is not None


def _shape(token: Token, form: str) -> str:
    if token.is_space:
        return "¶"
    return _KINDS.get(token.ent_type_) or ("@n" if token.is_digit else form)


def _meanings(doc: Doc, start: int, end: int) -> Mapping[int, Any]:
    """Vectors of the content words of a sentence, of length 1; none with vectors of another model."""
    if doc.vocab.vectors_length != DIMENSIONS:
        return {}
    words = [token for token in tokens_of(doc)[start:end] if token.pos_ in _CONTENT and not token.ent_type_]
    rows = doc.vocab.vectors.find(keys=[token.orth for token in words])
    known = [(token.i - start, row) for token, row in zip(words, rows.tolist(), strict=True) if row >= 0]
    vectors = doc.vocab.vectors.data[[row for _, row in known]]
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return {i: vector for (i, _), vector in zip(known, vectors / np.maximum(lengths, _TINY), strict=True)}


def reasons(doc: Doc, name: Span, strongest: tuple[int, ...]) -> list[int]:
    """The verbs and nouns of a sentence that speak for a capture, the strongest first.

    Args:
        doc: The text with its dates.
        name: The place.
        strongest: Indexes of words in its sentence, the strongest first.
    """
    start = sentence_of(name[0]).start
    of_dates = date_tokens(doc)
    words = (doc[start + i] for i in strongest)
    return [
        token.i
        for token in words
        if token.pos_ in _TELLING
        and token.i not in of_dates
        and not token.ent_type_
        and token.lower_ not in _words("measures")
    ]


def likely_captures(
    doc: Doc, found: Mapping[int, dict[str, Any]], rejected: Mapping[int, Rejection]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Triggers of captures of places of which no rule tells one, each with what a rule would have read.

    Args:
        doc: A text with its names and ``doc.spans["likely"]``.
        found: What the rules read, by the trigger's token.
        rejected: What the rules turned down, by the trigger's token.
    """
    places = [place for reading in found.values() for place in reading["places"]]
    told = {doc[place["start"] : place["end"]].text for place in places if place["kind"] == "name"}
    anaphors = [place["start"] for place in places if place["kind"] != "name"]
    for name in doc.spans.get(RULE, ()):
        sentence = name.sent
        if name.text in told or any(sentence.start <= i < sentence.end for i in anaphors):
            continue
        if name._.likelihood["outcome"] == "attempt" and not _is_at_stake(name):
            continue  # «X n'est pas menacée»
        if _acts(name):
            continue
        trigger = _trigger(name, found, rejected)
        if trigger is not None and is_conflict(doc[trigger], ()):
            yield trigger, _reading(doc[trigger], name)


def _trigger(
    name: Span, found: Mapping[int, dict[str, Any]], rejected: Mapping[int, Rejection]
) -> int | None:
    """The word that speaks most for the capture and tells of no other; without a verb the name itself."""
    for i in name._.likelihood["reasons"]:
        if i in rejected and rejected[i].reason == "not_conflict":
            return None
        if i not in found:
            return int(i)
    return name.start if name._.likelihood["sure"] >= _WITHOUT_WORD and name.start not in found else None


def _is_at_stake(name: Span) -> bool:
    """Whether a place may be what is attempted; not «X n'est pas menacée», not where unarmed people meet."""
    sentence = name.sent
    if any(token.lower_ in _words("denials") for token in sentence):
        return False
    if introduced_by(name[0]) != "à" or any(is_armed_noun(token.lower_) for token in sentence):
        return True
    return any(is_armed(other.text) for other in sentence.ents)


def _acts(name: Span) -> bool:
    """«Washington a décidé»: a capital as a subject stands for its government."""
    return _is_capital(name) and name.root.dep_ == "nsubj"


def _reading(trigger: Token, name: Span) -> dict[str, Any]:
    return {
        "event": "capture",
        "lemma": trigger.lemma_.lower(),
        "via": -1,
        "rule": RULE,
        "outcome": name._.likelihood["outcome"],
        "ended": False,
        "begun": False,
        "sign": None,
        "claims": False,
        "retaken": False,
        "places": [Filler("name", name.start, name.end, name.root.i).to_plain()],
        "taker": None,
        "loser": None,
    }
