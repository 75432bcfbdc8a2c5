"""Captures that no rule reads: sentences that are likely to tell of one, by the words around a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.captures import LIKELY
from extractor.captures.clause import date_tokens, introduced_by
from extractor.captures.domain import is_armed, is_conflict
from extractor.captures.fillers import Filler
from extractor.captures.settings import kind_of, likely_words
from extractor.captures.vocabulary import is_armed_noun, is_capital, is_extent, place_noun
from extractor.captures.whereabouts import only_tells_where
from extractor.records import CAPTURE
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Span, Token

    from extractor.captures.rejections import Rejection

_TELLING = frozenset(("VERB", "NOUN"))
_OF_OTHER_SENSE = ("fixed_expression", "not_conflict")
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
        if (
            phrase in told
            or told.is_of_other_thing(phrase)
            or _acts(phrase)
            or only_tells_where(phrase)
            or told.lies_in(phrase)
        ):
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
        self._names, self._located = set(), set()
        self._read = {sentence_of(doc[i]).start for i, it in rejected.items() if it.reason == "state"}
        for i, reading in found.items():
            for place in reading["places"]:
                of_place = sentence_of(doc[place["start"]]).start
                if place["kind"] == "name" and reading["outcome"] != "sign":
                    self._names.add(doc[place["start"] : place["end"]].text)
                    self._located.add(of_place)
                if place["kind"] != "name" or of_place != sentence_of(doc[i]).start:
                    self._read.add(of_place)
        self._things = {i for i, it in rejected.items() if it.reason == "not_a_place"}
        likely = [phrase for phrase in doc.spans.get(LIKELY, ()) if kind_of(phrase) == "name"]
        self._sentences = {sentence_of(doc[i]).start for i in found}
        self._sentences |= self._read | {sentence_of(name[0]).start for name in likely}

    def lies_in(self, phrase: Span) -> bool:
        """Whether a name only says where a place lies of which a rule tells: «la base dans la ville de Y».

        Args:
            phrase: A place.
        """
        owner = _owner(phrase)
        if owner is None or sentence_of(phrase[0]).start not in self._located:
            return False
        return place_noun(owner.lower_) == "settlement" and introduced_by(owner) == "dans"

    def is_of_other_thing(self, phrase: Span) -> bool:
        """«L'alliance **en** a pris la direction»: the rules see that its verb takes no place.

        Args:
            phrase: What stands for a place.
        """
        return kind_of(phrase) != "name" and phrase.root.head.i in self._things

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


def _acts(name: Span) -> bool:
    """«Washington a décidé», «les réactions de Washington»: a capital that stands for its government."""
    if not is_capital(name.text) or name.root.dep_ == "nsubj":
        return is_capital(name.text)
    owner = _owner(name)
    if owner is None or place_noun(owner.lower_) or is_extent(owner.lower_):
        return False
    return owner.lower_.endswith("s") or owner.i not in name._.likelihood["reasons"]


def _owner(name: Span) -> Token | None:
    """The noun right before «de X»; None where no such stands there."""
    if introduced_by(name[0]) != "de" or name.start - 2 < name.sent.start:
        return None
    owner = name.doc[name.start - 2]
    return owner if owner.pos_ == "NOUN" else None


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
