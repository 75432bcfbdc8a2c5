"""Who held a place before it was taken, and whether signs alone prove that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.mentions import side_of
from extractor.naming.forms import initials_match, is_acronym

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.assemble.mentions import CaptureMention

_HAPPENED = ("fact", "hearsay")
_SHORT = 3
_STEM = 4


def is_proven(group: Sequence[CaptureMention]) -> bool:
    """Whether statements prove a change of hands: one that tells it, or two signs of it.

    Args:
        group: What the article states about it.
    """
    if any(not mention.sign for mention in group):
        return True
    taken = {mention.trigger.label_ for mention in group if mention.taker}
    left = {mention.trigger.label_ for mention in group if not mention.taker}
    armed = any(side_of(mention.loser) for mention in group)
    return bool(taken and left) or len(taken) > 1 or (armed and len(left) > 1)


def previous_holder(
    group: Sequence[CaptureMention],
    groups: Sequence[Sequence[CaptureMention]],
    holders: Mapping[str, Sequence[str]],
) -> str | None:
    """Who held a place before: by what the article says of it, else who took it last; None where untold.

    Args:
        group: The statements about one change of hands.
        groups: Those of all changes in the article.
        holders: Those of whom the article says that they held a place.
    """
    place = group[0].place
    taker = next((mention.taker for mention in group if mention.taker), None)
    if place is None:
        return None
    now = not any(mention.background for mention in group)
    for holder in holders.get(place, ()) if now else ():
        if taker is not None and not same_side(holder, taker):
            return holder
    day = _day(group)
    earlier = [
        (_day(other) or "", other)
        for other in groups
        if other is not group
        and other[0].place == place
        and _happened(other)
        and (_day(other) or "0") < (day or "9")
    ]
    for _, other in sorted(earlier, key=lambda pair: pair[0], reverse=True):
        before = next((mention.taker for mention in other if mention.taker), None)
        if before is not None and (taker is None or not same_side(before, taker)):
            return before
    retaken = any(mention.retaken for mention in group)
    if taker is not None and retaken and now and (enemy := _only_enemy(taker, groups)) is not None:
        return enemy
    return _only_loser(taker, groups) if now else None


def _only_loser(taker: str | None, groups: Sequence[Sequence[CaptureMention]]) -> str | None:
    """The one party that loses all the towns of an article, where it takes none of them."""
    told = [mention for group in groups for mention in group if not mention.background]
    losers = [mention.loser for mention in told if mention.loser]
    takers = [taker, *(mention.taker for mention in told)]
    if not losers or any(not same_side(losers[0], other) for other in losers):
        return None
    named = next((loser for loser in losers if loser[:1].isupper()), losers[0])
    return None if any(other and same_side(other, loser) for other in takers for loser in losers) else named


def _only_enemy(taker: str, groups: Sequence[Sequence[CaptureMention]]) -> str | None:
    """The one party besides a taker that the article's captures name: from it a town is taken back."""
    named = [name for group in groups for mention in group for name in (mention.taker, mention.loser) if name]
    enemies = [name for name in dict.fromkeys(named) if not same_side(name, taker)]
    sides = {side_of(name) for name in enemies} - {None}
    opposed = side_of(taker) is not None and bool(sides) and side_of(taker) not in sides
    return enemies[0] if opposed and all(same_side(enemies[0], other) for other in enemies) else None


def same_side(a: str, b: str) -> bool:
    """Whether two names can be of one party: they share a word, or their nouns are of one side.

    Args:
        a: One name.
        b: The other.
    """
    words = [
        {word for word in name.lower().replace("'", " ").split() if len(word) > _SHORT} for name in (a, b)
    ]
    sides = side_of(a), side_of(b)
    if any(is_acronym(short) and initials_match(short, long.split()) for short, long in ((a, b), (b, a))):
        return True
    pairs = [(one, other) for one in words[0] for other in words[1]]
    if any(min(pair, key=len) in max(pair, key=len) for pair in pairs if len(min(pair, key=len)) > _STEM):
        return True  # «gouvernement», «forces progouvernementales»
    return bool(words[0] & words[1]) or (sides[0] is not None and sides[0] == sides[1])


def _happened(group: Sequence[CaptureMention]) -> bool:
    return any(mention.modality in _HAPPENED and not mention.negated for mention in group)


def _day(group: Sequence[CaptureMention]) -> str | None:
    days = [mention.date.edtf() for mention in group if mention.date is not None]
    return next((day for day in days if day), None)
