"""spaCy's pattern of French words with hyphens, written shorter: the same words match."""

from __future__ import annotations

import re

import pytest

from extractor.token_match import TokenMatch, compiled_fast, factored

ANY = "[" + "".join(map(chr, range(0x3B1, 0x4B1))) + "a-z]"  # long, as spaCy's classes are
END = f"[-]{ANY}[-a-z]*$"
PATTERN = "(?iu)" + "|".join(
    f"(?:^{part})"
    for part in (f"anti{END}", f"r?é{END}", f"black[-]out{ANY}*$", f"{ANY}+[-]la[-]{ANY}+$", "ex[-]1$")
)


def test_what_is_alike_is_written_once() -> None:
    assert factored(PATTERN) == (
        f"(?iu)(?:^(?:anti[-]|r?é[-]){ANY}[-a-z]*$)|(?:^(?:black[-]out){ANY}*$)"
        f"|(?:^{ANY}+(?:[-]la[-]){ANY}+$)|(?:^(?:ex[-]1$))"
    )


@pytest.mark.parametrize(
    "word",
    [
        "anti-vol",
        "Anti-Vol",
        "anti-",
        "ré-a",
        "é-a-b",
        "rr-a",
        "black-out",
        "black-outs",
        "a-la-b",
        "la-b",
        "ex-1",
        "ex-12",
        "12",
        "",
    ],
)
def test_the_same_words_match(word: str) -> None:
    faster = TokenMatch(PATTERN, re.compile(factored(PATTERN)))
    assert bool(faster.match(word)) == bool(re.match(PATTERN, word))


def test_words_of_letters_are_left_whole() -> None:
    assert TokenMatch(PATTERN, re.compile(factored(PATTERN))).match("Été")


def test_other_patterns_are_compiled_as_always() -> None:
    plain = re.compile
    with compiled_fast():
        assert re.compile("a+", flags=re.ASCII) == plain("a+", re.ASCII)
        long = PATTERN + "|(?:^" + "x" * (1 << 16) + ")"
        ours = re.compile(long)
        assert isinstance(ours, TokenMatch)
        assert ours.pattern == long
    assert re.compile is plain
