"""Reads what a number counts: the noun as the text says it, with its adjectives.

The tagger errs often beside numerals, so the reading goes by the surface:
number, «de», adjectives, noun, adjectives. A number without a noun of its own takes it from its neighbours:
«1.200 autres suivront» after «800 pompiers», «neuf des douze cantons», «sept foyers sur dix».
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extractor import lexicon
from extractor.numbers.words import GAP, alternation
from extractor.sentences import offsets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from extractor.numbers.find import Number

_DATA = lexicon.tables("numbers.toml")
_NEVER = frozenset(_DATA["counted"]["never"]) | frozenset(_DATA["vetoes"]["not_plural_nouns"])
_MEASURED = frozenset(unit for kind in _DATA["counted"]["measured"] for unit in _DATA["units"][kind])
_OF = frozenset({"de", "d'", "d’", "des", "du"})
_OTHERS = frozenset({"autre", "autres"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_PLURAL = frozenset("sxz")
_PARTICIPLE = re.compile(r"(?:é|ée|és|ées)$")
_LINK = r"(?:des|de|à|puis|et|ou|voire|sur|parmi)\s+(?:(?:les|ses|leurs|ces|nos|vos)\s+)?"
_TO_NEXT = re.compile(rf"\s*(?:,\s*(?:{_LINK})?|{_LINK})", re.IGNORECASE)
_SHORT = 4  # characters: « de »
_HALVES = frozenset(("moitié", "tiers", "quart"))
_QUOTES = frozenset('«“"')
_OF_THEM = re.compile(rf"{GAP}d['’]entre{GAP}(?:eux|elles)\b")
_OF_A_NOUN = re.compile(r"(?:^|\s)(?:de|à)\s$")  # «des villes **de** 10.000 habitants»
_MOST_BACK = 4  # numbers before one without a noun among which its noun is sought
_MOST_AHEAD = 3  # numbers of a list after it among which its noun is sought
_FARTHEST = 80  # characters before a number in which its total is named
_CLAUSE = re.compile(r"[^.;:!?\n]*$")
_TOTAL = re.compile(
    rf"\b(?:{alternation(_DATA['counted']['totals'])}){GAP}(?:de{GAP}|d['’]|des{GAP})(?P<noun>[a-zà-ÿœ]+s)\b"
)


def counted_nouns(doc: Doc, text: str, numbers: Sequence[Number]) -> list[str | None]:
    """What each number counts, as the text says it; None where that is unknown or the number only measures.

    Args:
        doc: A tagged Doc.
        text: Its text, which spaCy would put together anew.
        numbers: Numbers of its text, in order.
    """
    offsets = offsets_of(doc)
    own = [_own_noun(doc, number, bisect_left(offsets, number.end)) for number in numbers]
    resolved: list[str | None] = []
    for index, number in enumerate(numbers):
        unknown = bool(number.unit) or own[index] == ""
        resolved.append(own[index] or (None if unknown else _elided(text, numbers, index, own, resolved)))
    return resolved


def _own_noun(doc: Doc, number: Number, start: int) -> str | None:
    """The noun that follows the number; of a measure its complement."""
    if number.unit and number.unit.lower() not in _MEASURED:
        return None
    index, complement = _after_of(doc, start)
    if number.unit and not complement:
        return None
    if not complement and doc[start - 1].lower_ in _HALVES:
        return "" if index < len(doc) and doc[index].pos_ == "ADJ" else None  # «la moitié orientale de X»
    quoted = index < len(doc) and doc[index].text in _QUOTES
    index += quoted  # «dix « cellules »»
    first = index
    while (
        index < len(doc)
        and doc[index].pos_ == "ADJ"
        and index + 1 < len(doc)
        and doc[index + 1].pos_ in {"NOUN", "PROPN"}
    ):
        index += 1
    if index >= len(doc) or not _is_noun(doc[index], directly=quoted or complement or index == start):
        return None
    head = index
    if doc[first].lower_ in _OTHERS:
        first += 1
    end = _end_of_word(doc, head)
    while end < len(doc) and _is_epithet(doc[end], doc[head]):
        end += 1
    return doc[first:end].text if first < end else None


def _after_of(doc: Doc, index: int) -> tuple[int, bool]:
    """The token after «de», with its determiner, and whether there was one."""
    if index + 1 < len(doc) and _only_parts(doc[index], doc[index + 1]):
        index += 1
    if index >= len(doc) or doc[index].lower_ not in _OF:
        return index, False
    index += 1
    while index < len(doc) and doc[index].pos_ == "DET" and doc[index].lower_ not in _OTHERS:
        index += 1
    return index, True


def _only_parts(space: Token, following: Token) -> bool:
    """White space inside a line, or a line broken inside a sentence."""
    if not space.is_space:
        return False
    return "\n" not in space.text or (space.text.count("\n") == 1 and following.text[0].islower())


def _is_noun(token: Token, *, directly: bool) -> bool:
    lower = token.lower_
    if lower in _NEVER or lower in _OTHERS or not token.text[0].isalpha() or token.like_num:
        return False
    if token.pos_ in _NOMINAL:
        return token.text[0].islower() or token.pos_ != "ADJ"
    # «46 tués», and plurals that the tagger takes for verbs.
    return directly and token.pos_ in {"VERB", "X"} and lower.endswith("s")


def _is_epithet(token: Token, noun: Token) -> bool:
    """An adjective that agrees with the noun; participles begin a clause of their own."""
    agrees = noun.text[-1] not in _PLURAL or token.text[-1] in _PLURAL
    adjective = token.pos_ == "ADJ" and token.text[0].islower() and token.lower_ not in _NEVER
    return adjective and agrees and not _PARTICIPLE.search(token.text)


def _end_of_word(doc: Doc, head: int) -> int:
    """The token after a word that the tokenizer may have cut at its hyphens."""
    end = head + 1
    while (
        end < len(doc)
        and not doc[end - 1].whitespace_
        and (doc[end].text.startswith("-") or doc[end - 1].text == "-")
    ):
        end += 1
    return end


def _elided(
    text: str,
    numbers: Sequence[Number],
    index: int,
    own: Sequence[str | None],
    resolved: Sequence[str | None],
) -> str | None:
    number = numbers[index]
    if noun := _of_next(text, numbers, index, own):
        return noun
    if total := _total(text, number.start):
        return total
    of_them = _OF_THEM.match(text, number.end) is not None
    for previous in range(index - 1, max(-1, index - 1 - _MOST_BACK), -1):
        between = text[numbers[previous].end : number.start]
        if "\n\n" in between:
            return None
        if resolved[previous] and not (of_them and _of_a_noun(text, numbers[previous])):
            return resolved[previous]
        unit = numbers[previous].unit
        if unit and re.search(r"\ssur\s+$", between):
            return unit
    return None


def _of_a_noun(text: str, number: Number) -> bool:
    return _OF_A_NOUN.search(text[max(0, number.start - _SHORT) : number.start]) is not None


def _of_next(text: str, numbers: Sequence[Number], index: int, own: Sequence[str | None]) -> str | None:
    """«500, 800 et 1.200 hommes»: the noun of the number after it, or after that one."""
    for after in range(index + 1, min(len(numbers), index + 1 + _MOST_AHEAD)):
        if not _TO_NEXT.fullmatch(text, numbers[after - 1].end, numbers[after].start):
            return None
        if own[after]:
            return own[after]
    return None


def _total(text: str, start: int) -> str | None:
    """«le nombre de cas a doublé, à 60»: the complement of the total that the number gives."""
    clause = _CLAUSE.search(text[max(0, start - _FARTHEST) : start])
    match = _TOTAL.search(clause[0]) if clause else None
    return match["noun"] if match else None
