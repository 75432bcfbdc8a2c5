"""What a date expression says, before anybody knows which days it means."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

Kind = Literal[
    "date", "weekday", "offset", "period", "span", "nth", "holiday", "decade", "century", "range", "event"
]
TimeUnit = Literal["minute", "hour", "day", "week", "weekend", "month", "quarter", "semester", "year"]
Side = Literal["past", "future"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """One date expression, as the text puts it.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        kind: ``date`` has some of year, season, month and day, the others are to be worked out; ``weekday``
            is one alone; ``offset`` lies so many units from its anchor («hier», «trois jours plus tard»);
            ``period`` is the unit around its anchor or a neighbour of it («cette semaine», «l'an dernier»);
            ``span`` an amount of units that ends or starts at its anchor («ces derniers jours»); ``nth`` the
            so-manyth week, weekday, quarter or half of a stretch; ``holiday``, ``decade`` and ``century`` are
            what they say; ``range`` runs from its first end to its second; ``event`` hangs on an event
            («au lendemain de la chute»).
        sentence: Number of its sentence, counted by punctuation.
        year: Year; the first one of a decade or century.
        month: 1 to 12.
        day: 1 to 31.
        weekday: 0 for Monday to 6 for Sunday.
        season: ``spring``, ``summer``, ``autumn``, ``winter``.
        holiday: Key of the table ``holidays``.
        part: ``early``, ``mid`` or ``late`` in the month, year or other unit.
        unit: What an amount counts, a period is, or a missing month or year is taken from.
        amount: How many units; None where the text does not say («quelques»).
        direction: ``before`` («dernier», «plus tôt»), ``after`` or ``same`` («ce», «le même»).
        anchor: ``text`` counts from the last date told, ``publication`` from the day of the text.
        daypart: Word for a part of the day («soir»).
        bound: ``since`` (never ahead), ``from``, ``until``, ``before`` or ``after`` the rest.
        heads: A list follows whose dates it holds («depuis 2023 : Orlec en octobre, Sarvane en novembre»).
        attributive: It completes a noun («les attentats du 11 septembre 2001»).
        habitual: A weekday with bare article, which may be every such weekday («le mercredi»).
        ends: Both ends of a range; the date that an offset counts from or a period lies around.
    """

    start: int
    end: int
    kind: Kind
    sentence: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    holiday: str | None = None
    part: Literal["early", "mid", "late"] | None = None
    unit: TimeUnit | None = None
    amount: float | None = None
    direction: Literal["before", "after", "same"] | None = None
    anchor: Literal["publication", "text"] | None = None
    daypart: str | None = None
    bound: Literal["since", "from", "until", "before", "after"] | None = None
    heads: bool = False
    attributive: bool = False
    habitual: bool = False
    ends: tuple[Expression, ...] = ()


_FIELDS = tuple(field.name for field in fields(Expression))


def to_dict(expression: Expression) -> dict[str, Any]:
    """Its fields as plain values; ``dataclasses.asdict`` takes ten times as long."""
    return {
        **{name: getattr(expression, name) for name in _FIELDS},
        "ends": tuple(to_dict(end) for end in expression.ends),
    }


def from_dict(plain: dict[str, Any]) -> Expression:
    """Undoes ``to_dict``; keys that are no fields of ours are passed over."""
    known = {name: plain[name] for name in _FIELDS if name in plain}
    known["ends"] = tuple(from_dict(end) for end in plain.get("ends", ()))
    return Expression(**known)
