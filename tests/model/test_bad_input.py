"""Texts that are no news: nothing crashes, nothing is lost, every offset slices back."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import extractor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor import Article

pytestmark = pytest.mark.model

SENTENCE = (
    "Vendredi 8 mars, les rebelles ont pris la ville de Sarvane à l'armée : 3 500 soldats l'ont quittée."
)


def stretches(article: Article) -> Iterator[tuple[int, int, str]]:
    """Every stretch of the text that a record points at."""
    for entity in (*article.people, *article.places, *article.organisations):
        yield from ((m.start, m.end, m.text) for m in entity.mentions)
    for event in article.events:
        yield from ((m.start, m.end, m.text) for m in event.mentions)
    yield from ((q.start, q.end, q.text) for q in article.quantities)
    yield from ((d.start, d.end, d.text) for d in article.dates)


def assert_exact(text: str, article: Article) -> None:
    for start, end, stretch in stretches(article):
        assert text[start:end] == stretch
        assert stretch
    for event in article.events:
        assert event.evidence in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Née Inès Bellac, elle habite Lyon.", id="a participle before a name"),
        pytest.param(
            "L'armée est à Sarvane, dont les rebelles étaient les maîtres depuis le 13 mai",
            id="a date and no full stop",
        ),
    ],
)
def test_edges_of_a_text(text: str) -> None:
    assert_exact(text, extractor.extract(text, published="2024-03-12"))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\t\u00a0", "\ufeff", "x", ".", "é", "«", "1", "\x00", "\u200b"]
)
def test_next_to_nothing(text: str) -> None:
    article = extractor.extract(text)
    assert_exact(text, article)
    assert article.events == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SENTENCE.replace(" ", "\u00a0"), id="non-breaking spaces"),
        pytest.param(SENTENCE.replace("'", "’"), id="curly apostrophes"),
        pytest.param(f"“{SENTENCE}”", id="curly quotation marks"),
        pytest.param(f'"{SENTENCE}"', id="straight quotation marks"),
        pytest.param(unicodedata.normalize("NFD", SENTENCE), id="decomposed accents"),
        pytest.param(SENTENCE + "\r\n\r\n" + "L'armée se tait.\r\n", id="CRLF"),
        pytest.param("\ufeff" + SENTENCE, id="byte order mark"),
        pytest.param("\x07" + SENTENCE + "\x1b\x9b", id="control characters"),
        pytest.param("😀 " + SENTENCE + " 🚀", id="emoji"),
        pytest.param(SENTENCE + " שלום עולם مرحبا", id="right-to-left script"),
        pytest.param(SENTENCE.replace("rebelles", "re\u00adbelles"), id="soft hyphen"),
    ],
)
def test_typography_changes_nothing_but_offsets(text: str) -> None:
    article = extractor.extract(text, published="2024-03-12")
    assert_exact(text, article)
    assert [(e.place, e.taker, e.loser, e.date) for e in article.events] == [
        ("Sarvane", "rebelles", "armée", "2024-03-08")
    ]
    assert [q.value for q in article.quantities] == [3500]


def test_english() -> None:
    text = "The rebels took the town of Sarvane on Friday, killing 30 soldiers, the army said."
    article = extractor.extract(text)
    assert_exact(text, article)
    assert article.events == ()


@pytest.mark.parametrize("character", ["a", "1", "-", "'", "\n"])
def test_a_hundred_thousand_characters_without_a_space(character: str) -> None:
    text = character * 100_000
    assert_exact(text, extractor.extract(text))


def test_two_million_characters_lose_nothing() -> None:
    filler = "La pluie est tombée sans arrêt sur les champs et les routes de la région. " * 14
    text = f"{SENTENCE}\n\n" + f"{filler}\n\n" * 2080 + SENTENCE.replace("Sarvane", "Tambrel")
    assert len(text) > 2_000_000
    article = extractor.extract(text, published="2024-03-12")
    assert_exact(text, article)
    assert [event.place for event in article.events] == ["Sarvane", "Tambrel"]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        pytest.param({"id": "a"}, "record 1: «text» must be a string, not NoneType", id="no text"),
        pytest.param({"text": 3}, "record 1: «text» must be a string, not int", id="text is no string"),
        pytest.param(
            {"text": "x", "id": 3}, "record 1: «id» must be a string, not int", id="id is no string"
        ),
        pytest.param(
            {"text": "x", "published": 2024}, "record 1: «published» must be a string", id="date is no string"
        ),
    ],
)
def test_wrong_record(record: dict[str, object], message: str) -> None:
    with pytest.raises(extractor.InputError, match=message):
        list(extractor.extract_many([record]))


WORDS = [
    *SENTENCE.split(),
    "de",
    "le",
    "qui",
    "celle",
    "mains",
    "tombée",
    "13",
    "des",
    "«",
    "»",
    ",",
    "\n\n",
    "Selon",
    "Née",
    "blessé",
    "Ilda Maren",
    "tenait",
    "dont",
    "depuis",
    "lundi",
    "pourrait",
    "capitale",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_order_of_words_is_read_without_a_crash(text: str) -> None:
    assert_exact(text, extractor.extract(text, published="2024-03-12"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_around_a_sentence_is_read_without_a_crash(before: str, after: str) -> None:
    text = f"{before}{SENTENCE}{after}"
    assert_exact(text, extractor.extract(text))
