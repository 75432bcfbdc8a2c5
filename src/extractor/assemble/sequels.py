"""Whether two statements about a town tell of two changes of hands, by their verbs, tenses and days."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extractor.assemble.parties import opposed
from extractor.assemble.recaptures import is_liberation
from extractor.assemble.triggers import frame_of
from extractor.captures.clause import is_finite
from extractor.captures.verb_group import helpers
from extractor.captures.voice import has_auxiliary, looks_like_participle
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from extractor.assemble.mentions import CaptureMention

_AGAIN = ("re", "ré")
_CHANGES = ("changer-de-mains",)
_SEVERAL = 2


def in_turn(a: CaptureMention, b: CaptureMention) -> bool:
    """Whether one of two statements tells of what came after the other.

    Args:
        a: One.
        b: The other, of the same place.
    """
    first, second = sorted((a, b), key=lambda mention: mention.trigger.start)
    return (
        _repeats(first, second)
        or _is_undone(first, second)
        or _is_counted_from(first, second)
        or _left_later(first, second)
        or _ends_state(first, second)
    )


def without_summaries(mentions: Sequence[CaptureMention]) -> list[CaptureMention]:
    """All but «X a changé de mains **trois fois**» of towns of which two changes or more are told.

    Args:
        mentions: The statements of an article, in order.
    """
    told = Counter(mention.place for mention in mentions if not _sums_up(mention))
    return [mention for mention in mentions if told[mention.place] < _SEVERAL or not _sums_up(mention)]


def _ends_state(first: CaptureMention, second: CaptureMention) -> bool:
    """«La **reprise** de X, **aux mains de Y** depuis mai»: what the noun undoes."""
    noun, state = first.trigger[0], frame_of(second.trigger)["outcome"] == "hold"
    if not (state and first.retaken and noun.pos_ == "NOUN" and _in_one_sentence(first, second)):
        return False
    between = tokens_of(noun.doc)[noun.i : second.trigger.start]
    return first.taker != second.taker and not any(is_finite(token) for token in between)


def _sums_up(mention: CaptureMention) -> bool:
    """Whether a statement counts changes of hands without telling who took the town."""
    trigger, sentence = mention.trigger[0], sentence_of(mention.trigger[0])
    if mention.taker is not None or frame_of(mention.trigger)["rule"] not in _CHANGES:
        return False
    return any(
        token.lower_ == "fois" and token.nbor(-1).lower_ not in ("une", "première", "autre")
        for token in tokens_of(trigger.doc)[trigger.i : sentence.end]
    )


def _repeats(first: CaptureMention, second: CaptureMention) -> bool:
    """«**perdue** dimanche, regagnée lundi et **reperdue** mardi», «prise le 3, reprise le 5»."""
    base, again = (frame_of(mention.trigger)["lemma"] for mention in (first, second))
    if again == "retomber" and first.retaken and frame_of(first.trigger)["outcome"] == "capture":
        return base != again and not (first.taker and first.taker == second.taker)
    repeated = again in [prefix + base for prefix in _AGAIN] or (again == "reperdre" and base != again)
    return repeated and _in_one_sentence(first, second)


def _is_undone(first: CaptureMention, second: CaptureMention) -> bool:
    """«X, **prise** en mai par les rebelles, a été **libérée**»: what the main verb undoes."""
    if first.taker is None or first.retaken or not (second.retaken or is_liberation([second])):
        return False
    if first.modality != "fact" or second.modality == "possible" or _is_backdrop(second.trigger[0]):
        return False
    if not _in_one_sentence(first, second):
        return second.taker is None and _was_before(first.trigger[0]) and _follow(first, second)
    return _is_backdrop(first.trigger[0]) or frame_of(first.trigger)["outcome"] == "hold"


def _is_counted_from(first: CaptureMention, second: CaptureMention) -> bool:
    """«La reprise de X intervient **deux mois après** sa chute»: one before that many days."""
    counted = [mention for mention in (first, second) if mention.counted]
    return len(counted) == 1 and first.retaken != second.retaken and _in_one_sentence(first, second)


def _left_later(first: CaptureMention, second: CaptureMention) -> bool:
    """«entrés lundi, ils s'en sont **retirés** jeudi»: who goes on a later day than the town was taken."""
    days = [mention.date for mention in (first, second) if mention.own_date]
    if second.loser is None or second.taker is not None or frame_of(second.trigger)["outcome"] != "loss":
        return False
    if frame_of(first.trigger)["outcome"] != "capture" or opposed(first.taker, second.loser):
        return False
    taken, left = days if len(days) == 2 else (None, None)  # noqa: PLR2004 (the two of them)
    return bool(taken and left and taken.latest and left.earliest and taken.latest < left.earliest)


def _in_one_sentence(a: CaptureMention, b: CaptureMention) -> bool:
    return sentence_of(a.trigger[0]) == sentence_of(b.trigger[0])


def _follow(first: CaptureMention, second: CaptureMention) -> bool:
    """Whether one sentence comes right after the other."""
    return sentence_of(first.trigger[0]).end == sentence_of(second.trigger[0]).start


def _is_backdrop(verb: Token) -> bool:
    """Whether a verb is a participle by itself or tells of what was before: «prise», «avaient pris»."""
    return _was_before(verb) if has_auxiliary(verb) else looks_like_participle(verb)


def _was_before(verb: Token) -> bool:
    return any("Tense=Imp" in str(helper.morph) for helper in helpers(verb))
