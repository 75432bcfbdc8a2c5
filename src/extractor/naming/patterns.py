"""Organisations whose names follow a pattern: national forces, ministries, units, «Name (ACRONYM)». Pure.

The nouns and adjectives of the patterns are data: ``names.toml``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.lexicon import tables
from extractor.naming.forms import initials_match, plain
from extractor.naming.knowledge import demonyms, look_up
from extractor.naming.rules import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLE = r"(?:de la |de l'|des |du |de |d')"
_CAPITALISED = r"[A-Z][\w'-]*"
_ACRONYM = re.compile(
    r" \((?P<short>[A-Z][A-Za-z0-9-]{1,9})(?:[,;][^()]{1,40})?\)"
    r"|, (?:ou |dite? |l'|le |la )(?P<bare>[A-Z]{2,9})(?=,)"
)
_REVERSED = re.compile(r"\b(?P<short>[A-Z][A-Z0-9-]{1,9}) \((?P<name>[A-Z][^()\n,;:]{5,90})\)")
_CODED_SITE = re.compile(
    r"\b(?:[lL]a |[lL]e |[lL]'|[dD]u |[aA]u |une? |[\"«] ?)(?P<name>(?:base|camp|cote|pont|terminal)"
    r" (?:[A-Z]{1,2}-?)?\d{1,4}|(?:route (?:nationale|coloniale|departementale)|autoroute)"
    r" (?:n ?° ?)?[A-Z]?\d{1,4}|RN ?\d{1,3})\b"
)
_OF_A_FAMILY = re.compile(
    r"(?<!quartier )(?<![a-z]{3} )\b(?:general|marechal|amiral|colonel)"
    r" (?P<name>d(?:e |')[A-Z][\w'-]+)(?! [A-Z])"
)
_PEOPLES = (
    "ais",
    "aise",
    "aises",
    "ois",
    "oise",
    "oises",
    "ien",
    "ienne",
    "iens",
    "iennes",
    "een",
    "eenne",
    "eennes",
)
_TOKEN = re.compile(r"[^\W_][\w-]*")
_WORD = re.compile(r"\w+")


class Pattern(NamedTuple):
    """An organisation found by its pattern: offsets in the text and its kind."""

    start: int
    end: int
    kind: str


def _any(words: Iterable[str]) -> str:
    """An alternation of plain words, the longest first; a small first letter may be a capital in the text."""
    forms = sorted({plain(word) for word in words}, key=len, reverse=True)
    return "|".join(
        f"[{f[0].upper()}{f[0]}]{re.escape(f[1:])}" if f[0].islower() else re.escape(f) for f in forms
    )


def _first_words(*entries: str) -> frozenset[str]:
    return frozenset(_WORD.findall(plain(entry).lower())[0] for entry in entries)


@cache
def _heads() -> dict[str, frozenset[str]]:
    """For each pattern the words of which a text must have one, lest it be looked for in vain."""
    rules = tables("names.toml")["organisations"]
    numbered = {f"{number}e" for number in range(1000)}
    return {
        "force": _first_words(*rules["forces"]),
        "force_of_place": _first_words(*rules["force_of_place"]),
        "state_body": _first_words(*rules["state_bodies"]),
        "by_demonym": _first_words(*rules["named_by_demonym"]),
        "ministry": _first_words(*rules["ministries"]),
        "club": _first_words(*rules["clubs_of_l"], *rules["clubs_of_le"]),
        "unit": _first_words(*rules["units"], *rules["units_in_words"]) | numbered,
        "named_unit": _first_words(*rules["named_units"]),
        "wing": _first_words("groupement"),
        "radio": _first_words("radio", "télé"),
        "university": _first_words("université"),
        "staff": _first_words(*rules["staffs"]),
    }


def _found(name: str, text: str) -> Iterator[re.Match[str]]:
    """Where a pattern stands; a set of words is searched faster than a text."""
    return iter(()) if _heads()[name].isdisjoint(_words(text)) else _patterns()[name].finditer(text)


@lru_cache(maxsize=1)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rules = tables("names.toml")["organisations"]
    adjective = r"(?P<demonym>[A-Za-z]+(?:-[a-z]+)?)"
    noun = rf"(?:{_CAPITALISED}|[a-z]{{4,}})"
    before, after = r"(?: (?P<before>[a-z]+(?:-[a-z]+)?))?", r"(?: (?P<after>[a-z]+(?:-[a-z]+)?))?"
    name = rf"(?!(?:Le|La|Les|De|Du)\b){_CAPITALISED}(?: {_CAPITALISED})?"
    qualified = f"(?: (?:{_any(rules['ministry_adjectives'])})\\b)?"
    qualifiers = f"(?: (?:{_any(rules['unit_qualifiers'])})\\b){{0,3}}"
    place = rf"(?P<place>{_CAPITALISED}(?: {_CAPITALISED})?)"
    return {
        "force": re.compile(rf"\b(?:{_any(rules['forces'])}) {adjective}\b"),
        "force_of_place": re.compile(rf"\b(?:{_any(rules['force_of_place'])}) (?:de |d'|du ){place}"),
        "state_body": re.compile(rf"\b(?:{_any(rules['state_bodies'])}) {adjective}\b"),
        "by_demonym": re.compile(rf"\b(?:{_any(rules['named_by_demonym'])}) {adjective}\b"),
        "ministry": re.compile(
            rf"\b(?:{_any(rules['ministries'])}){before} {_ARTICLE}{noun}{qualified}"
            rf"(?:(?:,| et) {_ARTICLE}{_CAPITALISED}{qualified}){{0,2}}{after}"
        ),
        "club": re.compile(
            rf"(?:(?<=[lL]')(?:{_any(rules['clubs_of_l'])})|(?<=\b[lL]e )(?:{_any(rules['clubs_of_le'])})"
            rf"|(?<=\b[da]u )(?:{_any(rules['clubs_of_le'])})) (?!Open\b){_CAPITALISED}"
        ),
        "unit": re.compile(
            rf"\b(?:\d{{1,3}}(?:e|eme|er|re|ere|nde?) (?:{_any(rules['units'])})"
            rf"|(?:{_any(rules['ordinals'])}) (?:{_any(rules['units_in_words'])})"
            rf"|\d{{1,3}}e [RBD][A-Z]{{1,4}})\b{qualifiers}(?: (?P<nation>[a-z]+(?:-[a-z]+)?))?"
        ),
        "named_unit": re.compile(rf"(?<!general de )\b(?:{_any(rules['named_units'])}){qualifiers} {name}"),
        "wing": re.compile(r"\bgroupement (?:Nord|Sud|Est|Ouest|Centre)(?:-Est|-Ouest)?\b"),
        "radio": re.compile(
            rf"\b(?P<noun>Radio|RADIO|Tele|radio)[ -]"
            rf"(?P<name>(?:L[ea]s? )?{_CAPITALISED}(?: {_CAPITALISED}){{0,2}})"
        ),
        "university": re.compile(rf"\b[Uu]niversite (?:de |d'){_CAPITALISED}"),
        "staff": re.compile(
            rf"\b(?:{_any(rules['staffs'])}) (?:{_any(rules['staff_adjectives'])})\b"
            rf"(?: (?P<nation>[a-z]+(?:-[a-z]+)?))?"
        ),
    }


def _of_a_people(adjective: str) -> bool:
    """«armée norvanaise»: an adjective made like a demonym, of a country that no list has."""
    return adjective.endswith(_PEOPLES) and adjective not in word_list("organisations", "no_peoples")


def _end_with_nation(match: re.Match[str]) -> int:
    """The pattern's end, with the demonym behind it: «23e brigade géorgienne»."""
    nation = match["nation"]
    if nation is None or nation in demonyms() or _of_a_people(nation):
        return match.end()
    return match.start("nation") - 1


