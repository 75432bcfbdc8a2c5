"""What the parser must get whole: tokens, sentences, structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "word",
    [
        "Qala-e-Naw",
        "Mazar-i-Sharif",
        "El-Fasher",
        "3.500",
        "T-55",
        "M23",
        "Saut-d'Eau",
        "AFC/M23",
        "quartier-général",
    ],
)
def test_one_token(nlp: Language, word: str) -> None:
    assert word in [token.text for token in nlp(f"Près de {word}, rien.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A-t-il fui?", ["A", "-t", "-il", "fui", "?"], id="inversion with t"),
        pytest.param("dit-elle", ["dit", "-elle"], id="inversion"),
        pytest.param("lp-mb/acd", ["lp-mb/acd"], id="desk's mark"),
        pytest.param("d'El-Fasher", ["d'", "El-Fasher"], id="elision"),
    ],
)
def test_tokens(nlp: Language, text: str, expected: list[str]) -> None:
    assert [token.text for token in nlp(text)] == expected


def test_sentences_follow_the_structure_not_the_parser(nlp: Language) -> None:
    text = (
        "date 2024-03 Les rebelles avancent -- ils seraient 650 -- vers Sarvane\n\n"
        '"Nous tenons. La ville est à nous", a dit un chef.\n\nlp-mb/acd'
    )
    doc = nlp(text)
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "date 2024-03",
        "Les rebelles avancent -- ils seraient 650 -- vers Sarvane",
        '"Nous tenons.',
        'La ville est à nous", a dit un chef.',
        "lp-mb/acd",
    ]
    assert (doc.spans["structure"][0].label_, doc.spans["structure"][0].text) == ("header", "date 2024-03")
    assert doc.spans["structure"][-1].label_ == "signature"
