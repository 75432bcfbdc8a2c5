"""Who speaks: the subject of a verb of saying, before or after it, as a whole phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.actors import is_rubric
from extractor.captures.clause import date_tokens, group_start
from extractor.captures.cues import cue_words
from extractor.captures.saying import SPEAKING, verb_class
from extractor.captures.surface import subject_candidates
from extractor.captures.syntax import subjects
from extractor.captures.verb_group import group, is_passive
from extractor.captures.vocabulary import actor_side, is_country, is_demonym, is_role_noun
from extractor.captures.voice import is_reflexive
from extractor.naming.forms import plain
from extractor.naming.knowledge import roles
from extractor.naming.rules import word_list
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 16
_PAR = 8
_PRONOUNS = {"il", "elle", "ils", "elles", "on"}
_ANYBODY = {"on", "-on", "-t-on", "l'on"}
_WHERE = {"à", "au", "aux", "sur", "dans", "depuis", "devant", "lors", "auprès", "par"}
_OF = {"de", "des", "d'"}
_ONE_OF = {"un", "une", "plusieurs", "certains", "deux", "trois"}
_TITLE = 6  # tokens between a comma and the name of who holds an office
_BEFORE_TAG = (",", "»", "”", '"')


def speaker_of(verb: Token) -> list[int] | None:
    """Token range of who speaks: the verb's subject, before or after it.

    Args:
        verb: A verb of saying.
    """
    agents = [agent for agent in verb.children if agent.dep_ == "obl:agent"]
    passive = _is_passive(verb)
    if not agents and passive:
        agents = _after_par(verb)
    found = agents or ([] if passive else subjects(verb))
    pronoun = _inverted_pronoun(verb)
    if pronoun is not None and not agents:
        return pronoun if verb.doc[pronoun[0]].lower_ not in _ANYBODY else None
    if not agents and passive and is_passive(verb) and not is_reflexive(verb):
        return None  # «X a été signalée perdue»: nobody says by whom
    last = group_start(verb) - 1
    if last >= sentence_of(verb).start and verb.doc[last].lower_ in cue_words("pronouns", "the_last"):
        shown = verb.doc[max(0, last - 1)].lower_ in cue_words("pronouns", "this")
        return [last - shown, last + 1]  # «**ce dernier** affirme», «**celui-ci** assure»
    dates = date_tokens(verb.doc)
    ranges = [person_range(token) for token in found if token.i not in dates and not is_rubric(token)]
    before = [person_range(token) for token in subject_candidates(verb, dates)]
    start = group_start(verb)
    beside = bool(before) and before[0][1] == start and verb.doc[before[0][0]].pos_ == "DET"
    if beside and not _overlap(before[0], ranges) and can_speak(verb.doc, before[0]):
        ranges.insert(0, before[0])  # right before the verb word order is surer than the tree
    after = named_after(verb)
    inverted = start > sentence_of(verb).start and verb.doc[start - 1].text in _BEFORE_TAG
    if inverted and after is not None and can_speak(verb.doc, after):
        ranges.append(after)
    ranges += before
    if after is not None:
        ranges.append(after)
    said = next((phrase for phrase in ranges if _may_say(verb.doc, phrase)), None)
    if beside:
        place = said is not None and verb.doc[said[0]].ent_type_ == "LOC"
        said = before[0] if said is None or place else said  # who says something can speak
    return None if said is not None and verb.doc[said[0]].lower_ in _ANYBODY else said


def _overlap(phrase: list[int], others: list[list[int]]) -> bool:
    return any(phrase[0] < end and start < phrase[1] for start, end in others)


def _may_say(doc: Doc, phrase: list[int]) -> bool:
    """Whether a phrase can be a subject of saying: who can speak, a people, a capital, a pronoun."""
    if can_speak(doc, phrase):
        return True
    first, last = doc[phrase[0]], doc[phrase[1] - 1]
    people = any(is_demonym(token.text) and token.text[:1].isupper() for token in (first, last))
    return people or first.pos_ == "PRON" or first.ent_type_ == "LOC" or is_country(last.text)


def _inverted_pronoun(verb: Token) -> list[int] | None:
    """«affirme-t-**il**», «disent-**ils**»."""
    for token in tokens_of(verb.doc)[verb.i + 1 : min(verb.i + 3, sentence_of(verb).end)]:
        if not token.lower_.startswith("-"):
            break
        if token.lower_.rpartition("-")[2] in _PRONOUNS:
            return [token.i, token.i + 1]
    for token in group(verb):
        if token.lower_.startswith("-") and token.lower_.rpartition("-")[2] in _PRONOUNS:
            return [token.i, token.i + 1]
    return None


def agent_of(participle: Token) -> list[int] | None:
    """Token range after «par»: «donnée pour prise **par les rebelles**».

    Args:
        participle: A passive participle.
    """
    found = _after_par(participle)
    return person_range(found[0]) if found else None


def _after_par(verb: Token) -> list[Token]:
    """«a été déclarée libérée mardi **par le président**», where the tree has no agent."""
    for token in tokens_of(verb.doc)[verb.i + 1 : min(verb.i + _PAR, sentence_of(verb).end - 1)]:
        if token.text in (";", ":", "."):
            break
        if token.lower_ == "par":
            nouns = (
                other
                for other in tokens_of(verb.doc)[token.i + 1 : token.i + 4]
                if other.pos_ in ("NOUN", "PROPN")
            )
            return [noun for noun in list(nouns)[:1] if can_speak(verb.doc, [noun.i, noun.i + 1])]
    return []


def can_speak(doc: Doc, phrase: list[int]) -> bool:
    """Whether a phrase names a person, a group or an office; «ont revendiqué **la prise**» has an object.

    Args:
        doc: The text.
        phrase: Its token range.
    """
    return any(
        token.ent_type_ in ("PER", "ORG")
        or actor_side(token.lower_)
        or is_role_noun(token.lower_)
        or _speaks_for_itself(token)
        for token in tokens_of(doc)[phrase[0] : phrase[1]]
    )


def _speaks_for_itself(token: Token) -> bool:
    """«un médecin», «la radio», «des habitants»."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    forms = {token.lower_, token.lemma_.lower(), token.lower_.rstrip("s")}
    return (
        plain(token.lower_) in roles()
        or bool(forms & cue_words("nouns", "speaker"))
        or bool(forms & cue_words("nouns", "witness"))
    )


