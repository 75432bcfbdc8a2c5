"""The clause that a date opens: «le 3 mai, **quand** ils ont pris X», «et, **mardi**, ils ont repris X»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import date_tokens, introduced_by, is_finite
from extractor.captures.syntax import RELATIVE
from extractor.captures.verb_group import group
from extractor.captures.voice import looks_like_participle
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

_CLAUSE_JOINERS = {"et", "mais", "puis", ";", "tandis", "alors"}
_SUBJECT = 8  # tokens to the verb of a clause
_WHEN = {"quand", "lorsque", "où"}
_DAY_WHEN = {("date", "à", "laquelle"), ("le", "jour", "où"), ("jour", "où"), ("mois", "où"), ("année", "où")}


def opens_clause(span: Span, trigger: Token) -> bool:
    """«le 10 janvier, **quand** les rebelles ont pris X», «le 30 mai, **date à laquelle** …».

    Args:
        span: The date.
        trigger: The trigger.
    """
    doc, end = span.doc, span.end
    if end < trigger.i and doc[end].text == ",":
        end += 1
    if end >= trigger.i:
        return False
    opening = tuple(token.lower_ for token in tokens_of(doc)[end : end + 3])
    if doc[end].lower_ not in _WHEN and not _DAY_WHEN.intersection((opening, opening[:2])):
        return False
    return not any(
        is_finite(token) and token not in group(trigger) for token in tokens_of(doc)[end : trigger.i]
    )


def in_other_clause(span: Span, trigger: Token) -> bool:
    """«a pris X; aucune source n'était **samedi** en mesure de le dire»: of the clause behind the semicolon.

    Args:
        span: The date.
        trigger: The trigger.
    """
    first, last = sorted((span.start, trigger.i))
    sentence = sentence_of(trigger)
    marks = [token.i for token in tokens_of(span.doc)[first:last] if token.text == ";"]
    if not marks:
        return False
    ahead = span.start > trigger.i
    clause = range(marks[-1], sentence.end) if ahead else range(sentence.start, marks[0])
    return any(is_finite(span.doc[i]) for i in clause)


def is_present_participle(verb: Token) -> bool:
    """«en **prenant** X», «**prenant** X»: at the time of the verb that governs it.

    Args:
        verb: The verb.
    """
    return verb.lower_.endswith("ant") and verb.lower_ not in ("ayant", "étant")


def is_of_apposition(span: Span) -> bool:
    """«X, **victime** en mai d'une crue», «X, **théâtre** mardi de combats»: no day of its capture.

    Args:
        span: The date.
    """
    doc, before = span.doc, span.start - 1
    while before > sentence_of(span[0]).start and doc[before].pos_ == "ADP":
        before -= 1
    if before <= sentence_of(span[0]).start or span.end >= len(doc):
        return False
    goes_on = doc[span.end].lower_ in ("de", "d'", "du", "des")
    noun = doc[before].is_lower and doc[before].pos_ in ("NOUN", "ADJ")  # «victime», tagged an adjective
    return goes_on and noun and not looks_like_participle(doc[before]) and doc[before - 1].text == ","


def is_since(trigger: Token, cues: Sequence[int]) -> int | None:
    """«samedi, pour la première fois **depuis** (l'annonce de) la prise de X»: what was before that day.

    Args:
        trigger: The trigger.
        cues: Tokens that governed the status.

    Returns:
        The noun behind «depuis», where it opens what tells of the capture: no date before it is that of it.
    """
    nouns = [trigger, *(trigger.doc[cue] for cue in cues if trigger.doc[cue].pos_ == "NOUN")]
    return next((noun.i for noun in nouns if noun.pos_ == "NOUN" and introduced_by(noun) == "depuis"), None)


def fronted_verb(span: Span) -> int | None:
    """«… et, **dimanche**, l'armée **a** repris X»: the finite verb of the clause that a date opens.

    Args:
        span: The date.

    Returns:
        Its token; None where the date opens no clause.
    """
    doc, sentence = span.doc, sentence_of(span[0])
    before, first = span.start - 1, span.end
    while before > sentence.start and doc[before].text == ",":
        before -= 1
    if before <= sentence.start or doc[before].lower_ not in _CLAUSE_JOINERS:
        return None
    if first < sentence.end and doc[first].text == ",":
        first += 1
    for token in tokens_of(doc)[first : min(first + _SUBJECT, sentence.end)]:
        if (
            token.is_punct
            or token.pos_ in ("CCONJ", "SCONJ")
            or token.lower_ in RELATIVE
            or token.i in date_tokens(doc)
        ):
            return None
        if is_finite(token):
            return token.i
    return None
