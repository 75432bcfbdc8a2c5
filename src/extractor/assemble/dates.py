"""Date spans and a publication date to records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from extractor.dates import from_dict, resolve
from extractor.dates.check import contradictions
from extractor.records import Date

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.calendar import Interval, Published
    from extractor.dates import Expression, Side

GROUP = "dates"


class Source(Protocol):
    """The text as it was given, with the way back to it (``text.CleanText``)."""

    @property
    def original(self) -> str:
        """The text as it was given."""

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in ``doc.text`` to offsets in the original."""


def resolved(doc: Doc, published: Published | None) -> dict[int, Interval]:
    """What each date expression means.

    Args:
        doc: A Doc that ``extractor_dates`` has run on.
        published: When it was published.

    Returns:
        Interval by the expression's start offset in ``doc.text``; expressions left open are not in it.
    """
    expressions, sides = _said(doc)
    intervals = resolve(expressions, published, sides=sides)
    return {
        said.start: found for said, found in zip(expressions, intervals, strict=True) if found is not None
    }


def dates(doc: Doc, source: Source, published: Published | None) -> tuple[tuple[Date, ...], tuple[str, ...]]:
    """The records of all date expressions, and warnings where one contradicts another or the publication.

    Args:
        doc: A Doc that ``extractor_dates`` has run on.
        source: The text that the offsets of the records count in.
        published: When it was published.
    """
    expressions, sides = _said(doc)
    intervals = resolve(expressions, published, sides=sides)
    records = tuple(
        _record(said, interval, source) for said, interval in zip(expressions, intervals, strict=True)
    )
    texts = [record.text for record in records]
    return records, contradictions(texts, expressions, intervals, sides, published)


def _said(doc: Doc) -> tuple[list[Expression], list[Side | None]]:
    spans = list(doc.spans.get(GROUP, ()))
    return [from_dict(span._.expression) for span in spans], [span._.side for span in spans]


def _record(said: Expression, interval: Interval | None, source: Source) -> Date:
    start, end = source.given(said.start, said.end)
    first, last = (interval.earliest, interval.latest) if interval else (None, None)
    return Date(
        start=start,
        end=end,
        text=source.original[start:end],
        value=interval.edtf() if interval else None,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
    )
