"""Who holds a place to be taken: «donnent X pour perdue», «dit X reprise», «range X parmi ses gains»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.attribution import Tag, speaks
from extractor.captures.clause import introduced_by
from extractor.captures.cues import cue_words
from extractor.captures.speakers import agent_of, speaker_of
from extractor.captures.verb_group import group, helpers
from extractor.captures.voice import REFLEXIVE
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_REACH = 9  # tokens from a verb to what it says of a place
_BESIDE = 3  # tokens from a place to what is said of it
_PARTICIPLE = tuple(ending + more for ending in ("é", "i", "is", "u") for more in ("", "e", "s", "es"))
_NOT_OF_NOUN = {"ADP", "SCONJ", "PROPN", "NOUN", "VERB"}  # what stands before a bare participle
_AS = {"pour", "comme"}
_MARKS = {"«", '"', "“"}
_BREAKS = {";", ":", "(", ")", "»", "?", "!"}


def held_to_be(word: Token) -> Tag | None:
    """Who holds a place to be what a participle says of it; None where nobody does.

    Args:
        word: The participle: «tiennent X pour **perdue**», «X, donnée pour **prise** par Y».
    """
    if not word.lower_.endswith(_PARTICIPLE) or helpers(word):
        return None
    before = word.i - 1
    while before > sentence_of(word).start and (
        word.doc[before].text in _MARKS or word.doc[before].pos_ == "ADV"
    ):
        before -= 1
    if before < sentence_of(word).start or word.doc[before].pos_ not in _NOT_OF_NOUN:
        return None
    taken_for = word.doc[before].lower_ in _AS
    kind = "holding" if taken_for else "calling"
    for verb in _before(word):
        if verb.lemma_ in cue_words("verbs", kind):
            apart = any(token.text == "," for token in tokens_of(word.doc)[verb.i : word.i])
            return None if apart else _tag(verb)
    return None


def depicted(place: Token) -> Tag | None:
    """Who depicts a place as taken where no participle is read: «cite X **parmi** ses gains».

    Args:
        place: First token of the place.
    """
    sentence = sentence_of(place)
    after = tokens_of(place.doc)[place.i + 1 : min(place.i + _REACH, sentence.end)]
    for verb in _before(place):
        if verb.lemma_ in cue_words("verbs", "holding"):
            if introduced_by(place) is None and any(token.lower_ in _AS for token in after):
                return _tag(verb)
        elif verb.lemma_ in cue_words("verbs", "listing"):
            words = {token.lower_ for token in tokens_of(place.doc)[verb.i + 1 : sentence.end]}
            clitics = {token.lower_ for token in group(verb)}
            there = "y" in clitics and clitics.isdisjoint(REFLEXIVE)  # not «s'y ajoutent X et Y»
            if words & cue_words("nouns", "list") or there:
                return _tag(verb)
        elif verb.lemma_ in cue_words("verbs", "calling") and introduced_by(place) is None:
            beside = after[:_BESIDE]
            if any(token.text in _MARKS or "VerbForm=Part" in str(token.morph) for token in beside):
                return _tag(verb)
    return next((held for token in after if (held := held_to_be(token)) is not None), None)


def _before(word: Token) -> Iterator[Token]:
    """The verbs before a word in its clause, the nearest first, up to a finite one."""
    start = max(sentence_of(word).start, word.i - _REACH)
    for token in reversed(tokens_of(word.doc)[start : word.i]):
        if token.text in _BREAKS:
            return
        if token.pos_ == "VERB":
            yield token
            if "VerbForm=Fin" in str(token.morph) or helpers(token):
                return


def _tag(verb: Token) -> Tag | None:
    """Who does, the agent of a passive; nobody where the verb says nothing («n'a pas donné»)."""
    bare = "VerbForm=Part" in str(verb.morph) and not helpers(verb)
    if verb.lower_.endswith("ant") if bare else not speaks(verb):
        return None
    return Tag(agent_of(verb) if bare else speaker_of(verb), "claim", verb.i)
