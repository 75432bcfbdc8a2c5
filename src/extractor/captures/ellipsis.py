"""Captures that share the words of another: «X est tombée mardi, Y mercredi»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.captures.clause import date_tokens, introduced_by, is_finite
from extractor.captures.domain import is_armed_actor
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.pairs import member_of_pair
from extractor.captures.town_names import may_be_town, may_be_unknown_town, name_text
from extractor.captures.vocabulary import is_country, place_noun
from extractor.lexicon import tables
from extractor.sentences import forms_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

ELLIPSIS = "captures/ellipsis.toml"
_JOINERS = frozenset((",", ":", "et", "puis", ";", "ou", "ensuite", "enfin", "comme", "ainsi", "que", "qu'"))
_IDIOM = frozenset(("foulée", "même", "suite"))  # «puis, dans la foulée, X»
_FRONTED = frozenset((",", "après", "d'", "de", "et", "outre", "puis"))
_OTHER = frozenset(("celui", "celle", "ceux", "celles"))  # «celui de X le 20, celui de Y le 25»
_LINKS = frozenset(("de", "d'", "à", "la", "le", "les", "des", "du"))
_OPENING = frozenset(("qui", "où", "dont"))
_COMPASS = frozenset(("centre", "est", "nord", "ouest", "sud"))
_LIGHT = frozenset(("ADV", "ADP", "DET", "PUNCT", "NUM"))
_LIST_WORDS = 3
_APPOSED = 8  # tokens of «, fief du général X,» between a town and its day


def gapped(trigger: Token, reading: dict[str, Any], stop: int) -> Iterator[tuple[Filler | None, Filler]]:
    """The places that follow in the list of a trigger, each with its own taker where one is named.

    A place counts where a date or another taker stands with it: «…, les miliciens Y», «…, Y mardi».

    Args:
        trigger: The trigger.
        reading: What was read around it.
        stop: Token of the next trigger or the end of the sentence.
    """
    doc, dates = trigger.doc, date_tokens(trigger.doc)
    held = {place["start"] for place in reading["places"]}
    i = max([trigger.i, *(place["end"] - 1 for place in reading["places"])]) + 1
    taker: Filler | None = None
    joined = dated = likewise = alone = False
    while i < stop:
        token = doc[i]
        if i in dates:
            dated = True
        elif token.lower_ in _JOINERS or _is_likewise(doc, i):
            joined = True
            alone = alone or token.text == ";"
            likewise = not alone and (likewise or _is_likewise(doc, i))
            taker = taker if taker is not None and taker.end == i and token.text == "," else None
        elif is_finite(token) or token.pos_ == "SCONJ" or token.lower_ in _OPENING:
            i = _next_colon(doc, i, stop) - 1  # «… à une liste qui s'allonge: X mardi, Y mercredi»
        elif joined and i not in held and token.ent_iob_ != "I" and _is_listed_town(token, dates):
            name = entity_filler(token)
            owned = taker is not None and introduced_by(token) is None
            dates_it = _date_follows(doc, name.end, dates) or (dated and _date_before(doc, i, dates))
            agent = _agent_after(doc, name.end, stop)
            if owned or likewise or dates_it:
                yield (taker if owned else agent), name
            i, taker = name.end - 1, None
        elif joined and token.pos_ == "NOUN" and is_armed_actor(doc[i : i + 1]):
            taker = Filler("phrase", i, i + 1, i)
        else:
            light = token.pos_ in _LIGHT or token.lower_ in _IDIOM or token.lower_ in _OTHER
            joined = joined and (taker is not None or light or place_noun(token.lower_) == "settlement")
            likewise = joined and (likewise or token.lower_ == "foulée")
        i += 1


def _agent_after(doc: Doc, end: int, stop: int) -> Filler | None:
    """«X a été prise par l'armée; Y, le lendemain, **par les miliciens**»: the agent of an item of a list."""
    dates = date_tokens(doc)
    i = next((j for j in range(end, stop) if j not in dates and doc[j].text != ","), stop)
    if i >= stop or doc[i].lower_ != "par":
        return None
    actor = next((token for token in tokens_of(doc)[i + 1 : stop] if token.pos_ not in ("DET", "ADJ")), None)
    if actor is None:
        return None
    filler = entity_filler(actor)
    return filler if is_armed_actor(doc[filler.start : filler.end]) else None


def _is_likewise(doc: Doc, i: int) -> bool:
    """«X **ainsi que** Y», «X **puis**, dans la foulée, Y»: Y needs no day of its own."""
    words = tables(ELLIPSIS)["link"]["likewise"]
    forms = forms_of(doc)
    form = "que" if forms[i] == "qu'" else forms[i]
    return form in words or f"{forms[i - 1]} {form}" in words


