"""Which of a sentence's dates is the date of a capture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.assemble.date_clauses import (
    fronted_verb,
    in_other_clause,
    is_of_apposition,
    is_present_participle,
    is_since,
    opens_clause,
)
from extractor.assemble.listed_days import owners, respective, starts_next, town_after
from extractor.calendar import Interval, month_of, on, shift, year_of
from extractor.captures import LIKELY
from extractor.records import CAPTURE
from extractor.sentences import dates_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span, Token

    from extractor.calendar import Published

_BESIDE = 3
_WEEK = 7  # days
_MANY_WEEKS = 4  # nobody counts so many to the day
_VERBAL = ("VERB", "AUX")


def capture_date(
    trigger: Token,
    filler: dict[str, Any],
    frame: dict[str, Any],
    cues: Sequence[int],
    dates: Mapping[int, Interval],
) -> tuple[Interval | None, bool]:
    """The date that belongs to a trigger, and whether it is its own rather than that of the verb of saying.

    Args:
        trigger: The trigger.
        filler: The place, as plain values of `extractor.captures.fillers.Filler`.
        frame: The frame, as plain values: only a state has a «depuis».
        cues: Tokens that governed the status: dates on them are of the saying.
        dates: Resolved date expressions by their offset.
    """
    ranked = []
    sentence = sentence_of(trigger)
    told_in = {sentence, *(sentence_of(trigger.doc[cue]) for cue in cues)}
    for span in dates_of(trigger.doc):
        if not any(start <= span.start < end for start, end in told_in) or _offset(span) not in dates:
            continue
        here = sentence.start <= span.start < sentence.end
        if not here:
            rank = _OF_SAYING if _on_saying(span, trigger, cues) else _FOREIGN
        elif dates[_offset(span)].latest is None and not (
            _lasts(frame, span, filler) or opens_clause(span, trigger)
        ):
            continue
        else:
            rank = _rank(span, trigger, filler, frame, cues)
        if rank < _FOREIGN:
            ranked.append((rank, abs(span.start - trigger.i), _offset(span), span))
    if not ranked:
        holds = frame["outcome"] in ("hold", "standing")
        return (None if holds else _only_day(trigger, filler, frame, dates)), False
    rank, _, offset, span = min(ranked, key=lambda entry: entry[:3])
    date = dates[offset] if frame["rule"] == LIKELY else _beginning(dates[offset])
    date = respective(span, date, filler, frame["places"])
    return _as_told(date, span._.expression), rank < _OF_SAYING


def _only_day(
    trigger: Token, filler: dict[str, Any], frame: dict[str, Any], dates: Mapping[int, Interval]
) -> Interval | None:
    """The one day that a sentence names, though of another verb: «a accusé lundi les rebelles d'avoir …»."""
    sentence = sentence_of(trigger)
    inside = [span for span in dates_of(trigger.doc) if sentence.start <= span.start < sentence.end]
    if len(inside) != 1 or _offset(inside[0]) not in dates:
        return None
    if _closer_trigger(inside[0], trigger) or _beside_another_place(inside[0], filler, frame["places"]):
        return None
    if is_of_relative(inside[0]) and not is_of_relative(trigger.doc[trigger.i : trigger.i + 1]):
        return None  # «ils ont pris X, que l'armée avait bombardée **dimanche**»
    date = dates[_offset(inside[0])]
    return date if date.earliest is not None and date.earliest == date.latest else None


def is_of_relative(span: Span) -> bool:
    """Whether words stand in a relative clause.

    Args:
        span: A date or a trigger.
    """
    verb = next((token for token in (span.root, *span.root.ancestors) if token.pos_ == "VERB"), None)
    return verb is not None and verb.dep_ == "acl:relcl"


