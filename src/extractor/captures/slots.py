"""The candidates for each slot of a frame, by the tree and by word order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import (
    causer_of,
    clitics,
    date_tokens,
    introduced_by,
    is_gerund,
    is_reflexive_causer,
    main_verb_of,
    opens_sentence,
)
from extractor.captures.cues import cue_words
from extractor.captures.expressions import check_end, check_noun
from extractor.captures.memory import remembered
from extractor.captures.nominal import apposed_to, governing_subject
from extractor.captures.noun_syntax import noun_arguments
from extractor.captures.relatives import antecedents
from extractor.captures.surface import subject_candidates, whose_turn
from extractor.captures.syntax import SUBJECT, arguments, oblique, preposition, subjects
from extractor.captures.vocabulary import actor_side, is_demonym, is_extent, place_noun
from extractor.captures.voice import has_auxiliary, is_passive, is_reflexive, looks_like_participle
from extractor.captures.word_order import noun_roles, surface_roles
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from extractor.captures.frames import Frame
    from extractor.captures.syntax import Arguments

_ABOUT = 5  # tokens from a copula to its infinitive: «est sur le point de tomber»
_VIA = 10  # tokens from a verb to the noun of its idiom


def slot_tokens(trigger: Token, frame: Frame, lemma: str) -> dict[str, list[Token]] | None:
    """The candidates for each slot of a frame, the likeliest first; None where the frame does not apply.

    Args:
        trigger: The token that may trigger the frame.
        frame: The frame.
        lemma: The lemma (verbs) or form (nouns) under which the frame was found.

    Raises:
        RejectedError: The words around the trigger make something else of it.
    """
    if not _has_its_form(trigger, frame) or _is_promise(trigger):
        return None
    roles = _verb_roles(trigger, lemma) if frame.verbs else noun_arguments(trigger)
    via: Token | None = None
    if frame.via:
        via = _via(trigger, frame, roles)
        if via is None:
            return None
    elif frame.nouns:
        check_noun(trigger, frame)
    by_order = surface_roles(trigger, lemma, via) if frame.verbs else noun_roles(trigger)
    if frame.objectless and _has_object(trigger, roles, by_order):
        return None
    bare = frame.verbs and looks_like_participle(trigger) and not has_auxiliary(trigger)
    causer = causer_of(trigger)
    caused = causer is not None
    if causer is not None and "subject" in frame.loser and not is_reflexive_causer(causer):
        return None  # «a fait évacuer X»: who leaves is not said
    if caused:
        roles = {role: nouns for role, nouns in roles.items() if role != "subject"}  # that of «faire»
    if bare or caused:
        roles, by_order = by_order, roles  # the tree hangs bare participles anywhere
    check_end(via if via is not None else trigger, frame)
    actors = {
        slot: [*_first(trigger, names, roles, via), *_first(trigger, names, by_order, via)]
        for slot, names in (("taker", frame.taker), ("loser", frame.loser))
    }
    if frame.nouns:
        actors["taker"] = [noun for noun in actors["taker"] if not _is_cited(noun, trigger)]
    return actors | {
        "place": [
            token
            for found in (roles, by_order)
            for name in frame.place
            for token in _first(trigger, [name], found, via)
        ],
        "via": [via] if via is not None else [],
    }


def _is_cited(noun: Token, trigger: Token) -> bool:
    """«la libération de X, **citée par** Y»: whose words they are, not who took X."""
    i = noun.i - 1
    while i > trigger.i and noun.doc[i].pos_ in ("DET", "ADJ", "NOUN"):
        i -= 1
    return noun.doc[i].lower_ == "par" and noun.doc[i - 1].lemma_.lower() in ("cité", "citer")


def _has_its_form(trigger: Token, frame: Frame) -> bool:
    """Whether verb or noun stands as the frame wants it: reflexive, introduced, beside a date."""
    if frame.verbs and frame.reflexive is not None and _reflexive(trigger) != frame.reflexive:
        return False
    if (frame.dated and not is_dated(trigger)) or (frame.led_by and not _led_by(trigger, frame)):
        return False
    return not frame.after or (preposition(trigger) or introduced_by(trigger)) in frame.after


def _is_promise(verb: Token) -> bool:
    """«Nous y **reviendrons**»: the last words of a paper, no march."""
    return verb.lower_ == "reviendrons" and any(clitic.lower_ == "y" for _, clitic in clitics(verb))


def _led_by(noun: Token, frame: Frame) -> bool:
    before = " ".join(
        token.lower_ for token in tokens_of(noun.doc)[max(sentence_of(noun).start, noun.i - 3) : noun.i]
    )
    return before.endswith(frame.led_by)


def _has_object(verb: Token, roles: Arguments, by_order: Arguments) -> bool:
    """«a cédé **du terrain**»: after the verb; its own pronoun «se» and a date are none."""
    dates = date_tokens(verb.doc)
    found = [*roles.get("object", ()), *by_order.get("object", ())]
    return any(noun.i > verb.i and noun.i not in dates for noun in found)


def is_dated(trigger: Token) -> bool:
    """Whether a date stands right beside a trigger.

    Args:
        trigger: The trigger.
    """
    dates = date_tokens(trigger.doc)
    near = range(max(sentence_of(trigger).start, trigger.i - 4), min(sentence_of(trigger).end, trigger.i + 5))
    return any(i in dates for i in near)


@remembered
def _verb_roles(verb: Token, lemma: str) -> Arguments:
    """The roles of the tree, with the subject right before the verb where the tree borrows a farther one.

    «L'armée a repris X et **les miliciens** se sont emparés de Y»; a gerund has that of its main verb.
    """
    roles, dates = arguments(verb, lemma), date_tokens(verb.doc)
    turn = whose_turn(verb)
    if turn is not None:
        return {**roles, "subject": [turn]}
    if is_gerund(verb):
        main = main_verb_of(verb)
        found = (subjects(main) or list(subject_candidates(main, dates))) if main is not None else []
        return {**roles, "subject": found}
    if not roles.get("subject") and opens_sentence(verb):
        main = main_verb_of(verb)
        return roles if main is None else {**roles, "subject": list(subject_candidates(main, dates))}
    about = _about_to(verb)
    if about is not None:
        return {**roles, "subject": [*subjects(about), *subject_candidates(about, dates)]}
    inherited = not any(child.dep_.startswith("nsubj") for child in verb.children)
    if not inherited or verb.head.i >= verb.i or is_passive(verb, lemma):
        return roles
    nearer = [subject for subject in subject_candidates(verb, dates) if _opens_clause(subject, verb.head)]
    return {**roles, "subject": nearer} if nearer and verb.dep_ == "conj" else roles


def _about_to(verb: Token) -> Token | None:
    """The copula of «X **est** sur le point de tomber»: its subject is that of the infinitive."""
    start = sentence_of(verb).start
    if verb.i < start + _ABOUT or verb.nbor(-1).lower_ not in ("de", "d'"):
        return None
    if verb.nbor(-2).lower_ not in cue_words("idioms", "plan"):
        return None
    before = tokens_of(verb.doc)[verb.i - _ABOUT : verb.i]
    return next((token for token in reversed(before) if token.lemma_ in ("être", "sembler")), None)


def _opens_clause(subject: Token, before: Token) -> bool:
    """Whether a conjunction or comma parts a subject from the verb before, whose object it else is."""
    between = tokens_of(subject.doc)[before.i + 1 : max(before.i + 1, subject.i)]
    return any(token.pos_ == "CCONJ" or token.text in (",", ";", ":") for token in between)


def _reflexive(verb: Token) -> bool:
    if causer_of(verb) is not None:
        return False  # «s'est fait prendre X»: the pronoun belongs to «faire»
    if is_reflexive(verb):
        return True
    before = tokens_of(verb.doc)[max(sentence_of(verb).start, verb.i - 5) : verb.i]
    for token in reversed(before):
        if token.lower_ in ("se", "s'"):
            return True
        if token.pos_ in ("NOUN", "PROPN", "PUNCT") or (token.pos_ == "VERB" and token.i != verb.i):
            return False
    return False


def _has_other_object(verb: Token) -> bool:
    """«**l'**ont tenue trois semaines», «**X, qu'**ils ont tenue un mois»: no idiom has two objects."""
    if any(role == "object" for role, _ in clitics(verb)):
        return True
    return antecedents(verb, date_tokens(verb.doc))[0] == "object"


def _via(trigger: Token, frame: Frame, roles: Arguments) -> Token | None:
    if frame.via_role == ("object",) and _has_other_object(trigger):
        return None
    for role in frame.via_role:
        nouns: list[Token] = [*roles.get(role, ())]
        if role == "subject":
            nouns.extend(subject_candidates(trigger, date_tokens(trigger.doc)))
        for noun in nouns:
            if role not in ("subject", "object") and noun.i < trigger.i:
                continue
            if noun.lemma_.lower() in frame.via or noun.lower_.rstrip("s") in frame.via:
                return noun
    for token in tokens_of(trigger.doc)[trigger.i + 1 : min(trigger.i + _VIA, sentence_of(trigger).end)]:
        if token.pos_ in ("PUNCT", "VERB"):
            return None
        if token.lemma_.lower() in frame.via or token.lower_.rstrip("s") in frame.via:
            before = preposition(token)
            fits = (
                not frame.via_role
                or before in frame.via_role
                or (before is None and "object" in frame.via_role)
            )
            return token if fits else None
    return None


def _first(trigger: Token, slots: Sequence[str], roles: Arguments, via: Token | None) -> list[Token]:
    dates = date_tokens(trigger.doc)
    for slot in slots:
        found = _slot(trigger, slot, roles, via)
        found = [token for token in found if (via is None or token.i != via.i) and token.i not in dates]
        if found:
            mere = slot == "object" and found[0].i > trigger.i and _is_mere_thing(found[0])
            return found[:1] if mere else found
    return []


def _is_mere_thing(noun: Token) -> bool:
    """«perdre **la vie** aux Deux Alpes»: what the verb is about; no name after it is its object."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or not noun.is_lower or noun.i in date_tokens(noun.doc):
        return False
    return not (place_noun(noun.lower_) or is_extent(noun.lower_) or actor_side(noun.lower_) or noun.like_num)


