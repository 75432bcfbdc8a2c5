"""Names that the statistical model missed, where the words around leave no doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.gazetteer import is_town
from extractor.naming.boundaries import PARTICLES, is_name, trim
from extractor.naming.cues import DECISIVE, STRONG, cues, surnames
from extractor.naming.rules import word_list
from extractor.naming.words import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.naming.words import Words

_LONGEST = 6
_SHORTEST_HEADING = 4  # letters
_DASHES = frozenset(("–", "—", "-", "--"))
_ARABIC = ("al-", "el-", "ed-", "ad-", "as-", "es-", "ash-", "ech-", "an-", "ar-", "er-")
_JOINT = re.compile(r"-(?:SUR|SOUS|EN|LES|LÈS|LE|LA|DE|DU|DES|AUX)-")


def _step(words: Words, i: int, taken: set[int]) -> int:
    """How many tokens go on a name: a capitalised one, or a particle and the next; 0 at its end."""
    if i >= len(words) or i in taken:
        return 0
    if words.capitalised(i):
        return 1
    particle = words.text[i].islower() and words.low[i] in PARTICLES
    following = i + 1 < len(words) and i + 1 not in taken and words.text[i + 1][:1].isupper()
    return 2 if particle and following else 0


def _openings(words: Words) -> list[int]:
    """Words with a capital, and «al-Anad»."""
    return [
        i
        for i, (text, low) in enumerate(zip(words.text, words.low, strict=True))
        if text[:1].isupper() or (low.startswith(_ARABIC) and words.capitalised(i))
    ]


def _runs(words: Words, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words that belong to no candidate, particles inside allowed."""
    end = 0
    for start in _openings(words):
        if start < end or start in taken:
            continue
        end = start + 1
        while end - start < _LONGEST and (step := _step(words, end, taken)):
            end += step
        yield start, end


def _told(words: Words, start: int, end: int) -> Found | None:
    """The name in a stretch of capitalised words, if a strong cue tells its label."""
    found = trim(words, Found(start, end, "MISC"))
    if found is None or not is_name(words, found):
        return None
    votes = cues(words, found)
    doubtful = end - start == 1 and words.opens_sentence(start) and words.low[start] not in surnames()
    if doubtful:
        return found if votes["LOC"] >= STRONG or votes["PER"] >= DECISIVE else None
    return found if max(votes.values(), default=0) >= STRONG else None


def unseen(words: Words, candidates: list[Found]) -> Iterator[Found]:
    """Capitalised words that no candidate covers, where a strong cue tells their label."""
    taken = {i for f in candidates for i in range(f.start, f.end)}
    for start, end in _runs(words, taken):
        found = _told(words, start, end)
        if found is None and words.opens_sentence(start):  # «Chute de Sarvane»: a noun with its capital
            inner = next((i + 1 for i in range(start, end - 1) if words.low[i] in PARTICLES), end)
            found = _told(words, inner, end) if inner < end else None
        if found is not None:
            yield found


def headings(words: Words) -> Iterator[Found]:
    """«MORTEAU – Concert…», «4 septembre : BERRY-SUR-ORLE – …»: the town in front of a line of local news."""
    for i, text in enumerate(words.text[:-1]):
        if not text.isupper() or len(text) < _SHORTEST_HEADING or words.text[i + 1] not in _DASHES:
            continue
        opens = i == 0 or "\n" in words.text[i - 1] or words.text[i - 1] == ":"
        if opens and (is_town(text) or _JOINT.search(text)):
            yield Found(i, i + 1, "LOC", sure=True)


def institutions(words: Words) -> Iterator[Found]:
    """«la Commission», «le Conseil»: with a capital inside the sentence, one institution."""
    alone = word_list("organisations", "alone")
    for i, form in enumerate(words.low):
        if form not in alone or not words.text[i].istitle():
            continue
        if i and words.low[i - 1] in ("la", "le", "l'", "du", "au") and not words.opens_sentence(i):
            yield Found(i, i + 1, "ORG")
