"""Whether the clause of a date tells of the past or of what lies ahead."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from extractor.dates import Side

_VERBAL = frozenset({"VERB", "AUX"})
_HELPERS = frozenset({"aux", "aux:tense", "aux:pass", "cop"})
_CLIMB = 12  # heads from a date to its verb, at most


def side_of(date: Span) -> Side | None:
    """The side that the nearest verb above a date tells; where that one tells none, the next above.

    Args:
        date: A date expression of a parsed and tagged Doc.
    """
    for verb in _verbs_above(date.root):
        side = _side(verb)
        if side is not None:
            return side
    return None


def _verbs_above(token: Token) -> Iterator[Token]:
    for _ in range(_CLIMB):
        if token.pos_ in _VERBAL:
            yield token
        if token.head.i == token.i:
            return
        token = token.head


@cache
def _lemmas(name: str) -> frozenset[str]:
    return frozenset(tables("dates.toml")["words"][name]["list"])


def _has(token: Token, feature: str, value: str) -> bool:
    return value in token.morph.get(feature, [])


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux:tense" for child in verb.children)


def _side(verb: Token) -> Side | None:
    participle = _has(verb, "VerbForm", "Part")
    if participle and verb.lemma_ in _lemmas("ahead"):
        return "future"
    if _has(verb, "VerbForm", "Inf"):
        return _side_of_infinitive(verb)
    helpers = [child for child in verb.children if child.dep_ in _HELPERS]
    if participle and (not helpers or _is_perfect(verb) or verb.lemma_ in _lemmas("unaccusative")):
        return "past" if not _has(verb, "Tense", "Pres") else None
    finite = helpers or [verb]
    if any(_has(token, "Tense", "Fut") or _has(token, "Mood", "Cnd") for token in finite):
        return "future"
    if any(_has(token, "Tense", tense) for token in finite for tense in ("Past", "Imp")) or _is_perfect(verb):
        return "past"
    return "future" if verb.lemma_ in _lemmas("hopeful") else None


def _side_of_infinitive(verb: Token) -> Side | None:
    """«après avoir pris» is past, «doit prendre» and «devait prendre» look ahead, «a pu prendre» is past."""
    if _is_perfect(verb):
        return "past"
    if verb.head.lemma_ in _lemmas("modal") and verb.dep_ in ("xcomp", "ccomp", "aux"):
        return "past" if _is_perfect(verb.head) else "future"
    return None