def _slot(trigger: Token, slot: str, roles: Arguments, via: Token | None) -> list[Token]:
    if slot.endswith("adjective"):
        noun = trigger if via is None else via
        return [
            side
            for side in tokens_of(noun.doc)[noun.i + 1 : noun.i + 2]
            if side.pos_ == "ADJ" and _is_side(side)
        ]
    if slot.startswith("via:"):
        return roles.get(slot) or (noun_arguments(via).get(slot[4:], []) if via is not None else [])
    if slot.startswith(("subject:", "object:")):
        role, before = slot.split(":")
        owners = [noun_arguments(noun).get(before, []) for noun in roles.get(role, ())]
        return [token for found in owners for token in found]
    if slot in _BESIDE:
        return _BESIDE[slot](trigger)
    if slot.startswith("head:"):  # «les combats font rage **dans** la ville»
        return oblique(trigger.head, slot[5:]) if trigger.dep_ in SUBJECT else []
    return roles.get(slot, []) or ([] if slot in _OF_TREE else oblique(trigger, slot))


def _is_side(adjective: Token) -> bool:
    """«sous contrôle **rebelle**», «sous pavillon **norlandais**»."""
    return actor_side(adjective.lower_) is not None or is_demonym(adjective.text)


_OF_TREE = ("subject", "object", "possessive")
# Slots that look beside the trigger rather than below it.
_BESIDE: dict[str, Callable[[Token], list[Token]]] = {
    "self": lambda trigger: [trigger],
    "apposed": lambda trigger: [noun for noun in [apposed_to(trigger)] if noun is not None],
    "head:subject": governing_subject,
}
