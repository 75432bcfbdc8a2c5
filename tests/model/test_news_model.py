"""The news model: weights that fit, names that they find, no text both learnt from and measured on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor import news_model
from extractor.errors import ModelError
from extractor.model import load_model

if TYPE_CHECKING:
    from spacy.language import Language

FOLDER = Path(__file__).parents[2] / "models" / "fr_news_ner"


@pytest.fixture(scope="module")
def news() -> Language:
    nlp = load_model()
    news_model.replace_ner(nlp)
    return nlp


def hashes(name: str) -> set[str]:
    return set((FOLDER / f"{name}.sha256").read_text(encoding="utf-8").split())


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Le M23 a pris Bukavu en février 2025.",
            [("M23", "ORG"), ("Bukavu", "LOC")],
            id="armed group",
        ),
        pytest.param(
            "Nous partons, a expliqué à l'AFP Modibo Kassambara, un éleveur de Sirakoro.",
            [("AFP", "ORG"), ("Modibo Kassambara", "PER"), ("Sirakoro", "LOC")],
            id="agency beside the witness",
        ),
        pytest.param(
            "Le Pentagone et le département d'Etat se taisent.",
            [("Pentagone", "ORG"), ("département d'Etat", "ORG")],
            id="seats of power",
        ),
        pytest.param("Les Russes ont quitté la ville.", [], id="demonym"),
    ],
)
def test_names(news: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(entity.text, entity.label_) for entity in news(text).ents] == expected


@pytest.mark.model
def test_the_rest_of_the_pipeline_stays(news: Language) -> None:
    text = "Les rebelles ont repris la ville de Sarvane à l'armée."
    tags = [(token.pos_, token.dep_, token.lemma_) for token in load_model()(text)]
    assert [(token.pos_, token.dep_, token.lemma_) for token in news(text)] == tags


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(news_model, "_PACKAGE", tmp_path / "src" / "extractor")
    with pytest.raises(ModelError, match=r"weights\.msgpack"):
        news_model.weights_file()


def test_no_text_is_both_learnt_from_and_measured_on() -> None:
    learnt, measured = hashes("trained_on"), hashes("evaluated_on")
    assert learnt
    assert measured
    assert learnt.isdisjoint(measured)
