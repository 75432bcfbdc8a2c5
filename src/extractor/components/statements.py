"""Reads how each capture is stated: as a fact, on whose word, denied, or as something yet to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language

from extractor import attributes
from extractor.captures.modality import read_statement
from extractor.captures.reactions import bearing, reactions

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory(
    "extractor_statements", requires=["doc.spans", "token.dep", "token.morph"], assigns=["span._.statement"]
)
def make_statements(nlp: Language, name: str) -> Statements:
    """Create the component; it reads the captures and quotations."""
    return Statements(name)


class Statements:
    """Sole writer of ``span._.statement`` on the spans of ``doc.spans["captures"]``."""

    def __init__(self, name: str = "extractor_statements") -> None:
        attributes.register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[dict[str, Any]]:
        """One statement for each capture, in the order of the group."""
        captures = list(doc.spans.get("captures", ()))
        if not captures:
            return []
        statements = [read_statement(span[0]) for span in captures]
        used = {cue for statement in statements for cue in statement.cues}
        answered = bearing([span.start for span in captures], doc, reactions(doc, used))
        for span, statement in zip(captures, statements, strict=True):
            if span._.frame["ended"]:  # «n'est plus aux mains de»: the negation is in the rule
                statement.negated = statement.attitude == "deny"
            taker = span._.frame["taker"]
            if span._.frame["claims"] and statement.attitude is None and taker:
                statement.attitude, statement.source = "claim", [taker["start"], taker["end"]]
            statement.reactions = [
                (reaction.kind, reaction.speaker)
                for reaction in answered.get(span.start, ())
                if reaction.speaker is None or reaction.speaker != statement.source
            ]
        return [statement.to_plain() for statement in statements]

    def annotate(self, doc: Doc, matches: list[dict[str, Any]]) -> Doc:
        """Write the attribute."""
        for span, statement in zip(doc.spans.get("captures", ()), matches, strict=True):
            span._.statement = statement
        return doc
