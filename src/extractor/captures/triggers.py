"""Finds the frames that a token may trigger."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from extractor.captures.frames import DEMONYM, frames
from extractor.captures.inflection import verb_forms
from extractor.captures.rule_files import user_frames
from extractor.captures.vocabulary import is_of_state
from extractor.records import CAPTURE
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Token

    from extractor.captures.frames import Frame

_CLITICS = frozenset(("l'", "les", "n'", "ne"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "VERB", "ADJ"))


class Triggers:
    """The frames of one type of event, by the forms of their triggers.

    Args:
        nlp: The pipeline: its lemmatizer knows the forms of verbs.
        frames: The frames.
    """

    def __init__(self, nlp: Language, frames: Iterable[Frame]) -> None:
        self.frames = tuple(frames)
        self._lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
        self._by_verb: dict[str, list[Frame]] = defaultdict(list)
        self._by_noun: dict[str, list[Frame]] = defaultdict(list)
        self._by_people = [frame for frame in self.frames if DEMONYM in frame.nouns]
        for frame in self.frames:
            for lemma in frame.verbs:
                self._by_verb[lemma].append(frame)
            for form in frame.nouns:
                self._by_noun[form].append(frame)
                self._by_noun[form + "s"].append(frame)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms, in lower case, that may trigger a frame."""
        return frozenset((*self._verbs, *self._by_noun))

    @cached_property
    def _verbs(self) -> dict[str, tuple[str, ...]]:
        """Forms of verbs with their lemmas, made late: a saved lemmatizer gets its table after this."""
        return verb_forms(self._lemmatizer, {lemma for frame in self.frames for lemma in frame.verbs})

    def may_be(self, form: str) -> bool:
        """Whether a word in lower case may trigger a frame, whatever it is tagged."""
        return form in self.forms or (bool(self._by_people) and is_of_state(form))

    def of_form(self, form: str, tag: str) -> list[Frame]:
        """Frames that a tagged word may trigger, as far as that is told without the tree.

        Args:
            form: In lower case.
            tag: Its part of speech.
        """
        lemmas = self._verbs.get(form, ()) if tag != "ADP" else ()
        nouns = self._by_noun.get(form, ()) if tag in _NOMINAL else ()
        people = self._by_people if tag in ("ADJ", "NOUN") and self._by_people and is_of_state(form) else ()
        return [*(frame for lemma in lemmas for frame in self._by_verb[lemma]), *nouns, *people]

    def of(self, token: Token) -> list[tuple[Frame, str]]:
        """Frames that a token may trigger; first idioms and those with more slots: they say more.

        Args:
            token: The token.
        """
        form = token.lower_
        lemmas = self._verbs.get(form, ())
        of_people = bool(self._by_people) and token.pos_ in ("ADJ", "NOUN") and is_of_state(form)
        found: list[tuple[Frame, str]] = []
        verbal = token.pos_ in ("VERB", "AUX", "ADJ") or (token.pos_ != "ADP" and not _is_nominal(token))
        if lemmas and verbal:
            found.extend((frame, lemma) for lemma in lemmas for frame in self._by_verb[lemma])
        if token.pos_ in _NOMINAL:
            found.extend((frame, form) for frame in self._by_noun.get(form, ()))
        if of_people:
            found.extend((frame, form) for frame in self._by_people)
        return sorted(found, key=lambda pair: (not pair[0].via, not pair[0].needs))


def all_triggers(nlp: Language, rules: Iterable[str] = ()) -> dict[str, Triggers]:
    """The triggers of each type of event, captures first.

    Args:
        nlp: The pipeline.
        rules: Rule files of the user, beside the shipped ones.

    Raises:
        DataFileError: A rule file cannot be used.
    """
    by_event: dict[str, list[Frame]] = defaultdict(list, {CAPTURE: []})
    for frame in (*user_frames(rules), *frames()):  # the user's go first
        by_event[frame.event].append(frame)
    return {event: Triggers(nlp, found) for event, found in by_event.items()}


def _is_nominal(token: Token) -> bool:
    """Whether a word that may be a verb is a noun: «la prise», «à deux reprises»; not «n'en chasse»."""
    if token.i - 1 > sentence_of(token).start and token.nbor(-1).lower_ == "en":
        return token.nbor(-2).lower_ not in _CLITICS
    if token.i > sentence_of(token).start and token.nbor(-1).lower_ in ("avoir", "été"):
        return False  # «après l'avoir tenue»
    if any(child.dep_ in ("det", "nummod", "case") for child in token.lefts):
        return True
    return token.i > sentence_of(token).start and token.nbor(-1).pos_ in ("DET", "ADP", "NUM")
