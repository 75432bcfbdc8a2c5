"""What signs of a change of hands prove together."""

from __future__ import annotations

import pytest

from extractor.captures.signs import Sign, prove


def _sign(kind: str, *, new: bool = False, of_state: bool = False, armed: bool = False) -> Sign:
    return Sign(kind, new, of_state, armed)


@pytest.mark.parametrize(
    ("signs", "proven"),
    [
        pytest.param([], False, id="nothing"),
        pytest.param([_sign("presence")], False, id="patrols"),
        pytest.param([_sign("presence"), _sign("presence")], False, id="patrols twice"),
        pytest.param([_sign("presence", new=True)], True, id="patrols from now on"),
        pytest.param([_sign("presence"), _sign("rule")], True, id="patrols and a curfew"),
        pytest.param([_sign("presence"), _sign("departure")], True, id="patrols, soldiers gone"),
        pytest.param([_sign("presence"), _sign("fall")], True, id="patrols, portraits torn down"),
        pytest.param([_sign("emblem", new=True)], True, id="the flag goes up"),
        pytest.param([_sign("emblem", new=True, of_state=True)], False, id="the state's flag goes up"),
        pytest.param([_sign("presence", new=True, of_state=True)], False, id="the state's patrols"),
        pytest.param(
            [_sign("presence", of_state=True), _sign("departure")], False, id="the state's, after a raid"
        ),
        pytest.param(
            [_sign("emblem", of_state=True), _sign("departure")], True, id="the state's flag, rebels gone"
        ),
        pytest.param([_sign("departure", armed=True)], False, id="a retreat"),
        pytest.param([_sign("departure", armed=True), _sign("emptiness")], True, id="a retreat, no one left"),
        pytest.param([_sign("officials"), _sign("fall")], False, id="a governor overthrown"),
    ],
)
def test_signs_prove(signs: list[Sign], proven: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert prove(signs) is proven
