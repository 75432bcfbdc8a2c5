"""Paragraphs, titles, headers, datelines, signatures and sentence starts, set before anything is parsed."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.layout import Block, blocks, sentence_starts


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
        return [(block, sentence_starts(doc.text, block)) for block in blocks(doc.text)]

    def annotate(self, doc: Doc, matches: list[tuple[Block, list[int]]]) -> Doc:
        """Write the span group, and for every token whether a sentence starts there."""
        offsets = [token.idx for token in doc]
        first_tokens = {0}
        spans = []
        for block, starts in matches:
            begin, end = bisect_left(offsets, block.start), bisect_left(offsets, block.end)
            if begin < end:
                spans.append(Span(doc, begin, end, label=block.label))
                first_tokens.update(bisect_left(offsets, start) for start in starts)
        for token in doc:
            token.is_sent_start = token.i in first_tokens
        doc.spans["structure"] = spans
        return doc
