"""Asides that say more of a place: «X, la capitale de Y, …», «X, dans le centre du pays, …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import date_tokens, introduced_by, is_finite
from extractor.captures.memory import remembered
from extractor.captures.vocabulary import place_noun
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = ("au", "dans", "près", "sur")
_CLITICS = ("l'", "n'", "ne", "s'", "se")
_BEFORE_NOUN = ("DET", "ADJ", "NUM", "ADV")


@remembered
def aside_comma(token: Token) -> int | None:
    """The comma that opens the aside in which a word stands; None where it stands in none.

    The name of the place stands right before that comma: it, not what the aside names, is what the clause
    behind is about («**X**, la capitale de Y, tombée lundi»).

    Args:
        token: A word of the aside.
    """
    doc, start = token.doc, sentence_of(token).start
    i = token.i
    while i > start and doc[i].text != ",":
        if doc[i].is_punct or doc[i].pos_ in ("VERB", "AUX") or doc[i].lower_ in ("et", "ou", "que", "qui"):
            return None
        i -= 1
    if i <= start or doc[i - 1].ent_type_ != "LOC":
        return None
    words = [other for other in doc[i + 1 : token.i + 1] if other.pos_ not in _BEFORE_NOUN]
    if not words or (doc[i + 1].pos_ == "DET" and _sets_the_scene(doc[i - 1])):
        return None
    return i if _describes(words[0]) or _places(words) else None


def _sets_the_scene(name: Token) -> bool:
    """«**À X**, la préfecture …», «Sixième ville **de X**, la cité …»: the phrase that opens the sentence."""
    if introduced_by(name) is None:
        return False
    return not any(
        other.text == "," or is_finite(other) for other in name.doc[sentence_of(name).start : name.i]
    )


def _describes(word: Token) -> bool:
    """«ancienne **capitale** de la province»."""
    return word.is_lower and place_noun(word.lower_) is not None


def _places(words: list[Token]) -> bool:
    """«**dans** le **centre** du pays»: not «dans Y», nor «au lendemain de»."""
    if words[0].lower_ not in _WHERE or len(words) == 1:
        return False
    return words[1].is_lower and words[1].i not in date_tokens(words[1].doc)


def closes_aside(noun: Token) -> bool:
    """Whether no verb follows before the next comma: «X, **la ville** est tombée» is no aside.

    Args:
        noun: The noun that describes the place.
    """
    for other in noun.doc[noun.i + 1 : sentence_of(noun).end]:
        if other.is_punct or other.lower_ in ("que", "qu'", "qui", "dont", "où"):
            return True
        if is_finite(other) or other.pos_ == "AUX" or other.lower_ in _CLITICS:
            return False
    return True
