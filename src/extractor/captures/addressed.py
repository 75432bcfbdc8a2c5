"""Of several towns those that an answer is about: «dément **pour la première**»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

_ORDER = {
    "première": (0,),
    "premier": (0,),
    "premières": (0, 1),
    "premiers": (0, 1),
    "seconde": (1,),
    "second": (1,),
    "deuxième": (1,),
    "troisième": (2,),
    "dernière": (-1,),
    "dernier": (-1,),
    "dernières": (-2, -1),
    "derniers": (-2, -1),
}
_BEFORE = {"la", "le", "les", "cette", "ce", "deux"}
_NAMED = ("NOUN", "PROPN", "ADJ", "NUM")
_SEVERAL = 2


def addressed(doc: Doc, i: int, speaker: Sequence[int] | None, places: Sequence[Span]) -> list[str]:
    """Names of the places that an answer names, in lower case; empty where it bears on all.

    Args:
        doc: The text.
        i: Token of the answer.
        speaker: Token range of who answers: «un habitant d'**Orlec**» answers of what was said.
        places: The names of places that are told of, in order.
    """
    start, end = sentence_of(doc[i])
    first, last = speaker or (0, 0)
    before = _told_last([place for place in places if place.end <= i])
    if len(before) < _SEVERAL:
        return []
    rest = [
        token for token in _clause(doc, i, max(start, before[-1].end), end) if not first <= token.i < last
    ]
    names = {place.text.lower() for place in before}
    found = {token.lower_ for token in rest}
    named = [name for name in names if name.split()[0] in found]
    for token in rest:
        for which in _ORDER.get(token.lower_, ()) if _stands_alone(token) else ():
            named += [place.text.lower() for place in before[which:][:1]]
    return sorted(set(named))


def _clause(doc: Doc, i: int, start: int, end: int) -> Sequence[Token]:
    """The words around an answer between semicolons."""
    stops = [token.i for token in tokens_of(doc)[start:end] if token.text == ";"]
    first = max((stop for stop in stops if stop < i), default=start)
    return tokens_of(doc)[first : min((stop for stop in stops if stop > i), default=end)]


def _told_last(places: Sequence[Span]) -> list[Span]:
    """The places of the last sentence that names several, or of the last one."""
    if not places:
        return []
    start = sentence_of(places[-1][0]).start
    return [place for place in places if sentence_of(place[0]).start == start]


def _stands_alone(token: Token) -> bool:
    """«dément pour **la première**», not «pour la première fois»."""
    if token.i == 0 or token.nbor(-1).lower_ not in _BEFORE or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).pos_ not in _NAMED
