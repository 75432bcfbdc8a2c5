"""«cinq semaines après la chute de X»: the day of a capture, counted back from what came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.calendar import Interval, month_of, on, shift, year_of
from extractor.captures.clause import is_finite
from extractor.captures.verb_group import group
from extractor.sentences import dates_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Span, Token

    from extractor.calendar import Published, Unit

_REACH = 14  # tokens of the clause: «après **que** les derniers chars en ont été chassés»
_HOURS = 24
_UNITS: dict[str, tuple[Unit, int, str]] = {
    "heure": ("day", 1, "hour"),
    "jour": ("day", 1, "day"),
    "semaine": ("day", 7, "month"),
    "mois": ("month", 1, "month"),
    "an": ("year", 1, "year"),
    "année": ("year", 1, "year"),
}

_MORROWS = {"lendemain": 1, "surlendemain": 2}
_NEAR = 4  # tokens from «lendemain» to the noun of the capture


def counted_back(
    trigger: Token, dates: Mapping[int, Interval], published: Published | None
) -> Interval | None:
    """When a capture happened after which a sentence counts days, weeks, months or years.

    Weeks give a month and years a year: nobody counts them to the day. 48 hours are two days.

    Args:
        trigger: The trigger, after «après».
        dates: Resolved date expressions by their offset.
        published: When the article was published, where known.
    """
    after = _after(trigger)
    if after is None:
        return _day_before(trigger, _base(trigger, dates) or published)
    for span in trigger.doc.spans.get("numbers", ()):
        unit = _UNITS.get(_singular(span[-1]))
        count = span._.quantity["value"]
        if span.end == after.i and unit is not None and count:
            if unit[2] == "hour":
                if count % _HOURS:
                    return None
                count, unit = count // _HOURS, _UNITS["jour"]
            base = _base(trigger, dates) or published
            return _back(base, int(count), *unit) if base is not None else None
    unit = _UNITS.get(_singular(after.nbor(-1))) if _counts_one(after) else None
    base = _base(trigger, dates) or published
    return _back(base, 1, *unit) if unit is not None and unit[2] != "hour" and base is not None else None


def _counts_one(after: Token) -> bool:
    """«**un** an après la prise de X»: no number, an article."""
    return after.i - 1 > sentence_of(after).start and after.nbor(-2).lower_ in ("un", "une")


def _singular(noun: Token) -> str:
    return noun.lower_ if noun.lower_ == "mois" else noun.lower_.rstrip("s")


def _day_before(trigger: Token, base: Interval | None) -> Interval | None:
    """«au **lendemain** de la chute de X»: the day before what the sentence tells of."""
    words = tokens_of(trigger.doc)[max(sentence_of(trigger).start, trigger.i - _NEAR) : trigger.i]
    days = next((_MORROWS[word.lower_] for word in words if word.lower_ in _MORROWS), None)
    linked = bool(words) and all(word.pos_ in ("ADP", "DET", "ADJ", "NOUN") for word in words[-2:])
    return _back(base, days, "day", 1, "day") if days is not None and linked and base is not None else None


def _after(trigger: Token) -> Token | None:
    """The «après» before a trigger in its own clause."""
    own = group(trigger)
    for token in reversed(
        tokens_of(trigger.doc)[max(sentence_of(trigger).start, trigger.i - _REACH) : trigger.i]
    ):
        if token.lower_ == "après":
            return token
        if token.is_punct or (is_finite(token) and token not in own):
            return None
    return None


def _base(trigger: Token, dates: Mapping[int, Interval]) -> Interval | None:
    """The date from which the sentence counts."""
    sentence = sentence_of(trigger)
    for span in dates_of(trigger.doc):
        if sentence_of(span[0]) == sentence and _offset(span) in dates:
            return dates[_offset(span)]
    return None


def _offset(span: Span) -> int:
    return int(span._.expression["start"])


def _back(base: Interval, count: int, unit: Unit, size: int, precision: str) -> Interval | None:
    if base.earliest is None or (precision == "day" and base.earliest != base.latest):
        return None
    day = shift(base.earliest, -count * size, unit)
    if day is None:
        return None
    if precision == "year":
        return year_of(day.year)
    return on(day) if precision == "day" else month_of(day.year, day.month)
