"""Weighs how likely the words around each place tell that it changes hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span

from extractor import attributes
from extractor.captures import LIKELY
from extractor.captures.domain import is_armed, words_of_war
from extractor.captures.likelihood import likelihood
from extractor.captures.settings import settings
from extractor.captures.telling import reasons
from extractor.records import CAPTURE
from extractor.requirements import require
from extractor.sentences import forms_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractor.captures.likelihood import Likelihood

_REQUIRES = ("doc.ents", "token.is_sent_start", "token.pos", "span._.expression")
_Told = dict[str, float | str | list[int]]
_WORDS_OF_WAR = 2
THRESHOLD = 0.7
"""Probability from which a sentence is held to tell of a change of hands that has happened.

Of 0.6 and 0.7, both tried on the whole pipeline, the one that costs less precision: `models/captures.md`.
"""
THRESHOLD_OPEN = 0.55
"""The same for one that has not: an attempt, a place that held."""


@Language.factory(
    "extractor_likelihood",
    requires=_REQUIRES,
    assigns=["doc.spans", "span._.likelihood"],
)
def make_likelihood(nlp: Language, name: str) -> Likely:
    """Create the component; it stands before `extractor_scope`."""
    return Likely(name)


class Likely:
    """Sole writer of ``doc.spans["likely"]``: names of places that are likely to change hands.

    The label is the outcome; ``span._.likelihood`` holds ``told``, the probability that a change of hands is
    told, ``outcome`` with ``sure``, its own probability, and ``reasons``, the words that speak for it.
    """

    def __init__(self, name: str = "extractor_likelihood") -> None:
        attributes.register()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        require(doc, self.name, _REQUIRES)
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[Span, _Told]]:
        """The names, each with its likelihood, in order; none in a text without words of war."""
        if not _may_tell_of_war(doc):
            return []
        found = []
        for name, setting in settings(doc):
            read = likelihood(setting)
            if _is_likely(read):
                told: _Told = {
                    "told": round(read.told, 3),
                    "sure": round(read.sure, 3),
                    "outcome": read.outcome,
                    "reasons": reasons(doc, name, read.reasons),
                }
                found.append((Span(doc, name.start, name.end, label=read.outcome), told))
        return found

    def annotate(self, doc: Doc, matches: list[tuple[Span, _Told]]) -> Doc:
        """Write the span group."""
        for name, told in matches:
            name._.likelihood = told
        doc.spans[LIKELY] = [name for name, _ in matches]
        return doc


def _is_likely(read: Likelihood) -> bool:
    if read.outcome == CAPTURE:
        return read.sure >= THRESHOLD
    return read.told >= THRESHOLD_OPEN


def _may_tell_of_war(doc: Doc) -> bool:
    """Two words of war: one alone («le soldat inconnu», «peloton») stands in any news."""
    words = {forms_of(doc)[i] for i in words_of_war(doc)}
    return len(words | {name.text for name in doc.ents if is_armed(name.text)}) >= _WORDS_OF_WAR