def passed_over(trigger: Token, reading: dict[str, Any]) -> Iterator[Filler]:
    """«sont entrés lundi **à X** et mardi à Y»: the towns before the one that was read, after the same word.

    Args:
        trigger: The trigger.
        reading: What was read around it.
    """
    doc, dates = trigger.doc, date_tokens(trigger.doc)
    first = min((place["start"] for place in reading["places"]), default=0)
    before = introduced_by(doc[first]) if first > trigger.i else None
    between = tokens_of(doc)[trigger.i + 1 : first]
    towns = [
        token
        for token in between
        if token.ent_iob_ != "I" and token.ent_type_ == "LOC" and may_be_town(token)
    ]
    held = {i for town in towns for i in range(town.i, entity_filler(town).end)} | dates
    if before is None or not all(t.i in held or t.pos_ == "ADP" or t.lower_ in _JOINERS for t in between):
        return
    yield from (entity_filler(town) for town in towns if introduced_by(town) == before)


def paired(trigger: Token, stop: int) -> Iterator[tuple[Token, Filler]]:
    """«La première est tombée lundi, **la seconde** mardi»: the word for the other town, and that town.

    Args:
        trigger: The trigger.
        stop: Token of the next trigger or the end of the sentence.
    """
    dates = date_tokens(trigger.doc)
    for token in tokens_of(trigger.doc)[trigger.i + 1 : stop]:
        if is_finite(token):
            return
        other = member_of_pair(token) if token.i + 1 in dates else None
        if other is not None:
            yield token, other


def _is_listed_town(token: Token, dates: frozenset[int]) -> bool:
    if is_country(name_text(token)):  # «refoulés au Kenya et **en Tanzanie** l'année suivante»
        return False
    """A town, or a capitalised name that nothing is known of with a date after it, whatever its tag."""
    if may_be_town(token):
        return True
    end = entity_filler(token).end
    if not token.text[:1].isupper() or token.i in dates:
        return False
    untagged = not token.ent_type_ and end in dates and token.pos_ in ("VERB", "ADV", "ADJ")
    return untagged or (may_be_unknown_town(token) and _date_follows(token.doc, end, dates))


def _date_follows(doc: Doc, end: int, dates: frozenset[int]) -> bool:
    """Whether a date stands after a name or its list («Y, dimanche», «Y et Z mardi», «Y (mai)»)."""
    i, words = end, 0
    while i < len(doc) and words < _LIST_WORDS:
        token = doc[i]
        if token.i in dates or _is_short_aside(doc, i):
            return True
        if token.text == "," and (opening := _apposition_end(doc, i)) is not None:
            i = opening
            words += 1
            continue
        if token.text in (",", "(", "et", "puis") or token.lower_ in _LINKS:
            words += 1
        elif token.text[:1].isupper() and may_be_town(token):
            i, words = entity_filler(token).end - 1, 0
        else:
            return False
        i += 1
    return False


def _apposition_end(doc: Doc, comma: int) -> int | None:
    """The comma that closes «, fief du général Y,»: a bare noun opens it, no verb stands in it."""
    if comma + 1 >= len(doc) or doc[comma + 1].pos_ != "NOUN" or comma + 1 in date_tokens(doc):
        return None
    for token in tokens_of(doc)[comma + 1 : min(comma + _APPOSED, len(doc))]:
        if token.text == ",":
            return token.i
        if is_finite(token) or token.is_sent_end or token.text in (";", ":"):
            return None
    return None


def _is_short_aside(doc: Doc, i: int) -> bool:
    """«X (octobre)», «Y (Noël)»: a word or two in brackets; not «Z (est)», «Z (sud-ouest)»."""
    if doc[i].text != "(" or i + 1 >= len(doc) or doc[i + 1].lower_.split("-")[0] in _COMPASS:
        return False
    return any(token.text == ")" for token in tokens_of(doc)[i + 2 : i + 4])


def _date_before(doc: Doc, i: int, dates: frozenset[int]) -> bool:
    return i - 1 in dates or (doc[i - 1].text == "," and i - 2 in dates)


def _next_colon(doc: Doc, i: int, stop: int) -> int:
    return next((other.i for other in tokens_of(doc)[i:stop] if other.text == ":"), stop)


def fronted(trigger: Token) -> Iterator[Filler]:
    """The towns of «Après X mardi et Y mercredi, …»: taken before the one of the trigger.

    Args:
        trigger: The trigger of that sentence.
    """
    sentence = trigger.sent
    if sentence[0].lower_ not in ("après", "outre"):
        return
    dates = date_tokens(trigger.doc)
    for token in tokens_of(trigger.doc)[sentence.start + 1 : trigger.i]:
        if token.ent_iob_ != "I" and token.nbor(-1).text != "," and may_be_town(token):
            yield entity_filler(token)
        elif token.i not in dates and token.ent_iob_ != "I" and token.lower_ not in _FRONTED:
            return
