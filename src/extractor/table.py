"""One article for a person before a terminal: the events first, then all the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.records import CAPTURE
from extractor.terminal import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from extractor.records import Article, Event, Quantity

STATUS_STYLES = {
    "asserted": "bold green",
    "claimed": "bold yellow",
    "disputed": "bold magenta",
    "denied": "bold red",
    "possible": "bold cyan",
}
_SIGNS = {"at_least": "≥ ", "at_most": "≤ ", "more_than": "> ", "less_than": "< ", "about": "≈ "}

Cell: TypeAlias = str | Text | None


def render(article: Article) -> RenderableType:
    """The article as something that rich prints; control characters of the text are written out."""
    sections = [
        _events(article.events),
        _section("People", ((_named(it.name, it.aliases), it.role) for it in article.people)),
        _section("Places", ((_named(it.name, it.aliases), it.kind, it.country) for it in article.places)),
        _section(
            "Organisations", ((_named(it.name, it.aliases), _words(it.kind)) for it in article.organisations)
        ),
        _section("Quantities", ((it.text, _number(it), _unit(it)) for it in article.quantities)),
        _section("Dates", ((it.text, it.value) for it in article.dates)),
        rejected(article),
        _section("Warnings", ((Text(one_line(it), "yellow"),) for it in article.warnings)),
    ]
    return Group(_head(article), *(section for section in sections if section is not None))


def _head(article: Article) -> Text:
    known = f"published {article.published}" if article.published else "publication date unknown"
    source = f" ({article.published_from})" if article.published_from else ""
    return Text(" · ".join(filter(None, [one_line(article.id or ""), known + source])), "dim")


def _events(events: Sequence[Event]) -> RenderableType:
    if not events:
        return Group(Text(), _title("Events"), Padding(Text("no city changes hands", "dim"), (0, 0, 0, 2)))
    blocks: list[RenderableType] = []
    for event in events:
        blocks += [Text(), Padding(_headline(event), (0, 0, 0, 2)), Padding(_details(event), (0, 0, 0, 4))]
    return Group(Text(), _title("Events"), *blocks[1:])


def _headline(event: Event) -> Text:
    line = Text(what(event), "bold")
    line.append(" · ", "not bold dim").append(event.status, f"not bold {STATUS_STYLES[event.status]}")
    if event.retaken:
        line.append(" · ", "not bold dim").append("retaken", "not bold")
    if event.date:
        line.append(" · ", "not bold dim").append(one_line(event.date), "not bold")
    return line


def what(event: Event) -> str:
    """What changes hands: the place, or how many; with the type of another event than a capture.

    Args:
        event: The event.
    """
    place = _where(event)
    return place if event.type == CAPTURE else f"{place} · {_words(event.type)}"


def _where(event: Event) -> str:
    if event.place is not None:
        return one_line(event.place)
    if event.count is None:
        return "an unnamed place"
    return f"{event.count} of {event.total} places" if event.total is not None else f"{event.count} places"


def _details(event: Event) -> Table:
    rows = {"taker": event.taker, "loser": event.loser, "source": event.source, "evidence": event.evidence}
    return _grid([(Text(label, "dim"), value) for label, value in rows.items() if value])


def rejected(article: Article) -> RenderableType | None:
    """What looked like an event and was turned down; None where nothing was or where it was not asked for.

    Args:
        article: The article.
    """
    rows = (
        (it.text, _words(it.reason), it.words.text if it.words else None, it.rule)
        for it in article.rejected or ()
    )
    return _section("Rejected", rows)


def _section(title: str, rows: Iterable[tuple[Cell, ...]]) -> RenderableType | None:
    kept = list(rows)
    return Group(Text(), _title(title), Padding(_grid(kept), (0, 0, 0, 2))) if kept else None


def _grid(rows: Sequence[tuple[Cell, ...]]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in rows[0]:
        grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(*(cell if isinstance(cell, Text) else Text(one_line(cell or "")) for cell in row))
    return grid


def _title(title: str) -> Text:
    return Text(title.upper(), "bold blue")


def _named(name: str, aliases: Sequence[str]) -> Text:
    text = Text(one_line(name))
    return text.append(f" ({one_line(', '.join(aliases))})", "dim") if aliases else text


def _words(kind: str) -> str:
    return kind.replace("_", " ")


def _unit(quantity: Quantity) -> str:
    return " ".join(filter(None, [quantity.unit, quantity.counted]))


def _number(quantity: Quantity) -> str:
    if quantity.value is not None:
        figures = _figure(quantity.value)
    else:
        figures = " – ".join(_figure(end) for end in (quantity.minimum, quantity.maximum) if end is not None)
    return f"{_SIGNS.get(quantity.modifier or '', '')}{figures}" if figures else ""


def _figure(number: float) -> str:
    return f"{number:_.0f}".replace("_", "\u00a0") if number == int(number) else f"{number:.10g}"
