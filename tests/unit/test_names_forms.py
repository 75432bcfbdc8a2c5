"""Forms of a name: what is the same name written otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.naming.forms import initials_match, is_acronym, key, plain, plural, strip_article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("États-Unis", "les Etats Unis"),
        ("l’Élysée", "Elysée"),
        ("N'Djamena", "N’DJAMENA"),
        ("La Haye", "la Haye"),
        ("Al-Qaïda", "al Qaida"),
        ("de l'Union européenne", "Union Européenne"),
    ],
)
def test_key_is_shared_by_spellings_of_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Congo", "RD Congo"), ("Guinée", "Guinée-Bissau")]
)
def test_key_keeps_names_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("given", "bare"),
    [
        ("le Mali", "Mali"),
        ("l'Otan", "Otan"),
        ("des talibans", "talibans"),
        ("Lesotho", "Lesotho"),
        ("la", "la"),
    ],
)
def test_strip_article(given: str, bare: str) -> None:
    assert strip_article(given) == bare


@pytest.mark.parametrize(
    ("word", "several"),
    [("afghan", "afghans"), ("français", "français"), ("général", "généraux"), ("suisse", "suisses")],
)
def test_plural(word: str, several: str) -> None:
    assert plural(word) == several


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("BDV", "Brigades de défense de Velmont"),
        ("OSDH", "Observatoire syrien des droits de l'homme"),
        ("CICR", "Comité international de la Croix-Rouge"),
        ("ONU", "Organisation des Nations unies"),
    ],
)
def test_initials_match(acronym: str, name: str) -> None:
    words = name.replace("'", " ").replace("-", " ").split()
    assert initials_match(acronym, words)


@pytest.mark.parametrize(
    ("acronym", "name"), [("ONU", "Union africaine"), ("GMT", "Groupe de soutien"), ("BDV", "Brigades")]
)
def test_initials_do_not_match(acronym: str, name: str) -> None:
    assert not initials_match(acronym, name.split())


@pytest.mark.parametrize(
    ("name", "expected"), [("ONU", True), ("M23", True), ("Onu", False), ("OSDH et ONU", False), ("X", False)]
)
def test_is_acronym(name: str, expected: bool) -> None:  # noqa: FBT001 (the expected value)
    assert is_acronym(name) is expected


@given(st.text())
def test_plain_keeps_the_length(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text())
def test_key_is_stable(text: str) -> None:
    assert key(key(text)) == key(text)
