"""The text of an article with the reason of each event marked in it, for a person before a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from extractor.table import STATUS_STYLES, rejected, what
from extractor.terminal import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from extractor.records import Article, Event

_CUE_STYLE = "underline"


def render(article: Article, text: str) -> RenderableType:
    """The text with ``[1 prise]`` for a trigger of event 1, ``{1 revendiqué}`` for a cue; then the reasons.

    Args:
        article: What was read.
        text: The text as given, which its offsets count.
    """
    reasons = [_reason(number, event) for number, event in enumerate(article.events, start=1)]
    if not reasons:
        reasons = [Text("no city changes hands", "dim")]
    turned_down = rejected(article)
    return Group(_marked(article, text), Text(), *reasons, *([turned_down] if turned_down else []))


def _marked(article: Article, text: str) -> Text:
    marked, at = Text(), 0
    for start, end, numbers, is_trigger, style in _marks(article):
        if start < at:
            continue
        label = ",".join(map(str, numbers))
        opening, closing = "[]" if is_trigger else "{}"
        marked.append(_plain(text[at:start]))
        marked.append(f"{opening}{label} {one_line(text[start:end])}{closing}", style)
        at = end
    return marked.append(_plain(text[at:]))


def _marks(article: Article) -> list[tuple[int, int, list[int], bool, str]]:
    """Stretches to mark, in order, each with the numbers of its events."""
    numbers: dict[tuple[int, int, bool], list[int]] = {}
    styles: dict[tuple[int, int, bool], str] = {}
    for number, event in enumerate(article.events, start=1):
        for trigger in event.mentions:
            stretches = [(trigger.start, trigger.end, True), *((c.start, c.end, False) for c in trigger.cues)]
            for key in stretches:
                known = numbers.setdefault(key, [])
                if number not in known:
                    known.append(number)
                styles.setdefault(key, STATUS_STYLES[trigger.status] if key[2] else _CUE_STYLE)
    ordered = sorted(numbers, key=lambda key: (key[0], not key[2]))
    return [(*key[:2], numbers[key], key[2], styles[key]) for key in ordered]


def _reason(number: int, event: Event) -> RenderableType:
    head = Text(f"{number} {what(event)} · ", "bold").append(event.status, STATUS_STYLES[event.status])
    lines = [head]
    for trigger in event.mentions:
        line = Text(f"«{one_line(trigger.text)}» by rule {trigger.rule}: ")
        line.append(trigger.status, STATUS_STYLES[trigger.status])
        if trigger.source:
            line.append(f", said by {one_line(trigger.source)}")
        if trigger.cues:
            line.append(", cues " + ", ".join(f"«{one_line(cue.text)}»" for cue in trigger.cues))
        lines.append(line)
    return Group(lines[0], Padding(Group(*lines[1:]), (0, 0, 0, 2)))


def _plain(text: str) -> str:
    """The text with its line breaks, but without other control characters."""
    return "\n".join(one_line(line) for line in text.split("\n"))
