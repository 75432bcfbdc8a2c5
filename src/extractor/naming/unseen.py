"""Names that the statistical model missed, where the words around leave no doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.naming.boundaries import PARTICLES, is_name, trim
from extractor.naming.labels import cues, surnames
from extractor.naming.rules import word_list
from extractor.naming.words import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.naming.words import Words

_NEEDED = 2.4  # one strong cue of labels.cues, or two that agree
_LONGEST = 6


def _runs(words: Words, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words that belong to no candidate, particles inside allowed."""
    i = 0
    while i < len(words):
        if i in taken or not words.text[i][:1].isupper():
            i += 1
            continue
        end = i + 1
        while end < len(words) and end not in taken and end - i < _LONGEST:
            if words.capitalised(end):
                end += 1
            elif words.low[end] in PARTICLES and end + 1 < len(words) and end + 1 not in taken and words.text[end + 1][:1].isupper() and words.text[end].islower():
                end += 2
            else:
                break
        yield i, end
        i = end


def unseen(words: Words, candidates: list[Found]) -> Iterator[Found]:
    """Capitalised words that no candidate covers and that a cue calls a person, a place or an organisation."""
    taken = {i for f in candidates for i in range(f.start, f.end)}
    for start, end in _runs(words, taken):
        found = trim(words, Found(start, end, "MISC"))
        if found is None or not is_name(words, found):
            continue
        votes = cues(words, found)
        doubtful = end - start == 1 and words.opens_sentence(start) and words.low[start] not in surnames()
        if (votes["LOC"] if doubtful else max(votes.values(), default=0)) >= _NEEDED:
            yield found


def institutions(words: Words) -> Iterator[Found]:
    """«la Commission», «le Conseil»: with a capital inside the sentence, one institution."""
    for i, form in enumerate(words.low):
        if i and form in word_list("organisations", "alone") and words.text[i][0].isupper() and words.text[i].istitle():
            if words.low[i - 1] in ("la", "le", "l'", "du", "au") and not words.opens_sentence(i):
                yield Found(i, i + 1, "ORG")
