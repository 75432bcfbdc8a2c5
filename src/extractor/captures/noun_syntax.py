"""The complements of a noun: «la prise **de** Sarvane **par** l'armée»."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.captures.memory import remembered
from extractor.captures.syntax import CONTRACTED, coordinated, preposition
from extractor.captures.voice import QUOTES
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.captures.syntax import Arguments


@remembered
def noun_arguments(token: Token) -> Arguments:
    """The arguments of a noun by preposition: «la prise **de** Sarvane **par** l'armée».

    The possessive of «sa chute» comes under ``possessive``.

    Args:
        token: The noun.
    """
    roles: Arguments = defaultdict(list)
    for child in token.children:
        if child.dep_ == "det" and child.lower_ in ("sa", "son", "ses", "leur", "leurs", "nos", "notre"):
            roles["possessive"].append(child)
        if child.lower_ == "en" and child.pos_ == "PRON" and child.i < token.i:
            roles["de"].append(child)  # «ils **en** sont maîtres»
        before = preposition(child)
        if child.i > token.i and before and child.dep_ not in ("acl:relcl", "conj"):
            roles[before].extend(coordinated(child))
    beside = complement_after(token)
    if beside is not None and beside[0] not in roles:
        roles[beside[0]].extend(coordinated(beside[1]))
    return dict(roles)


def complement_after(token: Token) -> tuple[str, Token] | None:
    """The complement right after a noun, by word order alone: preposition and head.

    Args:
        token: The noun.
    """
    before: str | None = None
    for other in tokens_of(token.doc)[token.i + 1 : min(token.i + 7, sentence_of(token).end)]:
        lower = other.lower_
        if before is None and (lower in CONTRACTED or other.pos_ == "ADP"):
            before = CONTRACTED.get(lower, lower)
        elif other.pos_ in ("NOUN", "PROPN", "PRON") and before is not None:
            return before, other
        elif other.pos_ not in ("DET", "ADJ", "NUM", "ADV") and not (
            other.text in QUOTES and other.i == token.i + 1
        ):
            return None
    return None
