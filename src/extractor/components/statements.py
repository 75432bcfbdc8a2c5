"""Reads how each capture is stated: as a fact, on whose word, denied, or as something yet to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language

from extractor import attributes
from extractor.captures import LIKELY
from extractor.captures.addressed import addressed
from extractor.captures.disputes import Claim, told_otherwise
from extractor.captures.hearsay import read_likely
from extractor.captures.modality import read_statement
from extractor.captures.outcomes import beaten_off
from extractor.captures.reactions import bearing, reactions
from extractor.requirements import require
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

    from extractor.captures.statement import Statement

_REQUIRES = ("token.dep", "token.morph", "token.lemma", "span._.frame", "span._.speaker")

_OWN = {"nos", "notre", "ses", "leurs"}


@Language.factory("extractor_statements", requires=_REQUIRES, assigns=["span._.statement"])
def make_statements(nlp: Language, name: str) -> Statements:
    """Create the component; it reads the captures and quotations."""
    return Statements(name)


class Statements:
    """Sole writer of ``span._.statement`` on the spans of ``doc.spans["captures"]`` and ``["events"]``."""

    def __init__(self, name: str = "extractor_statements") -> None:
        attributes.register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        require(doc, self.name, _REQUIRES)
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[dict[str, Any]]:
        """One statement for each trigger, in order."""
        triggers = _triggers(doc)
        if not triggers:
            return []
        statements = [_read(span) for span in triggers]
        used = {cue for statement in statements for cue in statement.cues}
        anchors = [_anchor(span) for span in triggers]
        answered = bearing(anchors, doc, reactions(doc, used))
        places = _named_places(triggers)
        for span, statement, anchor in zip(triggers, statements, anchors, strict=True):
            frame = span._.frame or span._.events[0]
            if frame["ended"]:  # «n'est plus aux mains de»: the negation is in the rule
                statement.negated = statement.attitude == "deny"
            taker = frame["taker"]
            if frame["claims"] and statement.attitude is None and taker:
                statement.attitude, statement.source = "claim", [taker["start"], taker["end"]]
            if statement.attitude in ("claim", "confirm", "say") and _is_own(frame["loser"], doc):
                statement.attitude = "concede"
            statement.reactions += [
                (
                    reaction.kind,
                    reaction.speaker,
                    addressed(doc, reaction.i, reaction.speaker, places),
                )
                for reaction in answered.get(anchor, ())
                if reaction.speaker is None or reaction.speaker != statement.source
            ]
        _add_versions(doc, triggers, statements, places)
        return [statement.to_plain() for statement in statements]

    def annotate(self, doc: Doc, matches: list[dict[str, Any]]) -> Doc:
        """Write the attribute."""
        for span, statement in zip(_triggers(doc), matches, strict=True):
            span._.statement = statement
        return doc


def _is_own(loser: dict[str, Any] | None, doc: Doc) -> bool:
    """«**Nos** unités se sont retirées», «**ses** troupes ont quitté X»: who says so has lost it."""
    if loser is None or loser["start"] == 0:
        return False
    return doc[loser["start"] - 1].lower_ in _OWN or doc[loser["start"]].lower_ in _OWN


def _named_places(triggers: Sequence[Span]) -> list[Span]:
    """The names of the places of which a text tells captures, in order."""
    found = {
        (place["start"], place["end"])
        for span in triggers
        if span._.frame is not None
        for place in span._.frame["places"]
        if place["kind"] == "name"
    }
    return [triggers[0].doc[start:end] for start, end in sorted(found)]


def _add_versions(
    doc: Doc, triggers: Sequence[Span], statements: Sequence[Statement], places: Sequence[Span]
) -> None:
    """Note what others tell instead of what is claimed."""
    told = {
        span.start: statement
        for span, statement in zip(triggers, statements, strict=True)
        if statement.attitude in ("claim", "say") or statement.modality == "hearsay"
    }
    claims = [
        Claim(span.start, frozenset(doc[place["start"]].lower_ for place in span._.frame["places"]))
        for span in triggers
        if span.start in told and not told[span.start].negated and span._.frame is not None
    ]
    others = {span.start for span in triggers if _is_of_named(span)}
    for start, found in told_otherwise(doc, claims, others).items():
        told[start].reactions += [
            (version.kind, version.speaker, addressed(doc, version.i, version.speaker, places))
            for version in found
            if version.speaker is None or version.speaker != told[start].source
        ]


def _is_of_named(span: Span) -> bool:
    """Whether a trigger tells of a place by its name, not of «la ville»."""
    frame = span._.frame
    return frame is not None and any(place["kind"] == "name" for place in frame["places"])


def _read(span: Span) -> Statement:
    """How a trigger is stated; where no rule reads it, by the words around its place."""
    frame = span._.frame
    if frame is None or frame["rule"] != LIKELY:
        statement = read_statement(span[0])
        open_ = statement.modality == "possible" or (frame is not None and frame["outcome"] == "attempt")
        failed = beaten_off(span[0]) if open_ and not statement.negated else None
        if failed is not None:
            statement.modality, statement.negated = "fact", True
            statement.cues.append(failed.i)
        return statement
    return read_likely(span[0], span.doc[frame["places"][0]["start"]], frame["outcome"])


def _anchor(span: Span) -> int:
    """What must stand before an answer: the trigger, of one that no rule reads already the place."""
    frame = span._.frame
    if frame is None or frame["rule"] != LIKELY:
        return span.start
    place = int(frame["places"][0]["start"])
    return place if sentence_of(span[0]).start <= place < span.start else span.start


def _triggers(doc: Doc) -> list[Span]:
    """One span for each trigger, in order, whether it tells of one type of event or of several."""
    spans = {span.start: span for group in ("captures", "events") for span in doc.spans.get(group, ())}
    return [spans[start] for start in sorted(spans)]
