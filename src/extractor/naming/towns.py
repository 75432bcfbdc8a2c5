"""Towns of the gazetteer in the countries that the article speaks of: «Uvira» beside «Congo»."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.compounds import is_known
from extractor.gazetteer import find, is_town
from extractor.lexicon import tables
from extractor.naming.cues import first_names, surnames
from extractor.naming.forms import plain, plural
from extractor.naming.knowledge import look_up, namesakes, roles
from extractor.naming.words import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.naming.words import Words

_WIDEST = 3  # tokens: «Mocímboa da Praia»
_SHORTEST = 4  # letters
_LINKS = frozenset(("de", "da", "do", "del", "du", "la", "el", "le", "es"))


@cache
def peoples() -> dict[str, str]:
    """Demonym, plain and in lower case, to its country; none that two countries share."""
    meant: dict[str, set[str]] = {}
    for code, country in tables("places.toml")["countries"].items():
        for word in country["demonyms"]:
            for form in (word, plural(word)):
                meant.setdefault(plain(form).lower(), set()).add(code)
    return {form: next(iter(codes)) for form, codes in meant.items() if len(codes) == 1}


def countries(words: Words, candidates: list[Found]) -> frozenset[str]:
    """ISO codes of the countries that the article names: by name, region, capital or demonym.

    Args:
        words: The text.
        candidates: Its names so far.
    """
    named = {peoples()[low] for low in peoples().keys() & words.low}
    for found in candidates:
        known = look_up(words.string(found)) if found.label == "LOC" else None
        if known is not None:
            named.update(entry.country for entry in (known, *namesakes(known.name)) if entry.country)
    return frozenset(named)


@lru_cache(maxsize=1 << 12)
def _where(name: str) -> frozenset[str]:
    """The countries that have a town spelt so."""
    return frozenset(town.country for town in find(name)) if is_town(name) else frozenset()


def is_town_of(words: Words, found: Found, named: frozenset[str]) -> bool:
    """True if a town of one of the countries is spelt so, and the word is no first name, surname or role."""
    low = words.low[found.start]
    if found.end - found.start == 1 and (low in first_names() or low in surnames() or low in roles()):
        return False
    name = words.string(found)
    return len(name) >= _SHORTEST and look_up(name) is None and not named.isdisjoint(_where(name))


def _may_name(words: Words, i: int) -> bool:
    """True for a capital that the sentence's start does not explain, and for a word that French has not.

    The model's vectors are its word list: they hold «mine» and «sens», not «uvira».
    """
    if not words.text[i][:1].isupper():
        return False
    if not words.opens_sentence(i):
        return True
    vocab = words.doc.vocab
    if vocab.vectors.n_keys <= 0:
        return bool(words.pos[i] == "PROPN")
    return not is_known(vocab, words.text[i].lower())


def _end(words: Words, start: int, taken: set[int]) -> Iterator[int]:
    """Where a name that starts here may end, the widest first."""
    last = min(start + _WIDEST, len(words))
    for end in range(last, start, -1):
        if taken.isdisjoint(range(start, end)) and all(
            words.text[i][:1].isupper() or words.low[i] in _LINKS for i in range(start + 1, end)
        ):
            yield end


def towns(words: Words, candidates: list[Found]) -> Iterator[Found]:
    """Capitalised words that no candidate covers and that name a town of a country of the article.

    Args:
        words: The text.
        candidates: Its names so far, none overlapping.
    """
    named = countries(words, candidates)
    taken = {i for f in candidates for i in range(f.start, f.end)}
    for start in range(len(words) if named else 0):
        if start in taken or not _may_name(words, start):
            continue
        if start and (start - 1 in taken or words.text[start - 1][:1].isupper()):
            continue  # the end of another name
        for end in _end(words, start, taken):
            found = Found(start, end, "LOC")
            beside = end < len(words) and words.text[end][:1].isupper()
            if words.text[end - 1][:1].isupper() and not beside and is_town_of(words, found, named):
                taken.update(range(start, end))
                yield found
                break
