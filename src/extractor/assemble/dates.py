"""Date spans and a publication date to records."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

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


class Read(NamedTuple):
    """The date expressions of a text in order, the side that the clause of each tells, what each means."""

    expressions: list[Expression]
    sides: list[Side | None]
    intervals: list[Interval | None]

    @property
    def by_offset(self) -> dict[int, Interval]:
        """Intervals by the expression's start offset in ``doc.text``; those left open are not in it."""
        pairs = zip(self.expressions, self.intervals, strict=True)
        return {said.start: found for said, found in pairs if found is not None}


def read(doc: Doc, published: Published | None) -> Read:
    """What each date expression means.

    Args:
        doc: A Doc that ``extractor_dates`` has run on.
        published: When it was published.
    """
    spans = [span._ for span in doc.spans.get(GROUP, ())]
    expressions, sides = [from_dict(span.expression) for span in spans], [span.side for span in spans]
    return Read(expressions, sides, list(resolve(expressions, published, sides=sides)))


def dates(
    found: Read, source: Source, published: Published | None
) -> tuple[tuple[Date, ...], tuple[str, ...]]:
    """The records of all date expressions, and warnings where one contradicts another or the publication.

    Args:
        found: The expressions, read.
        source: The text that the offsets of the records count in.
        published: When it was published.
    """
    expressions, sides, intervals = found
    records = tuple(
        _record(said, interval, source) for said, interval in zip(expressions, intervals, strict=True)
    )
    texts = [record.text for record in records]
    return records, contradictions(texts, expressions, intervals, sides, published)


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
