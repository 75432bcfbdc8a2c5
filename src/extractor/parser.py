"""Parses all texts of a batch in step, where spaCy takes and gives back Python's lock ten times a step."""

from __future__ import annotations

from functools import partial, reduce
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]  # cython without stubs
from spacy.pipeline import DependencyParser

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]

_MOST = 10_000  # tokens at once: each takes 4 kB while they are parsed


def parse_fast(nlp: Language) -> None:
    """Let the pipeline's ``parser`` score a step of all texts at once, in place; predictions stay the same.

    Args:
        nlp: A pipeline with spaCy's ``parser``.
    """
    parser: Any = nlp.get_pipe("parser")
    fast = StepParser(nlp.vocab, parser.model, parser.name, parser.moves, scorer=parser.scorer)
    fast.cfg.update(parser.cfg)
    nlp._components = [(name, fast if pipe is parser else pipe) for name, pipe in nlp._components]  # noqa: SLF001 (spaCy replaces by factory only)


class StepParser(DependencyParser):  # type: ignore[misc]  # cython without stubs
    """spaCy's parser; its greedy search asks NumPy for the scores of each step.

    spaCy's own search gives Python's lock back, and takes it again for each sum that it makes: two thirds of
    its time. It is none where the lock is kept.
    """

    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """The last state of each text, in order."""
        if self.model.attrs["unseen_classes"] or not self.model.attrs["has_upper"]:
            return super().predict(docs)  # type: ignore[no-any-return]
        found: dict[int, Any] = {}
        for chunk in _chunks(docs):
            found.update(zip(chunk, self._search([docs[i] for i in chunk]), strict=True))
        return [found[i] for i in range(len(docs))]

    def _search(self, docs: list[Doc]) -> list[Any]:
        batch = self.moves.init_batch(docs)
        going = [state for state in batch if not state.is_final()]
        if going:
            score = _Scores(self.model, docs)
            while going:
                going = self.transition_states(going, score(going))
        return batch  # type: ignore[no-any-return]


def _chunks(docs: Sequence[Doc]) -> Iterator[list[int]]:
    """Indexes of texts that are parsed together, those of like length."""
    chunk: list[int] = []
    size = 0
    for i in sorted(range(len(docs)), key=lambda i: len(docs[i])):
        if chunk and size + len(docs[i]) > _MOST:
            yield chunk
            chunk, size = [], 0
        chunk.append(i)
        size += len(docs[i])
    if chunk:
        yield chunk


class _Scores:
    """What the network gives for each move from a state, by the words that the state shows."""

    def __init__(self, model: Any, docs: list[Doc]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        words = model.get_ref("tok2vec").predict(docs)
        features = lower.predict(words)  # by word, the first row is that of no word; then by place
        features[:, 0] += lower.get_param("b")
        self._places, self._pieces = np.arange(features.shape[1]), features.shape[3]
        self._features = features.reshape(len(features) * len(self._places), -1)
        self._weights, self._offset = upper.get_param("W").T, upper.get_param("b")
        shape = SimpleNamespace(state2vec=SimpleNamespace(nF=len(self._places)))
        self._shown = partial(ParserStepModel.get_token_ids, shape)  # there is no other way to them

    def __call__(self, states: list[Any]) -> Floats:
        rows = (self._shown(states) + 1) * len(self._places) + self._places
        seen = self._features.take(rows, axis=0).sum(axis=1)
        hidden = reduce(np.maximum, (seen[:, piece :: self._pieces] for piece in range(self._pieces)))
        found: Floats = hidden @ self._weights + self._offset
        return found
