"""What a person is, as the text says it: apposition, title in front of the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.naming.forms import plain
from extractor.naming.knowledge import ranks, roles
from extractor.naming.rules import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

_STOPS = frozenset((",", ".", ";", ":", "(", ")", "«", "»", '"', "“", "”", "–", "—", "-", "--", "!", "?", "…", "[", "]"))
_RELATIVES = frozenset(("qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lorsque", "quand", "alors", "et", "mais", "ou", "pour", "dans", "depuis", "lors", "sur", "selon", "joint", "jointe", "interroge", "interrogee"))
_ONE_OF = re.compile(r"^(?:(?:l'un|l'une|un|une) des |(?:le|la|les|un|une|des|son|sa|ses|leurs?|notre|nos|mon|ma|cet|cette|ce) |l' ?)")
_DETERMINERS = frozenset(("le", "la", "les", "l'", "un", "une", "son", "sa", "leur", "notre", "mon", "ma", "ce", "cet", "cette", "du", "au", "des", "aux"))
_OWNERS = frozenset(("son", "sa", "leur"))
_AGE = re.compile(r",? (?:âgée? )?de \d+ ans\b.*$")
_WIDEST = 16


def _lower(token: Token) -> str:
    return plain(token.text).lower()


def _is_role(doc: Doc, i: int) -> bool:
    """True if a role noun starts at the token: «porte-parole», «Premier ministre», «garde des Sceaux»."""
    forms = [_lower(token) for token in doc[i : i + 3]]
    if any(" ".join(forms[:width]) in roles() for width in (1, 2, 3)):
        return True
    parts = forms[0].split("-")
    return len(parts) > 1 and parts[0] in ("ex", "vice", "co") and parts[-1] in roles()


def _text(doc: Doc, start: int, end: int) -> str:
    text = " ".join(doc[start:end].text.split())
    text = _AGE.sub("", text)
    match = _ONE_OF.match(plain(text).lower())
    return text[match.end() :].strip() if match else text.strip()


def _apposed(span: Span) -> str | None:
    """«X, porte-parole de Y», «X, un habitant», «X (procureur de Z)»."""
    doc = span.doc
    i = span.end
    if i >= len(doc) or doc[i].text not in (",", "(", "–", "—"):
        return None
    i += 1
    if i < len(doc) and _lower(doc[i]) == "l'" and i + 2 < len(doc) and _lower(doc[i + 1]) in ("un", "une"):
        i += 3
    start = i
    while i < len(doc) and i - start < 3 and (_lower(doc[i]) in _DETERMINERS or doc[i].pos_ in ("ADJ", "DET", "NUM") and not _is_role(doc, i)):
        i += 1
    if i >= len(doc) or not (_is_role(doc, i) or start < i and _lower(doc[start]) in ("un", "une") and doc[i].pos_ == "NOUN"):
        return None
    end = i + 1
    while end < len(doc) and end - start < _WIDEST and not _ends(doc[end]):
        end += 1
    return _text(doc, start, end) or None


def _ends(token: Token) -> bool:
    if token.text in _STOPS or token.is_space or _lower(token) in _RELATIVES:
        return True
    return token.pos_ in ("VERB", "AUX") and not token.morph.get("VerbForm") == ["Part"] or token.pos_ in ("PRON", "SCONJ")


def _before(span: Span) -> str | None:
    """«le président afghan, Ashraf Ghani», «le porte-parole du département d'État Ned Price», «général Dostom»."""
    doc = span.doc
    last = span.start
    while last > 0 and (_lower(doc[last - 1]) in word_list("titles", "civilities") or doc[last - 1].text == ","):
        last -= 1
        if doc[last].text == ",":
            break
    comma = last < span.start and doc[last].text == ","
    first = None
    i = last - 1
    while i >= 0 and last - i <= _WIDEST and not doc[i].is_space and doc[i].text not in _STOPS:
        if doc[i].pos_ in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ") and not _is_role(doc, i) and not (doc[i].pos_ == "CCONJ" and first is None):
            break
        if doc[i].ent_type_ == "PER":
            break
        if _is_role(doc, i):
            first = i
        elif doc[i].pos_ == "ADP" and first is not None and doc[i].text.lower() not in ("de", "d'", "du", "des"):
            break
        i -= 1
    if first is None or comma and not (first > 0 and _lower(doc[first - 1]) in _DETERMINERS):
        return None
    found = _text(doc, first, last) + _owner(doc, first)
    if _is_rank(found) and not comma and first > 1 and doc[first - 2].text == ",":  # «le porte-parole de l'armée, le colonel X»
        return _before(doc[first - 1 : span.end]) or found
    return found or None


def _owner(doc: Doc, first: int) -> str:
    """«son porte-parole»: of the organisation that is the sentence's subject, if it has one alone."""
    if first == 0 or _lower(doc[first - 1]) not in _OWNERS:
        return ""
    owners = {e.text: e for e in doc[first].sent.ents if e.label_ == "ORG" and e.end <= first and e.root.dep_.startswith("nsubj")}
    if len(owners) != 1:
        return ""
    owner = next(iter(owners.values()))
    article = _lower(doc[owner.start - 1]) if owner.start > 0 else ""
    link = {"le": " du ", "les": " des ", "l'": " de l'", "la": " de la "}.get(article)
    return f"{link}{owner.text}" if link else ""


def _is_rank(role: str) -> bool:
    return plain(role).lower() in ranks()


def role(spans: Sequence[Span]) -> str | None:
    """The first role that the text gives with one of a person's mentions; a bare rank only if there is nothing else.

    Args:
        spans: The person's mentions, in order.
    """
    found = [r for span in spans for r in (_before(span), _apposed(span)) if r]
    fuller = [r for r in found if not _is_rank(r)]
    return (fuller or found or [None])[0]
