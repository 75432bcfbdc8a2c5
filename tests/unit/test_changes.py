"""Events of several articles merged into changes of hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import merge
from extractor.changes import holders, holdings
from extractor.changes.parties import same_party
from extractor.records import Article, Event, Organisation, Place

if TYPE_CHECKING:
    import random

LISTS = dict.fromkeys(("people", "places", "organisations", "quantities", "dates", "events", "warnings"), ())


def event(
    place: str | None = "Orlec", taker: str | None = "M23", date: str | None = None, **fields: Any
) -> Event:
    unknown = dict.fromkeys(("loser", "source", "count", "total"))
    known = {"status": "asserted", "retaken": False, "evidence": f"{place} est tombée.", "mentions": ()}
    return Event(type="capture", place=place, taker=taker, date=date, **{**unknown, **known, **fields})


def article(name: str | None, published: str | None, *events: Event, **fields: Any) -> Article:
    return Article(id=name, published=published, published_from=None, **{**LISTS, "events": events, **fields})


def town(
    name: str, at: tuple[float, float] | None = None, country: str | None = None, *aliases: str
) -> Place:
    latitude, longitude = at or (None, None)
    return Place(
        name=name, aliases=aliases, kind="settlement", country=country,
        latitude=latitude, longitude=longitude, mentions=(),
    )  # fmt: skip


def told(*articles: Article) -> list[tuple[Any, ...]]:
    """Each change with the articles that tell of it."""
    return [
        (it.place, it.taker, it.date, it.status, "+".join(version.article or "?" for version in it.versions))
        for it in merge(articles)
    ]


FAIZABAD = town("Faizabad", (37.1, 70.6), "AF")
ONE = article("a", "2024-03-13", event(date="2024-03-12"))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(
            event(date="2024-03-12"), [("Orlec", "M23", "2024-03-12", "asserted", "a+b")], id="same-day"
        ),
        pytest.param(
            event("ORLEC", date="2024-03-13"),
            [("ORLEC", "M23", "2024-03-12", "asserted", "a+b")],
            id="the-night-is-told-as-either-day",
        ),
        pytest.param(
            event(date="2024-03-15"),
            [
                ("Orlec", "M23", "2024-03-12", "asserted", "a"),
                ("Orlec", "M23", "2024-03-15", "asserted", "b"),
            ],
            id="days-apart",
        ),
        pytest.param(
            event(date="2024-03"), [("Orlec", "M23", "2024-03-12", "asserted", "a+b")], id="its-month"
        ),
        pytest.param(
            event(), [("Orlec", "M23", "2024-03-12", "asserted", "a+b")], id="undated-news-of-that-week"
        ),
        pytest.param(
            event(taker=None, status="claimed", date="2024-03-12"),
            [("Orlec", "M23", "2024-03-12", "asserted", "a+b")],
            id="taker-untold",
        ),
        pytest.param(
            event(taker="rebelles", date="2024-03-12"),
            [("Orlec", "M23", "2024-03-12", "asserted", "a+b")],
            id="a-noun-can-be-the-name",
        ),
        pytest.param(
            event(taker="ADF", date="2024-03-12"),
            [("Orlec", "ADF", "2024-03-12", "asserted", "a+b")],
            id="two-takers-of-one-day-contradict",
        ),
        pytest.param(
            event(taker="ADF", date="2024-03-13"),
            [
                ("Orlec", "M23", "2024-03-12", "asserted", "a"),
                ("Orlec", "ADF", "2024-03-13", "asserted", "b"),
            ],
            id="another-taker-next-day-is-another-change",
        ),
        pytest.param(
            event(taker="armée", loser="M23", date="2024-03-12", retaken=True),
            [
                ("Orlec", "M23", "2024-03-12", "asserted", "a"),
                ("Orlec", "armée", "2024-03-12", "asserted", "b"),
            ],
            id="retaken-the-same-day",
        ),
        pytest.param(
            event(taker=None, status="denied", source="armée"),
            [("Orlec", "M23", "2024-03-12", "disputed", "a+b")],
            id="denied-by-another",
        ),
        pytest.param(
            event(taker=None, status="denied", source="armée", date="2024-03-14"),
            [("Orlec", "M23", "2024-03-12", "disputed", "a+b")],
            id="denied-days-later",
        ),
        pytest.param(
            event(taker=None, status="denied", source="armée", date="2024-03-30"),
            [("Orlec", "M23", "2024-03-12", "asserted", "a"), ("Orlec", None, "2024-03-30", "denied", "b")],
            id="denied-weeks-later",
        ),
        pytest.param(
            event("Sarvane", date="2024-03-12"),
            [
                ("Orlec", "M23", "2024-03-12", "asserted", "a"),
                ("Sarvane", "M23", "2024-03-12", "asserted", "b"),
            ],
            id="another-town",
        ),
        pytest.param(
            event(None, count=13, total=34, date="2024-03-12"),
            [(None, "M23", "2024-03-12", "asserted", "b"), ("Orlec", "M23", "2024-03-12", "asserted", "a")],
            id="aggregates-stand-alone",
        ),
    ],
)
def test_one_change_or_two(other: Event, expected: list[tuple[Any, ...]]) -> None:
    assert told(ONE, article("b", "2024-03-14", other)) == expected


def test_two_events_of_one_article_are_two_changes() -> None:
    twice = article("a", "2024-03-13", event(date="2024-03-12"), event(date="2024-03-12"))
    assert [len(change.versions) for change in merge([twice])] == [1, 1]


def test_an_article_given_twice_counts_once() -> None:
    assert merge([ONE, ONE]) == merge([ONE])


def test_a_year_with_two_captures_in_it_stays_by_itself() -> None:
    found = told(
        article("a", "2024-03-13", event(date="2024-03-12")),
        article("b", "2024-09-02", event(date="2024-09-01")),
        article("c", "2025-01-10", event(date="2024")),
    )
    assert [(date, ids) for _, _, date, _, ids in found] == [
        ("2024-03-12", "a"), ("2024-09-01", "b"), ("2024", "c"),
    ]  # fmt: skip


def test_every_version_is_kept_and_what_they_contradict_each_other_in() -> None:
    (change,) = merge([
        article("a", "2024-03-12", event(date="2024-03-11", loser="armée")),
        article("b", "2024-03-12", event(date="2024-03-11", taker="ADF", status="claimed", source="un élu")),
        article("c", "2024-03-12", event(taker=None, status="denied", source="l'état-major")),
    ])  # fmt: skip
    assert [(it.article, it.event.status, it.event.source, it.event.evidence) for it in change.versions] == [
        ("a", "asserted", None, "Orlec est tombée."),
        ("b", "claimed", "un élu", "Orlec est tombée."),
        ("c", "denied", "l'état-major", "Orlec est tombée."),
    ]
    assert [(it.field, it.values) for it in change.differences] == [
        ("taker", ("ADF", "M23")),
        ("status", ("asserted", "claimed", "denied")),
    ]
    assert (change.status, change.taker, change.loser) == ("disputed", "M23", "armée")


def test_dates_a_day_apart_are_a_contradiction_too() -> None:
    (change,) = merge([ONE, article("b", "2024-03-13", event(date="2024-03-13"))])
    assert [(it.field, it.values) for it in change.differences] == [("date", ("2024-03-12", "2024-03-13"))]


def test_a_later_confirmation_settles_a_denial() -> None:
    denied = article("a", "2024-03-12", event(date="2024-03-12", status="disputed"))
    assert told(denied, article("b", "2024-03-13", event(date="2024-03-12")))[0][3] == "asserted"
    assert told(denied, article("b", "2024-03-12", event(date="2024-03-12")))[0][3] == "disputed"


def test_aliases_of_an_article_name_its_party() -> None:
    known = Organisation(name="Front du Nord", aliases=("FDN-4",), kind="armed_group", mentions=())
    (change,) = merge([
        article("a", "2024-03-12", event(taker="Front du Nord", date="2024-03-12"), organisations=(known,)),
        article("b", "2024-03-12", event(taker="FDN-4", date="2024-03-12")),
    ])  # fmt: skip
    assert (change.taker, change.differences) == ("Front du Nord", ())


@pytest.mark.parametrize(
    ("first", "second", "changes"),
    [
        pytest.param(town("Hérat", (34.3, 62.2)), town("Herat", (34.3, 62.2)), 1, id="accents"),
        pytest.param(town("Tombouctou", (16.8, -3.0)), town("Timbuktu", (16.8, -3.0)), 1, id="two-names"),
        pytest.param(FAIZABAD, town("Faizabad", (26.8, 82.1), "IN"), 2, id="namesakes"),
        pytest.param(FAIZABAD, town("Faizabad"), 1, id="unlocated-goes-to-the-only-one"),
        pytest.param(FAIZABAD, town("Faizabad", None, "IN"), 2, id="country-differs"),
        pytest.param(town("Orlec", None, "FR"), town("Orlec"), 1, id="country-known-once"),
    ],
)
def test_same_place(first: Place, second: Place, changes: int) -> None:
    found = merge(
        article(name, "2024-03-12", event(place.name, date="2024-03-12"), places=(place,))
        for name, place in (("a", first), ("b", second))
    )
    assert len(found) == changes


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("taliban", "talibans", True),
        ("les taliban", "Talibans", True),
        ("armée russe", "Moscou", True),
        ("armée russe", "armée ukrainienne", False),
        ("Russes", "rebelles", None),
        ("armée", "rebelles", False),
        ("opposition syrienne", "armée syrienne", None),
        ("insurgés", "M23", None),
        ("M23", "ADF", False),
        ("combattants de la Séléka", "Séléka", True),
        ("FSR", "Forces de soutien rapide", True),
    ],
)
def test_same_party(one: str, other: str, same: bool | None) -> None:  # noqa: FBT001 (an expected value)
    assert same_party(frozenset({one}), frozenset({other})) is same
    assert same_party(frozenset({other}), frozenset({one})) is same


HISTORY = (
    article("a", "2024-03-02", event(date="2024-03-01", taker="M23")),
    article("b", "2024-03-10", event(date="2024-03-09", taker="armée", loser="M23", retaken=True)),
    article("c", "2024-03-11", event("Sarvane", taker=None, loser="armée", status="claimed")),
    article("d", "2024-03-12", event("Treve", taker="M23", status="denied")),
    article("e", None, event("Dorne")),
)


def test_who_held_what_from_when_to_when() -> None:
    found = [(it.place, it.holder, it.since, it.until, it.change.status) for it in holdings(merge(HISTORY))]
    assert found == [
        ("Orlec", "M23", "2024-03-01", "2024-03-09", "asserted"),
        ("Orlec", "armée", "2024-03-09", None, "asserted"),
        ("Sarvane", None, "2024-03-11", None, "claimed"),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-02-29", []),
        ("2024-03-08", [("Orlec", "M23")]),
        ("2024-03-09", [("Orlec", "armée")]),
        ("2024-03-11", [("Orlec", "armée"), ("Sarvane", None)]),
    ],
)
def test_who_holds_what_on_a_day(day: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(it.place, it.holder) for it in holders(merge(HISTORY), day)] == expected


EVENTS = st.builds(
    event,
    place=st.sampled_from(["Orlec", "orlec", "Sarvane", None]),
    taker=st.sampled_from([None, "M23", "ADF", "rebelles", "armée russe", "Moscou"]),
    loser=st.sampled_from([None, "M23", "armée"]),
    date=st.sampled_from(
        [None, "2024", "2024-03", "2024-03-12", "2024-03-13", "2024-03-15", "../2024-03-12", "no date"]
    ),
    status=st.sampled_from(["asserted", "claimed", "disputed", "denied", "possible"]),
    retaken=st.booleans(),
)
ARTICLES = st.lists(
    st.builds(
        lambda name, published, events, places: article(name, published, *events, places=places),
        st.sampled_from(["a", "b", None]),
        st.sampled_from(["2024-03-13", "2024-03-14", "2024-03", None]),
        st.lists(EVENTS, max_size=3),
        st.sampled_from(
            [(), (town("Orlec"),), (town("Orlec", (1.0, 2.0), "FR"),), (town("Orlec", (5.0, 2.0)),)]
        ),
    ),
    max_size=8,
)


@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(articles: list[Article], chance: random.Random) -> None:
    expected = merge(articles)
    for _ in range(20):
        chance.shuffle(articles)
        assert merge(articles) == expected


@given(ARTICLES)
def test_no_statement_is_lost_or_doubled(articles: list[Article]) -> None:
    changes = merge(articles)
    found = [version.event for change in changes for version in change.versions]
    given_ = [it for one in set(articles) for it in one.events]
    assert sorted(map(repr, found)) == sorted(map(repr, given_))
    assert all(change.versions for change in changes)
    assert {it.change for it in holdings(changes)} <= set(changes)
