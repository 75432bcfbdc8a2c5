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


def is_proven(group: Sequence[CaptureMention]) -> bool:
    """Whether statements prove a change of hands: one that tells it, or two signs of it.

    Args:
        group: What the article states about it.
    """
    if any(not mention.sign for mention in group):
        return True
    taken = {mention.trigger.label_ for mention in group if mention.taker}
    left = {mention.trigger.label_ for mention in group if not mention.taker}
    return bool(taken and left) or len(taken) > 1 or len(left) > 1


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
    return None


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
    return bool(words[0] & words[1]) or (sides[0] is not None and sides[0] == sides[1])


def _happened(group: Sequence[CaptureMention]) -> bool:
    return any(mention.modality in _HAPPENED and not mention.negated for mention in group)


def _day(group: Sequence[CaptureMention]) -> str | None:
    days = [mention.date.edtf() for mention in group if mention.date is not None]
    return next((day for day in days if day), None)
