"""What a person is, as the text says it: apposition, title in front of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.role_words import (
    DETERMINERS,
    LONGEST_NOUN,
    STOPS,
    WIDEST,
    is_role,
    lower,
    noun_behind,
    role_from,
    role_text,
)
from extractor.naming.forms import plain, plural
from extractor.naming.knowledge import ranks
from extractor.naming.rules import word_list
from extractor.sentences import plain_forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

_CONTRACTED = frozenset(("du", "au", "des", "aux"))
_VERBS_TOO = frozenset(("juge", "garde", "guide", "pilote", "arbitre"))
_OF_MANY = frozenset(("les", "des", "aux", "ces", "ses", "leurs"))
_OWNERS = frozenset(("son", "sa", "leur"))
_OF = frozenset(("de", "d'", "du", "des"))


def _apposed(span: Span) -> str | None:
    """«X, porte-parole de Y», «X, un habitant», «X (procureur de Z)»."""
    doc, start = span.doc, span.end + 1
    if _follows_bare(span):
        return role_from(doc, span.end)
    if start >= len(doc) or doc[span.end].text not in (",", "(", "–", "—"):
        return None
    one_of = plain_forms_of(doc)[start : start + 3]
    if one_of[:2] in (["l'", "un"], ["l'", "une"]) and one_of[2:] == ["des"]:
        start += 3
    start = _behind_age(doc, start)
    while start < len(doc) and lower(doc[start]) in word_list("titles", "before_apposed_role"):
        start += 1
    return role_from(doc, start)


def _follows_bare(span: Span) -> bool:
    """«X ministre de Y»: no comma, but the noun of an office and what it is of."""
    doc, i = span.doc, span.end
    if i + 1 >= len(doc) or doc[i].pos_ != "NOUN" or not is_role(doc, i):
        return False
    return lower(doc[i + 1]) in _OF


def _behind_age(doc: Doc, start: int) -> int:
    """«X, 43 ans, instituteur»: where the role starts."""
    words = plain_forms_of(doc)[start : start + 3]
    aged = len(words) == 3 and words[0].isdigit() and words[1] == "ans" and words[2] == ","  # noqa: PLR2004 (43 ans,)
    return start + 3 if aged else start


def _predicated(span: Span) -> str | None:
    """«X est le maire de Y», «X y devient maire», «X a été nommé ministre»."""
    doc, i = span.doc, span.end
    if i < len(doc) and lower(doc[i]) == "y":
        i += 1
    verbs = i
    while i < len(doc) and doc[i].pos_ in ("AUX", "VERB") and i - verbs < LONGEST_NOUN:
        i += 1
    if i == verbs or (doc[verbs].ent_type_ or i >= len(doc)):
        return None
    lemma = _lemma(doc[i - 1])
    appointed = lemma in word_list("titles", "appointments") and i - verbs > 1
    if not appointed and not (lemma in word_list("titles", "copulas") and i - verbs == 1):
        return None
    return role_from(doc, i) if _is_listed(doc, i) else None


def _is_listed(doc: Doc, start: int) -> bool:
    """True if the noun of the role is of our list: «est un homme» gives none."""
    noun = noun_behind(doc, start)
    return noun is not None and is_role(doc, noun)


def _lemma(token: Token) -> str:
    return plain(token.lemma_).lower()


def _fronted(span: Span) -> str | None:
    """«Nommé Premier ministre en mars, X a démissionné», «Ancien ministre de la Défense, X dirige…»."""
    doc, first, comma = span.doc, sentence_of(span[0]).start, span.start - 1
    if comma <= first or doc[comma].text != "," or comma - first > WIDEST:
        return None
    i = first
    while i < comma and lower(doc[i]) in word_list("titles", "before_apposed_role"):
        i += 1
    noun = noun_behind(doc, i)
    follows = doc[span.end] if span.end < len(doc) else None
    if noun is None or not is_role(doc, noun) or follows is None or follows.pos_ not in ("VERB", "AUX"):
        return None
    if any(token.text == "," or token.ent_type_ == "PER" for token in tokens_of(doc)[i:comma]):
        return None
    return role_from(doc, i)


def _stops_before(doc: Doc, i: int, *, inside: bool) -> bool:
    """True for a token that no role in front of a name reaches across.

    Args:
        doc: The text.
        i: The token.
        inside: Whether a role noun was met already, on the right.
    """
    token = doc[i]
    word = plain_forms_of(doc)[i]
    if token.is_space or word in STOPS or token.ent_type_ == "PER":
        return True
    if word in word_list("titles", "before_role") or is_role(doc, i):
        return False
    if token.pos_ == "ADP":
        return inside and word not in _OF
    participle = token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", [])
    if participle and i > 0 and is_role(doc, i - 1):
        return False  # «un caporal blessé, X»
    return token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or (token.pos_ == "CCONJ" and not inside)


def _determined(doc: Doc, i: int) -> bool:
    """True behind an article, or behind an adjective that has one: «l'actuel ministre»."""
    if i > 1 and doc[i - 1].pos_ == "ADJ":
        i -= 1
    return i > 0 and lower(doc[i - 1]) in DETERMINERS | _CONTRACTED


