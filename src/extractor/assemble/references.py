"""Resolves «la ville», «y», «sa», «ils» to what they stand for, from what the article named before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.assemble.parties import is_fighter
from extractor.assemble.phrases import owned, phrase_from
from extractor.captures.clause import introduced_by
from extractor.captures.domain import is_armed
from extractor.captures.fillers import FIRST_PERSON, POSSESSIVE
from extractor.captures.speakers import can_speak, person_range
from extractor.captures.surface import is_anchor
from extractor.captures.syntax import preposition
from extractor.captures.vocabulary import actor_side, is_demonym, is_role_noun, place_noun
from extractor.naming.forms import plain
from extractor.naming.knowledge import look_up
from extractor.naming.rules import word_list
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SENTENCES_BACK = 6
_SEATS = {"capitale", "chef-lieu"}
_OF = {"de", "du", "d'", "des"}
_GROUPS = {"groupe", "mouvement", "organisation", "milice", "coalition", "alliance"}
_ENEMY = {"ennemi", "ennemis", "adversaire", "adversaires"}
_OF_SEVERAL = {"ils", "elles", "eux", "leur", "leurs"}
_OF_ONE = {"il", "elle", "lui"}
_SMALL = {"deux": 2, "trois": 3, "quatre": 4}
_ALL_OF_THEM = {"les", "des", "aux", "ces"}
_NEAR_BACK = 2  # sentences
_IN_PASSING = ("vers", "depuis", "pour", "selon", "entre")
# A town under another preposition than these is no topic: «armés par Moscou».
_TOPICAL = (None, "à", "dans")


class References:
    """What the phrases of one article refer to.

    Args:
        doc: The text.
        settlements: Start token of each mention of a settlement, with its name.
        names: Start token of each named entity, with the name of its record.
        countries: Country code of the places whose country is known, by name.
    """

    def __init__(
        self, doc: Doc, settlements: dict[int, str], names: dict[int, str], countries: dict[str, str]
    ) -> None:
        self.doc = doc
        self.countries = countries
        self.names = names
        self.settlements = settlements
        self.captured: dict[int, str] = {}
        self.unknown: set[str] = set()  # taken by name, no settlement of the names component
        self.holders: dict[str, list[str]] = {}

    def place(self, filler: dict[str, Any]) -> str | None:
        """Name of the place in a slot; None where it cannot be told.

        Args:
            filler: A `extractor.captures.fillers.Filler` as plain values.
        """
        if filler["kind"] == "name":
            text = self.doc[filler["start"] : filler["end"]].text
            taken_for_person = (
                self.doc[filler["start"]].ent_type_ == "PER"
            )  # whose full name is none of a town
            return text if taken_for_person else self.names.get(filler["start"], text)
        if filler["kind"] == "implicit":
            return self._matter_of(filler["start"])
        if filler["kind"] in ("definite", "pronoun", "possessive"):
            return self._settlement_before(filler)
        return None

    def several(self, filler: dict[str, Any]) -> list[str]:
        """«les deux villes»: as many towns as counted, those told of last; none where they are not plain.

        Args:
            filler: A counted plural, as plain values.
        """
        noun, first = self.doc[filler["head"]], filler["start"]
        count = _SMALL.get(self.doc[first].lower_)
        definite = first > 0 and self.doc[first - 1].lower_ in _ALL_OF_THEM
        if count is None or not definite or noun.i != first + 1 or place_noun(noun.lower_) != "settlement":
            return []
        back = noun.sent.start
        for _ in range(_SENTENCES_BACK):
            towns = dict.fromkeys(
                self.captured[i] for i in sorted(self.captured) if back <= i < first and self._is_town(i)
            )
            if towns:
                return list(towns) if len(towns) == count else []
            back = self.doc[back - 1].sent.start if back else 0
        return []

    def actor(self, filler: dict[str, Any] | None, speaker: list[int] | None = None) -> str | None:
        """Name of the actor in a slot as the text gives it; None where nobody stands there or it is unclear.

        Args:
            filler: A `extractor.captures.fillers.Filler` as plain values.
            speaker: Token range of who speaks: «nos mains» are theirs.
        """
        if filler is None:
            return None
        if self.doc[filler["start"]].lower_ in FIRST_PERSON:
            return self.side_of(speaker) if speaker else None
        if filler["kind"] == "pronoun":
            return self._actor_before(filler["start"])
        if filler["kind"] == "name":
            return self.names.get(filler["start"], self.doc[filler["start"] : filler["end"]].text)
        group = self._the_group(filler)
        return group or " ".join(owned(self.doc[filler["start"] : filler["end"]]).text.split())

    def _the_group(self, filler: dict[str, Any]) -> str | None:
        """«le groupe», «le mouvement»: the armed group named last; None for other phrases."""
        start = filler["start"]
        alone = filler["end"] - start == 1 and start > 0 and self.doc[start - 1].lower_ in ("le", "l'", "la")
        if not alone or self.doc[start].lower_ not in _GROUPS:
            return None
        before = [ent for ent in self.doc.ents if ent.end <= start and ent.label_ == "ORG"]
        armed = [ent for ent in before if is_armed(ent.text)] or before
        return self.names.get(armed[-1].start, armed[-1].text) if armed else None

    def note(self, start: int, place: str) -> None:
        """Remember that a place is talked of as changing hands: later «la ville» is likely to be it.

        Args:
            start: Token where it is mentioned.
            place: Its name.
        """
        self.captured[start] = place
        if self.doc[start].text[:1].isupper() and self.doc[start].ent_type_ in ("", "PER"):
            self.unknown.add(place)

    def _settlement_before(self, filler: dict[str, Any]) -> str | None:
        """The settlement that fits best: in the same sentence, else the last one that was the matter."""
        position = filler["start"]
        sentence = sentence_of(self.doc[position])
        if self._is_ranked(filler):
            return self._main()
        inside = self._named(sentence.start, position)
        here = [i for i in self.captured if sentence.start <= i < position and self._is_town(i)]
        if here and filler["kind"] == "pronoun":
            return self.captured[here[-1]]
        if inside and filler["kind"] != "possessive":
            if self.doc[position - 1].lower_ in POSSESSIVE:  # «le maire de X … sa ville»
                return self.settlements[inside[-1]]
            topics = [
                i
                for i in inside
                if introduced_by(self.doc[i]) in _TOPICAL
                and (not self._verb_before(i) or self.doc[i].dep_.startswith("nsubj"))
            ]
            if topics:
                return self.settlements[topics[-1]]
        topical = [i for i in inside if introduced_by(self.doc[i]) in _TOPICAL] or inside
        return self._earlier(sentence.start) or (self.settlements[topical[-1]] if topical else None)

    def _earlier(self, back: int) -> str | None:
        """The settlement that was the matter last: captured, else named first in its sentence."""
        for _ in range(_SENTENCES_BACK):
            if back == 0:
                break
            before = sentence_of(self.doc[back - 1])
            captured = [i for i in self.captured if before.start <= i < before.end and self._is_town(i)]
            if captured:
                return self.captured[captured[-1]]
            mentioned = [i for i in self._named(before.start, before.end) if self._is_topic(i)]
            if mentioned:
                return self.settlements[mentioned[0]]
            back = before.start
        return None

    def _is_topic(self, i: int) -> bool:
        """No capital in passing («un communiqué diffusé à Alger»), no way («vers Orlec», «près d'Orlec»)."""
        known = look_up(self.settlements[i])
        capital = known is not None and known.country is not None and known.kind == "settlement"
        if self.settlements[i] in self.captured.values():
            return True
        return not capital and introduced_by(self.doc[i]) not in _IN_PASSING

    def _is_ranked(self, filler: dict[str, Any]) -> bool:
        """«la capitale du Nord», «la deuxième ville du pays»: the town of the text, not the last one."""
        noun = self.doc[filler["head"]]
        if filler["kind"] != "definite":
            return False
        rank = noun.i > 0 and noun.nbor(-1).lower_.endswith(("ième", "second", "seconde"))
        return rank or (noun.lower_ in _SEATS and noun.i + 1 < len(self.doc) and noun.nbor(1).lower_ in _OF)

    def _main(self) -> str | None:
        """The settlement that the text names most often; of several the first."""
        named = [self.settlements[i] for i in sorted(self.settlements) if not self._acts(i)]
        return max(named, key=named.count) if named else None

    def _named(self, start: int, end: int) -> list[int]:
        """Where a stretch of text names a settlement as a place: no distance, no capital that acts."""
        return [
            i
            for i in self.settlements
            if start <= i < end and not is_anchor(self.doc[i]) and not self._acts(i)
        ]

    def _acts(self, i: int) -> bool:
        """«Kiev dément», «les troupes d'Abuja»: a capital that stands for its government."""
        known = look_up(self.settlements[i])
        if known is None or known.country is None or known.kind != "settlement":
            return False
        before = introduced_by(self.doc[i])
        return i not in self.captured and (before in ("de", "par") or self.doc[i].dep_.startswith("nsubj"))

    def _matter_of(self, position: int) -> str | None:
        """The settlement that a sentence without one is about: the last one captured or named."""
        start = sentence_of(self.doc[position]).start
        here = [i for i in self._named(start, position) if introduced_by(self.doc[i]) in _TOPICAL]
        if here:
            return self.settlements[here[-1]]
        for _ in range(_NEAR_BACK):
            start = sentence_of(self.doc[start - 1]).start if start else 0
        captured = [i for i in self.captured if start <= i < position and self._is_town(i)]
        if captured:
            return self.captured[captured[-1]]
        named = [i for i in self._named(start, position) if introduced_by(self.doc[i]) in _TOPICAL]
        return self.settlements[named[-1]] if named else None

    def hold(self, place: str | None, holder: str | None) -> None:
        """Remember who held a place, as the article tells.

        Args:
            place: Its name.
            holder: Who held it.
        """
        if place and holder:
            self.holders.setdefault(place, []).append(holder)

    def _is_town(self, start: int) -> bool:
        """«la ville» is no steelworks, though that was talked of last."""
        return self.captured[start] in self.unknown or self.captured[start] in self.settlements.values()

    def _verb_before(self, position: int) -> bool:
        """Whether a finite verb stands before a token in its sentence: then it is no topic."""
        return any(
            "VerbForm=Fin" in str(token.morph)
            for token in tokens_of(self.doc)[sentence_of(self.doc[position]).start : position]
        )

    def _actor_before(self, position: int) -> str | None:
        """The last subject that can act, in this sentence or the one before."""
        sentence = sentence_of(self.doc[position])
        begin = sentence_of(self.doc[sentence.start - 1]).start if sentence.start else 0
        begin = sentence_of(self.doc[begin - 1]).start if begin else 0
        actors = [
            token
            for token in tokens_of(self.doc)[begin:position]
            if _can_act(token) and token.lower_ not in _ENEMY
        ]
        number = self.doc[position].lower_
        if number in _OF_SEVERAL or number in _OF_ONE:
            several = number in _OF_SEVERAL
            actors = [token for token in actors if _is_plural(token) == several] or actors
        subjects = [token for token in actors if token.dep_.startswith("nsubj")]
        near = [token for token in subjects if sentence_of(token) == sentence] or subjects
        return self._phrase((near or actors)[-1]) if actors else None

    def _speaker_before(self, position: int) -> str | None:
        """Whom a pronoun that speaks stands for: the last subject that can, up to two sentences before."""
        sentence = sentence_of(self.doc[position])
        begin = sentence.start
        for _ in range(2):
            begin = sentence_of(self.doc[begin - 1]).start if begin else 0
        several = self.doc[position].lower_.endswith(("ils", "elles", "eux"))
        found = [
            token
            for token in self.doc[begin:position]
            if token.ent_iob_ != "I"
            and introduced_by(token) is None
            and can_speak(self.doc, [token.i, token.i + 1])
            and several == (_is_plural(token) and token.ent_type_ != "PER")
        ]
        subjects = [token for token in found if token.dep_.startswith("nsubj")]
        if not found:
            return self._actor_before(position)
        start, end = person_range((subjects or found)[-1])
        return self.source([start, end])

    def source(self, speaker: list[int]) -> str | None:
        """Who says something, as the text names them there.

        Args:
            speaker: Token range of who speaks.
        """
        phrase = self.doc[speaker[0] : speaker[1]]
        if len(phrase) > 1 and phrase[0].lower_ in ("le", "la", "les", "l'"):
            phrase = phrase[1:]
        if len(phrase) == 1 and phrase[0].pos_ == "PRON":
            return self._speaker_before(phrase.start)
        person = next((name for name in phrase.ents if name.label_ == "PER"), None)
        if person is not None and _is_courtesy(self.doc[phrase.start : person.start]):
            return self.names.get(person.start, person.text)  # «M. X»
        return " ".join(_without_allegiance(phrase).text.split())

    def side_of(self, speaker: list[int]) -> str | None:
        """For whom somebody speaks: «le porte-parole **des talibans**»; None where they speak for themselves.

        Args:
            speaker: Token range of who speaks.
        """
        phrase = tokens_of(self.doc)[speaker[0] : speaker[1]]
        acting = [token for token in phrase if _can_act(token) or actor_side(token.lower_)]
        acting = [token for token in acting if token.i == 0 or not _is_of_rank(token)]
        if acting:
            return self._phrase(acting[0])
        theirs = len(phrase) > 1 and phrase[0].lower_ in POSSESSIVE and is_role_noun(phrase[1].lower_)
        return self._actor_before(speaker[0]) if theirs else None

    def _phrase(self, token: Token) -> str:
        entity = next((ent for ent in token.sent.ents if ent.start <= token.i < ent.end), None)
        if entity is not None:
            return self.names.get(entity.start, entity.text)
        return owned(phrase_from(token)).text


def _is_courtesy(words: Span) -> bool:
    """Whether nothing but «M.», «Mme» stands before a name."""
    return all(plain(word.text).lower() in word_list("titles", "civilities") for word in words)


def _without_allegiance(phrase: Span) -> Span:
    """«insurgés **fidèles à** X»: whom they follow is another."""
    for token in phrase[1:-1]:
        if token.pos_ == "ADJ" and token.nbor().lower_ in ("à", "au", "aux"):
            return phrase[: token.i - phrase.start]
    return phrase


def _is_plural(token: Token) -> bool:
    if token.i > 0 and token.nbor(-1).lower_ in ("les", "des", "aux", "ces", "leurs"):
        return True
    return "Number=Plur" in str(token.morph) or (token.text[:1].isupper() and token.text.endswith("s"))


def _can_act(token: Token) -> bool:
    if token.ent_type_ == "ORG":
        return is_fighter(token.text)
    if is_demonym(token.text) and token.text[:1].isupper() and token.text.endswith("s"):
        return True  # «les Russes»
    return actor_side(token.lower_) is not None and preposition(token) is None


def _is_of_rank(token: Token) -> bool:
    """«général de **brigade**»."""
    return token.nbor(-1).lower_ in ("de", "d'") and token.i > 1 and is_role_noun(token.nbor(-2).lower_)
