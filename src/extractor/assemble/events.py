"""One record for each change of hands, merged from all that the article states about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.allies import allies
from extractor.assemble.contenders import mentions as named
from extractor.assemble.groups import date_of, loser_of, taker_of
from extractor.assemble.holders import is_proven
from extractor.assemble.mentions import CaptureMention, capture_mentions
from extractor.assemble.outcomes import settled
from extractor.assemble.parties import one_name, opposed, party, same_party
from extractor.assemble.recaptures import is_liberation
from extractor.assemble.sequels import in_turn, without_summaries
from extractor.assemble.sides import actors
from extractor.assemble.status import decide_status, own_status
from extractor.assemble.takers import changes
from extractor.assemble.triggers import frame_of
from extractor.captures.voice import has_auxiliary, looks_like_participle
from extractor.naming.knowledge import look_up
from extractor.records import CAPTURE, Event, Mention, Status, Trigger

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from extractor.assemble.references import References
    from extractor.assemble.takers import Change
    from extractor.calendar import Interval, Published
    from extractor.text import CleanText

# Statements a few days apart about one town and one taker are of one change of hands, told on several days.
_SAME_BATTLE = 3
_SAME_WEEKS = 7  # «a repris **la semaine dernière** presque tout X», and vendredi all of it


def events(
    doc: Doc,
    source: CleanText,
    references: References,
    dates: Mapping[int, Interval],
    published: Published | None = None,
) -> tuple[Event, ...]:
    """The events of an article, in order of their first trigger.

    Args:
        doc: The text after all components.
        source: The text as given.
        references: What its phrases refer to.
        dates: Resolved date expressions by their offset.
        published: When the article was published, where known.
    """
    groups: list[list[CaptureMention]] = []
    of_place: dict[str | None, list[list[CaptureMention]]] = {}
    for told in without_summaries(capture_mentions(doc, references, dates, published)):
        same = of_place.setdefault(told.place, [])
        mention = _as_answer(told, same)
        group = next((group for group in reversed(same) if _same_change(mention, group)), None)
        if group is not None:
            group.append(mention)
        elif not mention.held:
            aside = _is_aside(mention, same)
            groups.append([replace(mention, date=None, background=True) if aside else mention])
            same.insert(0 if aside else len(same), groups[-1])
    groups = [group for group in groups if is_proven(group)]
    captures = [group for group in groups if group[0].type == CAPTURE]
    helping = allies(doc, dict(named(doc, references.names))) if captures else frozenset()
    found = changes(captures, actors(doc, references.names), references.holders, helping)
    known = iter(settled(doc, references, found))
    return tuple(
        _captured(next(known), source)
        if group[0].type == CAPTURE
        else _event(group, source, taker_of(group), loser_of(group), retaken=False)
        for group in groups
    )


def _captured(change: Change, source: CleanText) -> Event:
    return _event(change.group, source, change.taker, change.loser, retaken=change.retaken)


def _as_answer(mention: CaptureMention, told: Sequence[Sequence[CaptureMention]]) -> CaptureMention:
    """«L'armée **affirme tenir** X», after a claim that others took it from her: she denies that."""
    if frame_of(mention.trigger)["outcome"] != "hold" or mention.held or mention.begun or mention.own_date:
        return mention
    if mention.attitude not in ("claim", "say") or mention.taker is None or mention.modality != "fact":
        return mention
    if any(opposed(mention.taker, other.taker) and not other.background for group in told for other in group):
        return replace(mention, taker=None, loser=mention.taker, negated=True, held=True, date=None)
    return mention


def _same_change(mention: CaptureMention, group: list[CaptureMention]) -> bool:
    """Whether a statement can be about the change of hands that others told of."""
    return all(_compatible(mention, other) for other in group)


def _compatible(a: CaptureMention, b: CaptureMention) -> bool:
    if (
        (a.type, a.place) != (b.type, b.place)
        or (a.count, a.total) != (b.count, b.total)
        or a.background != b.background
    ):
        return False
    if _are_rivals(a.taker, b.taker) or _robs_itself(a, b) or _robs_itself(b, a):
        return False
    others = a.taker and b.taker and not same_party(a.taker, b.taker)
    if a.retaken != b.retaken and (_is_lost_before(a, b) or others):
        return False
    if in_turn(a, b) or _is_held_until(a, b) or _is_held_until(b, a):
        return False
    if a.date is None or b.date is None:
        return True
    alike = a.retaken == b.retaken or (a.taker is not None and b.taker is not None)
    return _days_apart(a.date, b.date) <= (_tolerance(a.date, b.date) if alike else 0)


