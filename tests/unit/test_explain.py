"""What ``extractor extract --explain`` shows."""

from __future__ import annotations

from rich.console import Console

from extractor import explain
from extractor.records import Article, Event, Mention, Trigger

TEXT = "Les rebelles ont revendiqué la prise de Sarvane.\nL'armée dément.\x1b"
TRIGGER = Trigger(
    start=31,
    end=36,
    text="prise",
    rule="prise",
    status="claimed",
    source="rebelles",
    cues=(Mention(start=17, end=27, text="revendiqué"),),
)
EVENT = Event(
    type="capture",
    place="Sarvane",
    taker="rebelles",
    loser=None,
    status="disputed",
    source="rebelles",
    date=None,
    retaken=False,
    count=None,
    total=None,
    evidence="Les rebelles ont revendiqué la prise de Sarvane.",
    mentions=(TRIGGER,),
)


def _shown(*events: Event) -> str:
    article = Article(
        id=None,
        published=None,
        published_from=None,
        people=(),
        places=(),
        organisations=(),
        quantities=(),
        dates=(),
        events=events,
        warnings=(),
    )
    console = Console(width=100, no_color=True, highlight=False)
    with console.capture() as capture:
        console.print(explain.render(article, TEXT))
    return capture.get()


def test_triggers_and_cues_are_marked_and_explained() -> None:
    shown = _shown(EVENT)
    assert "Les rebelles ont {1 revendiqué} la [1 prise] de Sarvane.\nL'armée dément." in shown
    assert "1 Sarvane · disputed" in shown
    assert "«prise» by rule prise: claimed, said by rebelles, cues «revendiqué»" in " ".join(shown.split())


def test_nothing_to_explain() -> None:
    assert "no city changes hands" in _shown()


def test_no_control_character_reaches_the_terminal() -> None:
    assert "\x1b" not in _shown(EVENT)
