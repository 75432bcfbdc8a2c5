"""The pattern of French words that keep their hyphen or apostrophe, compiled in a twentieth of the time.

spaCy joins three hundred alternatives, nearly all of which end with the same classes of a thousand letters;
``re`` reads and folds each of these classes anew, for seconds, at each start of a program.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING, _BETWEEN, _END = "(?iu)(?:^", ")|(?:^", ")"
_LETTERS = re.compile(r"\[[^\[\]]{200,}\][+*]?")
_JOINT = re.compile("[-–—‐‑'’]")


@contextmanager
def compiled_fast() -> Iterator[None]:
    """While this lasts, ``re.compile`` gives a `TokenMatch` for spaCy's pattern; other patterns as always."""
    plain = re.compile

    def compiled(pattern: Any, flags: Any = 0) -> Any:
        ours = (
            isinstance(pattern, str) and not flags and pattern.startswith(_OPENING) and len(pattern) > 1 << 16
        )
        return TokenMatch(pattern, plain(factored(pattern))) if ours else plain(pattern, flags)

    re.compile = compiled
    try:
        yield
    finally:
        re.compile = plain


class TokenMatch:
    """Stands for spaCy's compiled pattern: ``match`` tells whether the tokenizer leaves a word whole.

    It says so of words of letters alone too, in which no other pattern of the tokenizer finds a place to cut:
    they are most of the words that it meets for the first time, each of which it looked through five times.

    Args:
        pattern: Alternatives, each in a group of its own that begins with ``^``.
        faster: The same, `factored`.
    """

    def __init__(self, pattern: str, faster: re.Pattern[str]) -> None:
        self.pattern = pattern
        """As given: what spaCy writes to disk."""
        self.pattern_match = faster.match
        """The match of a word, whose groups and borders mean nothing, or None."""

    def match(self, word: str) -> bool:
        """Whether a word is of letters alone, or matches; without hyphen and apostrophe none does."""
        return word.isalpha() or (_JOINT.search(word) is not None and self.pattern_match(word) is not None)


def factored(pattern: str) -> str:
    """The same language, with what alternatives begin and end with alike written once.

    Args:
        pattern: As of `TokenMatch`.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for part in pattern.removeprefix(_OPENING).removesuffix(_END).split(_BETWEEN):
        head, middle, tail = _parted(part)
        groups.setdefault((head, tail), []).append(middle)
    return "(?iu)" + "|".join(
        f"(?:^{head}(?:{'|'.join(middles)}){tail})" for (head, tail), middles in groups.items()
    )


def _parted(alternative: str) -> tuple[str, str, str]:
    """An alternative before, between and from its great classes of letters."""
    first = _LETTERS.match(alternative)
    start = first.end() if first else 0
    last = _LETTERS.search(alternative, start)
    end = last.start() if last else len(alternative)
    return alternative[:start], alternative[start:end], alternative[end:]