def _first_noun(doc: Doc, end: int) -> int | None:
    """The leftmost role noun of the phrase in front of a name; a bare one does not reach over others.

    None behind a preposition: «élu devant X», «en remplacement de X».
    """
    first, i = None, end - 1
    if i < 0 or (doc[i].pos_ == "ADP" and lower(doc[i]) not in _CONTRACTED):
        return None
    while i >= 0 and end - i <= WIDEST and not _stops_before(doc, i, inside=first is not None):
        bare = first is not None and i + 1 < first and not _determined(doc, _with_adjective(doc, i))
        if is_role(doc, i) and not bare:  # not «voisine du fief du président X»
            first = i
        i -= 1
    return first


def _before(span: Span) -> str | None:
    """«le président afghan, Ashraf Ghani», «le porte-parole du département d'État Ned Price»."""
    doc, end = span.doc, span.start
    while end > 0 and lower(doc[end - 1]) in word_list("titles", "civilities"):
        end -= 1
    comma = end > 0 and doc[end - 1].text == ","
    end -= comma
    first = _first_noun(doc, end)
    if first is None or (comma and first > 0 and lower(doc[first - 1]) in _OF_MANY):
        return None  # «selon les putschistes, le colonel X», «après le Conseil des ministres, X»
    first = _with_adjective(doc, first)
    determined = _determined(doc, first)
    if not determined and (comma or lower(doc[first]) in _VERBS_TOO):
        return None
    found = role_text(doc, first, end) + _owner(doc, first)
    if plain(found).lower() in _kin() and not (_is_rank(found) and _worships(doc, first)):
        return None
    article = first - _determined(doc, first)
    if _is_rank(found) and not comma and article > 0 and doc[article - 1].text == ",":
        fuller = _before(doc[article : span.end])  # «le porte-parole de l'armée, le colonel X»
        return found if fuller is None or _is_vague(fuller) else fuller
    return found or None


def _is_vague(text: str) -> bool:
    """«un officier rebelle» says no more than the rank behind it; «le chef de l'armée» does."""
    first, *rest = plain(text).lower().replace("'", "' ").split()
    return first in word_list("titles", "vague_roles") and _OF.isdisjoint(rest)


def _worships(doc: Doc, first: int) -> bool:
    """«le père Martin», «sœur Marie»; not «son père Martin»."""
    return first == 0 or lower(doc[first - 1]) not in _OWNERS | {"mon", "ma", "notre", "votre", "leurs"}


def _with_adjective(doc: Doc, first: int) -> int:
    """«ancien président», «haut responsable»: the adjective is part of the role."""
    return first - 1 if first > 0 and lower(doc[first - 1]) in word_list("titles", "before_role") else first


def _owner(doc: Doc, first: int) -> str:
    """«son porte-parole»: of the organisation that is the sentence's subject, if it has one alone."""
    if first == 0 or lower(doc[first - 1]) not in _OWNERS:
        return ""
    subjects = (e for e in doc[first].sent.ents if e.label_ == "ORG" and e.root.dep_.startswith("nsubj"))
    owners = {e.text: e for e in subjects if e.end <= first}
    if len(owners) != 1:
        return ""
    owner = next(iter(owners.values()))
    article = lower(doc[owner.start - 1]) if owner.start > 0 else ""
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
