"""Which of the parties of an article takes or loses a town: a linear model over `clues`. Pure.

The weights are a table that can be read (``data/captures/rankings.tsv``); ``models/train_parties.py`` learns
them. Each party of the article, and nobody, has a score; what their scores share out is a probability.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import weights

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

ROLES = ("taker", "loser")
"""Columns of the table."""
TABLE = "captures/rankings.tsv"
# By how much nobody's score, the logarithm of its odds, is lowered: in texts that the weights had not learnt
# from, as many names then stand where readers give none as by the rules alone.
_BOLDNESS = {"taker": 0.3, "loser": 1.4}


def likeliest(
    parties: Sequence[Mapping[str, float]],
    nobody: Mapping[str, float],
    role: str,
    barred: Collection[int] = (),
) -> int | None:
    """Index of the party that takes or loses a place; None for nobody.

    Args:
        parties: Features of each party.
        nobody: Features of naming none.
        role: One of `ROLES`.
        barred: Indexes of parties that cannot be it: that of the other role, say.

    Raises:
        DataFileError: The weights are missing or malformed.
    """
    scores = {index: _score(row, role) for index, row in enumerate(parties) if index not in barred}
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None or scores[best] <= _score(nobody, role) - _BOLDNESS[role]:
        return None
    return best


def _score(row: Mapping[str, float], role: str) -> float:
    table, column = _table(), ROLES.index(role)
    return sum(table[feature][column] * value for feature, value in row.items() if feature in table)


@cache
def _table() -> dict[str, tuple[float, ...]]:
    return weights(TABLE)