def _forces(text: str) -> Iterator[Pattern]:
    for match in _found("force", text):
        if match["demonym"].lower() in demonyms() or _of_a_people(match["demonym"]):
            yield Pattern(match.start(), match.end(), "military")
    for match in _found("staff", text):
        yield Pattern(match.start(), _end_with_nation(match), "military")
    for match in _found("force_of_place", text):
        for place in (match["place"], match["place"].split()[0]):
            known = look_up(place)
            if known is not None and known.kind in ("country", "settlement"):
                yield Pattern(match.start(), match.start("place") + len(place), "military")
                break


def _state(text: str) -> Iterator[Pattern]:
    for match in _found("state_body", text):
        if match["demonym"].lower() in demonyms():
            yield Pattern(match.start(), match.end(), "government")
    for match in _found("by_demonym", text):
        if match["demonym"] in demonyms():
            yield Pattern(match.start(), match.end(), "other")
    for match in _found("ministry", text):
        if match["before"] and match["before"] not in demonyms():
            continue
        end = (
            match.end()
            if match["after"] is None or match["after"] in demonyms()
            else match.start("after") - 1
        )
        yield Pattern(match.start(), end, "government")


def _clubs(text: str) -> Iterator[Pattern]:
    for match in _found("club", text):
        yield Pattern(match.start(), match.end(), "other")


