"""Bytes to characters."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.decoding import Decoded, decode
from extractor.errors import InputError

FRENCH = "L’armée a repris « Sorvé » à l’été ; coût : 3 500 €, œuvre d’un ministre.\r\nFin.\r\n"
LATIN = "La ville de Sorvé a été reprise à l'aube, où les rebelles s'étaient retranchés."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(FRENCH.encode(), "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + FRENCH.encode(), "utf-8", id="utf-8 marked"),
        pytest.param(codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-16-le", id="utf-16-le marked"),
        pytest.param(codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be", id="utf-16-be marked"),
        pytest.param(codecs.BOM_UTF32_LE + FRENCH.encode("utf-32-le"), "utf-32-le", id="utf-32-le marked"),
        pytest.param(FRENCH.encode("utf-16-le"), "utf-16-le", id="utf-16-le"),
        pytest.param(FRENCH.encode("utf-16-be"), "utf-16-be", id="utf-16-be"),
        pytest.param(FRENCH.encode("cp1252"), "cp1252", id="windows-1252"),
    ],
)
def test_encodings_of_archives(data: bytes, encoding: str) -> None:
    assert decode(data) == Decoded(FRENCH, encoding)


def test_latin_1_is_within_windows_1252() -> None:
    assert decode(LATIN.encode("latin-1")) == Decoded(LATIN, "cp1252")


def test_decomposed_accents_and_line_ends_stay() -> None:
    text = "Sorve\u0301\r\ntombe\u0301e\rhier\n"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("text", ["", " ", "\n", "é", "ok \x00 " + "a" * 50], ids=repr)
def test_small_texts_and_a_stray_nul(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(bytes(range(256)) * 4, "no text in UTF-8, UTF-16 or Windows-1252", id="all bytes"),
        pytest.param(bytes(1000), "too many control characters", id="nothing but NUL"),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10", "too many control", id="picture"
        ),
        pytest.param(codecs.BOM_UTF8 + b"Sorv\xe9", "marked as UTF-8, but it is not", id="false mark"),
        pytest.param("è tombée, à l'été".encode("mac_roman"), "no text in UTF-8", id="mac roman"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_exactly_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except InputError:
        return
    assert data.endswith(found.text.encode(found.encoding))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_text_in_utf_8_is_read_as_such(text: str) -> None:
    wide = "\x00" in text
    assert wide or decode(b"\xef\xbb\xbf" + text.encode()) == Decoded(text, "utf-8")
