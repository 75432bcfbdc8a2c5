"""Who fights whom in an article: fills the taker or loser that a statement leaves to its readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.parties import (
    is_fighter,
    is_from_abroad,
    is_unit,
    is_vague,
    opposed,
    parties,
    party,
    party_words,
    same_party,
    side_of,
)
from extractor.assemble.sides import Sides, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.assemble.mentions import CaptureMention


class Belligerents:
    """The parties that the captures of an article name, and which of them fight each other.

    Args:
        groups: The statements, by change of hands.
        actors: Further actors of the text, each time it names one.
        allies: Who helps whom.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[CaptureMention]],
        actors: Iterable[str] = (),
        allies: Iterable[tuple[str, str]] = (),
    ) -> None:
        told = [mention for group in groups for mention in group if not mention.background]
        self.pairs = [(mention.taker, mention.loser) for mention in told if mention.taker and mention.loser]
        self.takers = list(_names(mention.taker for mention in told))
        done = [mention for mention in told if mention.modality != "possible" and not mention.negated]
        self.conquerors = list(_names(mention.taker for mention in done if not mention.retaken))
        self.retakers = list(_names(mention.taker for mention in done if mention.retaken))
        self.beaten = list(_names(mention.loser for mention in done if mention.retaken))
        past = [mention for group in groups for mention in group if mention.background]
        robbed = _names(mention.loser for mention in (*done, *past) if not mention.retaken)
        self.robbed = [name for name in robbed if side_of(name) == "state" or party(name).countries]
        self.losers = list(_names(mention.loser for mention in told))
        self.sides = Sides((name for name in _names(actors) if not is_from_abroad(name)), allies)

    def loser_to(self, taker: str | None, *, retaken: bool) -> str | None:
        """The one party from which another takes towns; None where it cannot be told.

        Args:
            taker: Who takes; None where unknown.
            retaken: Whether a town is taken back.
        """
        losers = [
            loser for loser in self.losers if not any(same_party(loser, other) for other in self.takers)
        ]
        if taker is None:
            return self._only(losers, ())
        beaten = [loser for winner, loser in self.pairs if same_party(winner, taker)]
        beaten += [winner for winner, loser in self.pairs if same_party(loser, taker)]
        known = [*self.losers, *self.takers]
        return (
            self._only(beaten, [taker])
            or self._only(losers, [taker])
            or (self._only([name for name in known if opposed(name, taker)], [taker]) if retaken else None)
            or self.sides.other(taker)
        )

    def taker_from(self, loser: str | None, *, retaken: bool) -> str | None:
        """The one party that takes the towns of an article; None where it cannot be told.

        Args:
            loser: Who loses the town; None where unknown.
            retaken: Whether the town is taken back.
        """
        enemies = [loser] if loser else []
        winners = [winner for winner, beaten in self.pairs if loser and same_party(beaten, loser)]
        taken = [*self.retakers, *self.robbed] if retaken else self.conquerors
        named = [name for name in taken if party(name).named]
        found = (
            self._only(winners, enemies)
            or self._only(taken, enemies)
            or self._only(named, enemies)
            or self.sides.other(loser)
        )
        if found is None and loser is None and not taken:
            return self.sides.state if retaken else self._conqueror()
        return found

    def _conqueror(self) -> str | None:
        """The insurgents of the article: what they take was nobody's of theirs before."""
        name = self.sides.insurgent
        if name is None or not party_words("settled").isdisjoint(name.split()):
            return None
        return None if any(same_party(name, loser) for loser in self.losers) else name

    def _only(self, names: Iterable[str], enemies: Iterable[str]) -> str | None:
        """The name of the one party among some that is none of its enemies."""
        given, against = list(names), set(enemies)
        hostile = {name for name in set(given) if any(same_party(name, enemy) for enemy in against)}
        found = parties(name for name in given if name not in hostile)
        if len(found) != 1:
            return None
        name = name_of(found[0])
        whole = next(
            (side for side in (self.sides.state, self.sides.insurgent) if side and same_party(side, name)),
            name,
        )
        return name if party(name).named else whole


def _names(names: Iterable[str | None]) -> Iterator[str]:
    return (name for name in names if name and is_fighter(name) and not (is_vague(name) or is_unit(name)))
