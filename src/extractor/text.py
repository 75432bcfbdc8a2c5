"""One typography for the rules to read, with the way back to the text as it was given.

News archives mix apostrophes, kinds of space, decomposed accents, soft hyphens and line ends. `clean` folds
them and remembers for each character where it came from, so that every offset that leaves the library counts
characters of the given text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NEWLINE = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_SPACE = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_CONTROL = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"}
_APOSTROPHE = dict.fromkeys(map(ord, "‘’ʼʹ`´"), "'")
_HYPHEN = dict.fromkeys(map(ord, "\u2010\u2011"), "-")
_ONE_TO_ONE = {**_SPACE, **_CONTROL, **_NEWLINE, **_APOSTROPHE, **_HYPHEN}
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _ONE_TO_ONE)))}]")
_UNEVEN = re.compile(rf"\r\n|[{_INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class CleanText:
    r"""A text in one typography.

    Attributes:
        original: The text as it was given.
        text: The same with plain spaces, straight apostrophes, composed accents and ``\n`` line ends.
        starts: For each character of ``text``, the offset in ``original`` where it begins; None where the two
            have the same length.
        ends: The same for where it ends.
    """

    original: str
    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in ``original`` of the stretch ``text[start:end]``.

        Args:
            start: Offset of the first character in ``text``.
            end: Offset after the last character in ``text``.
        """
        if self.starts is None or self.ends is None or start >= end:
            return start, end
        return self.starts[start], self.ends[end - 1]


def clean(given: str) -> CleanText:
    """Fold the typography of a text.

    Args:
        given: Any text.
    """
    if _UNEVEN.search(given) is None and unicodedata.is_normalized("NFC", given):
        return CleanText(given, given.translate(_ONE_TO_ONE) if _FOLDED.search(given) else given)
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(given):
        composed = unicodedata.normalize("NFC", _UNEVEN.sub(_even, given[start:end])).translate(_ONE_TO_ONE)
        characters.append(composed)
        starts.extend([start] * len(composed))
        ends.extend([end] * len(composed))
    return CleanText(given, "".join(characters), tuple(starts), tuple(ends))


def _even(match: re.Match[str]) -> str:
    return "\n" if match[0] == "\r\n" else ""


def _clusters(given: str) -> list[tuple[int, int]]:
    """Stretches that change as one: a base with its combining marks, a line end, any other character."""
    clusters: list[tuple[int, int]] = []
    for offset, character in enumerate(given):
        joins = unicodedata.combining(character) or (character == "\n" and given[offset - 1 : offset] == "\r")
        if joins and clusters:
            clusters[-1] = (clusters[-1][0], offset + 1)
        else:
            clusters.append((offset, offset + 1))
    return clusters
