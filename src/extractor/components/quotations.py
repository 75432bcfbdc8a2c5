"""Finds what stands between quotation marks, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor import attributes
from extractor.captures.attribution import tag_after, tag_before
from extractor.captures.speeches import led_up_to, taken_up
from extractor.requirements import require
from extractor.sentences import forms_of, tokens_of

if TYPE_CHECKING:
    from extractor.captures.attribution import Tag

_PAIRS = {"«": "»", "“": "”", "„": "“"}
_REQUIRES = ("token.dep", "token.morph")


@Language.factory(
    "extractor_quotations", requires=_REQUIRES, assigns=["doc.spans", "span._.speaker", "span._.attitude"]
)
def make_quotations(nlp: Language, name: str) -> Quotations:
    """Create the component."""
    return Quotations(name)


class Quotations:
    """Sole writer of ``doc.spans["quotations"]``, ``span._.speaker`` and ``span._.attitude``.

    A span runs from the opening to the closing mark; ``speaker`` is the range of tokens that names who
    speaks, as ``[start, end]``, None where the quotation is a fragment of the narrator's own sentence.
    """

    def __init__(self, name: str = "extractor_quotations") -> None:
        attributes.register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        require(doc, self.name, _REQUIRES)
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[int, int, Tag | None]]:
        """Token ranges of the quotations with their tags, in order."""
        found: list[tuple[int, int, Tag | None]] = []
        for start, end in _pairs(doc):
            tag = tag_after(doc, end) or tag_before(doc, start)
            if tag is None and _is_whole(doc, start, end):
                goes_on = bool(found) and _follows(doc, found[-1][1], start)
                tag = found[-1][2] if goes_on else taken_up(doc, end) or led_up_to(doc, start)
            found.append((start, end, tag))
        return found

    def annotate(self, doc: Doc, matches: list[tuple[int, int, Tag | None]]) -> Doc:
        """Write the span group."""
        spans = []
        for start, end, tag in matches:
            span = Span(doc, start, end, label="quotation")
            span._.speaker = tag.speaker if tag is not None else None
            span._.attitude = tag.kind if tag is not None else None
            spans.append(span)
        doc.spans["quotations"] = spans
        return doc


def _is_whole(doc: Doc, start: int, end: int) -> bool:
    """Whether a whole sentence stands in marks."""
    whole = doc[start - 1].is_sent_end or doc[start].is_sent_start
    return bool(whole) and any("VerbForm=Fin" in str(token.morph) for token in tokens_of(doc)[start:end])


def _follows(doc: Doc, last: int, start: int) -> bool:
    """Whether a quotation stands in the paragraph of the one before it, with which it goes on."""
    return not any("\n" in token.text for token in tokens_of(doc)[last:start])


def _pairs(doc: Doc) -> list[tuple[int, int]]:
    """Matching marks; a paragraph's end closes what was left open."""
    found: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for i, form in enumerate(forms_of(doc)):
        if "\n" in form:
            closing = ""
        elif not closing and (form in _PAIRS or form == '"'):
            opened, closing = i, _PAIRS.get(form, '"')
        elif closing and form == closing:
            found.append((opened, i + 1))
            closing = ""
    return found
