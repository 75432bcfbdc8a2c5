"""What others tell instead of what is claimed, in the rest of its sentence and the next ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.captures.versions import versions
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from extractor.captures.versions import Version

_REACH = 2  # sentences from a claim to what others say
_RELATIVES = {"dont", "où"}
_QUE = {"que", "qu'"}
_WHILE = {"alors", "sans", "tandis"}


class Claim(NamedTuple):
    """A capture that somebody claims.

    Attributes:
        i: Its trigger.
        places: First words of the names of its places, in lower case.
    """

    i: int
    places: frozenset[str]


def told_otherwise(doc: Doc, claims: Sequence[Claim], triggers: Collection[int]) -> dict[int, list[Version]]:
    """For each claim, by its trigger, what others tell instead in the next sentences, or of the same place.

    Args:
        doc: The text.
        claims: The captures that are claimed.
        triggers: Tokens of all triggers of captures.
    """
    found: dict[int, list[Version]] = {}
    for claim in claims:
        for stretch in _after(doc, claim.i):
            of_others = any(i in triggers for i in range(*stretch))
            for version in versions(doc, *stretch):
                named = not claim.places.isdisjoint(version.places)
                if named or not (version.places or of_others):
                    found.setdefault(claim.i, []).append(version)
    return found


def _after(doc: Doc, claim: int) -> Iterator[tuple[int, int]]:
    """What follows a claim: the rest of its sentence from where another speaks, and the next sentences."""
    start, end = sentence_of(doc[claim])
    turn = next((i for i in range(claim + 1, end - 1) if _turns(doc[i])), None)
    if turn is not None:
        yield turn + 1, end
    reach = _REACH
    while end < len(doc) and reach:
        start, end = sentence_of(doc[end])
        if not doc[start].is_space:
            reach -= 1
            yield start, end


def _turns(token: Token) -> bool:
    """«**;**», «, **mais**», «, **où**», «, **sans que**»: what follows may be another's words."""
    if token.text == ";" or token.lower_ == "mais" or token.lower_ in _RELATIVES:
        return True
    return token.lower_ in _WHILE and token.nbor(1).lower_ in _QUE
