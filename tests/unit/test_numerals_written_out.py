"""Numbers written out by an independent library read back, in each convention; digits with each separator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from extractor.numbers import find_numbers

CONVENTIONS = ["fr", "fr_BE", "fr_CH"]
# Uniform draws are nearly all nine digits long: each length gets its share.
NUMBERS = st.one_of([st.integers(min_value=10**k if k else 0, max_value=10 ** (k + 1) - 1) for k in range(9)])


def values(text: str) -> list[float | None]:
    return [number.value for number in find_numbers(text)]


# All up to two thousand but «un», which is an article; every thousand, every million, and both joined.
SMALL = [0, *range(2, 2001)]
LARGE = [
    *range(3_000, 1_000_000, 1_000),
    *range(1_000_000, 1_000_000_000, 1_000_000),
    *range(1_001_001, 1_000_000_000, 7_013_017),
]


@pytest.mark.parametrize("convention", CONVENTIONS)
@pytest.mark.parametrize("joint", [" ", "-"], ids=["traditional", "hyphens of 1990"])
@pytest.mark.parametrize("numbers", [SMALL, LARGE], ids=["small", "large"])
def test_numerals_all_read_back(convention: str, joint: str, numbers: list[int]) -> None:
    wrong = {
        number: words
        for number in numbers
        for words in [num2words(number, lang=convention).replace(" ", joint)]
        if values(f"Voici {words} soldats.") != [number]
    }
    assert wrong == {}


@given(NUMBERS.filter(lambda number: number != 1), st.sampled_from(CONVENTIONS))
def test_numerals_read_back_traditional(number: int, convention: str) -> None:
    assert values(f"Voici {num2words(number, lang=convention)} soldats.") == [number]


@given(NUMBERS.filter(lambda number: number != 1), st.sampled_from(CONVENTIONS))
def test_numerals_read_back_with_the_hyphens_of_1990(number: int, convention: str) -> None:
    words = num2words(number, lang=convention).replace(" ", "-")
    assert values(f"{words.capitalize()} soldats sont là.") == [number]


@given(NUMBERS, st.sampled_from([".", " ", "\u00a0", "\u202f", "\u2009", "'", "’", ""]))
def test_numerals_read_back_in_digits(number: int, separator: str) -> None:
    assert values(f"Voici {number:,} soldats.".replace(",", separator)) == [number]


@given(NUMBERS, st.integers(min_value=1, max_value=99))
def test_numerals_read_back_with_decimals(number: int, hundredths: int) -> None:
    assert values(f"Soit {number},{hundredths:02} %.") == [float(f"{number}.{hundredths:02}")]
