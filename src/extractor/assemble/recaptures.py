"""Whether a place is taken back by who held it before."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.assemble.groups import date_of, loser_of, taker_of, undoes
from extractor.assemble.parties import opposed, party_words, same_party, side_of
from extractor.assemble.status import decide_status
from extractor.assemble.triggers import frame_of
from extractor.captures import LIKELY
from extractor.captures.voice import is_passive
from extractor.sentences import forms_of, sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from extractor.assemble.mentions import CaptureMention

_BEFORE = 4  # tokens from «après» to its participle
_LIBERATIONS = ("liberation", "liberer", "nettoyer")


def is_retaken(group: Sequence[CaptureMention]) -> bool:
    """Whether a statement says so.

    Args:
        group: The statements about one change of hands.
    """
    told = any(mention.retaken or _comes_back(mention) or _is_again(mention.trigger[0]) for mention in group)
    return told or is_lost_again(group)


def _is_again(trigger: Token) -> bool:
    """«est **de nouveau** aux mains de X», «y est entrée trois mois **après l'avoir perdue**»."""
    forms = forms_of(trigger.doc)
    sentence = sentence_of(trigger)
    clause, whole = (
        f" {' '.join(words)} " for words in (_clause(trigger), forms[sentence.start : sentence.end])
    )
    if any(f" {phrase} " in clause for phrase in party_words("again")):
        return True
    itself = (
        "après" in forms[max(sentence.start, trigger.i - _BEFORE) : trigger.i]
    )  # «après l'avoir **perdue**»
    return not itself and any(f" {phrase} " in whole for phrase in party_words("lost before"))


def _clause(trigger: Token) -> Sequence[str]:
    """The words around a trigger, in lower case, as far as the next punctuation."""
    doc, sentence = trigger.doc, sentence_of(trigger)
    start = next((t.i for t in reversed(doc[sentence.start : trigger.i]) if t.is_punct), sentence.start)
    end = next((t.i for t in doc[trigger.i : sentence.end] if t.is_punct), sentence.end)
    return forms_of(doc)[start:end]


def _comes_back(mention: CaptureMention) -> bool:
    """«L'armée est **rentrée** dans X», «X lui a été **rendue**»: in frames of other verbs, too."""
    if mention.negated:
        return False
    trigger, lemma = mention.trigger[0], frame_of(mention.trigger)["lemma"]
    if lemma in party_words("returning"):
        return True
    if mention.trigger.label_ == LIKELY:
        return not _words_of_return().isdisjoint(map(_masculine, _clause(trigger)))
    return lemma in party_words("given back") and mention.taker is not None and is_passive(trigger, lemma)


@cache
def _words_of_return() -> frozenset[str]:
    return frozenset(map(_masculine, party_words("taken back")))


def _masculine(form: str) -> str:
    """«reprises», «repris»: the stem that forms of a participle share."""
    return form.rstrip("es")


def is_lost_again(group: Sequence[CaptureMention]) -> bool:
    """Whether it is told as a second loss: «X a été **reperdue**» by who had taken it back.

    Args:
        group: The statements about one change of hands.
    """
    return any(frame_of(mention.trigger)["lemma"] in party_words("losing again") for mention in group)


def is_liberation(group: Sequence[CaptureMention]) -> bool:
    """Whether a statement calls it a liberation: so do conquerors, too.

    Args:
        group: The statements about one change of hands.
    """
    return any(mention.trigger.label_ in _LIBERATIONS for mention in group)


def is_cleared(group: Sequence[CaptureMention]) -> bool:
    """Whether a statement says that a place was rid of somebody: «nettoyée», «purgée».

    Args:
        group: The statements about one change of hands.
    """
    lemmas = (frame_of(mention.trigger)["lemma"] for mention in group)
    return not party_words("clearing").isdisjoint(map(_masculine, lemmas))


def is_return(taker: str | None, loser: str | None) -> bool:
    """Whether somebody takes from insurgents, or from «l'occupant»: it was theirs before.

    Args:
        taker: Who takes the place.
        loser: Who loses it.
    """
    if loser is not None and not party_words("occupants").isdisjoint(loser.lower().split()):
        return True
    return taker is not None and side_of(loser) == "insurgent" and side_of(taker) != "insurgent"


def took_back(
    group: Sequence[CaptureMention], taker: str | None, groups: Sequence[Sequence[CaptureMention]]
) -> bool:
    """Whether somebody takes what the article says was taken from them before, or taken back from them.

    Args:
        group: The statements about one change of hands.
        taker: Who takes the place; None where unknown.
        groups: Those of all changes in the article.
    """
    day = date_of(group)
    if taker is None or not day:
        return False
    earlier = [
        other
        for other in groups
        if other is not group
        and other[0].place == group[0].place
        and (date_of(other) or day) < day
        and decide_status(other) in ("asserted", "claimed")
    ]
    return any(_was_theirs(taker, other) or undoes(group, other) for other in earlier)


def _was_theirs(taker: str, earlier: Sequence[CaptureMention]) -> bool:
    """Whether a party held a place before an earlier change of hands."""
    before, robbed = taker_of(earlier), loser_of(earlier)
    if robbed is not None and same_party(robbed, taker):
        return True
    if before is None or same_party(before, taker):
        return False
    return opposed(before, taker) or is_retaken(earlier)
