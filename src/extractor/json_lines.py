"""One line of JSON Lines input, checked: ``text``, and where given ``id`` and ``published``. Pure.

The format asks for UTF-8; lines in Windows-1252 occur in archives all the same, and are read as such.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import cast

from extractor.calendar import parse_published
from extractor.decoding import decode
from extractor.errors import InputError


@dataclass(frozen=True, slots=True)
class Record:
    """What one line holds; other keys are passed over.

    Attributes:
        text: The text.
        id: Its identifier; a whole number becomes its digits. None where the line gives none.
        published: Publication date (EDTF). None where the line gives none.
        encoding: Python's name of the encoding of the line.
    """

    text: str
    id: str | None
    published: str | None
    encoding: str = "utf-8"


def parse(line: bytes) -> Record:
    """Read one line.

    Raises:
        InputError: It is no text, no JSON object, lacks ``text``, or a value is of another type.
        PublishedError: ``published`` is no EDTF day, month or year.
    """
    decoded = decode(line)
    given = _object(decoded.text)
    text, identifier, published = given.get("text"), given.get("id"), given.get("published")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if text is None:
        raise InputError("`text` is missing")
    if not isinstance(text, str):
        raise InputError("`text` is no string")
    if not isinstance(identifier, str | None):
        raise InputError("`id` is neither a string nor a whole number")
    if not isinstance(published, str | None):
        raise InputError("`published` is no string")
    if published is not None:
        parse_published(published)
    return Record(_characters(text), identifier and _characters(identifier), published, decoded.encoding)


def _object(line: str) -> dict[str, object]:
    try:
        value = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        raise InputError(f"no valid JSON: {error.msg} at character {error.pos + 1}") from error
    except ValueError as error:
        raise InputError("no valid JSON: a number of thousands of digits") from error
    except RecursionError as error:
        raise InputError("no JSON that can be read: nested too deeply") from error
    if not isinstance(value, dict):
        raise InputError("no JSON object")
    return cast("dict[str, object]", value)


def _characters(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"half a surrogate pair at character {error.start + 1}: no text") from error
    return text
