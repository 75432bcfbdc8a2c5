"""The likeliest taker and loser among the parties of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.assemble.rankings import ROLES, TABLE, likeliest
from extractor.lexicon import weights

_FEATURES = sorted(weights(TABLE))
_ROWS = st.dictionaries(st.sampled_from(_FEATURES), st.floats(0, 1), max_size=12)
_TAKES = {"slot:taker": 1.0, "rule:taker:read": 1.0, "rule:taker:direct=True": 1.0}
_LOSES = {"slot:loser": 1.0, "rule:loser:read": 1.0, "rule:loser:direct=True": 1.0}


def test_each_feature_has_a_weight_for_each_role() -> None:
    assert {len(row) for row in weights(TABLE).values()} == {len(ROLES)}


@pytest.mark.parametrize(
    ("role", "expected"), [pytest.param("taker", 0, id="taker"), pytest.param("loser", 1, id="loser")]
)
def test_likeliest(role: str, expected: int) -> None:
    assert likeliest([_TAKES, _LOSES], {}, role) == expected


@given(st.lists(_ROWS, max_size=6), _ROWS, st.sampled_from(ROLES), st.integers(0, 5))
def test_nobody_takes_from_himself(
    parties: list[dict[str, float]], nobody: dict[str, float], role: str, other: int
) -> None:
    found = likeliest(parties, nobody, role, [other])
    assert found is None or (found != other and 0 <= found < len(parties))


@pytest.mark.parametrize("role", ROLES)
def test_nobody_where_there_is_no_party(role: str) -> None:
    assert likeliest([], {}, role) is None
