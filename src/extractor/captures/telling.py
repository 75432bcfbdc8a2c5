"""Captures that no rule reads: sentences that are likely to tell of one, by the words around a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.captures import LIKELY
from extractor.captures.clause import date_tokens, introduced_by
from extractor.captures.domain import is_armed, is_conflict
from extractor.captures.fillers import Filler, entity_filler
from extractor.captures.place_lists import whole_list
from extractor.captures.settings import is_capital, kind_of, likely_words
from extractor.captures.vocabulary import is_armed_noun, place_noun
from extractor.captures.voice import QUOTES
from extractor.naming.knowledge import look_up
from extractor.records import CAPTURE
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Span, Token

    from extractor.captures.rejections import Rejection

_TELLING = frozenset(("VERB", "NOUN"))
_OF_OTHER_SENSE = ("fixed_expression", "not_conflict")
_IN = ("dans", "en", "à")
_LINKS = ("ADP", "ADJ", "DET")
_LIST = 12  # tokens from «provinces» to a name of its list
_SIDES = ("centre", "est", "nord", "ouest", "sud")
_WITHOUT_WORD = 0.85  # probability from which a sentence tells of a capture without a verb or noun of it


def reasons(doc: Doc, name: Span, strongest: tuple[int, ...]) -> list[int]:
    """The verbs and nouns of a sentence that speak for a capture, the strongest first.

    Args:
        doc: The text with its dates.
        name: The place.
        strongest: Indexes of words in its sentence, the strongest first.
    """
    start = sentence_of(name[0]).start
    of_dates = date_tokens(doc)
    words = (doc[start + i] for i in strongest)
    return [
        token.i
        for token in words
        if token.pos_ in _TELLING
        and token.i not in of_dates
        and not token.ent_type_
        and token.lower_ not in likely_words("measures")
        and token.lemma_ not in likely_words("empty")
    ]


def likely_captures(
    doc: Doc, found: Mapping[int, dict[str, Any]], rejected: Mapping[int, Rejection]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Triggers of captures of places of which no rule tells one, each with what a rule would have read.

    Args:
        doc: A text with its names and ``doc.spans["likely"]``.
        found: What the rules read, by the trigger's token.
        rejected: What the rules turned down, by the trigger's token.
    """
    told = _Told(doc, found, rejected)
    for phrase in doc.spans.get(LIKELY, ()):
        if phrase in told or _acts(phrase) or _is_passed(phrase):
            continue
        if _is_scene(phrase) or _lies_elsewhere(phrase):
            continue
        if phrase._.likelihood["outcome"] == "attempt" and not _is_at_stake(phrase):
            continue  # «X n'est pas menacée»
        trigger = _trigger(phrase, found, rejected)
        if trigger is not None and is_conflict(doc[trigger], ()):
            yield trigger, _reading(doc[trigger], phrase)


class _Told:
    """The places of a text whose fate its rules tell, so that the model is not asked.

    A name is told of where any rule reads it, an anaphor in its sentence, or a name there from elsewhere
    («la seconde»), or where a rule sees that all stays as it was («X échappe encore aux rebelles»); an
    anaphor where its sentence has any trigger, or a name that is likely to change hands.
    """

    def __init__(
        self, doc: Doc, found: Mapping[int, dict[str, Any]], rejected: Mapping[int, Rejection]
    ) -> None:
        self._names = set()
        self._read = {sentence_of(doc[i]).start for i, it in rejected.items() if it.reason == "state"}
        for i, reading in found.items():
            for place in reading["places"]:
                of_place = sentence_of(doc[place["start"]]).start
                if place["kind"] == "name" and reading["outcome"] != "sign":
                    self._names.add(doc[place["start"] : place["end"]].text)
                if place["kind"] != "name" or of_place != sentence_of(doc[i]).start:
                    self._read.add(of_place)
        likely = [phrase for phrase in doc.spans.get(LIKELY, ()) if kind_of(phrase) == "name"]
        self._sentences = {sentence_of(doc[i]).start for i in found}
        self._sentences |= self._read | {sentence_of(name[0]).start for name in likely}

    def __contains__(self, phrase: Span) -> bool:
        sentence = sentence_of(phrase[0]).start
        if kind_of(phrase) == "name":
            return phrase.text in self._names or sentence in self._read
        return phrase._.likelihood["outcome"] != CAPTURE or sentence in self._sentences


