"""Sites keep their noun: «aéroport international d'Alep», «palais Rohan», «mer d'Azov»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.naming.boundaries import LINKS
from extractor.naming.knowledge import demonyms, look_up
from extractor.naming.rules import phrases, word_list
from extractor.naming.words import Found

if TYPE_CHECKING:
    from extractor.naming.words import Words

_DEFINITE = frozenset(("le", "la", "les", "l'", "du", "au", "aux", "des"))
_LONGEST_NOUN = 3
_MOST_LINKS = 2  # «de la»


def _noun_start(words: Words, end: int) -> int | None:
    """First token of a site's noun that ends here, adjectives behind it allowed: «aéroport civil»."""
    nouns = phrases("places", "kept_site") | phrases("places", "kept_water")
    for skipped in range(3):
        last = end - skipped
        if skipped and (last < 0 or (words.pos[last] != "ADJ" and words.low[last] not in demonyms())):
            return None
        for width in range(_LONGEST_NOUN, 0, -1):
            first = last - width
            if first >= 0 and tuple(words.low[first:last]) in nouns:
                return first
    return None


def site_start(words: Words, found: Found) -> int | None:
    """Where the site's name starts if a site's noun stands in front of a place; None otherwise.

    «une mosquée de Kaboul» names no site: the noun needs a definite article or a capital.
    """
    end = found.start
    while end > 0 and found.start - end < _MOST_LINKS and words.low[end - 1] in LINKS:
        end -= 1
    linked = end < found.start
    first = _noun_start(words, end) if linked or words.text[found.start][:1].isupper() else None
    if first is None:
        return None
    if (
        linked
        and words.low[end] in ("de", "d'")
        and words.low[first] in word_list("places", "described_site")
    ):
        return None  # «l'hôpital de Sarvane»: the town's, whatever its name
    known = look_up(words.string(found))
    if linked and known is not None and known.kind == "water":
        return None
    definite = (first > 0 and words.low[first - 1] in _DEFINITE) or words.text[first][:1].isupper()
    return first if definite else None


def _crossing(words: Words, found: Found) -> Found:
    """«pont de l'Euphrate», «piste du Sahara»: not the name of a site, but a river's or a region's."""
    nouns = phrases("places", "kept_site")
    start = found.start + 1
    if found.sure or found.label != "LOC" or (words.low[found.start],) not in nouns:
        return found
    while start < found.end and words.low[start] in LINKS:
        start += 1
    rest = found._replace(start=start)
    known = look_up(words.string(rest)) if start < found.end else None
    return rest if known is not None and known.kind in ("water", "region", "country") else found


def with_sites(words: Words, candidates: list[Found]) -> list[Found]:
    """Places that a site's noun precedes take it in; a name right behind such a noun becomes a place."""
    widened: list[Found] = []
    for candidate in candidates:
        found = _crossing(words, candidate)
        site = found
        direct = found.start > 0 and words.low[found.start - 1] not in LINKS
        if found.label == "LOC" or (not found.sure and (direct or found.label == "MISC")):
            start = site_start(words, found)
            if start is not None and (not widened or widened[-1].end <= start):
                site = Found(start, found.end, "LOC", sure=True)
        widened.append(site)
    return widened
