"""Who says so: tags beside quotations, tags behind a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.captures.clause import date_tokens
from extractor.captures.saying import SPEAKING, saying_verb, verb_class
from extractor.captures.speakers import can_speak, named_after, person_range, speaker_of
from extractor.captures.syntax import subjects
from extractor.captures.verb_group import group, helpers, is_conditional, is_negated
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

_TAG_WINDOW = 6
_AFTER_DIT = {"avoir", "être", "n'", "ne", "que", "qu'"}
_CALLED = {"dite", "dits", "dites"}
_PARTICIPLE = ("é", "ée", "és", "ées", "ant")


class Tag(NamedTuple):
    """Who says something, and how.

    Attributes:
        speaker: Token range of who speaks; None where the subject cannot be told.
        kind: Class of the verb of saying.
        verb: Its token.
    """

    speaker: list[int] | None
    kind: str
    verb: int


def tag_after(doc: Doc, end: int) -> Tag | None:
    """The tag right after a quotation or a clause: «…», **a affirmé X**.

    Args:
        doc: The text.
        end: Token after the quotation.
    """
    if end >= len(doc) or (doc[end].is_sent_start and doc[end].is_title):  # another sentence
        return None
    if doc[end].text == ":":
        return _subject_behind(doc[end])
    return _tag_behind(doc, end)


def _tag_behind(doc: Doc, end: int) -> Tag | None:
    """The verb of saying of the next few words."""
    first = end + 1 if end < len(doc) and doc[end].text == "," else end
    for token in tokens_of(doc)[end : min(end + _TAG_WINDOW, len(doc))]:
        if "\n" in token.text or token.text in (".", "«", '"', ";"):
            return None
        kind = verb_class(token)
        if kind in SPEAKING and (token.i == first or token.pos_ not in ("NOUN", "ADJ")):
            speaker = _learned_from(token) or named_after(token) or speaker_of(token)
            return Tag(speaker if speaker is None or speaker[0] >= end else None, kind, token.i)
        told = _told_by(token) if token.i == first > end else None  # «…», sourit un habitant
        if told is not None:
            return told
        if token.pos_ in ("NOUN", "PROPN", "CCONJ", "SCONJ", "NUM"):
            return None
    return None


def _subject_behind(colon: Token) -> Tag | None:
    """«« Orlec est prise »: jeudi, **le ministre** a agité une carte»."""
    behind = tokens_of(colon.doc)[colon.i + 1 : sentence_of(colon).end]
    if any(verb_class(token) in ("concede", "confirm", "deny") for token in behind):
        return None
    for token in behind:
        if token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN"):
            found = person_range(token)
            return Tag(found, "say", token.i) if can_speak(colon.doc, found) else None
    return None


def _told_by(first: Token) -> Tag | None:
    """The person right after a verb of any meaning: «…», **soupire un habitant**, **s'est réjoui X**."""
    after = [token for token in tokens_of(first.doc)[first.i : first.i + 4] if token.pos_ != "ADV"] or [first]
    reflexive = first.lower_ in ("s'", "se") and len(after) > 1
    verb, *more = after[1:] if reflexive else after
    if verb.lemma_ == ("être" if reflexive else "avoir"):
        verb = more[0] if more else verb
        told = "VerbForm=Part" in str(verb.morph)
    else:
        told = all(mark in str(verb.morph) for mark in ("VerbForm=Fin", "Person=3")) or _is_untagged(verb)
    if verb_class(verb) is not None:
        return None  # «…», a **admis** X: not of any meaning
    following = tokens_of(verb.doc)[verb.i + 1 : verb.i + 2]
    dates = date_tokens(verb.doc)
    direct = any(token.pos_ == "DET" or token.ent_type_ == "PER" or token.i in dates for token in following)
    speaker = named_after(verb) if told and direct else None
    return Tag(speaker, "say", verb.i) if speaker is not None else None


def _is_untagged(word: Token) -> bool:
    """«…», **soupire** l'imam»: what stands right before an article is no noun, whatever the tagger says."""
    after = tokens_of(word.doc)[word.i + 1 : word.i + 2]
    return (
        word.pos_ in ("ADJ", "NOUN")
        and word.lower_.endswith(("e", "t", "d"))
        and bool(after)
        and (after[0].lower_ in ("l'", "la", "le", "un", "une"))
    )


