"""Who the candidates of a slot name, and whether they can take a town at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.anchors import is_measure
from extractor.captures.clause import date_tokens
from extractor.captures.cues import cue_words
from extractor.captures.domain import is_civil_actor
from extractor.captures.fillers import FIRST_PERSON, POSSESSIVE, Filler, entity_filler, is_the_latter
from extractor.captures.noun_syntax import noun_arguments
from extractor.captures.rejections import RejectedError
from extractor.captures.vocabulary import actor_side, is_armed_noun, is_demonym, is_role_noun, place_noun
from extractor.gazetteer import is_town
from extractor.naming.forms import is_acronym
from extractor.naming.knowledge import look_up
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

_OF = ("de", "du", "des", "d'")
_WHERE = ("à", "en", "au", "aux", "dans")
_GROUP = 5  # tokens from «groupe» to its name
_OPENING = ("«", '"', "“")
_PERSONAL = {
    "il",
    "ils",
    "elle",
    "elles",
    "on",
    "nous",
    "lui",
    "eux",
    "leur",
    "leurs",
    "mêmes",
    "ceux-ci",
    "celui-ci",
    "celle-ci",
    "ces",
}


# «les chars **de l'armée**»: their owner is meant.
_MEANS = {
    "avions",
    "blindés",
    "bombes",
    "chars",
    "jeeps",
    "colonne",
    "colonnes",
    "drones",
    "pick-up",
    "éléments",
    "véhicules",
}


class ImpossibleFillerError(RejectedError):
    """The slot holds something that can be neither place nor actor: the frame does not apply."""


def read_actor(tokens: Sequence[Token]) -> Filler | None:
    """Who stands in a slot; None where nobody does or where it is left open.

    Args:
        tokens: Candidates, the likeliest first; the first that can act is taken.

    Raises:
        ImpossibleFillerError: Only things stand there that take no town («la tempête»).
    """
    others = []
    for token in tokens:
        if is_rubric(token) or _is_mere_town(token) or _is_undertaking(token) or _is_where(token):
            continue
        actor = _actor_of(token)
        if actor is not None:
            return actor
        others.append(token)
    if others:
        filler = entity_filler(others[0])
        civil = is_civil_actor(others[0].doc[filler.start : filler.end])
        raise ImpossibleFillerError("not_conflict" if civil else "not_an_actor", filler)
    return None


def _actor_of(token: Token) -> Filler | None:
    """The actor that a noun, name or pronoun stands for; None for things."""
    if token.lower_ in _MEANS:
        owner = read_loser(noun_arguments(token).get("de", []))
        if owner is not None:
            return owner
    group = _group_behind(token) if actor_side(token.lower_) and not token.ent_type_ else None
    if group is not None:
        return entity_filler(group)
    armed = actor_side(token.lower_) or token.text in ("Etat", "État") or _is_follower(token)
    if token.ent_type_ in ("ORG", "PER", "LOC") or armed or _is_people(token):
        return _actor_phrase(token)
    pronoun = token.lower_ in _PERSONAL or token.lower_ in POSSESSIVE or token.lower_ in FIRST_PERSON
    if pronoun or is_the_latter(token):
        return Filler("pronoun", token.i, token.i + 1, token.i)
    if is_role_noun(token.lower_):
        return _principal(token)
    return _actor_phrase(token) if token.pos_ == "PROPN" else None


def _group_behind(noun: Token) -> Token | None:
    """«le groupe **Etat islamique**», «le groupe terroriste autoproclamé « **Front de l'Aube** »»."""
    quoted = False
    for token in tokens_of(noun.doc)[noun.i + 1 : min(noun.i + _GROUP, sentence_of(noun).end)]:
        if token.ent_type_ == "ORG":
            return token if quoted or token.i == noun.i + 1 else None
        quoted = quoted or token.text in _OPENING
        if not (token.text in _OPENING or token.pos_ in ("ADJ", "VERB")):
            return None
    return None


def _is_follower(token: Token) -> bool:
    """«aux mains des **pro-Valdor**»: who is for somebody, not «les forces pro-Valdor»."""
    before = token.doc[token.i - 1].lower_ if token.i > sentence_of(token).start else ""
    return token.lower_.startswith(("pro-", "anti-")) and before in ("les", "des", "aux")


def _principal(role: Token) -> Filler:
    """For whom a person acts («le chef **des rebelles**»), else the person."""
    named = next(
        (other for other in tokens_of(role.doc)[role.i + 1 : role.i + 5] if other.ent_type_ == "PER"), None
    )
    if named is not None:
        return _actor_phrase(named)
    principal = read_loser(noun_arguments(role).get("de", []))
    return principal or Filler("phrase", role.i, role.i + 1, role.i)


