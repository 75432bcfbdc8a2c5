"""Tells where «un/une» is a number and no article: beside other numbers only.

Texts are in lower case here (``words.lowered``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor import lexicon
from extractor.numbers.vetoes import plural_follows
from extractor.numbers.words import GAP, REACH, UNITS, alternation

if TYPE_CHECKING:
    from extractor.numbers.numeral import Numeral

_DATA = lexicon.tables("numbers.toml")
_NUMBER = rf"(?:\d{{1,9}}|{alternation(_DATA['numerals']['words'])})"
_REACH_AFTER = 120  # characters: most of a sentence
_SOLE = re.compile(rf"{GAP}seule?{GAP}(?:des?\b|d['’])")
_VICTIM = alternation(_DATA["vetoes"]["victims"])
_VICTIM_AND = re.compile(rf"{GAP}(?:{_VICTIM})(?:{GAP}et|,){GAP}(?:au{GAP}moins{GAP})?{_NUMBER}\b")
_AND_VICTIM = re.compile(rf"{GAP}(?:{_VICTIM})\b")
_NUMBER_AND = re.compile(rf"(?<!\w){_NUMBER}{GAP}[^\W\d_]{{2,20}}(?:{GAP}et|,{GAP}dont){GAP}$")
_OUT_OF = re.compile(rf"(?:{GAP}[^\W\d_]{{2,20}})?{GAP}sur{GAP}{_NUMBER}\b(?!{GAP}?(?:{UNITS})\b)")
_AND_OTHERS = re.compile(
    rf"{GAP}[^\W\d_]{{2,20}}\b[^.;:!?\n]{{0,60}}?{GAP}et{GAP}(?:au{GAP}moins{GAP})?{_NUMBER}{GAP}autres\b",
)


def one_counts(text: str, numeral: Numeral) -> bool:
    """True in «un mort et six blessés», «un marin est mort et trois autres ont fui», «un habitant sur trois».

    Args:
        text: The whole text.
        numeral: A bare «un» or «une» of it.
    """
    after = text[numeral.end : numeral.end + _REACH_AFTER]
    if _SOLE.match(after) or _VICTIM_AND.match(after):
        return True
    if "autres" in after and _AND_OTHERS.match(after):
        return True
    if (out_of := _OUT_OF.match(after)) and not plural_follows(after, out_of.end()):
        return True
    before = text[max(0, numeral.start - REACH) : numeral.start]
    return _AND_VICTIM.match(after) is not None and _NUMBER_AND.search(before) is not None
