"""Rule files fail loudly: the message names the file and the entry."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.captures.frames import frames, read_frames
from extractor.errors import DataFileError

GOOD: dict[str, Any] = {
    "id": "prendre",
    "verbs": ["prendre"],
    "place": ["object"],
    "taker": ["subject"],
    "examples": [{"text": "Les rebelles ont pris Sarvane.", "place": "Sarvane"}],
    "counter_examples": ["Le maire a pris la parole."],
}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"verb": ["prendre"]}, "frame 1 «prendre»: verb: Extra inputs", id="unknown key"),
        pytest.param({"nouns": ["prise"]}, "either verbs or nouns", id="two kinds of trigger"),
        pytest.param({"verbs": []}, "either verbs or nouns", id="no trigger"),
        pytest.param({"examples": []}, "examples: Tuple should have at least 1 item", id="no example"),
        pytest.param(
            {"counter_examples": []}, "counter_examples: Tuple should have", id="no counter-example"
        ),
        pytest.param({"outcome": "sign"}, "has a class of sign if its outcome", id="a sign without a class"),
        pytest.param({"outcome": "won"}, "outcome: Input should be", id="unknown outcome"),
        pytest.param({"event": "Air Strike"}, "event: String should match", id="an event no identifier"),
        pytest.param({"event": "siege", "retaken": True}, "are of captures only", id="a siege retaken"),
        pytest.param(
            {"event": "siege", "outcome": "sign", "sign": "emblem"},
            "are of captures only",
            id="a sign of a siege",
        ),
        pytest.param(
            {"examples": [{"text": "Sarvane est tombée.", "place": 3}]},
            "examples.0.place: Input",
            id="in depth",
        ),
    ],
)
def test_malformed_frame(change: dict[str, Any], message: str) -> None:
    with pytest.raises(DataFileError, match=message) as caught:
        read_frames({"frame": [GOOD | change]}, "mine.toml")
    assert str(caught.value).startswith("mine.toml: frame 1 ")


def test_an_id_stands_once() -> None:
    with pytest.raises(DataFileError, match="frame 2 «prendre»: this id stands twice"):
        read_frames({"frame": [GOOD, GOOD]}, "mine.toml")


def test_shipped_frames_are_sound() -> None:
    assert len({frame.id for frame in frames()}) == len(frames())
