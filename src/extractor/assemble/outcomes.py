"""Who took and who lost a place where no rule reads it: the likeliest parties of the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.allies import allies
from extractor.assemble.clues import Clues
from extractor.assemble.contenders import contenders
from extractor.assemble.parties import is_from_abroad, party, same_party, side_of
from extractor.assemble.rankings import likeliest
from extractor.assemble.recaptures import is_cleared, is_liberation, is_return
from extractor.assemble.sides import is_body, is_mouthpiece, name_of
from extractor.assemble.status import decide_status
from extractor.captures import LIKELY
from extractor.lexicon import tables
from extractor.naming.knowledge import look_up
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from extractor.assemble.contenders import Contender
    from extractor.assemble.references import References
    from extractor.assemble.takers import Change

_HAPPENED = ("asserted", "claimed", "disputed")
_WHERE = ("à", "en", "au", "aux", "dans", "de", "d'", "du", "des")
_OWN_LOSS = ("concede", "deny")


def clues(doc: Doc, references: References, changes: Sequence[Change]) -> Clues:
    """What the article tells of its parties and its changes of hands.

    Args:
        doc: The text.
        references: What its phrases refer to.
        changes: Its changes of hands, as the rules read them.
    """
    named = [name for change in changes for name in (change.taker, change.loser) if name]
    for mention in (mention for change in changes for mention in change.group):
        named += [name for name in (mention.taker, mention.loser, mention.speaks_for) if name]
    places = {**references.settlements, **references.captured}
    return Clues(
        doc,
        places,
        contenders(doc, references.names, named, references.actors.pronouns()),
        changes,
        references.countries,
    )


def settled(doc: Doc, references: References, changes: Sequence[Change]) -> list[Change]:
    """The changes with the parties that the rules leave open; those that a rule tells stay.

    Args:
        doc: The text.
        references: What its phrases refer to.
        changes: Its changes of hands, as the rules read them.
    """
    open_ones = [number for number, change in enumerate(changes) if _is_open(change)]
    if not open_ones:
        return list(changes)
    told = clues(doc, references, changes)
    rivals, friends = _rivals(told), _friends(doc, told.contenders)
    return [
        _settled(number, change, told, rivals, friends) if number in open_ones else change
        for number, change in enumerate(changes)
    ]


def _is_open(change: Change) -> bool:
    if change.place is None or decide_status(change.group) not in _HAPPENED:
        return False
    return not (change.is_read and change.taker and change.loser)


def _settled(
    number: int, change: Change, told: Clues, rivals: Sequence[int], friends: frozenset[tuple[int, int]]
) -> Change:
    rows = [told.of(number, i) for i in range(len(told.contenders))]
    nobody = told.of_nobody(number)
    town = [*_named_so(change.place, told.contenders), *_scenes(told)]
    taker, loser = (name if change.is_read else None for name in (change.taker, change.loser))
    if taker is None:
        barred = [*_called(loser, told.contenders), *(rivals if change.is_read else ()), *town]
        barred += _only_speaking(change, told.contenders) if _is_lost(change) else []
        barred += _beside(_called(loser, told.contenders), friends)
        found = likeliest(rows, nobody, "taker", barred)
        taker = _name(found, change, told.contenders, "taker")
    if loser is None:
        barred = [*_of_one_side(taker, told.contenders), *_only_speaking(change, told.contenders), *town]
        barred += [*_persons(told), *_fellows(change, told)]
        barred += _beside(_called(taker, told.contenders), friends)
        winner = next(iter(_called(taker, told.contenders)), None)
        barred += [i for i, one in enumerate(told.contenders) if _is_no_loser(one, taker)]
        rows = [{**row, **told.beside(number, i, winner)} for i, row in enumerate(rows)]
        loser = _name(likeliest(rows, nobody, "loser", barred), change, told.contenders, "loser")
    home = told.countries.get(change.place or "")
    # «Kiev», of a town in Ukraine
    back = taker is not None and side_of(taker) is None and home in party(taker).countries
    cheered = any(mention.attitude == "claim" for mention in change.group)
    back = back or (is_liberation(change.group) and not cheered) or is_cleared(change.group)
    retaken = change.retaken or (back and is_return(taker, loser))
    return replace(change, taker=taker, loser=loser, retaken=retaken)


def _named_so(place: str | None, parties: Sequence[Contender]) -> list[int]:
    """«Kaboul est tombée»: the town itself, where nothing but its name stands for a government."""
    return [i for i, one in enumerate(parties) if set(one.names) == {place}]


def _scenes(told: Clues) -> list[int]:
    """«à Haïti», «le nord du Mali»: countries and capitals that only say where."""
    return [
        i
        for i, one in enumerate(told.contenders)
        if one.mentions and all(_is_scene(told.doc[start]) for start in one.mentions)
    ]


def _fellows(change: Change, told: Clues) -> list[int]:
    """«X a été prise par l'armée, Y **par les miliciens**»: who takes other towns of one list."""
    told_by = _sentences(change)
    winners = {other.taker for other in told.changes if other is not change and told_by & _sentences(other)}
    return [i for name in winners for i in _called(name, told.contenders)]


