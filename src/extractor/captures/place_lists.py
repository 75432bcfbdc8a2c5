"""The lists of names that a place stands in: «X, Y et Z»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import date_tokens
from extractor.captures.fillers import entity_filler
from extractor.captures.town_names import may_be_town

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def whole_list(name: Token) -> list[Token]:
    """The places of the list that a name stands in («X, Y et Z», «X et de Y»), or the name alone.

    A comma alone makes no list («X, Norlande»): it must end with «et» or «ou».

    Args:
        name: A token of one of the names.
    """
    doc = name.doc
    dates = date_tokens(doc)
    first, joined = name, False
    while True:
        start = entity_filler(first).start
        before = doc[start - 1] if start > name.sent.start else None
        if (
            before is None
            or before.lower_ not in (",", "et", "ou", "puis")
            or not _can_be_listed(doc, start - 2, name.sent.start)
        ):
            break
        first, joined = doc[start - 2], joined or before.lower_ != ","
    found, last = [first], first
    while (following := _next_listed(last, dates)) is not None:
        token, joiner = following
        found.append(token)
        last, joined = token, joined or joiner != ","
    return found if joined else [name]


def _can_be_listed(doc: Doc, i: int, start: int) -> bool:
    return i >= start and ((doc[i].pos_ == "PROPN" and doc[i].ent_type_ != "ORG") or may_be_town(doc[i]))


def _next_listed(name: Token, dates: frozenset[int]) -> tuple[Token, str] | None:
    doc, i = name.doc, entity_filler(name).end
    while i + 1 < name.sent.end and (i in dates or (doc[i].text == "," and i + 1 in dates)):
        i += 1  # «X, dimanche, et Y, mercredi»
    if i + 1 < name.sent.end and doc[i].text == "," and doc[i + 1].lower_ in ("et", "ou", "puis"):
        i += 1
    if i + 1 >= name.sent.end or doc[i].lower_ not in (",", "et", "ou", "puis"):
        return None
    following = i + 1
    while following < name.sent.end and doc[following].lower_ in ("de", "d'", "à"):
        following += 1
    if (
        following >= name.sent.end
        or not _can_be_listed(doc, following, following)
        or not doc[following].text[:1].isupper()
    ):
        return None
    return doc[following], doc[i].lower_
