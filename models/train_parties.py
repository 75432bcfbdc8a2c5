"""Learns the weights of `extractor.assemble.rankings`: ``python models/train_parties.py FILE… --out F``.

Each annotated change of hands that our rules or `extractor.captures.likelihood` find is an example: of the
parties of its article, those that the annotation names as taker are right, or nobody where it names none; so
for losers, in files that name losers. A logistic regression over the parties of each example, with L2
penalty, finds the weights. Needs scikit-learn, for SciPy.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 (typer reads it when it runs)
from typing import TYPE_CHECKING, Annotated, Any
from unittest.mock import patch

import numpy as np
import typer
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import extractor
from extractor.assemble import events
from extractor.assemble.article import assemble
from extractor.assemble.outcomes import clues, settled
from extractor.assemble.rankings import ROLES
from extractor.gazetteer import normal
from extractor.naming.forms import plain
from extractor.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from extractor.assemble.contenders import Contender
    from extractor.assemble.takers import Change

_PENALTY = 0.1
_SMALLEST = 0.01
_SELDOM = 6  # examples: a feature of fewer parties is left out
_HAPPENED = ("asserted", "claimed", "disputed")
_SMALL_WORDS = frozenset(
    ("le", "la", "les", "l", "de", "d", "du", "des", "un", "une", "et", "en", "au", "aux", "a", "dans", "par")
)


@dataclass(frozen=True, slots=True)
class Example:
    """A change of hands.

    Attributes:
        rows: Features of each party of the article, of nobody last.
        right: Indexes of the rows that are right, for each role; none where the annotation does not tell.
    """

    rows: list[dict[str, float]]
    right: tuple[frozenset[int], ...]


def read(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The annotated texts of JSON Lines files.

    Args:
        paths: The files; each line has ``text`` and ``captures``: ``place``, ``status``, ``taker``, and
            ``loser`` unless no loser of that file is annotated.
    """
    rows = []
    for path in paths:
        found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        losers = any(capture.get("loser") for row in found for capture in row["captures"])
        rows += [{**row, "losers": losers} for row in found]
    return rows


