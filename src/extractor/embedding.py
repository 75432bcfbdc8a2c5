"""Remembers what the model's first layer makes of a word: it does not look at the neighbours."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import NORM, ORTH, SPACY  # type: ignore[import-not-found]  # cython without stubs
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from spacy.language import Language
    from thinc.api import Model

    Floats = NDArray[np.float32]
    Forward = Callable[[Model[Any, Any], Sequence[Doc], bool], tuple[Any, Callable[[Any], Any]]]

_MOST = 12_000  # words remembered: 5 MB a layer


def remember_words(nlp: Language) -> None:
    """Give each embedding layer of a pipeline a memory, in place; predictions stay the same.

    Hashed features and static vector of a word go through a product of 480 or 672 numbers to 288: a third of
    the time of ``tok2vec``. Saving and training the pipeline are as before.

    Args:
        nlp: A pipeline whose components embed words by ``spacy.MultiHashEmbed``.
    """
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            if _is_embedding(node) and not isinstance(node._func, _Remembered):  # noqa: SLF001 (no setter)
                node._func = _Remembered(node._func)  # noqa: SLF001


def _is_embedding(node: Model[Any, Any]) -> bool:
    """True for the whole of ``spacy.MultiHashEmbed``: features and vectors, mixed, a list of arrays."""
    layers = [layer.name for layer in node.layers]
    return layers[2:] == ["ragged2list"] and layers[0].startswith("extract_features")


class _Remembered:
    """The forward function of an embedding layer, asked for each word only once.

    A word is its form, its norm and whether a space follows: the rest that is read depends on the form.
    """

    def __init__(self, forward: Forward) -> None:
        self._forward = forward
        self._weights: list[Any] = []
        self._rows: dict[int, int] = {}
        self._table: Floats = np.empty((0, 0), dtype="float32")

    def __call__(
        self,
        model: Model[Any, Any],
        docs: Sequence[Doc],
        is_train: bool,  # noqa: FBT001 (thinc's signature)
    ) -> tuple[Any, Callable[[Any], Any]]:
        if is_train:
            self._rows.clear()  # an optimizer may change the weights where they are
        if is_train or not any(map(len, docs)):
            return self._forward(model, docs, is_train)
        weights = _weights(model, docs[0])
        if len(weights) != len(self._weights) or any(map(operator.is_not, weights, self._weights)):
            self._weights = weights
            self._rows.clear()
        attributes = [doc.to_array([ORTH, NORM, SPACY]) for doc in docs]
        words = np.concatenate(attributes)
        keys = _keys(words)
        if len(self._rows) > _MOST:
            self._rows.clear()
        unknown = [i for i, key in enumerate(keys) if key not in self._rows]
        if unknown:
            self._learn(model, docs[0], words, keys, unknown)
        rows = np.fromiter(map(self._rows.__getitem__, keys), dtype="int64", count=len(keys))
        ends = np.cumsum([len(part) for part in attributes])[:-1]
        return np.split(self._table[rows], ends), _no_backprop

    def _learn(
        self,
        model: Model[Any, Any],
        like: Doc,
        words: NDArray[np.uint64],
        keys: list[int],
        unknown: list[int],
    ) -> None:
        """Embed the words that are not known yet, once each, as a text of their own."""
        first = list({keys[i]: i for i in unknown}.values())
        doc = _as_doc(like, words[first])
        found = self._forward(model, [doc], False)[0][0]  # noqa: FBT003 (thinc's signature)
        if not self._rows:
            self._table = np.empty((0, found.shape[1]), dtype="float32")
        start = len(self._rows)
        needed = start + len(first)
        if needed > len(self._table):
            table = np.empty((max(needed, 2 * len(self._table)), found.shape[1]), dtype="float32")
            table[:start] = self._table[:start]
            self._table = table
        self._table[start:needed] = found
        self._rows.update((keys[i], row) for row, i in enumerate(first, start))


def _weights(model: Model[Any, Any], doc: Doc) -> list[Any]:
    """The arrays that the layer reads, those of the vectors too: others after loading or averaging."""
    found = [
        node.get_param(name) for node in model.walk() for name in node.param_names if node.has_param(name)
    ]
    return [*found, doc.vocab.vectors.data]


def _keys(words: NDArray[np.uint64]) -> list[int]:
    """One number for the three of each word."""
    with np.errstate(over="ignore"):
        mixed = words[:, 0] * np.uint64(0x9E3779B97F4A7C15) + words[:, 1]
        return (mixed * np.uint64(2) + (words[:, 2] != 0)).tolist()  # type: ignore[no-any-return]


def _as_doc(like: Doc, words: NDArray[np.uint64]) -> Doc:
    strings = like.vocab.strings
    doc = Doc(
        like.vocab, words=[strings[orth] for orth in words[:, 0].tolist()], spaces=(words[:, 2] != 0).tolist()
    )
    for token, norm in zip(doc, words[:, 1].tolist(), strict=True):
        if token.norm != norm:
            token.norm_ = strings[norm]
    return doc


def _no_backprop(_: Any) -> Any:
    raise RuntimeError("remembered words cannot be trained")
