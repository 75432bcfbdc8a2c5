"""Words that spaCy meets for the first time: kept while they are few, then forgotten with their texts."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

# Those of the first hundreds of articles are most of all: spaCy cuts words that it keeps in a seventieth of
# the time (0.4 in place of 30 µs a word, a tenth of the whole). Each takes 2 kB.
_KEPT = 20_000


def zone(nlp: Language) -> AbstractContextManager[Any]:
    """Within it, texts are read; no Doc of them may be used after it.

    Without it, a process that reads for days would keep each misspelt word of an archive.
    """
    return nullcontext() if len(nlp.vocab) < _KEPT else nlp.memory_zone()
