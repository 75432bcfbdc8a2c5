"""Captures that share the words of another: «X est tombée mardi, Y mercredi», «Y a subi le même sort»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.captures.domain import is_armed_actor
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.places import may_be_town
from extractor.captures.surface import date_tokens, is_finite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_JOINERS = frozenset((",", "et", "puis", ";", "ou", "ensuite", "enfin", "comme", "ainsi", "que"))
_LINKS = frozenset(("de", "d'", "à", "la", "le", "les", "des", "du"))
_REACH = 14  # tokens without a date or a name after which a list has ended
_SAME = (("même", "sort"), ("même", "chose"), ("même", "scénario"), ("même", "destin"))
_BACK = 2  # sentences from «le même sort» back to the capture that it repeats


def gapped(trigger: Token, reading: dict[str, Any], stop: int) -> Iterator[tuple[Filler | None, Filler]]:
    """The places that follow in the list of a trigger, each with its own taker where one is named.

    A place counts where a date or another taker stands with it: «…, les miliciens Y», «…, Y mardi».

    Args:
        trigger: The trigger.
        reading: What was read around it.
        stop: Token of the next trigger or the end of the sentence.
    """
    doc = trigger.doc
    dates = date_tokens(doc)
    held = {place["start"] for place in reading["places"]}
    first = max([trigger.i, *(place["end"] - 1 for place in reading["places"])]) + 1
    taker: Filler | None = None
    joined = dated = False
    i, quiet = first, 0
    while i < stop and quiet < _REACH:
        token = doc[i]
        if i in dates:
            dated, quiet = True, 0
        elif token.text in (":", ";", ",") or token.lower_ in _JOINERS:
            joined, taker = True, None
        elif is_finite(token):  # «… à une liste qui s'allonge: X mardi, Y mercredi»
            i, quiet = _next_colon(doc, i, stop) - 1, 0
        elif joined and i not in held and may_be_town(token) and token.ent_iob_ != "I":
            name = entity_filler(token)
            if (
                taker is not None
                or _date_follows(doc, name.end, dates)
                or (dated and _date_before(doc, i, dates))
            ):
                yield taker, name
            elif not _in_list(doc, name.end):
                return
            i, quiet, taker = name.end - 1, 0, None
        elif joined and token.pos_ == "NOUN" and is_armed_actor(doc[i : i + 1]):
            taker = Filler("phrase", i, i + 1, i)
        elif token.lower_ not in _LINKS:
            quiet += 1
        i += 1


def _date_follows(doc: Doc, end: int, dates: frozenset[int]) -> bool:
    """Whether a date stands right after a name, or after a word or two («Y le 30», «Y, dimanche»)."""
    for token in doc[end : end + 3]:
        if token.i in dates:
            return True
        if token.text != "," and token.lower_ not in _LINKS:
            return False
    return False


def _date_before(doc: Doc, i: int, dates: frozenset[int]) -> bool:
    return i - 1 in dates or (doc[i - 1].text == "," and i - 2 in dates)


def _next_colon(doc: Doc, i: int, stop: int) -> int:
    return next((other.i for other in doc[i:stop] if other.text == ":"), stop)


def _in_list(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].lower_ in _JOINERS


def same_fate(doc: Doc) -> Iterator[tuple[Token, Filler]]:
    """Each «a subi le même sort» or «au tour de» with the town that it is said of.

    Args:
        doc: The text.
    """
    for token in doc:
        before = token.nbor(-1).lower_ if token.i else ""
        if (before, token.lower_) in _SAME:
            town = _nearest(doc, token, range(token.i + 1, token.sent.end)) or _nearest(
                doc, token, range(token.i - 1, token.sent.start - 1, -1)
            )
        elif token.lower_ == "tour" and before in ("au", "le"):
            town = _nearest(doc, token, range(token.i + 1, min(token.i + 5, token.sent.end)))
        else:
            continue
        if town is not None:
            yield token, town


def _nearest(doc: Doc, origin: Token, order: range) -> Filler | None:
    """The town beside «le même sort»: its subject, or what «à» introduces."""
    return next(
        (
            entity_filler(doc[i])
            for i in order
            if doc[i].ent_iob_ != "I" and may_be_town(doc[i]) and doc[i].sent == origin.sent
        ),
        None,
    )


def repeated(trigger: Token, found: dict[int, dict[str, Any]]) -> dict[str, Any] | None:
    """The capture that «le même sort» repeats: the last one before it, at most two sentences back.

    Args:
        trigger: The word.
        found: What was read, by trigger token.
    """
    start = trigger.sent.start
    for _ in range(_BACK):
        start = trigger.doc[start - 1].sent.start if start else 0
    earlier = [i for i in found if start <= i < trigger.i and found[i]["outcome"] in ("capture", "loss")]
    return found[max(earlier)] if earlier else None
