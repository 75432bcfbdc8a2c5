"""The likeliest taker and loser among the parties of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.assemble.rankings import ROLES, TABLE, Ranking, ranking
from extractor.lexicon import weights

_FEATURES = sorted(weights(TABLE))
_ROWS = st.dictionaries(st.sampled_from(_FEATURES), st.floats(0, 1), max_size=12)
_TAKES = {"slot:taker": 1.0, "rule:taker:read": 1.0, "rule:taker:direct=True": 1.0}
_LOSES = {"slot:loser": 1.0, "rule:loser:read": 1.0, "rule:loser:direct=True": 1.0}


def test_each_feature_has_a_weight_for_each_role() -> None:
    assert {len(row) for row in weights(TABLE).values()} == {len(ROLES)}


@pytest.mark.parametrize(
    ("parties", "nobody", "expected"),
    [
        pytest.param([_TAKES, _LOSES], {}, Ranking(0, 1), id="one takes, the other loses"),
        pytest.param([_LOSES, _TAKES], {}, Ranking(1, 0), id="in any order"),
        pytest.param([], {}, Ranking(None, None), id="no party"),
    ],
)
def test_ranking(parties: list[dict[str, float]], nobody: dict[str, float], expected: Ranking) -> None:
    assert ranking(parties, nobody) == expected


@given(st.lists(_ROWS, max_size=6), _ROWS)
def test_nobody_takes_from_himself(parties: list[dict[str, float]], nobody: dict[str, float]) -> None:
    found = ranking(parties, nobody)
    assert found.taker is None or found.taker != found.loser
    assert all(index is None or 0 <= index < len(parties) for index in found)


@given(st.lists(_ROWS, min_size=2, max_size=6), _ROWS)
def test_what_is_known_stays(parties: list[dict[str, float]], nobody: dict[str, float]) -> None:
    assert ranking(parties, nobody, taker=1, known=(True, False)).taker == 1
    assert ranking(parties, nobody, known=(True, True)) == Ranking(None, None)
