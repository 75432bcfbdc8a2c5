"""On whose word a clause tells something that stands beside it: «c'est X qui le dit», «X l'annonce : …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.cues import cue_forms
from extractor.captures.saying import SPEAKING, verb_class
from extractor.captures.speakers import can_speak, named_after, person_range, speaker_of
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_IT = {"l'", "le"}
_QUE = {"que", "qu'"}
_REACH = 12  # tokens of a cleft


def told_beside(trigger: Token) -> list[int] | None:
    """Token range of who says what the clause of a trigger tells, where the words around it name them.

    Args:
        trigger: The trigger.
    """
    start, end = sentence_of(trigger)
    tokens = tokens_of(trigger.doc)
    colon = next((token.i for token in reversed(tokens[start : trigger.i]) if token.text == ":"), None)
    if colon is not None:
        return _announcing(tokens[start:colon])
    found = _cleft(tokens[trigger.i + 1 : end])
    if found is None and end < len(tokens) and not tokens[end].is_space:
        found = _cleft(tokens[end : min(end + _REACH, sentence_of(tokens[end]).end)], opening=True)
    return found


def _announcing(before: Sequence[Token]) -> list[int] | None:
    """«**L'armée** le dit : …», «C'est **l'armée** qui l'annonce : …»."""
    last = before[-1] if before else None
    if last is None or not _says(last) or len(before) < 3 or before[-2].lower_ not in _IT:  # noqa: PLR2004
        return None
    return _cleft(before) or (speaker_of(last) if verb_class(last) else None)


def _cleft(words: Sequence[Token], *, opening: bool = False) -> list[int] | None:
    """«c'est **X** qui le dit», «c'est (du moins) ce qu'affirme **X**»; None for other words."""
    for i, token in enumerate(words[:-3]):
        if token.lower_ == "c'" and words[i + 1].lower_ == "est":
            return _who(words[i + 2 : i + 2 + _REACH])
        if opening:
            return None
    return None


def _who(words: Sequence[Token]) -> list[int] | None:
    for i, token in enumerate(words[:-1]):
        if token.lower_ == "ce" and words[i + 1].lower_ in _QUE:
            verb = next((word for word in words[i + 2 :] if verb_class(word) in SPEAKING), None)
            found = (named_after(verb) or speaker_of(verb)) if verb is not None else None
            return found if found is not None and can_speak(token.doc, found) else None
        if (
            token.lower_ == "qui"
            and words[i + 1].lower_ in _IT
            and i + 2 < len(words)
            and _says(words[i + 2])
        ):
            heads = [word for word in words[:i] if word.pos_ in ("NOUN", "PROPN")]
            found = person_range(heads[0]) if heads else None
            return found if found is not None and can_speak(token.doc, found) else None
    return None


def _says(word: Token) -> bool:
    """«l'**annonce**»: after a clitic the tagger takes it for a noun."""
    return (verb_class(word) or cue_forms().get(word.lower_)) in SPEAKING
