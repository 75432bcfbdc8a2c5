"""Who might have taken or lost the towns of an article: its armed groups, armies, peoples, by party."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.assemble.parties import is_fighter, is_vague, party, party_words, same_name, side_of
from extractor.assemble.phrases import owned
from extractor.assemble.sides import is_people, name_of
from extractor.captures.vocabulary import actor_side
from extractor.naming.knowledge import look_up
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

# A party stands for its side where it makes up this share of what the text says of the side.
_MOST = 0.6
_OF = ("de", "du", "d'", "des")
_REACH = 4  # tokens before the name: «soldats **de l'ancien général** X»


@dataclass
class Contender:
    """A party of the article.

    Attributes:
        names: Its names, each as often as the article uses it.
        mentions: Where they stand: the first token of each, with the name there.
        echoes: Where pronouns stand for it.
    """

    names: list[str] = field(default_factory=list)
    mentions: dict[int, str] = field(default_factory=dict)
    echoes: list[int] = field(default_factory=list)

    @cached_property
    def side(self) -> str:
        """``insurgent``, ``state``, ``nation`` of a country, or ``none`` where unknown."""
        sides = [side for side in map(side_of, self.names) if side]
        for side in ("insurgent", "state"):
            if 2 * sides.count(side) > len(sides):
                return side
        return "nation" if party(self.name).countries else "none"

    @cached_property
    def name(self) -> str:
        """The name of the party that says most."""
        return name_of(self.names)

    def is_called(self, name: str | None) -> bool:
        """Whether a name is one of this party's."""
        return name in self._called

    @cached_property
    def _called(self) -> frozenset[str | None]:
        return frozenset(self.names)


def contenders(
    doc: Doc, names: Mapping[int, str], filled: Iterable[str], echoes: Mapping[int, str]
) -> list[Contender]:
    """The parties of an article, in the order of their first mention.

    Args:
        doc: The text.
        names: Start token of each named entity, with the name of its record.
        filled: Actors that statements name as taker or loser.
        echoes: Pronouns, with the name for which each stands.
    """
    found = dict(mentions(doc, names))
    slots = [name for name in filled if name]
    counts = Counter(name for name in (*found.values(), *dict.fromkeys(slots)) if is_fighter(name))
    groups = _groups({name: n for name, n in counts.items() if not is_vague(name)})
    groups += [[name] for name in counts if is_vague(name) and name in slots]
    result = [Contender([name for name in group for _ in range(counts[name])]) for group in groups]
    of = {name: one for one in result for name in one.names}
    for start, name in found.items():
        if name in of:
            of[name].mentions[start] = name
    for start, name in echoes.items():
        if name in of:
            of[name].echoes.append(start)
    return sorted(result, key=lambda one: min(one.mentions, default=len(doc)))


def _groups(counts: Mapping[str, int]) -> list[list[str]]:
    """Names by party: those that share words or a country; nouns of a side go with its foremost party."""
    groups: list[list[str]] = []
    loose: dict[str, list[str]] = {}
    for name in sorted(counts, key=lambda name: not party(name).named):
        group = next((group for group in groups if all(_is_one(name, other) for other in group)), None)
        if group is None:
            group = next((group for group in groups if any(_is_one(name, other) for other in group)), None)
        one = party(name)
        if group is not None:
            group.append(name)
        elif one.side is not None and _is_of_a_side(name):
            loose.setdefault(one.side, []).append(name)
        else:
            groups.append([name])
    for side, nouns in loose.items():
        group = _foremost([group for group in groups if _side_of(group) == side], counts)
        if group is None:
            groups.append(nouns)
        else:
            group.extend(nouns)
    return groups


def _is_one(name: str, other: str) -> bool:
    """Names of one party; so are «M23» and «hommes du M23»."""
    short, long = sorted((name, other), key=len)
    return same_name(name, other) or (short[:1].isupper() and long.endswith((f" {short}", f"'{short}")))


def _is_of_a_side(name: str) -> bool:
    """«armée», «rebelles»: whoever of that side is meant; not «talibans», «armée russe»."""
    noun = name.split(maxsplit=1)[0]
    if party(name).countries or not name.islower() or noun in party_words("own"):
        return False
    return actor_side(noun) == side_of(name)


def _foremost(groups: Sequence[list[str]], counts: Mapping[str, int]) -> list[str] | None:
    sizes = [sum(counts[name] for name in group) for group in groups]
    largest = max(sizes, default=0)
    return groups[sizes.index(largest)] if groups and largest >= _MOST * sum(sizes) else None


def _side_of(group: Sequence[str]) -> str | None:
    sides = {party(name).side for name in group} - {None}
    return sides.pop() if len(sides) == 1 else None


def mentions(doc: Doc, names: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Where a text names its armed groups, armies, governments and peoples: first token and name of each.

    Args:
        doc: The text.
        names: Start token of each named entity, with the name of its record.
    """
    datelines = [
        block for block in doc.spans.get("structure", ()) if block.label_ in ("dateline", "signature")
    ]
    for token, form in zip(tokens_of(doc), forms_of(doc), strict=True):
        side = actor_side(form)
        if side is None and not token.ent_type and not form.endswith("s"):
            continue
        if token.ent_iob_ == "B" and token.ent_type_ in ("ORG", "LOC", "PER") and token.pos_ != "PRON":
            if any(block.start <= token.i < block.end for block in datelines):
                continue
            name = names.get(token.i, token.text)
            if token.ent_type_ != "LOC" or _is_power(name):
                yield token.i, name
        elif is_people(token):
            yield token.i, token.text
        elif side is not None and not token.ent_type and token.pos_ == "NOUN":
            if token.i and doc[token.i - 1].pos_ == "NOUN" and form.startswith("armée"):
                continue  # «bandes **armées**»
            yield token.i, _whose(_with_adjectives(token)).text


def _with_adjectives(noun: Token) -> Span:
    """«forces gouvernementales», by word order: most sentences have no tree."""
    end, last = noun.i + 1, sentence_of(noun).end
    while end < last and noun.doc[end].pos_ == "ADJ" and not noun.doc[end].ent_type_:
        end += 1
    return noun.doc[noun.i : end]


def _whose(phrase: Span) -> Span:
    """«soldats **d'Alassane Ouattara**», «armée **de Kiev**»: a noun with the name of whom it obeys."""
    whole = owned(phrase)
    doc, end, last = phrase.doc, phrase.end, sentence_of(phrase[0]).end
    if len(whole) > len(phrase) or end >= last - 1 or doc[end].lower_ not in _OF:
        return whole
    named = next((ent for ent in doc.ents if end < ent.start <= end + _REACH and ent.end <= last), None)
    if named is None or any(token.is_punct or token.pos_ == "VERB" for token in doc[end : named.start]):
        return whole
    if named.label_ in ("PER", "ORG") or (
        named.label_ == "LOC" and named.start == end + 1 and _is_power(named.text)
    ):
        return doc[phrase.start : named.end]
    return whole


def _is_power(place: str) -> bool:
    """A country or its capital, which stand for its government: «Kiev dément»."""
    known = look_up(place)
    return known is not None and known.country is not None and known.kind in ("country", "settlement")
