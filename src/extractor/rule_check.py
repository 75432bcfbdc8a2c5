"""Runs the examples and counter-examples of a rule file and says which are not read as they should be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from extractor.captures.rule_files import read_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from extractor.captures.frames import Example, Frame
    from extractor.records import Article, Event

PUBLISHED = "2024-03-12"
"""The publication date with which examples are read."""
_NOTHING = "nothing"


class Extract(Protocol):
    """What :func:`extractor.extract` does."""

    def __call__(self, text: str, /, *, published: str, rules: Sequence[Path]) -> Article:
        """Extract."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How one sentence of a rule file was read.

    Attributes:
        where: Where it stands in the file: «frame «siege», example 2».
        text: The sentence.
        expected: What should be read in it, in words.
        read: What was.
    """

    where: str
    text: str
    expected: str
    read: str

    @property
    def passed(self) -> bool:
        """Whether the two are the same."""
        return self.expected == self.read


def check(path: Path, extract: Extract) -> Iterator[Check]:
    """Run each example and counter-example of a rule file, in order.

    Events of other types than the rule's do not count.

    Args:
        path: The rule file.
        extract: What reads a sentence.

    Raises:
        DataFileError: The file cannot be used.
    """
    for frame in read_rules(path):
        for number, example in enumerate(frame.examples, start=1):
            yield Check(
                where=f"frame «{frame.id}», example {number}",
                text=example.text,
                expected=_expected(frame, example),
                read=_read(frame, example.text, path, extract),
            )
        for number, text in enumerate(frame.counter_examples, start=1):
            yield Check(
                where=f"frame «{frame.id}», counter-example {number}",
                text=text,
                expected=_NOTHING,
                read=_read(frame, text, path, extract),
            )


def _read(frame: Frame, text: str, path: Path, extract: Extract) -> str:
    article = extract(text, published=PUBLISHED, rules=[path])
    found = [event for event in article.events if event.type == frame.event]
    return "; ".join(_event(event, frame) for event in found) or _NOTHING


def _event(event: Event, frame: Frame) -> str:
    rules = {trigger.rule for trigger in event.mentions}
    rule = frame.id if frame.id in rules or frame.outcome == "standing" else ", ".join(sorted(rules))
    return _in_words(event, rule)


def _expected(frame: Frame, example: Example) -> str:
    return _in_words(example, frame.id)


def _in_words(it: Event | Example, rule: str) -> str:
    taken = f"{it.place or '?'}: taker {it.taker or '?'}, loser {it.loser or '?'}, {it.status}"
    return f"{taken}{', retaken' if it.retaken else ''}, by rule {rule}"
