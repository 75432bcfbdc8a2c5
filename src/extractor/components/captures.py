"""Finds the words that tell of a capture and the phrases that fill its roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor import attributes
from extractor.captures.actors import ImpossibleFillerError, read_actor, read_loser
from extractor.captures.domain import is_armed_actor, is_conflict, may_fight
from extractor.captures.ellipsis import fronted, gapped, repeated, same_fate
from extractor.captures.fillers import Filler
from extractor.captures.frames import Frame, frames
from extractor.captures.inflection import verb_forms
from extractor.captures.places import read_places
from extractor.captures.slots import slot_tokens
from extractor.captures.syntax import auxiliaries, has_auxiliary, looks_like_participle
from extractor.captures.vocabulary import is_role_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATION = 5  # tokens between «ne … plus» and the trigger
ANY_NAME = next(frame for frame in frames() if frame.nouns and frame.names_place)
NOMINAL = {form for frame in frames() for noun in frame.nouns for form in (noun, noun + "s")}


@Language.factory(
    "extractor_captures",
    requires=["doc.ents", "token.dep", "token.pos", "token.morph"],
    assigns=["doc.spans", "span._.frame"],
)
def make_captures(nlp: Language, name: str) -> Captures:
    """Create the component; it reads the parse and the corrected names."""
    return Captures(nlp, name)


class Captures:
    """Sole writer of ``doc.spans["captures"]`` and ``span._.frame``.

    A span is a trigger, its label the rule. ``span._.frame`` holds plain values: ``rule``, ``outcome``,
    ``retaken``, ``lemma``, and under ``places``, ``taker`` and ``loser`` the fillers as token ranges.
    """

    def __init__(self, nlp: Language, name: str = "extractor_captures") -> None:
        attributes.register()
        self.name = name
        lemmas = {lemma for frame in frames() for lemma in frame.verbs}
        self.verbs = verb_forms(nlp, lemmas)
        self.by_verb: dict[str, list[Frame]] = defaultdict(list)
        self.by_noun: dict[str, list[Frame]] = defaultdict(list)
        for frame in frames():
            for lemma in frame.verbs:
                self.by_verb[lemma].append(frame)
            for form in frame.nouns:
                self.by_noun[form].append(frame)
                self.by_noun[form + "s"].append(frame)

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[int, dict[str, Any]]]:
        """Trigger tokens with what was read around them, in order; a token triggers one frame at most."""
        found: dict[int, dict[str, Any]] = {}
        idioms: set[int] = set()
        for token in doc:
            reading = self._read_token(token)
            if reading is not None:
                found[token.i] = reading
                idioms.add(reading["via"])
        for token in doc:
            if token.lower_ in ("celle", "celles"):
                reading = _read_anaphor(token, found)
                if reading is not None:
                    found[token.i] = reading
        for i in idioms:
            found.pop(i, None)
        _add_repeated(doc, found)
        _add_gapped(doc, found)
        return [(i, found[i]) for i in sorted(found)]

    def _read_token(self, token: Token) -> dict[str, Any] | None:
        readings = (self._read(token, frame, lemma) for frame, lemma in self._candidates(token))
        return next(filter(None, readings), None)

    def annotate(self, doc: Doc, matches: list[tuple[int, dict[str, Any]]]) -> Doc:
        """Write the span group."""
        spans = []
        for i, reading in matches:
            span = Span(doc, i, i + 1, label=reading["rule"])
            span._.frame = reading
            spans.append(span)
        doc.spans["captures"] = spans
        return doc

    def _candidates(self, token: Token) -> list[tuple[Frame, str]]:
        """Frames that the token may trigger; first idioms and those with more slots: they say more."""
        found: list[tuple[Frame, str]] = []
        nominal = _is_nominal(token)
        for lemma in self.verbs.get(token.lower_, ()):
            if token.pos_ == "ADP":
                continue
            if token.pos_ in ("VERB", "AUX", "ADJ") or not nominal:
                found.extend((frame, lemma) for frame in self.by_verb[lemma])
        if token.pos_ in ("NOUN", "PROPN", "PRON", "VERB", "ADJ"):
            found.extend((frame, token.lower_) for frame in self.by_noun.get(token.lower_, ()))
        return sorted(found, key=lambda pair: (not pair[0].via, not pair[0].needs))

    @staticmethod
    def _read(token: Token, frame: Frame, lemma: str) -> dict[str, Any] | None:
        if frame.nouns and token.dep_ == "obj" and token.head.lemma_ == "faire":
            return None  # «la presse a fait son entrée»: an idiom
        slots = slot_tokens(token, frame, lemma)
        if slots is None or not (slots["place"] or frame.outcome == "sign"):
            return None
        try:
            taker = read_actor(slots["taker"])
        except ImpossibleFillerError:
            return None
        loser = read_loser(slots["loser"])
        fought = any(actor is not None and is_armed_actor(_phrase(token, actor)) for actor in (taker, loser))
        places = read_places(slots["place"], frame, fought=fought)
        if not places and frame.outcome == "sign":
            places = [Filler("implicit", token.i, token.i + 1, token.i)]
        held = {place.head for place in places}
        taker, loser = (None if actor is None or actor.head in held else actor for actor in (taker, loser))
        if not places or not _says_enough(token, frame, taker, loser):
            return None
        if not is_conflict(token, [_phrase(token, actor) for actor in (taker, loser) if actor is not None]):
            return None
        outcome = "hold" if frame.durative and _is_state(token) else frame.outcome
        ended = outcome == "hold" and _is_over(token)
        if ended:
            taker, loser = None, taker
        taker, loser = (actor and _without(actor, places) for actor in (taker, loser))
        return {
            "rule": frame.id,
            "outcome": "loss" if ended else outcome,
            "ended": ended,
            "retaken": frame.retaken,
            "lemma": lemma,
            "via": slots["via"][0].i if slots["via"] else -1,
            "places": [place.to_plain() for place in places],
            "taker": taker.before(token.i).to_plain() if taker else None,
            "loser": loser.before(token.i).to_plain() if loser else None,
        }


def _says_enough(token: Token, frame: Frame, taker: Filler | None, loser: Filler | None) -> bool:
    """Whether the slots that the frame cannot do without are filled, by those who can fill them."""
    if ("taker" in frame.needs and taker is None) or ("loser" in frame.needs and loser is None):
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


def _is_nominal(token: Token) -> bool:
    """Whether a word that may be a verb stands as a noun: «la prise», «à deux reprises»."""
    if any(child.dep_ in ("det", "nummod", "case") for child in token.lefts):
        return True
    return token.i > token.sent.start and token.nbor(-1).pos_ in ("DET", "ADP", "NUM")


def _is_state(verb: Token) -> bool:
    """«occupaient», «est occupée»: present and imperfect tell of a state, not of a change."""
    forms = [*auxiliaries(verb), verb]
    if any(form.lemma_ == "avoir" or form.lower_ == "été" for form in forms):
        return False
    return "Tense=Pres" in str(forms[0].morph) or "Tense=Imp" in str(forms[0].morph)


def _is_over(token: Token) -> bool:
    """«n'est **plus** aux mains de», «a **cessé** d'appartenir à»: a state that has ended."""
    words = {child.lower_ for node in (token, *auxiliaries(token), token.head) for child in node.children}
    window = {other.lower_ for other in token.doc[max(token.sent.start, token.i - _NEGATION) : token.i]}
    return "plus" in words | window and bool({"ne", "n'"} & (words | window))


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
        if reading["outcome"] not in ("capture", "loss"):
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


def _is_aside(token: Token, pronoun: Token) -> bool:
    """«dans l'Ouest», «à 150 km de Z», «de la troisième ville du pays»: not what «celles de» names."""
    before = token.doc[pronoun.i + 1 : token.i]
    last = next((other for other in reversed(before) if other.pos_ not in ("DET", "PUNCT", "CCONJ")), None)
    if last is None or last.ent_type_ == "LOC":
        return False
    return last.pos_ == "ADP" and last.lower_ not in ("de", "d'", "du")
