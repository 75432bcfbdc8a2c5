"""What the number modules share: gaps between words, patterns over word lists, words before a number."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from extractor import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

# Spaces of French typography inside a line: breaking, non-breaking, narrow, thin, figure.
BLANK = r"[ \t\u00a0\u202f\u2009\u2007]"
SPACE = BLANK + r"{1,3}"
# Between words that are not one numeral a line may be broken.
GAP = rf"(?:{SPACE}|{BLANK}?\r?\n)"
OF = rf"{GAP}(?:de{GAP}|d['’])"

REACH = 48  # characters looked at on either side of a number: the longest cue with its spaces

_APART = {ord(mark): f" {mark} " for mark in set(string.punctuation + "«»“”…–—") - set("'_-")} | {
    ord("’"): "' ",
    ord("'"): "' ",
}


def alternation(entries: Iterable[str]) -> str:
    """A regular expression that matches any of the entries, longest first.

    A space in an entry stands for any gap between words, an apostrophe for either form.
    """
    longest_first = sorted(entries, key=len, reverse=True)
    initials = "".join(sorted({re.escape(entry[0]) for entry in longest_first}))
    listed = "|".join(
        GAP.join(re.escape(word).replace("'", "['’]") for word in entry.split(" ")) for entry in longest_first
    )
    return f"(?=[{initials}])(?:{listed})"  # most words are none of these, which their first letter tells


KINDS: dict[str, str] = {
    unit: kind for kind, units in lexicon.tables("numbers.toml")["units"].items() for unit in units
}
"""The kind of every unit: «length» of «km»."""
UNITS = alternation(KINDS)


def lowered(text: str) -> str:
    """The text in lower case, character by character, so that offsets hold («İ» alone would become two)."""
    return text.replace("İ", "I").lower()


def tail(text: str, start: int) -> str:
    """The words just before an offset: lower case, apart from punctuation, each followed by one space."""
    return f" {' '.join(text[max(0, start - REACH) : start].lower().translate(_APART).split())} "


def endings(entries: Iterable[str]) -> tuple[str, ...]:
    """The entries as ``tail`` writes them, for ``str.endswith``."""
    return tuple(" " + " ".join(entry.replace("'", "' ").split()) + " " for entry in entries)
