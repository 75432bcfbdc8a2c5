"""The pipeline: the French model with our components around it, in the one order that works."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from extractor.model import load_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

BEFORE_THE_MODEL = ("extractor_tokens", "extractor_structure")
AFTER_THE_MODEL = (
    "extractor_names",
    "extractor_dates",
    "extractor_numbers",
    "extractor_quotations",
    "extractor_captures",
    "extractor_statements",
)
_BATCH = 32

Context = TypeVar("Context")


def build() -> Language:
    """Load the French model and add our components.

    Raises:
        ModelError: The model is missing or of another version.
    """
    nlp = load_model()
    for position, name in enumerate(BEFORE_THE_MODEL):
        nlp.add_pipe(name, before=nlp.pipe_names[position])
    for name in AFTER_THE_MODEL:
        nlp.add_pipe(name)
    return nlp


def read_many(
    nlp: Language, texts: Iterable[tuple[str, Context]], *, n_process: int = 1
) -> Iterator[tuple[Doc, Context]]:
    """Annotate texts, lazily and in order.

    Args:
        nlp: The pipeline.
        texts: Texts, each with anything that belongs to it.
        n_process: Worker processes.
    """
    yield from nlp.pipe(texts, as_tuples=True, n_process=n_process, batch_size=_BATCH)
