"""One record for each change of hands, merged from all that the article states about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.belligerents import Belligerents, actors
from extractor.assemble.holders import is_proven, previous_holder
from extractor.assemble.mentions import CaptureMention, capture_mentions
from extractor.assemble.parties import opposed, side_of
from extractor.lexicon import tables
from extractor.records import CAPTURE, Event, Mention, Status, Trigger

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from extractor.assemble.references import References
    from extractor.calendar import Interval, Published
    from extractor.text import CleanText

_TWO_DAYS = 1
_SHORT = 3
# Statements a few days apart about one town and one taker are of one change of hands, told on several days.
_SAME_BATTLE = 3
# «armée syrienne» and «opposition syrienne» are two parties.
_OF_COUNTRY = ("ien", "ienne", "iens", "iennes", "ais", "aise", "aises", "ois", "oise", "ain", "aine", "éen")
# Names that only the speaker's side fills: better the name that the article gives.
_VAGUE = {"ennemi", "adversaire", "groupe", "mouvement"}


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
    for mention in capture_mentions(doc, references, dates, published):
        group = next((group for group in reversed(groups) if _same_change(mention, group)), None)
        if group is not None:
            group.append(mention)
        elif not mention.held:
            groups.append([mention])
    groups = [group for group in groups if is_proven(group)]
    captures = [group for group in groups if group[0].type == CAPTURE]
    belligerents = Belligerents(captures, actors(doc, references.names))
    return tuple(
        _capture(group, captures, source, references, belligerents)
        if group[0].type == CAPTURE
        else _event(group, source, _taker(group), _loser(group), retaken=False)
        for group in groups
    )


def _capture(
    group: list[CaptureMention],
    captures: list[list[CaptureMention]],
    source: CleanText,
    references: References,
    belligerents: Belligerents,
) -> Event:
    """The record of a change of hands, its parties filled from the rest of the article."""
    retaken = _retaken(group) or _took_back(group, captures)
    taker = _taker(group)
    if taker is None and _has_successor(group):
        taker = belligerents.taker_from(_loser(group), retaken=retaken)
    loser = _loser(group) or previous_holder(group, taker, captures, references.holders)
    retaken = retaken or _is_return(taker, loser)
    if loser is None and not any(mention.background for mention in group):
        loser = belligerents.loser_to(taker, retaken=retaken)
    return _event(group, source, taker, loser, retaken=retaken)


def _has_successor(group: list[CaptureMention]) -> bool:
    """Whether the town was taken, not only left."""
    leaving = tables("captures/parties.toml")["frames"]["leaving"]
    return group[0].place is not None and any(mention.trigger.label_ not in leaving for mention in group)


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
    if opposed(a.taker, b.taker) or (a.taker and a.taker == b.loser) or (b.taker and b.taker == a.loser):
        return False
    if a.retaken != b.retaken and a.taker and b.taker and a.taker != b.taker:
        return False
    slack = _SAME_BATTLE if a.retaken == b.retaken else 0
    return not (a.date and b.date) or _days_apart(a.date, b.date) <= slack


def _days_apart(a: Interval, b: Interval) -> int:
    """Days between two stretches; 0 where they overlap or an open end may reach."""
    gaps = [
        (later.earliest - earlier.latest).days
        for earlier, later in ((a, b), (b, a))
        if earlier.latest and later.earliest
    ]
    return max([0, *gaps])


def _event(
    group: list[CaptureMention], source: CleanText, taker: str | None, loser: str | None, *, retaken: bool
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
        date=_date(group),
        retaken=retaken,
        count=first.count,
        total=first.total,
        evidence=source.original[start:end].strip(),
        mentions=tuple(_trigger(mention, source) for mention in group),
    )


def decide_status(group: list[CaptureMention]) -> Status:
    """The status of a change of hands, from all statements about it.

    The narrator's word or the losing side's admission makes it asserted, unless somebody denies it; a title
    counts only where the body says nothing surer.

    Args:
        group: Its statements.
    """
    told = [mention for mention in group if not mention.sign] or group
    body = [mention for mention in told if not mention.in_title] or told
    happened = [mention for mention in body if not mention.negated and mention.modality != "possible"]
    facts = [mention for mention in happened if _is_fact(mention, _taker(group), _loser(group))]
    if told is group and not is_proven(facts):  # one of the signs that prove it is only claimed
        facts = []
    denials = [mention for mention in group if mention.negated and mention.modality != "possible"]
    contested = {denial.trigger.start for denial in denials if denial.attitude}
    if facts and not contested:
        return "asserted"
    if any(fact.attitude is None and fact.trigger.start not in contested for fact in facts):
        return "asserted"  # told as a fact elsewhere, whatever is answered to somebody's words
    if happened:
        return "disputed" if denials else "claimed"
    if denials:
        return "denied"
    return "possible"


def _is_fact(mention: CaptureMention, taker: str | None, loser: str | None) -> bool:
    """Whether the narrator vouches for it, the losing side admits it, a witness of no side admits it."""
    if mention.attitude is None:
        return mention.modality == "fact"
    if mention.attitude == "concede":
        return mention.modality == "fact" and not _is_of_side(mention.source, taker)
    if mention.attitude == "confirm" and _is_other_side(mention.source, taker):
        return True
    return loser is not None and _shares_words(mention.source, loser)


def _is_other_side(source: str | None, taker: str | None) -> bool:
    """Whether a party speaks, and not the one that takes."""
    return side_of(source) is not None if taker is None else opposed(source, taker)


def _is_of_side(source: str | None, actor: str | None) -> bool:
    side = side_of(source)
    return _shares_words(source, actor) or (side is not None and side == side_of(actor))


def _shares_words(a: str | None, b: str | None) -> bool:
    shared = _content(a) & _content(b)
    return any(not word.endswith(_OF_COUNTRY) for word in shared)


def _content(name: str | None) -> set[str]:
    return {word for word in (name or "").lower().replace("'", " ").split() if len(word) > _SHORT}


def _taker(group: list[CaptureMention]) -> str | None:
    done = [mention.taker for mention in group if mention.modality != "possible" and not mention.negated]
    return _fullest(done) or _fullest([mention.taker for mention in group])


def _loser(group: list[CaptureMention]) -> str | None:
    return _fullest([mention.loser for mention in group])


def _fullest(names: list[str | None]) -> str | None:
    """The first name that is one; a lower-case noun («rebelles») only where no name is given."""
    known = [name for name in names if name and name not in _VAGUE]
    return next((name for name in known if name[:1].isupper()), known[0] if known else None)


def _retaken(group: list[CaptureMention]) -> bool:
    return any(mention.retaken for mention in group)


def _is_return(taker: str | None, loser: str | None) -> bool:
    """Whether a state's forces take from an armed group, or anybody from insurgents: it was theirs before."""
    if taker is None or loser is None or side_of(loser) == "state":
        return False
    return side_of(taker) == "state" or (side_of(loser) == "insurgent" and side_of(taker) != "insurgent")