def _units(text: str) -> Iterator[Pattern]:
    for match in _found("unit", text):
        yield Pattern(match.start(), _end_with_nation(match), "military")
    for name in ("named_unit", "wing"):
        for match in _found(name, text):
            yield Pattern(match.start(), match.end(), "military")


def _bodies(text: str) -> Iterator[Pattern]:
    """«Radio-Sarvane», «radio Orlec», «université de Sarvane»."""
    for match in _found("radio", text):
        if match["noun"] == "radio" and look_up(match["name"]) is not None:
            continue
        yield Pattern(match.start(), match.end(), "media")
    for match in _found("university", text):
        yield Pattern(match.start(), match.end(), "other")


def coded_sites(text: str) -> Iterator[tuple[int, int]]:
    """«base T4», «route nationale 7», «RN4»: offsets of places that bear a code or a number.

    Args:
        text: Any typography; offsets are those of the text as given.
    """
    for match in _CODED_SITE.finditer(plain(text)):
        yield match.span("name")


@lru_cache(maxsize=4)  # names and records ask for the same text
def expansions(text: str) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """Names beside their acronym: «Brigades de défense de Benghazi (BDB)», «…, ou BDB,», «BDB (Brigades…)».

    In front of it, the name is the shortest stretch on the left that starts with a capital, stays within its
    clause, and whose initials spell the acronym.

    Returns:
        Pairs: offsets of the name, offsets of the acronym.
    """
    return tuple(_expansions(text))


def _expansions(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    for match in _REVERSED.finditer(text):
        if initials_match(match["short"], [t.group() for t in _TOKEN.finditer(match["name"])]):
            yield match.span("name"), match.span("short")
    for match in _ACRONYM.finditer(text):
        short = "short" if match["short"] else "bare"
        window = max(0, match.start() - 120)
        end = window + len(text[window : match.start()].rstrip(' »"\u00a0\u202f'))  # «« Front » (F.)»
        left = re.split(r"[\n.;:()«»\"]", text[window:end])[-1]
        base = end - len(left)
        tokens = list(_TOKEN.finditer(left))[-14:]
        for first in range(len(tokens) - 1, -1, -1):
            words = [t.group() for t in tokens[first:]]
            if words[0][0].isupper() and len(words) > 1 and initials_match(match[short], words):
                yield (base + tokens[first].start(), end), match.span(short)
                break


def of_a_family(text: str) -> Iterator[tuple[int, int]]:
    """«le général de Brissac»: offsets of surnames with their particle; «général de Corée» is none.

    Args:
        text: Any typography; offsets are those of the text as given.
    """
    for match in _OF_A_FAMILY.finditer(plain(text)):
        known = look_up(match["name"])
        if known is None or known.kind == "settlement":
            yield match.span("name")


def organisations(text: str) -> list[Pattern]:
    """Every organisation that a pattern finds, in order of appearance; they may overlap.

    Args:
        text: Any typography; offsets are those of the text as given.
    """
    flat = plain(text)
    return sorted({*_forces(flat), *_state(flat), *_units(flat), *_clubs(flat), *_bodies(flat)})
