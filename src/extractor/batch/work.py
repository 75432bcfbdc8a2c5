"""What a worker does with a shard: texts in, one line of JSON or a failure each out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeAlias

from extractor.errors import ExtractorError
from extractor.reading import Failure, Input
from extractor.serialization import to_json
from extractor.zone import zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.language import Language

    from extractor.records import Article

RECODED = "The file is not UTF-8; it was read as Windows-1252."

Reader: TypeAlias = Callable[[Sequence[Input]], Iterator[str | Failure]]
"""From texts to one result each, in order: an article as one line of JSON, or why there is none."""


class ExtractMany(Protocol):
    """What :func:`extractor.extract_many` does: one article a record, lazily, in order."""

    def __call__(self, records: Iterable[Mapping[str, object]], /) -> Iterator[Article]:
        """Extract."""


def reader(rules: Sequence[str] = ()) -> Reader:
    """The reader of a worker process, its pipeline loaded.

    Args:
        rules: Rule files of the user.

    Raises:
        DataFileError: A rule file cannot be used.
        ModelError: The French model is missing or of another version.
    """
    from extractor import api  # noqa: PLC0415 (spaCy: the driver of a batch needs none)

    return partial(_lines, api.load(rules=rules), partial(api.extract_many, rules=rules))


def _lines(nlp: Language, extract_many: ExtractMany, items: Sequence[Input]) -> Iterator[str | Failure]:
    with zone(nlp):
        for item, result in zip(items, articles(extract_many, items), strict=True):
            yield result if isinstance(result, Failure) else to_json(noted(result, item))


def articles(extract_many: ExtractMany, items: Sequence[Input]) -> Iterator[Article | Failure]:
    """One result for each text; where the pipeline stops or skips, the rest goes one by one."""
    done = 0
    with suppress(Exception):  # whatever it is, it is met again and reported below
        for item, article in zip(items, extract_many(_record(item) for item in items), strict=False):
            if article.id != item.id:
                break
            done += 1
            yield article
    for item in items[done:]:
        yield _alone(item, extract_many)


def _alone(item: Input, extract_many: ExtractMany) -> Article | Failure:
    try:
        return next(iter(extract_many([_record(item)])))
    except ExtractorError as error:
        reason = str(error)
    except StopIteration:
        reason = "the pipeline gave no article"
    except Exception as error:  # noqa: BLE001 (one text must not stop the others)
        reason = f"{type(error).__name__}: {error}"
    return Failure(path=item.path, line=item.line, reason=reason)


def _record(item: Input) -> dict[str, object]:
    return {"id": item.id, "text": item.text, "published": item.published}


def noted(article: Article, item: Input) -> Article:
    """The article, with the encoding of its file, and a warning where that could only be supposed."""
    warnings = (*article.warnings, RECODED) if item.encoding == "cp1252" else article.warnings
    return replace(article, warnings=warnings, encoding=item.encoding)
