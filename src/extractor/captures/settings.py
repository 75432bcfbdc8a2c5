"""What the model of likely captures sees: each phrase for a place, in its sentence."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import SENT_START  # type: ignore[import-not-found]  # cython without stubs
from spacy.tokens import Span

from extractor.captures.domain import words_of_war
from extractor.captures.likelihood import DIMENSIONS, Setting
from extractor.captures.vocabulary import is_country, is_plural_place, place_noun
from extractor.gazetteer import is_town
from extractor.lexicon import tables
from extractor.naming.knowledge import look_up
from extractor.sentences import forms_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from extractor.captures.fillers import Kind

_KINDS = {"LOC": "@loc", "ORG": "@org", "PER": "@per"}
_CONTENT = frozenset(("VERB", "NOUN", "ADJ", "ADV"))
_REACH = 4  # tokens from a noun of place to its determiner, and to its name
_MANY = 6  # words of war: more make no difference
_TINY = 1e-6  # no vector is divided by nothing


@cache
def likely_words(table: str) -> frozenset[str]:
    """A class of words of ``data/captures/likely.toml``.

    Args:
        table: Its name.
    """
    return frozenset(tables("captures/likely.toml")[table]["words"])


def candidates(doc: Doc) -> list[Span]:
    """The phrases that may be of a place that changes hands, in order: names, «la ville», «y», «en».

    Args:
        doc: A text with its names and tags.
    """
    names = [
        name
        for name in doc.ents
        if name.label_ == "LOC"
        and not is_country(name.text)
        and name[0].lower_ not in likely_words("streets")
    ]
    return sorted((*names, *_anaphors(doc)), key=lambda phrase: phrase.start)


def kind_of(phrase: Span) -> Kind:
    """Whether a candidate is a name, a definite description or a pronoun.

    Args:
        phrase: The candidate.
    """
    if phrase[0].ent_type_:
        return "name"
    return "definite" if place_noun(phrase[-1].lower_) else "pronoun"


def _anaphors(doc: Doc) -> Iterator[Span]:
    """«la ville», «cette petite cité», «y», «en»: not «la ville de X», nor «il y a»."""
    for token in doc:
        if token.ent_type_:
            continue
        if place_noun(token.lower_) == "settlement" and not is_plural_place(token.lower_):
            first = _determiner(token)
            if first is not None and not _is_named(token):
                yield Span(doc, first, token.i + 1)
        elif token.pos_ == "PRON" and token.lower_ in likely_words("pronouns") and not _is_there_is(token):
            yield Span(doc, token.i, token.i + 1)


def _determiner(noun: Token) -> int | None:
    """Where a definite phrase begins, adjectives between; None where the noun has no such determiner."""
    for i in range(noun.i - 1, max(-1, noun.i - _REACH), -1):
        token = noun.doc[i]
        if token.lower_ in likely_words("determiners"):
            return i
        if token.pos_ not in ("ADJ", "NUM"):
            break
    return None


def _is_named(noun: Token) -> bool:
    """«la ville **d'Orlec**», «la capitale, **Orlec**»."""
    after = noun.doc[noun.i + 1 : noun.i + _REACH]
    return (
        bool(after) and after[0].lower_ in likely_words("links") and any(t.ent_type_ == "LOC" for t in after)
    )


def _is_there_is(pronoun: Token) -> bool:
    """«il **y** a deux ans»."""
    if pronoun.lower_ != "y" or pronoun.i + 1 >= len(pronoun.doc):
        return False
    return pronoun.i > 0 and pronoun.nbor(-1).lower_ in ("il", "n'") and pronoun.nbor().lemma_ == "avoir"


def settings(doc: Doc) -> Iterator[tuple[Span, Setting]]:
    """Each candidate with what `extractor.captures.likelihood` sees of it.

    Args:
        doc: A text with its names, tags and sentence starts.
    """
    phrases = candidates(doc)
    if not phrases:
        return
    starts = [i for i, start in enumerate(doc.to_array([SENT_START]).tolist()) if start == 1 or i == 0]
    sentences = list(pairwise((*starts, len(doc))))
    shapes = [_shape(token, form) for token, form in zip(tokens_of(doc), forms_of(doc), strict=True)]
    war = words_of_war(doc)
    of_war = f"war={min(len({forms_of(doc)[i] for i in war}), _MANY)}"
    vectors: dict[int, Mapping[int, Any]] = {}
    at = 0
    for phrase in phrases:
        while sentences[at][1] <= phrase.start:
            at += 1
        start, end = sentences[at]
        before = sentences[at - 1] if at else (0, 0)
        after = sentences[at + 1] if at + 1 < len(sentences) else (0, 0)
        if at not in vectors:
            vectors[at] = _meanings(doc, start, end)
        near = bisect_left(war, max(end, after[1])) - bisect_left(war, before[0])
        context = (of_war, f"near={min(near, _MANY)}", *_of_phrase(phrase), f"first={phrase.start == start}")
        words = (shapes[start:end], phrase.start - start, min(phrase.end, end) - start)
        yield phrase, Setting(*words, shapes[slice(*before)], shapes[slice(*after)], vectors[at], context)


def _of_phrase(phrase: Span) -> tuple[str, ...]:
    """Whether the gazetteer knows a town of a name, and whether a capital, which may be a government."""
    kind = kind_of(phrase)
    if kind == "name":
        return f"town={is_town(phrase.text)}", f"capital={is_capital(phrase)}"
    return (f"anaphor={kind if kind == 'definite' else phrase.text.lower()}",)


def is_capital(name: Span) -> bool:
    """Whether a name is of the capital of a country.

    Args:
        name: The name of a place.
    """
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
