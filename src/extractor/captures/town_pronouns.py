"""Whether a pronoun stands for a town where persons may be meant as well: «l'ont libérée»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import introduced_by
from extractor.captures.vocabulary import place_noun
from extractor.sentences import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 30  # tokens back
_FEMININE = ("ée", "ie", "ise", "ue")


def stands_for_town(pronoun: Token) -> bool:
    """True for «l'» beside a feminine participle where a town was spoken of last, not merely where one was.

    Args:
        pronoun: The pronoun.
    """
    doc = pronoun.doc
    if pronoun.lower_ != "l'" or not any(
        token.lower_.endswith(_FEMININE) for token in tokens_of(doc)[pronoun.i + 1 : pronoun.i + 4]
    ):
        return False
    for token in reversed(tokens_of(doc)[max(0, pronoun.i - _REACH) : pronoun.i]):
        if token.ent_type_ == "PER":
            return False
        head = (
            token.nbor(-2)
            if token.i > 1 and token.ent_type_ == "LOC" and introduced_by(token) == "de"
            else token
        )
        town = head.ent_type_ == "LOC" or place_noun(head.lower_) == "settlement"
        if town and introduced_by(head) is None:
            return True
    return False
