"""Which events of several articles are of one change of hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.changes.parties import may_be_noun_of, same_party
from extractor.changes.places import Site, record_of, sites
from extractor.changes.records import Version
from extractor.changes.stretches import TOLERANCE_DAYS, Stretch, days_between, stretch
from extractor.changes.verdict import Statement, change
from extractor.serialization import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.changes.places import Sites
    from extractor.changes.records import Change
    from extractor.records import Article, Organisation, Person


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a statement goes with a group: the greater, the better."""

    parties: int
    nearness: int


def merge(articles: Iterable[Article]) -> tuple[Change, ...]:
    """Merges the events of articles into changes of hands; :mod:`extractor.changes` says by which key.

    Args:
        articles: In any order: the result is the same. An article given twice counts once.

    Returns:
        Every change once, by day, then by place; those without a day last.
    """
    ordered = sorted(
        set(articles), key=lambda article: (article.published or "", article.id or "", to_json(article))
    )
    by_place: dict[tuple[str, Site], list[Statement]] = {}
    alone: list[list[Statement]] = []
    for statement in _statements(ordered, sites(ordered)):
        if statement.site is None:
            alone.append([statement])
        else:
            by_place.setdefault((statement.version.event.type, statement.site), []).append(statement)
    groups = [group for statements in by_place.values() for group in _grouped(statements)]
    return tuple(sorted(map(change, [*groups, *alone]), key=_order))


def _order(it: Change) -> tuple[str, str, str, str]:
    first = it.versions[0]
    return it.by or "9", it.place or "", it.type, f"{first.published} {first.article} {first.number:06}"


def _statements(articles: list[Article], known: Sites) -> Iterator[Statement]:
    for index, article in enumerate(articles):
        named: list[Person | Organisation] = [*article.people, *article.organisations]
        aliases = {record.name: frozenset((record.name, *record.aliases)) for record in named}
        for number, event in enumerate(article.events):
            place = record_of(article, event.place) if event.place else None
            yield Statement(
                version=Version(article=article.id, published=article.published, number=number, event=event),
                index=index,
                site=known.of(event.place, place) if event.place else None,
                place=place,
                when=stretch(event.date, article.published, denied=event.status == "denied"),
                taker=_names(event.taker, aliases),
                loser=_names(event.loser, aliases),
            )


def _names(name: str | None, aliases: dict[str, frozenset[str]]) -> frozenset[str]:
    return aliases.get(name, frozenset((name,))) if name else frozenset()


def _grouped(statements: list[Statement]) -> list[list[Statement]]:
    """Statements about one place, the finest dates first, each with the group that it fits best."""
    groups: list[list[Statement]] = []
    for statement in sorted(statements, key=_fineness):
        fits = [(fit, group) for group in groups if (fit := _fit(statement, group)) is not None]
        best = _best(statement.when, fits)
        if best is None:
            groups.append([statement])
        else:
            best.append(statement)
    return groups


def _fineness(statement: Statement) -> tuple[bool, int, str, int, int]:
    when = statement.when
    return not when.dated, when.days, when.first.isoformat(), statement.index, statement.version.number


def _best(when: Stretch, fits: list[tuple[_Fit, list[Statement]]]) -> list[Statement] | None:
    """The group that fits best; None where a month or a year fits several alike."""
    if not fits:
        return None
    parties = max(fit.parties for fit, _ in fits)
    fits = [(fit, group) for fit, group in fits if fit.parties == parties]
    if len(fits) > 1 and when.dated and not when.fine:
        return None
    return max(fits, key=lambda pair: pair[0].nearness)[1]


def _fit(statement: Statement, group: list[Statement]) -> _Fit | None:
    if not all(_one_change(statement, other) for other in group):
        return None
    same = any(same_party(statement.taker, other.taker) for other in group)
    end = max(other.when.last for other in group)  # undated news is of what is latest
    gap = min(days_between(statement.when, other.when) for other in group)
    return _Fit(parties=int(same), nearness=-gap if statement.when.dated else end.toordinal())


def _one_change(one: Statement, other: Statement) -> bool:
    if one.index == other.index or _opposite(one, other):
        return False
    a, b = one.when, other.when
    same = same_party(one.taker, other.taker)
    turned = one.version.event.retaken != other.version.event.retaken
    if turned and same is None and one.taker and other.taker and not may_be_noun_of(one.taker, other.taker):
        return False
    if same is False:
        return a.fine and b.fine and days_between(a, b) == 0
    if not (a.known and b.known):
        return a.known == b.known
    return days_between(a, b) <= (TOLERANCE_DAYS if a.fine and b.fine else 0)


def _opposite(one: Statement, other: Statement) -> bool:
    """Whether one tells that it was taken by whom the other tells that it was taken from."""
    return bool(same_party(one.taker, other.loser) or same_party(one.loser, other.taker))
