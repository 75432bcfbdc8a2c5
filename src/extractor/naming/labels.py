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
_WIDEST_ROLE = 12


@cache
def first_names() -> frozenset[str]:
    """The entries of ``first_names.txt``, plain and in lower case."""
    return frozenset(plain(name).lower() for name in lexicon("lexicons/first_names.txt"))


@cache
def surnames() -> frozenset[str]:
    """The entries of ``surnames.txt``, plain and in lower case."""
    return frozenset(plain(name).lower() for name in lexicon("lexicons/surnames.txt"))


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
    return left[-1] in _OF and ((left[-2:-1] and left[-2] in _localities()) or (words.pos[start - 2] == "ADJ" and left[-3:-2] and left[-3] in _localities()) or False)


def _placed(words: Words, end: int) -> bool:
    """«X, capitale de…», «X, deuxième ville du pays», «X, à 30 km de…», «X, dans le nord de…», «X, d'où…»."""
    right = words.right(end, 7)
    if right[:1] not in ([","], ["("]) or len(right) < 3:  # noqa: PLR2004 (a comma and two words)
        return False
    nouns = word_list("places", "settlement") | word_list("places", "appositions")
    if any(word in nouns for word in right[1:4]) or right[1] == "ou" or right[1:3] == ["d'", "ou"]:
        return True
    if right[1] == "a" and any(word in _DISTANCE for word in right[2:]):
        return True
    return right[1] in _COMPASS or (right[1] in ("dans", "au", "a") and any(word in _COMPASS for word in right[2:5]))


def _role_follows(words: Words, end: int) -> bool:
    """«X, porte-parole de…», «X, un habitant»."""
    right = words.right(end, 4)
    return right[:1] == [","] and any(word in roles() for word in right[1:3] if word not in _OF)


def _role_precedes(words: Words, start: int) -> bool:
    """«le président sortant X», «le procureur de Toulouse, X»: a role noun in the phrase in front."""
    i = start - 1
    if i >= 0 and words.low[i] == ",":
        i -= 1
    while i >= 0 and start - i <= _WIDEST_ROLE and words.pos[i] in ("NOUN", "ADJ", "ADP", "DET", "PROPN") and words.text[i] != "\n":
        if words.low[i] in roles() and words.text[i].islower():
            return True
        if words.text[start - 1] != "," and words.pos[i] not in ("ADJ", "NOUN"):
            return False
        i -= 1
    return False


def _nicknamed(words: Words, start: int) -> bool:
    """«X, dit "Y"»."""
    left = [word for word in words.left(start, 3) if word[0].isalnum()]
    return bool(left) and left[-1] in word_list("titles", "nicknames")


def _person_cues(words: Words, found: Found, votes: Votes) -> None:
    several = found.end - found.start > 1
    before = words.left(found.start, 1)
    if several and words.capitalised(found.end - 1) and {words.low[found.start], words.low[found.start].split("-")[0]} & first_names():
        votes["PER"] += 2.5
    if _role_follows(words, found.end):
        votes["PER"] += 2
    if before and (before[0] in word_list("titles", "civilities") or before[0] in ranks()):
        votes["PER"] += 4
    elif several and _role_precedes(words, found.start):
        votes["PER"] += 2.5
    elif before and before[0] in roles() and words.text[found.start - 1].islower():
        votes["PER"] += 1.2
    if _nicknamed(words, found.start):
        votes["PER"] += 4
    if words.low[found.end - 1] in surnames():
        votes["PER"] += 2.5
    if _speaks(words, found):
        votes["PER"] += 0.5


def _speaks(words: Words, found: Found) -> bool:
    """«X a déclaré», «déclare X»."""
    around = [*range(found.start - 1, found.start), *range(found.end, min(found.end + 3, len(words)))]
    verbs = (words.doc[i].lemma_ for i in around if i >= 0 and words.pos[i] == "VERB")
    return any(plain(verb) in word_list("people", "speech_verbs") for verb in verbs)


def _moved_from(words: Words, start: int) -> bool:
    """«expulsés de X», «partis de X»."""
    left = words.left(start, 2)
    return len(left) == 2 and left[1] in ("de", "d'") and left[0].startswith(tuple(word_list("places", "movements")))  # noqa: PLR2004 (verb and preposition)


def _taken(words: Words, start: int) -> bool:
    """«reconquis X»: the object of a verb that takes places."""
    return start > 0 and words.pos[start - 1] == "VERB" and plain(words.doc[start - 1].lemma_) in word_list("places", "conquests")


def _place_cues(words: Words, found: Found, votes: Votes) -> None:
    start, single = found.start, found.end - found.start == 1
    left = words.left(start, 4)
    if _of_place_noun(words, start):
        votes["LOC"] += 3
    elif any(tuple(left[-width:]) in phrases("places", "sites_of") for width in (2, 3, 4)):
        votes["LOC"] += 2.5
    elif single and ((left[-1:] and left[-1] in word_list("places", "prepositions")) or _taken(words, start)):
        votes["LOC"] += 1.2
    elif single and _moved_from(words, start):
        votes["LOC"] += 1.5
    if _placed(words, found.end):
        votes["LOC"] += 2.5
    right = words.right(found.end, 2)
    if single and left[-1:] in ([","], ["et"], [":"]) and right[:1] == ["le"] and right[-1].isdigit():
        votes["LOC"] += 1.2
    if not single and words.text[start][0].isupper() and words.low[start] in word_list("places", "kept_site"):
        votes["LOC"] += 3


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
    linked = 1 if words.left(found.start, 1) in (["de"], ["d'"], ["a"]) else 0  # «de X et d'Y»
    left, right = words.left(found.start - linked, 1), words.right(found.end, 1)
    before = left in ([","], ["et"], ["ou"]) and labels.get(found.start - linked - 2) == "LOC"
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


def _vouched(words: Words, candidates: list[Found]) -> set[str]:
    """Names that something beside the model's guess calls a person's: the news gives a full name first."""
    last_words = _surnames(words, candidates)
    vouched = set()
    for found in candidates:
        low = words.low[found.start]
        if found.end - found.start > 1 or low in last_words or low in first_names() or cues(words, found)["PER"] > 0:
            vouched.add(words.key(found))
    return vouched


def _settled(words: Words, found: Found, label: str | None, vouched: set[str]) -> Found | None:
    """A single word that only the model calls a person is a place after «de», nothing elsewhere."""
    if label is None:
        return None
    if label == "PER" and words.key(found) not in vouched:
        return found._replace(label="LOC") if words.left(found.start, 1) in (["de"], ["d'"]) else None
    return found._replace(label=label)


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
    vouched = _vouched(words, candidates)
    settled = (_settled(words, f, _winner(polls[words.key(f)], f.label), vouched) for f in candidates)
    return [found for found in settled if found is not None]
