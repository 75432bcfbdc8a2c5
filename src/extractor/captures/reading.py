"""What one trigger tells: its frame's slots filled, checked, and of armed conflict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from extractor.captures.actors import is_scene, read_actor, read_loser
from extractor.captures.clause import date_tokens, is_finite
from extractor.captures.cues import cue_words
from extractor.captures.domain import is_armed_actor, is_conflict, may_fight
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.nominal import opens_sentence
from extractor.captures.places import read_places
from extractor.captures.rejections import RejectedError, Rejection, nearest, of_civil_life, without_place
from extractor.captures.relatives import antecedents
from extractor.captures.shares import is_of_share, is_partly
from extractor.captures.signs import place_beside, shows_change
from extractor.captures.slots import is_dated, slot_tokens
from extractor.captures.states import is_new, is_over, is_state
from extractor.captures.verb_group import group, is_compound_form, is_conditional, is_negated
from extractor.captures.vocabulary import actor_side, is_role_noun
from extractor.captures.voice import has_auxiliary, is_passive, looks_like_participle
from extractor.lexicon import tables
from extractor.naming.forms import plain
from extractor.naming.knowledge import roles
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extractor.captures.frames import Frame
    from extractor.captures.triggers import Triggers

# Slots that say «to whom» beside a verb that tells the loss by itself: anything may stand there.
_OPEN = frozenset(("au profit de", "causer", "devant", "face à"))
_HE = frozenset(("il", "ils", "le", "les"))  # seldom a town: «ville» is feminine


def read_token(token: Token, triggers: Triggers) -> dict[str, Any] | Rejection | None:
    """What a token tells by the first of its frames that reads it, why it tells nothing, or None.

    Args:
        token: The token.
        triggers: The frames.
    """
    errors = []
    for frame, lemma in triggers.of(token):
        try:
            reading = _read(token, frame, lemma)
        except RejectedError as error:  # noqa: PERF203 (few frames a token)
            errors.append((frame, error))
        else:
            if reading is not None:
                return reading
    return nearest(token, errors)


def _read(token: Token, frame: Frame, lemma: str) -> dict[str, Any] | None:
    """What a trigger tells by a frame, None where the frame does not apply."""
    if frame.nouns and token.dep_ == "obj" and token.head.lemma_ == "faire":
        raise RejectedError("fixed_expression", entity_filler(token.head))  # «la presse a fait son entrée»
    slots = slot_tokens(token, frame, lemma)
    if slots is None:
        return None
    if not (slots["place"] or frame.outcome == "sign" or _stands_alone(token, frame)):
        raise RejectedError("no_place")
    taker = (read_loser if _OPEN.issuperset(frame.taker) else read_actor)(slots["taker"])
    loser = read_loser([noun for noun in slots["loser"] if not is_scene(noun, token)])
    if "taker" in frame.needs and taker is not None and loser is not None:
        loser = None if _is_office(token.doc[loser.head]) else loser
    fought = any(actor is not None and is_armed_actor(_phrase(token, actor)) for actor in (taker, loser))
    places = _places(token, frame, slots["place"], fought=fought)
    if loser is not None and places[0].kind == "implicit" and _is_from_abroad(_phrase(token, loser)):
        raise RejectedError("sign_alone", places[0])  # «après le retrait des forces étrangères»
    unarmed = (
        frame.of_armed and not fought and any(actor and actor.kind != "pronoun" for actor in (taker, loser))
    )
    if unarmed and token.doc[places[0].head].lower_ in _HE:
        raise RejectedError("not_a_place", places[0])  # «Il a été remis à la gendarmerie»
    held = {place.head for place in places}
    taker, loser = (None if actor is None or actor.head in held else actor for actor in (taker, loser))
    if not _says_enough(token, frame, taker, loser):
        raise RejectedError("incomplete")
    actors = [_phrase(token, actor) for actor in (taker, loser) if actor is not None]
    if not is_conflict(token, actors):
        raise of_civil_life(actors)
    reading = {"event": frame.event, "lemma": lemma, "via": slots["via"][0].i if slots["via"] else -1}
    return reading | _filled(token, frame, places, taker, loser)


def _places(token: Token, frame: Frame, candidates: list[Token], *, fought: bool) -> list[Filler]:
    """What stands in the slot of the place; for a sign, also what its clause or the text is about."""
    places = read_places(candidates, frame, fought=fought)
    if not places and frame.outcome == "sign":
        if frame.verbs and antecedents(token, date_tokens(token.doc))[0] == "dans":
            raise RejectedError("no_place")  # «X, où se sont repliés les rebelles»: not whence they fled
        return [place_beside(token, frame)]
    if not places and _stands_alone(token, frame):
        return [Filler("pronoun", token.i, token.i + 1, token.i)]
    if any(place.kind == "name" and place.start <= token.i < place.end for place in places):
        raise RejectedError("fixed_expression", places[0])  # «Patagonie **chilienne**»
    if not places:
        raise without_place(candidates)
    return places


def _stands_alone(token: Token, frame: Frame) -> bool:
    """«Aux mains de Y depuis samedi.»: a sentence without a verb about the place just spoken of."""
    if not (frame.nouns and frame.after and opens_sentence(token)):
        return False
    return not any(is_finite(other) for other in token.sent)


def _filled(
    token: Token, frame: Frame, places: list[Filler], taker: Filler | None, loser: Filler | None
) -> dict[str, Any]:
    state = frame.durative and frame.sign is None and is_state(token)
    if state and frame.outcome == "loss" and not is_new(token):
        raise RejectedError("state")  # «échappe encore à l'armée»
    outcome = "hold" if state and frame.outcome != "loss" else frame.outcome
    ended = outcome == "hold" and is_over(token)
    partial = all(is_of_share(token.doc, place) for place in places) or is_partly(token)
    if ended and not partial and _is_all_that_is_left(token, places):
        raise RejectedError("state")  # «ne contrôle plus que X»
    fell = frame.yields and is_negated(token) and is_compound_form(token) and not is_conditional(token)
    if partial and outcome == "hold" and _goes_on(token):
        raise RejectedError("state")  # «contrôle **toujours** l'autre moitié de X»
    if ended:
        taker, loser = None, taker
    taker, loser = (actor and _without(actor, places) for actor in (taker, loser))
    return {
        "rule": frame.id,
        "outcome": "loss" if ended or fell else outcome,
        "ended": ended or fell,
        "begun": (outcome == "hold" and is_new(token)) or shows_change(token, frame, places),
        "sign": frame.sign,
        "claims": frame.claims,
        "retaken": frame.retaken,
        "partial": partial,
        "places": [place.to_plain() for place in places],
        "taker": taker.before(token.i).to_plain() if taker else None,
        "loser": loser.before(token.i).to_plain() if loser else None,
    }


def _is_all_that_is_left(token: Token, places: list[Filler]) -> bool:
    """«n'est plus maître **que** de X»: X is what they still hold."""
    first = min(place.start for place in places)
    return any(other.lower_ in ("que", "qu'") for other in tokens_of(token.doc)[token.i + 1 : first])


