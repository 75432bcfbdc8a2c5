"""The page as a reader meets it, in headless Chromium, without network."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from specimens import article, at, capture

from extractor.records import Organisation
from extractor.report import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.records import Article

pytestmark = pytest.mark.browser


@pytest.fixture
def page(opened: Any, articles: list[Article]) -> Any:
    return opened(render(articles, title="out.jsonl"))


def changes(page: Any) -> list[str]:
    return [" ".join(text.split()) for text in page.texts("#change-list .what")]


def test_what_is_seen_first(page: Any) -> None:
    assert page.texts("h1") == ["Qui tient quoi"]
    assert page.texts("#summary") == [
        "out.jsonl · 5 articles · 3 changements de mains · 2 lieux · 11 mars 2024 – 20 mars 2024"
    ]
    assert changes(page) == [
        "Orlec ML ← armée à Front du Nord reprise", "Sarvane ← Front du Nord", "Orlec ML ← Front du Nord",
    ]  # fmt: skip
    assert page.texts("#change-list time") == ["20 mars 2024", "≤ 12 mars 2024", "11 mars 2024"]
    assert [text.strip() for text in page.texts("#change-list .status")] == [
        "donné pour fait", "revendiqué selon Front du Nord", "contesté selon Ilda Maren, armée",
    ]  # fmt: skip
    assert len(page.texts("#article-list li")) == 5
    assert page.run("return document.querySelectorAll('#timeline .column').length") == 3
    assert page.run("return document.querySelectorAll('#map .mark').length") == 1


def test_who_holds_what_on_a_day(page: Any) -> None:
    assert page.texts("#holders tbody tr:not(.details) td:nth-child(2)") == ["armée", "Front du Nord"]
    page.run("document.getElementById('day-before').click()")
    assert page.texts("#holders tbody tr:not(.details)") == [
        "SarvaneFront du Nord≤ 12 mars 2024revendiqué", "Orlec MLFront du Nord11 mars 2024contesté≠",
    ]  # fmt: skip
    page.run("document.querySelectorAll('#holders tbody td button')[5].click()")
    assert page.texts("#holders .details .difference") == [
        "≠ Divergence (status) : revendiqué / démenti".replace("status", "Statut")
    ]
    assert page.texts("#holders .details blockquote") == [
        "🛑 Orlec est tombée lundi aux mains du Front du Nord, selon Ilda Maren, maire. 12 morts.",
        "L'armée dément la chute d'Orlec.",
    ]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        pytest.param({"place": "orlec"}, ["20 mars 2024", "11 mars 2024"], id="place"),
        pytest.param({"actor": "armee"}, ["20 mars 2024"], id="actor-without-accents"),
        pytest.param({"query": "maren tombée"}, ["11 mars 2024"], id="words"),
        pytest.param({"from": "2024-03-12", "to": "2024-03-19"}, ["≤ 12 mars 2024"], id="dates"),
        pytest.param({"place": "orlec", "to": "2024-03-12"}, ["11 mars 2024"], id="both"),
        pytest.param({"query": "introuvable"}, [], id="nothing"),
    ],
)
def test_filters(page: Any, wish: dict[str, str], expected: list[str]) -> None:
    page.ask(**wish)
    assert page.texts("#change-list time") == expected
    assert page.texts("#found")[0].split()[0] == str(len(expected))


def test_filter_by_status_and_back(page: Any) -> None:
    page.run("document.querySelector('[value=claimed]').click()")
    page.settle()
    assert page.texts("#change-list time") == ["20 mars 2024", "11 mars 2024"]
    page.run("document.getElementById('reset').click()")
    page.settle()
    assert len(changes(page)) == 3


def test_a_bar_of_the_timeline_opens_its_days(page: Any) -> None:
    page.run("document.querySelector('#timeline .column').dispatchEvent(new MouseEvent('click'))")
    page.settle()
    assert page.texts("#change-list time") == ["11 mars 2024"]


def test_an_article_with_its_marks_and_their_reasons(page: Any) -> None:
    page.run("document.querySelector('#article-list button').click()")
    assert page.texts("#reader-text") == [
        "🛑 Orlec est tombée lundi aux mains du Front du Nord, selon Ilda Maren, maire. 12 morts."
    ]
    marked = page.run(
        "return [...document.querySelectorAll('#reader-text [title]')]"
        ".map((it) => [it.textContent, it.title])"
    )
    assert marked == [
        ["tombée", "déclencheur : Orlec, revendiqué · selon Ilda Maren · règle tomber · indices : «selon»"],
        ["lundi", "date : 11 mars 2024"],
        ["Front du Nord", "organisation : Front du Nord (groupe armé)"],
        ["selon", "indice : Orlec, revendiqué · selon Ilda Maren · règle tomber · indices : «selon»"],
        ["Ilda Maren", "personne : Ilda Maren (maire)"],
        ["12", "quantité : 12 morts"],
    ]
    page.run("document.getElementById('reader-close').click()")
    assert page.run("return document.getElementById('reader').open") is False


def test_english(page: Any) -> None:
    page.run("document.querySelector('[data-language=en]').click()")
    assert page.run("return document.documentElement.lang") == "en"
    assert page.texts("h1") == ["Who holds what"]
    assert page.texts("#change-list time") == ["Mar 20, 2024", "≤ Mar 12, 2024", "Mar 11, 2024"]


def test_no_label_lacks_in_either_language(page: Any) -> None:
    for language in ("fr", "en"):
        page.run(f"document.querySelector('[data-language={language}]').click()")
        named = page.run(
            "return [...document.querySelectorAll('[data-word], [data-word-label]')].map((it) =>"
            "[it.dataset.word ?? it.dataset.wordLabel, it.dataset.word ? it.textContent : it.ariaLabel])"
        )
        same_in_both = {"articles", "situation"}
        assert [key for key, label in named if label == key and key not in same_in_both] == []


@pytest.fixture(params=[1366, 390], ids=["laptop", "phone"])
def width(request: pytest.FixtureRequest, browser: Any) -> Iterator[int]:
    """A window as wide as that of a laptop or a phone."""
    size = {"width": request.param, "height": 844, "deviceScaleFactor": 1, "mobile": request.param < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield request.param
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def open_all(page: Any) -> None:
    """The sentences of the first change, of the first holder, and the first article."""
    page.run("document.querySelector('#change-list details').open = true")
    page.run("document.querySelector('#holders button.cell').click()")
    page.run("document.querySelector('#article-list button').click()")
    page.settle()


def overflowing(page: Any) -> list[str]:
    """What is wider than the window, or than the dialog that shows an article."""
    return list(
        page.run(
            "return [document.documentElement, document.getElementById('reader')]"
            ".filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.id || it.tagName)"
        )
    )


def test_nothing_is_wider_than_the_window(width: int, page: Any) -> None:
    assert page.run("return innerWidth") == width
    assert overflowing(page) == []
    open_all(page)
    assert overflowing(page) == []


def test_endless_words_break(width: int, opened: Any) -> None:
    word = "Rindfleisch" * 40
    body = f"{word} est tombée. {word}"
    event = capture(body, "tombée", word, taker=word, loser=word, status="claimed", source=word)
    group = Organisation(name=word, aliases=(word,), kind="other", mentions=(at(body, word),))
    page = opened(render([article(word, body, event, organisations=(group,), warnings=(word,))], title=word))
    open_all(page)
    assert page.run("return innerWidth") == width
    assert overflowing(page) == []


HOSTILE = [
    "</script><script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    '</style><svg onload="window.hacked = 1">',
    "'\"`${window.hacked = 1}`{{7*7}}{% raw %}&lt;b&gt;&quot;",
    "\u202e\u2066renversé\u2069\u202c \u2028 \u2029 \x00 \x1b[31m \ud800 fin",
    "<!--<script>-->",
    "javascript:window.hacked=1",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_runs_nowhere(opened: Any, text: str) -> None:
    body = f"Orlec est tombée. {text}"
    event = capture(body, "tombée", f"Orlec {text}", taker=text, loser=text, status="claimed", source=text)
    other = Organisation(name=text, aliases=(text,), kind="other", mentions=(at(body, text),))
    page = opened(render([article(text, body, event, organisations=(other,), warnings=(text,))], title=text))
    open_all(page)
    assert page.run("return window.hacked") is None
    assert page.run("return document.scripts.length") == 3
    assert (
        page.run("return document.querySelectorAll('img, iframe, object, embed, [onerror], [onload]').length")
        == 0
    )
    if text.isprintable():
        assert page.texts("#reader-text") == [body]
        assert page.texts("#change-list blockquote") == [body]
    else:
        assert "▯▯renversé▯▯" in page.texts("#reader-text")[0]


def test_a_line_of_a_million_characters(opened: Any) -> None:
    body = "Orlec est tombée. " + "a" * 1_000_000
    began = time.perf_counter()
    page = opened(render([article("long", body, capture(body, "tombée", "Orlec"))], title="long"))
    page.run("document.querySelector('#change-list details').open = true")
    page.run("document.querySelector('#article-list button').click()")
    page.settle()
    assert len(page.texts("#reader-text .piece")[0]) == 20_000
    assert page.run("return document.documentElement.scrollWidth") <= 1366
    assert time.perf_counter() - began < 20


def test_five_hundred_articles(opened: Any, articles: list[Article]) -> None:
    many = [
        article(
            f"{year}-{number}", "Treve est tombée. " + (articles[0].text or "") * 20,
            *(
                capture("Treve est tombée.", "tombée", f"Treve-{number}-{it}", date=f"{year}-03-{it:02}")
                for it in range(1, 6)
            ),
            published=f"{year}-03-12",
        )
        for year in range(2000, 2010)
        for number in range(50)
    ]  # fmt: skip
    html = render(many, title="many")
    assert len(html.encode()) < 8_000_000
    times = []
    for _ in range(3):  # on a busy machine one opening says little
        page = opened(html)
        times.append(page.run("return performance.getEntriesByType('navigation')[0].loadEventEnd"))
    assert 0 < min(times) < 2000
    assert page.texts("#found") == ["2\u202f500 changements de mains"]
    assert len(page.texts("#change-list > li")) == 60
    page.run("document.querySelector('#changes-more button').click()")
    assert len(page.texts("#change-list > li")) == 120
