"""Loads the pipeline in the process that Linux workers are forked from, so that they share its memory.

That process («fork server») imports this module before it forks; it runs one thread and reads nothing itself.
What could not be loaded here is loaded by each worker, where errors have somebody to tell.
"""

from __future__ import annotations

import gc
import json
import os
from contextlib import suppress

from extractor import api, serialization
from extractor.workers.start import RULES

# A text that meets most rules: tables are read and pages of caches filled before there are workers.
_TEXT = (
    "SORVÉ, 13 août 2021 (AFP) - Les rebelles ont pris jeudi la ville de Sorvé, a affirmé leur porte-parole, "
    "Jean Orlec. « Au moins 183 soldats se sont rendus », a-t-il dit. L'armée, qui tenait la ville depuis "
    "deux ans, a démenti. Deux semaines plus tôt, Tel-Orlec était tombée."
)


def warm(rules: list[str]) -> None:
    """Load the pipeline, read a text, and keep the garbage collector off all that is there."""
    with suppress(Exception):
        serialization.to_json(api.extract(_TEXT, rules=rules))
    gc.collect()
    gc.freeze()


if (_given := os.environ.pop(RULES, None)) is not None:
    warm(json.loads(_given))
