"""What stands in a slot of a frame: a kind and a range of tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from extractor.sentences import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["name", "definite", "pronoun", "possessive", "aggregate", "phrase", "implicit"]
POSSESSIVE = {"sa", "son", "ses", "leur", "leurs"}
FIRST_PERSON = {"nous", "nos", "notre"}
_LATTER = {"dernier", "derniers", "dernière", "dernières"}
_THIS = {"ce", "ces", "cette"}


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands in a slot.

    Attributes:
        kind: A name, a definite description («la ville»), a pronoun, a possessive, a counted aggregate,
            another noun phrase, or ``implicit``: the place that the text is about.
        start: First token.
        end: Token after the last one.
        head: Its head token.
    """

    kind: Kind
    start: int
    end: int
    head: int

    def before(self, trigger: int) -> Filler:
        """The same, cut where the trigger begins («les rebelles contrôlent», read as one phrase).

        Args:
            trigger: The trigger's token.
        """
        return replace(self, end=trigger) if self.start < trigger < self.end else self

    def to_plain(self) -> dict[str, int | str]:
        """The same as plain values, for the Doc."""
        return {"kind": self.kind, "start": self.start, "end": self.end, "head": self.head}


def is_the_latter(token: Token) -> bool:
    """«ces **derniers**», «ceux-ci»: whoever was named last; not «ces derniers jours».

    Args:
        token: A token.
    """
    if token.lower_.endswith(("-ci", "-là")):
        return token.lower_.startswith(("ceux", "celui", "celle"))
    if token.lower_ not in _LATTER or token.i == 0 or token.nbor(-1).lower_ not in _THIS:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def entity_filler(token: Token) -> Filler:
    """The whole entity around a token, or the token alone."""
    start = end = token.i
    tokens = tokens_of(token.doc) if token.ent_iob_ != "O" else ()
    while start > 0 and tokens and tokens[start].ent_iob_ == "I":
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1].ent_iob_ == "I":
        end += 1
    return Filler("name", start, end + 1, token.i)
