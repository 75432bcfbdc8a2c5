"""Known names, patterns and the model's entities brought together, none overlapping."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.gazetteer import is_town
from extractor.naming import patterns
from extractor.naming.boundaries import LINKS, is_name, trim
from extractor.naming.cues import first_names
from extractor.naming.forms import plain
from extractor.naming.knowledge import demonyms, look_up, occurrences, roles
from extractor.naming.quoted import quoted
from extractor.naming.rules import word_list
from extractor.naming.words import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.naming.words import Words

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_PORTUGUESE = frozenset(("da", "do", "dos", "das", "de", "del", "la"))
_ARTICLES = frozenset(("l'", "le", "la", "les", "du", "des", "au", "aux"))


def _found(words: Words, start: int, end: int, label: str) -> Iterator[Found]:
    tokens = words.tokens(start, end)
    if tokens is not None:
        yield Found(*tokens, label, sure=True)


def _supported(words: Words, found: Found, model: list[Found]) -> bool:
    """True if an ambiguous name is a name here: the model or a word in front says so."""
    before = words.left(found.start, 1)
    if len(words.string(found)) == 1:
        return before in (["reseau"], ["sur"])
    agreeing = ("LOC",) if found.label == "LOC" else ("ORG", "MISC")
    if any((m.start, m.end) == (found.start, found.end) and m.label in agreeing for m in model):
        return True
    if found.label == "LOC" or not before or words.opens_sentence(found.start):
        return False
    return before[0] in _ARTICLES or before[0] in word_list("organisations", "cues")


def known(words: Words, model: list[Found]) -> list[Found]:
    """Names known beforehand and names that follow a pattern; they may overlap.

    Args:
        words: The text.
        model: The model's entities, which may vouch for an ambiguous name.
    """
    text = words.source
    names: list[Found] = []
    for start, end, entry in occurrences(text):
        found = _found(words, start, end, entry.label)
        names.extend(f for f in found if not entry.ambiguous or _supported(words, f, model))
    for match in _DOTTED.finditer(text):
        dotted = look_up(match.group().replace(".", ""))
        if dotted is not None and not dotted.ambiguous:
            names.extend(_found(words, match.start(), match.end(), dotted.label))
    for start, end, _ in patterns.organisations(text):
        names.extend(_found(words, start, end, "ORG"))
    for start, end in patterns.coded_sites(text):
        names.extend(_found(words, start, end, "LOC"))
    for start, end in patterns.of_a_family(text):
        names.extend(_found(words, start, end, "PER"))
    for start, end in quoted(text):
        names.extend(_found(words, start, end, "ORG"))
    for name, acronym in patterns.expansions(text):
        first = text[slice(*name)].split()[0]
        label = "LOC" if plain(first).lower() in word_list("organisations", "states") else "ORG"
        names.extend([*_found(words, *name, label), *_found(words, *acronym, label)])
    return names


def _longest(candidates: Iterable[Found]) -> list[Found]:
    """The longest of those that overlap, in order."""
    kept: list[Found] = []
    taken: set[int] = set()
    for found in sorted(dict.fromkeys(candidates), key=lambda f: (f.start - f.end, f.start)):
        if taken.isdisjoint(range(found.start, found.end)):
            kept.append(found)
            taken.update(range(found.start, found.end))
    return sorted(kept)


def _is_credit(words: Words, found: Found, inside: list[Found]) -> bool:
    """«AFP Farid Noori»: an agency glued to the one who speaks."""
    entry = look_up(words.string(inside[0]))
    rest = words.text[inside[0].end : found.end]
    agency = entry is not None and entry.kind == "media" and entry.name.isupper()
    return agency and inside[0].start == found.start and bool(rest) and all(r[:1].isupper() for r in rest)


def _remainders(words: Words, found: Found, inside: list[Found]) -> Iterator[Found]:
    """What known names leave of a model's entity: «Farid Noori» of «AFP Farid Noori»."""
    start = found.start
    for name in [*inside, Found(found.end, found.end, "")]:
        if start < name.start:
            rest = trim(words, found._replace(start=start, end=name.start))
            if rest is not None and is_name(words, rest) and words.capitalised(rest.start):
                yield rest
        start = max(start, name.end)


def _is_small(rest: list[str]) -> bool:
    return all(word.islower() for word in rest)


def _bears_name_of_firm(words: Words, found: Found, inside: list[Found]) -> bool:
    """«Arnaud Lagardère»: a given name in front of what is a firm's name elsewhere."""
    firm = inside[0]
    behind = found.label == "PER" and firm.label == "ORG" and firm.end == found.end
    return behind and firm.start == found.start + 1 and words.low[found.start] in first_names()


