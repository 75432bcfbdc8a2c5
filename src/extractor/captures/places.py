"""Which places the candidates of a slot name: names, lists, «la ville», «13 des 34 capitales»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.captures.clause import date_tokens
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.surface import apposition_comma, is_bare_apposition
from extractor.captures.syntax import coordinated, is_participle, noun_arguments
from extractor.captures.vocabulary import (
    actor_side,
    is_count,
    is_country,
    is_demonym,
    is_extent,
    is_part,
    is_role_noun,
    place_noun,
)
from extractor.gazetteer import is_town
from extractor.naming.cues import first_names
from extractor.naming.forms import is_acronym, plain
from extractor.naming.knowledge import look_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from extractor.captures.frames import Frame

_ANAPHORIC = {
    "en",
    "y",
    "l'",
    "la",
    "le",
    "les",
    "celle-ci",
    "celui-ci",
    "cette",
    "elle",
    "il",
    "ils",
    "elles",
    "dernière",
}
_TITLES = {"m.", "mme", "mm.", "me", "dr", "père", "abbé", "cheikh", "mollah", "imam"}
_UNRANKED = {"petite", "grande", "petit", "grand", "vieille", "toute", "tout", "seule", "autre", "même"}
_DEFINITE = {"la", "le", "l'", "cette", "ce", "cet", "sa", "son", "leur", "les", "ces"}


def read_places(tokens: Sequence[Token], frame: Frame, *, fought: bool = False) -> list[Filler]:
    """The places that the first readable candidate of a slot names, with the others of its list.

    Args:
        tokens: Candidates, the likeliest first.
        frame: The frame.
        fought: Whether armed actors fill the other slots: then an unknown name is a place.
    """
    for token in tokens:
        if frame.of_persons and token.pos_ == "PRON":
            return []
        fillers = [
            filler
            for other in coordinated(token)
            if other in tokens and (other == token or not other.ent_type_)
            for filler in _places_of(other, unknown=fought or frame.names_place, sure=frame.names_place)
        ]
        if fillers:
            return list({filler.start: filler for filler in fillers}.values())
    return []


def _places_of(token: Token, *, unknown: bool, sure: bool = False) -> list[Filler]:
    if token.ent_type_ == "LOC" and not _is_of_things(token):
        return [entity_filler(name) for name in whole_list(token) if not is_country(_text(name))]
    if place_noun(token.lower_):
        return _described(token)
    standing = _anaphor(token) or (_clitic_whole(token) if is_part(token.lower_) else None)
    if standing is not None:
        return [standing]
    if token.like_num or is_extent(token.lower_):
        return [
            filler for other in _measured(token) for filler in _places_of(other, unknown=unknown, sure=sure)
        ]
    if (_may_be_place(token) and (unknown or is_town(_text(token)))) or _looks_like_town(token, sure=sure):
        return [entity_filler(name) for name in whole_list(token)]
    return []


def _looks_like_town(token: Token, *, sure: bool) -> bool:
    """A name taken for a person's that no first name opens: the gazetteer's, or any in a sure slot."""
    if token.ent_type_ != "PER" or is_person(token):
        return False
    return sure or is_town(_text(token))


def is_person(token: Token) -> bool:
    """True for a name that a first name opens or a role introduces («le colonel X»).

    Args:
        token: A token of the name.
    """
    start = entity_filler(token).start
    doc = token.doc
    before = doc[start - 1].lower_ if start > token.sent.start else ""
    first = plain(doc[start].text).lower()
    return first in first_names() or is_role_noun(before) or before in _TITLES


def _anaphor(token: Token) -> Filler | None:
    """«sa» or «son», «y», «en», «l'» that stands for a place."""
    if token.pos_ == "DET" and token.lower_ in ("sa", "son"):
        return Filler("possessive", token.i, token.i + 1, token.i)
    anaphoric = token.pos_ == "PRON" and token.lower_ in _ANAPHORIC
    return Filler("pronoun", token.i, token.i + 1, token.i) if anaphoric else None


def _clitic_whole(part: Token) -> Filler | None:
    """«en avait récupéré **les quartiers est**»: the town that «en» stands for, where the part has none."""
    if noun_arguments(part).get("de"):
        return None
    verb = part.head
    en = next((token for token in verb.lefts if token.lower_ == "en" and token.pos_ == "PRON"), None)
    return Filler("pronoun", en.i, en.i + 1, en.i) if en is not None else None


def _text(name: Token) -> str:
    entity = entity_filler(name)
    return name.doc[entity.start : entity.end].text


def _measured(token: Token) -> list[Token]:
    """What a number counts («13 des 34 **capitales**»), what «l'essentiel de» is a part of."""
    if token.like_num or is_count(token.lower_):
        return [other for other in token.doc[token.i + 1 : token.i + 6] if place_noun(other.lower_)][:1]
    return noun_arguments(token).get("de", [])


