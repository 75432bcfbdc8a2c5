"""What a number counts, read from Docs that are tagged by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from extractor.numbers import find_numbers
from extractor.numbers.counted import counted_nouns

VOCAB = spacy.blank("fr").vocab


def counted(tagged: str) -> list[str | None]:
    """Read «word/POS» separated by spaces; a word that ends in «_» has no space behind it."""
    pairs = [item.rsplit("/", 1) for item in tagged.split(" ")]
    words = [word.removesuffix("_") for word, _ in pairs]
    doc = Doc(
        VOCAB, words=words, spaces=[not w.endswith("_") for w, _ in pairs], pos=[pos for _, pos in pairs]
    )
    return counted_nouns(doc, doc.text, find_numbers(doc.text))


CASES = {
    "noun": ("huit/NUM cents/NUM pompiers/NOUN partent/VERB", ["pompiers"]),
    "adjective, no participle": ("huit/NUM élus/NOUN bretons/ADJ épuisés/ADJ", ["élus bretons"]),
    "adjective before": ("deux/NUM grands/ADJ ponts/NOUN", ["grands ponts"]),
    "noun tagged as adjective": ("trois/NUM wagons/ADJ brûlent/VERB", ["wagons"]),
    "participle as noun": ("dix/NUM noyés/VERB", ["noyés"]),
    "after «de»": ("une/DET centaine/NOUN de/ADP ruches/NOUN", ["ruches"]),
    "after a possessive": ("vingt/NUM de/ADP leurs/DET élèves/NOUN", ["élèves"]),
    "cut at its hyphen": ("deux/NUM gardes_/NOUN -_/PUNCT côtes/NOUN bretons/ADJ", ["gardes-côtes bretons"]),
    "length": ("à/ADP 9/NUM km/NOUN de/ADP Velmont/PROPN", [None]),
    "duration": ("trois/NUM jours/NOUN de/ADP grève/NOUN", [None]),
    "percentage": ("37/NUM %/NOUN des/ADP parts/NOUN", ["parts"]),
    "mass": ("six/NUM tonnes/NOUN de/ADP blé/NOUN", ["blé"]),
    "part of": ("neuf/NUM des/ADP douze/NUM cantons/NOUN suisses/ADJ", ["cantons suisses"] * 2),
    "part of what is counted": ("la/DET moitié/NOUN de/ADP ses/DET dix/NUM ponts/NOUN", ["ponts"] * 2),
    "list": ("500/NUM ,/PUNCT 800/NUM et/CCONJ 1.200/NUM skieurs/NOUN", ["skieurs"] * 3),
    "or even": (
        "des/DET dizaines/NOUN ,/PUNCT voire/CCONJ des/DET centaines/NOUN de/ADP pins/NOUN",
        ["pins"] * 2,
    ),
    "no point of the compass": ("la/DET moitié/NOUN nord/NOUN du/ADP pays/NOUN", [None]),
    "out of": ("sept/NUM foyers/NOUN sur/ADP dix/NUM ./PUNCT", ["foyers"] * 2),
    "others": ("800/NUM pompiers/NOUN ;/PUNCT 1.200/NUM autres/ADJ suivront/VERB", ["pompiers"] * 2),
    "range": ("de/ADP 8/NUM à/ADP 11/NUM cas/NOUN", ["cas"]),
    "adverb": ("560/NUM élèves/NOUN contre/ADP 600/NUM autrefois/NOUN", ["élèves"] * 2),
    "total": ("le/DET nombre/NOUN de/ADP plaintes/NOUN double/VERB à/ADP 60/NUM ./PUNCT", ["plaintes"]),
    "unknown": ("serrés/VERB à/ADP douze/NUM dans/ADP un/DET car/NOUN", [None]),
}


@pytest.mark.parametrize(("tagged", "expected"), CASES.values(), ids=CASES.keys())
def test_counted_reads(tagged: str, expected: list[str | None]) -> None:
    assert counted(tagged) == expected