def named_after(verb: Token) -> list[int] | None:
    """Token range of the noun right after a verb: «…», a déclaré **un porte-parole**.

    What says where or to whom is passed over: «…», a déclaré à la télévision **un porte-parole**.

    Args:
        verb: A verb of saying.
    """
    doc, dates, i = verb.doc, date_tokens(verb.doc), verb.i + 1
    aside = False
    while i < min(verb.i + _REACH, sentence_of(verb).end):
        token = doc[i]
        if token.lower_ == "du" and doc[i + 1].lower_ == "moins":  # «prétend du moins X»
            i += 2
            continue
        if token.pos_ == "ADP" and token.lower_ in _WHERE and i not in dates:
            i, aside = _after_phrase(token), True
            continue
        if i not in dates and token.pos_ in ("NOUN", "PROPN") and not token.is_punct:
            found = person_range(token)
            if not aside or can_speak(doc, found):
                return found
            if doc[i - 1].pos_ == "DET":
                return None
            i += 1
            continue
        several = token.lower_ == "des" and i - 1 in dates  # «ont rapporté mardi **des** habitants»
        if several or (token.lower_ in _OF and doc[i - 1].lower_ in _ONE_OF):  # «l'un de leurs chefs»
            i += 1
            continue
        if i not in dates and token.pos_ not in ("DET", "ADJ", "ADV", "NUM", "PRON"):
            return None
        i += 1
    return None


def _after_phrase(preposition: Token) -> int:
    """Token after a phrase that says where or to whom: up to the next article or name that begins another."""
    doc = preposition.doc
    i = preposition.i + 1
    while i < sentence_of(preposition).end and doc[i].pos_ in ("DET", "ADJ", "NUM"):
        i += 1
    i += 1
    while i < sentence_of(preposition).end and (doc[i].ent_iob_ == "I" or doc[i].pos_ == "ADJ"):
        i += 1
    return i


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)


def person_range(head: Token) -> list[int]:
    """The noun phrase around a head, without what a comma or a relative clause adds.

    What is written speaks for who signs it: «un communiqué **de l'armée**».

    Args:
        head: Its head.
    """
    author = _author(head)
    if author is not None:
        head = author
    own = (
        child for child in head.lefts if child.dep_ in ("det", "amod", "nummod") and child.text[0].isalnum()
    )
    start = min([child.i for child in own] + [head.i])
    end = head.i + 1
    for token in tokens_of(head.doc)[head.i + 1 : min(head.i + 14, sentence_of(head).end)]:
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON") or _says(token):
            break
        if head not in token.ancestors and token.ent_iob_ != "I":
            break
        end = token.i + 1
    while end - 1 > head.i and head.doc[end - 1].pos_ in ("ADP", "DET", "ADV"):
        end -= 1
    return [start, _with_name(head, end)]


def _says(token: Token) -> bool:
    """Whether a form is a verb of saying that the tagger took for a noun: «Bagdad **dément**»."""
    return token.pos_ != "PROPN" and verb_class(token) in (*SPEAKING, "deny")


def _with_name(head: Token, end: int) -> int:
    """End of an office with the name of who holds it: «le porte-parole du groupe, **M. Paul Martin**,»."""
    doc = head.doc
    if head.ent_type_ or head.pos_ not in ("NOUN", "PROPN") or end + 1 >= sentence_of(head).end:
        return end
    name = end
    if doc[name].lower_ == "en" and doc[name + 1].lower_ == "chef":  # «commandant en chef»
        name += 2
    if name < sentence_of(head).end and doc[name].text == ",":
        name += 1
        name = next((i for i in range(name, min(name + _TITLE, len(doc))) if not _is_title(doc[i])), name)
    if name >= sentence_of(head).end or doc[name].ent_type_ != "PER" or doc[name].ent_iob_ != "B":
        return end
    end = name + 1
    while end < sentence_of(head).end and doc[end].ent_iob_ == "I":
        end += 1
    return end


def _is_title(token: Token) -> bool:
    """«le porte-parole, **le général de brigade** Paul Martin», «le ministre, **M.** Martin»."""
    if token.ent_type_ == "PER":
        return False
    return token.lower_ in ("le", "la", "l'", "de", "d'") or is_role_noun(token.lower_) or _is_courtesy(token)


def _is_courtesy(token: Token) -> bool:
    return plain(token.text).lower() in word_list("titles", "civilities")


def _author(head: Token) -> Token | None:
    """Who signs a text that speaks."""
    if head.lemma_.lower() not in cue_words("nouns", "document"):
        return None
    of = False
    for token in tokens_of(head.doc)[head.i + 1 : min(head.i + 7, sentence_of(head).end)]:
        if token.is_punct:
            break
        if token.lower_ in ("de", "du", "des", "d'", "par"):
            of = True
        elif of and (
            token.lower_ == "quartier"
            or token.ent_type_
            or actor_side(token.lower_)
            or is_role_noun(token.lower_)
        ):
            return token
    return None
