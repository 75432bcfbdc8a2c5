"""When an article was published: as the caller says, else as its header or dateline says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.calendar import day_of, month_of, parse_published
from extractor.dates import find_dates
from extractor.errors import PublishedError

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.calendar import Published
    from extractor.records import PublishedFrom

_EDTF = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def publication(
    doc: Doc, given: str | None
) -> tuple[Published | None, PublishedFrom | None, tuple[str, ...]]:
    """The publication date, where it comes from, and warnings.

    Args:
        doc: The text, with ``doc.spans["structure"]``.
        given: The caller's word (EDTF), which always wins.

    Raises:
        PublishedError: ``given`` is no EDTF day, month or year.
    """
    if given is not None:
        return parse_published(given), "argument", ()
    for block in doc.spans.get("structure", ()):
        if block.label_ == "header":
            found = _EDTF.search(block.text)
            try:
                return parse_published(found[0] if found else ""), "header", ()
            except PublishedError:
                return None, None, (f"the header «{block.text.strip()}» holds no possible date",)
        if block.label_ == "dateline":
            published = _dateline(block.text)
            if published is not None:
                return published, "dateline", ()
    return None, None, ()


def _dateline(text: str) -> Published | None:
    """«KABOUL, 13 août 2021 (AFP) -»; a day without its year says too little."""
    for expression in find_dates(text):
        if expression.kind == "date" and expression.year and expression.month:
            if expression.day:
                return day_of(expression.year, expression.month, expression.day)
            return month_of(expression.year, expression.month)
    return None
