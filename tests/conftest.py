"""What the tests share: the pipeline, loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis  # noqa: F401 (it looks for what loading the pipeline hides from it: gc.freeze in extractor.api)
import pytest

import extractor

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline."""
    return extractor.load()
