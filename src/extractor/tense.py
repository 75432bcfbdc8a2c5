"""Whether the clause of a date tells of the past or of what lies ahead."""

from __future__ import annotations

from functools import cache, lru_cache
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
    """The side that the nearest verb or noun of prospect above a date tells, else the next one above.

    Args:
        date: A date expression of a parsed and tagged Doc.
    """
    for token in _above(date.root):
        side = _side(token) if token.pos_ in _VERBAL else _side_of_noun(token, date)
        if side is not None:
            return side
    return None


def _above(token: Token) -> Iterator[Token]:
    for _ in range(_CLIMB):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


@cache
def _lemmas(name: str) -> frozenset[str]:
    return frozenset(tables("dates.toml")["words"][name]["list"])


@lru_cache(maxsize=1024)
def _features(morph: str) -> frozenset[str]:
    """«Mood=Ind|Tense=Past» as its parts."""
    return frozenset(morph.split("|"))


def _has(token: Token, feature: str) -> bool:
    return feature in _features(str(token.morph))


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux:tense" for child in verb.children)


def _side(verb: Token) -> Side | None:
    participle = _has(verb, "VerbForm=Part")
    if participle and verb.lemma_ in _lemmas("ahead") | _lemmas("timeless"):
        return "future" if verb.lemma_ in _lemmas("ahead") else None
    if _has(verb, "VerbForm=Inf"):
        return _side_of_infinitive(verb)
    helpers = [child for child in verb.children if child.dep_ in _HELPERS]
    if participle and (not helpers or _is_perfect(verb) or verb.lemma_ in _lemmas("unaccusative")):
        return "past" if not _has(verb, "Tense=Pres") else None
    finite = helpers or [verb]
    if any(_has(token, "Tense=Fut") or _has(token, "Mood=Cnd") for token in finite):
        return "future"
    if any(_has(token, tense) for token in finite for tense in ("Tense=Past", "Tense=Imp")) or _is_perfect(
        verb
    ):
        return "past"
    return "future" if verb.lemma_ in _lemmas("hopeful") else None


def _side_of_noun(noun: Token, date: Span) -> Side | None:
    """«le projet de scrutin en mai» looks ahead, «la menace de lundi» was uttered."""
    return "future" if noun.lemma_ in _lemmas("prospect") and noun.i != date.root.head.i else None


def _side_of_infinitive(verb: Token) -> Side | None:
    """«après avoir pris» is past, «doit prendre» and «devait prendre» look ahead, «a pu prendre» is past."""
    if _is_perfect(verb):
        return "past"
    if verb.head.lemma_ in _lemmas("modal") and verb.dep_ in ("xcomp", "ccomp", "aux"):
        return "past" if _is_perfect(verb.head) else "future"
    return None