def _stands(words: Words, found: Found, inside: list[Found]) -> bool:
    """True if the model's longer entity is better than the known names inside it."""
    rest = words.text[inside[0].end : found.end]
    if found.label == "LOC" and inside[0].start == found.start and _is_small(rest):
        return False  # «Darfour dévasté»
    if (
        found.label == "ORG"
        and inside[0].label == "LOC"
        and inside[0].start == found.start
        and _is_small(rest)
    ):
        return False  # «Allemagne nazie»
    if _bears_name_of_firm(words, found, inside):
        return True
    if any(k.start < found.start or k.end > found.end for k in inside) or inside[0][:2] == found[:2]:
        return False
    return found.label == "ORG" or (found.label in ("LOC", "PER") and {k.label for k in inside} == {"LOC"})


def _spelt_out(words: Words, found: Found, sure: list[Found]) -> bool:
    """True where an acronym behind the entity tells its start: «[les Orlécois de l']Union … (UPO)»."""
    acronym = any(words.text[found.end : found.end + 1] == ["("] and k.start == found.end + 1 for k in sure)
    return acronym and any(k.end == found.end and k.start > found.start for k in sure if k.end - k.start > 1)


def _joined(words: Words, candidates: list[Found]) -> list[Found]:
    """Neighbours that are one name: «Awa» + «Diallo», «Hélène» + de + «Brissac», «Mission» + de + «l'ONU»."""
    joined: list[Found] = []
    for found in candidates:
        last = joined[-1] if joined else None
        label = last and _one_name(words, last, found)
        if last is not None and label:
            joined[-1] = Found(last.start, found.end, label, sure=last.sure or found.sure)
        else:
            joined.append(found)
    return joined


def _one_name(words: Words, last: Found, found: Found) -> str | None:
    """The label that two neighbours have together, None where they are two names."""
    between = words.low[last.end : found.start]
    labels = (last.label, found.label)
    if not between and not last.sure and not found.sure and "PER" in labels:
        return "PER"
    alone = last.end - last.start == 1
    if between == ["de"] and labels == ("PER", "PER") and not alone and found.end - found.start == 1:
        return "PER"
    linked = bool(between) and all(word in LINKS for word in between)
    head = (
        words.low[last.start] in word_list("organisations", "heads") and words.text[last.start][0].isupper()
    )
    if alone and head and linked and labels == ("ORG", "ORG"):
        return "ORG"
    return None


def _whole(words: Words, found: Found, taken: set[int]) -> Found:
    """A town's whole name, «Mocímboa» + «da Praia», «Dire» + «Dawa»; a person's, «Pape» + «Diouf Sarr»."""
    first = found.start - 1
    free = first >= 0 and first not in taken
    capital = free and words.text[first].istitle() and words.text[first].isalpha()
    if capital:
        wider = found._replace(start=first)
        if found.label != "PER" and not found.sure and is_town(words.string(wider)):
            return wider._replace(label="LOC")
        full = found.end - first > 2  # noqa: PLR2004 (given name, two surnames)
        if found.label == "PER" and full and _given(words, first):
            return wider
    if found.label == "LOC":
        for end in range(min(found.end + 3, len(words)), found.end + 1, -1):
            wider = found._replace(end=end, sure=False)
            links = all(w in _PORTUGUESE for w in words.low[found.end : end - 1])
            if links and words.text[end - 1].istitle() and is_town(words.string(wider)):
                return wider
    return found


def _given(words: Words, i: int) -> bool:
    """True for a capital in front of a person's name that belongs to it: no title, place, verb or role."""
    low = words.low[i]
    if i and words.low[i - 1] in (LINKS | _ARTICLES):
        return False  # «du Budget Michel Lambert»
    if words.opens_sentence(i) or low in roles() or low in demonyms() or look_up(words.text[i]) is not None:
        return False
    return low not in word_list("titles", "civilities") and low not in word_list("boundaries", "leading")


def merged(words: Words, names: list[Found], model: list[Found]) -> list[Found]:
    """Known names and the model's entities, none overlapping, in order.

    Args:
        words: The text.
        names: Known beforehand or found by a pattern.
        model: The model's entities, corrected.
    """
    sure = _longest(names)
    kept: list[Found] = []
    for found in model:
        inside = [k for k in sure if k.start < found.end and found.start < k.end]
        credit = bool(inside) and _is_credit(words, found, inside)
        stands = _stands(words, found, inside) if inside else True
        if stands and not credit and not _spelt_out(words, found, sure):
            kept.append(found)
            sure = [k for k in sure if k not in inside]
        elif credit or found.label == "PER":
            kept.extend(
                rest._replace(label="PER" if credit else found.label)
                for rest in _remainders(words, found, inside)
            )
    joined = _joined(words, sorted([*kept, *sure]))
    taken = {i for f in joined for i in range(f.start, f.end)}
    return _longest(_whole(words, found, taken) for found in joined)
