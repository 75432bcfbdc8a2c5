"""The day of an entry of a live page: «10:25 - Les rebelles sont entrés dans Sarvane»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.captures.verb_group import helpers
from extractor.sentences import block_around, dates_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Span

    from extractor.calendar import Interval, Published

_STAMP = re.compile(r"\W{0,2}(?:[^\W\d]{4,9},? (?:\d{1,2} )?)?(?:\d{1,2} ?[hH:]\d{0,2})\b")
_STAMP_LENGTH = 32  # characters, so no more tokens than that
_THEN = (
    "alors",
    "ensuite",
    "aussitôt",
)  # «En mai, ils avaient attaqué X. Ils avaient **ensuite** pris la ville.»
_HEAD = 6  # tokens


def entry_day(trigger: Span, dates: Mapping[int, Interval], published: Published | None) -> Interval | None:
    """The day on which the entry around a trigger was written; None elsewhere and for what came before.

    Args:
        trigger: The trigger.
        dates: Resolved date expressions by their offset.
        published: When the page was published, where known.
    """
    doc, paragraph = trigger.doc, block_around(trigger[0], "paragraph")
    sentence = sentence_of(trigger[0])
    if paragraph is None or not _STAMP.match(paragraph[:_STAMP_LENGTH].text) or _is_earlier(trigger):
        return None
    for span in dates_of(doc):
        if sentence.start <= span.start < sentence.end and span.start - paragraph.start > _HEAD:
            return None
    head = [span for span in dates_of(doc) if 0 <= span.start - paragraph.start < _HEAD]
    found = dates.get(int(head[0]._.expression["start"])) if head else None
    return found or published


def scene_day(trigger: Span, dates: Mapping[int, Interval]) -> Interval | None:
    """The day that the sentence before sets for what is told next: «**Lundi**, … La ville est tombée».

    Args:
        trigger: The trigger.
        dates: Resolved date expressions by their offset.
    """
    doc, sentence = trigger.doc, sentence_of(trigger[0])
    next_in_turn = goes_on(trigger)
    apart = _is_earlier(trigger) or trigger._.statement["attitude"] is not None
    if sentence.start == 0 or (apart and not next_in_turn):
        return None
    before = doc[sentence.start - 1].sent
    if "\n" in before.text or any(sentence.start <= span.start < sentence.end for span in dates_of(doc)):
        return None
    for span in dates_of(doc):
        if before.start <= span.start < before.end:
            day = dates.get(int(span._.expression["start"]))
            return day if day is not None and (day.latest == day.earliest or next_in_turn) else None
    return None


def goes_on(trigger: Span) -> bool:
    """Whether a sentence goes on with the day of the one before: «Ils avaient **alors** pris X».

    Args:
        trigger: The trigger.
    """
    start, end = sentence_of(trigger[0])
    return any(
        word.lower_ in _THEN and (word.i + 1 >= end or word.nbor(1).lower_ not in ("que", "qu'"))
        for word in tokens_of(trigger.doc)[start:end]
    )


def _is_earlier(trigger: Span) -> bool:
    """Whether it came before what is told there: «avait pris», «aurait pris», «après que X est tombée»."""
    verb = trigger[0]
    forms = helpers(verb) if verb.pos_ != "NOUN" else []
    past = any(mark in str(form.morph) for form in forms for mark in ("Tense=Imp", "Mood=Cnd"))
    before = tokens_of(verb.doc)[max(sentence_of(verb).start, verb.i - _HEAD * 2) : verb.i]
    return past or any(token.lower_ == "après" for token in before)