def _trigger(
    phrase: Span, found: Mapping[int, dict[str, Any]], rejected: Mapping[int, Rejection]
) -> int | None:
    """The word that speaks most for the capture and tells of no other; without a verb the name itself."""
    words = [int(i) for i in phrase._.likelihood["reasons"]]
    if any(i in rejected and rejected[i].reason in _OF_OTHER_SENSE for i in words):
        return None
    free = next((i for i in words if i not in found), None)
    if free is not None:
        return free
    sure = phrase._.likelihood["sure"] >= _WITHOUT_WORD
    return phrase.start if sure and phrase.start not in found else None


def _is_at_stake(name: Span) -> bool:
    """Whether a place may be what is attempted; not «X n'est pas menacée», not where unarmed people meet."""
    sentence = name.sent
    if any(token.lower_ in likely_words("denials") for token in sentence):
        return False
    if introduced_by(name[0]) != "à" or any(is_armed_noun(token.lower_) for token in sentence):
        return True
    return any(is_armed(other.text) for other in sentence.ents)


def _is_passed(phrase: Span) -> bool:
    """«**depuis** X, ils affirment …», «**De** X, elle a vu …»: from where it is told; «vers X»: a way."""
    before = introduced_by(phrase[0])
    return before in likely_words("passing") or (before == "de" and phrase.start - 1 == phrase.sent.start)


def _is_scene(name: Span) -> bool:
    """«**dans** les provinces de **X** et de Y», «chef-lieu de la province de **X**»: where something is."""
    doc, i = name.doc, name.start - 1
    first = max(name.sent.start, i - _LIST)
    while i > first and (doc[i].ent_type_ == "LOC" or doc[i].pos_ in _LINKS or doc[i].text in (",", "et")):
        i -= 1
    if i <= first or place_noun(doc[i].lower_) != "region":
        return False
    if not any(token.pos_ == "ADP" for token in doc[i + 1 : i + 3]):
        return False
    before = introduced_by(doc[i])
    if before != "de":
        return before in _IN
    owner = next((token for token in reversed(doc[first:i]) if token.pos_ not in _LINKS), name[0])
    return place_noun(owner.lower_) is not None or owner.lower_ in _SIDES


def _lies_elsewhere(phrase: Span) -> bool:
    """«la lisière **de X**», «s'est retiré **à X**», «le golfe de X»: a name that only tells where."""
    if kind_of(phrase) != "name":
        return phrase[0].lower_ == "en" and phrase[0].nbor(1).lemma_ == "croire"  # «à l'en croire»
    if phrase[0].lower_ in likely_words("waters"):
        return True
    first = whole_list(phrase[0])[0]
    before, start = introduced_by(first), entity_filler(first).start
    if first.doc[start - 1].lower_ == "au":  # «une percée au Norland»
        known = look_up(phrase.text)
        return known is not None and known.kind in ("country", "region")
    noun = _owner(first, start) if before == "de" else None
    if noun is not None:
        where = introduced_by(noun)
        if noun.lower_ in likely_words("whereabouts") or (
            noun.lower_ in likely_words("lands") and where in ("dans", "de")
        ):
            return True
        noun = noun.head if noun.lower_ == "nom" else noun  # «une localité du nom de X»
        before = introduced_by(noun) if place_noun(noun.lower_) else before
    if before not in ("à", "dans"):
        return False
    verb = next((token for token in phrase.root.ancestors if token.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_ in likely_words("staying")


def _owner(name: Token, start: int) -> Token | None:
    """The noun before «de» and a name, adjectives and quotes aside: «les **provinces** voisines de X»."""
    opening = sentence_of(name).start
    if start - 2 < opening:
        return None
    noun = name.doc[start - 2]
    while noun.i > opening and (noun.pos_ == "ADJ" or noun.text in QUOTES):
        noun = noun.nbor(-1)
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _acts(name: Span) -> bool:
    """«Washington a décidé»: a capital as a subject stands for its government."""
    return is_capital(name) and name.root.dep_ == "nsubj"


def _reading(trigger: Token, name: Span) -> dict[str, Any]:
    return {
        "event": "capture",
        "lemma": trigger.lemma_.lower(),
        "via": -1,
        "rule": LIKELY,
        "outcome": name._.likelihood["outcome"],
        "ended": False,
        "begun": False,
        "sign": None,
        "claims": False,
        "retaken": False,
        "places": [Filler(kind_of(name), name.start, name.end, name.root.i).to_plain()],
        "taker": None,
        "loser": None,
    }
