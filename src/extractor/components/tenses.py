"""Whether the clauses of date expressions tell of the past or the future."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extractor import attributes
from extractor.components.parse import is_parsed
from extractor.requirements import require
from extractor.sentences import dates_of
from extractor.tense import plain_sides, side_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.dates import Side

_REQUIRES = ("token.pos", "token.morph", "token.lemma", "token.dep", "span._.expression")


@Language.factory(
    "extractor_tenses",
    assigns=["span._.side"],
    requires=_REQUIRES,
)
def make_tenses(nlp: Language, name: str) -> Tenses:
    """Create the component; it stands after the dates and the parser."""
    return Tenses(name)


class Tenses:
    """Sole writer of ``span._.side`` on the spans of ``doc.spans["dates"]``: ``past``, ``future`` or None."""

    def __init__(self, name: str = "extractor_tenses") -> None:
        attributes.register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        require(doc, self.name, _REQUIRES)
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Side | None]:
        """The side of each date, in order."""
        parsed = is_parsed(doc)
        return [
            side_of(date) if parsed(date.start) else plain
            for date, (_, plain) in zip(dates_of(doc), plain_sides(doc), strict=True)
        ]

    def annotate(self, doc: Doc, matches: list[Side | None]) -> Doc:
        """Write the attribute."""
        for date, side in zip(dates_of(doc), matches, strict=True):
            date._.side = side
        return doc
