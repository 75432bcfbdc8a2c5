"""Adds up the signs of a change of hands (flag, patrols, flight): ``data/captures/signs.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.captures.anchors import is_anchor
from extractor.captures.clause import introduced_by, is_finite
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.states import is_new
from extractor.captures.town_names import may_be_town
from extractor.lexicon import tables
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Token

    from extractor.captures.frames import Frame

_SIGNS = "captures/signs.toml"
_REACH = 14  # tokens from a sign to the town beside it
_BESIDE = 4  # tokens from a sign to «désormais»
_CUTS = frozenset((";", ":", "«", "»"))


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a change of hands.

    Attributes:
        kind: Its class, such as ``emblem``.
        new: Whether it is said to be new, or shows the change itself (the flag goes up over the town hall).
        of_state: Whether a state's own forces give it.
        armed: Whether those who leave bear arms.
    """

    kind: str
    new: bool
    of_state: bool
    armed: bool


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(tables(_SIGNS)[table][name])


def prove(signs: Collection[Sign]) -> bool:
    """Whether signs of one place prove that it changed hands.

    Args:
        signs: All signs that an article gives of it.
    """
    of_taker = [sign for sign in signs if sign.kind in _words("classes", "taker")]
    of_holder = {sign.kind for sign in signs if sign.kind in _words("classes", "holder")}
    kinds = {sign.kind for sign in of_taker}
    new = any(sign.new for sign in of_taker)
    if any(sign.of_state for sign in of_taker):  # its soldiers are in its towns anyway
        return (bool(of_holder) and (new or "emblem" in kinds)) or ("emblem" in kinds and len(kinds) > 1)
    if of_taker:
        return new or bool(of_holder) or len(kinds) > 1
    return len(of_holder) > 1 and any(sign.armed for sign in signs)


def shows_change(trigger: Token, frame: Frame, places: Sequence[Filler]) -> bool:
    """Whether a sign is new: «désormais», «depuis lundi»; or the flag goes up over a seat of power.

    Args:
        trigger: The trigger.
        frame: Its frame.
        places: Where the sign is seen; one that is nowhere named shows no change.
    """
    if frame.sign is None or places[0].kind == "implicit":
        return False
    sentence = sentence_of(trigger)
    around = tokens_of(trigger.doc)[
        max(sentence.start, trigger.i - _BESIDE) : min(sentence.end, trigger.i + _BESIDE)
    ]
    if is_new(trigger) or any(token.lower_ in _words("now", "words") for token in around):
        return True
    if frame.sign != "emblem" or frame.durative:
        return False
    after = tokens_of(trigger.doc)[trigger.i + 1 : min(trigger.i + _REACH, sentence.end)]
    return any(token.lower_ in _words("seats", "nouns") for token in after)


def place_beside(trigger: Token, frame: Frame) -> Filler:
    """The town named in the clause of a sign («sur la mairie **de Sarvane**»), else what the text is about.

    Args:
        trigger: The trigger.
        frame: Its frame.
    """
    leaves = frame.sign in ("departure", "emptiness") and bool(frame.verbs)
    links = ("de",) if leaves else ("de", "à", "dans", "sur")  # «ont fui à X»: where they went
    for token in tokens_of(trigger.doc)[trigger.i + 1 : min(trigger.i + _REACH, sentence_of(trigger).end)]:
        if is_finite(token) or token.text in _CUTS:
            break
        named = token.text[:1].isupper() and token.ent_iob_ != "I" and may_be_town(token)
        if named and introduced_by(token) in links and not is_anchor(token):
            return entity_filler(token)
    return Filler("implicit", trigger.i, trigger.i + 1, trigger.i)
