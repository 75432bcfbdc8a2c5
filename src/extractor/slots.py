"""Fills the slots of a frame: which tokens stand in them, and whether they can be a place or an actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.syntax import arguments, is_reflexive, noun_arguments, oblique, preposition, subjects
from extractor.vocabulary import actor_side, is_role_noun, place_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from extractor.frames import Frame
    from extractor.syntax import Arguments

Kind = Literal["name", "definite", "pronoun", "possessive", "aggregate", "phrase"]
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
    "ceux-ci",
    "celui-ci",
    "celle-ci",
    "ces",
}
_DEFINITE = {"la", "le", "l'", "cette", "ce", "cet", "sa", "son", "leur", "les", "ces"}
_POSSESSIVE = {"sa", "son", "ses", "leur", "leurs"}
_SUPPORT = {"revendiquer", "annoncer", "fêter", "célébrer", "proclamer", "poursuivre", "achever", "lancer"}
_WINDOW = 7


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands in a slot.

    Attributes:
        kind: A name, a definite description («la ville»), a pronoun, a possessive, a counted aggregate, or
            another noun phrase.
        start: First token.
        end: Token after the last one.
        head: Its head token.
    """

    kind: Kind
    start: int
    end: int
    head: int

    def to_plain(self) -> dict[str, int | str]:
        """The same as plain values, for the Doc."""
        return {"kind": self.kind, "start": self.start, "end": self.end, "head": self.head}


class ImpossibleFillerError(Exception):
    """The slot holds something that can be neither place nor actor: the frame does not apply."""


def slot_tokens(trigger: Token, frame: Frame, lemma: str) -> dict[str, list[Token]] | None:
    """The tokens in each slot of a frame, None where the trigger is not the frame's.

    Args:
        trigger: The token that may trigger the frame.
        frame: The frame.
        lemma: The lemma (verbs) or form (nouns) under which the frame was found.
    """
    roles = arguments(trigger, lemma) if frame.verbs else noun_arguments(trigger)
    if frame.verbs and frame.reflexive is not None and _reflexive(trigger) != frame.reflexive:
        return None
    if frame.after and preposition(trigger) not in frame.after:
        return None
    via: Token | None = None
    if frame.via:
        via = _via(trigger, frame, roles)
        if via is None:
            return None
    elif frame.nouns and _taken(trigger):
        return None
    return {
        "place": _first(trigger, frame, frame.place, roles, via) or _surface_places(trigger, frame, via),
        "taker": _first(trigger, frame, frame.taker, roles, via),
        "loser": _first(trigger, frame, frame.loser, roles, via),
        "via": [via] if via is not None else [],
    }


def _taken(noun: Token) -> bool:
    """«prise d'otages», «prise de parole»: a bare noun after «de» makes another noun of it."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return (
        len(after) == 2
        and after[0].lower_ in ("de", "d'")
        and after[1].pos_ == "NOUN"
        and after[1].is_lower
        and place_noun(after[1].lower_) is None
    )


def _reflexive(verb: Token) -> bool:
    if is_reflexive(verb):
        return True
    before = verb.doc[max(verb.sent.start, verb.i - 5) : verb.i]
    for token in reversed(before):
        if token.lower_ in ("se", "s'"):
            return True
        if token.pos_ in ("NOUN", "PROPN", "PUNCT") or (token.pos_ == "VERB" and token.i != verb.i):
            return False
    return False


def _via(trigger: Token, frame: Frame, roles: Arguments) -> Token | None:
    for role in frame.via_role:
        for noun in roles.get(role, ()):
            if noun.lemma_.lower() in frame.via or noun.lower_.rstrip("s") in frame.via:
                return noun
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + 6, trigger.sent.end)]:
        if token.pos_ == "PUNCT" or token.pos_ == "VERB":
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


def _first(
    trigger: Token, frame: Frame, slots: Sequence[str], roles: Arguments, via: Token | None
) -> list[Token]:
    for slot in slots:
        found = _slot(trigger, slot, roles, via)
        found = [token for token in found if via is None or token.i != via.i]
        if found:
            return found
    return []


def _slot(trigger: Token, slot: str, roles: Arguments, via: Token | None) -> list[Token]:
    if slot.startswith("via:"):
        return noun_arguments(via).get(slot[4:], []) if via is not None else []
    if slot == "head:subject":
        return _governing_subject(trigger)
    if slot in ("subject", "object", "possessive"):
        return roles.get(slot, [])
    return roles.get(slot, []) or oblique(trigger, slot)


def _governing_subject(noun: Token) -> list[Token]:
    """«l'armée annonce la prise de …»; «Sarvane est aux mains de …»."""
    own = [child for child in noun.children if child.dep_.startswith("nsubj")]
    if own:
        return own
    if noun.dep_ in ("nmod", "acl", "appos") and noun.head.pos_ in ("PROPN", "NOUN"):
        return [noun.head]
    verb = next((head for head in noun.ancestors if head.pos_ == "VERB"), noun.head)
    if noun.dep_ == "obj" and verb.lemma_ in _SUPPORT:
        return subjects(verb)
    if noun.dep_.startswith(("obl", "xcomp")) and verb.lemma_ in ("être", "rester", "demeurer", "retomber"):
        return subjects(verb)
    return []