def _goes_on(token: Token) -> bool:
    near = tokens_of(token.doc)[max(sentence_of(token).start, token.i - 2) : token.i + 3]
    return any(other.lower_ in cue_words("adverbs", "still") for other in near)


def _says_enough(token: Token, frame: Frame, taker: Filler | None, loser: Filler | None) -> bool:
    """Whether the slots that the frame cannot do without are filled, by those who can fill them."""
    if ("taker" in frame.needs and taker is None) or ("loser" in frame.needs and loser is None):
        return _was_never(token)
    if frame.heads and loser is not None and token.doc[loser.head].lower_ not in frame.heads:
        return False
    if frame.of_groups and taker is not None and _is_person(token.doc[taker.head]):
        return False
    if frame.of_armed and not all(may_fight(_phrase(token, actor)) for actor in (taker, loser) if actor):
        return False
    reduced = bool(frame.verbs) and looks_like_participle(token) and not has_auxiliary(token)
    # «les islamistes expulsés de X»: a description, no news; «expulsés lundi de X» is
    told = taker is not None or bool({"object", "subject"}.intersection(frame.place))
    return not reduced or told or is_dated(token) or _opens(token)


def _opens(participle: Token) -> bool:
    """«**Chassés** de X, les rebelles …»: before the subject a participle tells, after it it describes."""
    return participle.i - sentence_of(participle).start <= 1


def _was_never(token: Token) -> bool:
    """«X n'a **jamais** été occupée»: by nobody."""
    return is_passive(token, token.lemma_) and any(helper.lower_ == "jamais" for helper in group(token))


def _without(actor: Filler, places: list[Filler]) -> Filler:
    """An actor without the place that the parser hung on it: «chassé **les jihadistes** de X»."""
    inside = [place.start for place in places if actor.start < place.start < actor.end]
    if not inside or actor.kind == "name":
        return actor
    end = min(inside)
    doc_end = end - 1 if end - 1 > actor.start else end
    return replace(actor, end=doc_end)


def _is_person(head: Token) -> bool:
    return head.ent_type_ == "PER" or is_role_noun(head.lower_)


def _is_office(head: Token) -> bool:
    """«Le **gouverneur** a livré X aux rebelles»: the town was not his own."""
    return plain(head.lower_) in roles() and not head.ent_type_ and actor_side(head.lower_) is None


def _is_from_abroad(actor: Span) -> bool:
    return any(word.lower_ in tables("captures/parties.toml")["words"]["foreign"] for word in actor)


def _phrase(token: Token, actor: Filler) -> Span:
    return token.doc[actor.start : actor.end]