def _tolerance(one: Interval, other: Interval) -> int:
    if not one.precision == other.precision == "day":
        return 0  # not «en mai» and «en juin»
    return _SAME_BATTLE if _is_day(one) and _is_day(other) else _SAME_WEEKS


def _is_day(when: Interval) -> bool:
    return when.earliest == when.latest


def _is_aside(mention: CaptureMention, told: Sequence[Sequence[CaptureMention]]) -> bool:
    """«est entrée lundi dans X, **conquise** par Y»: on another day; what follows goes on with the entry."""
    verb = mention.trigger[0]
    if mention.own_date or not looks_like_participle(verb) or has_auxiliary(verb):
        return False
    return any(
        other.trigger.sent == mention.trigger.sent and _are_rivals(mention.taker, other.taker)
        for group in told
        for other in group
    )


def _are_rivals(a: str | None, b: str | None) -> bool:
    """Whether two takers are of opposite sides, or of two countries («conquise par **la Russie**»)."""
    if a is None or b is None:
        return False
    one, other = party(a).countries, party(b).countries
    return opposed(a, b) or bool(one and other and not one & other)


def _robs_itself(a: CaptureMention, b: CaptureMention) -> bool:
    """Whether who takes it here loses it there."""
    return bool(a.taker and b.loser and one_name(a.taker, b.loser))


def _is_lost_before(a: CaptureMention, b: CaptureMention) -> bool:
    """«L'armée a repris X, **perdue** en janvier»: lost and taken back in one sentence are two."""
    lost, back = (a, b) if b.retaken else (b, a)
    if lost.taker is not None or lost.loser is not None or frame_of(lost.trigger)["outcome"] == "attempt":
        return False
    return lost.trigger.sent == back.trigger.sent


def _is_held_until(freed: CaptureMention, held: CaptureMention) -> bool:
    """«la libération de X, **occupée** par Y»: Y held it, and did not free it."""
    verb = held.trigger[0]
    described = looks_like_participle(verb) and not has_auxiliary(verb)
    state = described and frame_of(held.trigger)["outcome"] == "hold" and not held.negated
    return state and is_liberation([freed]) and freed.trigger.sent == held.trigger.sent


def _days_apart(a: Interval, b: Interval) -> int:
    """Days between two stretches; 0 where they overlap or an open end may reach."""
    gaps = [
        (later.earliest - earlier.latest).days
        for earlier, later in ((a, b), (b, a))
        if earlier.latest and later.earliest
    ]
    return max([0, *gaps])


def _event(
    group: Sequence[CaptureMention], source: CleanText, taker: str | None, loser: str | None, *, retaken: bool
) -> Event:
    status = decide_status(group)
    first = group[0]
    start, end = source.given(first.trigger.sent.start_char, first.trigger.sent.end_char)
    return Event(
        type=first.type,
        place=first.place,
        taker=taker,
        loser=loser,
        status=status,
        source=_source(group, status),
        date=date_of(group),
        retaken=retaken,
        count=first.count,
        total=first.total,
        evidence=source.original[start:end].strip(),
        mentions=tuple(_trigger(mention, source) for mention in group),
    )


def _source(group: Sequence[CaptureMention], status: Status) -> str | None:
    if status not in ("claimed", "disputed", "denied"):
        return None
    wanted = [mention for mention in group if mention.negated == (status == "denied")]
    wanted.sort(key=_rank_of_source)
    return next((mention.source for mention in wanted if mention.source), None)


def _rank_of_source(mention: CaptureMention) -> tuple[bool, ...]:
    """Whose word counts last: who admits it, and «Moscou» beside «le ministère russe de la Défense»."""
    known = look_up(mention.source) if mention.source else None
    capital = known is not None and known.label == "LOC"
    return mention.sign is not None, mention.in_title, mention.attitude == "concede", capital


def _trigger(mention: CaptureMention, source: CleanText) -> Trigger:
    trigger = mention.trigger
    start, end = source.given(trigger.start_char, trigger.end_char)
    return Trigger(
        start=start,
        end=end,
        text=source.original[start:end],
        rule=trigger.label_,
        status=own_status(mention),
        source=mention.source,
        cues=tuple(_cue(trigger.doc[i], source) for i in sorted(set(trigger._.statement["cues"]))),
    )


def _cue(token: Token, source: CleanText) -> Mention:
    start, end = source.given(token.idx, token.idx + len(token))
    return Mention(start=start, end=end, text=source.original[start:end])
