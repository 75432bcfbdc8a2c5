"""Whether a trigger is of armed conflict, or of elections, sport or business in its words."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from extractor.captures.vocabulary import actor_side, is_armed_noun, is_demonym
from extractor.lexicon import tables
from extractor.naming.knowledge import look_up
from extractor.sentences import forms_of, sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

_DOMAINS = "captures/domains.toml"
_AROUND = 250  # tokens: a whole dispatch of the usual length
_IN_SENTENCE = 2  # a word beside the trigger counts for more than one further off
_ACTOR = 4
_POLICE = ["de", "l'", "ordre"]  # «forces de l'ordre»
_FAR = 6  # what the words further off can weigh at most


@cache
def _words(domain: str) -> frozenset[str]:
    return frozenset(tables(_DOMAINS)[domain])


def is_armed(name: str) -> bool:
    """True for the name of an armed group or an army.

    Args:
        name: Name of an organisation.
    """
    known = look_up(name)
    return known is not None and known.kind in ("armed_group", "military")


def is_armed_actor(phrase: Span) -> bool:
    """True for a phrase that names who bears arms: «les rebelles», «l'armée», a known group.

    Args:
        phrase: What fills the slot of a taker or loser.
    """
    return is_armed(phrase.text) or any(is_armed_noun(token.lower_) for token in phrase)


def is_civil_actor(phrase: Span) -> bool:
    """True for who takes towns by votes, goals or money: «le parti», «la gauche», «le club».

    Args:
        phrase: What fills the slot of a taker or loser.
    """
    known = look_up(phrase.text)
    if known is not None and known.kind in ("party", "company", "media"):
        return True
    return any(token.lower_ in _words("civil_actors") for token in phrase)


def may_fight(phrase: Span) -> bool:
    """True for who can take a town by force: armed actors, states and peoples, not persons.

    Args:
        phrase: What fills the slot of a taker or loser.
    """
    if is_civil_actor(phrase):
        return False
    head = phrase[0]
    if is_armed_actor(phrase) or actor_side(head.lower_) or is_demonym(head.text):
        return True
    return head.ent_type_ in ("ORG", "LOC") or head.pos_ in ("PRON", "DET")


def is_conflict(trigger: Token, actors: Sequence[Span]) -> bool:
    """True where a trigger is of war: by who fills its slots, by its sentence, then by the words further off.

    Args:
        trigger: The trigger.
        actors: What fills the slots of taker and loser.
    """
    if any(is_civil_actor(actor) for actor in actors):
        return False
    armed = sum(_ACTOR for actor in actors if is_armed_actor(actor))
    doc, sentence = trigger.doc, sentence_of(trigger)
    start, end = sentence.start, sentence.end
    words = _domains_in(doc)
    first, last = max(0, trigger.i - _AROUND), min(len(doc), max(end, trigger.i + _AROUND))
    named = sum(
        bears and ((first <= a and b <= start) or (end <= a and b <= last))
        for a, b, _, bears in words.entities
    )
    war, civil = words.count(start, end)
    far_war, far_civil = (
        before + after
        for before, after in zip(words.count(first, start), words.count(end, last), strict=True)
    )
    inside = sum(
        _ACTOR
        for a, b, label, bears in words.entities
        if bears and label == "ORG" and start <= a and b <= end
    )
    balance = max(-_FAR, min(_FAR, far_war + named - far_civil))
    evidence = armed + inside + war + far_war + named
    return evidence > 0 and armed + inside + _IN_SENTENCE * (war - civil) + balance >= 0


class _Words:
    """The words of armed conflict and of civil life of a text, counted from its start."""

    def __init__(self, doc: Doc) -> None:
        forms = forms_of(doc)
        domains = [
            (False, False) if form == "forces" and forms[i + 1 : i + 4] == _POLICE else _domains(form)
            for i, form in enumerate(forms)
        ]
        self._war = [0, *accumulate(war for war, _ in domains)]
        self._civil = [0, *accumulate(civil for _, civil in domains)]
        self.entities = [(ent.start, ent.end, ent.label_, is_armed(ent.text)) for ent in doc.ents]

    def count(self, start: int, end: int) -> tuple[int, int]:
        """How many words of a stretch are of armed conflict, how many of civil life."""
        end = max(start, end)
        return self._war[end] - self._war[start], self._civil[end] - self._civil[start]


_domains_in = lru_cache(maxsize=2)(_Words)


@lru_cache(maxsize=2)
def words_of_war(doc: Doc) -> list[int]:
    """The words of armed conflict of a text, in order: `extractor_likelihood` and `extractor_scope` ask.

    Args:
        doc: The text.
    """
    return [i for i, form in enumerate(forms_of(doc)) if _domains(form)[0]]


@lru_cache(maxsize=1 << 12)
def _domains(form: str) -> tuple[bool, bool]:
    """Whether a word is of armed conflict, and of civil life."""
    war = form in _words("conflict") or actor_side(form) == "insurgent" or is_armed_noun(form)
    return war, form in _words("civil")