def tag_before(doc: Doc, start: int) -> Tag | None:
    """The tag before a quotation that a colon or comma introduces: **X a affirmé**: «…».

    Before a colon, the subject of whatever precedes speaks («X n'a pas eu ces pudeurs: «…»).

    Args:
        doc: The text.
        start: First token of the quotation.
    """
    if start <= 1 or doc[start - 1].text not in (":", ","):
        return None
    before = tokens_of(doc)[sentence_of(doc[start - 1]).start : start - 1]
    for token in reversed(before):
        kind = verb_class(token)
        if kind in (*SPEAKING, "deny") and token.pos_ == "VERB":
            return Tag(speaker_of(token), str(kind), token.i)
    if doc[start - 1].text == ":":
        for token in before:
            if token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN", "PRON"):
                return Tag(person_range(token), "say", token.head.i)
        return _named_alone(before)
    return None


def _named_alone(before: Sequence[Token]) -> Tag | None:
    """«**Un infirmier d'Orlec**: «…»», «17h50 **Paul Morel**: «…»»: no verb, only who speaks."""
    if any("VerbForm=Fin" in str(token.morph) for token in before):
        return None
    noun = next((token for token in before if token.pos_ in ("NOUN", "PROPN") and not token.like_num), None)
    found = person_range(noun) if noun is not None else None
    return Tag(found, "say", found[0]) if noun is not None and found and can_speak(noun.doc, found) else None


def tagged(trigger: Token) -> Tag | None:
    """The «…, a indiqué X» after the clause of a trigger.

    Args:
        trigger: The trigger.
    """
    for token in tokens_of(trigger.doc)[trigger.i + 1 : sentence_of(trigger).end]:
        if token.text == ";":
            return None
        kind = verb_class(token)
        if kind not in (*SPEAKING, "deny") or _is_bare_participle(token):
            continue
        first = group(saying_verb(token))[0].i
        if trigger.doc[first - 1].text in (",", "»", '"', "”") and _is_inverted(token):
            speaker = _learned_from(token) or named_after(token) or speaker_of(token)
            if speaker is None or can_speak(token.doc, speaker) or not _has_subject_before(token):
                return Tag(speaker, kind, token.i)
    return None


def said_aside(clause: Span) -> Tag | None:
    """«…, **affirme** M. X, …», «…, **disent**-ils, …»: who says what stands around it.

    Args:
        clause: The clause, or a part of it.
    """
    for verb in clause:
        if verb_class(verb) not in SPEAKING or not speaks(verb):
            continue
        first = group(saying_verb(verb))[0]
        if first.i == sentence_of(verb).start or first.nbor(-1).text != ",":
            continue
        named = named_after(verb)
        inverted = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_.startswith("-")
        if inverted or (named is not None and can_speak(verb.doc, named)):
            return Tag(speaker_of(verb) if inverted else named, str(verb_class(verb)), verb.i)
    return None


def _is_bare_participle(token: Token) -> bool:
    """«Orlec, **déclarée** ville ouverte», «des miliciens, **dits** X», «…, **proclamant** un Etat»."""
    if token.lower_ in _CALLED and not helpers(token):
        return True
    return token.lower_.endswith(_PARTICIPLE) and "VerbForm=Part" in str(token.morph) and not helpers(token)


def speaks(word: Token) -> bool:
    """Whether a word says something: a finite or compound verb, neither negated nor «aurait dit».

    Args:
        word: A word of the class of verbs of saying.
    """
    verb = saying_verb(word)
    if verb.pos_ == "NOUN" or is_negated(verb) or is_conditional(verb):
        return False
    if verb.pos_ != "VERB" or "VerbForm=Fin" in str(verb.morph) or helpers(verb):
        return True
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return verb.lower_ == "dit" and any(
        token.lower_ in _AFTER_DIT for token in after
    )  # taken for a participle


def _learned_from(verb: Token) -> list[int] | None:
    """«a-t-on appris **de source militaire**», «auprès du préfet»; nobody where no source follows."""
    if not any(token.lower_ in ("-on", "-t-on", "on") for token in group(verb)):
        return None
    before = None
    for token in tokens_of(verb.doc)[verb.i + 1 : min(verb.i + 7, sentence_of(verb).end)]:
        if token.is_punct:
            break
        if token.lower_ in ("de", "auprès", "par"):
            before = token
        elif before is not None and token.pos_ in ("NOUN", "PROPN"):
            return person_range(token)
    return []


def _has_subject_before(verb: Token) -> bool:
    """«**l'armée**, qui tient X, a lancé une offensive»: no tag, if what stands behind cannot speak."""
    before = (child for child in verb.children if child.dep_.startswith("nsubj") and child.i < verb.i)
    return any(not child.lower_.startswith("-") for child in before)  # «ont-**ils** dit»


def _is_inverted(verb: Token) -> bool:
    """Whether the speaker stands after the verb."""
    if any(
        token.lower_.startswith("-")
        for token in (*group(verb), *tokens_of(verb.doc)[verb.i + 1 : verb.i + 2])
    ):
        return True
    return any(subject.i > verb.i for subject in subjects(verb)) or named_after(verb) is not None
