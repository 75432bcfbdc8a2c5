"""On whose word a clause tells of a place, where no rule reads it: by the words around the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.attribution import Tag, said_aside, speaks, tag_after, tag_before, tagged
from extractor.captures.clause import introduced_by
from extractor.captures.cues import cue_words
from extractor.captures.depictions import depicted
from extractor.captures.modality import read_statement
from extractor.captures.saying import SPEAKING, saying_verb, verb_class
from extractor.captures.sources import source_tag
from extractor.captures.speakers import speaker_of
from extractor.captures.verb_group import has_infinitive_form
from extractor.captures.voice import is_reflexive

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extractor.captures.statement import Statement

_BREAKS = {";", "mais", "or"}  # another statement begins
_LINKS = {"que", "qu'", "avoir", "être", "n'avoir", "ne"}
_CLITICS = {"y", "en"}
_OPENERS = {"que", "qu'", "avoir", "être", "n'avoir"}
_FRONTS = {"à", "dans", "sur", "de", "pour", "en"}
_FRONT = 5  # tokens from the start of a clause to a place that opens it
_NEAR = 5  # tokens from a verb of saying to its «que»
_OPENING = 8  # tokens between a verb of saying and what it governs


def read_likely(trigger: Token, place: Token, outcome: str) -> Statement:
    """Read how a sentence presents what it is likely to tell of a place.

    The outcome is learnt from its words, «ne … plus» and «pas encore» among them: they count once.

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
        own = tag.speaker is not None and place.i - 1 <= tag.speaker[0] <= place.i  # not «le maire d'Orlec»
        statement.attitude, statement.source = tag.kind, None if own else tag.speaker
        statement.negated = tag.kind == "deny" and outcome == "capture"
        statement.cues = [tag.verb]
        if outcome == "capture" and _replies(place.doc[tag.verb]):
            statement.source = None  # who replies answers the word of another
            statement.reactions.append(("deny", tag.speaker, []))
    return statement


def _replies(verb: Token) -> bool:
    """«**rétorque** que», «assure **au contraire** que»: another has said otherwise."""
    following = verb.doc[verb.i + 1 : verb.i + 1 + _NEAR]
    return verb.lemma_ in cue_words("verbs", "reply") or any(
        token.lower_ == "contraire" for token in following
    )


def teller(place: Token) -> Tag | None:
    """Who says what a clause tells of a place; None where the narrator does.

    Args:
        place: First token of the place.
    """
    clause = _clause(place)
    return (
        _quoted(place)
        or _governing(place, clause)
        or depicted(place)
        or _behind(place, clause)
        or _beside(place, clause)
    )


def _governing(place: Token, clause: Span) -> Tag | None:
    """The verb of saying before a place."""
    verb = _verb_of_clitic(place) if place.lower_ in _CLITICS else None
    if verb is None:
        before = reversed(clause[: place.i - clause.start])
        verb = next((verb for verb in before if _governs(verb, place)), None)
    return _tag(verb) if verb is not None else None


def _behind(place: Token, clause: Span) -> Tag | None:
    """«…, a dit X» behind a clause, or in it."""
    tag = tagged(place)
    return tag if tag is not None and tag.verb < clause.end else said_aside(clause)


def _beside(place: Token, clause: Span) -> Tag | None:
    """«selon X», «à X, ils assurent que»."""
    source = source_tag(place)
    if source is not None and source.speaker and clause.start <= source.speaker[0] < clause.end:
        return source
    return _of_fronted(place, clause)


def _of_fronted(place: Token, clause: Span) -> Tag | None:
    """«**À X**, les rebelles assurent que …», «le maire **de X** dit avoir …»: the place stands before."""
    fronted = introduced_by(place) in _FRONTS and place.i <= clause.start + _FRONT
    for verb in clause[place.i + 1 - clause.start :] if introduced_by(place) is not None else ():
        if verb_class(verb) in (*SPEAKING, "deny") and speaks(verb) and _opens_words(verb):
            tag = _tag(verb)
            of_place = tag.speaker is not None and tag.speaker[0] < place.i < tag.speaker[1]
            return tag if fronted or of_place else None
    return None


def _verb_of_clitic(place: Token) -> Token | None:
    """«**y** annonce la capture du port», «s'**y** disent maîtres du port»."""
    after = place.doc[place.i + 1 : place.i + 4]
    verb = next((token for token in after if token.pos_ == "VERB"), None)
    kind = verb_class(verb) if verb is not None else None
    if verb is None or not (kind == "claim" or (kind == "say" and is_reflexive(verb))):
        return None
    return verb if speaks(verb) else None


def _opens_words(verb: Token) -> bool:
    """Whether «que» or an infinitive follows."""
    following = verb.doc[verb.i + 1 : verb.i + 1 + _NEAR]
    opens = any(token.lower_ in _OPENERS for token in following)
    return opens or any(has_infinitive_form(token) for token in following[:1])  # «assure contrôler»


def _tag(verb: Token) -> Tag:
    return Tag(speaker_of(saying_verb(verb)), str(verb_class(verb)), verb.i)


def _quoted(place: Token) -> Tag | None:
    """The tag of the quotation around a place."""
    for quotation in place.doc.spans.get("quotations", ()):
        if quotation.start < place.i < quotation.end and quotation._.attitude is not None:
            told = tag_after(place.doc, quotation.end) or tag_before(place.doc, quotation.start)
            verb = told.verb if told is not None else quotation.start
            return Tag(quotation._.speaker, quotation._.attitude, verb)
    return None


def _clause(place: Token) -> Span:
    """The part of the sentence around a place, up to what begins another statement."""
    sentence = place.sent
    breaks = [token.i for token in sentence if token.lower_ in _BREAKS]
    start = max((i + 1 for i in breaks if i < place.i), default=sentence.start)
    end = min((i for i in breaks if i >= place.i), default=sentence.end)
    return place.doc[start:end]


def _reaches(between: Span, kind: str | None) -> bool:
    """Whether what a verb says goes on through marks: «**que** « X », «d'autres gains**:** X»."""
    forms = [token.lower_ for token in between]
    if forms.count("«") != forms.count("»") and "que" not in forms and "qu'" not in forms:
        return False
    if ":" not in forms:
        return True
    listed = kind != "deny" and "«" not in forms
    return listed and not any("VerbForm=Fin" in str(token.morph) for token in between)


def _governs(verb: Token, place: Token) -> bool:
    """Whether the place is in what a verb says: «**affirme** que», «**dit** avoir», «**revendique** X»."""
    kind = verb_class(verb)
    if kind not in (*SPEAKING, "deny") or not speaks(verb):
        return False
    between = verb.doc[verb.i + 1 : place.i]
    if not _reaches(between, kind):
        return False
    opening = verb.doc[verb.i + 1 : verb.i + 1 + _OPENING]
    if any(token.lower_ in _LINKS or has_infinitive_form(token) for token in opening):
        return True
    direct = kind != "say" or is_reflexive(verb) or verb.lower_ == "état"
    apart = any(token.text == "," for token in between)
    return direct and not apart and introduced_by(place) in (None, "de")
