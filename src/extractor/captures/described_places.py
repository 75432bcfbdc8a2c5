"""What a common noun of place names: «la ville de X», «la ville», «13 des 34 capitales, dont X»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.captures.asides import aside_comma, closes_aside
from extractor.captures.clause import date_tokens, is_finite
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.lists import named_next, towns_with_days
from extractor.captures.place_lists import COMPASS, whole_list
from extractor.captures.surface import is_bare_apposition
from extractor.captures.town_names import may_be_town, may_be_unknown_town, name_text
from extractor.captures.vocabulary import actor_side, is_count, is_plural_place, place_noun
from extractor.gazetteer import is_town
from extractor.naming.rules import word_list
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = 2  # tokens before the noun of an opening phrase
_REACH = 20  # tokens from a plural noun to the names that it holds
_LINKS = ("DET", "ADP", "NOUN", "ADJ")
_UNRANKED = {"petite", "grande", "petit", "grand", "vieille", "toute", "tout", "seule", "autre", "même"}
_DEFINITE = {"la", "le", "l'", "cette", "ce", "cet", "sa", "son", "leur", "les", "ces"}


def described(noun: Token) -> list[Filler]:
    """«la ville de X», «la troisième ville du pays, X», «la ville», «13 des 34 capitales, dont X».

    Args:
        noun: The noun.
    """
    name = _name_after(noun)
    if name is not None:
        if _keeps_its_noun(noun, name):
            return [replace(entity_filler(name), start=noun.i, head=noun.i)]  # «le pont de X» is not X
        return [entity_filler(token) for token in whole_list(name)]
    if is_plural_place(noun.lower_):
        return _several(noun)
    beside = _fronted(noun) or apposed_to(noun)
    if beside is not None:
        return [entity_filler(beside)]
    definite = any(child.lower_ in _DEFINITE for child in noun.lefts if child.dep_ == "det")
    definite = definite and not any(
        child.lower_ == "seule" for child in noun.lefts
    )  # «la seule ville … est X»
    settled = place_noun(noun.lower_) == "settlement"  # «le quartier» is none of the towns named before
    if definite and settled:
        return [Filler("definite", noun.i, noun.i + 1, noun.i)]
    return []


def _keeps_its_noun(noun: Token, name: Token) -> bool:
    """«le pont de X», «un quartier de Lille»; «le quartier de Norvanne» is called by its name alone."""
    if place_noun(noun.lower_) != "site" or is_plural_place(noun.lower_):
        return False
    return noun.lower_ not in word_list("places", "bare_site") or is_town(name_text(name))


def apposed_to(noun: Token) -> Token | None:
    """«**X**, ancien port de …», «**X**, la capitale de Y,»: the name that an apposition describes, if any.

    Args:
        noun: The noun of the apposition.
    """
    comma = aside_comma(noun) if is_bare_apposition(noun) or closes_aside(noun) else None
    return noun.doc[comma - 1] if comma is not None else None


def _fronted(noun: Token) -> Token | None:
    """«Troisième ville prise en une semaine, **X** est …»: the name that the opening phrase describes."""
    if noun.i - sentence_of(noun).start > _OPENING or any(child.dep_ == "det" for child in noun.lefts):
        return None
    for token in tokens_of(noun.doc)[noun.i + 1 : min(noun.i + _REACH, sentence_of(noun).end - 1)]:
        if is_finite(token):
            return None
        if token.text == ",":
            name = token.nbor(1)
            return name if may_be_town(name) else None
    return None


def _several(noun: Token) -> list[Filler]:
    """«**13 des 34 capitales**», «douze localités, dont **X et Y**»."""
    first = _number_before(noun)
    included = [entity_filler(token) for token in included_names(noun)]
    if first == noun.i:
        return included or _listed_after(noun) or named_next(noun)
    named = [entity_filler(token) for token in _apposed_names(noun, first)]
    return named or [Filler("aggregate", first, noun.i + 1, noun.i), *included]


def _listed_after(noun: Token) -> list[Filler]:
    """«Les **villes** du Nord tombent une à une : **lundi X, mardi Y**»: towns with days after a colon."""
    doc, end = noun.doc, sentence_of(noun).end
    colon = next((token.i for token in tokens_of(doc)[noun.i : end - 1] if token.text == ":"), None)
    if colon is None:
        return []
    towns, days = towns_with_days(doc[colon + 1 : end], date_tokens(doc))
    return towns if days > 1 else []


def _apposed_names(noun: Token, first: int) -> list[Token]:
    """«**X et Y**, deux localités …»: the names before the comma, where they are as many as counted."""
    doc = noun.doc
    if first == noun.i or first < sentence_of(noun).start + 2 or doc[first - 1].text != ",":
        return []
    names = whole_list(doc[first - 2]) if may_be_town(doc[first - 2]) else []
    return names if len(names) > 1 else []


def _number_before(noun: Token) -> int:
    """Where the number before a noun begins («**13** des 34 capitales»), else the noun itself."""
    first = noun.i
    for token in reversed(tokens_of(noun.doc)[max(sentence_of(noun).start, noun.i - 6) : noun.i]):
        if token.like_num or token.pos_ == "NUM" or is_count(token.lower_):
            first = token.i
        elif token.pos_ not in ("DET", "ADJ") and token.lower_ not in ("de", "des", "sur", "les"):
            break
    return first


def _name_after(noun: Token) -> Token | None:
    """The name that a noun of place introduces: «ville de X», «troisième ville du pays, X».

    «la capitale de Y» and «la deuxième ville de Y» do not name Y: there the name stands after a comma.
    """
    ranked = noun.lower_ in ("capitale", "chef-lieu") or any(
        child.pos_ == "ADJ" and child.i < noun.i and child.lower_ not in _UNRANKED for child in noun.lefts
    )
    commas = 0
    for token in tokens_of(noun.doc)[noun.i + 1 : min(noun.i + 9, sentence_of(noun).end)]:
        if (
            token.lower_ in COMPASS and not commas and token.nbor(-1).lower_ in ("du", "l'")
        ):  # «ville de l'est, X»
            continue
        if token.text == ",":
            commas += 1
            if commas > 1:
                return None
        elif _is_name(token):
            if _is_of_region(token):
                return None
            behind = noun.doc[min(entity_filler(token).end, len(noun.doc) - 1)]
            if commas and not (behind.is_punct or behind.pos_ in ("ADP", "CCONJ")):
                return None  # «la prise de six villages, **X dément**»
            if commas or not ranked or token.nbor(-1).pos_ in ("ADJ", "NOUN"):  # «la capitale provinciale X»
                return token if commas <= 1 and (commas == 0 or token.nbor(-1).text == ",") else None
        elif (
            (token.pos_ == "ADP" and token.lower_ not in ("de", "d'", "du", "des"))
            or commas
            or token.pos_ not in ("ADP", "DET", "ADJ", "NOUN", "PROPN")
            or (token.pos_ == "NOUN" and not ranked)
        ):
            return None
    return None


def _is_of_region(name: Token) -> bool:
    """«la ville **du** Donbass»: towns have no article, save those of the gazetteer («la ville du Caire»)."""
    before = name.doc[name.i - 1].lower_
    article = {"du": "Le", "la": "La", "l'": "L'", "des": "Les"}.get(before)
    return article is not None and not is_town(f"{article} {name_text(name)}")


def _is_name(token: Token) -> bool:
    return token.ent_type_ == "LOC" or (
        token.text[:1].isupper() and token.ent_type_ not in ("PER", "ORG") and not actor_side(token.lower_)
    )


def included_names(noun: Token) -> list[Token]:
    """«douze localités regagnées jeudi, **dont X, Y et Z**»: the names that a plural holds.

    Args:
        noun: The plural noun.
    """
    for token in tokens_of(noun.doc)[noun.i + 1 : min(noun.i + _REACH, sentence_of(noun).end - 2)]:
        if token.text in (";", ":") or is_finite(token):
            break
        if token.text != ",":
            continue
        opening = noun.doc[token.i + 1 : token.i + 3]
        if opening[0].lower_ in ("dont", "notamment"):
            first = opening[1]
        elif opening.text.lower() in ("parmi lesquelles", "parmi lesquels", "y compris"):
            first = noun.doc[token.i + 3]
        else:
            continue
        return _listed_names(first)
    return []


def _listed_names(first: Token) -> list[Token]:
    """The names of a list, where no verb follows («dont X est le chef-lieu» lists none)."""
    end = sentence_of(first).end
    name = next(
        (
            token
            for token in tokens_of(first.doc)[first.i : min(first.i + 4, end)]
            if token.pos_ not in _LINKS
        ),
        first,
    )
    if not (name.text[:1].isupper() and may_be_unknown_town(name)):
        return []
    names = whole_list(name)
    after = [
        token
        for token in tokens_of(first.doc)[names[-1].i + 1 : min(names[-1].i + 3, end)]
        if token.ent_iob_ != "I"
    ]
    verb = bool(after) and (is_finite(after[0]) or after[0].pos_ in ("PRON", "AUX"))
    return [] if verb else names
