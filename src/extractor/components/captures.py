"""Finds the words that tell of a capture and the phrases that fill its roles."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor import attributes
from extractor.captures.ellipsis import fronted, gapped, paired, passed_over
from extractor.captures.frames import frames
from extractor.captures.lists import dated_lists, enumerated
from extractor.captures.places import read_places
from extractor.captures.reading import read_token
from extractor.captures.rejections import Rejection
from extractor.captures.repetition import accomplished, announced_before, repeated, repetitions
from extractor.captures.telling import likely_captures
from extractor.captures.triggers import all_triggers
from extractor.captures.withdrawals import in_turn, withdrawals
from extractor.components.parse import is_parsed
from extractor.records import CAPTURE
from extractor.requirements import require
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from extractor.captures.triggers import Triggers

ANY_NAME = next(frame for frame in frames() if frame.nouns and frame.names_place)
NOMINAL = {form for frame in frames() for noun in frame.nouns for form in (noun, noun + "s")}
_REQUIRES = ("doc.ents", "token.pos", "token.morph", "token.lemma", "token.dep", "span._.expression")


@Language.factory(
    "extractor_captures",
    requires=_REQUIRES,
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
        self.triggers = all_triggers(nlp, rules)

    @property
    def forms(self) -> frozenset[str]:
        """The forms, in lower case, that may trigger an event."""
        return frozenset().union(*(triggers.forms for triggers in self.triggers.values()))

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        require(doc, self.name, _REQUIRES)
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
                found.update(list(withdrawals(doc, found)))
                _add_listed(doc, found)
                _add_enumerated(doc, found)
                _add_likely(doc, found, rejected)
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


_APART = frozenset(("dans", "en", "que", "qu'", "sur", "vers"))


def _read_all(doc: Doc, triggers: Triggers) -> tuple[dict[int, dict[str, Any]], dict[int, Rejection]]:
    """What each trigger tells, and why others tell nothing; the noun of an idiom goes with its verb."""
    found: dict[int, dict[str, Any]] = {}
    rejected: dict[int, Rejection] = {}
    idioms: set[int] = set()
    parsed = is_parsed(doc)
    for i, (token, form) in enumerate(zip(tokens_of(doc), forms_of(doc), strict=True)):
        reading = read_token(token, triggers) if triggers.may_be(form) and parsed(i) else None
        if isinstance(reading, Rejection):
            rejected[i] = reading
        elif reading is not None:
            found[i] = reading
            idioms.add(reading["via"])
    for i, form in enumerate(forms_of(doc)):
        if form in ("celle", "celles"):
            anaphor = _read_anaphor(doc[i], found)
            if anaphor is not None:
                found[i] = anaphor
    for i in idioms:
        found.pop(i, None)
        rejected.pop(i, None)
    return found, rejected


def _read_anaphor(pronoun: Token, found: dict[int, dict[str, Any]]) -> dict[str, Any] | None:
    """«… après celles de X et Y»: the noun of the last nominal trigger, with other places.

    Not «plus nombreux **que** celles de X», «**dans** celle de X».
    """
    before = pronoun.nbor(-1) if pronoun.i else pronoun
    if before.lower_ in _APART:
        return None
    earlier = [
        i for i in found if sentence_of(pronoun).start <= i < pronoun.i and found[i]["lemma"] in NOMINAL
    ]
    if not earlier:
        return None
    places = [
        filler
        for token in tokens_of(pronoun.doc)[pronoun.i + 1 : min(pronoun.i + 20, sentence_of(pronoun).end)]
        if token.ent_iob_ != "I" and token.text[:1].isupper() and not _is_aside(token, pronoun)
        for filler in read_places([token], ANY_NAME)
    ]
    plain = list({filler.start: filler.to_plain() for filler in places}.values())
    return {**found[earlier[-1]], "places": plain, "via": -1} if plain else None


def _add_repeated(doc: Doc, found: dict[int, dict[str, Any]]) -> None:
    """«Y a subi le même sort»: the last capture again, with another place."""
    for token, towns in repetitions(doc):
        model = repeated(token, found)
        taken = {(place["start"], place["end"]) for reading in found.values() for place in reading["places"]}
        new = [town.to_plain() for town in towns if (town.start, town.end) not in taken]
        if model is not None and new and token.i not in found:
            found[token.i] = {**model, "places": new, "via": -1, "repeated": True, "done": True}
    for token in accomplished(doc):
        model = announced_before(token, found)
        if model is not None and token.i not in found:
            found[token.i] = {**model, "via": -1, "done": True}


def _add_gapped(doc: Doc, found: dict[int, dict[str, Any]]) -> None:
    """«… X mardi, Y mercredi», «… X, les miliciens Y»: the places of a list, where no trigger has them."""
    order = sorted(i for i, reading in found.items() if reading["outcome"] not in ("standing", "sign"))
    taken = {place["start"] for i in order for place in found[i]["places"]}
    for i, following in pairwise((*order, len(doc))):
        reading = found[i]
        if reading["outcome"] not in ("capture", "loss", "hold"):
            continue
        for name in (*fronted(doc[i]), *passed_over(doc[i], reading)):
            if name.start not in taken:
                taken.add(name.start)
                reading["places"].append(name.to_plain())
        if reading["outcome"] == "capture" and reading["taker"] is not None:
            found.update(in_turn(doc[i], reading, min(following, sentence_of(doc[i]).end)))
        for token, other in paired(doc[i], min(following, sentence_of(doc[i]).end)):
            found[token.i] = {**reading, "places": [other.to_plain()]}
        for taker, name in gapped(doc[i], reading, min(following, sentence_of(doc[i]).end)):
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


def _add_enumerated(doc: Doc, found: dict[int, dict[str, Any]]) -> None:
    """«Trois villes sont tombées : X, Y et Z»: the towns in place of their number, where they are as many."""
    for i, reading in found.items():
        counted = [place for place in reading["places"] if place["kind"] == "aggregate"]
        if not counted or len(counted) < len(reading["places"]):
            continue
        names, complete = enumerated(doc[i], counted[0])
        if names:
            kept = [] if complete else reading["places"]
            found[i] = {**reading, "places": [*kept, *(name.to_plain() for name in names)]}


def _add_likely(doc: Doc, found: dict[int, dict[str, Any]], rejected: Mapping[int, Rejection]) -> None:
    """Places of which no rule tells, in sentences whose words do."""
    likely: dict[int, dict[str, Any]] = {}
    for i, reading in likely_captures(doc, found, rejected):
        likely.setdefault(i, {**reading, "places": []})["places"].extend(reading["places"])
    found.update(likely)


def _is_aside(token: Token, pronoun: Token) -> bool:
    """«dans l'Ouest», «à 150 km de Z», «de la troisième ville du pays»: not what «celles de» names."""
    before = tokens_of(token.doc)[pronoun.i + 1 : token.i]
    last = next((other for other in reversed(before) if other.pos_ not in ("DET", "PUNCT", "CCONJ")), None)
    if last is None or last.ent_type_ == "LOC":
        return False
    return last.pos_ == "ADP" and last.lower_ not in ("de", "d'", "du")
