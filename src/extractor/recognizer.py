"""Reads the names of all sentences of a batch in step, where spaCy goes word by word through each text."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START  # type: ignore[import-not-found]  # cython without stubs
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.language import Language

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Name = tuple[int, int, str]

_NEVER = np.float32(-np.inf)


def read_names_fast(nlp: Language) -> None:
    """Let the pipeline's ``ner`` read the sentences of a batch in step, in place; predictions stay the same.

    A step of spaCy's own takes and gives back Python's lock for each thing that it asks: 17 µs a word, five
    times what the network takes. No name crosses a sentence, so that all of them can take a step at once.

    Args:
        nlp: A pipeline with spaCy's ``ner``.
    """
    ner: Any = nlp.get_pipe("ner")
    fast = SentenceRecognizer(nlp.vocab, ner.model, ner.name, ner.moves, scorer=ner.scorer)
    fast.cfg.update(ner.cfg)
    nlp._components = [(name, fast if pipe is ner else pipe) for name, pipe in nlp._components]  # noqa: SLF001 (spaCy replaces by factory only)


class SentenceRecognizer(EntityRecognizer):  # type: ignore[misc]  # cython without stubs
    """spaCy's recognizer; where no names are set yet, its greedy search over sentences, in NumPy."""

    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """The names of each text; states of spaCy's where some are set already."""
        if not any(map(len, docs)) or any(doc.has_annotation("ENT_IOB") for doc in docs):
            return super().predict(docs)  # type: ignore[no-any-return]
        words = self.model.get_ref("tok2vec").predict(docs)
        kinds, labels = self._moves()
        steps = _Steps(self.model, words, kinds, labels)
        given = np.concatenate([doc.to_array([SENT_START, IS_SPACE]) for doc in docs]).astype("int64")
        ends = np.cumsum([len(doc) for doc in docs])
        starts = given[:, 0] == 1
        starts[[0, *(end for end in ends.tolist() if end < len(given))]] = True
        names = list(_names(steps.take(starts, given[:, 1] != 0), kinds, labels))
        firsts = [name[0] for name in names]
        bounds = [0, *np.searchsorted(firsts, ends).tolist()]
        return [
            [(a - offset, b - offset, label) for a, b, label in names[first:last]]
            for (first, last), offset in zip(pairwise(bounds), (0, *ends.tolist()), strict=False)
        ]

    def set_annotations(self, docs: Sequence[Doc], found: list[Any]) -> None:
        """Write the names."""
        for doc, names in zip(docs, found, strict=True):
            if isinstance(names, list):
                doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
            else:
                super().set_annotations([doc], [names])

    def _moves(self) -> tuple[NDArray[np.str_], list[str]]:
        """What each class of the network does: ``B``, ``I``, ``L``, ``U`` or ``O``, and its label."""
        moves = [self.moves.get_class_name(i) for i in range(self.moves.n_moves)]
        return np.array([move[0] for move in moves]), [move[2:] for move in moves]


class _Steps:
    """The greedy search: at each word, the best move among those that may follow the moves before it."""

    def __init__(self, model: Any, words: Floats, kinds: NDArray[np.str_], labels: list[str]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._features = lower.predict(words)  # by word, the first row is that of no word; then by place
        self._bias = lower.get_param("b")
        self._weights, self._offset = upper.get_param("W").T, upper.get_param("b")
        self._begins, self._closes = kinds == "B", kinds == "L"
        self._label = np.array([sorted(set(labels)).index(label) + 1 for label in labels])
        closed = np.isin(kinds, ("I", "L")) | ((kinds == "U") & (np.array(labels) == ""))
        inside = np.isin(kinds, ("I", "L"))
        may_not = [closed, *(~inside | (self._label != label) for label in range(1, self._label.max() + 1))]
        self._after = np.where(may_not, _NEVER, np.float32(0))
        self._at_end = np.where(np.isin(kinds, ("B", "I")), _NEVER, np.float32(0))
        self._at_space = np.where(np.isin(kinds, ("B", "U")), _NEVER, np.float32(0))

    def take(self, starts: NDArray[np.bool_], spaces: NDArray[np.bool_]) -> Ints:
        """The move at each word."""
        first = np.flatnonzero(starts)
        lengths = np.diff([*first.tolist(), len(starts)])
        longest_first = np.argsort(-lengths, kind="stable")
        first, lengths = first[longest_first], lengths[longest_first]
        moves = np.zeros(len(starts), dtype="int64")
        opened = np.full(len(first), -1)  # the first word of the name that is open
        label = np.zeros(len(first), dtype="int64")
        for step in range(lengths[0]):
            going = int(np.searchsorted(-lengths, -step))  # sentences with such a word
            opened, label, at = opened[:going], label[:going], first[:going] + step
            scores = self._scores(at, opened) + self._after[label]
            scores[lengths[:going] == step + 1] += self._at_end
            scores[spaces[at] & (label == 0)] += self._at_space
            chosen = scores.argmax(axis=1)
            moves[at] = chosen
            begins, closes = self._begins[chosen], self._closes[chosen]
            opened = np.where(begins, at, np.where(closes, -1, opened))
            label = np.where(begins, self._label[chosen], np.where(closes, 0, label))
        return moves

    def _scores(self, at: Ints, opened: Ints) -> Floats:
        """What the network gives for each move: it sees the word, and the first and last of an open name."""
        before = np.where(opened < 0, 0, at)
        seen = self._features[at + 1, 0] + self._features[opened + 1, 1] + self._features[before, 2]
        seen += self._bias
        hidden = reduce(np.maximum, (seen[:, :, piece] for piece in range(seen.shape[2])))
        found: Floats = hidden @ self._weights + self._offset
        return found


def _names(moves: Ints, kinds: NDArray[np.str_], labels: list[str]) -> Iterator[Name]:
    """First word, end and label of each name, in order."""
    done = kinds[moves]
    first = np.flatnonzero((done == "B") | (done == "U")).tolist()
    last = np.flatnonzero((done == "L") | (done == "U")).tolist()
    for start, end in zip(first, last, strict=True):
        yield start, end + 1, labels[moves[start]]
