"""The phrase that names an actor, around its noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.parties import is_vague
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OF = {"de", "du", "d'", "des"}
_LONGEST_OWNER = 4  # tokens before the name: «hommes **de l'ancien général** X»


def phrase_from(head: Token) -> Span:
    """A noun with the adjectives right after it: «forces gouvernementales».

    Args:
        head: The noun.
    """
    end = head.i + 1
    while end < sentence_of(head).end and head.doc[end].pos_ == "ADJ" and head in head.doc[end].ancestors:
        end += 1
    return head.doc[head.i : end]


def owned(phrase: Span) -> Span:
    """A noun that any party may be called by, with what says whose: «forces **amhara**».

    Args:
        phrase: The noun alone; a longer phrase stays as it is.
    """
    doc, end, last = phrase.doc, phrase.end, sentence_of(phrase[-1]).end
    if not is_vague(phrase.text) or end >= last:
        return phrase
    if doc[end].pos_ in ("ADJ", "NOUN", "PROPN") and not doc[end].ent_type_:
        return doc[phrase.start : end + 1]
    if doc[end].lower_ not in _OF:
        return phrase
    for token in tokens_of(doc)[end + 1 : min(end + 2 + _LONGEST_OWNER, last)]:
        if token.is_punct or token.pos_ == "VERB":
            break
        if token.ent_type_ in ("PER", "ORG"):
            named = next(ent for ent in phrase.sent.ents if ent.start <= token.i < ent.end)
            return doc[phrase.start : named.end]
    return phrase
