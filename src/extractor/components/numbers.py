"""Numbers that count or measure, with what they count."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Span

from extractor import attributes, lexicon
from extractor.numbers import Number, find_numbers
from extractor.numbers.counted import counted_nouns
from extractor.requirements import require
from extractor.sentences import text_of, tokens_around

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Doc

_METADATA = frozenset({"header", "dateline", "signature"})
_DURATIONS = frozenset(lexicon.tables("numbers.toml")["units"]["duration"])
_REQUIRES = ("doc.ents", "token.pos")


@Language.factory(
    "extractor_numbers",
    assigns=["doc.spans", "span._.quantity"],
    requires=_REQUIRES,
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
        require(doc, self.name, _REQUIRES)
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[dict[str, Any]]:
        """The quantities of the Doc, in order."""
        text = text_of(doc)
        is_taken = _taken(doc)
        numbers = [number for number in find_numbers(text) if not is_taken(number)]
        nouns = counted_nouns(doc, text, numbers)
        return [_quantity(text, number, noun) for number, noun in zip(numbers, nouns, strict=True)]

    def annotate(self, doc: Doc, matches: list[dict[str, Any]]) -> Doc:
        """Write the span group."""
        spans = []
        for quantity in matches:
            span = Span(doc, *tokens_around(doc, quantity["start"], quantity["end"]), label="number")
            span._.quantity = quantity
            spans.append(span)
        doc.spans["numbers"] = spans
        return doc


def _quantity(text: str, number: Number, noun: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {name: getattr(number, name) for name in Number.__slots__}
    return {**fields, "text": text[number.start : number.end], "counted": noun}


def _taken(doc: Doc) -> Callable[[Number], bool]:
    """The test whether a number is metadata, a date or part of a name; spans are read once a Doc."""
    metadata = _Spans(span for span in _group(doc, "structure") if span.label_ in _METADATA)
    dates, names = _Spans(_group(doc, "dates")), _Spans(doc.ents)

    def is_taken(number: Number) -> bool:
        if metadata.touched(number):
            return True
        duration = number.unit is not None and number.unit.lower() in _DURATIONS
        if not duration and dates.touched(number):
            return True
        name = names.touched(number)
        if name is None or number.end > name.end_char or name.start_char > number.start:
            return False
        return name.start_char < number.start or (len(name) > 1 and name[-1].is_title)

    return is_taken


class _Spans:
    """Spans of a Doc, in order and apart."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        self._starts = [span.start_char for span in self._spans]

    def touched(self, number: Number) -> Span | None:
        """The last of them that a number touches."""
        index = bisect_left(self._starts, number.end) - 1
        if index < 0 or self._spans[index].end_char <= number.start:
            return None
        return self._spans[index]


def _group(doc: Doc, name: str) -> Iterable[Span]:
    return doc.spans[name] if name in doc.spans else ()  # noqa: SIM401 (SpanGroups.get is untyped)
