"""Articles as Apache Arrow: the schema, and one function that any engine for Arrow batches can run.

Needs ``pip install 'fr-extractor[parquet]'``. The function keeps nothing but its pipeline, loaded once a
process, so Spark, Ray or a loop over a Parquet file may call it alike: ``docs/cluster.md`` shows Spark.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from extractor.batch.work import articles
from extractor.reading import Failure, Input
from extractor.records import Article
from extractor.serialization import to_dict
from extractor.zone import zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def _fields(record: type) -> list[pa.Field]:
    hints = get_type_hints(record)
    return [
        pa.field(it.name, _type(hints[it.name]), nullable=type(None) in get_args(hints[it.name]))
        for it in fields(record)
    ]


def _type(hint: Any) -> pa.DataType:
    """The Arrow type of a field of the records."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (it for it in get_args(hint) if it is not type(None))
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(pa.field("element", _type(get_args(hint)[0]), nullable=False))
    return pa.struct(_fields(hint)) if is_dataclass(hint) and isinstance(hint, type) else _PLAIN[hint]


ARTICLE: pa.Schema = pa.schema([it for it in _fields(Article) if it.name != "rejected"])
"""An article, fields in the order of :class:`extractor.Article`, but ``rejected``: nobody asked for it."""

EXTRACTED: pa.Schema = ARTICLE.append(pa.field("error", pa.string()))
"""What :func:`extract_batches` gives: an article, and why there is none; then all lists are empty."""

_ROWS = 128
_EMPTY = to_dict(
    Article(
        id=None, published=None, published_from=None, people=(), places=(), organisations=(), quantities=(),
        dates=(), events=(), warnings=(),
    )
)  # fmt: skip


def extract_batches(
    batches: Iterable[pa.RecordBatch], *, rules: tuple[str, ...] = ()
) -> Iterator[pa.RecordBatch]:
    """Read the texts of Arrow batches: one row of :data:`EXTRACTED` for each row, in order.

    A row that cannot be read gives a row with its ``id`` and an ``error``, and stops no other.

    Args:
        batches: With a column ``text``, and if there are any ``id`` and ``published`` (EDTF); others are
            passed over. Identifiers of another type are written out.
        rules: Rule files of the user; each machine needs them.

    Raises:
        DataFileError: A rule file cannot be used.
        ModelError: The French model is missing or of another version.
    """
    from extractor import api  # noqa: PLC0415 (spaCy: whoever wants the schema needs none)

    nlp = api.load(rules=rules)
    extract_many = partial(api.extract_many, rules=rules)
    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS):
            rows = batch.slice(start, _ROWS).to_pylist()
            given = [_given(row) for row in rows]
            with zone(nlp):
                results = articles(extract_many, [it for it in given if isinstance(it, Input)])
                found = [
                    _row(row, it if isinstance(it, Failure) else next(results))
                    for row, it in zip(rows, given, strict=True)
                ]
            yield pa.RecordBatch.from_pylist(found, schema=EXTRACTED)


def _name(row: dict[str, Any]) -> str | None:
    return None if row.get("id") is None else str(row["id"])


def _given(row: dict[str, Any]) -> Input | Failure:
    text, name, published = row.get("text"), _name(row), row.get("published")
    if not isinstance(text, str) or not isinstance(published, str | None):
        wrong = "text" if not isinstance(text, str) else "published"
        return Failure(path=name or "", line=None, reason=f"`{wrong}` is no string")
    return Input(id=name, text=text, published=published, path=name or "", line=None, encoding="utf-8")


def _row(row: dict[str, Any], result: Article | Failure) -> dict[str, object]:
    if isinstance(result, Failure):
        return {**_EMPTY, "id": _name(row), "error": result.reason}
    return to_dict(result)
