"""Parses the sentences that were asked for; each other one becomes a flat tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START, SPACY  # type: ignore[import-not-found]  # cython without stubs
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from extractor.components.scope import GROUP
from extractor.requirements import lacking, require
from extractor.sentences import sentences_of, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray
    from spacy.pipeline import DependencyParser

PARSER = "parser"
_BATCH = 32
_INSIDE = -1  # spaCy's code for «no sentence starts here»
_SUBBATCHES = 4  # spaCy's parser cuts each batch into so many
_REQUIRES = ("doc.tensor",)


@Language.factory("extractor_parse", assigns=["token.dep", "token.head"], requires=_REQUIRES)
def make_parse(nlp: Language, name: str) -> Parse:
    """Create the component; it takes over the pipeline's ``parser``, which is to be disabled.

    Raises:
        PipelineError: The pipeline has no parser yet.
    """
    if PARSER not in nlp.component_names:
        raise lacking(name, {"a parser": f"«{PARSER}»"})
    return Parse(cast("DependencyParser", nlp.get_pipe(PARSER)), name)


class Parse:
    """Sole writer of the tree: runs the parser of the model on the stretches of ``doc.spans["parsed"]``.

    They are read as texts of their own, with the vectors that ``tok2vec`` gave the whole text. In the other
    sentences all tokens hang on the first, by ``dep``. A Doc without that group is parsed whole.
    """

    def __init__(self, parser: DependencyParser, name: str = "extractor_parse") -> None:
        self._parser = parser
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Parse one text."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Parse texts, the stretches of a batch together."""
        for batch in minibatch(stream, size=batch_size):  # type: ignore[no-untyped-call]
            docs = list(batch)
            for doc in docs:
                require(doc, self.name, _REQUIRES)
            self._parse(docs)
            yield from docs

    def _parse(self, docs: list[Doc]) -> None:
        wanted = [_sentences(doc) for doc in docs]
        parts = [part for doc, cuts in zip(docs, wanted, strict=True) for part in _parts(doc, cuts)]
        parsed = self._parser.pipe(parts, batch_size=_SUBBATCHES * len(parts) or 1)
        trees = iter([part.to_array([HEAD, DEP]) for part in parsed])
        for doc, cuts in zip(docs, wanted, strict=True):
            tree = _flat(doc)
            for start, end, _ in cuts:
                tree[start:end] = next(trees)[: end - start]
            if len(doc):
                doc.from_array([HEAD, DEP], tree)  # type: ignore[arg-type]  # thinc has no stub for uint64


def is_parsed(doc: Doc) -> Callable[[int], bool]:
    """The test whether a token's sentence has a tree of the parser's.

    Args:
        doc: The text after `extractor_parse`.
    """
    if GROUP not in doc.spans:
        return lambda _: True
    spans = list(doc.spans[GROUP])
    starts = [span.start for span in spans]

    def test(i: int) -> bool:
        at = bisect_right(starts, i) - 1
        return at >= 0 and i < spans[at].end

    return test


def _sentences(doc: Doc) -> list[tuple[int, int, int]]:
    """The sentences to parse: first token, end, and the end of what the parser must see.

    No arc crosses a sentence, so that all can take a step at once; from the last words of one the parser
    looks at the first of the next.
    """
    whole = [(0, len(doc))] if len(doc) else []
    stretches = [(span.start, span.end) for span in doc.spans[GROUP]] if GROUP in doc.spans else whole
    starts = [start for start, _ in sentences_of(doc)]
    found = []
    for first, last in stretches:
        inside = starts[bisect_right(starts, first) : bisect_left(starts, last)]
        found += [(a, b, min(b + 1, last)) for a, b in pairwise((first, *inside, last))]
    return found


def _parts(doc: Doc, cuts: list[tuple[int, int, int]]) -> Iterator[Doc]:
    """Sentences as texts of their own, each with its vectors and what must be seen behind it."""
    words = texts_of(doc)
    starts, spaces = doc.to_array([SENT_START, SPACY]).T
    codes = np.where(starts == 1, 1, _INSIDE).astype("uint64")[:, None]
    for start, _, end in cuts:
        part = Doc(doc.vocab, words=words[start:end], spaces=spaces[start:end].astype(bool).tolist())
        part.from_array("SENT_START", codes[start:end])  # type: ignore[arg-type]  # as above
        part.tensor = doc.tensor[start:end]
        yield part


def _flat(doc: Doc) -> NDArray[np.uint64]:
    """Heads as offsets and labels: each sentence's first token is its root, the others hang on it."""
    starts = [i for i, start in enumerate(doc.to_array([SENT_START]).tolist()) if start == 1 or i == 0]
    strings = doc.vocab.strings
    tree = np.empty((len(doc), 2), dtype="uint64")
    tree[:, 1] = strings.add("dep")
    for start, end in pairwise((*starts, len(doc))):
        tree[start:end, 0] = -np.arange(end - start, dtype="int64").astype("uint64")
    tree[starts, 1] = strings.add("ROOT")
    return tree
