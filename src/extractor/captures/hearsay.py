"""On whose word a clause tells of a place, where no rule reads what it tells: by the words around the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.attribution import Tag, source_phrase, tagged
from extractor.captures.clause import introduced_by
from extractor.captures.modality import read_statement
from extractor.captures.speakers import SPEAKING, speaker_of, verb_class
from extractor.captures.statement import Statement
from extractor.captures.syntax import is_reflexive
from extractor.captures.verb_group import group, has_infinitive_form, helpers, is_conditional, is_negated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_BREAKS = {";", "¶"}
_ADVERSATIVE = {"mais", "or"}
_LINKS = {"que", "qu'", "avoir", "être", "n'avoir", "ne"}
_OPENING = 8  # tokens between a verb of saying and what it governs


def read_likely(trigger: Token, place: Token, outcome: str) -> Statement:
    """Read how a sentence presents what it is likely to tell of a place.

    Its outcome is learnt from its words, «ne … plus» and «pas encore» among them: they count once.

    Args:
        trigger: The word that speaks most for it.
        place: First token of the place.
        outcome: ``capture``, ``attempt`` or ``held``.
    """
    statement = read_statement(trigger)
    if outcome != "attempt":
        statement.negated = statement.attitude == "deny"
        if statement.modality == "possible":
            statement.modality = "fact"
    tag = teller(place)
    if tag is not None:
        own = tag.speaker is not None and tag.speaker[0] <= place.i < tag.speaker[1]
        statement.attitude, statement.source = tag.kind, None if own else tag.speaker
        statement.negated = tag.kind == "deny" and outcome == "capture"
        statement.cues.append(tag.verb)
    return statement


def teller(place: Token) -> Tag | None:
    """Who says what a clause tells of a place; None where the narrator does.

    Args:
        place: First token of the place.
    """
    quoted = _quoted(place)
    if quoted is not None:
        return quoted
    clause = _clause(place)
    for verb in reversed(clause[: place.i - clause.start + 1]):
        if _governs(verb, place):
            return Tag(speaker_of(verb), str(verb_class(verb)), verb.i)
    tag = tagged(place)
    if tag is not None and tag.verb < clause.end:
        return tag
    for verb in _asides(clause):
        return Tag(speaker_of(verb), str(verb_class(verb)), verb.i)
    source = source_phrase(place)
    if source is not None and clause.start <= source[0] < clause.end:
        return Tag(source, "say", source[0])
    return None


def _quoted(place: Token) -> Tag | None:
    """The tag of the quotation around a place."""
    for quotation in place.doc.spans.get("quotations", ()):
        if quotation.start < place.i < quotation.end and quotation._.attitude is not None:
            return Tag(quotation._.speaker, quotation._.attitude, quotation.start)
    return None


def _clause(place: Token) -> Span:
    """The part of the sentence around a place, up to what begins another statement."""
    doc, sentence = place.doc, place.sent
    start, end = sentence.start, sentence.end
    for token in doc[sentence.start : sentence.end]:
        if token.text in _BREAKS or token.lower_ in _ADVERSATIVE:
            if token.i < place.i:
                start = token.i + 1
            else:
                end = token.i
                break
    return doc[start:end]


def _governs(verb: Token, place: Token) -> bool:
    """Whether a verb of saying has the place in what it says: «**affirme** que», «**dit** avoir», «**revendique** X»."""
    kind = verb_class(verb)
    if kind not in (*SPEAKING, "deny") or not _speaks(verb):
        return False
    doc = verb.doc
    between = doc[verb.i + 1 : place.i]
    if any(token.text in ("»", "«", ":") for token in between):
        return False
    linked = any(
        token.lower_ in _LINKS or has_infinitive_form(token) for token in doc[verb.i + 1 : verb.i + 1 + _OPENING]
    )
    if linked:
        return True
    direct = kind in ("claim", "deny", "confirm", "concede") or is_reflexive(verb)
    return direct and not any(token.text == "," for token in between) and introduced_by(place) in (None, "de")


def _speaks(verb: Token) -> bool:
    """Whether a form is a verb that says something: finite or compound, not negated, not «aurait dit»."""
    if verb.pos_ == "NOUN" or is_negated(verb) or is_conditional(verb):
        return False
    return "VerbForm=Fin" in str(verb.morph) or bool(helpers(verb)) or verb_class(verb) is not None and verb.pos_ != "VERB"


def _asides(clause: Span) -> Iterator[Token]:
    """«…, **affirme** M. X, …», «…, **disent**-ils, …»."""
    for token in clause:
        if verb_class(token) not in SPEAKING or not _speaks(token):
            continue
        first = group(token)[0].i
        before = token.doc[first - 1] if first > token.sent.start else None
        after = token.doc[token.i + 1 : token.i + 2]
        inverted = any(other.lower_.startswith("-") for other in after)
        if before is not None and before.text == "," and inverted:
            yield token
