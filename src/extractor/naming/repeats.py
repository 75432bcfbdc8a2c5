"""A name that was found is found wherever it is written alike."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.naming.vetoes import repeatable

if TYPE_CHECKING:
    from extractor.naming.words import Found, Words

_SHORTEST = 3  # characters: shorter names repeat by chance


def _by_first_word(words: Words, candidates: list[Found]) -> dict[str, dict[tuple[str, ...], Found]]:
    forms: dict[str, dict[tuple[str, ...], Found]] = defaultdict(dict)
    for found in candidates:
        tokens = tuple(words.text[found.start : found.end])
        if len(words.string(found)) >= _SHORTEST:
            forms[tokens[0]].setdefault(tokens, found)
    return forms


def with_repeats(words: Words, candidates: list[Found]) -> list[Found]:
    """The candidates and every other place where one of them is written alike, in order.

    Args:
        words: The text.
        candidates: With their final labels, none overlapping.
    """
    taken = {i for f in candidates for i in range(f.start, f.end)}
    forms = _by_first_word(words, candidates)
    repeats = list(candidates)
    for i, text in enumerate(words.text):
        if i in taken or text not in forms:
            continue
        for tokens, found in sorted(forms[text].items(), key=lambda form: -len(form[0])):
            again = found._replace(start=i, end=i + len(tokens))
            free = taken.isdisjoint(range(i, again.end))
            if free and tuple(words.text[i : again.end]) == tokens and repeatable(words, again):
                repeats.append(again)
                taken.update(range(i, again.end))
                break
    return sorted(repeats)
