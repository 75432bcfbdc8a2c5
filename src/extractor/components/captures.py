"""Finds the words that tell of a capture and the phrases that fill its roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor import attributes
from extractor.captures.actors import read_actor, read_loser
from extractor.captures.clause import is_finite
from extractor.captures.domain import is_armed_actor, is_conflict, may_fight
from extractor.captures.ellipsis import fronted, gapped, repeated, same_fate
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.frames import Frame, frames
from extractor.captures.lists import dated_lists
from extractor.captures.places import read_places
from extractor.captures.rejections import RejectedError, Rejection, nearest, of_civil_life, without_place
from extractor.captures.rule_files import user_frames
from extractor.captures.slots import slot_tokens
from extractor.captures.syntax import auxiliaries, has_auxiliary, looks_like_participle
from extractor.captures.triggers import Triggers
from extractor.captures.vocabulary import is_role_noun
from extractor.records import CAPTURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

# Slots that say «to whom» beside a verb that tells the loss by itself: anything may stand there.
_OPEN = frozenset(("au profit de", "causer", "devant", "face à"))
_SINCE = 16  # tokens from a state to its beginning
_STILL = {"toujours", "encore", "reste", "restent", "restait", "restée", "resté", "demeure", "pas", "ni"}
_NOW = {"désormais", "dorénavant"}
_LONG = {"des", "longtemps", "plusieurs", "toujours"}
_NEGATION = 5  # tokens between «ne … plus» and the trigger
ANY_NAME = next(frame for frame in frames() if frame.nouns and frame.names_place)
NOMINAL = {form for frame in frames() for noun in frame.nouns for form in (noun, noun + "s")}


@Language.factory(
    "extractor_captures",
    requires=["doc.ents", "token.dep", "token.pos", "token.morph"],
    assigns=["doc.spans", "span._.frame", "span._.events", "span._.rejections"],
    default_config={"rules": []},
)
def make_captures(nlp: Language, name: str, rules: list[str]) -> Captures:
    """Create the component; ``rules`` are rule files of the user, beside the shipped ones."""
    return Captures(nlp, name, rules=rules)


class Captures:
    """Sole writer of ``doc.spans["captures"]``, ``["events"]`` and ``["rejected"]`` and of their attributes.

    A span is a trigger, its label the rule. ``span._.frame`` holds plain values: ``event``, ``rule``,
    ``outcome``, ``retaken``, ``lemma``, and under ``places``, ``taker`` and ``loser`` the fillers as token
    ranges. ``span._.events`` holds the same for other types of event, ``span._.rejections`` says why triggers
    were turned down: lists, since spaCy keeps one value for all spans of the same tokens.
    """

    def __init__(self, nlp: Language, name: str = "extractor_captures", *, rules: Sequence[str] = ()) -> None:
        attributes.register()
        self.name = name
        by_event: dict[str, list[Frame]] = defaultdict(list, {CAPTURE: []})
        for frame in (*user_frames(rules), *frames()):  # the user's go first
            by_event[frame.event].append(frame)
        self.triggers = {event: Triggers(nlp, found) for event, found in by_event.items()}

    @property
    def forms(self) -> frozenset[str]:
        """The forms, in lower case, that may trigger an event."""
        return frozenset().union(*(triggers.forms for triggers in self.triggers.values()))

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> tuple[list[tuple[int, dict[str, Any]]], list[Rejection]]:
        """Trigger tokens with what was read around them, and those that were turned down; both in order.

        A token triggers one frame of each type of event at most.
        """
        readings: list[tuple[int, dict[str, Any]]] = []
        rejections: list[Rejection] = []
        for event, triggers in self.triggers.items():
            found, rejected = _read_all(doc, triggers)
            if event == CAPTURE:
                _add_repeated(doc, found)
                _add_gapped(doc, found)
                _add_listed(doc, found)
            readings.extend(found.items())
            rejections.extend(rejection for i, rejection in rejected.items() if i not in found)
        return sorted(readings, key=lambda pair: pair[0]), sorted(rejections, key=lambda it: it.trigger)

    def annotate(self, doc: Doc, matches: tuple[list[tuple[int, dict[str, Any]]], list[Rejection]]) -> Doc:
        """Write the span groups."""
        groups: dict[str, list[Span]] = {"captures": [], "events": [], "rejected": []}
        for i, reading in matches[0]:
            span = Span(doc, i, i + 1, label=reading["rule"])
            if reading["event"] == CAPTURE:
                groups["captures"].append(span)
                span._.frame = reading
            else:
                groups["events"].append(span)
                span._.events = [*(span._.events or ()), reading]
        for rejection in matches[1]:
            span = Span(doc, rejection.trigger, rejection.trigger + 1, label=rejection.rule)
            span._.rejections = [*(span._.rejections or ()), rejection.to_plain()]
            groups["rejected"].append(span)
        for name, spans in groups.items():
            doc.spans[name] = spans
        return doc


def _read_all(doc: Doc, triggers: Triggers) -> tuple[dict[int, dict[str, Any]], dict[int, Rejection]]:
    """What each trigger tells, and why others tell nothing; the noun of an idiom goes with its verb."""
    found: dict[int, dict[str, Any]] = {}
    rejected: dict[int, Rejection] = {}
    idioms: set[int] = set()
    for token in doc:
        reading = _read_token(token, triggers)
        if isinstance(reading, Rejection):
            rejected[token.i] = reading
        elif reading is not None:
            found[token.i] = reading
            idioms.add(reading["via"])
    for token in doc:
        if token.lower_ in ("celle", "celles"):
            anaphor = _read_anaphor(token, found)
            if anaphor is not None:
                found[token.i] = anaphor
    for i in idioms:
        found.pop(i, None)
        rejected.pop(i, None)
    return found, rejected


def _read_token(token: Token, triggers: Triggers) -> dict[str, Any] | Rejection | None:
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
    if not (slots["place"] or frame.outcome == "sign"):
        raise RejectedError("no_place")
    taker = (read_loser if _OPEN.issuperset(frame.taker) else read_actor)(slots["taker"])
    loser = read_loser(slots["loser"])
    fought = any(actor is not None and is_armed_actor(_phrase(token, actor)) for actor in (taker, loser))
    places = read_places(slots["place"], frame, fought=fought)
    if not places and frame.outcome == "sign":
        places = [Filler("implicit", token.i, token.i + 1, token.i)]
    if not places:
        raise without_place(slots["place"])
    held = {place.head for place in places}
    taker, loser = (None if actor is None or actor.head in held else actor for actor in (taker, loser))
    if not _says_enough(token, frame, taker, loser):
        raise RejectedError("incomplete")
    actors = [_phrase(token, actor) for actor in (taker, loser) if actor is not None]
    if not is_conflict(token, actors):
        raise of_civil_life(actors)
    reading = {"event": frame.event, "lemma": lemma, "via": slots["via"][0].i if slots["via"] else -1}
    return reading | _filled(token, frame, places, taker, loser)


def _filled(
    token: Token, frame: Frame, places: list[Filler], taker: Filler | None, loser: Filler | None
) -> dict[str, Any]:
    outcome = "hold" if frame.durative and _is_state(token) else frame.outcome
    ended = outcome == "hold" and _is_over(token)
    if ended:
        taker, loser = None, taker
    taker, loser = (actor and _without(actor, places) for actor in (taker, loser))
    return {
        "rule": frame.id,
        "outcome": "loss" if ended else outcome,
        "ended": ended,
        "begun": outcome == "hold" and _is_new(token),
        "claims": frame.claims,
        "retaken": frame.retaken,
        "places": [place.to_plain() for place in places],
        "taker": taker.before(token.i).to_plain() if taker else None,
        "loser": loser.before(token.i).to_plain() if loser else None,
    }


def _says_enough(token: Token, frame: Frame, taker: Filler | None, loser: Filler | None) -> bool:
    """Whether the slots that the frame cannot do without are filled, by those who can fill them."""
    if ("taker" in frame.needs and taker is None) or ("loser" in frame.needs and loser is None):
        return False
    if frame.heads and loser is not None and token.doc[loser.head].lower_ not in frame.heads:
        return False
    if frame.of_groups and taker is not None and _is_person(token.doc[taker.head]):
        return False
    if frame.of_armed and not all(may_fight(_phrase(token, actor)) for actor in (taker, loser) if actor):
        return False
    reduced = bool(frame.verbs) and looks_like_participle(token) and not has_auxiliary(token)
    # «les islamistes expulsés de X»: a description, no news
    return not reduced or taker is not None or bool({"object", "subject"}.intersection(frame.place))


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


def _phrase(token: Token, actor: Filler) -> Span:
    return token.doc[actor.start : actor.end]


def _is_state(verb: Token) -> bool:
    """«occupaient», «est occupée»: present and imperfect tell of a state, not of a change."""
    forms = [*auxiliaries(verb), verb]
    if any(form.lemma_ == "avoir" or form.lower_ == "été" for form in forms):
        return False
    return "Tense=Pres" in str(forms[0].morph) or "Tense=Imp" in str(forms[0].morph)


def _is_new(token: Token) -> bool:
    """«aux mains de Y **depuis midi**», «**désormais** sous la loi de Y»: the state began of late."""
    sentence, doc = token.sent, token.doc
    before = {other.lower_ for other in doc[max(sentence.start, token.i - _NEGATION) : token.i]}
    if before & _STILL:
        return False
    for other in doc[token.i + 1 : min(token.i + _SINCE, sentence.end - 1)]:
        if other.text in (";", ",") or is_finite(other):
            break
        if other.lower_ == "depuis":
            following = doc[other.i + 1]
            return following.lower_ not in _LONG and (following.like_num or following.pos_ != "ADV")
    return bool(before & _NOW)


def _is_over(token: Token) -> bool:
    """«n'est **plus** aux mains de», «a **cessé** d'appartenir à»: a state that has ended."""
    begin = max(token.sent.start, token.i - _NEGATION)
    begin = max([begin, *(other.i for other in token.doc[begin : token.i] if other.is_punct)])
    above = [token.head] if token.head.i >= begin else []
    words = {child.lower_ for node in (token, *auxiliaries(token), *above) for child in node.children}
    words |= {other.lower_ for other in token.doc[begin : token.i]}
    return "plus" in words and bool({"ne", "n'"} & words)


def _read_anaphor(pronoun: Token, found: dict[int, dict[str, Any]]) -> dict[str, Any] | None:
    """«… après celles de X et Y»: the noun of the last nominal trigger, with other places."""
    earlier = [i for i in found if pronoun.sent.start <= i < pronoun.i and found[i]["lemma"] in NOMINAL]
    if not earlier:
        return None
    places = [
        filler
        for token in pronoun.doc[pronoun.i + 1 : min(pronoun.i + 20, pronoun.sent.end)]
        if token.ent_iob_ != "I" and token.text[:1].isupper() and not _is_aside(token, pronoun)
        for filler in read_places([token], ANY_NAME)
    ]
    plain = list({filler.start: filler.to_plain() for filler in places}.values())
    return {**found[earlier[-1]], "places": plain, "via": -1} if plain else None


def _add_repeated(doc: Doc, found: dict[int, dict[str, Any]]) -> None:
    """«Y a subi le même sort»: the last capture again, with another place."""
    for token, town in same_fate(doc):
        model = repeated(token, found)
        taken = {(place["start"], place["end"]) for reading in found.values() for place in reading["places"]}
        if model is not None and (town.start, town.end) not in taken:
            found[token.i] = {**model, "places": [town.to_plain()], "via": -1}


def _add_gapped(doc: Doc, found: dict[int, dict[str, Any]]) -> None:
    """«… X mardi, Y mercredi», «… X, les miliciens Y»: the places of a list, where no trigger has them."""
    order = sorted(found)
    taken = {place["start"] for reading in found.values() for place in reading["places"]}
    for i, following in pairwise((*order, len(doc))):
        reading = found[i]
        if reading["outcome"] not in ("capture", "loss", "hold"):
            continue
        for name in fronted(doc[i]):
            if name.start not in taken:
                taken.add(name.start)
                reading["places"].append(name.to_plain())
        for taker, name in gapped(doc[i], reading, min(following, doc[i].sent.end)):
            if name.start in taken:
                continue
            taken.add(name.start)
            if taker is None:
                reading["places"].append(name.to_plain())
            else:
                found[name.start] = {**reading, "places": [name.to_plain()], "taker": taker.to_plain()}


def _add_listed(doc: Doc, found: dict[int, dict[str, Any]]) -> None:
    """«Lundi, c'était X; mardi, Y»: the towns of lists without a verb."""
    for model, town in list(dated_lists(doc, found)):
        found[town.start] = {**model, "places": [town.to_plain()]}


def _is_aside(token: Token, pronoun: Token) -> bool:
    """«dans l'Ouest», «à 150 km de Z», «de la troisième ville du pays»: not what «celles de» names."""
    before = token.doc[pronoun.i + 1 : token.i]
    last = next((other for other in reversed(before) if other.pos_ not in ("DET", "PUNCT", "CCONJ")), None)
    if last is None or last.ent_type_ == "LOC":
        return False
    return last.pos_ == "ADP" and last.lower_ not in ("de", "d'", "du")
