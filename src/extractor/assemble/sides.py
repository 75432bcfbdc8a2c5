"""The two sides of an article's war, where its words tell them: insurgents and a state, or two nations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extractor.assemble.parties import is_fighter, opposed, parties, party, party_words, same_party, side_of
from extractor.assemble.phrases import phrase_from
from extractor.captures.vocabulary import actor_side, is_demonym
from extractor.naming.forms import is_acronym
from extractor.sentences import forms_of, texts_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

# A party stands for its side where it makes up this share of what the text says of the side.
_MOST = 0.6


class Sides:
    """Who fights whom in an article, where it is plain.

    Args:
        actors: The actors of the text, each as often as it names them.
        allies: Who helps whom; who helps the other side of the war is not of its own.
    """

    def __init__(self, actors: Iterable[str], allies: Iterable[tuple[str, str]] = ()) -> None:
        self._allies = frozenset(allies)
        turned = {helper for helper, helped in self._allies if opposed(helper, helped)}
        named = [name for name in actors if is_fighter(name) and name not in turned]
        self.insurgent = _foremost([name for name in named if side_of(name) == "insurgent"])
        state = [name for name in named if side_of(name) == "state"]
        abroad = Counter(country for name in named for country in party(name).countries)
        home = max(abroad, key=abroad.__getitem__) if abroad else None
        own = [name for name in state if not party(name).countries or home in party(name).countries]
        self.state = name_of(own) if own and len(own) >= _MOST * len(state) else None
        self._of_state = frozenset(own)
        self.fighters = named
        self.nations = [] if self.insurgent else _nations(named)

    def whole(self, name: str) -> str | None:
        """The party for which a ministry or a president speaks; None where the article names it nowhere.

        Args:
            name: Who speaks.
        """
        countries = party(name).countries
        same = [actor for actor in self.fighters if countries and party(actor).countries == countries]
        same = [actor for actor in same if is_body(actor)]
        if same:
            return name_of(same)
        if is_body(name) and not (countries and name.islower()):
            return name
        return None if countries else self.state

    def other(self, name: str | None) -> str | None:
        """Whom somebody fights; None where it is not plain.

        Args:
            name: Who fights; None where unknown.
        """
        if name is None:
            return None
        side = side_of(name)
        if side is None and self.insurgent is not None and same_party(name, self.insurgent):
            side = "insurgent"
        if side is None and any(same_party(name, other) for other in self._of_state):
            side = "state"
        if side == "insurgent":
            return self.state
        if self.insurgent is not None:
            return self.insurgent if side == "state" else None
        countries = party(name).countries
        if len(self.nations) != 2 or not countries:  # noqa: PLR2004 (a war of two)
            return None
        others = [nation for nation in self.nations if not party(nation).countries & countries]
        others = [other for other in others if not self._are_allied(name, other)]
        return others[0] if len(others) == 1 else None

    def _are_allied(self, name: str, other: str) -> bool:
        return (name, other) in self._allies or (other, name) in self._allies


def is_body(name: str) -> bool:
    """Whether it fights itself, rather than speaks for who does.

    Args:
        name: An actor as the text names it.
    """
    return party_words("staff").isdisjoint(name.lower().replace("-", " ").split())


def is_mouthpiece(name: str) -> bool:
    """Whether it is a ministry or an office, which takes and loses no town: not «hommes du général X».

    Args:
        name: An actor as the text names it.
    """
    words = name.lower().replace("état-", "").split()
    return bool(words) and words[0] in party_words("staff")


def _foremost(names: Sequence[str]) -> str | None:
    """The name of the party that most of the names are of; None where several share them."""
    counts = Counter(names)
    found = [[name for name in group for _ in range(counts[name])] for group in parties(counts)]
    largest = max(found, key=len, default=[])
    return name_of(largest) if largest and len(largest) >= _MOST * len(names) else None


def _nations(names: Iterable[str]) -> list[str]:
    """One name for each nation that fights: «armée ukrainienne», «Russes»."""
    of: dict[str, list[str]] = {}
    for name in names:
        countries = party(name).countries
        if len(countries) == 1:
            of.setdefault(next(iter(countries)), []).append(name)
    return [name_of(of_one) for of_one in of.values()]


def name_of(names: Sequence[str]) -> str:
    """The name of a party that the article uses most; of insurgents rather the name of their group.

    Args:
        names: Its names, each as often as the article uses it.
    """
    counts = Counter(names)
    whole = party_words("whole")
    return max(
        counts,
        key=lambda name: (
            party(name).named and side_of(name) == "insurgent",
            (is_acronym(name) and not party(name).countries) or not whole.isdisjoint(name.lower().split()),
            counts[name],
            party(name).named,
        ),
    )


def actors(doc: Doc, names: Mapping[int, str]) -> Iterator[str]:
    """The armed groups, armies, governments and peoples that a text names, each as often as it does.

    Args:
        doc: The text.
        names: Start token of each named entity, with the name of its record.
    """
    for token, form in zip(tokens_of(doc), forms_of(doc), strict=True):
        side = actor_side(form)
        if side is None and not token.ent_type and not form.endswith("s"):
            continue
        if token.ent_iob_ == "B" and token.ent_type_ == "ORG":
            yield names.get(token.i, token.text)
        elif is_people(token):
            yield token.text
        elif token.ent_iob_ == "B" and token.ent_type_ == "LOC" and token.dep_.startswith("nsubj"):
            name = names.get(token.i, token.text)
            if party(name).countries:
                yield name
        elif side is not None and not token.ent_type and token.pos_ == "NOUN":
            phrase = phrase_from(token).text
            if side != "either" or party(phrase).countries or side_of(phrase):  # «combattants islamistes»
                yield phrase


def is_people(token: Token) -> bool:
    """«les Ukrainiens»: a capitalised plural.

    Args:
        token: A token.
    """
    text = texts_of(token.doc)[token.i]
    plural = text[:1].isupper() and text.endswith("s") and not text.isupper()
    return plural and is_demonym(text) and token.ent_type_ != "ORG" and token.pos_ != "ADJ"
