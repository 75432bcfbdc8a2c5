"""Each statement of a capture with its place, actors, date and status resolved, before any merging."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from extractor.assemble.answers import answers
from extractor.assemble.beginnings import begins, boasts, clause_words, in_title
from extractor.assemble.capture_dates import capture_date, not_after
from extractor.assemble.elapsed import counted_back
from extractor.assemble.entry_days import entry_day, scene_day
from extractor.assemble.entry_days import goes_on as in_turn
from extractor.assemble.lead_days import lead_day, opens
from extractor.assemble.triggers import frame_of, triggers
from extractor.captures.clause import introduced_by
from extractor.captures.cues import cue_words
from extractor.captures.fillers import FIRST_PERSON
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span

    from extractor.assemble.lead_days import Lead
    from extractor.assemble.references import References
    from extractor.calendar import Interval, Published

_LONG_PAST = 60  # days
_GOOD = {"bon"}  # «tenait bon»


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureMention:
    """One statement about one place.

    Attributes:
        type: Type of event.
        trigger: The trigger span.
        place: Name of the place; None for an aggregate.
        taker: Who takes it.
        loser: Who loses it.
        retaken: Whether the words mean a recapture.
        modality: ``fact``, ``hearsay`` or ``possible``.
        negated: Whether it is said not to have happened.
        attitude: ``claim``, ``say``, ``confirm``, ``concede`` or ``deny``; None for the narrator.
        source: Who says it, as the text names them.
        speaks_for: For which party they speak, where they do.
        date: When it happened.
        counted: Whether its date is counted back from another event: «deux mois après la prise de X».
        implied: Whether the date is no more than that of the lead or of the article.
        own_date: Whether the date is that of the act, not of the saying, the lead or the article.
        in_title: Whether it stands in a title.
        background: Whether its date lies long before the publication.
        held: Whether it only says that somebody still holds the place: it denies a capture told elsewhere.
        sign: Class of a sign that is no capture by itself (the flag, the flight); None for what tells it.
        begun: Whether a sign or state is new.
        count: How many places an aggregate counts.
        total: Out of how many.
    """

    type: str
    trigger: Span
    place: str | None
    taker: str | None
    loser: str | None
    retaken: bool
    modality: str
    negated: bool
    attitude: str | None
    source: str | None
    speaks_for: str | None
    date: Interval | None
    own_date: bool
    implied: bool = False
    in_title: bool
    background: bool = False
    counted: bool = False
    held: bool = False
    sign: str | None = None
    begun: bool = False
    count: int | None = None
    total: int | None = None


def capture_mentions(
    doc: Doc, references: References, dates: Mapping[int, Interval], published: Published | None
) -> list[CaptureMention]:
    """The statements of an article, in order, one for each place of each trigger.

    Args:
        doc: The text after all components.
        references: What its phrases refer to.
        dates: Resolved date expressions by their offset.
        published: When the article was published, where known.
    """
    found = []
    lead = lead_day(doc, dates, published)
    for span in triggers(doc):
        for filler, place in _places(span, references):
            mention = _mention(span, filler, place, references, dates)
            if mention is not None:
                if mention.modality != "possible":
                    goes_on = filler["kind"] != "name"
                    mention = _dated(mention, dates, lead, published, goes_on=goes_on)
                    mention = replace(mention, date=not_after(published, mention.date))
                mention = replace(mention, background=_is_background(mention.date, published))
                found.append(mention)
                found.extend(answers(mention, references))
                if mention.place is not None:
                    references.note(filler["start"], mention.place)
    return [
        replace(mention, date=None) if _is_of_the_reverse(mention, found) else mention for mention in found
    ]


def _is_of_the_reverse(mention: CaptureMention, others: Sequence[CaptureMention]) -> bool:
    """«X reprise, dit l'armée»: not on the lead's day where that is when X had been lost."""
    return mention.implied and any(
        other.own_date
        and other.place == mention.place
        and other.date == mention.date
        and other.retaken != mention.retaken
        for other in others
    )


def _places(span: Span, references: References) -> Iterator[tuple[dict[str, Any], str | None]]:
    """What stands in the slot of the place, with the name of each; «les deux villes» and «y» can be two."""
    for filler in frame_of(span)["places"]:
        several = references.several(filler) if filler["kind"] in ("aggregate", "pronoun") else []
        for place in several or (references.place(filler, span._.statement["source"]),):
            yield filler, place


def _dated(
    mention: CaptureMention,
    dates: Mapping[int, Interval],
    lead: Lead | None,
    published: Published | None,
    *,
    goes_on: bool,
) -> CaptureMention:
    """A statement with the day that the words around it imply; «la ville» goes on with the scene before."""
    earlier = counted_back(mention.trigger[0], dates, published)
    if earlier is not None:
        return replace(mention, date=earlier, own_date=True, counted=True)
    if mention.date is not None:
        return mention
    told = mention.attitude is not None and not mention.negated
    if mention.in_title or (told and opens(mention.trigger)):
        return replace(mention, date=lead.date if lead is not None else published, implied=True)
    day = entry_day(mention.trigger, dates, published)
    if day is None and (goes_on or in_turn(mention.trigger)):
        day = scene_day(mention.trigger, dates)
    again = frame_of(mention.trigger).get("repeated", False)  # «s'y ajoute X», on whatever day
    if day is None and not (told or again or mention.negated) and opens(mention.trigger):
        day = None if lead is None or lead.of_saying else lead.date
    return replace(mention, date=day)


def _mention(
    span: Span,
    filler: dict[str, Any],
    place: str | None,
    references: References,
    dates: Mapping[int, Interval],
) -> CaptureMention | None:
    doc, frame, statement = span.doc, frame_of(span), span._.statement
    counted = filler["kind"] == "aggregate" and place is None
    count, total = _counts(doc, filler) if counted else (None, None)
    if place is None and count is None:
        return None
    date, own_date = capture_date(span[0], filler, frame, statement["cues"], dates)
    taker, loser = (
        references.actors.in_slot(frame["taker"], statement["source"]),
        references.actors.in_slot(frame["loser"], statement["source"]),
    )
    if loser is not None and _says(frame["loser"], statement["source"]):
        loser = None
    if taker is not None and _declares(doc, frame["taker"], statement["source"]):
        taker = None
    negated = statement["negated"]
    partial = frame.get("partial", False) and not negated
    held = (
        frame["outcome"] == "hold"
        and not partial
        and bool(cue_words("adverbs", "still") & clause_words(span))
    )
    if frame["outcome"] in ("hold", "standing") and not negated:
        references.hold(place, taker)
    if frame["outcome"] == "standing" or (
        frame["outcome"] == "hold"
        and not (held or partial or frame["begun"] or begins(span, date) or boasts(span, statement))
    ):
        return None
    if frame["outcome"] == "sign" and (negated or statement["modality"] == "possible"):
        return None
    if not _is_at_stake(span, filler, frame["outcome"], statement):
        return None
    waits = frame["outcome"] == "held" and statement["modality"] == "possible"
    modality = "possible" if partial else _modality(frame["outcome"], statement)
    source = statement["source"]
    return CaptureMention(
        type=frame["event"],
        trigger=span,
        place=place,
        taker=None if held else taker,
        loser=taker if held else loser,
        retaken=frame["retaken"],
        modality=modality,
        negated=(negated or held or frame["outcome"] == "held") and not waits,
        attitude=_attitude(span, statement),
        source=references.actors.source(source) if source else None,
        speaks_for=references.actors.side_of(source) if source else None,
        date=None if modality == "possible" else date,
        own_date=own_date,
        in_title=in_title(span),
        held=held,
        sign=frame["sign"],
        begun=frame["begun"],
        count=count,
        total=total,
    )


def _is_at_stake(span: Span, filler: dict[str, Any], outcome: str, statement: dict[str, Any]) -> bool:
    """Whether words of an attempt, or of a place that held, tell that it has not changed hands.

    Not «n'ont pas attaqué X», «n'a pas tenu», «tiendrait»; nor «marchent sur la capitale», seldom the town
    just named.
    """
    if outcome == "attempt":
        failed = any(cue >= sentence_of(span[0]).end for cue in statement["cues"])  # «Ils ont échoué»
        tried = failed or span[0].pos_ == "NOUN" or not statement["negated"]
        return filler["kind"] != "definite" and tried
    if outcome == "held":
        if "Tense=Imp" in str(span[0].morph) and not (cue_words("adverbs", "still") | _GOOD) & clause_words(
            span
        ):
            return False  # «résistait depuis un mois»: until then
        return statement["modality"] == "possible" or not (
            statement["negated"] or (statement["modality"] == "hearsay" and statement["attitude"] is not None)
        )
    return True


def _says(filler: dict[str, Any], source: list[int] | None) -> bool:
    """«délivrée, d'après **un général**»: a source taken for who loses the place."""
    alone = filler["kind"] == "phrase" and source is not None
    return alone and source is not None and source[0] <= filler["start"] < source[1]


