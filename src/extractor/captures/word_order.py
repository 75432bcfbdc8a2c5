"""The arguments of a trigger by word order alone; roles as in `extractor.captures.syntax.arguments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import (
    causer_of,
    clitics,
    date_tokens,
    group_start,
    is_finite,
    is_gerund,
    is_reflexive_causer,
)
from extractor.captures.memory import remembered
from extractor.captures.modified import after_comma, modified_candidates
from extractor.captures.relatives import antecedents
from extractor.captures.surface import object_candidates, subject_candidates
from extractor.captures.syntax import subjects
from extractor.captures.verb_group import CLITICS
from extractor.captures.voice import (
    has_auxiliary,
    is_passive,
    is_reflexive,
    is_unaccusative,
    looks_like_participle,
)
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extractor.captures.syntax import Arguments


_CALLING = {"annoncer", "croire", "dire", "déclarer", "prétendre", "proclamer"}


@remembered
def surface_roles(verb: Token, lemma: str, via: Token | None) -> Arguments:
    """The arguments of a verb by word order; roles as in `extractor.captures.syntax.arguments`.

    Args:
        verb: The verb.
        lemma: Its lemma.
        via: The noun of its idiom, if any.
    """
    dates = date_tokens(verb.doc)
    roles: Arguments = {}
    for before, noun in object_candidates(verb, dates):
        if (via is None or noun.i != via.i) and (before or "object" not in roles):
            roles.setdefault(before or "object", []).append(noun)
    if via is not None:
        for before, noun in object_candidates(via, dates):
            roles.setdefault(f"via:{before}", []).append(noun)
    for role, clitic in clitics(verb):
        roles.setdefault(role, []).append(clitic)
    causer = causer_of(verb)
    if causer is not None:
        return _causative(verb, causer, roles, dates, moves=is_unaccusative(lemma))
    role, antecedent = antecedents(verb, dates)
    after = roles.get("object", [])
    if antecedent:
        roles[role] = antecedent
    before_verb = _before(verb, dates)
    if is_passive(verb, lemma):
        freed = [noun for noun in after if noun.doc[noun.i - 1].lower_ == "des"]
        after = [noun for noun in after if noun not in freed]
        of = [*roles.get("de", []), *freed]  # «a été libérée **des rebelles**», tagged an article
        inverted = after if has_auxiliary(verb) else []  # «Mardi était prise X»
        return {**roles, "de": of, "object": before_verb or inverted, "subject": roles.get("par", [])}
    if not before_verb and (antecedent or is_unaccusative(lemma) or is_reflexive(verb)):
        before_verb = after  # «dont s'est emparée l'armée», «Est tombée X»
    return {**roles, "subject": before_verb}


def _causative(
    verb: Token, causer: Token, roles: Arguments, dates: frozenset[int], *, moves: bool
) -> Arguments:
    """The roles of «fait tomber X», «fait prendre X», «s'est fait prendre X par Y», «s'en faire chasser»."""
    for role, clitic in clitics(causer):
        roles.setdefault(role, []).append(clitic)
    relative, antecedent = antecedents(causer, dates)
    if antecedent:
        roles[relative] = antecedent
    near = list(subject_candidates(causer, dates)) if "VerbForm=Inf" not in str(causer.morph) else []
    made = near or subjects(causer) or subjects(verb)
    by = roles.get("par", [])
    if not is_reflexive_causer(causer):
        made = [] if causer.lower_.startswith("laiss") else made
        moved = roles.get("object", []) if moves else made
        return {**roles, "subject": by or moved, "causer": made}
    victim = "à" if roles.get("object") else "object"
    return {**roles, victim: made, "subject": by}


def _before(verb: Token, dates: frozenset[int]) -> list[Token]:
    """The grammatical subject by word order, or the noun that a participle without auxiliary describes."""
    if is_gerund(verb):
        return []
    if has_auxiliary(verb) or not looks_like_participle(verb):
        return list(subject_candidates(verb, dates)) or list(_behind_adjunct(verb))
    return _said_of(verb) or list(modified_candidates(verb, dates))


def _behind_adjunct(verb: Token) -> Iterator[Token]:
    """«Trois ans après avoir conquis X, **les rebelles** …»: the subject of the main clause."""
    first = group_start(verb)
    before = tokens_of(verb.doc)[sentence_of(verb).start : first]
    fronted = verb.doc[first].lower_ in ("avoir", "être") or verb.doc[first].lower_ in CLITICS
    if fronted and before and before[-1].lower_ == "après" and not any(is_finite(token) for token in before):
        yield from after_comma(verb)


def _said_of(participle: Token) -> list[Token]:
    """«**l'**a dite conquise», «disent **X** conquise»: what somebody calls so."""
    before = tokens_of(participle.doc)[max(sentence_of(participle).start, participle.i - 3) : participle.i]
    saying = next((token for token in reversed(before) if token.lemma_ in _CALLING), None)
    if saying is None:
        return []
    between = [token for token in before if token.i > saying.i]
    if not between:
        return [clitic for role, clitic in clitics(saying) if role == "object"]
    return between if len(between) == 1 and between[0].pos_ == "PROPN" else []


@remembered
def noun_roles(noun: Token) -> Arguments:
    """The complements of a nominal trigger by word order.

    Args:
        noun: The trigger.
    """
    roles: Arguments = {}
    for before, other in object_candidates(noun, date_tokens(noun.doc)):
        if before:
            roles.setdefault(before, []).append(other)
    role, antecedent = antecedents(noun, date_tokens(noun.doc))
    if role == "de":  # «X, dont les rebelles revendiquent la prise»
        roles.setdefault("de", []).extend(antecedent)
    return roles
