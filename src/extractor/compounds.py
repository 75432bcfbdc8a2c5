"""Vectors of merged words, in a few rows that are used over and over.

A compound that the model does not know («Qala-e-Naw») is read with the mean of its parts' vectors. spaCy's
retokenizer would add a row to the model's table for each, for good: memory grows with every new compound, the
whole table is copied now and then, and what a text is read as depends on the texts before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span
    from spacy.vocab import Vocab

_ROWS = 4096  # more compounds than a batch of texts has, few enough for memory (5 MB)
# Where the vocabulary keeps how many rows are the model's, how many vectors were given, and to which words.
_OWN, _GIVEN, _KEYS = "extractor_own_vectors", "extractor_vectors_given", "extractor_vector_keys"


def give_vector(span: Span) -> None:
    """Let the model know the words of a span as one, and forget the oldest such word where there are many."""
    vocab, word = span.doc.vocab, span.text
    vectors = vocab.vectors
    if vectors.n_keys <= 0 or vectors.find(key=word) >= 0:
        return
    vector = span.vector
    if not vector.any():
        return
    if _OWN not in vocab.cfg:
        vocab.cfg |= {_OWN: len(vectors), _GIVEN: 0, _KEYS: [None] * _ROWS}
        vectors.resize((len(vectors) + _ROWS, vocab.vectors_length))
    place = vocab.cfg[_GIVEN] % _ROWS
    vocab.cfg[_GIVEN] += 1
    keys = vocab.cfg[_KEYS]
    vectors.key2row.pop(keys[place], None)
    keys[place] = vocab.strings.as_int(word)
    vectors.add(word, vector=vector, row=vocab.cfg[_OWN] + place)


def is_known(vocab: Vocab, word: str) -> bool:
    """True for a word that the model has a vector of, of its own; its vectors are its word list."""
    row: int = vocab.vectors.find(key=word)
    return 0 <= row < int(vocab.cfg.get(_OWN, len(vocab.vectors)))
