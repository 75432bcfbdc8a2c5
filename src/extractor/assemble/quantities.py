"""Number spans to quantity records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.records import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.text import CleanText


def quantities(doc: Doc, source: CleanText) -> tuple[Quantity, ...]:
    """The quantities of a Doc, in order, with the offsets and the text as given.

    Args:
        doc: A Doc over ``source.text``, with ``doc.spans["numbers"]``.
        source: The text with the way back to its original.
    """
    records = []
    for span in doc.spans["numbers"]:
        fields = span._.quantity
        start, end = source.given(fields["start"], fields["end"])
        records.append(Quantity(**{**fields, "start": start, "end": end, "text": source.original[start:end]}))
    return tuple(records)