def _as_told(date: Interval, expression: dict[str, Any]) -> Interval:
    """A date as finely as it is meant: «depuis la mi-mars» is March, «il y a six semaines» a month."""
    if date.earliest is None or date.precision != "day":
        return date
    weeks = expression["unit"] == "week" and (expression["amount"] or 0) >= _MANY_WEEKS
    if weeks or (expression["bound"] == "since" and expression["part"] and not expression["day"]):
        return month_of(date.earliest.year, date.earliest.month)
    if expression["bound"] == "since" and expression["season"]:
        return year_of(date.earliest.year)
    return date


def _beginning(date: Interval) -> Interval:
    """The day, month or year with which an open stretch begins: what is so «depuis mars» began in March."""
    first = date.earliest
    if first is None or date.latest is not None:
        return date
    if date.precision == "day":
        return on(first)
    return month_of(first.year, first.month) if date.precision == "month" else year_of(first.year)


def not_after(published: Published | None, date: Interval | None) -> Interval | None:
    """What has happened, dated: «Goma en janvier», told in December, is of the January before.

    Args:
        published: When the article was published, where known.
        date: The date as its words alone resolve.
    """
    if published is None or date is None or published.latest is None or date.earliest is None:
        return date
    if date.earliest <= published.latest:
        return date
    if (date.earliest - published.latest).days <= _WEEK:
        return None  # «vendredi» of a text of Tuesday: yet to come, whatever the words make of it
    ends = [day and shift(day, -1, "year") for day in (date.earliest, date.latest)]
    return Interval(earliest=ends[0], latest=ends[1], precision=date.precision)


def _lasts(frame: dict[str, Any], span: Span, filler: dict[str, Any]) -> bool:
    """Whether «depuis» dates it: a state, or an event of another type («assiégée depuis mars»).

    So it does what is claimed as a state («s'en disent maîtres **depuis lundi**»).

    Where no rule reads the words, only the place beside it: «Sarvane, Orlec, leur fief **depuis mars**».
    """
    if frame["rule"] == LIKELY and frame["outcome"] == "capture":
        behind = span.start >= filler["end"]
        first, last = (filler["end"], span.start) if behind else (span.sent.start, filler["start"])
        return not any(token.ent_type_ == "LOC" or token.text == ";" for token in span.doc[first:last])
    return (
        bool(frame["ended"] or frame.get("done") or frame.get("claims"))
        or frame["outcome"] == "hold"
        or frame["event"] != CAPTURE
    )


_OF_SAYING = 3
_FOREIGN = 4
# A verb under one of these tells of another moment than the clause that it hangs on.
_OTHER_CLAUSE = {"acl:relcl", "advcl", "acl", "parataxis"}


def _offset(span: Span) -> int:
    return int(span._.expression["start"])


def _on_saying(span: Span, trigger: Token, cues: Sequence[int]) -> bool:
    """Whether a date of another sentence is that of the verb that tells of the trigger."""
    verbs = {trigger.doc[cue] for cue in cues if sentence_of(trigger.doc[cue]) == sentence_of(span[0])}
    return bool(verbs) and span.root.head in verbs


def _rank(
    span: Span, trigger: Token, filler: dict[str, Any], frame: dict[str, Any], cues: Sequence[int]
) -> int:
    """0 beside the place, 1 in the trigger's own clause, up to `_FOREIGN` for a date of another verb."""
    since = is_since(trigger, cues)
    before = since is not None and span.start < since
    if before or is_of_apposition(span) or starts_next(span, trigger, filler):
        return _FOREIGN
    if _is_beside(span, trigger, filler, frame["places"]) and not frame.get(
        "again"
    ):  # the place beside is that of another
        return 0
    if in_other_clause(span, trigger):
        return _FOREIGN
    verb = fronted_verb(span)
    if verb is not None and trigger.i >= verb and not _closer_trigger(span, trigger):
        return 1
    if opens_clause(span, trigger) or _follows(span, trigger, filler, frame):
        return 1
    return _rank_by_tree(span, trigger, filler, frame, cues)


