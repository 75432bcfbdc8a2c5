"""What type checkers of users see."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

SCRIPT = Path(__file__).parent / "typed_user.py"


def test_the_package_says_that_it_is_typed() -> None:
    assert files("extractor").joinpath("py.typed").is_file()


def test_a_users_script_is_strictly_typed() -> None:
    """As a user runs it: the package as it is installed, no configuration of ours."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", SCRIPT.name]
    result = subprocess.run(  # noqa: S603 (the line above)
        command, cwd=SCRIPT.parent, capture_output=True, encoding="utf-8", check=False
    )
    assert result.stdout == "Success: no issues found in 1 source file\n"
