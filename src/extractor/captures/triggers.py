"""Finds the frames that a token may trigger."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.captures.frames import DEMONYM
from extractor.captures.inflection import verb_forms
from extractor.captures.vocabulary import is_of_state

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Token

    from extractor.captures.frames import Frame


class Triggers:
    """The frames of one type of event, by the forms of their triggers.

    Attributes:
        forms: The forms, in lower case, that may trigger a frame.

    Args:
        nlp: The pipeline: its lemmatizer knows the forms of verbs.
        frames: The frames.
    """

    def __init__(self, nlp: Language, frames: Iterable[Frame]) -> None:
        self.frames = tuple(frames)
        self._verbs = verb_forms(nlp, {lemma for frame in self.frames for lemma in frame.verbs})
        self._by_verb: dict[str, list[Frame]] = defaultdict(list)
        self._by_noun: dict[str, list[Frame]] = defaultdict(list)
        self._by_people = [frame for frame in self.frames if DEMONYM in frame.nouns]
        for frame in self.frames:
            for lemma in frame.verbs:
                self._by_verb[lemma].append(frame)
            for form in frame.nouns:
                self._by_noun[form].append(frame)
                self._by_noun[form + "s"].append(frame)
        self.forms = frozenset((*self._verbs, *self._by_noun))

    def of(self, token: Token) -> list[tuple[Frame, str]]:
        """Frames that a token may trigger; first idioms and those with more slots: they say more.

        Args:
            token: The token.
        """
        form = token.lower_
        lemmas = self._verbs.get(form, ())
        of_people = bool(self._by_people) and token.pos_ in ("ADJ", "NOUN") and is_of_state(form)
        if not lemmas and form not in self._by_noun and not of_people:
            return []
        found: list[tuple[Frame, str]] = []
        verbal = token.pos_ in ("VERB", "AUX", "ADJ") or (token.pos_ != "ADP" and not _is_nominal(token))
        if lemmas and verbal:
            found.extend((frame, lemma) for lemma in lemmas for frame in self._by_verb[lemma])
        if token.pos_ in ("NOUN", "PROPN", "PRON", "VERB", "ADJ"):
            found.extend((frame, form) for frame in self._by_noun.get(form, ()))
        if of_people:
            found.extend((frame, form) for frame in self._by_people)
        return sorted(found, key=lambda pair: (not pair[0].via, not pair[0].needs))


def _is_nominal(token: Token) -> bool:
    """Whether a word that may be a verb stands as a noun: «la prise», «à deux reprises»."""
    if any(child.dep_ in ("det", "nummod", "case") for child in token.lefts):
        return True
    return token.i > token.sent.start and token.nbor(-1).pos_ in ("DET", "ADP", "NUM")
