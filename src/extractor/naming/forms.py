"""Forms of a name: what is the same name written otherwise. Pure; offsets are kept where it matters."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache

_APOSTROPHES = "’‘ʼ′`´"
_HYPHENS = "‐‑"
_SPACES = "\u00a0\u202f\u2009\u2007\u2008\u200a"
_PREPOSITIONS = frozenset(("avec", "contre", "dans", "pour", "sans"))
_SMALL_WORD = 3  # letters
_WORD = 40  # letters: what is longer is seldom met again
_ARTICLES = re.compile(r"^(?:les? |la |l'|une? |des |du |d'|de )")


def _one_to_one() -> dict[int, str]:
    """Characters that have a plainer twin of the same length."""
    table = (
        {ord(c): "'" for c in _APOSTROPHES} | {ord(c): "-" for c in _HYPHENS} | {ord(c): " " for c in _SPACES}
    )
    for code in range(0xC0, min(0x250, sys.maxunicode)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[code] = base
    return table


_PLAIN = _one_to_one()


def plain(text: str) -> str:
    """The text without accents, with straight apostrophes and plain hyphens and spaces, of the same length.

    Example:
        >>> plain("L’État-major")
        "L'Etat-major"
    """
    if text.isascii() and "`" not in text:
        return text
    return _plain_text(text) if len(text) > _WORD else _plain_word(text)


@lru_cache(maxsize=1 << 12)
def low(word: str) -> str:
    """A word as `plain` gives it, in lower case."""
    return plain(word).lower()


@lru_cache(maxsize=1 << 12)
def _plain_word(word: str) -> str:
    return word.translate(_PLAIN)


@lru_cache(maxsize=2)  # five sorts of patterns ask for the same text
def _plain_text(text: str) -> str:
    return text.translate(_PLAIN)


@lru_cache(maxsize=1 << 12)
def strip_article(name: str) -> str:
    """The name without a leading article or «de», of any typography; at least one word is left."""
    while match := _ARTICLES.match(plain(name).lower()):
        if match.end() == len(name):
            break
        name = name[match.end() :]
    return name


@lru_cache(maxsize=1 << 12)
def key(name: str) -> str:
    """What two spellings of one name share: no case, accents, hyphens, leading article, doubled spaces.

    Example:
        >>> key("Les Etats Unis") == key("États-Unis")
        True
    """
    words = plain(name).casefold().replace("-", " ").split()
    return strip_article(" ".join(words)).strip(" .,;:«»\"'()")


def plural(word: str) -> str:
    """The regular plural of a noun or adjective: «afghan» → «afghans», «français» → «français»."""
    if word.endswith(("s", "x", "z")):
        return word
    return word[:-1] + "ux" if word.endswith("al") else word + "s"


@lru_cache(maxsize=1 << 12)
def is_acronym(name: str) -> bool:
    """True for one word of two characters or more without small letters: «ONU», «M23»."""
    letters = [c for c in name if c.isalpha()]
    return " " not in name and len(name) > 1 and len(letters) >= 1 and all(c.isupper() for c in letters)


def initials_match(acronym: str, words: list[str]) -> bool:
    """True if the acronym's letters can be read off the words' initials, in order, none left over.

    Small words («de», «la») may lend a letter or be skipped; each other word but one must lend its first.
    """
    letters = [c for c in plain(acronym).lower() if c.isalpha()]
    full = [word for word in words if len(word) > _SMALL_WORD and word not in _PREPOSITIONS]
    heads = [re.sub(r"^[ae]l-", "", plain(w).lower())[0] for w in words if w[:1].isalpha()]
    rest = iter(heads)
    spelt = bool(letters) and heads[:1] == letters[:1] and all(any(h == c for h in rest) for c in letters)
    return spelt and len(full) <= len(letters) + 1
