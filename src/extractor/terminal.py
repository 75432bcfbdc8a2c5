"""Text that is safe to print on a terminal."""

from __future__ import annotations

import re

# C0 but tab and line feed, DEL, C1, lone surrogates, and the marks that turn the direction of what follows:
# a text could move the cursor, colour or hide what stands around it.
_ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""The text with every character that a terminal acts on written out, as in ``\x1b``."""
    return _ACTIVE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """The text made :func:`printable`, its tabs and line breaks as single spaces."""
    return printable(re.sub("[\t\n\r]+ *", " ", text))