def _took_back(group: list[CaptureMention], groups: list[list[CaptureMention]]) -> bool:
    """Whether one of two parties takes what the other had taken from it before, as the article tells."""
    day = _date(group)
    if not day:
        return False
    return any(
        other is not group
        and other[0].place == group[0].place
        and opposed(_taker(other), _taker(group))
        and (_date(other) or day) < day
        and decide_status(other) in ("asserted", "claimed")
        for other in groups
    )


def _source(group: list[CaptureMention], status: Status) -> str | None:
    if status not in ("claimed", "disputed", "denied"):
        return None
    wanted = [mention for mention in group if mention.negated == (status == "denied")]
    return next((mention.source for mention in wanted if mention.source), None)


def _date(group: list[CaptureMention]) -> str | None:
    """The finest date of the act, else of its telling: a day or night; a longer stretch as month or year."""
    dated = [mention for mention in group if mention.date is not None]
    own = [mention for mention in dated if mention.own_date]
    found = [mention.date for mention in own or dated if mention.date is not None]
    values = [
        date.edtf()
        if date.earliest and date.latest and (date.latest - date.earliest).days <= _TWO_DAYS
        else date.unit()
        for date in found
    ]
    known = [value for value in values if value]
    return max(known, key=lambda value: min(len(value), 10)) if known else None


def _trigger(mention: CaptureMention, source: CleanText) -> Trigger:
    trigger = mention.trigger
    start, end = source.given(trigger.start_char, trigger.end_char)
    return Trigger(
        start=start,
        end=end,
        text=source.original[start:end],
        rule=trigger.label_,
        status=_own_status(mention),
        source=mention.source,
        cues=tuple(_cue(trigger.doc[i], source) for i in sorted(set(trigger._.statement["cues"]))),
    )


def _own_status(mention: CaptureMention) -> Status:
    """What one statement says by itself."""
    if mention.modality == "possible":
        return "possible"
    if mention.negated:
        return "denied"
    return "asserted" if mention.attitude is None and mention.modality == "fact" else "claimed"


def _cue(token: Token, source: CleanText) -> Mention:
    start, end = source.given(token.idx, token.idx + len(token))
    return Mention(start=start, end=end, text=source.original[start:end])
