"""«80 % de Sarvane», «la moitié de la ville»: a share of a place is not the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.vocabulary import is_part, is_share, place_noun
from extractor.captures.voice import QUOTES
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extractor.captures.fillers import Filler

_REACH = 6  # tokens from a share to the place: «80 % de la petite ville de X»
_LINKS = frozenset(("d'", "de", "des", "du", "la", "le", "l'", "les", "cette", "ce", "cet"))
_SIDES = frozenset(
    ("est", "nord", "occidentale", "orientale", "ouest", "septentrionale", "sud", "méridionale")
)
_BESIDE = 4  # tokens from a verb to «en partie»
_PARTLY = ("partiellement", "en partie", "pour partie", "à moitié", "à demi")
_SOME = frozenset(("certains", "deux", "plusieurs", "quelques", "trois", "une"))


def is_of_share(doc: Doc, place: Filler) -> bool:
    """Whether only a share of a place is told of.

    «80 % de X», «**une** partie de X», «la partie **ouest** de X», «**plusieurs** quartiers de X»;
    not «la plus grande partie de X», nor
    «les quartiers de X».

    Args:
        doc: The text.
        place: What stands in the slot of the place.
    """
    first = max(sentence_of(doc[place.start]).start, place.start - _REACH)
    before = tokens_of(doc)[first : place.start]
    for i in range(len(before) - 1, -1, -1):
        token = before[i]
        if is_share(token.lower_):
            return True
        if is_part(token.lower_) or token.lower_ == "partie":
            sided = token.lower_ == "partie" and token.nbor(1).lower_ in _SIDES
            return sided or any(other.lower_ in _SOME for other in before[max(0, i - 2) : i])
        if not (
            token.lower_ in _LINKS
            or token.lower_ in _SIDES
            or token.pos_ == "ADJ"
            or token.text in QUOTES  # ««une partie» de X»
            or place_noun(token.lower_)
        ):
            return False
    return False


def is_partly(verb: Token) -> bool:
    """«X, occupée **partiellement** par Y», «X est **en partie** tenue par Y»: not all of the place.

    Args:
        verb: The verb that tells of the place.
    """
    tokens, sentence = forms_of(verb.doc), sentence_of(verb)
    near = " ".join(tokens[max(sentence.start, verb.i - _BESIDE) : min(sentence.end, verb.i + _BESIDE)])
    return any(f" {words} " in f" {near} " for words in _PARTLY)
