"""Who speaks where a whole sentence is quoted without a tag: whom the sentence before or behind names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.attribution import Tag
from extractor.captures.cues import cue_words
from extractor.captures.sources import source_phrase
from extractor.captures.speakers import agent_of, can_speak, person_range
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def taken_up(doc: Doc, end: int) -> Tag | None:
    """«« Orlec est prise. » La **phrase**, dite par **le général**, …», «**Le général** a lu son **texte**».

    Args:
        doc: The text.
        end: Token after the quotation.
    """
    if end >= len(doc) or "\n" in doc[end].text or not doc[end].is_sent_start:
        return None
    behind = tokens_of(doc)[end : sentence_of(doc[end]).end]
    if not any(token.lower_ in cue_words("nouns", "utterance") for token in behind):
        return None
    agents = (agent_of(token) for token in behind if "VerbForm=Part" in str(token.morph))
    agent = next((found for found in agents if found is not None), None)
    return Tag(agent, "say", end) if agent is not None else _subject(behind)


def led_up_to(doc: Doc, start: int) -> Tag | None:
    """«**Le général** exulte. « Orlec est prise. »»: the subject of the sentence before.

    Args:
        doc: The text.
        start: First token of the quotation.
    """
    before = sentence_before(doc[start])
    return _subject(before) if before else None


def sentence_before(token: Token) -> list[Token]:
    """The sentence before that of a token, in the same paragraph; nothing where there is none.

    Args:
        token: A token.
    """
    start = sentence_of(token).start
    if start == 0 or "\n" in token.doc[start - 1].text:
        return []
    return list(tokens_of(token.doc)[sentence_of(token.doc[start - 1]).start : start])


def source_before(trigger: Token) -> list[int] | None:
    """Whose word the sentence before gives, as tokens: «D'après **un prêtre**, … Orlec **serait** prise».

    Args:
        trigger: A trigger in the conditional.
    """
    before = sentence_before(trigger)
    if not before:
        return None
    return source_phrase(before[0])


def _subject(sentence: list[Token]) -> Tag | None:
    """The person, office or group that is its subject, named or in the singular."""
    for token in sentence:
        if token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN"):
            found = person_range(token)
            return Tag(found, "say", token.i) if can_speak(token.doc, [token.i, token.i + 1]) else None
    return None
