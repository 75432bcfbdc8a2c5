"""One typography, and the way back to the given text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text import clean


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        pytest.param("l’armée", "l'armée", id="curly apostrophe"),
        pytest.param("40\u202f000 «\u00a0morts\u00a0»", "40 000 « morts »", id="non-breaking spaces"),
        pytest.param("e\u0301te\u0301", "été", id="decomposed accents"),
        pytest.param("un\r\ndeux\rtrois", "un\ndeux\ntrois", id="line ends"),
        pytest.param("Sar\u00advane\u200b", "Sarvane", id="soft hyphen and zero width space"),
        pytest.param("a\x00b\tc", "a b c", id="control characters"),
        pytest.param("Saint\u2011Louis", "Saint-Louis", id="non-breaking hyphen"),
        pytest.param("œuf 😀 שלום", "œuf 😀 שלום", id="the rest stays"),
    ],
)
def test_clean(given_text: str, expected: str) -> None:
    assert clean(given_text).text == expected


def test_given_leads_back_to_the_characters_of_the_text() -> None:
    text = "L’arme\u0301e\r\na repris Sar\u00advane."
    cleaned = clean(text)
    start = cleaned.text.index("armée")
    assert text[slice(*cleaned.given(start, start + 5))] == "arme\u0301e"
    start = cleaned.text.index("Sarvane")
    assert text[slice(*cleaned.given(start, start + 7))] == "Sar\u00advane"


@given(st.text(), st.data())
def test_any_stretch_leads_back_to_a_stretch_that_cleans_to_it(text: str, data: st.DataObject) -> None:
    cleaned = clean(text)
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    first, last = cleaned.given(start, end)
    assert 0 <= first <= last <= len(text) or start == end
    assert cleaned.text[start:end] in clean(text[first:last]).text or start == end
