"""What sort of thing a name is: decided once for the whole article, from the model's votes and from cues."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.naming.boundaries import trim
from extractor.naming.cues import cues, first_names
from extractor.naming.knowledge import look_up
from extractor.naming.towns import countries, is_town_of

if TYPE_CHECKING:
    from extractor.naming.cues import Votes
    from extractor.naming.words import Found, Words

_LABELS = ("PER", "LOC", "ORG")
_SURE = 100.0  # a name of the tables: no sum of cues reaches it
_SURNAME = 3.0  # a full name of the article ends with the word
_NEIGHBOUR = 1.5  # a place stands beside it in a list
_TOWN = 1.5  # a country of the article has a town spelt so: more than one guess of the model
_NO_PERSON = 2.0  # less than any strong cue for a person


def _surnames(words: Words, candidates: list[Found]) -> set[str]:
    """The last words of the people's full names."""
    full = (f for f in candidates if f.label == "PER" and f.end - f.start > 1)
    return {words.low[f.end - 1] for f in full if look_up(words.string(f)) is None}


def _polls(
    words: Words, candidates: list[Found], heard: list[Votes], named: frozenset[str]
) -> dict[str, Votes]:
    """The votes on each name, of all its mentions together."""
    polls: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    last_words = _surnames(words, candidates)
    for found, votes in zip(candidates, heard, strict=True):
        poll = polls[words.key(found)]
        if found.label in _LABELS:
            poll[found.label] += _SURE if found.sure else 1
        surname = found.end - found.start == 1 and words.low[found.start] in last_words
        if surname and look_up(words.string(found)) is None:
            poll["PER"] += _SURNAME
        for label, weight in votes.items():
            poll[label] += weight
        if not found.sure and is_town_of(words, found, named):
            poll["LOC"] += _TOWN
    return polls


def _listed_with_places(words: Words, found: Found, labels: dict[int, str | None]) -> bool:
    """«X, Y et Z», «de X et d'Y»: a neighbour behind a comma or «et» is a place."""
    linked = 1 if words.left(found.start, 1) in (["de"], ["d'"], ["a"]) else 0
    left, right = words.left(found.start - linked, 1), words.right(found.end, 1)
    before = left in ([","], ["et"], ["ou"]) and labels.get(found.start - linked - 2) == "LOC"
    after = right in ([","], ["et"], ["ou"]) and labels.get(found.end + 1) == "LOC"
    return before or after


def _winner(poll: Votes, own: str) -> str | None:
    best = max(_LABELS, key=lambda label: (poll[label], label == own))
    return best if poll[best] > 0 else None


def _vouched(words: Words, candidates: list[Found], heard: list[Votes], last_words: set[str]) -> set[str]:
    """Names that more than the model's guess calls a person's: the news gives a full name first."""
    vouched = set()
    for found, votes in zip(candidates, heard, strict=True):
        low = words.low[found.start]
        if found.end - found.start > 1 or low in last_words or low in first_names() or votes.get("PER"):
            vouched.add(words.key(found))
    return vouched


def _settled(words: Words, found: Found, label: str | None, vouched: set[str]) -> Found | None:
    """A single word that only the model calls a person is a place after «de», nothing elsewhere."""
    if label == "PER" and words.key(found) not in vouched:
        label = "LOC" if words.left(found.start, 1) in (["de"], ["d'"]) else None
    return None if label is None else found._replace(label=label)


def _sure_of_town(words: Words, found: Found, named: frozenset[str]) -> Found:
    town = found.label == "LOC" and is_town_of(words, found, named)
    return found._replace(sure=True) if town else found


def decided(words: Words, candidates: list[Found]) -> list[Found]:
    """The candidates with one label a name; those that stay ``MISC`` are left out.

    A second round lets neighbours in a list speak: «Jalalabad, Khost et X».

    Args:
        words: The text.
        candidates: In order, none overlapping.
    """
    heard = [cues(words, found) for found in candidates]
    last_words = _surnames(words, candidates)
    named = countries(words, candidates)
    polls = _polls(words, candidates, heard, named)
    labels = {i: _winner(polls[words.key(f)], f.label) for f in candidates for i in (f.start, f.end - 1)}
    for found in candidates:
        poll = polls[words.key(found)]
        short = found.end - found.start <= 2  # noqa: PLR2004 (a town's name, not a sentence)
        if short and poll["PER"] <= _NO_PERSON and _listed_with_places(words, found, labels):
            poll["LOC"] += _NEIGHBOUR
    vouched = _vouched(words, candidates, heard, last_words)
    settled = (_settled(words, f, _winner(polls[words.key(f)], f.label), vouched) for f in candidates)
    trimmed = (trim(words, f) if f is not None and f.label == "PER" and not f.sure else f for f in settled)
    return [_sure_of_town(words, found, named) for found in trimmed if found is not None]
