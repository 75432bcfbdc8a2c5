"""On whose word: «selon X», «à en croire X», «de l'aveu de X», and who is named before a colon."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.captures.attribution import Tag
from extractor.captures.cues import source_openings
from extractor.captures.memory import remembered
from extractor.captures.saying import verb_class
from extractor.captures.speakers import can_speak, person_range
from extractor.captures.verb_group import is_negated, is_unable
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWN = {"lui-même", "elle-même", "eux-mêmes", "elles-mêmes"}
_WHOM = {"l'", "les"}
_AND = {"et", "mais", "puis", "où"}
_RELATIVE = {
    "qui",
    "que",
    "qu'",
    "dont",
    "où",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
    "auquel",
    "duquel",
}


def source_phrase(trigger: Token) -> list[int] | None:
    """Token range after the «selon» or «à en croire» that bears on a trigger, None where there is none.

    One in brackets or between dashes, or in another clause, bears only on what stands with it.

    Args:
        trigger: The trigger.
    """
    doc, sentence = trigger.doc, sentence_of(trigger)
    forms, openings = forms_of(doc), _openings_by_word()
    for token in [tokens_of(doc)[i] for i in range(*sentence) if forms[i] in openings]:
        end = _opening(token)
        if end is None or _is_wanting(token) or not _same_level(doc, *sorted((token.i, trigger.i))):
            continue
        if token.i > trigger.i and (_opens_relative(token) or _opens_clause(token)):
            continue
        if token.lower_ in ("à", "a") and token.nbor(1).lower_ in _WHOM:  # «à **l'**en croire»
            return [token.i + 1, token.i + 2]
        if doc[end - 1].lower_ in ("source", "sources"):
            return [end - 1, person_range(doc[end - 1])[1]]
        for noun in tokens_of(doc)[end : min(end + 6, sentence.end)]:
            if noun.lower_ == "termes":
                break
            if noun.lower_ in ("mots", "propos"):  # «selon les mots du général»
                continue
            if noun.pos_ in ("NOUN", "PROPN", "PRON"):
                return person_range(noun)
    return None


def _is_wanting(opening: Token) -> bool:
    """«n'a pas pu être confirmée **de source** indépendante»: there is none."""
    before = opening.nbor(-1) if opening.i > sentence_of(opening).start else None
    if before is None or verb_class(before) != "confirm":
        return False
    return is_negated(before) or is_unable(before)


def _opens_relative(token: Token) -> bool:
    """«X, contre **laquelle**, **selon** Y, …», «X **où**, **selon** Y, …»: about what the clause tells."""
    start = sentence_of(token).start
    before = token.nbor(-1) if token.i > start else None
    if before is not None and before.text == "," and before.i > start:
        before = before.nbor(-1)
    return before is not None and before.lower_ in _RELATIVE


def _opens_clause(token: Token) -> bool:
    """«ils sont entrés à X **et, selon** Y, n'en partiront pas»: about what follows."""
    start = sentence_of(token).start
    return token.i > start + 1 and token.nbor(-1).text == "," and token.nbor(-2).lower_ in _AND


def source_tag(trigger: Token) -> Tag | None:
    """The «selon X» that bears on a trigger; «selon X **lui-même**», «de l'**aveu** de X» admit it.

    Args:
        trigger: The trigger.
    """
    found = source_phrase(trigger)
    if found is None:
        return None
    doc = trigger.doc
    before = {
        token.lower_ for token in tokens_of(doc)[max(sentence_of(trigger).start, found[0] - 4) : found[0]]
    }
    own = any(token.lower_ in _OWN for token in tokens_of(doc)[found[1] - 1 : found[1] + 1])
    return Tag(found, "concede" if own or "aveu" in before else "say", found[0])


def before_colon(trigger: Token) -> list[int] | None:
    """Token range of who is named before the colon of a clause that nobody vouches for.

    «**Radio-Orlec** n'a pas ces pudeurs: la ville serait tombée.»

    Args:
        trigger: The trigger.
    """
    before = tokens_of(trigger.doc)[sentence_of(trigger).start : trigger.i]
    colon = next((token for token in reversed(before) if token.text == ":"), None)
    for token in tokens_of(trigger.doc)[sentence_of(trigger).start : colon.i] if colon is not None else ():
        if token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN"):
            found = person_range(token)
            known = can_speak(trigger.doc, found) or token.lemma_ == "source"
            return found if known else None
    return None


def source_behind(trigger: Token) -> list[int] | None:
    """Token range after the «selon» that ends a phrase told by the way: «X, prise lundi **selon l'armée**».

    Args:
        trigger: The trigger.
    """
    for token in tokens_of(trigger.doc)[trigger.i + 1 : sentence_of(trigger).end]:
        if _opening(token) is not None:
            return source_phrase(trigger)
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":", "(", "«"):
            return None
    return None


@cache
def _openings_by_word() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in source_openings():
        found.setdefault(phrase[0], []).append(phrase)
    return found


@remembered
def _opening(token: Token) -> int | None:
    """Token after a phrase that names a source, where it begins at a token."""
    forms, end = forms_of(token.doc), sentence_of(token).end
    for phrase in _openings_by_word().get(forms[token.i], ()):
        if tuple(forms[token.i : min(token.i + len(phrase), end)]) == phrase:
            return token.i + len(phrase)
    return None


def _same_level(doc: Doc, start: int, end: int) -> bool:
    """Whether no bracket, dash, colon or semicolon stands between two tokens."""
    return not any(token.text in ("(", ")", "–", "—", "--", ";", ":") for token in tokens_of(doc)[start:end])
