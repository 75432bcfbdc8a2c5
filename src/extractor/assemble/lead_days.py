"""The day of an article's news: the one that its first paragraph names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.assemble.capture_dates import is_of_relative
from extractor.calendar import Interval, on
from extractor.captures.saying import verb_class
from extractor.sentences import blocks_of, dates_of, has_date, sentence_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Span

    from extractor.calendar import Published

_WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Lead:
    """The day of an article's news.

    Attributes:
        date: The day.
        of_saying: Whether it is when somebody said so.
    """

    date: Interval
    of_saying: bool


def lead_day(doc: Doc, dates: Mapping[int, Interval], published: Published | None) -> Lead | None:
    """The day that the lead names first: the headline's news is its news.

    Args:
        doc: The text.
        dates: Resolved date expressions by their offset.
        published: When the article was published: what lies weeks before is no news.
    """
    found = list(_days(doc, dates, published))
    # «le Front, fondé **il y a deux semaines**, a conquis **dimanche** X»
    return next((lead for lead, is_news in found if is_news), found[0][0] if found else None)


def _days(
    doc: Doc, dates: Mapping[int, Interval], published: Published | None
) -> Iterator[tuple[Lead, bool]]:
    """The days of the first paragraph, in order, each with whether it lies in the week of the news."""
    lead = next(iter(blocks_of(doc, "paragraph")), None)
    if lead is None:
        return
    first = sentence_of(doc[lead.start])
    for span in dates_of(doc):
        if not min(lead.start, first.start) <= span.start < max(lead.end, first.end):
            continue
        date = dates.get(span._.expression["start"])
        if date is None or date.earliest is None or date.precision != "day":
            continue
        inside, of_saying = span.start < first.end, verb_class(span.root.head) is not None
        if date.latest in (None, date.earliest):
            is_news = _is_news(date.earliest, published) and not is_of_relative(span)
            if inside or is_news:
                yield Lead(on(date.earliest), of_saying), is_news
        elif _is_night(date) and _is_news(date.latest, published):
            yield Lead(date, of_saying), True


def _is_night(date: Interval) -> bool:
    """«dans la nuit de lundi à mardi»."""
    return date.earliest is not None and date.latest is not None and (date.latest - date.earliest).days == 1


def _is_news(day: dt.date, published: Published | None) -> bool:
    """Whether a day lies in the week before the publication."""
    if published is None or published.latest is None:
        return False
    return 0 <= (published.latest - day).days < _WEEK


def opens(span: Span) -> bool:
    """Whether a statement stands in the first paragraph, without a date of its own: today's news.

    Args:
        span: The trigger.
    """
    first = next(iter(blocks_of(span.doc, "paragraph")), None)
    inside = first is not None and first.start <= span.start < first.end
    return inside and not has_date(span.doc, sentence_of(span[0]))
