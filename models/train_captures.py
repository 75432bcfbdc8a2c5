"""Learns the weights of `extractor.captures.likelihood`: ``python models/train_captures.py FILE… --out F``.

Each name of a place in each sentence of the annotated texts is an example: of a capture where its sentence
holds the words that tell one of that place, else of none. A place that is told of in another sentence teaches
nothing here: its reader already knows. «la ville» and «y» are examples of a capture where their sentence
tells one of a place that it does not name, of none where it tells of none. A logistic regression with L2
penalty finds the weights; small ones go. Needs scikit-learn.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 (typer reads it when it runs)
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import extractor
from extractor.captures.likelihood import OUTCOMES, SIDES, features, meanings
from extractor.captures.settings import kind_of, settings
from extractor.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from extractor.captures.likelihood import Setting

_PENALTY = 0.3
_SMALLEST = 0.05
_OUTCOME = {
    "asserted": "capture",
    "claimed": "capture",
    "disputed": "capture",
    "possible": "attempt",
    "denied": "held",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A place in a sentence.

    Attributes:
        row: Identifier of the text.
        name: Name of the place.
        features: What the model sees, with its values.
        outcome: One of `OUTCOMES`, empty where the sentence tells of no change of hands.
    """

    row: str
    name: str
    features: dict[str, float]
    outcome: str


class _Told(NamedTuple):
    """Where a text tells that a place changes hands: characters, the end after the last one."""

    place: str
    status: str
    start: int
    end: int


def read(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The annotated texts of JSON Lines files.

    Args:
        paths: The files; each line has ``text`` and ``captures``: ``place``, ``status`` and ``evidence``.
    """
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def examples(rows: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """Every place of every sentence that teaches something.

    Args:
        rows: Annotated texts.
    """
    texts = ((clean(row["text"]).text, row) for row in rows)
    for doc, row in extractor.load().pipe(texts, as_tuples=True, batch_size=32):
        yield from _of_text(doc, row)


def _of_text(doc: Doc, row: dict[str, Any]) -> Iterator[Example]:
    told = [
        _Told(clean(capture["place"]).text.lower(), capture["status"], *stretch)
        for capture in row["captures"]
        if capture["place"]
        for stretch in _stretches(doc.text, capture["evidence"])
    ]
    phrases = list(settings(doc))
    named = [phrase for phrase, _ in phrases if kind_of(phrase) == "name"]
    for phrase, setting in phrases:
        sentence = phrase.sent
        here = [it for it in told if it.start < sentence.end_char and it.end > sentence.start_char]
        if kind_of(phrase) == "name":
            of_place = [it for it in told if _same(phrase.text.lower(), it.place)]
            taught = [it for it in here if it in of_place]
            silent = not of_place
        else:
            beside = [name.text.lower() for name in named if name.sent == sentence]
            taught = [it for it in here if not any(_same(name, it.place) for name in beside)]
            silent = not here
        if taught or silent:
            outcome = _OUTCOME[taught[0].status] if taught else ""
            yield Example(row["id"], phrase.text, _values(setting), outcome)


def _values(setting: Setting) -> dict[str, float]:
    names = sorted({f"{kind}={value}" for kind, value, _ in features(setting)})
    values = defaultdict(float, dict.fromkeys(names, 1.0))
    for side, index, strength in meanings(setting):
        for dimension, value in enumerate(setting.sentence.meanings[index].vector.tolist()):
            values[f"{side}~{dimension}"] += value * strength
    return values


def _stretches(text: str, evidence: str | list[str]) -> Iterator[tuple[int, int]]:
    for clause in [evidence] if isinstance(evidence, str) else evidence:
        cleaned = clean(clause).text
        start = text.find(cleaned)
        if start >= 0:
            yield start, start + len(cleaned)


def _same(name: str, place: str) -> bool:
    return name == place or place.endswith(f" {name}") or name.endswith(f" {place}")


def learn(learnt: list[Example]) -> dict[str, tuple[float, ...]]:
    """The weights of each feature, one for each outcome.

    Args:
        learnt: What to learn from.
    """
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([it.features for it in learnt])
    model = LogisticRegression(C=_PENALTY, fit_intercept=False, max_iter=5000)
    model.fit(matrix, [it.outcome for it in learnt])
    of = dict(zip(model.classes_, model.coef_, strict=True))
    columns = [of[outcome] - of[""] for outcome in OUTCOMES]
    dense = tuple(f"{side}~" for side in SIDES)
    return {
        feature: row
        for feature, *row in zip(vectorizer.get_feature_names_out(), *columns, strict=True)
        if feature.startswith(dense) or max(map(abs, row)) >= _SMALLEST
    }


def main(files: Annotated[list[Path], typer.Argument()], out: Annotated[Path, typer.Option()]) -> None:
    """Learn from annotated texts and write the table."""
    learnt = list(examples(read(files)))
    table = learn(learnt)
    lines = ["\t".join((feature, *(f"{weight:.3f}" for weight in row))) for feature, row in table.items()]
    out.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    typer.echo(
        f"{len(learnt)} places, {sum(bool(it.outcome) for it in learnt)} told of; {len(lines)} weights"
    )


if __name__ == "__main__":
    typer.run(main)
