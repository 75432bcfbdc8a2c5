"""Which actors of an article are of one party: «Kiev», «les Ukrainiens» and «l'armée ukrainienne»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.captures.vocabulary import actor_side, is_role_noun
from extractor.lexicon import tables
from extractor.naming.forms import initials_match, is_acronym, plain
from extractor.naming.knowledge import look_up
from extractor.naming.patterns import organisations as patterned
from extractor.naming.towns import peoples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.captures.vocabulary import Side

_WORD = re.compile(r"[^\W_][\w-]*")
_SHORT = 3
_STEM = 4
_SIDES: dict[str, Side] = {"armed_group": "insurgent", "military": "state"}
_OWNER = re.compile(r" (?:de la |de l'|du |des |de |d')")
_BYSTANDERS = frozenset(("international", "media", "company", "party"))
# «Armée de libération oromo»: no army of a state, though called one.
_LIBERATION = re.compile(r"\b(?:front|armee|forces|mouvement)\b.*\b(?:liberation|independance)\b")

# «Armée de la conquête»: a group that calls itself an army; «Armée de terre» is a state's.
_OWN_ARMY = re.compile(r"Armée (?:d[ue]s? |de la |de l['’])(?!terre\b|air\b)")


@cache
def party_words(name: str) -> frozenset[str]:
    """A class of words of ``data/captures/parties.toml``.

    Args:
        name: ``common``, ``vague`` or ``units``.
    """
    return frozenset(tables("captures/parties.toml")["words"][name])


@dataclass(frozen=True, slots=True)
class Party:
    """What the name of an actor tells of its party.

    Attributes:
        name: The actor as the text names it.
        words: Words that other names of the same party are likely to share.
        countries: ISO codes of the countries whose people, capital or name stands in it.
        side: ``insurgent``, ``state`` or None where unknown.
        named: Whether it is a proper name rather than a noun («rebelles»).
    """

    name: str
    words: frozenset[str]
    countries: frozenset[str]
    side: str | None
    named: bool


@lru_cache(maxsize=4096)
def party(name: str) -> Party:
    """What the name of an actor tells.

    Args:
        name: The actor as the text names it.
    """
    found = _WORD.findall(name)
    words = [plain(word).lower() for word in found]
    countries = {peoples()[word] for word in words if word in peoples()}
    known = look_up(name)
    if known is not None and known.label == "LOC" and known.country is not None:
        countries.add(known.country)
    rare = {
        word
        for word, given in zip(words, found, strict=True)
        if (len(word) > _SHORT or is_acronym(given))  # «groupe armé M23»
        and word not in party_words("common")
        and word not in peoples()
        and not is_role_noun(word)
    }
    return Party(name, frozenset(rare), frozenset(countries), side_of(name), _is_named(name))


def _is_named(name: str) -> bool:
    """Whether it is a proper name: «Séléka», not «rebelles», nor «REBELLES» in a title."""
    return name[:1].isupper() and not (name.isupper() and actor_side(name.lower()))


def is_vague(name: str) -> bool:
    """Whether any party may be called so («hommes», «colonne»).

    Args:
        name: An actor as the text names it.
    """
    return name.lower() in party_words("vague")


def is_from_abroad(name: str) -> bool:
    """Whether they leave a country rather than a town: «troupes étrangères».

    Args:
        name: An actor as the text names it.
    """
    return not party_words("foreign").isdisjoint(name.lower().split())


def is_unit(name: str) -> bool:
    """Whether it holds one town, not all that its side holds: «garnison», «régiment».

    Args:
        name: An actor as the text names it.
    """
    return not party_words("units").isdisjoint(name.split())


def is_fighter(name: str) -> bool:
    """Whether a name can be of a side of a war: no agency, no company, no observer.

    Args:
        name: An actor as the text names it.
    """
    known, words = look_up(name), name.lower().split()
    watches = known.kind in _BYSTANDERS if known else not party_words("bystanders").isdisjoint(words)
    is_number = name[:1].isdigit() and len(words) == 1  # «18h45»
    return not watches and not is_number and words[:1] != ["casques"]


@lru_cache(maxsize=4096)
def side_of(name: str | None) -> str | None:
    """Side of an actor, by its nouns or its kind: ``insurgent``, ``state``, or None where unknown.

    Args:
        name: The actor as the text names it.
    """
    if not name:
        return None
    known = look_up(name)
    if _LIBERATION.search(plain(name).lower()) or (known is not None and known.kind == "armed_group"):
        return "insurgent"  # «Armée syrienne libre»
    sides = {actor_side(word) for word in name.replace("'", " ").split()} - {None, "either"}
    if not sides and not party_words("of_state").isdisjoint(name.lower().split()):
        sides = {"state"}  # «forces gouvernementales»
    if len(sides) == 1:
        return None if sides == {"state"} and _OWN_ARMY.match(name) else sides.pop()
    if known is not None and known.label == "ORG":
        return _SIDES.get(known.kind)
    found = patterned(name)
    if found and found[0].end - found[0].start == len(name):
        return _SIDES.get(found[0].kind)
    owner = _OWNER.search(name)
    return side_of(name[owner.end() :]) if owner is not None and is_vague(name[: owner.start()]) else None


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str | None:
    """What the tables, else the pattern of a name, call it (``military``, ``media``); None where they do not.

    Args:
        name: The actor as the text names it.
    """
    known = look_up(name)
    if known is not None:
        return known.kind
    found = patterned(name)
    return found[0].kind if found and found[0].end - found[0].start == len(name) else None


def opposed(a: str | None, b: str | None) -> bool:
    """Whether two actors are of opposite sides: the state, and insurgents.

    Args:
        a: One name.
        b: The other.
    """
    sides = {side_of(a), side_of(b)}
    return sides == {"insurgent", "state"}


@lru_cache(maxsize=1 << 12)
def same_party(a: str, b: str) -> bool:
    """Whether two names can be of one party.

    Args:
        a: One name.
        b: The other.
    """
    if same_name(a, b):
        return True
    one, other = party(a), party(b)
    if _are_apart(one, other):
        return False
    return not (one.named and other.named) and one.side is not None and one.side == other.side


def one_name(a: str, b: str) -> bool:
    """Whether two names are one, in full or in short: «Armée de l'Aube» and «AA».

    Args:
        a: One name.
        b: The other.
    """
    return a == b or any(
        is_acronym(short) and " " in long and initials_match(short, long.replace("'", "' ").split())
        for short, long in ((a, b), (b, a))
    )


@lru_cache(maxsize=1 << 12)
def same_name(a: str, b: str) -> bool:
    """Whether the words of two names make them one party: a short form, a word, a country that they share.

    Args:
        a: One name.
        b: The other.
    """
    if one_name(a, b):
        return True
    one, other = party(a), party(b)
    if _are_apart(one, other):
        return False
    if any(_alike(x, y) for x in one.words for y in other.words):
        return True
    return bool(one.countries & other.countries) and "insurgent" not in (one.side, other.side)


def _are_apart(one: Party, other: Party) -> bool:
    """Whether two parties are of opposite sides or of two countries."""
    if opposed(one.name, other.name):
        return True
    return bool(one.countries and other.countries) and not one.countries & other.countries


def _alike(a: str, b: str) -> bool:
    """«gouvernement», «progouvernementales»."""
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) > _STEM and short in long)


def parties(names: Iterable[str]) -> list[list[str]]:
    """The actors by party, proper names first; a noun goes with the first party that it can be of.

    Args:
        names: Actors as the text names them, in order; each mention counts.
    """
    return [list(group) for group in _grouped(tuple(names))]


@lru_cache(maxsize=16)  # each change of hands of an article asks for nearly the same actors
def _grouped(names: tuple[str, ...]) -> list[list[str]]:
    found: list[list[str]] = []
    distinct: list[set[str]] = []
    for name in sorted(names, key=lambda name: not name[:1].isupper()):
        group = next((i for i, known in enumerate(distinct) if all(same_party(name, o) for o in known)), None)
        if group is None:
            group = next(
                (i for i, known in enumerate(distinct) if any(same_party(name, o) for o in known)), None
            )
        if group is None:
            found.append([name])
            distinct.append({name})
        else:
            found[group].append(name)
            distinct[group].add(name)
    return found
