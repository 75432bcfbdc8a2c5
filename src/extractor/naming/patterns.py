"""Organisations whose names follow a pattern: national forces, ministries, units, «Name (ACRONYM)». Pure.

The nouns and adjectives of the patterns are data: ``names.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.lexicon import tables
from extractor.naming.forms import initials_match, plain
from extractor.naming.knowledge import demonyms, look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLE = r"(?:de la |de l'|des |du |de |d')"
_CAPITALISED = r"[A-Z][\w'-]*"
_ACRONYM = re.compile(
    r" \((?P<short>[A-Z][A-Za-z0-9-]{1,9})(?:[,;][^()]{1,40})?\)"
    r"|, (?:ou |dite? |l'|le |la )(?P<bare>[A-Z]{2,9})(?=,)"
)
_REVERSED = re.compile(r"\b(?P<short>[A-Z][A-Z0-9-]{1,9}) \((?P<name>[A-Z][^()\n,;:]{5,90})\)")
_TOKEN = re.compile(r"[^\W_][\w-]*")


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
        "unit": re.compile(rf"\b\d{{1,3}}(?:e|eme|er|re|ere)? (?:{_any(rules['units'])})\b{qualifiers}"),
        "named_unit": re.compile(rf"\b(?:{_any(rules['named_units'])}){qualifiers} {name}"),
    }


def _forces(text: str) -> Iterator[Pattern]:
    for match in _patterns()["force"].finditer(text):
        if match["demonym"].lower() in demonyms():
            yield Pattern(match.start(), match.end(), "military")
    for match in _patterns()["force_of_place"].finditer(text):
        for place in (match["place"], match["place"].split()[0]):
            known = look_up(place)
            if known is not None and known.kind in ("country", "settlement"):
                yield Pattern(match.start(), match.start("place") + len(place), "military")
                break


def _state(text: str) -> Iterator[Pattern]:
    for match in _patterns()["state_body"].finditer(text):
        if match["demonym"].lower() in demonyms():
            yield Pattern(match.start(), match.end(), "government")
    for match in _patterns()["by_demonym"].finditer(text):
        if match["demonym"] in demonyms():
            yield Pattern(match.start(), match.end(), "other")
    for match in _patterns()["ministry"].finditer(text):
        if match["before"] and match["before"] not in demonyms():
            continue
        end = (
            match.end()
            if match["after"] is None or match["after"] in demonyms()
            else match.start("after") - 1
        )
        yield Pattern(match.start(), end, "government")


def _clubs(text: str) -> Iterator[Pattern]:
    for match in _patterns()["club"].finditer(text):
        yield Pattern(match.start(), match.end(), "other")


def _units(text: str) -> Iterator[Pattern]:
    for name in ("unit", "named_unit"):
        for match in _patterns()[name].finditer(text):
            yield Pattern(match.start(), match.end(), "military")


def expansions(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Names beside their acronym: «Brigades de défense de Benghazi (BDB)», «…, ou BDB,», «BDB (Brigades…)».

    In front of it, the name is the shortest stretch on the left that starts with a capital, stays within its
    clause, and whose initials spell the acronym.

    Yields:
        Offsets of the name, offsets of the acronym.
    """
    for match in _REVERSED.finditer(text):
        if initials_match(match["short"], [t.group() for t in _TOKEN.finditer(match["name"])]):
            yield match.span("name"), match.span("short")
    for match in _ACRONYM.finditer(text):
        short = "short" if match["short"] else "bare"
        window = max(0, match.start() - 120)
        left = re.split(r"[\n.;:()«»\"]", text[window : match.start()])[-1]
        base = match.start() - len(left)
        tokens = list(_TOKEN.finditer(left))[-14:]
        for first in range(len(tokens) - 1, -1, -1):
            words = [t.group() for t in tokens[first:]]
            if words[0][0].isupper() and len(words) > 1 and initials_match(match[short], words):
                yield (base + tokens[first].start(), match.start()), match.span(short)
                break


def organisations(text: str) -> list[Pattern]:
    """Every organisation that a pattern finds, in order of appearance; they may overlap.

    Args:
        text: Any typography; offsets are those of the text as given.
    """
    flat = plain(text)
    return sorted({*_forces(flat), *_state(flat), *_units(flat), *_clubs(flat)})
