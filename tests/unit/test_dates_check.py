import pytest

from extractor.calendar import parse_published
from extractor.dates import Side, find_dates, resolve
from extractor.dates.check import contradictions


def warned(text: str, published: str | None, side: Side | None) -> tuple[str, ...]:
    dates = find_dates(text)
    known, sides = published and parse_published(published), [side] * len(dates)
    texts = [text[date.start : date.end] for date in dates]
    return contradictions(texts, dates, resolve(dates, known, sides=sides), sides, known)


@pytest.mark.parametrize(
    ("text", "published", "side", "warnings"),
    [
        ("Le vendredi 13 août 2021, Orlec est tombée.", "2021-08-13", "past", ()),
        ("Orlec était tombée le 20 mai 2015.", "2021-10", "past", ()),
        ("Orlec votera le 20 mai 2025.", "2021-10", "future", ()),
        (
            "Orlec est tombée le 20 mai 2015.",
            "2014-10",
            "past",
            ("«le 20 mai 2015» is told as past, but lies after the publication date 2014-10",),
        ),
        (
            "Ce mercredi 20 mai 2015, Orlec est tombée.",
            "2021-10",
            "past",
            (
                (
                    "«Ce mercredi 20 mai 2015» is told as the day of the text, "
                    "which the publication date 2021-10 contradicts"
                ),
            ),
        ),
        (
            "Le lundi 13 août 2021, Orlec est tombée.",
            None,
            "past",
            ("«Le lundi 13 août 2021» names the wrong weekday: 2021-08-13 is a vendredi",),
        ),
    ],
)
def test_dates_that_cannot_be_right(
    text: str, published: str | None, side: Side | None, warnings: tuple[str, ...]
) -> None:
    assert warned(text, published, side) == warnings
