"""Which of the parties of an article takes or loses a town: a linear model over `clues`. Pure.

The weights are a table that can be read (``data/captures/rankings.tsv``); ``models/train_parties.py`` learns
them. Each party of the article, and nobody, has a score; what their scores share out is a probability.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.lexicon import weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROLES = ("taker", "loser")
"""Columns of the table."""
TABLE = "captures/rankings.tsv"
# By how much a party may be less likely than nobody and still be named, as a logarithm, for each role. Chosen
# on texts that the weights had not learnt from: no more names where readers give none than the rules alone.
_BOLDNESS = (0.3, 1.2)


class Ranking(NamedTuple):
    """Who takes and who loses a place: indexes of parties; None for nobody."""

    taker: int | None
    loser: int | None


def ranking(
    parties: Sequence[Mapping[str, float]],
    nobody: Mapping[str, float],
    taker: int | None = None,
    loser: int | None = None,
    *,
    known: tuple[bool, bool] = (False, False),
) -> Ranking:
    """The likeliest pair of a taker and a loser, who are never one party.

    Args:
        parties: Features of each party.
        nobody: Features of naming none.
        taker: Who takes the place, where known.
        loser: Who loses it, where known.
        known: Whether taker and loser are given, be it as nobody.

    Raises:
        DataFileError: The weights are missing or malformed.
    """
    rows = [*parties, nobody]
    last = len(parties)
    options = []
    for role, given, fixed in zip(range(len(ROLES)), (taker, loser), known, strict=True):
        odds = _log_shares([_score(row, role) for row in rows])
        odds[last] -= _BOLDNESS[role]
        index = last if given is None else given
        options.append([(index, 0.0)] if fixed else list(enumerate(odds)))
    _, first, second = max(
        (a + b, -i, -j) for i, a in options[0] for j, b in options[1] if i != j or i == last
    )
    return Ranking(*(None if -index == last else -index for index in (first, second)))


def _score(row: Mapping[str, float], role: int) -> float:
    table = _table()
    return sum(table[feature][role] * value for feature, value in row.items() if feature in table)


def _log_shares(scores: Sequence[float]) -> list[float]:
    highest = max(scores)
    whole = highest + math.log(sum(math.exp(score - highest) for score in scores))
    return [score - whole for score in scores]


@cache
def _table() -> dict[str, tuple[float, ...]]:
    return dict(weights(TABLE))
