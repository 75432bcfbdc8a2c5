"""The words around a place, and which of them speak for a change of hands."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.captures.likelihood import (
    DIMENSIONS,
    OUTCOMES,
    Meaning,
    Sentence,
    Setting,
    features,
    likelihood,
    meanings,
)


def _setting(sentence: str, place: str = "@loc") -> Setting:
    words = sentence.split()
    return Setting(Sentence(words), words.index(place), words.index(place) + 1)


def test_features_of_a_short_sentence() -> None:
    assert sorted({f"{kind}={value}" for kind, value, _ in features(_setting("on quitte @loc , vide"))}) == [
        "bias=",
        "g0l=on",
        "g0l=quitt",
        "g1r=,",
        "g1r=vide",
        "l0=on",
        "l0=on_quitt",
        "l0=quitt",
        "ln=quitte",
        "ln=quitte_on",
        "r0=,",
        "r0=,_vide",
        "r0=vide",
        "rn=,",
        "rn=,_vide",
        "s=,",
        "s=on",
        "s=quitt",
        "s=vide",
        "x=on|,",
        "x=on|vide",
        "x=quitt|,",
        "x=quitt|vide",
    ]


def test_a_name_of_several_words_counts_as_one() -> None:
    setting = Setting(Sentence(["@org", "@org", "quitte", "@loc", "@loc"]), 3, 5)
    assert [index for *feature, index in features(setting) if feature == ["s", "@org"]] == [1]


def test_nearer_words_mean_more() -> None:
    vector = np.ones(2, dtype="float32")
    sentence = Sentence(["a", "b", "c", "@loc", "d"], {i: Meaning(vector) for i in (0, 2, 3, 4)})
    assert [(side, i, round(strength, 3)) for side, i, strength in meanings(Setting(sentence, 3, 4))] == [
        ("left", 0, 1.429),
        ("left", 2, 2.0),
        ("right", 4, 2.0),
    ]


@pytest.mark.parametrize(
    ("sentence", "told", "outcome"),
    [
        pytest.param("les rebelles ont mis la main sur @loc sans combattre", True, "capture", id="capture"),
        pytest.param("@loc est désormais aux ordres des insurgés", True, "capture", id="state that is new"),
        pytest.param("le ministre a été reçu à @loc par son homologue", False, "", id="a visit"),
        pytest.param("il est né en @n à @loc , dans une famille de paysans", False, "", id="a birth"),
    ],
)
def test_shipped_weights(sentence: str, told: bool, outcome: str) -> None:  # noqa: FBT001 (a column of the table)
    read = likelihood(_setting(sentence))
    assert (read.told >= 0.5) is told
    assert not told or read.outcome == outcome


@given(
    words=st.lists(st.text(max_size=6), min_size=1, max_size=12),
    start=st.integers(0, 11),
    length=st.integers(1, 3),
    with_meanings=st.booleans(),
)
def test_any_words_have_a_likelihood(
    words: list[str], start: int, length: int, *, with_meanings: bool
) -> None:
    start = min(start, len(words) - 1)
    vectors = {0: Meaning(np.ones(DIMENSIONS, dtype="float32"))} if with_meanings else {}
    read = likelihood(Setting(Sentence(words, vectors), start, min(start + length, len(words))))
    assert 0 <= read.told <= 1
    assert read.outcome in OUTCOMES
    assert set(read.reasons) <= set(range(len(words)))
