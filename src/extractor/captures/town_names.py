"""What a name can be: a town, a person, a thing with an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.fillers import entity_filler
from extractor.captures.vocabulary import actor_side, is_country, is_demonym, is_role_noun
from extractor.captures.voice import is_participle
from extractor.compounds import is_known
from extractor.gazetteer import is_town
from extractor.naming.cues import first_names
from extractor.naming.forms import is_acronym, plain
from extractor.naming.knowledge import look_up, roles
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIR = 5  # tokens: «généraux De Gaulle et»
_TITLES = {"m.", "mme", "mm.", "me", "dr", "père", "abbé", "cheikh", "mollah", "imam"}


def looks_like_town(token: Token, *, sure: bool) -> bool:
    """True for a name taken for a person's that no first name opens: the gazetteer's, or any in a sure slot.

    Args:
        token: A token of the name.
        sure: Whether only a place can stand there.
    """
    if token.ent_type_ != "PER" or is_person(token):
        return False
    return sure or is_town(name_text(token))


def is_person(token: Token) -> bool:
    """True for a name that a first name opens or a role introduces («le colonel X»).

    Args:
        token: A token of the name.
    """
    start = entity_filler(token).start
    doc = token.doc
    before = doc[start - 1].lower_ if start > sentence_of(token).start else ""
    first = plain(doc[start].text).lower()
    if before == "et" and any(_is_of_persons(doc[i]) for i in range(max(0, start - _PAIR), start - 1)):
        return True
    return first in first_names() or is_role_noun(before) or before in _TITLES


def _is_of_persons(token: Token) -> bool:
    """«les **généraux** X et Y»."""
    return token.text[-1] in "sx" and plain(token.lower_) in roles()


def name_text(name: Token) -> str:
    """The whole name around a token.

    Args:
        name: A token of the name.
    """
    entity = entity_filler(name)
    return name.doc[entity.start : entity.end].text


def may_be_town(token: Token) -> bool:
    """True for the name of a place, or a capitalised word that the gazetteer knows.

    Args:
        token: A token of the name.
    """
    if token.ent_type_ == "LOC":
        return not is_country(name_text(token))
    return (may_be_place(token) and is_town(name_text(token))) or looks_like_town(token, sure=False)


def may_be_unknown_town(token: Token) -> bool:
    """True for any capitalised name that nothing else is known of: for a place where only a town can stand.

    Args:
        token: A token of the name.
    """
    return may_be_town(token) or may_be_place(token) or looks_like_town(token, sure=True)


def _is_word(token: Token) -> bool:
    """True for a word of the language, by form or by the model's vectors, and of no gazetteer."""
    return is_participle(token) or (is_known(token.vocab, token.lower_) and not is_town(token.text))


def is_of_things(name: Token) -> bool:
    """«dans **le** Starbucks», «quitter **l'**Union»: an article before a name that no table has as a place.

    Towns have none, save where it is part of the name («Le Caire»); regions and quarters with one are known.

    Args:
        name: A token of the name.
    """
    entity = entity_filler(name)
    before = name.doc[entity.start - 1].lower_ if entity.start > sentence_of(name).start else ""
    article = {"le": "Le", "la": "La", "l'": "L'", "l’": "L'", "les": "Les"}.get(before)
    if article is None:
        return False
    known = look_up(name_text(name))
    return (known is None or known.label != "LOC") and not is_town(f"{article} {name_text(name)}")


def may_be_place(token: Token) -> bool:
    """True for an unknown capitalised name, or a single word that the model took for somebody.

    Args:
        token: A token of the name.
    """
    if is_of_things(token):
        return False
    entity = entity_filler(token)
    named = token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
    if token.is_sent_start and token.ent_type_ == "" and _is_word(token):
        return False  # «Reperdue aussitôt que prise», «Retour qui ne dure pas»
    somebody = token.ent_type_ in ("PER", "ORG") and entity.end - entity.start > 1
    somebody = somebody or (token.ent_type_ == "PER" and is_person(token))
    known = look_up(name_text(token))
    somebody = somebody or is_acronym(token.text) or (known is not None and known.label == "ORG")
    return named and not (somebody or actor_side(token.lower_) or is_demonym(token.text))
