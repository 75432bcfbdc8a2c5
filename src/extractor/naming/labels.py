"""What sort of thing a name is: decided once for the whole article, from the model's votes and from cues."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.naming.boundaries import Found, lower, starts_sentence
from extractor.naming.forms import is_acronym, key
from extractor.naming.knowledge import look_up, ranks, roles
from extractor.naming.rules import phrases, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

Votes = dict[str, float]
_OF = frozenset(("de", "d'", "du", "des"))


def _left(doc: Doc, start: int, width: int) -> tuple[str, ...]:
    return tuple(lower(t) for t in doc[max(0, start - width) : start])


def _after_place_noun(doc: Doc, start: int) -> bool:
    """«la ville de X», «les villages de X», «la localité X», «la ville syrienne de X»."""
    nouns = word_list("places", "settlement") | word_list("places", "region") | word_list("places", "bare_site")
    left = _left(doc, start, 5)
    if not left:
        return False
    if left[-1] in nouns and doc[start - 1].text.islower():
        return True
    return left[-1] in _OF and any(word in nouns for word in left[-4:-1])


def _after_preposition(doc: Doc, start: int) -> bool:
    left = _left(doc, start, 4)
    return any(left[-len(p) :] == p for p in phrases("places", "prepositions"))


def _before_place_noun(doc: Doc, end: int) -> bool:
    """«X, capitale de…», «X, deuxième ville du pays», «X, dans le nord de…»."""
    right = [lower(t) for t in doc[end : end + 6]]
    return right[:1] == [","] and any(word in word_list("places", "settlement") for word in right[1:4])


def cues(doc: Doc, found: Found) -> Votes:
    """What the words around one mention say."""
    votes: Votes = defaultdict(float)
    single = found.end - found.start == 1
    before = _left(doc, found.start, 1)
    if before and (before[0] in word_list("titles", "civilities") or before[0] in ranks()):
        votes["PER"] += 4
    elif before and before[0] in roles() and doc[found.start - 1].text.islower():
        votes["PER"] += 1.5
    if before and before[0] in word_list("organisations", "cues"):
        votes["ORG"] += 2.5
    if _after_place_noun(doc, found.start):
        votes["LOC"] += 3
    elif single and _after_preposition(doc, found.start):
        votes["LOC"] += 1.2
    if _before_place_noun(doc, found.end):
        votes["LOC"] += 2.5
    name = doc[found.start : found.end].text
    if is_acronym(name) and len(name) <= 7 and before and before[0] in ("l'", "le", "la", "les", "du", "des", "au", "aux", "("):
        votes["ORG"] += 1.5
    if found.end < len(doc) and doc[found.end].lemma_.lower() in word_list("people", "speech_verbs") and not starts_sentence(doc[found.start]):
        votes["PER"] += 0.5
    return votes


def _surnames(doc: Doc, candidates: Iterable[Found]) -> set[str]:
    """The last words of the people's full names."""
    return {key(doc[f.end - 1].text) for f in candidates if f.label == "PER" and f.end - f.start > 1}


def decided(doc: Doc, candidates: list[Found]) -> list[Found]:
    """The candidates with one label a name; those that stay ``MISC`` are left out."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    surnames = _surnames(doc, candidates)
    for found in candidates:
        name = key(doc[found.start : found.end].text)
        if found.label != "MISC":
            votes[name][found.label] += 100 if found.sure else 1
        for label, weight in cues(doc, found).items():
            votes[name][label] += weight
    labelled = []
    for found in candidates:
        name = key(doc[found.start : found.end].text)
        poll = votes[name]
        if name in surnames and look_up(name) is None:
            poll["PER"] += 3
        if poll:
            label = max(("PER", "LOC", "ORG"), key=lambda label: (poll[label], label == found.label))  # noqa: B023 (used at once)
            labelled.append(found._replace(label=label))
    return labelled
