"""«X et Y … La première …, la seconde …»: which of two towns is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import date_tokens
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.place_lists import whole_list
from extractor.captures.town_names import may_be_town
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

_ORDER = {"première": 0, "premier": 0, "celle-là": 0, "celui-là": 0, "seconde": 1, "second": 1}
_BACK = 2  # sentences
_PAIR = 2


def member_of_pair(token: Token) -> Filler | None:
    """The town that «la première», «la seconde» or «celle-là» stands for; None where there is no pair.

    Args:
        token: The word.
    """
    which = _ORDER.get(token.lower_)
    if which is None or not _stands_alone(token):
        return None
    sentence = sentence_of(token)
    for _ in range(_BACK + 1):
        pair = _last_pair(tokens_of(token.doc)[sentence.start : min(sentence.end, token.i)])
        if pair or not sentence.start:
            return pair[which] if pair else None
        sentence = sentence_of(token.doc[sentence.start - 1])
    return None


def _stands_alone(token: Token) -> bool:
    """«**la première** est tombée», not «la première ville», «pour la première fois»."""
    if token.lower_.startswith("cel"):
        return True
    before = token.doc[token.i - 1].lower_ if token.i > sentence_of(token).start else ""
    following = token.doc[token.i + 1] if token.i + 1 < sentence_of(token).end else token
    dated = following.i in date_tokens(token.doc)  # «la première lundi»
    return before in ("la", "le") and (dated or following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"))


def _last_pair(tokens: Iterable[Token]) -> list[Filler]:
    for token in reversed(list(tokens)):
        if token.ent_iob_ != "I" and may_be_town(token):
            names = whole_list(token)
            return [entity_filler(name) for name in names] if len(names) == _PAIR else []
    return []
