"""Rule files of the user's own: read, checked, and refused with file and place."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.captures.frames import Frame, read_frames
from extractor.captures.rule_files import read_rules, user_frames
from extractor.errors import DataFileError
from extractor.rule_check import check

if TYPE_CHECKING:
    from pathlib import Path

FRAME = """
[[frame]]
id = "mine"
event = "siege"
verbs = ["assiéger"]
place = ["object"]
taker = ["subject"]
examples = [{ text = "Les rebelles assiègent Sarvane.", place = "Sarvane", taker = "rebelles" }]
counter_examples = ["Les rebelles ont pris Sarvane."]
"""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([*Frame.model_fields, "verb"])


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(FRAME, encoding="utf-8")
    return path


def test_a_rule_file_holds_frames(rules: Path) -> None:
    (frame,) = read_rules(rules)
    assert (frame.id, frame.event, frame.verbs, frame.place) == ("mine", "siege", ("assiéger",), ("object",))
    assert user_frames([rules]) == (frame,)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "there is no [[frame]] in it", id="empty"),
        pytest.param(b"frame = 3", "frame: must be tables, [[frame]]", id="no table"),
        pytest.param(b"[frame]\nid = 'x'", "frame: must be tables, [[frame]]", id="one bracket short"),
        pytest.param(b"[[frames]]", "\u00abframes\u00bb: unknown", id="unknown table"),
        pytest.param(b"[[frame]", "(at line 1, column 8)", id="no TOML"),
        pytest.param(b"\xe9 = 1", "not UTF-8", id="not UTF-8"),
        pytest.param(b"[[frame]]", "frame 1 \u00ab?\u00bb: id: Field required", id="no id"),
        pytest.param(
            FRAME.encode() + FRAME.encode(), "frame 2 \u00abmine\u00bb: this id stands twice", id="twice"
        ),
        pytest.param(
            FRAME.replace("mine", "prise").encode(),
            "frame \u00abprise\u00bb: this id stands in the rules that ship with the package too",
            id="a shipped id",
        ),
    ],
)
def test_a_bad_file_says_where(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    with pytest.raises(DataFileError) as caught:
        user_frames([path])
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"mine\.toml: No such file"):
        read_rules(tmp_path / "mine.toml")


def test_an_id_of_another_file(rules: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(FRAME, encoding="utf-8")
    with pytest.raises(DataFileError, match=r"other.toml: frame «mine»: this id stands in .*mine.toml too"):
        user_frames([rules, other])


@given(st.dictionaries(KEYS, VALUES) | VALUES)
def test_whatever_a_table_holds_it_is_read_or_refused(entry: Any) -> None:
    said = ""
    try:
        frames = read_frames({"frame": [entry]}, "mine.toml")
    except DataFileError as error:
        frames, said = (), str(error)
    assert len(frames) == 1 or said.startswith("mine.toml: ")


def test_each_sentence_is_run_on_its_own_type_of_event(rules: Path) -> None:
    event = SimpleNamespace(
        type="siege", place="Sarvane", taker="rebelles", loser=None, status="possible", retaken=False,
        mentions=(SimpleNamespace(rule="mine"),),
    )  # fmt: skip
    capture = SimpleNamespace(type="capture")
    (example, counter_example) = check(rules, lambda _, **__: SimpleNamespace(events=(event, capture)))  # type: ignore[arg-type]
    said = "Sarvane: taker rebelles, loser ?, {}, by rule mine"
    assert example.where == "frame «mine», example 1"
    assert (example.expected, example.read) == (said.format("asserted"), said.format("possible"))
    assert not example.passed
    assert (counter_example.where, counter_example.expected) == ("frame «mine», counter-example 1", "nothing")
    assert not counter_example.passed
