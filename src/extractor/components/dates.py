"""Date expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span

from extractor import attributes
from extractor.dates import find_dates, to_dict
from extractor.sentences import text_of, tokens_around

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.dates import Expression

_METADATA = frozenset({"header", "dateline", "signature"})


@Language.factory(
    "extractor_dates",
    assigns=["doc.spans", "span._.expression"],
)
def make_dates(nlp: Language, name: str) -> Dates:
    """Create the component; it stands before the numbers."""
    return Dates(nlp, name)


class Dates:
    """Sole writer of ``doc.spans["dates"]``, each span with the fields of ``Expression``.

    Offsets in ``span._.expression``
    are exact; the span covers the tokens that they touch. Dates of a header, dateline or signature are left
    out: they tell of the text itself. Which days are meant is not decided here, since that takes the
    publication date (``assemble.dates``).
    """

    def __init__(self, nlp: Language, name: str = "extractor_dates") -> None:  # noqa: ARG002 (spaCy passes it)
        attributes.register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[Span, Expression]]:
        """The date expressions of the Doc with their spans, in order."""
        found: list[tuple[Span, Expression]] = []
        metadata = [block for block in doc.spans.get("structure", ()) if block.label_ in _METADATA]
        for expression in find_dates(text_of(doc)):
            span = Span(doc, *tokens_around(doc, expression.start, expression.end), label="date")
            if found and found[-1][0] == span:
                continue
            if any(block.start < span.end and span.start < block.end for block in metadata):
                continue
            found.append((span, expression))
        return found

    def annotate(self, doc: Doc, matches: list[tuple[Span, Expression]]) -> Doc:
        """Write the span group."""
        for span, expression in matches:
            span._.expression = to_dict(expression)
        doc.spans["dates"] = [span for span, _ in matches]
        return doc
