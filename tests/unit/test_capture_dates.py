"""What has happened is dated before its article."""

from __future__ import annotations

import pytest

from extractor.assemble.capture_dates import not_after
from extractor.calendar import parse_edtf


@pytest.mark.parametrize(
    ("published", "date", "expected"),
    [
        pytest.param("2025-12-11", "2026-01", "2025-01", id="a month ahead"),
        pytest.param("2025-12-11", "2026-03-02", "2025-03-02", id="a day ahead"),
        pytest.param("2025-12-11", "2025-12-11", "2025-12-11", id="today"),
        pytest.param("2025-12", "2025-12-30", "2025-12-30", id="published some day of the month"),
        pytest.param("2025-12-11", "2024", "2024", id="long past"),
    ],
)
def test_not_after(published: str, date: str, expected: str) -> None:
    moved = not_after(parse_edtf(published), parse_edtf(date))
    assert moved == parse_edtf(expected)


def test_unknown_days() -> None:
    assert not_after(None, parse_edtf("2026-01")) == parse_edtf("2026-01")
    assert not_after(parse_edtf("2025-12-11"), None) is None
