"""Where the words of a role begin and end: «porte-parole du ministère de la Défense»."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import tables
from extractor.naming.forms import plain
from extractor.naming.knowledge import roles
from extractor.sentences import plain_forms_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STOPS = frozenset(
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
) | frozenset(
    ("avec", "dans", "depuis", "lors", "sur", "selon", "joint", "jointe", "interroge", "interrogee")
)
DETERMINERS = frozenset(
    ("le", "la", "les", "l'", "un", "une", "son", "sa", "leur", "notre", "mon", "ma", "ce", "cet", "cette")
)
_POINTING = frozenset(("ce", "cet", "cette", "ces"))
_LEADING = re.compile(
    r"^(?:(?:l'une?|une?) des |(?:le|la|les|une?|des|son|sa|ses|leurs?|notre|nos|mon|ma|cet|cette|ce) |l' ?)"
)
_AGE = re.compile(r",? (?:âgée? )?de \d+ ans\b.*$")
WIDEST = 16
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MOST_BEFORE_NOUN = 3
LONGEST_NOUN = 3


def lower(token: Token) -> str:
    """The token plain and in lower case."""
    return plain_forms_of(token.doc)[token.i]


@cache
def _first_words() -> frozenset[str]:
    """The words with which a role begins."""
    return frozenset(role.split(" ", maxsplit=1)[0] for role in roles())


def is_role(doc: Doc, i: int) -> bool:
    """True if a role noun starts at the token: «porte-parole», «Premier ministre», «garde des Sceaux»."""
    forms = plain_forms_of(doc)[i : i + LONGEST_NOUN]
    if forms[0] in _first_words() and any(
        " ".join(forms[:width]) in roles() for width in range(1, LONGEST_NOUN + 1)
    ):
        return True
    first, *rest = forms[0].split("-")
    return first in ("ex", "vice", "co") and bool(rest) and rest[-1] in roles()


def role_text(doc: Doc, start: int, end: int) -> str:
    """The role as given, without its article and an age."""
    text = _AGE.sub("", " ".join(doc[start:end].text.split()))
    leading = _LEADING.match(plain(text).lower())
    return text[leading.end() :].strip() if leading else text.strip()


def _ends(token: Token) -> bool:
    """True for the first token behind a role: punctuation, a relative clause, a finite verb."""
    if token.text in STOPS or token.is_space:
        return True
    if lower(token) in _AFTER_ROLE:
        return not (_is_for_a_place(token) or _is_of_relations(token))
    if lower(token) in ("de", "d'") and token.i + 1 < len(token.doc) and lower(token.nbor()) in _POINTING:
        return True  # «curé [de ce chef-lieu perdu]»
    if lower(token) == "en" and token.i + 1 < len(token.doc):
        following = token.nbor()
        if _YEAR.fullmatch(following.text) or lower(following) in _months():
            return True
    if token.pos_ in ("PRON", "SCONJ"):
        return True
    return token.pos_ in ("VERB", "AUX") and "Part" not in token.morph.get("VerbForm", [])


def _is_for_a_place(token: Token) -> bool:
    """«directeur **pour** l'Afrique»: the phrase is part of the role."""
    if lower(token) != "pour":
        return False
    return any(other.ent_type_ == "LOC" for other in tokens_of(token.doc)[token.i + 1 : token.i + 3])


def _is_of_relations(token: Token) -> bool:
    """«ministre chargé des relations **avec** le Parlement»."""
    return lower(token) == "avec" and token.i > 0 and lower(token.nbor(-1)) in ("relation", "relations")


@cache
def _months() -> frozenset[str]:
    return frozenset(plain(month) for month in tables("dates.toml")["values"]["month"])


def noun_behind(doc: Doc, start: int) -> int | None:
    """The head noun of a role that starts here; any noun after «un», a listed one elsewhere."""
    if start < len(doc) and lower(doc[start]) in ("les", "des"):
        return None  # «X, les rebelles…»: not of one person
    i = start
    while i < len(doc) and i - start < _MOST_BEFORE_NOUN and not is_role(doc, i):
        if lower(doc[i]) not in DETERMINERS and doc[i].pos_ not in ("ADJ", "DET", "NUM"):
            break
        i += 1
    if i >= len(doc):
        return None
    introduced = i > start and lower(doc[start]) in ("un", "une") and doc[i].pos_ == "NOUN"
    return i if is_role(doc, i) or introduced else None


def role_from(doc: Doc, start: int) -> str | None:
    """The role that starts at a token, to its end."""
    noun = noun_behind(doc, start)
    if noun is None:
        return None
    end = noun + 1
    while end < len(doc) and end - start < WIDEST and not _ends(doc[end]):
        end += 1
    return role_text(doc, start, end) or None
