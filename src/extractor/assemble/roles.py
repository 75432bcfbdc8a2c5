"""What a person is, as the text says it: apposition, title in front of the name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import tables
from extractor.naming.forms import plain, plural
from extractor.naming.knowledge import ranks, roles
from extractor.naming.rules import word_list
from extractor.sentences import plain_forms_of, sentence_of, tokens_of

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
) | frozenset(
    ("avec", "dans", "depuis", "lors", "sur", "selon", "joint", "jointe", "interroge", "interrogee")
)
_DETERMINERS = frozenset(
    ("le", "la", "les", "l'", "un", "une", "son", "sa", "leur", "notre", "mon", "ma", "ce", "cet", "cette")
)
_CONTRACTED = frozenset(("du", "au", "des", "aux"))
_POINTING = frozenset(("ce", "cet", "cette", "ces"))
_VERBS_TOO = frozenset(("juge", "garde", "guide", "pilote", "arbitre"))
_OWNERS = frozenset(("son", "sa", "leur"))
_OF = frozenset(("de", "d'", "du", "des"))
_LEADING = re.compile(
    r"^(?:(?:l'une?|une?) des |(?:le|la|les|une?|des|son|sa|ses|leurs?|notre|nos|mon|ma|cet|cette|ce) |l' ?)"
)
_AGE = re.compile(r",? (?:âgée? )?de \d+ ans\b.*$")
_WIDEST = 16
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MOST_BEFORE_NOUN = 3
_LONGEST_NOUN = 3


def _lower(token: Token) -> str:
    return plain_forms_of(token.doc)[token.i]


@cache
def _first_words() -> frozenset[str]:
    """The words with which a role begins."""
    return frozenset(role.split(" ", maxsplit=1)[0] for role in roles())


def _is_role(doc: Doc, i: int) -> bool:
    """True if a role noun starts at the token: «porte-parole», «Premier ministre», «garde des Sceaux»."""
    forms = plain_forms_of(doc)[i : i + _LONGEST_NOUN]
    if forms[0] in _first_words() and any(
        " ".join(forms[:width]) in roles() for width in range(1, _LONGEST_NOUN + 1)
    ):
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
    if token.text in _STOPS or token.is_space:
        return True
    if _lower(token) in _AFTER_ROLE:
        return not _is_for_a_place(token)
    if _lower(token) in ("de", "d'") and token.i + 1 < len(token.doc) and _lower(token.nbor()) in _POINTING:
        return True  # «curé [de ce chef-lieu perdu]»
    if _lower(token) == "en" and token.i + 1 < len(token.doc):
        following = token.nbor()
        if _YEAR.fullmatch(following.text) or _lower(following) in _months():
            return True
    if token.pos_ in ("PRON", "SCONJ"):
        return True
    return token.pos_ in ("VERB", "AUX") and "Part" not in token.morph.get("VerbForm", [])


def _is_for_a_place(token: Token) -> bool:
    """«directeur **pour** l'Afrique»: the phrase is part of the role."""
    if _lower(token) != "pour":
        return False
    return any(other.ent_type_ == "LOC" for other in tokens_of(token.doc)[token.i + 1 : token.i + 3])


@cache
def _months() -> frozenset[str]:
    return frozenset(plain(month) for month in tables("dates.toml")["values"]["month"])


def _noun_behind(doc: Doc, start: int) -> int | None:
    """The head noun of a role that starts here; any noun after «un», a listed one elsewhere."""
    if start < len(doc) and _lower(doc[start]) in ("les", "des"):
        return None  # «X, les rebelles…»: not of one person
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
    one_of = plain_forms_of(doc)[start : start + 3]
    if one_of[:2] in (["l'", "un"], ["l'", "une"]) and one_of[2:] == ["des"]:
        start += 3
    start = _behind_age(doc, start)
    while start < len(doc) and _lower(doc[start]) in word_list("titles", "before_apposed_role"):
        start += 1
    return _role_from(doc, start)


def _role_from(doc: Doc, start: int) -> str | None:
    """The role that starts at a token, to its end."""
    noun = _noun_behind(doc, start)
    if noun is None:
        return None
    end = noun + 1
    while end < len(doc) and end - start < _WIDEST and not _ends(doc[end]):
        end += 1
    return _text(doc, start, end) or None


def _behind_age(doc: Doc, start: int) -> int:
    """«X, 43 ans, instituteur»: where the role starts."""
    words = plain_forms_of(doc)[start : start + 3]
    aged = len(words) == 3 and words[0].isdigit() and words[1] == "ans" and words[2] == ","  # noqa: PLR2004 (43 ans,)
    return start + 3 if aged else start


