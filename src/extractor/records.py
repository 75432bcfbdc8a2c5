"""The typed records that an extraction returns: frozen, comparable, made of plain values.

Offsets count Unicode characters of the text exactly as it was given, and for every record that has
``start``, ``end`` and ``text``, ``given_text[start:end] == text``. Unknown is ``None``: nothing is guessed.
Dates are EDTF strings (ISO 8601-2): ``2021-08-13``, ``2021-08``, ``2021``, ``2021-05-01/2021-05-10``,
``../2021-08-31``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CAPTURE = "capture"
"""The type of event that the shipped rules tell of."""

PlaceKind = Literal["settlement", "country", "region", "continent", "water", "site", "other"]
OrganisationKind = Literal[
    "armed_group", "military", "government", "international", "media", "party", "company", "other"
]
Modifier = Literal["about", "at_least", "at_most", "more_than", "less_than"]
Status = Literal["asserted", "claimed", "disputed", "denied", "possible"]
RejectionReason = Literal[
    "fixed_expression",
    "no_place",
    "not_a_place",
    "country",
    "unnamed_place",
    "not_an_actor",
    "incomplete",
    "not_conflict",
    "state",
    "sign_alone",
    "unresolved_place",
]
"""In the order in which a reading fails: the later, the nearer it came to an event."""
PublishedFrom = Literal["argument", "header", "dateline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One stretch of the text that names a thing.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        text: The characters between the two.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom the article names.

    Attributes:
        name: The fullest form in the text, without title.
        aliases: Every other form that the text uses («Kirby», «M. Price»), in order of appearance.
        role: Function as the text gives it («porte-parole du Pentagone»), else None.
        mentions: Where the article names them, in order.
    """

    name: str
    aliases: tuple[str, ...]
    role: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that the article names.

    Attributes:
        name: The fullest form in the text, without article.
        aliases: Every other form that the text uses, in order of appearance.
        kind: What sort of place it is, where the text or the tables tell, else None.
        country: ISO 3166-1 alpha-2 code, where known without doubt.
        latitude: Degrees north, where known without doubt.
        longitude: Degrees east, where known without doubt.
        mentions: Where the article names it, in order.
    """

    name: str
    aliases: tuple[str, ...]
    kind: PlaceKind | None
    country: str | None
    latitude: float | None
    longitude: float | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that the article names: armed groups and national armies among them.

    Attributes:
        name: The fullest form in the text, without article.
        aliases: Every other form that the text uses, in order of appearance.
        kind: What sort of organisation it is.
        mentions: Where the article names it, in order.
    """

    name: str
    aliases: tuple[str, ...]
    kind: OrganisationKind
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that counts or measures something.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        text: The characters between the two.
        value: The number said; None for a range.
        minimum: Lower bound; None where there is none or where the number is approximate.
        maximum: Upper bound; None where there is none or where the number is approximate.
        modifier: How the number is qualified, None for an exact one.
        unit: Unit of a measure («km», «ans», «%»).
        counted: What is counted, as the text says it («soldats»).
    """

    start: int
    end: int
    text: str
    value: float | None
    minimum: float | None
    maximum: float | None
    modifier: Modifier | None
    unit: str | None
    counted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """An expression that names a day, a stretch of days, a month or a year.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        text: The characters between the two.
        value: EDTF, None where the text and the publication date leave it open.
        earliest: First day that it covers (ISO 8601), None where open or unknown.
        latest: Last day that it covers (ISO 8601), None where open or unknown.
    """

    start: int
    end: int
    text: str
    value: str | None
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words that tell of an event, the rule that read them, and how this one statement presents it.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        text: The characters between the two.
        rule: Identifier of the rule in the rule file.
        status: What this statement alone says; the event's status follows from all of them.
        source: Who says it; None for the narrator or where it cannot be told.
        cues: The words that decided, in order.
    """

    start: int
    end: int
    text: str
    rule: str
    status: Status
    source: str | None
    cues: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A settlement, region, base or the like that changes hands in a conflict.

    Attributes:
        type: Kind of event: ``capture``, or what a rule file of the user calls it (``siege``): there the
            taker is who acts, the loser who suffers it, and ``retaken`` is false.
        place: Name of the place; None for an aggregate («13 des 34 capitales provinciales»).
        taker: Who took it, as the text names them.
        loser: Who held it before, as the text names them.
        status: ``asserted`` by the text itself, ``claimed`` on somebody's word, ``disputed`` claimed by one
            and denied by another, ``denied``, or ``possible`` (threat, attempt, fighting, plan, condition).
        source: On whose word, for claimed, disputed and denied.
        date: When it was taken (EDTF).
        retaken: True where its former holder takes it back.
        count: How many places an aggregate counts.
        total: Out of how many.
        evidence: The sentence of the first trigger, as given.
        mentions: Every trigger that tells of it, in order.
    """

    type: str
    place: str | None
    taker: str | None
    loser: str | None
    status: Status
    source: str | None
    date: str | None
    retaken: bool
    count: int | None
    total: int | None
    evidence: str
    mentions: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Words that look like an event and were turned down.

    Attributes:
        type: Kind of event that they look like: ``capture``.
        start: Offset of the first character of the trigger.
        end: Offset after its last character.
        text: The characters between the two.
        rule: Identifier of the rule that came nearest.
        reason: ``fixed_expression`` («prise d'otages»); ``no_place`` none is said; ``not_a_place`` («prendre
            la parole»); ``country`` a whole one; ``unnamed_place`` («une ville»); ``not_an_actor`` who takes
            no town («la tempête»); ``incomplete`` who took or lost it is not said, and the words alone prove
            nothing; ``not_conflict`` elections, sport, business; ``state`` who holds a place, not that it was
            taken; ``sign_alone`` (a flag, a flight) without a second sign; ``unresolved_place`` («la ville»)
            where none can be meant.
        words: The words that the reason is about; None where it is that something lacks.
    """

    type: str
    start: int
    end: int
    text: str
    rule: str
    reason: RejectionReason
    words: Mention | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """All that was found in one text.

    Attributes:
        id: Identifier of the text, as given.
        published: Publication date (EDTF).
        published_from: Where the publication date comes from.
        people: One record a person, in order of first mention.
        places: One record a place, in order of first mention.
        organisations: One record an organisation, in order of first mention.
        quantities: In order of appearance.
        dates: In order of appearance.
        events: In order of first trigger.
        warnings: What a reader should know before trusting the rest, in plain words.
        text: The text exactly as given, which the offsets count; None, and left out of the JSON, where it
            was taken out so as to pass the records on without it.
        encoding: Python's name of the encoding that its file was read in; None, and left out of the JSON,
            where the text was given as characters.
        rejected: What looked like an event and was turned down, in order; None, and left out of the JSON,
            where it was not asked for.
    """

    id: str | None
    published: str | None
    published_from: PublishedFrom | None
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    organisations: tuple[Organisation, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    events: tuple[Event, ...]
    warnings: tuple[str, ...]
    text: str | None = None
    encoding: str | None = None
    rejected: tuple[Rejected, ...] | None = None

    def to_dict(self) -> dict[str, object]:
        """Plain dictionaries, lists and values in the shape of the JSON output."""
        from extractor.serialization import to_dict  # noqa: PLC0415 (serialization imports these records)

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """One JSON object.

        Args:
            indent: Spaces a level; None writes one line.
        """
        from extractor.serialization import to_json  # noqa: PLC0415 (serialization imports these records)

        return to_json(self, indent=indent)
