"""What an article tells of each party and each change of hands: the features that `rankings` weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.parties import is_unit, is_vague, kind_of, opposed, party, party_words
from extractor.assemble.parts import parts
from extractor.lexicon import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from extractor.assemble.contenders import Contender
    from extractor.assemble.takers import Change

_NEAR = 2  # sentences
_MANY = 5
_STEP = 4  # tokens


class Clues:
    """The features of the changes of hands of one article.

    Args:
        doc: The text.
        places: Start token of each mention of a place, with its name.
        contenders: The parties of the article.
        changes: Its changes of hands.
        countries: Country code of places, where known.
    """

    def __init__(
        self,
        doc: Doc,
        places: Mapping[int, str],
        contenders: Sequence[Contender],
        changes: Sequence[Change],
        countries: Mapping[str, str],
    ) -> None:
        self.doc, self.contenders, self.changes, self.countries = doc, contenders, changes, countries
        starts = [sentence.start for sentence in doc.sents]
        self._sentence = [0] * len(doc)
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(doc)], strict=True)):
            self._sentence[start:end] = [number] * (end - start)
        self._spots: dict[str, list[int]] = {}
        for start, name in places.items():
            self._spots.setdefault(name, []).append(start)
        self._parts: dict[int, tuple[str, ...]] = {}
        self._of_place: dict[str | None, list[int]] = {}
        for number, change in enumerate(changes):
            self._of_place.setdefault(change.place, []).append(number)
        self._deeds = [
            [(one.is_called(change.taker), one.is_called(change.loser)) for change in changes]
            for one in contenders
        ]
        self._totals = [
            (sum(took for took, _ in deeds), sum(gave for _, gave in deeds)) for deeds in self._deeds
        ]
        self._said = [self._by_sentence(one) for one in contenders]
        counts = [len(one.mentions) for one in contenders]
        self._mentions = sum(counts) or 1
        self._ranks = [sum(other > count for other in counts) for count in counts]
        self._own = [list(self._of_contender(index)) for index in range(len(contenders))]

    def of(self, number: int, index: int) -> dict[str, float]:
        """What speaks for or against a party in one change of hands.

        Args:
            number: Which change.
            index: Which party.
        """
        change, one = self.changes[number], self.contenders[index]
        found = dict.fromkeys(self._own[index], 1.0)
        found["share"] = len(one.mentions) / self._mentions
        found.update(dict.fromkeys(self._read(change, index), 1.0))
        found.update(self._elsewhere(number, index))
        found.update(dict.fromkeys(self._near(change, index), 1.0))
        return found

    def beside(self, number: int, index: int, taker: int | None) -> dict[str, float]:
        """What speaks for or against a party as loser where another is known to take the place.

        Args:
            number: Which change.
            index: Which party.
            taker: The party that takes the place; None where nobody is known to.
        """
        if taker is None:
            return {"alone": 1.0}
        one, other = self.contenders[index], self.contenders[taker]
        if taker == index:
            return {"with:itself": 1.0}
        found = {f"with={other.side}>{one.side}"}
        nations = [frozenset().union(*(party(name).countries for name in it.names)) for it in (one, other)]
        if all(nations):
            found.add(f"with:one nation={bool(nations[0] & nations[1])}:{other.side}>{one.side}")
        for i, change in enumerate(self.changes):
            if i != number and other.is_called(change.taker) and one.is_called(change.loser):
                found.add("with:loses elsewhere")
            if i != number and one.is_called(change.taker) and other.is_called(change.loser):
                found.add("with:wins elsewhere")
        found.add(f"with:shared sentence={not set(self._said[index]).isdisjoint(self._said[taker])}")
        return dict.fromkeys(found, 1.0)

    def of_nobody(self, number: int) -> dict[str, float]:
        """What speaks for naming nobody.

        Args:
            number: Which change.
        """
        change = self.changes[number]
        names = {
            "null",
            f"null:{_kind(change)}",
            f"null:n={min(len(self.contenders), _MANY)}",
            f"null:taker={change.taker is not None}:{_kind(change)}",
            f"null:loser={change.loser is not None}:{_kind(change)}",
            f"null:past={any(mention.background for mention in change.group)}",
            f"null:retaken={change.retaken}",
            f"null:changes={min(len(self.changes), _MANY)}",
        }
        frames = {mention.trigger.label_ for mention in change.group}
        names.update(f"null:frame={frame}" for frame in frames)
        if frames <= set(tables("captures/parties.toml")["frames"]["leaving"]):
            names.add("null:leaving")
        return dict.fromkeys(names, 1.0)

    def _of_contender(self, index: int) -> Iterator[str]:
        one = self.contenders[index]
        yield "bias"
        yield f"rank={min(self._ranks[index], 3)}"
        yield f"order={min(index, 3)}"
        yield f"n={min(len(one.mentions), 4)}"
        yield f"side={one.side}"
        name = one.name
        yield f"named={party(name).named}"
        if is_vague(name):
            yield "vague"
        if is_unit(name):
            yield "unit"
        if not party_words("staff").isdisjoint(name.lower().replace("-", " ").split()):
            yield "staff"
        yield from (f"org={kind}" for kind in {kind_of(name) for name in one.names} - {None})
        kinds = {self.doc[i].ent_type_ or "noun" for i in one.mentions}
        yield from (f"kind={kind}" for kind in kinds or ("slot",))
        if len(kinds) == 1:
            yield f"only={kinds.pop()}"
        titles = [block for block in self.doc.spans.get("structure", ()) if block.label_ == "title"]
        if any(block.start <= i < block.end for block in titles for i in one.mentions):
            yield "title"

    def _read(self, change: Change, index: int) -> Iterator[str]:
        """What the rules say of it."""
        one, kind = self.contenders[index], _kind(change)
        yield f"rank={min(self._ranks[index], 3)}:{kind}"
        yield f"side={one.side}:{kind}"
        yield f"side={one.side}:retaken={change.retaken}"
        for role, name in (("taker", change.taker), ("loser", change.loser)):
            if name is None:
                continue
            if one.is_called(name):
                direct = any(getattr(mention, role) == name for mention in change.group)
                yield f"rule:{role}:{kind}"
                yield f"rule:{role}:direct={direct}"
            else:
                yield f"rule:{role}:other:{kind}"
                if opposed(name, one.name):
                    yield f"rule:{role}:opposed"
        for mention in change.group:
            if one.is_called(mention.taker):
                yield "slot:taker"
            if one.is_called(mention.loser):
                yield "slot:loser"
            if one.is_called(mention.speaks_for):
                yield f"says={mention.attitude}:{mention.negated}"
        home = self.countries.get(change.place or "")
        own = party(one.name).countries
        if home and own:
            yield f"home={home in own}"
            yield f"home={home in own}:{one.side}"

    def _elsewhere(self, number: int, index: int) -> dict[str, float]:
        """What it does in the other changes of hands of the article."""
        found: dict[str, float] = {}
        deeds = self._deeds[index]
        same = self._of_place[self.changes[number].place]
        for other in dict.fromkeys((*same, number - 1, number + 1)):
            if other == number or not 0 <= other < len(deeds):
                continue
            for role, does in zip(("taker", "loser"), deeds[other], strict=True):
                if does and other in same:
                    found[f"same:{role}:{'before' if other < number else 'after'}"] = 1.0
                elif does:
                    found[f"next:{role}"] = 1.0
        others = len(deeds) - 1
        if others:
            won, lost = (total - own for total, own in zip(self._totals[index], deeds[number], strict=True))
            found["others:taker"], found["others:loser"] = won / others, lost / others
            balance = (won > lost) - (won < lost)
            found[f"others={balance}"] = 1.0
            found[f"others={balance}:retaken={self.changes[number].retaken}"] = 1.0
        return found

    def _by_sentence(self, one: Contender) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for i in (*one.mentions, *one.echoes):
            found.setdefault(self._sentence[i], []).append(i)
        return found

    def _near(self, change: Change, index: int) -> Iterator[str]:
        """Its mentions around the triggers and the place."""
        one = self.contenders[index]
        triggers = [mention.trigger.start for mention in change.group]
        spots = self._spots.get(change.place or "", [])
        of_place = {self._sentence[i] for i in spots}
        nearest = _MANY
        around = {
            near
            for trigger in triggers
            for near in range(self._sentence[trigger] - _MANY, self._sentence[trigger] + _MANY + 1)
        }
        said = self._said[index]
        for i in (i for near in sorted(around | of_place) for i in said.get(near, ())):
            sentence = self._sentence[i]
            apart = min((sentence - self._sentence[trigger] for trigger in triggers), key=abs)
            nearest = min(nearest, abs(apart))
            if abs(apart) <= _NEAR:
                scene = "in" if apart == 0 else f"{'before' if apart < 0 else 'after'}{abs(apart)}"
                yield scene
                if abs(apart) < _NEAR:
                    yield from (f"{scene}:{part}" for part in self._part(i))
            if sentence in of_place:
                yield "beside"
                yield from (f"beside:{part}" for part in self._part(i))
            if apart == 0:
                yield from self._order(i, triggers, spots, _kind(change))
        yield f"nearest={nearest}"
        yield f"nearest={nearest}:{_kind(change)}"
        yield f"nearest={nearest}:{one.side}"

    def _order(self, i: int, triggers: Sequence[int], spots: Sequence[int], kind: str) -> Iterator[str]:
        """Before or after the trigger and the place, in one sentence with them."""
        trigger = min(triggers, key=lambda other: abs(other - i))
        side = "left" if i < trigger else "right"
        yield f"trigger:{side}"
        yield f"trigger:{side}:{kind}"
        here = [j for j in spots if self._sentence[j] == self._sentence[i]]
        if here:
            place = min(here, key=lambda j: abs(j - i))
            yield f"place:{'left' if i < place else 'right'}"
            yield f"place:near={min(abs(i - place) // _STEP, _MANY)}"

    def _part(self, i: int) -> tuple[str, ...]:
        """What a mention does in its sentence."""
        if i not in self._parts:
            self._parts[i] = tuple(dict.fromkeys(parts(self.doc, i)))
        return self._parts[i]


def _kind(change: Change) -> str:
    return "read" if change.is_read else "likely"
