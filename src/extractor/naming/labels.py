"""What sort of thing a name is: decided once for the whole article, from the model's votes and from cues."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import words as lexicon
from extractor.naming.forms import is_acronym, plain
from extractor.naming.knowledge import look_up, ranks, roles
from extractor.naming.rules import phrases, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.naming.words import Found, Words

Votes = dict[str, float]
_OF = frozenset(("de", "d'", "du", "des"))
_ARTICLES = frozenset(("l'", "le", "la", "les", "du", "des", "au", "aux"))
_DISTANCE = frozenset(("km", "kilometres", "kilometre", "metres", "heures", "minutes"))
_COMPASS = frozenset(("nord", "sud", "est", "ouest", "nord-est", "nord-ouest", "sud-est", "sud-ouest", "centre"))
_LONGEST_ACRONYM = 7


@cache
def first_names() -> frozenset[str]:
    """The entries of ``first_names.txt``, plain and in lower case."""
    return frozenset(plain(name).lower() for name in lexicon("lexicons/first_names.txt"))


@cache
def _localities() -> frozenset[str]:
    return word_list("places", "settlement") | word_list("places", "region") | word_list("places", "bare_site")


def _of_place_noun(words: Words, start: int) -> bool:
    """«la ville de X», «les villages de X», «la localité X», «la ville syrienne de X»."""
    left = words.left(start, 5)
    if not left:
        return False
    if left[-1] in _localities() and words.text[start - 1].islower():
        return True
    return left[-1] in _OF and (left[-2:-1] and left[-2] in _localities() or words.pos[start - 2] == "ADJ" and left[-3:-2] and left[-3] in _localities() or False)


def _placed(words: Words, end: int) -> bool:
    """«X, capitale de…», «X, deuxième ville du pays», «X, à 30 km de…», «X, dans le nord de…», «X (nord)»."""
    right = words.right(end, 7)
    if right[:1] not in ([","], ["("]):
        return False
    if any(word in word_list("places", "settlement") for word in right[1:4]):
        return True
    if right[1:2] == ["a"] and any(word in _DISTANCE for word in right[2:]):
        return True
    return right[1:2] in (["dans"], ["au"], ["a"]) and any(word in _COMPASS for word in right[2:5]) or right[1] in _COMPASS


def _role_follows(words: Words, end: int) -> bool:
    """«X, porte-parole de…», «X, un habitant»."""
    right = words.right(end, 4)
    return right[:1] == [","] and any(word in roles() for word in right[1:3] if word not in _OF)


def _person_cues(words: Words, found: Found, votes: Votes) -> None:
    several = found.end - found.start > 1
    before = words.left(found.start, 1)
    if before and (before[0] in word_list("titles", "civilities") or before[0] in ranks()):
        votes["PER"] += 4
    elif before and before[0] in roles() and words.text[found.start - 1].islower():
        votes["PER"] += 2.5 if several else 1.2
    if before == ["-"] or not before:
        return
    if [w for w in words.left(found.start, 3) if w not in ('"', "«", "“")][-1:] and [w for w in words.left(found.start, 3) if w not in ('"', "«", "“")][-1] in word_list("titles", "nicknames"):
        votes["PER"] += 4


def _place_cues(words: Words, found: Found, votes: Votes) -> None:
    single = found.end - found.start == 1
    if _of_place_noun(words, found.start):
        votes["LOC"] += 3
    else:
        left = words.left(found.start, 4)
        if any(tuple(left[-len(p) :]) == p for p in phrases("places", "sites_of")):
            votes["LOC"] += 2.5
        elif single and left[-1:] and left[-1] in word_list("places", "prepositions"):
            votes["LOC"] += 1.2
    if _placed(words, found.end):
        votes["LOC"] += 2.5


def _organisation_cues(words: Words, found: Found, votes: Votes) -> None:
    before = words.left(found.start, 1)
    name = words.string(found)
    if before and before[0] in word_list("organisations", "cues"):
        votes["ORG"] += 2.5
    if before and before[0] in _ARTICLES | {"("} and is_acronym(name) and len(name) <= _LONGEST_ACRONYM:
        votes["ORG"] += 1.5
    first = words.low[found.start]
    if words.text[found.start][0].isupper() and not words.opens_sentence(found.start) and first in word_list("organisations", "heads"):
        votes["ORG"] += 2.5


def cues(words: Words, found: Found) -> Votes:
    """What a mention itself and the words around it say."""
    votes: Votes = defaultdict(float)
    if found.end - found.start > 1 and words.low[found.start] in first_names() and words.capitalised(found.end - 1):
        votes["PER"] += 2.5
    if _role_follows(words, found.end):
        votes["PER"] += 2
    _person_cues(words, found, votes)
    _place_cues(words, found, votes)
    _organisation_cues(words, found, votes)
    return votes


def _surnames(words: Words, candidates: Iterable[Found]) -> set[str]:
    """The last words of the people's full names."""
    full = (f for f in candidates if f.label == "PER" and f.end - f.start > 1)
    return {words.low[f.end - 1] for f in full if look_up(words.string(f)) is None}


def _listed_with_places(words: Words, found: Found, labels: dict[int, str]) -> bool:
    """«X, Y et Z»: a neighbour behind a comma or «et» is a place."""
    left, right = words.left(found.start, 1), words.right(found.end, 1)
    before = left in ([","], ["et"], ["ou"]) and labels.get(found.start - 2) == "LOC"
    after = right in ([","], ["et"], ["ou"]) and labels.get(found.end + 1) == "LOC"
    return before or after


def _polls(words: Words, candidates: list[Found]) -> dict[str, Votes]:
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    surnames = _surnames(words, candidates)
    for found in candidates:
        name = words.key(found)
        poll = votes[name]
        single = found.end - found.start == 1
        if found.label != "MISC":
            poll[found.label] += 100 if found.sure else 1
        if single and words.low[found.start] in surnames and look_up(name) is None and poll["PER"] < 50:  # noqa: PLR2004 (not yet sure)
            poll["PER"] += 3
        for label, weight in cues(words, found).items():
            poll[label] += weight
    return votes


def _winner(poll: Votes, own: str) -> str | None:
    best = max(("PER", "LOC", "ORG"), key=lambda label: (poll[label], label == own))
    return best if poll[best] > 0 else None


def decided(words: Words, candidates: list[Found]) -> list[Found]:
    """The candidates with one label a name; those that stay ``MISC`` are left out.

    A second round lets neighbours in a list speak: «Jalalabad, Khost et X».
    """
    polls = _polls(words, candidates)
    labels = {i: _winner(polls[words.key(f)], f.label) or "" for f in candidates for i in (f.start, f.end - 1)}
    for found in candidates:
        poll = polls[words.key(found)]
        if found.end - found.start <= 2 and _listed_with_places(words, found, labels) and poll["PER"] <= 2:  # noqa: PLR2004 (no person's cue)
            poll["LOC"] += 1.5
    named = ((found, _winner(polls[words.key(found)], found.label)) for found in candidates)
    return [found._replace(label=label) for found, label in named if label is not None]


