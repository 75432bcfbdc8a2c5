"""The names known beforehand, read from the tables, and their occurrences in a text. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from extractor.lexicon import tables, words
from extractor.naming.forms import key, plain, plural, strip_article

if TYPE_CHECKING:
    from collections.abc import Iterator

Label = Literal["PER", "LOC", "ORG"]

_ACRONYM_LENGTH = 3  # a small word of the tables is not meant by three capitals
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Known:
    """One name of a table.

    Attributes:
        name: As the table writes it.
        label: ``LOC`` or ``ORG``.
        kind: Of ``records.PlaceKind`` or ``records.OrganisationKind``.
        same: The first name of the same thing.
        country: ISO 3166-1 alpha-2 code of a place, where the table has one.
        ambiguous: As often something else; needs a cue.
    """

    name: str
    label: Label
    kind: str
    same: str
    country: str | None = None
    ambiguous: bool = False


def _places() -> Iterator[Known]:
    table = tables("places.toml")
    doubtful = frozenset(table["ambiguous"])

    def known(name: str, kind: str, same: str, country: str | None = None) -> Known:
        return Known(name, "LOC", kind, same, country, ambiguous=name in doubtful)

    for code, country in table["countries"].items():
        yield from (known(n, "country", country["names"][0], code) for n in country["names"])
        yield from (known(n, "settlement", country["capital"][0], code) for n in country["capital"])
    yield from (known(n, "country", n) for n in table["former_countries"]["names"])
    yield from (known(n, "continent", n) for n in table["continents"]["names"])
    yield from (known(n, "region", n) for n in table["regions"]["names"])
    for code, names in table["regions_of"].items():
        yield from (known(n, "region", n, code) for n in names)
    yield from (known(n, "water", n) for n in table["waters"]["names"])


def _organisations() -> Iterator[Known]:
    table = tables("organisations.toml")
    doubtful = frozenset(table["ambiguous"])
    for kind, part in table.items():
        if kind == "ambiguous":
            continue
        for group in part["groups"]:
            yield from (Known(n, "ORG", kind, group[0], ambiguous=n in doubtful) for n in group)


@cache
def known_names() -> dict[str, tuple[Known, ...]]:
    """Every name of the tables by its ``forms.key``; of two things of one name the likelier first."""
    found: dict[str, tuple[Known, ...]] = {}
    for entry in (*_organisations(), *_places()):
        found[key(entry.name)] = (*found.get(key(entry.name), ()), entry)
    return found


@cache
def _namesakes() -> dict[str, tuple[Known, ...]]:
    found: dict[str, tuple[Known, ...]] = {}
    for code, kinds in tables("places.toml")["namesakes"].items():
        for kind, names in kinds.items():
            for name in names:
                found[key(name)] = (*found.get(key(name), ()), Known(name, "LOC", kind, name, code))
    return found


def namesakes(name: str) -> tuple[Known, ...]:
    """The countries and regions that bear the same name as the one that ``look_up`` finds."""
    return _namesakes().get(key(name), ())


@cache
def demonyms() -> frozenset[str]:
    """Every form of every demonym, plain and in lower case: «afghan», «afghanes», «nord-coreen»."""
    singular = set(words("lexicons/demonyms.txt"))
    for country in tables("places.toml")["countries"].values():
        singular.update(country["demonyms"])
    return frozenset(plain(form).lower() for word in singular for form in (word, plural(word)))


@cache
def roles() -> frozenset[str]:
    """Every noun of ``roles.txt`` and ``ranks.txt``, singular and plural, plain and in lower case."""
    nouns = words("lexicons/roles.txt") | words("lexicons/ranks.txt")
    forms = {plain(form).lower() for noun in nouns for form in (noun, plural(noun))}
    return frozenset(forms | {plain(" ".join(map(plural, noun.split()))).lower() for noun in nouns})


@cache
def ranks() -> frozenset[str]:
    """The nouns of ``ranks.txt``, plain and in lower case."""
    return frozenset(plain(noun).lower() for noun in words("lexicons/ranks.txt"))


@cache
def _by_first_word() -> dict[str, list[tuple[str, Known]]]:
    index: dict[str, list[tuple[str, Known]]] = {}
    for entry in (*_organisations(), *_places()):
        form = plain(entry.name).replace("-", " ")
        first = _WORD.search(form)
        if first is not None:
            index.setdefault(first.group().lower(), []).append((form, entry))
    for entries in index.values():
        entries.sort(key=lambda pair: -len(pair[0]))
    return index


def _same_case(known: str, given: str) -> bool:
    """A capital of the table is a capital in the text; a word of capitals stays one."""
    if any(k.isupper() and not g.isupper() for k, g in zip(known, given, strict=True)):
        return False
    return not (known.islower() and given.isupper() and len(given) > 1 and len(known) <= _ACRONYM_LENGTH)


def _bounded(text: str, start: int, end: int) -> bool:
    """No letter, digit or hyphenated word goes on at either side."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:].isalnum() or after[:1].isalnum():
        return False
    return not (before[-1:] == "-" and before[:1].isalnum()) and not (
        after[:1] == "-" and after[1:].isalnum()
    )


def occurrences(text: str) -> Iterator[tuple[int, int, Known]]:
    """Every known name in the text, from left to right, the longest where several start at one word."""
    flat = plain(text)
    spaced = flat.replace("-", " ")
    folded = spaced.lower()
    if len(folded) != len(flat):  # a letter whose small form is longer: fold letter by letter
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in spaced)
    index = _by_first_word()
    covered = 0
    for word in [word for word in _WORD.finditer(folded) if word.group() in index]:
        if word.start() < covered:
            continue
        for form, entry in index[word.group()]:
            start = word.start() - (len(form) - len(form.lstrip("'")))
            end = start + len(form)
            given = spaced[start:end]
            if folded[start:end] == form.lower() and _bounded(flat, start, end) and _same_case(form, given):
                yield start, end, entry
                covered = end
                break


@lru_cache(maxsize=1 << 12)
def look_up(name: str) -> Known | None:
    """What the tables say of a name, however it is spelt; accents tell «Tigre» from «Tigré»."""
    entries = known_names().get(key(name), ())
    written = strip_article(name).casefold()
    exact = (entry for entry in entries if strip_article(entry.name).casefold() == written)
    return next(exact, entries[0]) if entries else None
