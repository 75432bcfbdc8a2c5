"""The command line as a user meets it: what is printed where, and the exit code."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from batch_fakes import Here
from extractor import batch, cli
from extractor.errors import ModelError
from extractor.records import Article, Mention, Person, Rejected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

TEXT = "Ilda Maren a parlé à Sorvé."
ARTICLE = Article(
    id=None,
    published=None,
    published_from=None,
    people=(
        Person(
            name="Ilda Maren", aliases=(), role=None, mentions=(Mention(start=0, end=10, text="Ilda Maren"),)
        ),
    ),
    places=(),
    organisations=(),
    quantities=(),
    dates=(),
    events=(),
    warnings=(),
)

REJECTED = Rejected(
    type="capture",
    start=21,
    end=26,
    text="Sorvé",
    rule="prendre",
    reason="not_a_place",
    words=Mention(start=11, end=18, text="a parlé"),
)


def extract(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 (the contract's)
    published: str | None = None,
    rejected: bool = False,
    rules: Sequence[Path] = (),
) -> Article:
    people = ARTICLE.people if text.startswith("Ilda Maren") else ()
    return replace(
        ARTICLE,
        id=id,
        people=people,
        published=published,
        published_from=published and "argument",
        rejected=(REJECTED,) if rejected else None,
        warnings=tuple(f"by {path}" for path in rules),
    )


def extract_many(records: Iterable[Mapping[str, Any]], *, rules: Sequence[Path] = ()) -> Iterator[Article]:
    return (
        extract(record["text"], id=record["id"], published=record["published"], rules=rules)
        for record in records
    )


def reader(rules: Sequence[str] = ()) -> Any:
    def read(items: Sequence[Any]) -> Iterator[str]:
        found = extract_many(
            ({"id": it.id, "text": it.text, "published": it.published} for it in items), rules=rules
        )
        return (batch.noted(article, item).to_json() for article, item in zip(found, items, strict=True))

    return read


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and a pipeline that costs nothing."""
    fake = SimpleNamespace(extract=extract, extract_many=extract_many, load=lambda **_: None)
    monkeypatch.setattr(cli, "_api", lambda: fake)
    monkeypatch.setattr(batch, "reader", reader)
    monkeypatch.setattr("extractor.batch.driver.Workers", Here)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Run:
    """One call of the command line."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> None:
        with pytest.raises(SystemExit) as exit_:
            cli.main(arguments)
        self.code = exit_.value.code or 0
        self.out, self.err = capsys.readouterr()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    return lambda *arguments: Run(capsys, *arguments)


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_extract_shows_a_table(run: Any) -> None:
    Path("depeche.txt").write_text(TEXT, encoding="utf-8")
    shown = run("extract", "depeche.txt", "--published", "2024-03-12")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out == (
        "depeche.txt · published 2024-03-12 (argument)\n\n"
        "EVENTS\n  no city changes hands\n\n"
        "PEOPLE\n  Ilda Maren\n"
    )  # fmt: skip


def test_extract_writes_json(run: Any) -> None:
    Path("depeche.txt").write_text(TEXT, encoding="utf-8")
    shown = run("extract", "depeche.txt", "--format", "json")
    assert (shown.code, shown.err) == (0, "")
    assert json.loads(shown.out) == replace(ARTICLE, id="depeche.txt", encoding="utf-8").to_dict()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_extract_reads_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    give(monkeypatch, TEXT.encode(encoding))
    shown = run("extract", "-", "--format", "json")
    assert (shown.code, shown.err) == (0, "")
    name = "utf-16-le" if encoding == "utf-16" else "utf-8"
    assert json.loads(shown.out) == replace(ARTICLE, encoding=name).to_dict()


def test_extract_lists_what_was_turned_down(run: Any) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    shown = run("extract", "a.txt", "--rejected")
    assert shown.code == 0
    assert shown.out.splitlines()[-2:] == ["REJECTED", "  Sorvé  not a place  a parlé  prendre"]
    assert "REJECTED" not in run("extract", "a.txt").out
    assert "rejected" not in json.loads(run("extract", "a.txt", "--format", "json").out)


RULES = """
[[frame]]
id = "mine"
verbs = ["submerger"]
place = ["object"]
examples = [{ text = "Sarvane est submergée.", place = "Sarvane" }]
counter_examples = ["La crue submerge Sarvane."]
"""


def test_rule_files_go_to_the_pipeline(run: Any) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    shown = run("extract", "a.txt", "--rules", "x.toml", "--rules", "y.toml")
    assert shown.out.splitlines()[-2:] == ["  by x.toml", "  by y.toml"]
    Path("x.toml").touch()
    assert run("batch", "a.txt", "-o", "out.jsonl", "--rules", "x.toml").code == 0
    assert json.loads(Path("out.jsonl").read_text(encoding="utf-8"))["warnings"] == ["by x.toml"]


def test_rules_says_which_examples_fail(run: Any) -> None:
    Path("mine.toml").write_text(RULES, encoding="utf-8")
    shown = run("rules", "mine.toml")
    assert (shown.code, shown.err) == (1, "")
    assert shown.out.splitlines() == [
        "mine.toml: frame «mine», example 1: «Sarvane est submergée.»",
        "  expected Sarvane: taker ?, loser ?, asserted, by rule mine",
        "  read     nothing",
        "mine.toml: 1 of 2 examples read as they should",
    ]


def test_rules_refuses_a_file_that_is_none(run: Any) -> None:
    Path("mine.toml").write_text("[[frame]]\nid = 3", encoding="utf-8")
    shown = run("rules", "mine.toml")
    assert (shown.code, shown.out) == (2, "")
    assert shown.err.startswith("Error: mine.toml: frame 1 «3»: id: Input should be a valid string")


def test_extract_says_how_it_read_a_file_that_is_not_utf_8(run: Any) -> None:
    Path("depeche.txt").write_bytes(TEXT.encode("cp1252"))
    assert f"WARNINGS\n  {batch.RECODED}\n" in run("extract", "depeche.txt").out


def test_extract_prints_no_control_character_of_the_text(run: Any) -> None:
    Path("\x1b[2J.txt").write_text(TEXT, encoding="utf-8")
    assert "\x1b" not in run("extract", "\x1b[2J.txt").out
    assert "\x1b" not in run("extract", "\x1b[2J.txt", "--format", "json").out
    assert "\x1b" not in run("extract", "\x1b[3J.txt").err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        pytest.param(["absent.txt"], 1, "Error: absent.txt: No such file or directory\n", id="missing"),
        pytest.param(["."], 1, "Error: .: a folder, where a file is expected\n", id="folder"),
        pytest.param(
            ["x.txt", "--published", "hier"], 2, "publication date 'hier' is no EDTF", id="published"
        ),
        pytest.param(["x.txt", "--format", "xml"], 2, "'xml' is not one of", id="format"),
        pytest.param(["x.jsonl"], 2, "JSON Lines hold many texts", id="json lines"),
        pytest.param([], 2, "Missing argument 'FILE'", id="nothing"),
    ],
)
def test_extract_refuses(run: Any, arguments: list[str], code: int, message: str) -> None:
    shown = run("extract", *arguments)
    assert (shown.code, shown.out) == (code, "")
    assert message in shown.err
    assert "Traceback" not in shown.err


def test_extract_refuses_standard_input_that_is_no_text(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, bytes(range(256)))
    shown = run("extract", "-")
    assert (shown.code, shown.err) == (1, "Error: standard input: no text in UTF-8, UTF-16 or Windows-1252\n")


def test_a_missing_model_is_one_line_that_says_what_to_run(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_rules: Sequence[str]) -> None:
        raise ModelError("the French model is not installed: run «pip install …»")

    monkeypatch.setattr(batch, "reader", missing)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    shown = run("batch", "a.txt", "-o", "out.jsonl")
    assert (shown.code, shown.out) == (2, "")
    assert shown.err == "Error: the French model is not installed: run «pip install …»\n"


def test_batch_writes_one_line_a_text(run: Any) -> None:
    Path("depeches").mkdir()
    Path("depeches/a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.jsonl").write_text('{"id": "b", "text": "", "published": "2024"}\n', encoding="utf-8")
    shown = run("batch", "depeches", "*.jsonl", "-o", "out.jsonl")
    assert (shown.code, shown.out, shown.err) == (0, "", "")
    assert [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()] == [
        replace(ARTICLE, id="a.txt", encoding="utf-8").to_dict(),
        replace(
            ARTICLE, id="b", people=(), published="2024", published_from="argument", encoding="utf-8"
        ).to_dict(),
    ]
    assert not Path("out.jsonl.errors.jsonl").exists()


def test_batch_names_what_failed_and_does_the_rest(run: Any) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("latin.txt").write_bytes(TEXT.encode("latin-1"))
    Path("b.jsonl").write_text('{"id": "b"}\nx\n{"id": "c", "text": "x"}\n', encoding="utf-8")
    Path("vide").mkdir()
    shown = run("batch", "absent.txt", "a.txt", "latin.txt", "b.jsonl", "vide", "-o", "out.jsonl")
    assert (shown.code, shown.out) == (1, "")
    assert shown.err == (
        "absent.txt: No such file or directory\n"
        "b.jsonl:1: `text` is missing\n"
        "b.jsonl:2: no valid JSON: Expecting value at character 1\n"
        "vide: no text file (.txt, .txt.gz) in this folder\n"
        "1 not in UTF-8, read as Windows-1252: see their warnings\n"
        "3 done, 4 failed: see out.jsonl.errors.jsonl\n"
    )
    articles = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(article["id"], article["warnings"]) for article in articles] == [
        ("a.txt", []),
        ("latin.txt", [batch.RECODED]),
        ("c", []),
    ]
    errors = [
        json.loads(line) for line in Path("out.jsonl.errors.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [(error["path"], error["line"]) for error in errors] == [
        ("absent.txt", None),
        ("b.jsonl", 1),
        ("b.jsonl", 2),
        ("vide", None),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["-o", "out.jsonl"], "Missing argument", id="no input"),
        pytest.param(["a.txt"], "Missing option", id="no output"),
        pytest.param(["a.txt", "-o", "out.xlsx"], "supported: .jsonl", id="ending"),
        pytest.param(["a.txt", "-o", "nulle/part.jsonl"], "there is no folder nulle", id="no folder"),
        pytest.param(["a.txt", "-o", "dossier.jsonl"], "is a folder", id="folder"),
        pytest.param(
            ["a.txt", "b.jsonl", "-o", "b.jsonl"], "b.jsonl would be read and overwritten", id="itself"
        ),
        pytest.param(
            ["*.jsonl", "-o", "./b.jsonl"], "b.jsonl would be read and overwritten", id="itself by glob"
        ),
        pytest.param(
            ["b.jsonl.errors.jsonl", "-o", "b.jsonl"],
            "b.jsonl.errors.jsonl would be read",
            id="its error file",
        ),
    ],
)
def test_batch_refuses(run: Any, arguments: list[str], message: str) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("b.jsonl").write_text('{"text": "x"}\n', encoding="utf-8")
    Path("dossier.jsonl").mkdir()
    shown = run("batch", *arguments)
    assert (shown.code, shown.out) == (2, "")
    assert message in " ".join(shown.err.split())
    assert Path("b.jsonl").read_text(encoding="utf-8") == '{"text": "x"}\n'


def test_batch_says_when_the_output_cannot_be_written(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(batch, "run", full)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    shown = run("batch", "a.txt", "-o", "out.jsonl")
    assert (shown.code, shown.out) == (2, "")
    assert "out.jsonl: No space left on device" in shown.err


def test_batch_counts_before_a_person_and_clears_it_away(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True)
    shown = run("batch", "a.txt", "absent [b].txt", "-o", "out.jsonl")
    assert shown.code == 1
    assert "absent [b].txt: No such file or directory" in shown.err


def test_schema(run: Any) -> None:
    shown = run("schema")
    assert (shown.code, shown.err) == (0, "")
    assert json.loads(shown.out)["title"] == "Article"


def test_help_loads_neither_spacy_nor_pydantic() -> None:
    code = (
        "import sys, extractor.cli\n"
        "try: extractor.cli.main(['--help'])\n"
        "except SystemExit: sys.exit(repr({'spacy', 'pydantic', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603 (our own)
    assert done.stderr.strip() == "set()"
    assert "Show what is in one article." in done.stdout


def test_python_m_extractor() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "--help"], capture_output=True, text=True, check=True
    )
    assert "extract" in done.stdout
