"""Which names are of one party. Towns and groups are invented or well known."""

from __future__ import annotations

import pytest

from extractor.assemble.parties import opposed, parties, same_party, side_of


@pytest.mark.parametrize(
    ("name", "side"),
    [
        pytest.param("armée", "state", id="an army"),
        pytest.param("armée norvanaise", "state", id="an army of an unknown country"),
        pytest.param("rebelles", "insurgent", id="a noun"),
        pytest.param("rebelles du Front de Sarvane", "insurgent", id="a noun with a name"),
        pytest.param("Armée de libération de Sarvane", "insurgent", id="an army of liberation"),
        pytest.param("Armée de la vallée", None, id="a group that calls itself an army"),
        pytest.param("Armée syrienne libre", "insurgent", id="a known group that calls itself an army"),
        pytest.param("Forces de soutien rapide", "insurgent", id="a group of the tables"),
        pytest.param("habitants", None, id="no actor"),
        pytest.param("combattants", None, id="of either side"),
        pytest.param(None, None, id="nobody"),
    ],
)
def test_side(name: str | None, side: str | None) -> None:
    assert side_of(name) == side


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Kiev", "armée ukrainienne", id="a capital and an army"),
        pytest.param("Russes", "Moscou", id="a people and a capital"),
        pytest.param("FSR", "Forces de soutien rapide", id="an acronym"),
        pytest.param("rebelles", "Séléka", id="a noun and a name of one side"),
        pytest.param("armée", "gouvernement", id="two nouns of the state"),
        pytest.param("armée de Kassima", "soldats de Kassima", id="a shared name"),
    ],
)
def test_one_party(a: str, b: str) -> None:
    assert same_party(a, b)
    assert same_party(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("armée russe", "armée ukrainienne", id="two countries"),
        pytest.param("Russes", "Kiev", id="a people and another's capital"),
        pytest.param("armée", "rebelles", id="two sides"),
        pytest.param("rebelles syriens", "Damas", id="insurgents and the capital"),
        pytest.param("Front de Sarvane", "Mouvement d'Orlec", id="two groups"),
        pytest.param("Front de libération d'Orlec", "Armée de libération de Sarvane", id="common words"),
    ],
)
def test_two_parties(a: str, b: str) -> None:
    assert not same_party(a, b)
    assert not same_party(b, a)


def test_sides_are_opposed() -> None:
    assert opposed("armée", "rebelles")
    assert not opposed("armée", "habitants")
    assert not opposed("armée", None)


def test_parties_of_an_article() -> None:
    names = ["rebelles", "armée malienne", "MNLA", "insurgés", "Bamako", "armée"]
    assert parties(names) == [["MNLA", "rebelles", "insurgés"], ["Bamako", "armée malienne", "armée"]]
