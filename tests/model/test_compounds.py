"""Vectors of merged words: the same whatever was read before, and in no more memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import extractor
from extractor import compounds

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

TEXT = (
    "Cessez-le-vent sur la côte. Les rebelles ont pris Pont-sur-Vessa, a dit Jean Orlec-Maren à Tel-es-Sarv."
)


def test_what_a_text_is_read_as_depends_on_no_text_before() -> None:
    alone = extractor.extract(TEXT)
    extractor.extract("Un long cessez-le-vent, dit-on à Tel-es-Sarv, et un pont-sur-vessa.")
    assert extractor.extract(TEXT) == alone


def test_the_table_of_vectors_grows_once(nlp: Language) -> None:
    nlp("Le Val-de-Sarvane.")
    before, rows = nlp.vocab.vectors.n_keys, len(nlp.vocab.vectors)
    words = [f"petit-{a}{b}-homme" for a in "abcdefghijklmnopqrstuvwxyzéèàç" * 5 for b in range(50)]
    for start in range(0, len(words), 100):
        doc = nlp.get_pipe("extractor_tokens")(nlp.make_doc(" ".join(words[start : start + 100])))
        assert [token.text for token in doc] == words[start : start + 100]
    assert doc[-1].has_vector
    assert not compounds.is_known(nlp.vocab, doc[-1].text)
    assert compounds.is_known(nlp.vocab, "ville")
    assert len(nlp.vocab.vectors) == rows
    assert nlp.vocab.vectors.n_keys - before <= 4096