def _surface_places(trigger: Token, frame: Frame, via: Token | None) -> list[Token]:
    """The place by word order alone, for where the parse went wrong: right after the trigger or its idiom."""
    wanted = {slot.removeprefix("via:") for slot in frame.place}
    anchor = via if via is not None else trigger
    found: list[Token] = []
    if wanted.intersection(("object", "de", "sur", "dans")):
        found = _after(anchor, wanted)
    if not found and "subject" in wanted:
        found = _before(trigger)
    return found


def _after(anchor: Token, prepositions: set[str]) -> list[Token]:
    seen_preposition = "object" in prepositions
    for token in anchor.doc[anchor.i + 1 : min(anchor.i + _WINDOW, anchor.sent.end)]:
        if token.ent_type_ == "LOC" or place_noun(token.lower_):
            return [token] if seen_preposition else []
        if token.pos_ == "ADP" or token.lower_ in ("du", "des"):
            introduced = {"du": "de", "des": "de", "d'": "de"}.get(token.lower_, token.lower_)
            if introduced not in prepositions:
                return []
            seen_preposition = True
        elif token.pos_ not in ("DET", "ADJ", "ADV", "NUM"):
            return []
    return []


def _before(trigger: Token) -> list[Token]:
    """The first noun of the clause that no preposition introduces, if it is a place."""
    for token in trigger.doc[max(trigger.sent.start, trigger.i - 30) : trigger.i]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ != "expl:subj":
            introduced = token.i > trigger.sent.start and token.nbor(-1).pos_ == "ADP"
            if (token.ent_type_ == "LOC" or place_noun(token.lower_)) and not introduced:
                return [token]
            if not introduced and token.pos_ != "PRON":
                return []
    return []


def read_places(tokens: Sequence[Token], frame: Frame) -> list[Filler]:
    """The places among the tokens of a slot.

    Args:
        tokens: Heads of the phrases in the slot.
        frame: Its frame.
    """
    found: list[Filler] = []
    for token in tokens:
        for filler in _places_of(token, frame):
            if all(filler.start != other.start for other in found):
                found.append(filler)
    return found


def _places_of(token: Token, frame: Frame) -> list[Filler]:
    if token.ent_type_ == "LOC":
        return [entity_filler(name) for name in (token, *listed_after(token))]
    if token.lower_ in _POSSESSIVE and token.pos_ == "DET":
        return [Filler("possessive", token.i, token.i + 1, token.i)]
    if place_noun(token.lower_):
        return _described(token)
    if token.pos_ == "PRON":
        anaphoric = token.lower_ in _ANAPHORIC
        return [Filler("pronoun", token.i, token.i + 1, token.i)] if anaphoric else []
    named = (
        token.text[:1].isupper()
        and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
        and not actor_side(token.lower_)
    )
    if frame.names_place and named:
        entity = entity_filler(token)
        if token.ent_type_ not in ("PER", "ORG") or entity.end - entity.start == 1:
            return [entity]
    return []


def entity_filler(token: Token) -> Filler:
    """The whole entity around a token, or the token alone."""
    start = end = token.i
    while token.ent_iob_ != "O" and start > 0 and token.doc[start].ent_iob_ == "I":
        start -= 1
    while end + 1 < len(token.doc) and token.doc[end + 1].ent_iob_ == "I" and token.ent_iob_ != "O":
        end += 1
    return Filler("name", start, end + 1, token.i)


def _described(noun: Token) -> list[Filler]:
    """«la ville de X», «la troisième ville du pays, X», «la ville», «13 des 34 capitales»."""
    name = _name_after(noun)
    if name is not None:
        return [entity_filler(token) for token in (name, *listed_after(name))]
    numbers = [child for child in noun.children if child.dep_ == "nummod" or child.pos_ == "NUM"]
    if numbers and noun.text.endswith(("s", "x")):
        return [Filler("aggregate", min(child.i for child in numbers), noun.i + 1, noun.i)]
    definite = any(child.lower_ in _DEFINITE for child in noun.lefts if child.dep_ == "det")
    if definite and not noun.lower_.endswith(("s", "x")):
        return [Filler("definite", noun.i, noun.i + 1, noun.i)]
    return []


