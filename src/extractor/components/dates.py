"""Writes ``doc.spans["dates"]``: every date expression, and whether its clause tells of the past or the future.

Algorithm: ``dates.find_dates`` finds the expressions in the text; the verb that governs each one gives the side.
Which days they mean is not decided here, since that takes the publication date (``assemble.dates``).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractor import attributes
from extractor.dates import Expression, Side, find_dates
from extractor.lexicon import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = "dates"
_METADATA = frozenset({"header", "dateline", "signature"})
_VERBAL = frozenset({"VERB", "AUX"})
_CLIMB = 12  # heads from a date to its verb, at most


class Dates:
    """Finds date expressions and the tense of their clauses."""

    def __init__(self, nlp: Language, name: str) -> None:
        del nlp, name
        attributes.register()
        self._ahead = frozenset(tables("dates.toml")["words"]["ahead"]["list"])
        self._modals = frozenset(tables("dates.toml")["words"]["modal"]["list"])

    def match(self, doc: Doc) -> list[tuple[Span, Expression, Side | None]]:
        """The expressions of a Doc with their spans and sides; those of a header or dateline are left out."""
        metadata = [span for span in doc.spans.get("structure", ()) if span.label_ in _METADATA]
        found = []
        for expression in find_dates(doc.text):
            if any(span.start_char < expression.end and expression.start < span.end_char for span in metadata):
                continue
            span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is not None:
                found.append((span, expression, self._side(span)))
        return found

    def annotate(self, doc: Doc, matches: list[tuple[Span, Expression, Side | None]]) -> None:
        """Writes the spans and what each says."""
        doc.spans[GROUP] = [span for span, _, _ in matches]
        for span, (_, expression, side) in zip(doc.spans[GROUP], matches, strict=True):
            plain: dict[str, Any] = asdict(expression)
            span._.expression = {**plain, "side": side}

    def __call__(self, doc: Doc) -> Doc:
        """Finds and writes."""
        self.annotate(doc, self.match(doc))
        return doc

    def _side(self, span: Span) -> Side | None:
        """The side that the nearest verb above the date tells; where it tells none, the next above."""
        for verb in _verbs_above(span.root):
            side = self._tense(verb)
            if side is not None:
                return side
        return None

    def _tense(self, verb: Token) -> Side | None:
        if verb.lemma_ in self._ahead and "Part" in verb.morph.get("VerbForm"):
            return "future"
        helpers = [child for child in verb.children if child.dep_ in ("aux:tense", "aux:pass", "cop", "aux")]
        if "Inf" in verb.morph.get("VerbForm"):
            return self._infinitive(verb, helpers)
        finite = [token for token in (*helpers, verb) if token.morph.get("Tense") or token.morph.get("Mood")]
        tenses = {tense for token in finite for tense in token.morph.get("Tense")}
        moods = {mood for token in finite for mood in token.morph.get("Mood")}
        perfect = any(child.dep_ == "aux:tense" for child in helpers)
        if perfect or (not helpers and "Part" in verb.morph.get("VerbForm") and "Past" in verb.morph.get("Tense")):
            return "past"
        if "Fut" in tenses or "Cnd" in moods:
            return "future"
        if "Past" in tenses - _passive(helpers) or "Imp" in tenses:
            return "past"
        return None

    def _infinitive(self, verb: Token, helpers: list[Token]) -> Side | None:
        if any(helper.dep_ == "aux:tense" for helper in helpers):
            return "past"  # «après avoir pris»
        head = verb.head
        if head.lemma_ in self._modals and verb.dep_ in ("xcomp", "ccomp", "aux"):
            return "past" if _is_perfect(head) else "future"
        return None


def _passive(helpers: list[Token]) -> set[str]:
    """«est fixé»: the participle of a passive tells no tense of its own."""
    return {"Past"} if any(child.dep_ == "aux:pass" and "Pres" in child.morph.get("Tense") for child in helpers) else set()


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux:tense" for child in verb.children)


def _verbs_above(token: Token) -> Iterator[Token]:
    for _ in range(_CLIMB):
        if token.pos_ in _VERBAL:
            yield token
        if token.head is token or token.head == token:
            return
        token = token.head


@Language.factory(
    "extractor_dates",
    assigns=["doc.spans", "span._.expression"],
    requires=["token.morph", "token.dep", "token.lemma"],
)
def make_dates(nlp: Language, name: str) -> Dates:
    """Makes the component.

    Args:
        nlp: The pipeline it joins.
        name: Its name there.
    """
    return Dates(nlp, name)
