"""What the model of likely captures sees: each phrase for a place, in its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ENT_TYPE, IS_DIGIT, IS_SPACE, ORTH, POS  # type: ignore[import-not-found]  # cython without stubs
from spacy.parts_of_speech import IDS as CODES  # type: ignore[import-not-found]  # cython without stubs
from spacy.tokens import Span

from extractor.captures.domain import words_of_war
from extractor.captures.likelihood import DIMENSIONS, Meaning, Sentence, Setting
from extractor.captures.vocabulary import is_capital, is_country, is_plural_place, place_noun
from extractor.gazetteer import is_town
from extractor.lexicon import tables
from extractor.sentences import forms_of, sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Doc, Token
    from spacy.vocab import Vocab

    from extractor.captures.fillers import Kind
    from extractor.sentences import Stretch

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
    pronouns = likely_words("pronouns")
    for i, form in enumerate(forms_of(doc)):
        is_noun = place_noun(form) == "settlement" and not is_plural_place(form)
        if (not is_noun and form not in pronouns) or doc[i].ent_type_:
            continue
        if is_noun:
            first = _determiner(doc[i])
            if first is not None and not _is_named(doc[i]):
                yield Span(doc, first, i + 1)
        elif doc[i].pos_ == "PRON" and not _is_there_is(doc[i]):
            yield Span(doc, i, i + 1)


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
    sentences = sentences_of(doc)
    starts = [start for start, _ in sentences]
    at = [bisect_right(starts, phrase.start) - 1 for phrase in phrases]
    read = _read(doc, sentences, frozenset(at))
    war = words_of_war(doc)
    of_war = str(min(len({forms_of(doc)[i] for i in war}), _MANY))
    for phrase, i in zip(phrases, at, strict=True):
        start, end = sentences[i]
        first, last = max(i - 1, 0), min(i + 1, len(sentences) - 1)
        near = bisect_left(war, sentences[last].end) - bisect_left(war, sentences[first].start)
        context = (("war", of_war), ("near", str(min(near, _MANY))), *_of_phrase(phrase))
        yield (
            phrase,
            Setting(
                read(i),
                phrase.start - start,
                min(phrase.end, end) - start,
                read(i - 1),
                read(i + 1),
                (*context, ("first", str(phrase.start == start))),
            ),
        )


def _read(doc: Doc, sentences: Sequence[Stretch], told: frozenset[int]) -> Callable[[int], Sentence]:
    """How to get a sentence by its number, without words outside of the text; what those told of mean too."""
    shapes, rows = _shapes(doc), _rows(doc)

    @cache
    def read(i: int) -> Sentence:
        if not 0 <= i < len(sentences):
            return Sentence(())
        start, end = sentences[i]
        of_words = enumerate(rows[start:end] if i in told else ())
        return Sentence(
            shapes[start:end], {word: _meaning(doc.vocab, row) for word, row in of_words if row >= 0}
        )

    return read


def _of_phrase(phrase: Span) -> tuple[tuple[str, str], ...]:
    """Whether the gazetteer knows a town of a name, and whether a capital, which may be a government."""
    kind = kind_of(phrase)
    if kind == "name":
        return ("town", str(is_town(phrase.text))), ("capital", str(is_capital(phrase.text)))
    return (("anaphor", kind if kind == "definite" else phrase.text.lower()),)


def _shapes(doc: Doc) -> list[str]:
    """The words of a text in lower case, names and numbers as kinds."""
    kinds = {doc.vocab.strings[label]: kind for label, kind in _KINDS.items()}
    given = doc.to_array([IS_SPACE, ENT_TYPE, IS_DIGIT]).tolist()
    return [
        "¶" if is_space else kinds.get(label) or ("@n" if is_digit else form)
        for form, (is_space, label, is_digit) in zip(forms_of(doc), given, strict=True)
    ]


def _rows(doc: Doc) -> list[int]:
    """The row of each content word in the table of vectors, -1 for others; none in that of another model."""
    if doc.vocab.vectors_length != DIMENSIONS:
        return [-1] * len(doc)
    content = {CODES[tag] for tag in _CONTENT}
    find = doc.vocab.vectors.key2row.get
    given = doc.to_array([ORTH, POS, ENT_TYPE]).tolist()
    return [find(orth, -1) if tag in content and not label else -1 for orth, tag, label in given]


@lru_cache(maxsize=1 << 12)
def _meaning(vocab: Vocab, row: int) -> Meaning:
    """The meaning of a word by its row in the table of vectors."""
    vector = vocab.vectors.data[row]
    return Meaning(vector / max(np.linalg.norm(vector), _TINY))
