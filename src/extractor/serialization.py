"""Records to JSON and back, and the JSON Schema of both: the shape that files and other programs see.

A whole number is written ``3500``, never ``3500.0``; JSON knows one kind of number. Letters are written as
they are; of the characters that JSON allows raw, only those that a terminal or a line splitter would act on
are escaped.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, cast

from extractor.records import Article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance
    from pydantic import TypeAdapter

JSON_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"

# DEL and the C1 controls reach a terminal, U+2028 and U+2029 end a line for some readers of JSON Lines.
_ACTIVE = re.compile("[\x7f-\x9f\u2028\u2029]")


def to_dict(article: Article) -> dict[str, object]:
    """An article as plain dictionaries, lists and values, keys in the order of the records' fields.

    ``text``, ``encoding`` and ``rejected`` are there only where the article has them.
    """
    plain = cast("dict[str, object]", _plain(article))
    for name in ("text", "encoding", "rejected"):
        if plain[name] is None:
            del plain[name]
    return plain


def to_json(article: Article, *, indent: int | None = None) -> str:
    """An article as one JSON object.

    Args:
        article: What to write.
        indent: Spaces a level; None writes one line, without a line break at its end.
    """
    text = json.dumps(to_dict(article), ensure_ascii=False, allow_nan=False, indent=indent)
    return _ACTIVE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def from_dict(data: Mapping[str, object]) -> Article:
    """The article that :func:`to_dict` wrote.

    Raises:
        pydantic.ValidationError: The data has not the shape of an article (a ``ValueError`` as well).
    """
    return _adapter().validate_python(dict(data))


def from_json(text: str | bytes) -> Article:
    """The article that :func:`to_json` wrote, such as one line of a batch output.

    Raises:
        pydantic.ValidationError: The text is no JSON or has not the shape of an article (a ``ValueError``
            as well).
    """
    return _adapter().validate_json(text)


def json_schema() -> dict[str, object]:
    """JSON Schema (draft 2020-12) of what :func:`to_dict` and :func:`to_json` write."""
    return {"$schema": JSON_SCHEMA_DIALECT, **_adapter().json_schema(mode="serialization")}


@cache
def _adapter() -> TypeAdapter[Article]:
    from pydantic import TypeAdapter  # noqa: PLC0415 (writing needs no pydantic, and the command line starts faster)

    return TypeAdapter(Article)


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    names = cast(
        "DataclassInstance", value
    ).__dataclass_fields__  # dataclasses.fields builds them anew each time
    return {name: _plain(getattr(value, name)) for name in names}
