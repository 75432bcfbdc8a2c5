"""Articles for the page, and a browser to open it in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from specimens import NORTH, article, at, capture, town

from extractor.records import Article, Date, Organisation, Person, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=fr",
)  # fmt: skip


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    """Three that agree and contradict each other, and one of nothing."""
    fall = "🛑 Orlec est tombée lundi aux mains du Front du Nord, selon Ilda Maren, maire. 12 morts."
    denial = "L'armée dément la chute d'Orlec."
    claim = "Le Front du Nord dit avoir pris Sarvane."
    retaken = "L'armée a repris Orlec le 20 mars."
    return [
        article(
            "a", fall,
            capture(
                fall, "tombée", "Orlec", taker=NORTH, status="claimed", source="Ilda Maren",
                date="2024-03-11", cues=(at(fall, "selon"),),
            ),
            people=(Person(name="Ilda Maren", aliases=(), role="maire", mentions=(at(fall, "Ilda Maren"),)),),
            places=(town("Orlec", 16.3, -0.05),),
            organisations=(
                Organisation(
                    name=NORTH, aliases=(), kind="armed_group", mentions=(at(fall, NORTH),)
                ),
            ),
            quantities=(
                at(
                    fall, "12", Quantity, value=12, minimum=12, maximum=12, modifier=None, unit=None,
                    counted="morts",
                ),
            ),
            dates=(
                at(fall, "lundi", Date, value="2024-03-11", earliest="2024-03-11", latest="2024-03-11"),
            ),
        ),
        article(
            "b", denial, capture(denial, "chute", "Orlec", status="denied", source="armée"),
            places=(town("Orlec", 16.3, -0.05),),
        ),
        article(
            "c", claim,
            capture(claim, "pris", "Sarvane", taker=NORTH, status="claimed", source=NORTH),
        ),
        article(
            "d", retaken,
            capture(
                retaken, "repris", "Orlec", taker="armée", loser=NORTH, date="2024-03-20", retaken=True
            ),
            published="2024-03-21", places=(town("Orlec", 16.3, -0.05),),
        ),
        article("e", "Rien de neuf."),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A headless Chromium that has no network."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    binary, driver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.skip("no chromium with its chromedriver on this machine (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}", "--window-size=1366,900"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    opened.execute_cdp_cmd("Network.enable", {})
    opened.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    yield opened
    opened.quit()


class Page:
    """The page in the browser, asked as a reader would."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    def run(self, script: str, *arguments: object) -> Any:
        return self.browser.execute_script(script, *arguments)

    def ask(self, **values: str) -> None:
        """Fill filters and wait until the page has answered."""
        self.run(
            "const form = document.getElementById('filters');"
            "for (const [name, value] of Object.entries(arguments[0])) form.elements[name].value = value;"
            "form.dispatchEvent(new Event('input'))",
            values,
        )
        self.settle()

    def settle(self) -> None:
        self.browser.execute_async_script("setTimeout(arguments[0], 250)")

    def texts(self, selector: str) -> list[str]:
        found = self.run(
            "return [...document.querySelectorAll(arguments[0])].map((it) => it.textContent)", selector
        )
        return list(found)

    def complaints(self) -> list[str]:
        """What stands on the console."""
        return [entry["message"] for entry in self.browser.get_log("browser")]


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Any:
    """Opens a page in French, checks that its console is empty, before and after the test."""
    page = Page(browser)

    def opener(html: str) -> Page:
        file = tmp_path / "report.html"
        file.write_text(html, encoding="utf-8")
        browser.get("about:blank")
        browser.get(file.as_uri())
        while page.run("return document.readyState") != "complete":  # the driver may come back early
            page.settle()
        page.run("document.querySelector('[data-language=fr]').click()")
        assert page.complaints() == []
        return page

    yield opener
    assert page.complaints() == []
