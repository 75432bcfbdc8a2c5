"""Nouns for what is told: «l'**annonce** par X de la prise de Y», «la **rumeur** de la chute de Y»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.fillers import entity_filler
from extractor.captures.noun_syntax import complement_after
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.captures.statement import Statement

TOLD = ("rumour", "news")


def told_by_noun(kind: str, noun: Token, statement: Statement) -> None:
    """What a noun for something told makes of its complement.

    A rumour is nobody's word; an announcement is that of «par X» right after it, else of whom it favours.

    Args:
        kind: The class of the noun, one of `TOLD`.
        noun: The noun.
        statement: The statement to complete.
    """
    if kind == "rumour":
        statement.hearsay()
        statement.cues.append(noun.i)
        return
    if statement.attitude is not None:
        return
    statement.cues.append(noun.i)
    statement.attitude = "claim"
    complement = complement_after(noun)
    if complement is not None and complement[0] == "par":
        statement.source = _phrase_of(complement[1])


def _phrase_of(noun: Token) -> list[int]:
    """«**les forces loyales** de la prise de Y»: article, noun, adjectives; what follows is told."""
    doc, start, end = noun.doc, noun.i, entity_filler(noun).end
    if doc[start - 1].pos_ == "DET":
        start -= 1
    while end < sentence_of(noun).end and doc[end].pos_ == "ADJ":
        end += 1
    return [start, end]
