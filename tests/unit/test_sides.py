"""The two sides of an article's war. Towns and groups are invented or well known."""

from __future__ import annotations

import pytest

from extractor.assemble.sides import Sides, name_of


@pytest.mark.parametrize(
    ("actors", "name", "other"),
    [
        pytest.param(["rebelles", "armée"], "rebelles", "armée", id="insurgents and a state"),
        pytest.param(["rebelles", "armée"], "soldats", "rebelles", id="another name of the state"),
        pytest.param(["Séléka", "rebelles", "Onu", "armée"], "Séléka", "armée", id="an observer is no side"),
        pytest.param(["armée ukrainienne", "Russes", "Russes"], "Kiev", "Russes", id="two nations"),
        pytest.param(["armée ukrainienne", "Russes", "Polonais"], "Kiev", None, id="three nations"),
        pytest.param(["MNLA", "Ansar Dine", "armée malienne"], "Bamako", None, id="which group is not plain"),
        pytest.param(
            ["MNLA", "Ansar Dine", "armée malienne"], "MNLA", "armée malienne", id="its own side is"
        ),
        pytest.param(["rebelles", "armée"], "forces gouvernementales", "rebelles", id="by its adjective"),
        pytest.param(["rebelles", "armée"], "habitants", None, id="of no side"),
        pytest.param(["rebelles", "armée"], None, None, id="nobody"),
    ],
)
def test_other_side(actors: list[str], name: str | None, other: str | None) -> None:
    assert Sides(actors).other(name) == other


@pytest.mark.parametrize(
    ("names", "name"),
    [
        pytest.param(["insurgés", "insurgés", "Séléka"], "Séléka", id="the name of a group"),
        pytest.param(["gendarmes", "gendarmes", "armée malienne"], "armée malienne", id="the whole army"),
        pytest.param(["soldats", "policiers", "soldats"], "soldats", id="the usual name"),
    ],
)
def test_name_of_a_party(names: list[str], name: str) -> None:
    assert name_of(names) == name


@pytest.mark.parametrize(
    ("actors", "name", "party"),
    [
        pytest.param(
            ["armée russe", "Kiev"], "ministère russe de la Défense", "armée russe", id="a ministry"
        ),
        pytest.param(
            ["armée ukrainienne"], "ministère russe de la Défense", None, id="of a country not named"
        ),
        pytest.param(["rebelles", "armée"], "ministère de la Défense", "armée", id="of the one state"),
        pytest.param(["rebelles", "armée"], "Front d'Orlec", "Front d'Orlec", id="who fights itself"),
    ],
)
def test_for_whom_one_speaks(actors: list[str], name: str, party: str | None) -> None:
    assert Sides(actors).whole(name) == party


def test_who_helps_the_other_side_is_no_enemy() -> None:
    actors = ["armée", "armée", "M23", "rebelles", "Hezbollah"]
    assert Sides(actors, [("Hezbollah", "armée")]).other("armée") == "M23"


def test_two_allied_nations_are_no_enemies() -> None:
    actors = ["armée turque", "forces syriennes"]
    assert Sides(actors, [("armée turque", "forces syriennes")]).other("forces syriennes") is None