def _rank_by_tree(
    span: Span, trigger: Token, filler: dict[str, Any], frame: dict[str, Any], cues: Sequence[int]
) -> int:
    shared = trigger.dep_ == "conj" and _is_fronted(span)
    if (_closer_trigger(span, trigger) and not shared) or _beside_another_place(
        span, filler, frame["places"]
    ):
        return _FOREIGN
    others = {other.start for other in trigger.doc.spans["captures"]}
    for ancestor in [span.root, *span.root.ancestors]:
        if ancestor == trigger:
            return 1
        if ancestor.i in others:  # «**Reprise** en mai, la ville est tombée»
            return _FOREIGN
        if ancestor.pos_ == "VERB" and ancestor != span.root:
            return _rank_by_verb(trigger, ancestor, cues)
    return 2


def _is_beside(span: Span, trigger: Token, filler: dict[str, Any], places: Sequence[dict[str, Any]]) -> bool:
    """«X **samedi**», «puis **samedi** X», «X et Y **samedi**»."""
    if town_after(span) is not None or _is_of(span, filler, places):
        return _is_of(span, filler, places)
    after = 0 <= span.start - filler["end"] < _BESIDE
    return after and not _verb_between(trigger, filler["end"], span.start)


def _follows(span: Span, trigger: Token, filler: dict[str, Any], frame: dict[str, Any]) -> bool:
    """«tenue par Y et Z **depuis la fin mars**»: behind a trigger, with neither comma nor verb between.

    In «ont pris X mardi, puis Y» the date is that of X.
    """
    others = [place for place in frame["places"] if trigger.i < place["start"] < span.start]
    if (filler["start"] > span.start and others) or town_after(span) is not None:
        return False
    between = tokens_of(span.doc)[trigger.i + 1 : span.start]
    return span.start > trigger.i and not any(token.is_punct or token.pos_ in _VERBAL for token in between)


def _rank_by_verb(trigger: Token, verb: Token, cues: Sequence[int]) -> int:
    """How near a date is whose verb is not the trigger."""
    if verb.i in cues:
        return _OF_SAYING
    if trigger in verb.ancestors:
        return _FOREIGN if verb.dep_ in _OTHER_CLAUSE else 2
    return _rank_above(trigger, verb) if verb in trigger.ancestors else _FOREIGN


def _rank_above(trigger: Token, verb: Token) -> int:
    """A date on a verb above the trigger: of the same clause, or of another."""
    for node in (trigger, *trigger.ancestors):
        if node == verb:
            break
        if node == trigger and is_present_participle(trigger):  # «ont achevé **lundi** de … en prenant X»
            continue
        if node.dep_ in _OTHER_CLAUSE:
            return _FOREIGN
    return 2


def _is_fronted(span: Span) -> bool:
    """«**Vendredi**, ils avaient forcé X et pris Y»: of all verbs of the sentence."""
    start = sentence_of(span[0]).start
    return span.start <= start + 1 and span.doc[span.end].text == ","


def _closer_trigger(span: Span, trigger: Token) -> bool:
    """Whether another capture stands between a trigger and a date: the date is that one's."""
    first, last = sorted((span.start, trigger.i))
    return any(first < other.start < last for other in trigger.doc.spans["captures"])


def _beside_another_place(span: Span, filler: dict[str, Any], places: Sequence[dict[str, Any]]) -> bool:
    """«…, tandis que Y, dimanche, …»: the date is that of Y."""
    return bool(owners(span, places)) and not _is_of(span, filler, places)


def _is_of(span: Span, filler: dict[str, Any], places: Sequence[dict[str, Any]]) -> bool:
    """Whether a place is one of those that a date is told of."""
    return any(filler["start"] <= town < filler["end"] for town in owners(span, places))


def _verb_between(trigger: Token, start: int, end: int) -> bool:
    """Whether a verb stands between a place and a date, or another trigger: «X, **prise** le 3 mai»."""
    others = {other.start for other in trigger.doc.spans["captures"]} - {trigger.i}
    return any(token.pos_ == "VERB" or token.i in others for token in tokens_of(trigger.doc)[start:end])