def may_be_town(token: Token) -> bool:
    """True for the name of a place, or a capitalised word that the gazetteer knows.

    Args:
        token: A token of the name.
    """
    if token.ent_type_ == "LOC":
        return not is_country(_text(token))
    return (_may_be_place(token) and is_town(_text(token))) or _looks_like_town(token, sure=False)


def may_be_unknown_town(token: Token) -> bool:
    """True for any capitalised name that nothing else is known of: for a place where only a town can stand.

    Args:
        token: A token of the name.
    """
    return may_be_town(token) or _may_be_place(token) or _looks_like_town(token, sure=True)


def _is_word(token: Token) -> bool:
    """True for a word of the language, by form or by the model's vectors, and of no gazetteer."""
    return is_participle(token) or (token.vocab.has_vector(token.lower_) and not is_town(token.text))


def _is_of_things(name: Token) -> bool:
    """«dans **le** Starbucks», «quitter **l'**Union»: an article before a name that no table has as a place.

    Towns have none, save where it is part of the name («Le Caire»); regions and quarters with one are known.
    """
    entity = entity_filler(name)
    before = name.doc[entity.start - 1].lower_ if entity.start > name.sent.start else ""
    article = {"le": "Le", "la": "La", "l'": "L'", "l’": "L'", "les": "Les"}.get(before)
    if article is None:
        return False
    known = look_up(_text(name))
    return (known is None or known.label != "LOC") and not is_town(f"{article} {_text(name)}")


def _may_be_place(token: Token) -> bool:
    """An unknown capitalised name, or a single word that the model took for somebody."""
    if _is_of_things(token):
        return False
    entity = entity_filler(token)
    named = token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
    if token.is_sent_start and token.ent_type_ == "" and _is_word(token):
        return False  # «Reperdue aussitôt que prise», «Retour qui ne dure pas»
    somebody = token.ent_type_ in ("PER", "ORG") and entity.end - entity.start > 1
    known = look_up(_text(token))
    somebody = somebody or is_acronym(token.text) or (known is not None and known.label == "ORG")
    return named and not (somebody or actor_side(token.lower_) or is_demonym(token.text))


def _described(noun: Token) -> list[Filler]:
    """«la ville de X», «la troisième ville du pays, X», «la ville», «13 des 34 capitales»."""
    name = _name_after(noun)
    if name is not None:
        if place_noun(noun.lower_) == "site" and not noun.lower_.endswith(("s", "x")):
            return [replace(entity_filler(name), start=noun.i, head=noun.i)]  # «le pont de X» is not X
        return [entity_filler(token) for token in whole_list(name)]
    first = _number_before(noun)
    if first < noun.i and noun.lower_.endswith(("s", "x")):
        named = [entity_filler(token) for token in _apposed_names(noun, first)]
        return named or [Filler("aggregate", first, noun.i + 1, noun.i)]
    comma = apposition_comma(noun) if is_bare_apposition(noun) else None
    if comma is not None and noun.doc[comma - 1].ent_type_ == "LOC":
        return [entity_filler(noun.doc[comma - 1])]
    definite = any(child.lower_ in _DEFINITE for child in noun.lefts if child.dep_ == "det")
    settled = place_noun(noun.lower_) == "settlement"  # «le quartier» is none of the towns named before
    if definite and settled and not noun.lower_.endswith(("s", "x")):
        return [Filler("definite", noun.i, noun.i + 1, noun.i)]
    return []


def _apposed_names(noun: Token, first: int) -> list[Token]:
    """«**X et Y**, deux localités …»: the names before the comma, where they are as many as counted."""
    doc = noun.doc
    if first == noun.i or first < noun.sent.start + 2 or doc[first - 1].text != ",":
        return []
    names = whole_list(doc[first - 2]) if may_be_town(doc[first - 2]) else []
    return names if len(names) > 1 else []


def _number_before(noun: Token) -> int:
    """Where the number before a noun begins («**13** des 34 capitales»), else the noun itself."""
    first = noun.i
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - 6) : noun.i]):
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
    for token in noun.doc[noun.i + 1 : min(noun.i + 9, noun.sent.end)]:
        if token.text == ",":
            commas += 1
            if commas > 1:
                return None
        elif _is_name(token):
            if _is_of_region(token):
                return None
            if commas or not ranked:
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
    return article is not None and not is_town(f"{article} {_text(name)}")


def _is_name(token: Token) -> bool:
    return token.ent_type_ == "LOC" or (
        token.text[:1].isupper() and token.ent_type_ not in ("PER", "ORG") and not actor_side(token.lower_)
    )


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
