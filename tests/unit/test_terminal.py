"""Text on a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.terminal import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sorvé, «prise»\u00a0: 3\u202f500 €", "Sorvé, «prise»\u00a0: 3\u202f500 €"),
        ("سقطت المدينة 🙂", "سقطت المدينة 🙂"),
        ("\x1b[31mrouge\x1b[0m", r"\x1b[31mrouge\x1b[0m"),
        ("\x9b2J\x07\x00", r"\x9b2J\x07\x00"),
        ("abc\u202edcba", r"abc\u202edcba"),
        ("a\rb", r"a\rb"),
    ],
)
def test_only_what_a_terminal_acts_on_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_line_breaks_become_spaces() -> None:
    assert one_line("la prise\r\n  de\tSorvé") == "la prise de Sorvé"


@given(st.text())
def test_no_text_reaches_the_terminal_raw(text: str) -> None:
    shown = printable(text)
    assert not any(
        unicodedata.category(character) in {"Cc", "Cs"} and character not in "\t\n" for character in shown
    )