def _name_after(noun: Token) -> Token | None:
    """The name that a noun of place introduces: «ville de X», «troisième ville du pays, X».

    «la capitale de Y» and «la deuxième ville de Y» do not name Y: there the name stands after a comma.
    """
    ranked = noun.lower_ in ("capitale", "chef-lieu") or any(
        child.pos_ == "ADJ"
        and child.i < noun.i
        and child.lower_ not in ("petite", "grande", "petit", "grand", "vieille")
        for child in noun.lefts
    )
    commas = 0
    for token in noun.doc[noun.i + 1 : min(noun.i + 9, noun.sent.end)]:
        if token.text == ",":
            commas += 1
            if commas > 1:
                return None
        elif _is_name(token):
            if commas or not ranked:
                return token if commas <= 1 and (commas == 0 or token.nbor(-1).text == ",") else None
        elif commas or token.pos_ not in ("ADP", "DET", "ADJ", "NOUN", "PROPN"):
            return None
        elif token.pos_ == "NOUN" and not ranked:
            return None
    return None


def _is_name(token: Token) -> bool:
    return token.ent_type_ == "LOC" or (
        token.text[:1].isupper() and token.ent_type_ not in ("PER", "ORG") and not actor_side(token.lower_)
    )


def listed_after(name: Token) -> list[Token]:
    """The other places of a list that begins with a name: «X, Y et Z», «X et de Y».

    A comma alone makes no list («X, Norlande»): it must end with «et» or «ou».

    Args:
        name: A token of the first name.
    """
    found: list[Token] = []
    joined = False
    doc, i = name.doc, entity_filler(name).end
    while i + 1 < name.sent.end and doc[i].lower_ in (",", "et", "ou"):
        joined = joined or doc[i].lower_ != ","
        following = i + 1
        while following < name.sent.end and doc[following].lower_ in ("de", "d'", "à", "la", "l'"):
            following += 1
        if following >= name.sent.end or doc[following].ent_type_ != "LOC":
            break
        found.append(doc[following])
        i = entity_filler(doc[following]).end
    return found if joined else []


def read_actor(tokens: Sequence[Token]) -> Filler | None:
    """Who stands in a slot; None where nobody does or where it is left open.

    Args:
        tokens: Heads of the phrases in the slot; the first that can act is taken.

    Raises:
        ImpossibleFillerError: Something stands there that takes no town («la tempête»).
    """
    for token in tokens:
        if token.ent_type_ in ("ORG", "PER", "LOC"):
            return _actor_phrase(token)
        if actor_side(token.lower_) or (
            token.text[:1].isupper() and token.text.endswith("s") and token.pos_ in ("NOUN", "PROPN")
        ):
            return _actor_phrase(token)
        if token.lower_ in _PERSONAL or token.lower_ in _POSSESSIVE or token.lower_ == "qui":
            return Filler("pronoun", token.i, token.i + 1, token.i)
        if is_role_noun(token.lower_):
            return read_actor(noun_arguments(token).get("de", []))
        if token.pos_ == "PROPN":
            return _actor_phrase(token)
        raise ImpossibleFillerError(token.text)
    return None


def _actor_phrase(head: Token) -> Filler:
    """The noun with its adjectives and «de» complements: «combattants du Front», «forces gouvernementales»."""
    if head.ent_type_:
        entity = entity_filler(head)
        before = head.doc[entity.start - 1] if entity.start else None
        if before is not None and before.pos_ == "NOUN" and actor_side(before.lower_):
            return Filler("phrase", before.i, entity.end, head.i)
        return entity
    end = head.i + 1
    for token in head.doc[head.i + 1 : min(head.i + 9, head.sent.end)]:
        inside = head in token.ancestors or token.head is head
        if not inside or token.pos_ in ("PUNCT", "VERB", "PRON", "AUX", "CCONJ", "SCONJ", "ADV"):
            break
        if token.pos_ == "ADP" and token.lower_ not in ("de", "du", "des", "d'"):
            break
        if place_noun(token.lower_):
            end = token.left_edge.i
            break
        if token.pos_ == "NOUN" and token.nbor(-1).pos_ not in ("ADP", "DET", "ADJ"):
            break
        end = token.i + 1
    while end - 1 > head.i and head.doc[end - 1].pos_ in ("ADP", "DET"):
        end -= 1
    return Filler("phrase", head.i, end, head.i)
