"""Which places the candidates of a slot name: names, lists, «la ville», «13 des 34 capitales»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.actors import is_rubric
from extractor.captures.anchors import is_anchor
from extractor.captures.clause import introduced_by, is_finite, leads_to_verb
from extractor.captures.described_places import apposed_to, described
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.noun_syntax import noun_arguments
from extractor.captures.pairs import member_of_pair
from extractor.captures.place_lists import whole_list
from extractor.captures.syntax import coordinated
from extractor.captures.town_names import is_of_things, looks_like_town, may_be_place, name_text
from extractor.captures.town_pronouns import stands_for_town
from extractor.captures.vocabulary import is_count, is_country, is_extent, is_part, place_noun
from extractor.captures.voice import looks_like_participle
from extractor.gazetteer import is_town
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

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

_THAT_OF = {"celle", "celui"}  # «ils tiennent la ville de X et contrôlent **celle** de Y»
_EMPTY = {"c'", "ce", "qui"}  # «c'est X qui a été enlevée»


def read_places(tokens: Sequence[Token], frame: Frame, *, fought: bool = False) -> list[Filler]:
    """The places that the first readable candidate of a slot names, with the others of its list.

    Args:
        tokens: Candidates, the likeliest first.
        frame: The frame.
        fought: Whether armed actors fill the other slots: then an unknown name is a place.
    """
    for token in sorted(tokens, key=is_rubric):
        if frame.of_persons and (token.lower_ in _EMPTY or _belongs_to_somebody(token)):
            continue
        if frame.of_persons and token.pos_ == "PRON" and not stands_for_town(token):
            return []
        if _is_of_site(token):
            continue
        fillers = [
            filler
            for other in coordinated(token)
            if other in tokens and (other == token or not other.ent_type_ or is_anchor(token))
            # «près de X, Y et Z sont tombées»; not «autour de X (prise lundi)»
            if not (other.ent_type_ and is_anchor(other)) or _has_bracket(other)
            if other == token or not _starts_clause_between(token, other)
            for filler in _places_of(other, unknown=fought or frame.names_place, sure=frame.names_place)
        ]
        if fillers:
            return list({filler.start: filler for filler in fillers}.values())
        if place_noun(token.lower_) == "site" and token.head.i != token.i and not is_part(token.lower_):
            return []  # «ont pris **l'aéroport** dans la ville»: not the town
    return []


def _starts_clause_between(token: Token, other: Token) -> bool:
    """«**la localité** est tombée, et l'armée **a** repris X, une **ville** de Y»: no list of one verb."""
    for verb in tokens_of(token.doc)[token.i + 1 : other.i]:
        head = verb.head if verb.dep_.startswith(("aux", "cop")) else verb
        if is_finite(verb) and head.dep_ in ("conj", "parataxis") and head.pos_ == "VERB":
            return True
    return False


def _has_bracket(name: Token) -> bool:
    """«autour de **X (prise** lundi)»: what the bracket tells is of X."""
    end = entity_filler(name).end
    return end + 1 < len(name.doc) and name.doc[end].text == "(" and looks_like_participle(name.doc[end + 1])


def _belongs_to_somebody(name: Token) -> bool:
    """«une humanitaire **de X**, que les rebelles avaient enlevée»: she was taken, not the town."""
    owner = name.nbor(-2) if name.i > sentence_of(name).start + 1 and introduced_by(name) == "de" else name
    return (
        owner.pos_ == "NOUN"
        and owner.i < name.i
        and not (place_noun(owner.lower_) or is_extent(owner.lower_))
    )


def _places_of(token: Token, *, unknown: bool, sure: bool = False) -> list[Filler]:
    if token.ent_type_ == "LOC" and not is_of_things(token):
        listed = [token] if _has_bracket(token) else whole_list(token)
        return [entity_filler(name) for name in listed if not is_country(name_text(name))]
    named = apposed_to(token)
    if place_noun(token.lower_) or named is not None:
        return described(token) if named is None else _unless_country(named)
    standing = (
        member_of_pair(token) or _anaphor(token) or (_clitic_whole(token) if is_part(token.lower_) else None)
    )
    if standing is not None:
        return [standing]
    if token.like_num or is_extent(token.lower_) or token.lower_ in _THAT_OF:
        return [
            filler for other in _measured(token) for filler in _places_of(other, unknown=unknown, sure=sure)
        ]
    if (may_be_place(token) and (unknown or is_town(name_text(token)))) or looks_like_town(token, sure=sure):
        return [entity_filler(name) for name in whole_list(token)]
    return []


def _unless_country(name: Token) -> list[Filler]:
    return [] if is_country(name_text(name)) else [entity_filler(name)]


def _is_of_site(name: Token) -> bool:
    """«le palais présidentiel **à X**»: what was taken lies in X."""
    i = entity_filler(name).start - 1
    if i <= sentence_of(name).start or name.doc[i].lower_ != "à" or name.ent_type_ != "LOC":
        return False
    noun = name.doc[i - 1]
    while noun.pos_ == "ADJ" and noun.i > sentence_of(name).start:
        noun = noun.nbor(-1)
    return place_noun(noun.lower_) == "site"


def _anaphor(token: Token) -> Filler | None:
    """«sa» or «son», «y», «en», «l'» that stands for a place."""
    if token.lower_ == "l'" and token.nbor(1).lower_ == "on":
        return None
    if token.i > 1 and token.nbor(-1).lower_ == "à" and token.nbor(-2).lower_ == "quant":
        return None  # «X a **quant à elle** été cédée»
    if token.pos_ == "DET" and token.lower_ in ("sa", "son"):
        return Filler("possessive", token.i, token.i + 1, token.i)
    anaphoric = (
        token.lower_ == "en"
        or _is_object_clitic(token)
        or (token.pos_ == "PRON" and token.lower_ in _ANAPHORIC)
    )
    return Filler("pronoun", token.i, token.i + 1, token.i) if anaphoric else None


def _is_object_clitic(token: Token) -> bool:
    """«**l'**abandonner», «**la** leur a reprise», tagged articles; not «l'occupant»."""
    if token.lower_ not in ("l'", "la"):
        return False
    return leads_to_verb(token.nbor(1)) and not token.nbor(1).lower_.endswith("ant")


def _clitic_whole(part: Token) -> Filler | None:
    """«en avait récupéré **les quartiers est**»: the town that «en» stands for, where the part has none."""
    if noun_arguments(part).get("de"):
        return None
    verb = part.head
    en = next((token for token in verb.lefts if token.lower_ == "en" and token.pos_ == "PRON"), None)
    return Filler("pronoun", en.i, en.i + 1, en.i) if en is not None else None


def _measured(token: Token) -> list[Token]:
    """What a number counts («13 des 34 **capitales**»), what «l'essentiel de» is a part of."""
    if token.like_num or is_count(token.lower_):
        return [
            other for other in tokens_of(token.doc)[token.i + 1 : token.i + 6] if place_noun(other.lower_)
        ][:1]
    return noun_arguments(token).get("de", [])
