"""The documents say what is so: links lead somewhere, the README's commands and results are real."""

from __future__ import annotations

import doctest
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import extractor

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "models/README.md"])
README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN = [it for it in DOCUMENTS if re.search("^<!-- (run|python) -->$", it.read_text("utf-8"), re.MULTILINE)]
LINK = re.compile(r"\]\(([^)\s]+)\)")


def blocks(mark: str, text: str = README) -> list[str]:
    """The fenced blocks that follow a mark of a document."""
    return re.findall(rf"^<!-- {re.escape(mark)} -->\n```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def block(mark: str) -> str:
    """The one fenced block that follows a mark of the README."""
    (found,) = blocks(mark)
    return found


def anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def run(command: str, folder: Path) -> str:
    """What one of our commands prints."""
    program, *words = command.split()
    assert program == "extractor"
    return subprocess.run(  # noqa: S603 (a document's own command)
        [sys.executable, "-m", "extractor", *words],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        target, _, anchor = link.partition("#")
        if "://" in target:
            continue
        path = document.parent / target if target else document
        assert path.exists(), link
        assert not anchor or anchor in anchors(path), link


def test_ci_runs_the_blocks_of_the_readme() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert re.findall(r"^follow (\w+)$", script, re.MULTILINE) == ["use", "test"]
    assert re.findall(r"^<!-- ci: (\w+) -->$", README, re.MULTILINE) == ["use", "test"]


def test_the_blocks_install_from_the_locks_and_nothing_else() -> None:
    for mark, lock in (("use", "requirements.txt"), ("test", "requirements-dev.txt")):
        commands = block(f"ci: {mark}").splitlines()
        assert commands[:3] == [
            "python3 -m venv .venv",
            ". .venv/bin/activate",
            f"pip install --require-hashes -r {lock}",
        ]
        assert commands[3].startswith("pip install --no-deps ")
    assert block("ci: test").splitlines()[4:] == ["pytest"]


@pytest.mark.model
def test_the_result_that_the_readme_shows_is_real() -> None:
    shown = run(block("ci: use").splitlines()[-1], ROOT)
    assert shown == block("shown"), "CONTRIBUTING.md, «Add an example», says how to renew it"


@pytest.mark.model
@pytest.mark.parametrize("document", RUN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_documents_run_and_show_is_real(
    document: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    text = document.read_text(encoding="utf-8")
    for command in "".join(blocks("run", text)).splitlines():
        assert run(command, tmp_path) == ""
    shown = "\n".join(blocks("python", text))
    found = doctest.DocTestParser().get_doctest(shown, {}, document.name, None, 0)
    report: list[str] = []
    assert doctest.DocTestRunner().run(found, out=report.append).failed == 0, "".join(report)


def test_the_reference_is_that_of_the_docstrings() -> None:
    made = runpy.run_path(str(ROOT / "docs/make_reference.py"))["reference"]()
    assert made == (ROOT / "docs/reference.md").read_text(encoding="utf-8"), "python docs/make_reference.py"


@pytest.mark.model
def test_the_table_of_components_is_that_of_the_factories() -> None:
    rows = re.findall(
        r"^\| `(extractor_\w+)` \|(.*?)\|", (ROOT / "docs/spacy.md").read_text("utf-8"), re.MULTILINE
    )
    shown = {name: re.findall(r"`([^`]+)`", needs) for name, needs in rows}
    nlp = extractor.load()
    ours = [name for name in nlp.pipe_names if name.startswith("extractor_")]
    assert list(shown) == ours
    assert shown == {name: list(nlp.get_pipe_meta(name).requires) for name in ours}


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.txt")), ids=lambda path: path.stem)
def test_examples_are_dispatches(example: Path) -> None:
    text = example.read_text(encoding="utf-8")
    assert 150 <= len(text.split()) <= 350
    assert f"examples/{example.name}" in README
