"""Who held a place before it was taken, and whether signs alone prove that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.groups import loser_of, taker_of, undoes
from extractor.assemble.parties import is_vague, party, same_party, side_of
from extractor.captures.signs import Sign, prove
from extractor.lexicon import tables
from extractor.naming.knowledge import look_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.assemble.mentions import CaptureMention

_BELONGS = "etre-d-un-pays"
_HAPPENED = ("fact", "hearsay")


def is_proven(group: Sequence[CaptureMention]) -> bool:
    """Whether statements prove a change of hands: one that tells it, or signs that prove it together.

    Args:
        group: What the article states about it.
    """
    signs = [
        Sign(mention.sign, mention.begun, _is_of_state(mention.taker), side_of(mention.loser) is not None)
        for mention in group
        if mention.sign is not None
    ]
    return len(signs) < len(group) or prove(signs)


def _is_of_state(name: str | None) -> bool:
    known = look_up(name) if name else None
    return side_of(name) == "state" or (known is not None and known.kind in ("country", "military"))


def who_answers(group: Sequence[CaptureMention], taker: str | None) -> str | None:
    """The party that denies or admits that a place was taken from it; None where nobody of another side does.

    Args:
        group: The statements about one change of hands.
        taker: Who takes the place; None where unknown.
    """
    answers = [mention.speaks_for for mention in group if mention.attitude in ("deny", "concede")]
    return next(
        (
            name
            for name in answers
            if name and (side_of(name) or party(name).countries) and not (taker and same_party(name, taker))
        ),
        None,
    )


def who_claims(group: Sequence[CaptureMention]) -> str | None:
    """The party that says of itself that it took a place; None where nobody claims it.

    Args:
        group: The statements about one change of hands.
    """
    frames = tables("captures/parties.toml")["frames"]
    for mention in group:
        told_by_others = mention.trigger.label_ in (*frames["losing"], *frames["leaving"])
        if mention.attitude != "claim" or mention.negated or told_by_others:
            continue
        if side_of(mention.speaks_for):
            return mention.speaks_for
        if len(party(mention.source or "").countries) == 1:
            return mention.source
    return None


def whose_it_is(group: Sequence[CaptureMention]) -> str | None:
    """The people whose a place is now: «la ville est **russe** depuis mars»; None where none is named so.

    Args:
        group: The statements about one change of hands.
    """
    words = [
        mention.trigger.text
        for mention in group
        if mention.trigger.label_ == _BELONGS and not _is_no_more(mention)
    ]
    return next((word for word in words if party(word).countries), None)


def whose_it_was(group: Sequence[CaptureMention]) -> str | None:
    """The people whose a place was: «la ville n'est **plus russe**»; None where none is named so.

    Args:
        group: The statements about one change of hands.
    """
    return next((mention.trigger.text for mention in group if _is_no_more(mention)), None)


def _is_no_more(mention: CaptureMention) -> bool:
    word = mention.trigger[0]
    return mention.trigger.label_ == _BELONGS and word.i > 0 and word.nbor(-1).lower_ == "plus"


def previous_holder(
    group: Sequence[CaptureMention],
    taker: str | None,
    groups: Sequence[Sequence[CaptureMention]],
    holders: Mapping[str, Sequence[str]],
) -> str | None:
    """Who held a place before: by what the article says of it, else who took it last; None where untold.

    Args:
        group: The statements about one change of hands.
        taker: Who takes the place; None where unknown.
        groups: Those of all changes in the article.
        holders: Those of whom the article says that they held a place.
    """
    place = group[0].place
    if place is None:
        return None
    now = not any(mention.background for mention in group)
    takers = [mention.taker for mention in group]
    for holder in holders.get(place, ()) if now else ():
        if taker is not None and holder not in takers and not same_party(holder, taker):
            return holder
    return previous_taker(group, taker, groups)


def previous_taker(
    group: Sequence[CaptureMention], taker: str | None, groups: Sequence[Sequence[CaptureMention]]
) -> str | None:
    """Who took a place before somebody takes it from them; None where untold.

    Args:
        group: The statements about one change of hands.
        taker: Who takes the place now; None where unknown.
        groups: Those of all changes in the article.
    """
    for other in _before(group, groups):
        named = (mention.taker for mention in other if mention.taker and not is_vague(mention.taker))
        before = next(named, None)
        if before is not None and (taker is None or not same_party(before, taker)):
            return before
    return None


def previous_loser(
    group: Sequence[CaptureMention], loser: str | None, groups: Sequence[Sequence[CaptureMention]]
) -> str | None:
    """From whom a place that is taken back was taken last; None where untold.

    Args:
        group: The statements about one change of hands.
        loser: Who loses the place now; None where unknown.
        groups: Those of all changes in the article.
    """
    robbed = next((loser_of(other) for other in _before(group, groups)), None)
    return robbed if robbed and not (loser and same_party(robbed, loser)) else None


def next_winner(
    group: Sequence[CaptureMention], taker: str | None, groups: Sequence[Sequence[CaptureMention]]
) -> str | None:
    """Who takes a place back, so lost it before: «**perdue** lundi, X a été reprise mardi par l'armée».

    Args:
        group: The statements about one change of hands.
        taker: Who takes the place first; None where unknown.
        groups: Those of all changes in the article.
    """
    later = [
        other
        for other in groups
        if (any(mention.retaken for mention in other) or undoes(other, group))
        and next(iter(_before(other, groups)), None) is group
    ]
    winner = next((taker_of(other) for other in later), None)
    return winner if winner and not (taker and same_party(winner, taker)) else None


def _before(
    group: Sequence[CaptureMention], groups: Sequence[Sequence[CaptureMention]]
) -> list[Sequence[CaptureMention]]:
    """The earlier changes of hands of the same place, the last one first."""
    day = _day(group)
    earlier = [
        (_day(other) or "", other)
        for other in groups
        if other is not group
        and other[0].place == group[0].place
        and other[0].place is not None
        and _happened(other)
        and (_day(other) or "0") < (day or "9")
    ]
    return [other for _, other in sorted(earlier, key=lambda pair: pair[0], reverse=True)]


def _happened(group: Sequence[CaptureMention]) -> bool:
    return any(mention.modality in _HAPPENED and not mention.negated for mention in group)


def _day(group: Sequence[CaptureMention]) -> str | None:
    days = [mention.date.edtf() for mention in group if mention.date is not None]
    return next((day for day in days if day), None)
