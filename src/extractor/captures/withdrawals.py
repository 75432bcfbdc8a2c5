"""Who left again, or took in turn, told by another capture: «… avant de se retirer», «l'armée en mars»."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from extractor.captures.actors import read_loser
from extractor.captures.clause import date_tokens
from extractor.captures.domain import is_armed_actor
from extractor.captures.ellipsis import ELLIPSIS
from extractor.captures.fillers import entity_filler
from extractor.captures.syntax import oblique
from extractor.lexicon import tables
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

_REACH = 5  # tokens from «avant» to its verb
_NAMED = ("name", "pronoun", "definite")
_LIGHT = frozenset(("DET", "ADP", "PUNCT", "ADV", "CCONJ", "ADJ"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tables(ELLIPSIS)["leave"][name])


def withdrawals(doc: Doc, found: Mapping[int, dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """«ont pris X **avant de se retirer**», «… **avant d'être repoussés** par l'armée»: each verb, as read.

    Args:
        doc: The text.
        found: What was read, by trigger token.
    """
    forms = forms_of(doc)
    for i, form in enumerate(forms[:-1]):
        if form != "avant" or forms[i + 1] not in ("de", "d'"):
            continue
        start, end = sentence_of(doc[i])
        before = [j for j in found if start <= j < i]
        taken = found[max(before)] if before else None
        verb = _departing(doc[i], end)
        if taken is None or taken["outcome"] != "capture" or taken["taker"] is None or verb is None:
            continue
        if not _has_place(verb, found):
            yield verb.i, _left(verb, taken)


def _departing(before: Token, end: int) -> Token | None:
    """The verb of leaving or of being driven out after «avant de»."""
    for token in tokens_of(before.doc)[before.i + 2 : min(before.i + 2 + _REACH, end)]:
        if token.lower_ in _words("go") or token.lower_ in _words("driven"):
            return token
        if token.pos_ in ("VERB", "NOUN") and token.lower_ != "être":
            return None
    return None


def _has_place(verb: Token, found: Mapping[int, dict[str, Any]]) -> bool:
    return verb.i in found and any(place["kind"] in _NAMED for place in found[verb.i]["places"])


def _left(verb: Token, taken: dict[str, Any]) -> dict[str, Any]:
    driven = verb.lower_ in _words("driven")
    by = read_loser(oblique(verb, "par")) if driven else None
    return {
        **taken,
        "again": True,
        "rule": "chasser" if driven else "se-retirer",
        "lemma": verb.lemma_.lower(),
        "outcome": "capture" if driven else "loss",
        "via": -1,
        "retaken": False,
        "taker": by.to_plain() if by is not None else None,
        "loser": taken["taker"],
    }


def in_turn(trigger: Token, reading: dict[str, Any], stop: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """«Les rebelles l'ont prise en janvier, **l'armée en mars**»: others who took the same place, and when.

    Args:
        trigger: The trigger.
        reading: What was read around it.
        stop: Token of the next trigger or the end of the sentence.
    """
    doc, dates = trigger.doc, date_tokens(trigger.doc)
    comma = next((token.i for token in tokens_of(doc)[trigger.i : stop] if token.text == ","), stop)
    actor: Token | None = None
    for token in tokens_of(doc)[comma + 1 : stop]:
        name = entity_filler(token)
        if token.i in dates:
            if actor is not None:
                filler = entity_filler(actor).to_plain()
                others = {"taker": filler, "loser": None, "retaken": False, "via": -1, "again": True}
                yield actor.i, {**reading, **others}
            actor = None
        elif token.ent_type_ != "LOC" and is_armed_actor(doc[name.start : name.end]):
            actor = token
        elif token.pos_ not in _LIGHT and token.ent_iob_ != "I":
            return