def _predicated(span: Span) -> str | None:
    """«X est le maire de Y», «X y devient maire», «X a été nommé ministre»."""
    doc, i = span.doc, span.end
    if i < len(doc) and _lower(doc[i]) == "y":
        i += 1
    verbs = i
    while i < len(doc) and doc[i].pos_ in ("AUX", "VERB") and i - verbs < _LONGEST_NOUN:
        i += 1
    if i == verbs or (doc[verbs].ent_type_ or i >= len(doc)):
        return None
    lemma = _lemma(doc[i - 1])
    appointed = lemma in word_list("titles", "appointments") and i - verbs > 1
    if not appointed and not (lemma in word_list("titles", "copulas") and i - verbs == 1):
        return None
    return _role_from(doc, i) if _is_listed(doc, i) else None


def _is_listed(doc: Doc, start: int) -> bool:
    """True if the noun of the role is of our list: «est un homme» gives none."""
    noun = _noun_behind(doc, start)
    return noun is not None and _is_role(doc, noun)


def _lemma(token: Token) -> str:
    return plain(token.lemma_).lower()


def _fronted(span: Span) -> str | None:
    """«Nommé Premier ministre en mars, X a démissionné», «Ancien ministre de la Défense, X dirige…»."""
    doc, first, comma = span.doc, sentence_of(span[0]).start, span.start - 1
    if comma <= first or doc[comma].text != "," or comma - first > _WIDEST:
        return None
    i = first
    while i < comma and _lower(doc[i]) in word_list("titles", "before_apposed_role"):
        i += 1
    noun = _noun_behind(doc, i)
    follows = doc[span.end] if span.end < len(doc) else None
    if noun is None or not _is_role(doc, noun) or follows is None or follows.pos_ not in ("VERB", "AUX"):
        return None
    if any(token.text == "," or token.ent_type_ == "PER" for token in tokens_of(doc)[i:comma]):
        return None
    return _role_from(doc, i)


def _stops_before(doc: Doc, i: int, *, inside: bool) -> bool:
    """True for a token that no role in front of a name reaches across.

    Args:
        doc: The text.
        i: The token.
        inside: Whether a role noun was met already, on the right.
    """
    token = doc[i]
    word = plain_forms_of(doc)[i]
    if token.is_space or word in _STOPS or token.ent_type_ == "PER":
        return True
    if word in word_list("titles", "before_role") or _is_role(doc, i):
        return False
    if token.pos_ == "ADP":
        return inside and word not in _OF
    participle = token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", [])
    if participle and i > 0 and _is_role(doc, i - 1):
        return False  # «un caporal blessé, X»
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
    first = _with_adjective(doc, first)
    determined = first > 0 and _lower(doc[first - 1]) in _DETERMINERS | _CONTRACTED
    if not determined and (comma or _lower(doc[first]) in _VERBS_TOO):
        return None
    found = _text(doc, first, end) + _owner(doc, first)
    if plain(found).lower() in _kin() and not (_is_rank(found) and _worships(doc, first)):
        return None
    if _is_rank(found) and not comma and first > 1 and doc[first - 2].text == ",":
        fuller = _before(doc[first - 1 : span.end])  # «le porte-parole de l'armée, le colonel X»
        vague = fuller is not None and plain(fuller).lower().split()[0] in word_list("titles", "vague_roles")
        return found if fuller is None or vague else fuller
    return found or None


def _worships(doc: Doc, first: int) -> bool:
    """«le père Martin», «sœur Marie»; not «son père Martin»."""
    return first == 0 or _lower(doc[first - 1]) not in _OWNERS | {"mon", "ma", "notre", "votre", "leurs"}


def _with_adjective(doc: Doc, first: int) -> int:
    """«ancien président», «haut responsable»: the adjective is part of the role."""
    return first - 1 if first > 0 and _lower(doc[first - 1]) in word_list("titles", "before_role") else first


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


def _kin() -> frozenset[str]:
    nouns = word_list("titles", "kin")
    return nouns | {plural(noun) for noun in nouns}


def _is_rank(role: str) -> bool:
    return plain(role).lower() in ranks()


def role(spans: Sequence[Span]) -> str | None:
    """The first role that the text gives with a person's mentions; a bare rank only if there is nothing else.

    Args:
        spans: The person's mentions, in order.
    """
    readings = (_before, _apposed, _predicated, _fronted)
    found = [text for span in spans for read in readings if (text := read(span))]
    found = [text for text in found if plain(text).lower() not in _kin() or _is_rank(text)]
    fuller = [text for text in found if not _is_rank(text)]
    return next(iter([*fuller, *found]), None)
