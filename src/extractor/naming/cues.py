"""What the words around a mention say of its type; the words themselves are data, ``names.toml``."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import words as lexicon
from extractor.naming.forms import is_acronym, plain
from extractor.naming.knowledge import demonyms, ranks, roles
from extractor.naming.rules import phrases, word_list
from extractor.naming.sites import site_start

if TYPE_CHECKING:
    from extractor.naming.words import Found, Words

Votes = dict[str, float]

# Weights in units of one vote of the statistical model: a cue that settles the matter outweighs two mentions.
STRONG = 2.5
DECISIVE = 4.0
_FAIR, _DOUBTFUL, _WEAK = 1.2, 0.9, 0.5
_OF = frozenset(("de", "d'", "du", "des"))
_ARTICLES = frozenset(("l'", "le", "la", "les", "du", "des", "au", "aux"))
_DISTANCE = frozenset(("km", "kilometres", "kilometre", "metres", "heures", "minutes"))
_COMPASS = frozenset(
    ("nord", "sud", "est", "ouest", "nord-est", "nord-ouest", "sud-est", "sud-ouest", "centre")
)
_LANDS = ("ie", "stan")  # «la Mourovie»
_LONGEST_ACRONYM = 7
_WIDEST_ROLE = 12
_WIDEST_DATE = 4  # tokens: «jeudi 13 octobre au soir»
_FALLS = tuple([word] for word in ("dans", "sur", "en", "des", "a", "malade", "enceinte", "amoureuse", "de"))
_AUXILIARIES = 2  # «avait été»


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
    return (
        word_list("places", "settlement") | word_list("places", "region") | word_list("places", "bare_site")
    )


def _of_place_noun(words: Words, start: int) -> bool:
    """«la ville de X», «les villages de X», «la localité X», «la ville syrienne de X»."""
    left = words.left(start, 3)
    if not left:
        return False
    if left[-1] in _localities():
        return words.text[start - 1].islower()
    if left[-1] not in _OF or len(left) == 1:
        return False
    return left[-2] in _localities() or (words.pos[start - 2] == "ADJ" and left[0] in _localities())


def _placed(words: Words, end: int) -> bool:
    """«X, capitale de…», «X, à 30 km de…», «X, dans le nord de…», «X, d'où…»."""
    right = words.right(end, 7)
    if len(right) < 3 or right[0] not in (",", "(") or right[1] == "depuis":  # noqa: PLR2004 (a comma and two words)
        return False
    nouns = word_list("places", "settlement") | word_list("places", "appositions")
    if any(word in nouns for word in right[1:4]) or right[1] == "ou" or right[1:3] == ["d'", "ou"]:
        return True
    if right[1] == "a" and any(word in _DISTANCE for word in right[2:]):
        return True
    return right[1] in _COMPASS or (
        right[1] in ("dans", "au", "a") and any(word in _COMPASS for word in right[2:5])
    )


def _moved_from(words: Words, start: int) -> bool:
    """«expulsés de X», «partis de X»."""
    verb, preposition = ([""] * 2 + words.left(start, 2))[-2:]
    return preposition in ("de", "d'") and verb.startswith(tuple(word_list("places", "movements")))


def _seized(words: Words, start: int) -> bool:
    """«s'est emparé de X», «s'est emparé le 13 octobre de X»."""
    if words.left(start, 1) not in (["de"], ["d'"]):
        return False
    before = words.left(start - 1, _WIDEST_DATE)
    return any(word.startswith("empar") for word in before)


def _conquered(words: Words, start: int) -> bool:
    """«reconquis X»: the object of a verb that takes places."""
    if start == 0 or words.pos[start - 1] != "VERB":
        return False
    return words.lemma(start - 1) in word_list("places", "conquests")


def _fallen(words: Words, end: int) -> bool:
    """«X, prise le 3 mai», «X est tombée», «X avait été enlevée»."""
    i = end
    while i < len(words) and i - end <= _AUXILIARIES and words.pos[i] == "AUX":
        i += 1
    if i == end and words.low[end : end + 1] == [","]:
        i += 1
    if not end < i < len(words) or words.low[i] not in word_list("places", "conquered"):
        return False
    return not (words.low[i].startswith("tombe") and words.right(i + 1, 1)[0:1] in _FALLS)


def _place_votes(words: Words, found: Found) -> float:
    start, single = found.start, found.end - found.start == 1
    left, right = words.left(start, 4), words.right(found.end, 2)
    votes = 0.0
    if (
        _of_place_noun(words, start)
        or any(tuple(left[-width:]) in phrases("places", "sites_of") for width in (2, 3, 4))
        or _seized(words, start)
    ):
        votes += STRONG
    elif (
        single
        and ((left[-1:] and left[-1] in word_list("places", "prepositions")) or _conquered(words, start))
    ) or (single and _moved_from(words, start)):
        votes += _FAIR
    if _placed(words, found.end):
        votes += STRONG
    if _fallen(words, found.end) or (not single and words.low[start] in word_list("places", "toponyms")):
        votes += STRONG
    site = site_start(words, found)
    if site is not None and words.low[site] not in word_list("places", "staffed_site"):
        manned = left[-1:] in (["de"], ["d'"]) and words.low[site] in word_list("places", "manned_site")
        votes += _DOUBTFUL if manned else DECISIVE
    if single and left[-1:] in ([","], ["et"], [":"]) and right[:1] == ["le"] and right[-1].isdigit():
        votes += _FAIR  # «X le 4 octobre, Y le 17»
    if not single and words.low[start] in word_list("places", "kept_site"):
        built = words.text[start][0].isupper() or words.low[start] not in word_list("places", "staffed_site")
        votes += STRONG if built else 0
    if (
        single
        and left[-1:] == ["la"]
        and words.low[start].endswith(_LANDS)
        and not is_acronym(words.text[start])
    ):
        votes += _FAIR
    return votes


