"""When a text was published, and who says so."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "argument", "expected"),
    [
        pytest.param("L'armée avance.", None, (None, None), id="nobody knows"),
        pytest.param("L'armée avance.", "2024-03", ("2024-03", "argument"), id="the caller knows"),
        pytest.param("date 2024-03 L'armée avance.", None, ("2024-03", "header"), id="a header"),
        pytest.param(
            "date 2024-03 L'armée avance.", "2024-04-01", ("2024-04-01", "argument"), id="the caller wins"
        ),
        pytest.param(
            "SARVANE, 12 mars 2024 (AFP) - L'armée avance.", None, ("2024-03-12", "dateline"), id="a dateline"
        ),
        pytest.param(
            "SARVANE, 12 mars (AFP) - L'armée avance.", None, (None, None), id="a dateline without year"
        ),
    ],
)
def test_publication(text: str, argument: str | None, expected: tuple[str | None, str | None]) -> None:
    article = extractor.extract(text, published=argument)
    assert (article.published, article.published_from) == expected


def test_an_impossible_header_is_a_warning() -> None:
    article = extractor.extract("date 2024-13 L'armée avance.")
    assert (article.published, article.published_from) == (None, None)
    assert article.warnings == ("the header «date 2024-13» holds no possible date",)


@pytest.mark.parametrize("published", ["hier", "2024-13", "13/08/2021", ""])
def test_a_wrong_date_is_an_error(published: str) -> None:
    with pytest.raises(extractor.PublishedError):
        extractor.extract("L'armée avance.", published=published)


def test_a_header_is_no_part_of_the_first_sentence() -> None:
    article = extractor.extract("date 2024-03 Sarvane est tombée aux mains des rebelles.")
    assert [(event.place, event.evidence) for event in article.events] == [
        ("Sarvane", "Sarvane est tombée aux mains des rebelles.")
    ]
