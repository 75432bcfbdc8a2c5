"""Resolves «la ville», «y», «sa» to the place that they stand for, from what the article named before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.assemble.actor_references import ActorReferences
from extractor.assemble.topics import (
    announced,
    belongs_to_somebody,
    is_left,
    is_seat,
    is_subject,
    is_where_somebody_is,
    seat_of,
)
from extractor.captures.anchors import is_anchor
from extractor.captures.clause import introduced_by
from extractor.captures.fillers import POSSESSIVE, entity_filler
from extractor.captures.place_lists import whole_list
from extractor.captures.vocabulary import place_noun
from extractor.naming.knowledge import look_up
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SENTENCES_BACK = 6
_SEATS = {"capitale", "chef-lieu"}
_OF = {"de", "du", "d'", "des"}
_SMALL = {"deux": 2, "trois": 3, "quatre": 4}
_ALL_OF_THEM = {"les", "des", "aux", "ces"}
_NEAR_BACK = 2  # sentences
_IN_PASSING = ("après", "vers", "depuis", "pour", "selon", "entre")
_ANAPHORIC = ("definite", "pronoun", "possessive")
_BACKGROUND = {"après", "lendemain"}
_OF_MANY = {"y", "en", "les", "elles"}
# A town under another preposition than these is no topic: «armés par Moscou».
_THIS = ("ce", "cet", "cette")
_WAYS = ("de", "depuis", "vers", "par", "selon")
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
        self.actors = ActorReferences(doc, names)
        self.settlements = settlements
        self.captured: dict[int, str] = {}
        self.unknown: set[str] = set()  # taken by name, no settlement of the names component
        self.holders: dict[str, list[str]] = {}

    def place(self, filler: dict[str, Any], source: list[int] | None = None) -> str | None:
        """Name of the place in a slot; None where it cannot be told.

        Args:
            filler: A `extractor.captures.fillers.Filler` as plain values.
            source: Token range of who says so: «la ville» of the mayor of X is X.
        """
        if filler["kind"] == "name":
            text = self.doc[filler["start"] : filler["end"]].text
            taken_for_person = (
                self.doc[filler["start"]].ent_type_ == "PER"
            )  # whose full name is none of a town
            return text if taken_for_person else self.names.get(filler["start"], text)
        if filler["kind"] == "implicit":
            return self._matter_of(filler["start"])
        if filler["kind"] == "definite" and source is not None and not self._is_ranked(filler):
            home = seat_of(self.doc, source, self.settlements)
            if home is not None:
                return self.settlements[home]
        found = self._antecedent(filler) if filler["kind"] in _ANAPHORIC else None
        return None if found is None else self._name_at(found)

    def _name_at(self, i: int) -> str:
        return self.captured[i] if i in self.captured else self.settlements.get(i) or self.names[i]

    def several(self, filler: dict[str, Any]) -> list[str]:
        """«les deux villes»: as many towns as counted, those told of last; none where they are not plain.

        «y» and «en» stand for all towns of a list: «ont pris X et Y … **y** sont revenus».

        Args:
            filler: A counted plural or a pronoun, as plain values.
        """
        if filler["kind"] == "pronoun":
            return self._whole(filler) if self.doc[filler["start"]].lower_ in _OF_MANY else []
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
            if len(towns) >= count:
                return list(towns) if len(towns) == count else []
            back = self.doc[back - 1].sent.start if back else 0
        return []

    def _whole(self, pronoun: dict[str, Any]) -> list[str]:
        """The towns of the list that a pronoun's antecedent stands in, where they change hands together."""
        found = self._antecedent(pronoun)
        if found is None or found not in self.captured or found >= pronoun["start"]:
            return []
        listed = [entity_filler(name).start for name in whole_list(self.doc[found])]
        return list(dict.fromkeys(self.captured[i] for i in listed if i in self.captured))

    def note(self, start: int, place: str) -> None:
        """Remember that a place is talked of as changing hands: later «la ville» is likely to be it.

        Args:
            start: Token where it is mentioned.
            place: Its name.
        """
        self.captured[start] = place
        if self.doc[start].text[:1].isupper() and self.doc[start].ent_type_ in ("", "PER"):
            self.unknown.add(place)

    def _antecedent(self, filler: dict[str, Any]) -> int | None:
        """Where the settlement stands that fits best: in its sentence, else the last that was the matter."""
        position = filler["start"]
        sentence = sentence_of(self.doc[position])
        later = announced(self.doc, position) if filler["kind"] == "pronoun" else None
        if later is not None or self._is_ranked(filler):
            return self._main() if later is None else later
        inside = self._named(sentence.start, position)
        if filler["kind"] == "pronoun":
            here = [i for i in self.captured if sentence.start <= i < position and self._is_town(i)]
            if here:
                return here[-1]
        if filler["kind"] == "definite" and self.doc[position - 1].lower_ in _THIS:
            shown = [i for i in inside if introduced_by(self.doc[i]) not in _WAYS]
            if shown:
                return shown[-1]  # «craignant un assaut contre **X**, ils ont pris cette ville»
        topics = self._topics(inside, filler) or [i for i in inside if is_left(self.doc[i])]
        if topics:
            return topics[-1]
        topical = [i for i in inside if introduced_by(self.doc[i]) in _TOPICAL] or inside
        earlier = self._earlier(sentence.start)
        if earlier is None and not topical and filler["kind"] == "definite":
            earlier = self._measured_from(sentence.start)
        return earlier if earlier is not None else (topical[-1] if topical else None)

    def _measured_from(self, back: int) -> int | None:
        """«à 5 km de **X**, sur la route de Y»: from where a way is measured, where nothing else is named."""
        for _ in range(_NEAR_BACK):
            if back == 0:
                break
            start, end = sentence_of(self.doc[back - 1])
            named = [i for i in sorted(self.settlements) if start <= i < end and not self._acts(i)]
            if named:
                return named[0] if introduced_by(self.doc[named[0]]) == "de" else None
            back = start
        return None

    def _topics(self, inside: list[int], filler: dict[str, Any]) -> list[int]:
        """The towns of a sentence that what follows in it is about."""
        position = filler["start"]
        if filler["kind"] == "possessive":
            return [i for i in inside if is_subject(self.doc[i])]
        if inside and self.doc[position - 1].lower_ in POSSESSIVE:  # «le maire de X … sa ville»
            return inside
        return [
            i
            for i in inside
            if introduced_by(self.doc[i]) in _TOPICAL
            and (not self._verb_before(i) or self.doc[i].dep_.startswith("nsubj"))
            and not is_where_somebody_is(self.doc[i])
        ] or [i for i in inside if is_seat(self.doc[i])]

    def _earlier(self, back: int) -> int | None:
        """The settlement that was the matter last: captured, else named first in its sentence."""
        for _ in range(_SENTENCES_BACK):
            if back == 0:
                break
            before = sentence_of(self.doc[back - 1])
            captured = [i for i in self.captured if before.start <= i < before.end and self._is_town(i)]
            if captured:
                return self._foremost(captured)
            mentioned = [i for i in self._named(before.start, before.end) if self._is_topic(i)]
            if mentioned:
                return mentioned[0]
            back = before.start
        return None

    def _foremost(self, captured: list[int]) -> int:
        """«ont pris X et **Y**, après avoir pris Z»: the last town before what had happened earlier."""
        between = tokens_of(self.doc)[captured[0] : captured[-1]]
        end = next((token.i for token in between if token.lower_ in _BACKGROUND), None)
        return captured[-1] if end is None else max(i for i in captured if i < end)

    def _is_topic(self, i: int) -> bool:
        """No capital in passing («un communiqué diffusé à Alger»), no way («vers Orlec», «près d'Orlec»)."""
        known = look_up(self.settlements[i])
        capital = known is not None and known.country is not None and known.kind == "settlement"
        if self.settlements[i] in self.captured.values():
            return True
        passing = introduced_by(self.doc[i]) in _IN_PASSING or is_where_somebody_is(self.doc[i])
        return not (capital or passing or belongs_to_somebody(self.doc[i]))

    def _is_ranked(self, filler: dict[str, Any]) -> bool:
        """«la capitale du Nord», «la deuxième ville du pays»: the town of the text, not the last one."""
        noun = self.doc[filler["head"]]
        if filler["kind"] != "definite":
            return False
        rank = noun.i > 0 and noun.nbor(-1).lower_.endswith(("ième", "second", "seconde"))
        return rank or (noun.lower_ in _SEATS and noun.i + 1 < len(self.doc) and noun.nbor(1).lower_ in _OF)

    def _main(self) -> int | None:
        """Where the settlement that the text names most often stands first; of several the first."""
        found = [i for i in sorted(self.settlements) if not self._acts(i)]
        named = [self.settlements[i] for i in found]
        return found[named.index(max(named, key=named.count))] if named else None

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
