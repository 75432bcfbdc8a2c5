"""Fills the slots of a frame: which tokens stand in them, and whether they can be a place or an actor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from extractor.captures.surface import (
    antecedents,
    date_tokens,
    introduced_by,
    is_bare_apposition,
    modified_candidates,
    object_candidates,
    subject_candidates,
)
from extractor.captures.syntax import (
    arguments,
    coordinated,
    has_auxiliary,
    is_passive,
    is_reflexive,
    looks_like_participle,
    noun_arguments,
    oblique,
    preposition,
    subjects,
)
from extractor.captures.vocabulary import actor_side, is_extent, is_role_noun, place_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from extractor.captures.frames import Frame
    from extractor.captures.syntax import Arguments

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
_OFFICES = {"ministère", "présidence", "gouvernorat", "conseil", "parlement"}


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

    def before(self, trigger: int) -> Filler:
        """The same, cut where the trigger begins («les rebelles contrôlent», read as one phrase).

        Args:
            trigger: The trigger's token.
        """
        return replace(self, end=trigger) if self.start < trigger < self.end else self

    def to_plain(self) -> dict[str, int | str]:
        """The same as plain values, for the Doc."""
        return {"kind": self.kind, "start": self.start, "end": self.end, "head": self.head}


class ImpossibleFillerError(Exception):
    """The slot holds something that can be neither place nor actor: the frame does not apply."""


def slot_tokens(trigger: Token, frame: Frame, lemma: str) -> dict[str, list[Token]] | None:
    """The candidates for each slot of a frame, the likeliest first; None where the trigger is not the frame's.

    Args:
        trigger: The token that may trigger the frame.
        frame: The frame.
        lemma: The lemma (verbs) or form (nouns) under which the frame was found.
    """
    roles = arguments(trigger, lemma) if frame.verbs else noun_arguments(trigger)
    if frame.verbs and frame.reflexive is not None and _reflexive(trigger) != frame.reflexive:
        return None
    if frame.after and (preposition(trigger) or introduced_by(trigger)) not in frame.after:
        return None
    via: Token | None = None
    if frame.via:
        via = _via(trigger, frame, roles)
        if via is None:
            return None
    elif frame.nouns and (_taken(trigger) or _names_an_organisation(trigger)):
        return None
    by_order = surface_roles(trigger, lemma, via) if frame.verbs else noun_roles(trigger)
    if frame.verbs and looks_like_participle(trigger) and not has_auxiliary(trigger):
        roles, by_order = by_order, roles  # the tree hangs bare participles anywhere
    if _ends_elsewhere(via if via is not None else trigger, frame):
        return None
    return {
        slot: [*_first(trigger, frame, names, roles, via), *_first(trigger, frame, names, by_order, via)]
        for slot, names in (("place", frame.place), ("taker", frame.taker), ("loser", frame.loser))
    } | {"via": [via] if via is not None else []}


def _ends_elsewhere(trigger: Token, frame: Frame) -> bool:
    """«tomber en panne», «tomber sur la ville»: a complement that makes another verb of it."""
    dates = date_tokens(trigger.doc)
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + 4, trigger.sent.end)]:
        if token.i in dates or token.pos_ == "ADV":
            continue
        following = token.nbor(1) if token.i + 1 < trigger.sent.end else token
        return token.lower_ in frame.never_before and following.pos_ != "NUM" and following.i not in dates
    return False


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
    role, antecedent = antecedents(verb, dates)
    if antecedent:
        roles[role] = antecedent
    if has_auxiliary(verb) or not looks_like_participle(verb):
        before_verb = list(subject_candidates(verb, dates))
    else:
        before_verb = list(modified_candidates(verb, dates))
    if is_passive(verb, lemma):
        return {**roles, "object": before_verb, "subject": roles.get("par", [])}
    return {**roles, "subject": before_verb}


def noun_roles(noun: Token) -> Arguments:
    """The complements of a nominal trigger by word order.

    Args:
        noun: The trigger.
    """
    roles: Arguments = {}
    for before, other in object_candidates(noun, date_tokens(noun.doc)):
        if before:
            roles.setdefault(before, []).append(other)
    return roles


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


def _names_an_organisation(noun: Token) -> bool:
    """«le Front de libération de X»: a bare noun that completes a capitalised one."""
    bare = noun.i >= noun.sent.start + 2 and noun.nbor(-1).lower_ in ("de", "d'")
    return bare and noun.nbor(-2).text[:1].isupper()


def takes_by_itself(noun: Token) -> bool:
    """True for who fights: in «X revendique la prise», a minister speaks for somebody else."""
    return (
        actor_side(noun.lower_) is not None
        or (noun.ent_type_ in ("ORG", "LOC")
        and noun.lower_ not in _OFFICES)
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
        return roles.get(slot) or (noun_arguments(via).get(slot[4:], []) if via is not None else [])
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
    if verb.lemma_ in _SUPPORT and (noun.dep_ == "obj" or noun.i > verb.i):
        return [subject for subject in subjects(verb) if takes_by_itself(subject)]
    if noun.dep_.startswith(("obl", "xcomp")) and verb.lemma_ in ("être", "rester", "demeurer", "retomber"):
        return subjects(verb)
    return []


def read_places(tokens: Sequence[Token], frame: Frame) -> list[Filler]:
    """The places that the first readable candidate of a slot names, with the others of its list.

    Args:
        tokens: Candidates, the likeliest first.
        frame: The frame.
    """
    for token in tokens:
        fillers = [
            filler for other in coordinated(token) if other in tokens for filler in _places_of(other, frame)
        ]
        if fillers:
            return list({filler.start: filler for filler in fillers}.values())
    return []


def _places_of(token: Token, frame: Frame) -> list[Filler]:
    if token.ent_type_ == "LOC":
        return [entity_filler(name) for name in whole_list(token)]
    if token.lower_ in _POSSESSIVE and token.pos_ == "DET":
        return [Filler("possessive", token.i, token.i + 1, token.i)]
    if place_noun(token.lower_):
        return _described(token)
    if token.like_num:
        counted = next(
            (other for other in token.doc[token.i : token.i + 6] if place_noun(other.lower_)), None
        )
        return _described(counted) if counted is not None else []
    if is_extent(token.lower_):
        return [
            filler for other in noun_arguments(token).get("de", ()) for filler in _places_of(other, frame)
        ]
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
            return [entity_filler(name) for name in whole_list(token)]
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
        return [entity_filler(token) for token in whole_list(name)]
    first = _number_before(noun)
    if first < noun.i and noun.text.endswith(("s", "x")):
        return [Filler("aggregate", first, noun.i + 1, noun.i)]
    if is_bare_apposition(noun) and noun.i >= noun.sent.start + 2 and noun.nbor(-2).ent_type_ == "LOC":
        return [entity_filler(noun.nbor(-2))]
    definite = any(child.lower_ in _DEFINITE for child in noun.lefts if child.dep_ == "det")
    if definite and not noun.lower_.endswith(("s", "x")):
        return [Filler("definite", noun.i, noun.i + 1, noun.i)]
    return []


def _number_before(noun: Token) -> int:
    """Where the number before a noun begins («**13** des 34 capitales»), the noun itself where there is none."""
    first = noun.i
    for token in reversed(noun.doc[max(noun.sent.start, noun.i - 6) : noun.i]):
        if token.like_num or token.pos_ == "NUM":
            first = token.i
        elif token.pos_ not in ("DET", "ADJ") and token.lower_ not in ("des", "sur", "les"):
            break
    return first


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
        elif (token.pos_ == "ADP" and token.lower_ not in ("de", "d'", "du", "des")) or commas or token.pos_ not in ("ADP", "DET", "ADJ", "NOUN", "PROPN") or (token.pos_ == "NOUN" and not ranked):
            return None
    return None


def _is_name(token: Token) -> bool:
    return token.ent_type_ == "LOC" or (
        token.text[:1].isupper() and token.ent_type_ not in ("PER", "ORG") and not actor_side(token.lower_)
    )


def whole_list(name: Token) -> list[Token]:
    """The places of the list that a name stands in: «X, Y et Z», «X et de Y»; the name alone where there is none.

    A comma alone makes no list («X, Norlande»): it must end with «et» or «ou».

    Args:
        name: A token of one of the names.
    """
    doc = name.doc
    first, joined = name, False
    while True:
        start = entity_filler(first).start
        before = doc[start - 1] if start > name.sent.start else None
        if (
            before is None
            or before.lower_ not in (",", "et", "ou")
            or not _can_be_listed(doc, start - 2, name.sent.start)
        ):
            break
        first, joined = doc[start - 2], joined or before.lower_ != ","
    found, last = [first], first
    while (following := _next_listed(last)) is not None:
        token, joiner = following
        found.append(token)
        last, joined = token, joined or joiner != ","
    return found if joined else [name]


def _can_be_listed(doc: Doc, i: int, start: int) -> bool:
    return i >= start and (
        doc[i].ent_type_ == "LOC" or (doc[i].pos_ == "PROPN" and doc[i].ent_type_ != "ORG")
    )


def _next_listed(name: Token) -> tuple[Token, str] | None:
    doc, i = name.doc, entity_filler(name).end
    if i + 1 >= name.sent.end or doc[i].lower_ not in (",", "et", "ou"):
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


def read_actor(tokens: Sequence[Token]) -> Filler | None:
    """Who stands in a slot; None where nobody does or where it is left open.

    Args:
        tokens: Candidates, the likeliest first; the first that can act is taken.

    Raises:
        ImpossibleFillerError: Only things stand there that take no town («la tempête»).
    """
    others = []
    for token in tokens:
        if _is_rubric(token):
            continue
        if token.ent_type_ in ("ORG", "PER", "LOC") or actor_side(token.lower_) or _is_people(token):
            return _actor_phrase(token)
        if token.lower_ in _PERSONAL or token.lower_ in _POSSESSIVE:
            return Filler("pronoun", token.i, token.i + 1, token.i)
        if is_role_noun(token.lower_):
            named = next(
                (other for other in token.doc[token.i + 1 : token.i + 5] if other.ent_type_ == "PER"), None
            )
            return (
                _actor_phrase(named) if named is not None else read_actor(noun_arguments(token).get("de", []))
            )
        if token.pos_ == "PROPN":
            return _actor_phrase(token)
        others.append(token)
    if others:
        raise ImpossibleFillerError(others[0].text)
    return None


def _is_rubric(token: Token) -> bool:
    """«Norlande: les rebelles prennent X»: the country of a headline."""
    end = entity_filler(token).end
    return end < token.sent.end and token.doc[end].text == ":" and token.ent_type_ == "LOC"


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
        if not inside or token.pos_ in ("PUNCT", "SPACE", "VERB", "PRON", "AUX", "CCONJ", "SCONJ", "ADV"):
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
