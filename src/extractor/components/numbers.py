"""Numbers that count or measure, with what they count."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from extractor import attributes, lexicon
from extractor.numbers import Number, find_numbers
from extractor.numbers.counted import counted_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span

_METADATA = frozenset({"header", "dateline", "signature"})
_DURATIONS = frozenset(lexicon.tables("numbers.toml")["units"]["duration"])


@Language.factory(
    "extractor_numbers",
    assigns=["doc.spans", "span._.quantity"],
    requires=["doc.ents", "token.pos"],
)
def make_numbers(nlp: Language, name: str) -> Numbers:
    """Create the component; it stands after the tagger, the names and the dates."""
    return Numbers(nlp, name)


class Numbers:
    """Sole writer of ``doc.spans["numbers"]``, each span with the fields of ``records.Quantity``.

    Offsets in ``span._.quantity`` are exact; the span covers the tokens that they touch. A number inside a
    name or a line of metadata is left out, and so is one inside a date, unless it is a duration
    («il y a six ans»).
    """

    def __init__(self, nlp: Language, name: str = "extractor_numbers") -> None:  # noqa: ARG002 (spaCy passes it)
        attributes.register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find the numbers of the Doc and write them."""
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[dict[str, Any]]:
        """The quantities of the Doc, in order."""
        numbers = [number for number in find_numbers(doc.text) if not _taken(doc, number)]
        counted = counted_nouns(doc, numbers)
        return [
            {**asdict(number), "text": doc.text[number.start : number.end], "counted": noun}
            for number, noun in zip(numbers, counted, strict=True)
        ]

    def annotate(self, doc: Doc, matches: list[dict[str, Any]]) -> Doc:
        """Write the span group."""
        spans = []
        for quantity in matches:
            start, end = quantity["start"], quantity["end"]
            span = doc.char_span(start, end, label="number", alignment_mode="expand")
            if span is not None:
                span._.quantity = quantity
                spans.append(span)
        doc.spans["numbers"] = spans
        return doc


def _taken(doc: Doc, number: Number) -> bool:
    """True where the number is metadata, a date or part of a name."""
    if any(span.label_ in _METADATA and _touches(span, number) for span in _group(doc, "structure")):
        return True
    duration = number.unit is not None and number.unit.lower() in _DURATIONS
    if not duration and any(_touches(span, number) for span in _group(doc, "dates")):
        return True
    return any(_names(entity, number) for entity in doc.ents)


def _group(doc: Doc, name: str) -> Iterable[Span]:
    return doc.spans[name] if name in doc.spans else ()  # noqa: SIM401 (SpanGroups.get is untyped)


def _touches(span: Span, number: Number) -> bool:
    return bool(span.start_char < number.end and number.start < span.end_char)


def _names(entity: Span, number: Number) -> bool:
    """True where the number stands inside a longer name: «Canal 9», «20 Minutes»."""
    if not _touches(entity, number) or number.end > entity.end_char:
        return False
    if entity.start_char < number.start:
        return True
    return entity.start_char == number.start and len(entity) > 1 and entity[-1].is_title