def _declares(doc: Doc, filler: dict[str, Any], source: list[int] | None) -> bool:
    """«X a été déclarée libérée **par le président**»: who declares it is no agent of the act."""
    if source is None or not source[0] <= filler["head"] < source[1]:
        return False
    return "par" in (introduced_by(doc[source[0]]), introduced_by(doc[filler["head"]]))


def _attitude(span: Span, statement: dict[str, Any]) -> str | None:
    """«Nous avons perdu X»: who says so of themselves admits it."""
    loser = frame_of(span)["loser"]
    own = loser is not None and span.doc[loser["start"]].lower_ in FIRST_PERSON
    return "concede" if own and statement["attitude"] in ("say", "claim") else statement["attitude"]


def _modality(outcome: str, statement: dict[str, Any]) -> str:
    """An attempt is no more than possible, unless it is said to have failed."""
    if outcome == "attempt" and not statement["negated"]:
        return "possible"
    return str(statement["modality"])


def _is_background(date: Interval | None, published: Published | None) -> bool:
    """Whether a capture is long past: then an undated statement is not about it."""
    if date is None or date.latest is None or published is None or published.earliest is None:
        return False
    return (published.earliest - date.latest).days > _LONG_PAST


def _counts(doc: Doc, filler: dict[str, Any]) -> tuple[int | None, int | None]:
    """«13 des 34 capitales»: 13 out of 34; «deux villes»: 2."""
    numbers = [
        span._.quantity["value"]
        for span in doc.spans.get("numbers", ())
        if filler["start"] - 3 <= span.start <= filler["head"]
        and sentence_of(span[0]) == sentence_of(doc[filler["start"]])
    ]
    whole = [int(value) for value in numbers if value is not None and value == int(value)]
    if not whole:
        return None, None
    between = " ".join(token.lower_ for token in tokens_of(doc)[filler["start"] - 2 : filler["head"]])
    total = whole[-1] if len(whole) > 1 and (" des " in f" {between} " or " sur " in f" {between} ") else None
    return whole[0], total