def _sentences(change: Change) -> set[tuple[int, str]]:
    """Where its statements stand, each with its rule; but for those that no rule reads."""
    return {
        (sentence_of(mention.trigger[0]).start, mention.trigger.label_)
        for mention in change.group
        if mention.trigger.label_ != LIKELY
    }


def _persons(told: Clues) -> list[int]:
    """Who is only a person, and said of nobody to have taken or lost a town: speakers, statesmen."""
    named = {
        name for change in told.changes for mention in change.group for name in (mention.taker, mention.loser)
    }
    return [
        i
        for i, one in enumerate(told.contenders)
        if one.mentions
        and all(told.doc[start].ent_type_ == "PER" for start in one.mentions)
        and named.isdisjoint(one.names)
    ]


def _is_scene(token: Token) -> bool:
    if token.ent_type_ != "LOC" or token.i == 0:
        return False
    follows = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
    return token.nbor(-1).lower_ in _WHERE or (bool(token.is_sent_start) and follows == ":")


def _is_no_loser(one: Contender, taker: str | None) -> bool:
    """Who only speaks for a party («ministère»), or is of the taker's own party or state."""
    if all(map(is_mouthpiece, one.names)) or any(taker and same_party(taker, name) for name in one.names):
        return True
    if all(map(is_from_abroad, one.names)):
        return True
    if taker is None or one.side not in ("state", "nation") or side_of(taker) == "insurgent":
        return False
    countries = [party(name).countries for name in one.names]
    own = party(taker).countries
    return any(own & other for other in countries)


def _is_lost(change: Change) -> bool:
    """Whether rules read no more than that somebody lost it."""
    losing = tables("captures/parties.toml")["frames"]["losing"]
    return all(mention.trigger.label_ in losing for mention in change.group)


def _rivals(told: Clues) -> list[int]:
    """Groups with a name that took a town each: which of them took one that just «fell», nobody can tell."""
    named = dict.fromkeys(change.taker for change in told.changes if change.is_read and change.taker)
    took = {
        i: told.contenders[i]
        for name in named
        for i in _called(name, told.contenders)
        if party(told.contenders[i].name).named
    }
    return [
        i for i, one in took.items() if any(i != j and not _are_foes(one, rival) for j, rival in took.items())
    ]


def _are_foes(one: Contender, other: Contender) -> bool:
    if one.side == other.side == "nation":
        return party(one.name).countries.isdisjoint(party(other.name).countries)
    return {one.side, other.side} == {"insurgent", "state"}


def _called(name: str | None, parties: Sequence[Contender]) -> list[int]:
    return [i for i, one in enumerate(parties) if one.is_called(name)]


def _friends(doc: Doc, parties: Sequence[Contender]) -> frozenset[tuple[int, int]]:
    """Pairs of parties of which one helps the other, each both ways."""
    starts = {start: name for one in parties for start, name in one.mentions.items()}
    pairs = {
        (i, j)
        for helper, helped in allies(doc, starts)
        for i in _called(helper, parties)
        for j in _called(helped, parties)
        if i != j
    }
    return frozenset(pairs | {(j, i) for i, j in pairs})


def _beside(parties: Sequence[int], friends: frozenset[tuple[int, int]]) -> list[int]:
    """Who fights beside a party, so not against it."""
    return [other for one, other in friends if one in parties]


def _of_one_side(taker: str | None, parties: Sequence[Contender]) -> list[int]:
    """The party that takes, under whatever name: «rebelles» and the group that the article calls so."""
    same = [i for i, one in enumerate(parties) if taker and same_party(taker, one.name)]
    return list(dict.fromkeys((*_called(taker, parties), *same)))


def _only_speaking(change: Change, parties: Sequence[Contender]) -> list[int]:
    """«X a changé de mains, selon **l'armée**»: who has no other part need not be it, nor who cheers."""
    speakers = [mention.speaks_for for mention in change.group if mention.attitude not in _OWN_LOSS]
    cheers = is_liberation(change.group)
    return [
        i
        for i, one in enumerate(parties)
        if (cheers or len(one.mentions) == 1) and any(map(one.is_called, speakers))
    ]


def _name(index: int | None, change: Change, parties: Sequence[Contender], role: str) -> str | None:
    """As a statement names the party; else as the trigger's sentence does; else its usual name."""
    if index is None:
        return None
    one = parties[index]
    for mention in change.group:
        name = getattr(mention, role)
        if one.is_called(name):
            return str(name)
    triggers = [(mention.trigger.start, sentence_of(mention.trigger[0])) for mention in change.group]
    near = [
        (min(abs(i - trigger) for trigger, _ in triggers), name)
        for i, name in one.mentions.items()
        if any(sentence.start <= i < sentence.end for _, sentence in triggers)
        and is_body(name)
        and not _is_country(name)
        and name != change.place
    ]
    if near:
        return min(near)[1]
    others = [name for name in one.names if name != change.place]
    return name_of([name for name in others if not _is_country(name)] or others or one.names)


def _is_country(name: str) -> bool:
    known = look_up(name)
    return known is not None and known.kind == "country"
