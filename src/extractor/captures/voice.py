"""The voice of a verb: participles, auxiliaries, passives and reflexives, by form and by the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.captures.memory import remembered
from extractor.lexicon import words
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

REFLEXIVE = {"se", "s'", "s’"}
QUOTES = {"«", "»", '"', "“", "”"}
_PARTICIPLE = re.compile(r"(?:[éiu]e?s?|ise?s?|ites?|erte?s?)$")
_ONLY_PARTICIPLE = ("ée", "ées", "és")  # the tagger takes «évacuée» for an infinitive


_BESIDE = 3  # tokens from an auxiliary to its participle
_ASIDE = 14  # tokens: «ont, après quatre heures de combats, pris X»
_HELPERS = {"a", "ont", "avait", "avaient", "avoir", "est", "sont", "était", "étaient", "être"}
NEGATIVE = {"pas", "plus", "jamais", "guère", "nullement", "point", "aucun", "aucune", "rien", "ni"}


@remembered
def is_participle(token: Token) -> bool:
    """True for a past participle, by form: the tagger calls many of them nouns or adjectives."""
    if token.pos_ == "VERB" and token.lower_.endswith(_ONLY_PARTICIPLE):
        return True
    return "VerbForm=Part" in str(token.morph) and "Tense=Pres" not in str(token.morph)


@remembered
def auxiliaries(token: Token) -> list[Token]:
    """Auxiliaries and copulas of a verb, in order."""
    own = [child for child in token.lefts if child.dep_.startswith("aux") or child.dep_ == "cop"]
    if not own and token.dep_ == "conj" and is_participle(token) and is_participle(token.head):
        return auxiliaries(token.head)  # «ont bombardé X et pris Y»
    return own or ([token.head] if hangs_on_auxiliary(token) else [])


def hangs_on_auxiliary(token: Token) -> bool:
    """«l'avaient déjà **prise**»: the parser took «avoir» for the verb and the participle for its object.

    Args:
        token: The participle.
    """
    head = token.head
    beside = token.dep_ == "obj" and head.lemma_ == "avoir" and 0 < token.i - head.i <= _BESIDE
    return beside and is_participle(token)


def is_unaccusative(lemma: str) -> bool:
    """True for a verb that is conjugated with «être» and has no passive («tomber», «passer»)."""
    return lemma in words("lexicons/unaccusative_verbs.txt")


@remembered
def is_passive(token: Token, lemma: str) -> bool:
    """True where the grammatical subject is the object of the act: full and reduced passives."""
    if is_unaccusative(lemma) or is_reflexive(token):
        return False
    helpers = auxiliaries(token) or auxiliaries_before(token)
    if helpers:
        return any(helper.lemma_ == "être" for helper in helpers)
    if "VerbForm=Fin" in str(token.morph) and _PARTICIPLE.search(token.lower_) is None:
        return False  # «leur appartenait», whatever the tree calls its subject
    if any(child.dep_ == "nsubj:pass" for child in token.lefts):
        return True
    return is_participle(token) or _looks_reduced(token)


def looks_like_participle(token: Token) -> bool:
    """True for the form of a past participle, whatever its tag."""
    return is_participle(token) or (token.pos_ != "VERB" and _PARTICIPLE.search(token.lower_) is not None)


def has_auxiliary(token: Token) -> bool:
    """True where a form of «être» or «avoir» belongs to the verb, by the tree or right before it."""
    return bool(auxiliaries(token) or auxiliaries_before(token))


@remembered
def auxiliaries_before(token: Token) -> list[Token]:
    """Auxiliaries right before a verb by word order: «auraient en outre pris»."""
    found = []
    before = aside_before(token)
    end = token.i if before is None else before
    for other in reversed(tokens_of(token.doc)[max(sentence_of(token).start, end - 4) : end]):
        if other.pos_ == "AUX" or other.lower_ in ("être", "avoir", "été"):
            found.append(other)
        elif other.text in QUOTES:
            continue
        elif other.pos_ in ("NOUN", "PROPN", "PUNCT", "VERB", "SCONJ", "CCONJ"):
            break
    return found[::-1]


def aside_before(participle: Token) -> int | None:
    """Where the aside opens that parts an auxiliary from its participle: «ont**,** selon Y**,** pris X».

    Args:
        participle: The participle.
    """
    tokens, start = tokens_of(participle.doc), sentence_of(participle).start
    if (
        participle.i < start + _BESIDE
        or tokens[participle.i - 1].text != ","
        or not is_participle(participle)
    ):
        return None
    for token in reversed(tokens[max(start + 1, participle.i - _ASIDE) : participle.i - 1]):
        if token.text == ",":
            before = tokens[token.i - 1]
            helper = tokens[token.i - 2] if before.lower_ in NEGATIVE and token.i - 2 > start else before
            return token.i if helper.pos_ == "AUX" or helper.lower_ in _HELPERS else None
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
            return None
    return None


def _looks_reduced(token: Token) -> bool:
    """«Orlec, reprise par l'armée»: tagged a noun, but no determiner stands before it."""
    if _PARTICIPLE.search(token.lower_) is None or token.pos_ == "VERB":
        return False
    return all(child.dep_ not in ("det", "case") for child in token.lefts)


@remembered
def is_reflexive(token: Token) -> bool:
    """True for «s'emparer», «se rendre»."""
    return any(child.lower_ in REFLEXIVE for child in token.lefts)


def copula_of(noun: Token) -> Token | None:
    """«X n'**est** pas aux mains de Y», whichever the parser took for the head; None without one.

    Args:
        noun: The predicate.
    """
    if noun.head.lemma_ == "être" and (noun.dep_ == "xcomp" or noun.dep_.startswith("obl")):
        return noun.head
    return next((child for child in noun.children if child.dep_ == "cop"), None)
