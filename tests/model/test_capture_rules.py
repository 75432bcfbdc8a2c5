"""Every rule of ``data/captures/frames.toml``, run on the examples that stand beside it."""

from __future__ import annotations

import pytest

import extractor
from extractor.captures.frames import Example, Frame, frames

pytestmark = pytest.mark.model

EXAMPLES = [
    pytest.param(frame, example, id=f"{frame.id}: {example.text}")
    for frame in frames()
    for example in frame.examples
]
COUNTER_EXAMPLES = [
    pytest.param(text, id=f"{frame.id}: {text}") for frame in frames() for text in frame.counter_examples
]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES)
def test_example(frame: Frame, example: Example) -> None:
    article = extractor.extract(example.text, published="2024-03-12")
    read = [(e.place, e.taker, e.loser, e.status, e.retaken) for e in article.events]
    assert read == [(example.place, example.taker, example.loser, example.status, example.retaken)]
    if frame.outcome != "standing":  # tells only whom the place was taken from
        assert frame.id in [trigger.rule for trigger in article.events[0].mentions]


@pytest.mark.parametrize("text", COUNTER_EXAMPLES)
def test_counter_example(text: str) -> None:
    assert extractor.extract(text, published="2024-03-12").events == ()