def _role_follows(words: Words, end: int) -> bool:
    """«X, porte-parole de…», «X, un habitant»."""
    right = words.right(end, 3)
    return (
        right[:1] == [","]
        and right[1:2] not in (["les"], ["des"])
        and any(word in roles() for word in right[1:])
    )


def _aged(words: Words, end: int) -> bool:
    """«X, 43 ans»."""
    right = words.right(end, 4)
    return right[:1] == [","] and right[2:3] == ["ans"] and words.pos[end + 1] in ("NUM", "DET", "ADJ")


def _role_precedes(words: Words, start: int) -> bool:
    """«le président sortant X», «le procureur de Toulouse, X»: a role noun in the phrase in front."""
    comma = start > 0 and words.text[start - 1] == ","
    for i in range(start - 1 - comma, max(-1, start - _WIDEST_ROLE), -1):
        if words.low[i] in roles() and words.text[i].islower():
            return True
        allowed = ("NOUN", "ADJ", "ADP", "DET", "PROPN") if comma else ("NOUN", "ADJ")
        if words.pos[i] not in allowed:
            return False
    return False


def _nicknamed(words: Words, start: int) -> bool:
    """«X, dit "Y"»."""
    left = [word for word in words.left(start, 3) if word[0].isalnum()]
    return bool(left) and left[-1] in word_list("titles", "nicknames")


def _says(words: Words, i: int) -> bool:
    return words.lemma(i) in word_list("people", "speech_verbs")


def _speaks(words: Words, found: Found) -> bool:
    """«X a déclaré», «déclare X»."""
    around = (found.start - 1, found.end, found.end + 1, found.end + 2)
    verbs = (i for i in around if 0 <= i < len(words) and words.pos[i] == "VERB")
    return any(_says(words, i) for i in verbs)


def _is_relative_of(words: Words, start: int) -> bool:
    """«le fils de X», «l'avocat de X»."""
    noun, link = ([""] * 2 + words.left(start, 2))[-2:]
    return link in ("de", "d'") and noun in word_list("people", "relatives_of")


def _is_second_of_two(words: Words, start: int) -> bool:
    """«MM. X et Y», «les généraux X et Y»."""
    left = words.left(start, 5)
    titles = (word in ("mm", "mm.", "mmes") or (word in roles() and word[-1] in "sx") for word in left)
    return left[-1:] == ["et"] and any(titles)


def _person_votes(words: Words, found: Found) -> float:
    start, last = found.start, found.end - 1
    before = words.low[start - 1] if start else ""
    votes = 0.0
    if start < last and words.capitalised(last) and _is_first_name(words.low[start]):
        votes += STRONG
    if before in word_list("titles", "civilities") or before in ranks():
        votes += DECISIVE
    elif start < last and _role_precedes(words, start):
        votes += STRONG
    elif before in roles() and words.text[start - 1].islower():
        votes += _FAIR
    if _is_relative_of(words, start) or _is_second_of_two(words, start):
        votes += STRONG
    if _nicknamed(words, start):
        votes += DECISIVE
    toponym = start < last and words.low[start] in word_list("places", "toponyms")
    if words.low[last] in surnames() and not toponym:
        votes += STRONG
    # «joint depuis Sarvane, son représentant», «dans la Somme, le député»
    stayed_at = start == last and (before in ("depuis", "a", "dans", "en") or before in _ARTICLES)
    if (_role_follows(words, found.end) and not stayed_at) or _aged(words, found.end):
        votes += STRONG
    if start < last and start and words.pos[start - 1] == "VERB" and _says(words, start - 1):
        return votes + _FAIR  # «a témoigné X Y»
    return votes + (_WEAK if _speaks(words, found) else 0)


def _is_first_name(word: str) -> bool:
    return word in first_names() or word.split("-", maxsplit=1)[0] in first_names()


def _organisation_votes(words: Words, found: Found) -> float:
    start, name = found.start, words.string(found)
    before = words.low[start - 1] if start else ""
    votes = 0.0
    if before in demonyms() and start > 1:
        before = words.low[start - 2]  # «son concurrent belge X»
    if before in word_list("organisations", "cues"):
        votes += STRONG
    if start < found.end - 1 and words.low[found.end - 1] in word_list("organisations", "endings"):
        votes += DECISIVE
    if (before in _ARTICLES or before == "(") and is_acronym(name) and len(name) <= _LONGEST_ACRONYM:
        votes += _FAIR
    head = words.low[start] in word_list("organisations", "heads") and words.text[start][0].isupper()
    if head and not words.opens_sentence(start):
        votes += STRONG
    return votes


def cues(words: Words, found: Found) -> Votes:
    """How much a mention and the words around it speak for each label; a label without a cue is left out.

    Args:
        words: The text.
        found: The mention; its own label does not matter.
    """
    votes: Votes = defaultdict(float)
    for label, weigh in (("PER", _person_votes), ("LOC", _place_votes), ("ORG", _organisation_votes)):
        weight = weigh(words, found)
        if weight:
            votes[label] = weight
    return votes
