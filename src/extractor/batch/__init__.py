"""Many texts to one output file, in order, in constant memory, without losing one in silence.

``run`` reads, hands shards of texts to worker processes, and writes what comes back to the folder of the
unfinished run beside the output; the output itself is complete or not there. What could not be read or
extracted stands in an error file beside it, one JSON object a line with ``path``, ``line`` and ``reason``;
without failures there is no such file.
"""

from __future__ import annotations

from extractor.batch.configuration import configuration
from extractor.batch.driver import Tally, run
from extractor.batch.outputs import OUTPUT_ENDINGS, errors_path, files_of, needs
from extractor.batch.work import RECODED, Reader, noted, reader

__all__ = [
    "OUTPUT_ENDINGS",
    "RECODED",
    "Reader",
    "Tally",
    "configuration",
    "errors_path",
    "files_of",
    "needs",
    "noted",
    "reader",
    "run",
]
