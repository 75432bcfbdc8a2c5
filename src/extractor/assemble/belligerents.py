"""Who fights whom in an article: fills the taker or loser that a statement leaves to its readers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extractor.assemble.parties import opposed, parties, party, party_words, same_party, side_of
from extractor.assemble.references import phrase_from
from extractor.captures.vocabulary import actor_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from extractor.assemble.mentions import CaptureMention


class Belligerents:
    """The parties that the captures of an article name, and which of them fight each other.

    Args:
        groups: The statements, by change of hands.
        actors: Further actors of the text, each time it names one.
    """

    def __init__(self, groups: Sequence[Sequence[CaptureMention]], actors: Iterable[str] = ()) -> None:
        told = [mention for group in groups for mention in group if not mention.background]
        self.pairs = [(mention.taker, mention.loser) for mention in told if mention.taker and mention.loser]
        self.takers = list(_names(mention.taker for mention in told))
        done = [mention for mention in told if mention.modality != "possible" and not mention.negated]
        self.conquerors = list(_names(mention.taker for mention in done if not mention.retaken))
        self.retakers = list(_names(mention.taker for mention in done if mention.retaken))
        self.beaten = list(_names(mention.loser for mention in done if mention.retaken))
        robbed = _names(mention.loser for mention in done if not mention.retaken)
        self.robbed = [name for name in robbed if side_of(name) == "state" or party(name).countries]
        self.losers = list(_names(mention.loser for mention in told))
        alike = [pair for pair in self.pairs if not opposed(*pair)]
        self.sides = () if alike else _two_sides(list(_names(actors)))

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
            or self._other_side(taker)
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
        return self._only(winners, enemies) or self._only(taken, enemies) or self._other_side(loser)

    def _other_side(self, name: str | None) -> str | None:
        """Of the one party of insurgents and the one of the state, whom somebody fights."""
        return next((other for other in self.sides if opposed(other, name)), None)

    def _only(self, names: Iterable[str], enemies: Iterable[str]) -> str | None:
        """The name of the one party among some that is none of its enemies."""
        others = [name for name in names if not any(same_party(name, enemy) for enemy in enemies)]
        found = parties(others)
        return _name_of(found[0]) if len(found) == 1 else None


def _two_sides(actors: Sequence[str]) -> tuple[str, ...]:
    """Names of the insurgents and of the state where the text has one party of each, else nothing."""
    insurgents = parties(name for name in actors if side_of(name) == "insurgent")
    state = [name for name in actors if side_of(name) == "state"]
    countries = {country for name in state for country in party(name).countries}
    if len(insurgents) != 1 or not state or len(countries) > 1:
        return ()
    return _name_of(insurgents[0]), _name_of(state)


def actors(doc: Doc, names: Mapping[int, str]) -> Iterator[str]:
    """The armed groups, armies and governments that a text names, in order, each as often as it does.

    Args:
        doc: The text.
        names: Start token of each named entity, with the name of its record.
    """
    for token in doc:
        if token.ent_iob_ == "B" and token.ent_type_ == "ORG":
            yield names.get(token.i, token.text)
        elif (
            token.pos_ == "NOUN" and not token.ent_type_ and actor_side(token.lower_) not in (None, "either")
        ):
            yield phrase_from(token).text


def _name_of(names: Sequence[str]) -> str:
    """The name of a party that the article uses most; of insurgents rather the name of their group."""
    counts = Counter(names)
    return max(counts, key=lambda name: (_is_group(name), counts[name], name[:1].isupper()))


def _is_group(name: str) -> bool:
    return name[:1].isupper() and side_of(name) == "insurgent"


def _names(names: Iterable[str | None]) -> Iterator[str]:
    vague, units = party_words("vague"), party_words("units")
    return (name for name in names if name and name.lower() not in vague and units.isdisjoint(name.split()))