def _is_mere_town(token: Token) -> bool:
    """True for a place that stands for nobody: only countries and capitals act («Moscou»)."""
    name = entity_filler(token)
    one_word = token.ent_type_ in ("PER", "") and name.end - name.start == 1 and token.pos_ == "PROPN"
    if is_demonym(token.text) or is_acronym(token.text) or is_armed_noun(token.lower_):
        return False
    if token.ent_type_ != "LOC" and not (one_word and is_town(token.text)):
        return False
    known = look_up(token.doc[name.start : name.end].text)
    return known is None or (known.label == "LOC" and known.country is None)


def _is_where(token: Token) -> bool:
    """«ils ont pris X **au** Norland», «X, **au nord** du pays»: where X lies, not from whom it was taken."""
    start = entity_filler(token).start
    before = token.doc[start - 1].lower_ if start > sentence_of(token).start else ""
    return before in ("au", "aux") and (token.ent_type_ == "LOC" or is_measure(token))


def _is_undertaking(token: Token) -> bool:
    """«une **offensive** visant à prendre X»: somebody's, so that the slot is open, not impossible.

    So it is where the parser takes for the subject what only measures: «il a fallu deux **heures** pour».
    """
    if token.lower_ in cue_words("nouns", "measure"):
        return True
    after = {
        other.lower_ for other in tokens_of(token.doc)[token.i + 1 : min(token.i + 4, sentence_of(token).end)]
    }
    aims = bool(after & {"pour", "visant", "de", "d'", "destinée", "contre"})
    lemma = token.lemma_.lower()
    return lemma in cue_words("nouns", "attempt") or (aims and lemma in cue_words("nouns", "plan"))


def is_rubric(token: Token) -> bool:
    """True for the country of a headline: «Norlande: les rebelles prennent X».

    Args:
        token: A token of the name.
    """
    end = entity_filler(token).end
    return end < sentence_of(token).end and token.doc[end].text == ":" and token.ent_type_ == "LOC"


def is_scene(noun: Token, trigger: Token) -> bool:
    """«**Au Mali**, l'armée a repris X», «à **Haïti**, dont une ville est tombée»: where, not from whom.

    Args:
        noun: A candidate for who loses a place.
        trigger: The trigger.
    """
    first = entity_filler(noun).start
    if noun.ent_type_ != "LOC" or not 0 < first < trigger.i:
        return False
    return noun.doc[first - 1].lower_ in _WHERE


def read_loser(tokens: Sequence[Token]) -> Filler | None:
    """Who loses a place; None also where the slot holds something else («délivrée de la peur»).

    Args:
        tokens: Candidates, the likeliest first.
    """
    try:
        return read_actor(tokens)
    except ImpossibleFillerError:
        return None


def _is_people(token: Token) -> bool:
    """«les Ukrainiens»: a capitalised plural."""
    return token.text[:1].isupper() and token.text.endswith("s") and token.pos_ in ("NOUN", "PROPN", "ADJ")


def _cannot_follow(token: Token, before: Token) -> bool:
    """Whether another phrase begins: «les rebelles contrôlent **le** nord», a verb taken for an adjective."""
    if token.pos_ == "DET":
        return before.pos_ == "ADJ"
    if token.pos_ == "ADJ" and token.lower_.endswith("ent") and before.lower_.endswith(("s", "x")):
        return True  # «les rebelles **contrôlent** désormais X»
    return token.pos_ == "NOUN" and before.pos_ not in ("ADP", "DET", "ADJ")


def _actor_phrase(head: Token) -> Filler:
    """The noun with its adjectives and «de» complements: «combattants du Front»."""
    if head.ent_type_:
        entity = entity_filler(head)
        before = head.doc[entity.start - 1] if entity.start else None
        if before is not None and before.pos_ == "NOUN" and actor_side(before.lower_):
            return Filler("phrase", before.i, entity.end, head.i)
        return entity
    end, dates = head.i + 1, date_tokens(head.doc)
    for token in tokens_of(head.doc)[head.i + 1 : min(head.i + 9, sentence_of(head).end)]:
        inside = head in token.ancestors or token.head == head
        if not inside or token.pos_ in ("PUNCT", "SPACE", "VERB", "PRON", "AUX", "CCONJ", "SCONJ", "ADV"):
            break
        if token.pos_ == "ADP" and token.lower_ not in _OF:
            break
        if place_noun(token.lower_):
            end = token.left_edge.i
            break
        timed = token.i in dates and token.nbor(-1).lower_ not in _OF  # «l'armée **trois jours** après»
        if timed or _cannot_follow(token, token.nbor(-1)):
            break
        end = token.i + 1
    following = head.doc[end] if end < sentence_of(head).end else None
    if following is not None and following.pos_ == "DET" and head.doc[end - 1].pos_ == "ADJ":
        end -= 1  # «les rebelles contrôlent le nord»: a verb taken for an adjective
    while end - 1 > head.i and head.doc[end - 1].pos_ in ("ADP", "DET"):
        end -= 1
    return Filler("phrase", head.i, _end_of_name(head.doc, end), head.i)


def _end_of_name(doc: Doc, end: int) -> int:
    """Where the name ends that the parser tears apart: «islamistes de Boko | Haram»."""
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return end
