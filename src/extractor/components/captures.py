"""Finds the words that tell of a capture and the phrases that fill its roles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor import attributes
from extractor.captures.actors import ImpossibleFillerError, read_actor, read_loser
from extractor.captures.domain import is_armed, is_conflict
from extractor.captures.frames import Frame, frames
from extractor.captures.inflection import verb_forms
from extractor.captures.places import read_places
from extractor.captures.slots import slot_tokens
from extractor.captures.syntax import has_auxiliary, looks_like_participle

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.captures.fillers import Filler

ANY_NAME = next(frame for frame in frames() if frame.nouns and frame.names_place)
_AROUND = 250  # tokens: a whole dispatch of the usual length
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
            if reading is not None and _amid_conflict(token):
                found[token.i] = reading
                idioms.add(reading["via"])
        for token in doc:
            if token.lower_ in ("celle", "celles"):
                reading = _read_anaphor(token, found)
                if reading is not None:
                    found[token.i] = reading
        return [(i, found[i]) for i in sorted(found) if i not in idioms]

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
        """Frames that the token may trigger, idioms first: they say more."""
        found: list[tuple[Frame, str]] = []
        nominal = any(child.dep_ in ("det", "nummod") for child in token.lefts) or token.dep_ == "nmod"
        for lemma in self.verbs.get(token.lower_, ()):
            if token.pos_ == "ADP":
                continue
            if token.pos_ in ("VERB", "AUX", "ADJ") or not nominal:
                found.extend((frame, lemma) for frame in self.by_verb[lemma])
        if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ"):
            found.extend((frame, token.lower_) for frame in self.by_noun.get(token.lower_, ()))
        return sorted(found, key=lambda pair: not pair[0].via)

    @staticmethod
    def _read(token: Token, frame: Frame, lemma: str) -> dict[str, Any] | None:
        slots = slot_tokens(token, frame, lemma)
        places = read_places(slots["place"], frame) if slots is not None else []
        if slots is None or not places:
            return None
        held = {place.head for place in places}
        try:
            taker = read_actor(slots["taker"])
        except ImpossibleFillerError:
            return None
        loser = read_loser(slots["loser"])
        taker, loser = (None if actor is None or actor.head in held else actor for actor in (taker, loser))
        if not _says_enough(token, frame, taker, loser):
            return None
        return {
            "rule": frame.id,
            "outcome": frame.outcome,
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
    if frame.of_groups and taker is not None and token.doc[taker.head].ent_type_ == "PER":
        return False
    reduced = bool(frame.verbs) and looks_like_participle(token) and not has_auxiliary(token)
    # «les islamistes expulsés de X»: a description, no news
    return not reduced or taker is not None or bool({"object", "subject"}.intersection(frame.place))


def _amid_conflict(trigger: Token) -> bool:
    """Whether the words around a trigger are of war rather than of elections or sport."""
    around = trigger.doc[max(0, trigger.i - _AROUND) : trigger.i + _AROUND]
    armed = sum(is_armed(entity.text) for entity in around.ents if entity.label_ == "ORG")
    return is_conflict((token.lower_ for token in around), armed)


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


def _is_aside(token: Token, pronoun: Token) -> bool:
    """«dans l'Ouest», «à 150 km de Z», «de la troisième ville du pays»: not what «celles de» names."""
    before = token.doc[pronoun.i + 1 : token.i]
    last = next((other for other in reversed(before) if other.pos_ not in ("DET", "PUNCT", "CCONJ")), None)
    if last is None or last.ent_type_ == "LOC":
        return False
    return last.pos_ == "ADP" and last.lower_ not in ("de", "d'", "du")
