"""Decides which sentences need the parser: those that may tell of an event, and what else reads the tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor import attributes
from extractor.captures import LIKELY
from extractor.captures.domain import is_armed, words_of_war
from extractor.captures.repetition import may_repeat
from extractor.captures.syntax import CONTRACTED
from extractor.captures.triggers import all_triggers
from extractor.captures.vocabulary import is_of_state
from extractor.naming.forms import plain
from extractor.naming.rules import word_list
from extractor.requirements import require
from extractor.sentences import dates_of, forms_of, sentences_of, tokens_of
from extractor.tense import plain_sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.captures.frames import Frame

GROUP = "parsed"
_BEFORE, _AFTER = 3, 2  # sentences: «la ville» is looked for before a trigger, answers stand behind it
_AROUND = 260  # tokens: a little more than captures.domain looks at
_BEFORE_NOUN = 6  # tokens from a noun back to its preposition
_NEAR = 16  # tokens from a name back to what depends on the tree: the longest role
_ANAPHORS = frozenset(("celle", "celles"))
_REFLEXIVE = frozenset(("se", "s'", "s’", "me", "m'", "nous"))
_OWNERS = frozenset(("son", "sa", "leur"))
_REQUIRES = (
    "doc.ents",
    "token.is_sent_start",
    "token.pos",
    "token.morph",
    "token.lemma",
    "span._.expression",
)


@Language.factory(
    "extractor_scope",
    requires=_REQUIRES,
    assigns=["doc.spans"],
    default_config={"rules": []},
)
def make_scope(nlp: Language, name: str, rules: list[str]) -> Scope:
    """Create the component; it stands before `extractor_parse`; ``rules`` as of `extractor_captures`."""
    return Scope(nlp, name, rules=rules)


class Scope:
    """Sole writer of ``doc.spans["parsed"]``: the stretches of whole sentences that need the parser.

    They hold a trigger in an article of war, or stand near one; or a date, a role or a place whose reading
    depends on the tree. Where ``doc._.every_sentence`` is set, or without this component, all is parsed.
    """

    def __init__(self, nlp: Language, name: str = "extractor_scope", *, rules: Sequence[str] = ()) -> None:
        attributes.register()
        self.name = name
        self._triggers = tuple(all_triggers(nlp, rules).values())

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset().union(*(triggers.forms for triggers in self._triggers))

    def __call__(self, doc: Doc) -> Doc:
        """Decide and write."""
        require(doc, self.name, _REQUIRES)
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[int, int]]:
        """Token ranges of the sentences to parse, neighbours together, in order."""
        if doc._.every_sentence:
            return [(0, len(doc))] if len(doc) else []
        words = _Words(doc)
        triggered = {words.sentence_of(i) for i in self._triggers_in(words)}
        near = {other for i in triggered for other in range(i - _BEFORE, i + _AFTER + 1)}
        told = sorted(near.intersection(range(len(words.sentences))) | set(_others(words)))
        return _joined(words.sentences[i] for i in told)

    def annotate(self, doc: Doc, matches: list[tuple[int, int]]) -> Doc:
        """Write the span group."""
        doc.spans[GROUP] = [Span(doc, start, end, label=GROUP) for start, end in matches]
        return doc

    def _triggers_in(self, words: _Words) -> Iterator[int]:
        """Tokens that may trigger an event, where words of war stand around them."""
        war = _of_war(words)
        for i, form in enumerate(words.forms if war else ()):
            again = form in _ANAPHORS or may_repeat(words.forms, i)
            if not (form in self._forms or again or is_of_state(form)):
                continue
            start, end = words.sentence(i)
            at = bisect_left(war, min(start, i - _AROUND))
            if (
                at < len(war)
                and war[at] < max(end, i + _AROUND)
                and (again or self._fits(words, i, start, end))
            ):
                yield i

    def _fits(self, words: _Words, i: int, start: int, end: int) -> bool:
        """Whether a frame's trigger stands with the words that the frame cannot do without."""
        tag = words.doc[i].pos_
        found = [frame for triggers in self._triggers for frame in triggers.of_form(words.forms[i], tag)]
        if any(not (frame.via or frame.reflexive or frame.after) for frame in found):
            return True
        around, before = words.around(start, end), words.forms[max(start, i - _BEFORE_NOUN) : i]
        return any(_has_its_words(frame, around, before) for frame in found)


class _Words:
    """The forms, lemmas and sentences of a Doc, read once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.forms = forms_of(doc)
        self.sentences = sentences_of(doc)
        self._starts = [start for start, _ in self.sentences]

    def sentence_of(self, i: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self._starts, i) - 1

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence that a token stands in."""
        return self.sentences[self.sentence_of(i)]

    def around(self, start: int, end: int) -> set[str]:
        """The forms and lemmas of a stretch, forms without their «s» too."""
        forms = self.forms[start:end]
        return {
            *forms,
            *(form.rstrip("s") for form in forms),
            *(token.lemma_.lower() for token in tokens_of(self.doc)[start:end]),
        }


def _has_its_words(frame: Frame, around: set[str], before: list[str]) -> bool:
    if frame.via and around.isdisjoint(frame.via):
        return False
    if frame.reflexive and around.isdisjoint(_REFLEXIVE):
        return False
    return not frame.after or not {CONTRACTED.get(form, form) for form in before}.isdisjoint(
        word for phrase in frame.after for word in phrase.split()
    )


def _of_war(words: _Words) -> list[int]:
    """Tokens that are of armed conflict, in order."""
    named = (ent.start for ent in words.doc.ents if is_armed(ent.text))
    return sorted({*named, *words_of_war(words.doc)})


def _others(words: _Words) -> Iterator[int]:
    """Sentences likely to tell of a capture, or whose dates, roles or places are read from the tree."""
    for date, (is_told, _) in zip(dates_of(words.doc), plain_sides(words.doc), strict=True):
        if not is_told:
            yield words.sentence_of(date.start)
    for place in words.doc.spans.get(LIKELY, ()):
        yield words.sentence_of(place.start)
    for ent in words.doc.ents:
        if (ent.label_ == "PER" and _after_an_owner(words, ent)) or (
            ent.label_ == "LOC" and _after_a_conquest(words, ent)
        ):
            yield words.sentence_of(ent.start)


def _after_an_owner(words: _Words, person: Span) -> bool:
    """«**son** porte-parole X»: of whom, the subject of the sentence tells."""
    start, _ = words.sentence(person.start)
    return not _OWNERS.isdisjoint(words.forms[max(start, person.start - _NEAR) : person.start])


def _after_a_conquest(words: _Words, place: Span) -> bool:
    """«ils encerclent depuis lundi X»."""
    start, _ = words.sentence(place.start)
    before = tokens_of(words.doc)[max(start, place.start - _NEAR) : place.start]
    return any(plain(token.lemma_).lower() in word_list("places", "conquests") for token in before)


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges, those that touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