def examples(rows: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """Every change of hands that is annotated and found.

    Args:
        rows: Annotated texts.
    """
    texts = ((clean(row["text"]).text, row) for row in rows)
    for doc, row in extractor.load().pipe(texts, as_tuples=True, batch_size=32):
        yield from _of_text(doc, row)


def _of_text(doc: Doc, row: dict[str, Any]) -> Iterator[Example]:
    asked: list[tuple[Any, ...]] = []

    def ask(*arguments: Any) -> list[Change]:
        asked.append(arguments)
        return settled(*arguments)

    with patch.object(events, "settled", ask):
        article = assemble(doc, clean(row["text"]), published=row.get("published"))
    changes: Sequence[Change] = asked[0][2]
    aliases = {item.name: item.aliases for item in (*article.organisations, *article.people, *article.places)}
    told = clues(*asked[0])
    for number, capture in _matched(changes, row["captures"]):
        parties = [told.of(number, i) for i in range(len(told.contenders))]
        right = tuple(
            _right(told.contenders, capture, role, aliases)
            if role == ROLES[0] or row["losers"]
            else frozenset[int]()
            for role in ROLES
        )
        winner = _winner(changes[number], told.contenders, right[0])
        parties = [{**row, **told.beside(number, i, winner)} for i, row in enumerate(parties)]
        yield Example([*parties, told.of_nobody(number)], right)


def _winner(change: Change, parties: Sequence[Contender], right: frozenset[int]) -> int | None:
    """The party beside which losers are ranked: the taker of the rules, else of the annotation."""
    if change.is_read and change.taker:
        return next((i for i, one in enumerate(parties) if one.is_called(change.taker)), None)
    return next(iter(right - {len(parties)}), None)


def _matched(
    changes: Sequence[Change], captures: Iterable[dict[str, Any]]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Changes with their annotation, those of the same taker first."""
    free = dict(enumerate(changes))
    happened = [capture for capture in captures if capture["status"] in _HAPPENED and capture["place"]]
    for same_taker in (True, False):
        for capture in list(happened):
            wanted = normal(capture["place"])
            found = [
                number
                for number, change in free.items()
                if normal(change.place or "") == wanted
                and (not same_taker or _same(change.taker, _names(capture, ROLES[0])))
            ]
            if found:
                del free[found[0]]
                happened.remove(capture)
                yield found[0], capture


def _names(capture: dict[str, Any], role: str) -> list[str]:
    return [name for name in (capture.get(role), *capture.get(f"{role}_aliases", ())) if name]


def _right(
    parties: Sequence[Contender], capture: dict[str, Any], role: str, aliases: Mapping[str, Sequence[str]]
) -> frozenset[int]:
    wanted = _names(capture, role)
    if not wanted:
        return frozenset((len(parties),))
    forms = [{form for name in one.names for form in (name, *aliases.get(name, ()))} for one in parties]
    exact = [
        i for i, of_one in enumerate(forms) if any(_words(a) == _words(b) for a in of_one for b in wanted)
    ]
    alike = [i for i, of_one in enumerate(forms) if any(_same(name, wanted) for name in of_one)]
    return frozenset(exact or alike)


def _words(name: str) -> frozenset[str]:
    found = re.findall(r"\w+", plain(name).lower())
    return frozenset(re.sub(r"(?:es|s|e|x)$", "", word) or word for word in found if word not in _SMALL_WORDS)


def _same(name: str | None, wanted: Iterable[str]) -> bool:
    """Whether one name holds all the words of the other."""
    words = _words(name or "")
    return bool(words) and any(words <= other or other <= words for other in map(_words, wanted) if other)


def learn(learnt: Sequence[Example]) -> dict[str, tuple[float, ...]]:
    """The weights of each feature, one for each role.

    Args:
        learnt: What to learn from.
    """
    seen = Counter(feature for example in learnt for row in example.rows for feature in row)
    known = sorted(feature for feature, count in seen.items() if count >= _SELDOM)
    of_roles = []
    for role in range(len(ROLES)):
        own = [it for it in known if role or not (it.startswith("with") or it == "alone")]
        found = _fitted(
            [it for it in learnt if it.right[role]], role, {feature: i for i, feature in enumerate(own)}
        )
        weight = dict(zip(own, found, strict=True))
        of_roles.append([weight.get(feature, 0.0) for feature in known])
    table = zip(known, zip(*of_roles, strict=True), strict=True)
    return {feature: row for feature, row in table if max(map(abs, row)) >= _SMALLEST}


def _fitted(learnt: Sequence[Example], role: int, columns: Mapping[str, int]) -> list[float]:
    """Weights by which the right rows of each example have the highest share."""
    rows = [row for example in learnt for row in example.rows]
    right = np.array([i in example.right[role] for example in learnt for i in range(len(example.rows))])
    cells = [
        (number, columns[feature], value)
        for number, row in enumerate(rows)
        for feature, value in row.items()
        if feature in columns
    ]
    numbers, places, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (numbers, places)), shape=(len(rows), len(columns)))
    sizes = [len(example.rows) for example in learnt]
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    of = np.repeat(np.arange(len(learnt)), sizes)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        whole, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = matrix.T @ (odds / whole[of] - odds * right / good[of])
        likelihood = float(np.sum(np.log(good) - np.log(whole)))
        return weights @ weights / (2 * _PENALTY) - likelihood, slope + weights / _PENALTY

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return [float(weight) for weight in found.x]


def main(files: Annotated[list[Path], typer.Argument()], out: Annotated[Path, typer.Option()]) -> None:
    """Learn from annotated texts and write the table."""
    learnt = list(examples(read(files)))
    table = learn(learnt)
    lines = ["\t".join((feature, *(f"{weight:.3f}" for weight in row))) for feature, row in table.items()]
    out.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    typer.echo(f"{len(learnt)} changes of hands; {len(lines)} weights")


if __name__ == "__main__":
    typer.run(main)
