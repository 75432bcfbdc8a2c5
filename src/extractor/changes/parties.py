"""Whether two articles that name a party can mean the same one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.captures.vocabulary import actor_side
from extractor.lexicon import tables
from extractor.naming.forms import initials_match, is_acronym, key, plain, plural
from extractor.naming.knowledge import demonyms, look_up

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 3


def same_party(some: frozenset[str], others: frozenset[str]) -> bool | None:
    """Whether two parties are one: True or False where their names tell, None where they may be.

    Args:
        some: All names that an article uses for one; empty where it names none.
        others: Those that another article uses.

    Example:
        >>> same_party(frozenset({"armée russe"}), frozenset({"Moscou"}))
        True
        >>> same_party(frozenset({"armée russe"}), frozenset({"rebelles"}))
        False
    """
    if not some or not others:
        return None
    if any(_same_name(a, b) for a in some for b in others):
        return True
    sides = party_side(some), party_side(others)
    if None not in sides and sides[0] != sides[1]:
        return False
    nations = _one(map(_nation, some)), _one(map(_nation, others))
    if None not in nations and "insurgent" not in sides:
        return nations[0] == nations[1] and (None if _vague(some) or _vague(others) else True)
    if any(_words(a) & _words(b) for a in some for b in others):
        return True
    return None if _is_noun(some) or _is_noun(others) else False


def may_be_noun_of(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one is told by a noun where the other has a name, or by nouns of one side.

    Args:
        some: All names that an article uses for one.
        others: Those that another article uses.
    """
    sides = party_side(some), party_side(others)
    return _is_noun(some) != _is_noun(others) or (sides[0] is not None and sides[0] == sides[1])


def party_side(names: frozenset[str]) -> str | None:
    """``insurgent`` or ``state`` where the nouns of a party's names tell, else None.

    Args:
        names: All names that an article uses for it.
    """
    return _one(map(_side, names))


def _is_noun(names: frozenset[str]) -> bool:
    return all(map(_generic, names))


def _one(found: Iterable[str | None]) -> str | None:
    values = {value for value in found if value is not None}
    return values.pop() if len(values) == 1 else None


@cache
def _same_name(a: str, b: str) -> bool:
    if key(a) == key(b):
        return True
    known = look_up(a), look_up(b)
    if known[0] is not None and known[1] is not None and known[0].same == known[1].same:
        return True
    return any(is_acronym(short) and initials_match(short, full.split()) for short, full in ((a, b), (b, a)))


def _split(name: str) -> list[str]:
    return plain(name).replace("'", " ").replace("-", " ").split()


@cache
def _side(name: str) -> str | None:
    """``insurgent`` or ``state`` by the nouns of a name."""
    nouns = {actor_side(word) for word in name.replace("'", " ").replace("’", " ").split()}
    return _one(nouns - {"either"})


def _vague(names: frozenset[str]) -> bool:
    """Whether nouns leave open whether it is a country's own side («opposition», «milices»)."""
    return any(actor_side(word) == "either" for name in names for word in name.split())


@cache
def _nation(name: str) -> str | None:
    """The country that a name says: «armée russe», «Russes», «Moscou»."""
    whole = look_up(name)
    if whole is not None and whole.country is not None:
        return whole.country
    return _one(_nations().get(word.lower()) for word in _split(name))


@cache
def _nations() -> dict[str, str]:
    """Countries by the demonyms that no two of them share, plain and in lower case."""
    found: dict[str, set[str]] = {}
    for code, country in tables("places.toml")["countries"].items():
        for word in country["demonyms"]:
            for form in (word, plural(word)):
                found.setdefault(plain(form).lower(), set()).add(code)
    return {form: codes.pop() for form, codes in found.items() if len(codes) == 1}


@cache
def _words(name: str) -> frozenset[str]:
    """Words that tell a party from others: neither its side, nor a people."""
    return frozenset(
        word.lower()
        for word in _split(name)
        if len(word) > _SHORT and not actor_side(word) and word.lower() not in demonyms()
    )


@cache
def _generic(name: str) -> bool:
    """Whether it is a noun and no name («rebelles», «hommes armés»)."""
    return not any(character.isupper() or character.isdigit() for character in name)
