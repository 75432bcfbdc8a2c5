"""Who took each place of an article, and from whom, as its statements and the war that they draw tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.assemble.belligerents import Belligerents
from extractor.assemble.groups import loser_of, taker_of
from extractor.assemble.holders import (
    next_winner,
    previous_holder,
    previous_loser,
    previous_taker,
    who_answers,
    who_claims,
    whose_it_is,
    whose_it_was,
)
from extractor.assemble.parties import is_vague, party, same_name, same_party, side_of
from extractor.assemble.recaptures import (
    is_cleared,
    is_liberation,
    is_lost_again,
    is_retaken,
    is_return,
    took_back,
)
from extractor.assemble.sides import is_mouthpiece
from extractor.captures import LIKELY
from extractor.lexicon import tables
from extractor.naming.knowledge import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from extractor.assemble.mentions import CaptureMention

_TWO = 2  # nations at war


@dataclass(frozen=True, slots=True)
class Change:
    """A change of hands as the rules read it.

    Attributes:
        group: What the article states about it.
        taker: Who takes the place; None where the rules do not tell.
        loser: Who loses it; None where the rules do not tell.
        retaken: Whether it is a recapture.
    """

    group: Sequence[CaptureMention]
    taker: str | None
    loser: str | None
    retaken: bool

    @property
    def place(self) -> str | None:
        """Name of the place; None for an aggregate."""
        return self.group[0].place

    @property
    def is_read(self) -> bool:
        """Whether a rule read it; else only its words make it likely."""
        return any(mention.trigger.label_ != LIKELY for mention in self.group)


def changes(
    groups: Sequence[Sequence[CaptureMention]],
    actors: Iterable[str],
    holders: Mapping[str, Sequence[str]],
    allies: Iterable[tuple[str, str]],
) -> list[Change]:
    """The changes of hands of an article with their parties.

    Args:
        groups: The statements about each.
        actors: The actors of the text, each as often as it names them.
        holders: Of whom the article says that they held a place, by its name.
        allies: Who helps whom.
    """
    if not groups:
        return []
    belligerents = Belligerents(groups, actors, allies)
    return [_change(group, groups, holders, belligerents) for group in groups]


def _change(
    group: Sequence[CaptureMention],
    groups: Sequence[Sequence[CaptureMention]],
    holders: Mapping[str, Sequence[str]],
    belligerents: Belligerents,
) -> Change:
    """A change of hands, its parties filled from the rest of the article."""
    retaken = is_retaken(group)
    taker = _taker(group, groups, belligerents, retaken=retaken)
    loser = loser_of(group) or belligerents.sides.whole(whose_it_was(group) or "")
    if taker is not None and loser is not None and _is_its_capital(loser, taker):
        loser = None
    loser = loser or previous_holder(group, taker, groups, holders) or who_answers(group, taker)
    retaken = retaken or is_return(taker, loser) or took_back(group, taker, groups)
    if (loser is None or is_vague(loser)) and not any(mention.background for mention in group):
        loser = belligerents.loser_to(taker, retaken=retaken) or loser
        retaken = retaken or ((is_liberation(group) or is_cleared(group)) and is_return(taker, loser))
    loser = loser or next_winner(group, taker, groups)
    if taker and loser and loser != loser_of(group) and same_name(taker, loser):
        loser = None
    return Change(group, taker, loser, retaken)


def _is_its_capital(name: str, taker: str) -> bool:
    """«les troupes russes …, où les forces **de Moscou** avancent»: its own army's."""
    known = look_up(name)
    if known is None or known.label != "LOC" or side_of(taker) == "insurgent":
        return False
    return bool(party(name).countries & party(taker).countries)


def _taker(
    group: Sequence[CaptureMention],
    groups: Sequence[Sequence[CaptureMention]],
    belligerents: Belligerents,
    *,
    retaken: bool,
) -> str | None:
    """Who takes the place: as a statement says, else who claims it, else by the war of the article."""
    taker = taker_of(group)
    if taker is not None and is_mouthpiece(taker):  # «le ministère russe de la Défense a pris X»
        taker = belligerents.sides.whole(taker) or taker
    if (taker is not None and not is_vague(taker)) or not _has_successor(group):
        return taker
    robbed = loser_of(group) or who_answers(group, None) or next_winner(group, None, groups)
    if robbed is None and (retaken or (is_liberation(group) and not _is_cheered(group))):
        robbed = previous_taker(group, None, groups)
    claimant = who_claims(group) or whose_it_is(group)
    if claimant is not None and not (robbed is not None and same_party(claimant, robbed)):
        claimant = belligerents.sides.whole(claimant)
        if claimant is not None:
            return claimant
    if retaken:
        taker = previous_loser(group, robbed, groups) or taker
        if taker is not None and not is_vague(taker):
            return taker
    back = (retaken and not is_lost_again(group)) or _is_freed(group, belligerents)
    return belligerents.taker_from(robbed, retaken=back) or taker


def _is_cheered(group: Sequence[CaptureMention]) -> bool:
    """«X est libérée», says a party of itself: a conqueror, it may be."""
    return any(mention.speaks_for and mention.attitude not in ("concede", "deny") for mention in group)


def _is_freed(group: Sequence[CaptureMention], belligerents: Belligerents) -> bool:
    """Whether the narrator or a statesman calls it a liberation, in a war whose sides are known."""
    told = all(
        mention.attitude is None
        or (mention.source and is_mouthpiece(mention.source) and side_of(mention.source) != "insurgent")
        for mention in group
    )
    sides = belligerents.sides
    return told and is_liberation(group) and (sides.insurgent is not None or len(sides.nations) == _TWO)


def _has_successor(group: Sequence[CaptureMention]) -> bool:
    """Whether the town was taken, not only left."""
    leaving = tables("captures/parties.toml")["frames"]["leaving"]
    return group[0].place is not None and any(mention.trigger.label_ not in leaving for mention in group)
