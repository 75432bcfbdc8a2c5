"""Words around a trigger that make another expression of it: «tomber en panne», «prendre X au dépourvu»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import date_tokens
from extractor.captures.fillers import entity_filler
from extractor.captures.rejections import RejectedError
from extractor.captures.vocabulary import is_capital, place_noun
from extractor.captures.voice import is_passive
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.captures.frames import Frame

_IDIOM = 8  # tokens from a verb to the end of its idiom: «prendre la ville de X au dépourvu»
# «**coup** sur coup», «**faute** de renforts»: how or when, not what is taken.
_HOW = frozenset(("aujourd'hui", "coup", "courant", "début", "faute", "fin", "hier", "jour", "lors", "tour"))


def check_end(trigger: Token, frame: Frame) -> None:
    """Raise for «tomber en panne», «tomber sur la ville»: a complement that makes another verb of it.

    Args:
        trigger: The trigger, or the noun of its idiom.
        frame: Its frame.

    Raises:
        RejectedError: Such words follow.
    """
    if frame.never_with:
        behind = forms_of(trigger.doc)[trigger.i + 1 : min(trigger.i + _IDIOM, sentence_of(trigger).end)]
        words = f" {' '.join(behind)} "
        if any(f" {phrase} " in words for phrase in frame.never_with):
            raise RejectedError("fixed_expression")
    dates = date_tokens(trigger.doc)
    if not frame.via and "object" in frame.place and _takes_a_thing(trigger, dates):
        raise RejectedError("fixed_expression", entity_filler(trigger.nbor(1)))
    for token in tokens_of(trigger.doc)[trigger.i + 1 : min(trigger.i + 4, sentence_of(trigger).end)]:
        if token.i in dates or token.pos_ == "ADV":
            continue
        following = token.nbor(1) if token.i + 1 < sentence_of(trigger).end else token
        if token.lower_ == "à" and following.lower_ in ("son", "leur"):  # «tomber à son tour»
            return
        timed = following.pos_ == "NUM" or (token.lower_ == "en" and _tells_time(following))
        if token.lower_ in frame.never_before and not timed and following.i not in dates:
            raise RejectedError("fixed_expression", trigger.doc[token.i : following.i + 1])
        return


def _tells_time(following: Token) -> bool:
    """«en **une** nuit», «en **moins** de deux jours», «en **même** temps que»."""
    return following.pos_ in ("DET", "ADV") or following.lower_ in ("même", "moins")


def _takes_a_thing(verb: Token, dates: frozenset[int]) -> bool:
    """«ont **pris position** à l'est», «a repris **connaissance**»: a noun without article behind it."""
    if verb.i + 2 >= sentence_of(verb).end or verb.pos_ != "VERB" or is_passive(verb, verb.lemma_):
        return False
    noun = verb.nbor(1)
    bare = noun.pos_ == "NOUN" and noun.is_lower and not noun.ent_type_ and noun.i not in dates
    return bare and noun.nbor(1).pos_ == "ADP" and place_noun(noun.lower_) is None and noun.lower_ not in _HOW


def check_noun(noun: Token, frame: Frame) -> None:
    """Raise for «prise d'otages», «char d'assaut» and for a noun that is part of a name.

    Args:
        noun: A nominal trigger.
        frame: Its frame.

    Raises:
        RejectedError: The words around it make something else of it.
    """
    if noun.i > sentence_of(noun).start and noun.nbor(-1).lower_ in frame.never_after:
        raise RejectedError("fixed_expression", noun.doc[noun.i - 1 : noun.i])
    following = noun.doc[noun.i + 1 : noun.i + 2]
    if following and following[0].lower_ in frame.never_before:
        raise RejectedError("fixed_expression", following)  # «la reprise **économique** de X»
    if frame.outcome == "attempt" and _is_by_a_capital(noun):
        raise RejectedError("not_a_place", entity_filler(noun.nbor(2)))
    if _names_an_organisation(noun):
        raise RejectedError("fixed_expression", entity_filler(noun.nbor(-2)))
    if noun.i + 2 >= sentence_of(noun).end or noun.nbor(1).lower_ not in ("de", "d'"):
        return
    other = noun.nbor(2)
    noun_follows = other.pos_ == "NOUN" or other.lower_ == "pouvoir"  # «prise de pouvoir», tagged a verb
    if noun_follows and other.is_lower and place_noun(other.lower_) is None:
        raise RejectedError("fixed_expression", noun.doc[noun.i + 1 : noun.i + 3])


def _is_by_a_capital(noun: Token) -> bool:
    """«repousser les assauts **de Kiev**»: its army's."""
    if not noun.lower_.endswith("s") or noun.i + 2 >= sentence_of(noun).end:
        return False
    name = noun.nbor(2)
    return noun.nbor(1).lower_ in ("de", "d'") and name.ent_type_ == "LOC" and is_capital(name.text)


def _names_an_organisation(noun: Token) -> bool:
    """«le Front de libération de X»: a bare noun that completes a capitalised one."""
    bare = noun.i >= sentence_of(noun).start + 2 and noun.nbor(-1).lower_ in ("de", "d'")
    return bare and noun.nbor(-2).text[:1].isupper()
