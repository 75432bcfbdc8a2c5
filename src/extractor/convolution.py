"""Predicts with the model's convolutions in fewer passes over memory: `tok2vec` and `ner` have four each."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from spacy.language import Language
    from thinc.api import Model

    Floats = NDArray[np.float32]
    Forward = Callable[[Model[Any, Any], Any, bool], tuple[Any, Callable[[Any], Any]]]

_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
_PIECES = 3
_ROWS = 1024  # words at once: what is made of them stays in the processor's cache
_TINY = np.float32(1e-8)  # as in thinc's layernorm


def convolve_fast(nlp: Language) -> None:
    """Give each convolution of a pipeline a faster way to predict, in place; predictions stay the same.

    Thinc makes seven arrays of all words of a batch, one after the other. Saving and training are as before.

    Args:
        nlp: A pipeline whose components encode words by ``spacy.MaxoutWindowEncoder``.
    """
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            if _is_convolution(node) and not isinstance(node._func, _Convolution):  # noqa: SLF001 (no setter)
                node._func = _Convolution(node._func)  # noqa: SLF001


def _is_convolution(node: Model[Any, Any]) -> bool:
    """True for a layer that sees one neighbour on each side and takes the best of three pieces."""
    if node.name != _LAYER:
        return False
    layers = {layer.name: layer for layer in node.walk()}
    return layers["expand_window"].attrs["window_size"] == 1 and layers["maxout"].get_dim("nP") == _PIECES


class _Weights(NamedTuple):
    """What a convolution has learnt; the products piece by piece of its maxout, one behind the other."""

    products: Floats
    bias: Floats
    scale: Floats
    shift: Floats


class _Convolution:
    """The forward function of one convolution."""

    def __init__(self, forward: Forward) -> None:
        self._forward = forward
        self._given: list[Any] = []
        self._weights: _Weights | None = None

    def __call__(
        self,
        model: Model[Any, Any],
        words: Any,
        is_train: bool,  # noqa: FBT001 (thinc's signature)
    ) -> tuple[Any, Callable[[Any], Any]]:
        if is_train or not isinstance(words, np.ndarray):
            self._weights = None  # an optimizer may change them where they are
            return self._forward(model, words, is_train)
        return _convolved(words, self._read(model)), _no_backprop

    def _read(self, model: Model[Any, Any]) -> _Weights:
        """The weights; read again where they are others, as after loading."""
        layers = {layer.name: layer for layer in model.walk()}
        given: list[Any] = [
            layers["maxout"].get_param("W"),
            layers["maxout"].get_param("b"),
            layers["layernorm"].get_param("G"),
            layers["layernorm"].get_param("b"),
        ]
        if self._weights is None or any(map(operator.is_not, given, self._given)):
            products, bias, scale, shift = given
            width = products.shape[2]
            self._given = given
            self._weights = _Weights(
                np.ascontiguousarray(products.transpose(1, 0, 2).reshape(-1, width).T),
                bias.T.reshape(-1).copy(),
                scale,
                shift,
            )
        return self._weights


def _convolved(words: Floats, weights: _Weights) -> Floats:
    """Each word with what it and its neighbours make of it added."""
    count, width = words.shape
    padded = np.zeros((count + 2, width), dtype="float32")
    padded[1:-1] = words
    found = np.empty_like(words)
    mean = np.full((width, 1), 1 / width, dtype="float32")
    rows = min(_ROWS, count)
    windows, pieces = (np.empty((rows, 3 * width), dtype="float32") for _ in range(2))  # used over and over
    for start in range(0, count, _ROWS):
        end = min(start + _ROWS, count)
        windows, pieces = windows[: end - start], pieces[: end - start]
        beside = (padded[start:end], padded[start + 1 : end + 1], padded[start + 2 : end + 2])
        np.concatenate(beside, axis=1, out=windows)
        np.matmul(windows, weights.products, out=pieces)
        pieces += weights.bias
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=found[start:end])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= best @ mean
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + _TINY
        best *= (1 / np.sqrt(variance))[:, None]
        best *= weights.scale
        best += weights.shift
        best += words[start:end]
    return found


def _no_backprop(_: Any) -> Any:
    raise RuntimeError("this pass was for prediction only")
