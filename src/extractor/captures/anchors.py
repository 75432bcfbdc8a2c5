"""Places from which a way is measured: «à 80 km de X», «au sud de X», «près de X», «la route menant à X»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import introduced_by
from extractor.captures.vocabulary import place_noun
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DISTANCE = {"km", "kilomètre", "kilomètres", "mètres", "miles", "milles"}
_MEASURES = {"km", "kilomètres", "mètres", "sud", "nord", "est", "ouest", "habitants", "fois", "reprises"}
_DIRECTION = {
    "sud",
    "nord",
    "est",
    "ouest",
    "sud-est",
    "sud-ouest",
    "nord-est",
    "nord-ouest",
    "près",
    "proche",
    "loin",
    "voisine",
    "voisin",
    "autour",
    "alentours",
    "environs",
    "abords",
    "proximité",
    "côté",
}
_LEADING = {"menant", "mène", "mènent", "conduisant", "conduit", "conduisent"}


def is_anchor(name: Token) -> bool:
    """«à 80 km de X», «au sud de X», «autour de X», «la route menant à X»: where something else lies.

    Args:
        name: The first token of a name.
    """
    if ends_a_way(name):
        return True
    window, before = _before(name, 5), introduced_by(name)
    if before in ("à", "vers"):
        return not _LEADING.isdisjoint(window[-3:])
    return before == "de" and (not _DISTANCE.isdisjoint(window) or not _DIRECTION.isdisjoint(window[-2:]))


def ends_a_way(name: Token) -> bool:
    """«… contrôlent Y, à 30 km de la cité voisine, **X**.»: the place that the noun before it names.

    Args:
        name: The first token of its name.
    """
    noun = _described_by(name)
    return noun is not None and is_anchor(noun)


def _described_by(name: Token) -> Token | None:
    """The noun before the comma: «… contrôlent Y, à 30 km de la **cité** voisine, X.»."""
    i, doc, sentence = name.i - 1, name.doc, sentence_of(name)
    if (
        i <= sentence.start
        or doc[i].text != ","
        or name.i + 1 >= sentence.end
        or not doc[name.i + 1].is_punct
    ):
        return None
    if not any("VerbForm=Fin" in str(token.morph) for token in tokens_of(doc)[sentence.start : i]):
        return None  # «A 70 km de la capitale, X, port du Sud, est tombée»
    i -= 1
    while i > sentence.start and doc[i].pos_ == "ADJ":
        i -= 1
    return doc[i] if place_noun(doc[i].lower_) == "settlement" else None


def _before(token: Token, count: int) -> list[str]:
    start = max(sentence_of(token).start, token.i - count)
    return [word.lower_ for word in tokens_of(token.doc)[start : token.i]]


def is_measure(noun: Token) -> bool:
    """True for what only measures a way or a town («km», «sud», «habitants»).

    Args:
        noun: The noun.
    """
    return noun.lower_ in _MEASURES
