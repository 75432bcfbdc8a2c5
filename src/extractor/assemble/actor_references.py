"""Resolves «ils», «le groupe», «ses hommes», «M. X» to the actor or speaker whom they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.assemble.parties import is_fighter, is_unit, is_vague, party_words, side_of
from extractor.assemble.phrases import owned, phrase_from
from extractor.assemble.sides import is_mouthpiece
from extractor.captures.clause import introduced_by
from extractor.captures.cues import cue_words
from extractor.captures.domain import is_armed
from extractor.captures.fillers import FIRST_PERSON, POSSESSIVE, entity_filler, is_the_latter
from extractor.captures.speakers import can_speak, person_range
from extractor.captures.syntax import preposition
from extractor.captures.vocabulary import actor_side, is_demonym, is_role_noun
from extractor.naming.forms import plain
from extractor.naming.rules import word_list
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_GROUPS = {"groupe", "mouvement", "organisation", "milice", "coalition", "alliance"}
_ENEMY = {"ennemi", "ennemis", "adversaire", "adversaires"}
_OF_SEVERAL = {"ils", "elles", "eux", "leur", "leurs"}
_SAME = {"ce", "cette", "même", "mêmes"}
_OF_ONE = {"il", "elle", "lui"}
_CLITICS = {"leur", "lui"}
_OF_HOLDERS = {"par", "à"}  # «occupée **par** les rebelles, X leur a été reprise»


class ActorReferences:
    """Whom the phrases of one article refer to.

    Args:
        doc: The text.
        names: Start token of each named entity, with the name of its record.
    """

    def __init__(self, doc: Doc, names: dict[int, str]) -> None:
        self.doc = doc
        self.names = names

    def in_slot(self, filler: dict[str, Any] | None, speaker: list[int] | None = None) -> str | None:
        """Name of the actor in a slot as the text gives it; None where nobody stands there or it is unclear.

        Args:
            filler: A `extractor.captures.fillers.Filler` as plain values.
            speaker: Token range of who speaks: «nos mains» are theirs.
        """
        if filler is None:
            return None
        if self._is_own(filler):
            return self.side_of(speaker) if speaker else None
        if filler["kind"] == "pronoun":
            return self._actor_before(filler["start"])
        if filler["kind"] == "name":
            return self.names.get(filler["start"], self.doc[filler["start"] : filler["end"]].text)
        group = self._the_group(filler) or self._owner(filler)
        return group or " ".join(owned(self.doc[filler["start"] : filler["end"]]).text.split())

    def pronouns(self) -> dict[int, str]:
        """Each pronoun of several that stands for an actor, with the name of that actor."""
        found = {i: self._actor_before(i) for i, form in enumerate(forms_of(self.doc)) if form in _OF_SEVERAL}
        return {i: name for i, name in found.items() if name}

    def _is_own(self, filler: dict[str, Any]) -> bool:
        """«**nous**», «**nos** forces héroïques»: of whoever speaks; «nos soldats» are soldiers."""
        if self.doc[filler["start"]].lower_ in FIRST_PERSON:
            return True
        head, phrase = self.doc[filler["head"]], self.doc[filler["start"] : filler["end"]]
        owned_by_us = any(word.lower_ in FIRST_PERSON for word in head.lefts)
        return owned_by_us and is_vague(head.lower_) and side_of(phrase.text) is None

    def _the_group(self, filler: dict[str, Any]) -> str | None:
        """«le groupe», «le mouvement»: the armed group named last; None for other phrases."""
        start = filler["start"]
        alone = filler["end"] - start == 1 and start > 0 and self.doc[start - 1].lower_ in ("le", "l'", "la")
        if not alone or self.doc[start].lower_ not in _GROUPS:
            return None
        before = [ent for ent in self.doc.ents if ent.end <= start and ent.label_ == "ORG"]
        armed = [ent for ent in before if is_armed(ent.text)] or before
        return self.names.get(armed[-1].start, armed[-1].text) if armed else None

    def _owner(self, filler: dict[str, Any]) -> str | None:
        """«**ses** soldats», «**leurs** combattants»: the last subject that has some; None for other phrases.

        A town has garrisons, too.
        """
        before = filler["start"] - 1
        if before < 0 or filler["end"] - filler["start"] > 1 or self.doc[before].lower_ not in POSSESSIVE:
            return None
        if is_unit(self.doc[before + 1].lower_) or self.doc[before + 1].lower_ in party_words("keepers"):
            return None
        sentence = sentence_of(self.doc[before])
        begin = sentence_of(self.doc[sentence.start - 1]).start if sentence.start else 0
        several = self.doc[before].lower_ in _OF_SEVERAL
        subjects = [
            token
            for token in tokens_of(self.doc)[begin:before]
            if token.dep_.startswith("nsubj")
            and (token.ent_type_ or _can_act(token))
            and several == (_is_plural(token) and token.ent_type_ not in ("PER", "LOC"))
        ]
        if not subjects or not _can_act(subjects[-1]) or is_vague(subjects[-1].lower_):
            return None
        owner = self._phrase(subjects[-1])
        return None if is_mouthpiece(owner) else owner  # «le ministère … ses forces»

    def _actor_before(self, position: int) -> str | None:
        """The last subject that can act, in this sentence or the two before."""
        sentence = sentence_of(self.doc[position])
        begin = sentence_of(self.doc[sentence.start - 1]).start if sentence.start else 0
        begin = sentence_of(self.doc[begin - 1]).start if begin else 0
        own = _subjects_of(self.doc[position])
        if is_the_latter(self.doc[position]):
            return self._latter(begin, position)
        actors = [
            token
            for token in tokens_of(self.doc)[begin:position]
            if _can_act(token) and token.lower_ not in _ENEMY and token.i not in own
        ]
        number = self.doc[position].lower_
        if number in _OF_SEVERAL or number in _OF_ONE:
            several = number in _OF_SEVERAL
            actors = [token for token in actors if _is_plural(token) == several] or actors
        subjects = [token for token in actors if token.dep_.startswith("nsubj")]
        if number in _CLITICS and not any(sentence_of(token) == sentence for token in actors):
            holders = [
                token
                for token in tokens_of(self.doc)[sentence.start : position]
                if actor_side(token.lower_) is not None
                and preposition(token) in _OF_HOLDERS
                and _is_plural(token) == (number in _OF_SEVERAL)
            ]
            if holders:
                return self._phrase(holders[-1])
        near = [token for token in subjects if sentence_of(token) == sentence] or subjects
        return self._phrase((near or actors)[-1]) if actors else None

    def _latter(self, begin: int, position: int) -> str | None:
        """Whom «ces derniers» means: the actor named last, whatever its part in the sentence."""
        several = self.doc[position].lower_.endswith(("s", "ceux-ci", "ceux-là"))
        found = [
            token
            for token in tokens_of(self.doc)[begin:position]
            if token.ent_iob_ != "I"
            and token.lower_ not in _ENEMY
            and _is_plural(token) == several
            and (_can_act(token) or actor_side(token.lower_) is not None)
        ]
        return self._phrase(found[-1]) if found else self._actor_before(begin) if begin else None

    def _speaker_before(self, position: int) -> str | None:
        """Whom a pronoun that speaks stands for: the last subject that can, up to two sentences before."""
        sentence = sentence_of(self.doc[position])
        begin = sentence.start
        for _ in range(2):
            begin = sentence_of(self.doc[begin - 1]).start if begin else 0
        several = self.doc[position].lower_.endswith(
            ("ils", "elles", "eux", "ces", "ceux-ci", "les", "celles-ci")
        )
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
        if len(phrase) == 1 and (phrase[0].pos_ == "PRON" or phrase[0].lower_ in ("l'", "les")):
            return self._speaker_before(phrase.start)
        if phrase[-1].lower_ in cue_words("pronouns", "the_last"):
            return self._speaker_before(phrase.start)
        if phrase[-1].lower_ in cue_words("nouns", "named_before") and phrase[0].lower_ in _SAME:
            return self._speaker_before(phrase.start) or phrase.text
        person = next((token for token in phrase if token.ent_type_ == "PER"), None)
        if person is not None and _is_courtesy(self.doc[phrase.start : person.i]):
            return self._phrase(person)  # «M. X»
        return " ".join(_without_allegiance(phrase).text.split())

    def side_of(self, speaker: list[int]) -> str | None:
        """For whom somebody speaks: «le porte-parole **des talibans**»; None where they speak for themselves.

        Args:
            speaker: Token range of who speaks.
        """
        phrase = tokens_of(self.doc)[speaker[0] : speaker[1]]
        acting = [token for token in phrase if _can_act(token) or actor_side(token.lower_)]
        acting = [token for token in acting if token.i == 0 or not _is_of_rank(token)]
        if len(acting) > 1 and acting[0].lower_.startswith("militaire"):
            acting = acting[1:]  # «le porte-parole militaire **de la rébellion**»
        if acting:
            return self._phrase(acting[0])
        theirs = len(phrase) > 1 and phrase[0].lower_ in POSSESSIVE and is_role_noun(phrase[1].lower_)
        return self._actor_before(speaker[0]) if theirs else None

    def _phrase(self, token: Token) -> str:
        if token.ent_type_:
            name = entity_filler(token)
            return self.names.get(name.start, self.doc[name.start : name.end].text)
        return owned(phrase_from(token)).text


def _subjects_of(pronoun: Token) -> set[int]:
    """«Les gendarmes **leur** ont cédé X»: who does it to others."""
    if pronoun.lower_ not in _CLITICS:
        return set()
    return {child.i for child in pronoun.head.children if child.dep_.startswith("nsubj")}


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
