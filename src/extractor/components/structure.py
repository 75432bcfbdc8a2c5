"""Paragraphs, titles, headers, datelines, signatures and sentence starts, set before anything is parsed."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.layout import Block, blocks, sentence_starts
from extractor.sentences import offsets_of, text_of

_INSIDE = 2**64 - 1  # spaCy's code for «no sentence starts here»: -1


@Language.factory("extractor_structure", assigns=["token.is_sent_start", "doc.spans"])
def make_structure(nlp: Language, name: str) -> Structure:
    """Create the component; it stands before the parser, which keeps sentence starts that are set."""
    return Structure(name)


class Structure:
    """Sole writer of ``doc.spans["structure"]`` and of the sentence starts.

    Span labels: ``header``, ``dateline``, ``title``, ``paragraph``, ``signature``.
    """

    def __init__(self, name: str = "extractor_structure") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[Block, list[int]]]:
        """Each block with the offsets at which its sentences begin."""
        text = text_of(doc)
        return [(block, sentence_starts(text, block)) for block in blocks(text)]

    def annotate(self, doc: Doc, matches: list[tuple[Block, list[int]]]) -> Doc:
        """Write the span group, and for every token whether a sentence starts there."""
        offsets = offsets_of(doc)
        first_tokens = {0}
        spans = []
        for block, starts in matches:
            begin, end = bisect_left(offsets, block.start), bisect_left(offsets, block.end)
            if begin < end:
                spans.append(Span(doc, begin, end, label=block.label))
                first_tokens.update(bisect_left(offsets, start) for start in starts)
        # One array: to set a token's own attribute, spaCy looks at every token of the text each time.
        codes = np.full((len(doc), 1), _INSIDE, dtype="uint64")
        codes[[i for i in first_tokens if i < len(doc)]] = 1
        if len(doc):
            doc.from_array("SENT_START", codes)  # type: ignore[arg-type]  # thinc has no stub for uint64
        doc.spans["structure"] = spans
        return doc
