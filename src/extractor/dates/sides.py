"""Which date expressions mean another day in a clause of the past than in one of the future. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extractor.dates.expression import Expression

Need = Literal["none", "future", "both"]
_ORDER: tuple[Need, ...] = ("none", "future", "both")


def need(said: Expression) -> Need:
    """What of its clause an expression's meaning takes: nothing, whether it is of the future, or either side.

    «lundi» is the last Monday unless the clause is of the future; «le 12 mars» is of last year or this one; a
    full date can only contradict its clause; «hier» and «en 2014» mean the same anywhere.

    Args:
        said: The expression.
    """
    return max([_own_need(said), *map(need, said.ends)], key=_ORDER.index)


def _own_need(said: Expression) -> Need:
    if said.kind == "weekday":
        if said.habitual or said.direction == "same":
            return "both"
        return "none" if said.direction or said.unit == "week" else "future"
    if said.kind in ("date", "holiday"):
        return "both" if said.year is None or said.day is not None else "none"
    if said.kind == "nth":
        return "both" if said.year is None else "none"
    return "both" if said.kind == "period" and said.unit == "weekend" else "none"
