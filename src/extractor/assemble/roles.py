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

_STOPS = frozenset(
    (",", ".", ";", ":", "(", ")", "«", "»", '"', "“", "”", "–", "—", "-", "--", "!", "?", "…", "[", "]")
)
_AFTER_ROLE = frozenset(
    (
        "qui",
        "que",
        "qu'",
        "dont",
        "ou",
        "lequel",
        "laquelle",
        "lorsque",
        "quand",
        "alors",
        "et",
        "mais",
        "pour",
    )
) | frozenset(("dans", "depuis", "lors", "sur", "selon", "joint", "jointe", "interroge", "interrogee"))
_DETERMINERS = frozenset(
    ("le", "la", "les", "l'", "un", "une", "son", "sa", "leur", "notre", "mon", "ma", "ce", "cet", "cette")
)
_CONTRACTED = frozenset(("du", "au", "des", "aux"))
_OWNERS = frozenset(("son", "sa", "leur"))
_OF = frozenset(("de", "d'", "du", "des"))
_LEADING = re.compile(
    r"^(?:(?:l'une?|une?) des |(?:le|la|les|une?|des|son|sa|ses|leurs?|notre|nos|mon|ma|cet|cette|ce) |l' ?)"
)
_AGE = re.compile(r",? (?:âgée? )?de \d+ ans\b.*$")
_WIDEST = 16
_MOST_BEFORE_NOUN = 3
_LONGEST_NOUN = 3


def _lower(token: Token) -> str:
    return plain(token.text).lower()


def _is_role(doc: Doc, i: int) -> bool:
    """True if a role noun starts at the token: «porte-parole», «Premier ministre», «garde des Sceaux»."""
    forms = [_lower(token) for token in doc[i : i + _LONGEST_NOUN]]
    if any(" ".join(forms[:width]) in roles() for width in range(1, _LONGEST_NOUN + 1)):
        return True
    first, *rest = forms[0].split("-")
    return first in ("ex", "vice", "co") and bool(rest) and rest[-1] in roles()


def _text(doc: Doc, start: int, end: int) -> str:
    """The role as given, without its article and an age."""
    text = _AGE.sub("", " ".join(doc[start:end].text.split()))
    leading = _LEADING.match(plain(text).lower())
    return text[leading.end() :].strip() if leading else text.strip()


def _ends(token: Token) -> bool:
    """True for the first token behind a role: punctuation, a relative clause, a finite verb."""
    if token.text in _STOPS or token.is_space or _lower(token) in _AFTER_ROLE:
        return True
    if token.pos_ in ("PRON", "SCONJ"):
        return True
    return token.pos_ in ("VERB", "AUX") and "Part" not in token.morph.get("VerbForm", [])


def _noun_behind(doc: Doc, start: int) -> int | None:
    """The head noun of a role that starts here; any noun after «un», a listed one elsewhere."""
    i = start
    while i < len(doc) and i - start < _MOST_BEFORE_NOUN and not _is_role(doc, i):
        if _lower(doc[i]) not in _DETERMINERS and doc[i].pos_ not in ("ADJ", "DET", "NUM"):
            break
        i += 1
    if i >= len(doc):
        return None
    introduced = i > start and _lower(doc[start]) in ("un", "une") and doc[i].pos_ == "NOUN"
    return i if _is_role(doc, i) or introduced else None


def _apposed(span: Span) -> str | None:
    """«X, porte-parole de Y», «X, un habitant», «X (procureur de Z)»."""
    doc, start = span.doc, span.end + 1
    if start >= len(doc) or doc[span.end].text not in (",", "(", "–", "—"):
        return None
    one_of = [_lower(token) for token in doc[start : start + 3]]
    if one_of[:2] in (["l'", "un"], ["l'", "une"]) and one_of[2:] == ["des"]:
        start += 3
    noun = _noun_behind(doc, start)
    if noun is None:
        return None
    end = noun + 1
    while end < len(doc) and end - start < _WIDEST and not _ends(doc[end]):
        end += 1
    return _text(doc, start, end) or None


def _stops_before(doc: Doc, i: int, *, inside: bool) -> bool:
    """True for a token that no role in front of a name reaches across.

    Args:
        doc: The text.
        i: The token.
        inside: Whether a role noun was met already, on the right.
    """
    token = doc[i]
    if token.is_space or token.text in _STOPS or token.ent_type_ == "PER":
        return True
    if _is_role(doc, i):
        return False
    if token.pos_ == "ADP":
        return inside and _lower(token) not in _OF
    return token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or (token.pos_ == "CCONJ" and not inside)


def _before(span: Span) -> str | None:
    """«le président afghan, Ashraf Ghani», «le porte-parole du département d'État Ned Price»."""
    doc, end = span.doc, span.start
    while end > 0 and _lower(doc[end - 1]) in word_list("titles", "civilities"):
        end -= 1
    comma = end > 0 and doc[end - 1].text == ","
    end -= comma
    first, i = None, end - 1
    while i >= 0 and end - i <= _WIDEST and not _stops_before(doc, i, inside=first is not None):
        if _is_role(doc, i):
            first = i
        i -= 1
    if first is None:
        return None
    determined = first > 0 and _lower(doc[first - 1]) in _DETERMINERS | _CONTRACTED
    if comma and not determined:
        return None
    found = _text(doc, first, end) + _owner(doc, first)
    if _is_rank(found) and not comma and first > 1 and doc[first - 2].text == ",":
        return _before(doc[first - 1 : span.end]) or found  # «le porte-parole de l'armée, le colonel X»
    return found or None


def _owner(doc: Doc, first: int) -> str:
    """«son porte-parole»: of the organisation that is the sentence's subject, if it has one alone."""
    if first == 0 or _lower(doc[first - 1]) not in _OWNERS:
        return ""
    subjects = (e for e in doc[first].sent.ents if e.label_ == "ORG" and e.root.dep_.startswith("nsubj"))
    owners = {e.text: e for e in subjects if e.end <= first}
    if len(owners) != 1:
        return ""
    owner = next(iter(owners.values()))
    article = _lower(doc[owner.start - 1]) if owner.start > 0 else ""
    link = {"le": " du ", "les": " des ", "l'": " de l'", "la": " de la "}.get(article)
    return f"{link}{owner.text}" if link else ""


def _is_rank(role: str) -> bool:
    return plain(role).lower() in ranks()


def role(spans: Sequence[Span]) -> str | None:
    """The first role that the text gives with a person's mentions; a bare rank only if there is nothing else.

    Args:
        spans: The person's mentions, in order.
    """
    found = [text for span in spans for text in (_before(span), _apposed(span)) if text]
    fuller = [text for text in found if not _is_rank(text)]
    return next(iter([*fuller, *found]), None)
