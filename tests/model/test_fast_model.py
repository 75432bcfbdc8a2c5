"""The model read faster: what its own, slower code finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Span
from thinc.layers.residual import forward

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

pytestmark = pytest.mark.model
TEXTS = [
    "Sarvane, 3 mai 2024\n\nLes rebelles du Sarvan (FS) ont pris Orlec, a dit à l'AFP Modibo Kassambara.",
    "Le président Jean Dupont-Martin a rencontré Angela Merkel à Berlin.\n\nIl a ensuite gagné Paris",
    "Paris",
    "",
    "   \n",
]


WORDS = (
    "Élue l'armée, (d'Orlec) Saint-Jean-d'Orlec. anti-drone jusqu'à-là 3,5km 12e M. été: «non» km/h ÉTÉ… "
    "aujourd'hui prud’hommes rendez-vous-le www.orlec.fr a@orlec.fr Mᵐᵉ ªb ǆ 東京 x² peut-être-là etc. J.-C."
)


@pytest.fixture(scope="module")
def docs(nlp: Language) -> list[Doc]:
    with nlp.select_pipes(enable=["extractor_tokens", "extractor_structure", "tok2vec"]):
        return list(nlp.pipe(TEXTS))


def own_code(nlp: Language) -> EntityRecognizer:
    ner: Any = nlp.get_pipe("ner")
    return EntityRecognizer(nlp.vocab, ner.model, "ner", ner.moves)


def found(recognizer: EntityRecognizer, docs: list[Doc]) -> list[list[tuple[str, str]]]:
    read = [doc.copy() for doc in docs]
    recognizer.set_annotations(read, recognizer.predict(read))
    return [[(ent.text, ent.label_) for ent in doc.ents] for doc in read]


def test_words_are_cut_as_by_spacy(nlp: Language) -> None:
    ours: Any = nlp.tokenizer
    patterns = ("rules", "prefix_search", "suffix_search", "infix_finditer", "url_match")
    given = {name: getattr(ours, name) for name in patterns}
    own = type(ours)(nlp.vocab, token_match=ours.token_match.__self__.pattern_match, **given)
    assert [token.text for token in ours(WORDS)] == [token.text for token in own(WORDS)]


def test_nothing_cuts_letters_and_all_compounds_have_a_joint(nlp: Language) -> None:
    tokenizer: Any = nlp.tokenizer
    letters = [letter for letter in map(chr, range(0x3000)) if letter.isalpha()]
    affixes = (tokenizer.prefix_search, tokenizer.suffix_search)
    assert not [it for it in letters if any(affix(f"a{it}A") or affix(it) for affix in affixes)]
    assert not [*tokenizer.infix_finditer("aA".join(letters))]
    compounds = tokenizer.token_match.__self__.pattern.split("|(?:^")
    assert [it for it in compounds if "[-–—‐‑]" not in it and "['’]" not in it] == []


def test_names_are_those_of_spacy(nlp: Language, docs: list[Doc]) -> None:
    ner: Any = nlp.get_pipe("ner")
    names = found(ner, docs)
    assert names == found(own_code(nlp), docs)
    assert names[2:] == [[("Paris", "LOC")], [], []]


def test_names_set_before_stand(nlp: Language, docs: list[Doc]) -> None:
    doc = docs[1].copy()
    doc.set_ents([Span(doc, 0, 2, label="MISC")], default="unmodified")
    assert ("Le président", "MISC") in found(nlp.get_pipe("ner"), [doc])[0]  # type: ignore[arg-type]
    assert found(nlp.get_pipe("ner"), [doc]) == found(own_code(nlp), [doc])  # type: ignore[arg-type]


def test_trees_are_those_of_spacy(nlp: Language, docs: list[Doc]) -> None:
    ours: Any = nlp.get_pipe("parser")
    trees = []
    for parser in (ours, DependencyParser(nlp.vocab, ours.model, "parser", ours.moves)):
        read = [doc.copy() for doc in docs]
        parser.set_annotations(read, parser.predict(read))
        trees.append([[(token.dep_, token.head.i) for token in doc] for doc in read])
    assert trees[0] == trees[1]
    assert trees[0][2:4] == [[("ROOT", 0)], []]


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_convolutions_give_what_thinc_gives(nlp: Language, name: str) -> None:
    model: Any = nlp.get_pipe(name).model  # type: ignore[attr-defined]
    words = np.random.default_rng(1).normal(size=(3000, 96)).astype("float32")
    differences = [
        np.abs(node.predict(words) - forward(node, words, is_train=False)[0]).max()
        for node in model.walk()
        if node.name == "residual(expand_window>>maxout>>layernorm>>dropout)"
    ]
    assert len(differences) == 4
    assert max(differences) < 1e-5
