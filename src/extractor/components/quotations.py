"""Finds what stands between quotation marks, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor import attributes
from extractor.captures.attribution import tag_after, tag_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIRS = {"«": "»", "“": "”", "„": "“"}


@Language.factory("extractor_quotations", requires=["token.dep"], assigns=["doc.spans", "span._.speaker"])
def make_quotations(nlp: Language, name: str) -> Quotations:
    """Create the component."""
    return Quotations(name)


class Quotations:
    """Sole writer of ``doc.spans["quotations"]`` and ``span._.speaker``.

    A span runs from the opening to the closing mark; ``speaker`` is the range of tokens that names who
    speaks, as ``[start, end]``, None where the quotation is a fragment of the narrator's own sentence.
    """

    def __init__(self, name: str = "extractor_quotations") -> None:
        attributes.register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[int, int, list[int] | None]]:
        """Token ranges of the quotations with the range of their speaker, in order."""
        return [(start, end, tag_after(doc, end) or tag_before(doc, start)) for start, end in _pairs(doc)]

    def annotate(self, doc: Doc, matches: list[tuple[int, int, list[int] | None]]) -> Doc:
        """Write the span group."""
        spans = []
        for start, end, speaker in matches:
            span = Span(doc, start, end, label="quotation")
            span._.speaker = speaker
            spans.append(span)
        doc.spans["quotations"] = spans
        return doc


def _pairs(doc: Doc) -> list[tuple[int, int]]:
    """Matching marks; a paragraph's end closes what was left open."""
    found: list[tuple[int, int]] = []
    opened: Token | None = None
    for token in doc:
        if "\n" in token.text:
            opened = None
        elif opened is None and (token.text in _PAIRS or token.text == '"'):
            opened = token
        elif opened is not None and token.text == _PAIRS.get(opened.text, '"'):
            found.append((opened.i, token.i + 1))
            opened = None
    return found
