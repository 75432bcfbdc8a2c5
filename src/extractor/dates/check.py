"""Dates that cannot be right: they contradict the calendar or the publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.calendar import Interval, Published, day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.dates.expression import Expression, Side

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def contradictions(
    texts: Sequence[str],
    expressions: Sequence[Expression],
    intervals: Sequence[Interval | None],
    sides: Sequence[Side | None],
    published: Published | None,
) -> tuple[str, ...]:
    """Warnings in plain words, one a date at fault.

    Args:
        texts: The expressions as the text writes them.
        expressions: What they say.
        intervals: What they mean.
        sides: Whether their clauses tell of the past or the future.
        published: When the text was published.
    """
    found = []
    for text, said, interval, side in zip(texts, expressions, intervals, sides, strict=True):
        for message in (
            _wrong_weekday(said),
            _not_today(said, published),
            _after_publication(said, interval, side, published),
        ):
            if message:
                found.append(f"«{text}» {message}")
                break
    return tuple(dict.fromkeys(found))


def _wrong_weekday(said: Expression) -> str | None:
    if said.kind != "date" or said.weekday is None or not (said.year and said.month and said.day):
        return None
    day = day_of(said.year, said.month, said.day)
    if day is None or day.earliest is None or day.earliest.weekday() == said.weekday:
        return None
    return f"names the wrong weekday: {day.edtf()} is a {_WEEKDAYS[day.earliest.weekday()]}"


def _is_full(said: Expression) -> bool:
    return said.kind == "date" and None not in (said.year, said.month, said.day)


def _not_today(said: Expression, published: Published | None) -> str | None:
    """«ce vendredi 13 août 2021» is the day of the text itself."""
    if not _is_full(said) or said.direction != "same" or published is None:
        return None
    day = day_of(said.year or 1, said.month or 1, said.day or 1)
    if day is None or day.earliest is None or published.earliest is None or published.latest is None:
        return None
    if published.earliest <= day.earliest <= published.latest:
        return None
    return f"is told as the day of the text, which the publication date {published.edtf()} contradicts"


def _after_publication(
    said: Expression, interval: Interval | None, side: Side | None, published: Published | None
) -> str | None:
    if (
        not _is_full(said)
        or side != "past"
        or said.bound is not None
        or interval is None
        or published is None
    ):
        return None
    if interval.earliest is None or published.latest is None or interval.earliest <= published.latest:
        return None
    return f"is told as past, but lies after the publication date {published.edtf()}"
