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
    """Stands for a compiled pattern: ``match`` tells whether a word matches, as that of the whole would.

    Args:
        pattern: Alternatives, each in a group of its own that begins with ``^``.
        faster: The same, `factored`.
    """

    def __init__(self, pattern: str, faster: re.Pattern[str]) -> None:
        self.pattern = pattern
        """As given: what spaCy writes to disk."""
        self._match = faster.match

    def match(self, word: str) -> re.Match[str] | None:
        """The match, whose groups and borders mean nothing, or None."""
        return self._match(word)


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
