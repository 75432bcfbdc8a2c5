"""Candidates that are no names after all: offices, competitions, peoples, stray words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.gazetteer import find, is_town
from extractor.naming.boundaries import LINKS, is_name
from extractor.naming.knowledge import look_up
from extractor.naming.rules import key_list, word_list

if TYPE_CHECKING:
    from extractor.naming.words import Found, Words

_TOWN = 15_000  # inhabitants
_QUOTES = frozenset(("«", '"', "“"))
_SMALL = frozenset(("ADP", "DET", "ADV", "NUM", "ADJ"))
_PLURAL_ARTICLES = frozenset(("les", "des", "aux"))


def _before_links(words: Words, start: int) -> int:
    """The token in front of «de la», «d'», «à la»; -1 at the start of the text."""
    i = start - 1
    while i >= 0 and start - i <= 3 and (words.low[i] in LINKS or words.low[i] == "a"):  # noqa: PLR2004 (two links)
        i -= 1
    return i


def office(words: Words, found: Found) -> bool:
    """«ministre de la Défense», «ministre russe de la Défense»: an office, no organisation."""
    if found.sure or found.label == "PER":
        return False
    i = _before_links(words, found.start)
    return any(word in word_list("titles", "offices") for word in words.low[max(0, i - 1) : i + 1])


def _portfolio(words: Words, found: Found) -> bool:
    """«elle reste à la Culture», «le portefeuille de l'Intérieur»: what a minister is in charge of."""
    if found.sure or found.label == "PER":
        return False
    governed = words.left(found.start, 1) in (["la"], ["l'"], ["au"], ["aux"], ["le"], ["les"], ["du"])
    return governed and words.key(found) in key_list("titles", "portfolios")


def _competition(words: Words, found: Found) -> bool:
    """«Coupe d'Europe»: a competition, no place."""
    i = _before_links(words, found.start)
    linked = 0 <= i < found.start - 1
    named = linked and words.low[i] in word_list("places", "competitions") and words.text[i][0].isupper()
    return named and found.label == "LOC"


def _stray(words: Words, found: Found, elsewhere: set[str]) -> bool:
    """A word that opens a sentence before a small word, and is a name nowhere else: «Déserte depuis…»."""
    if found.sure or found.end - found.start > 1 or words.string(found) in elsewhere:
        return False
    following = words.pos[found.end] if found.end < len(words) else ""
    return words.opens_sentence(found.start) and (
        following in _SMALL or words.text[found.end : found.end + 1] == [":"]
    )


def _people_called(words: Words, found: Found) -> bool:
    """«les Littoraux», «des Norvanis»: a plural that no list knows as a place."""
    if found.sure or found.label != "LOC" or found.end - found.start > 1 or found.start == 0:
        return False
    return words.low[found.start - 1] in _PLURAL_ARTICLES and look_up(words.string(found)) is None


def _thing(words: Words, found: Found) -> bool:
    """«l'ouragan Katrina», «les programmes X et Y», «Jupiter»."""
    if found.sure:
        return False
    i = found.start - 1
    if i > 1 and words.low[i] == "et":
        i -= 2
    if i >= 0 and words.low[i] in word_list("places", "things") and words.text[i].islower():
        return found.label != "ORG"
    return found.label == "LOC" and words.string(found).lower() in word_list("places", "celestial")


def _code_name(words: Words, found: Found) -> bool:
    """«l'opération « Tonnerre »», «l'offensive, baptisée "Jérusalem",»."""
    i = found.start - 1
    return i > 0 and words.text[i] in _QUOTES and words.low[i - 1] in word_list("places", "code_named")


def _two_towns(words: Words, found: Found) -> bool:
    """«Bordeaux-Bègles», «Lyon-Grenoble»: no place."""
    parts = words.string(found).split("-")
    if found.sure or found.label != "LOC" or len(parts) != 2 or is_town(words.string(found)):  # noqa: PLR2004 (a pair)
        return False
    return all(is_town(part) and find(part)[0].population >= _TOWN for part in parts)


def _club_of(words: Words, found: Found) -> Found | None:
    """Two towns in one name are a club, or the two ends of a line."""
    if not _two_towns(words, found):
        return found
    if any(word in word_list("places", "lines") for word in words.left(found.start, 3)):
        return None
    return found._replace(label="ORG")


def wanted(words: Words, candidates: list[Found]) -> list[Found]:
    """The candidates without offices, competitions, peoples and stray words.

    Args:
        words: The text.
        candidates: With their final labels.
    """
    things = {words.key(f) for f in candidates if _thing(words, f)}
    candidates = [club for f in candidates if (club := _club_of(words, f)) is not None]
    elsewhere = {words.string(f) for f in candidates if not words.opens_sentence(f.start)}
    return [
        f
        for f in candidates
        if not (
            office(words, f)
            or (not f.sure and words.key(f) in things)
            or _portfolio(words, f)
            or _competition(words, f)
            or _stray(words, f, elsewhere)
            or _people_called(words, f)
            or _code_name(words, f)
        )
    ]


def repeatable(words: Words, found: Found) -> bool:
    """True if a word written like a name is the name again: no office, no word that opens a sentence."""
    return (found.sure or is_name(words, found)) and not office(words, found)
