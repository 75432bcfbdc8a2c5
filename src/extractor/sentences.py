"""The words and sentences of a text, read once: spaCy makes a new object at each look.

A slice of a Doc takes 3 µs and ``token.sent`` 5 µs; rules ask for them a hundred times a trigger.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from extractor.naming.forms import low

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span, Token

_HELD = 6_000  # words: those of a batch, which components read one after the other
_View = TypeVar("_View")


class Stretch(NamedTuple):
    """The tokens of a sentence: the first, and the one after the last."""

    start: int
    end: int


def held(read: Callable[[Doc], _View]) -> Callable[[Doc], _View]:
    """Remember what a function reads of the texts of a batch, of the last two without looking for it.

    Args:
        read: Reads what stays as it is while the text is kept.
    """
    views: dict[Doc, _View] = {}
    words = 0

    def ask(doc: Doc) -> _View:
        nonlocal words
        if doc in views:
            return views[doc]
        words += len(doc)
        while views and words > _HELD:
            oldest = next(iter(views))
            del views[oldest]
            words -= len(oldest)
        view = views[doc] = read(doc)
        return view

    return lru_cache(maxsize=2)(ask)


@held
def tokens_of(doc: Doc) -> list[Token]:
    """The tokens of a text; a slice of this list costs a twentieth of one of the Doc.

    Args:
        doc: A text whose words stay as they are.
    """
    return list(doc)


@held
def text_of(doc: Doc) -> str:
    """A text as one string; spaCy puts it together anew at each look.

    Args:
        doc: A text whose words stay as they are.
    """
    return doc.text


@held
def offsets_of(doc: Doc) -> list[int]:
    """The offset of each word of a text.

    Args:
        doc: A text whose words stay as they are.
    """
    return doc.to_array("IDX").tolist()  # type: ignore[no-any-return]  # thinc has no stub for it


def tokens_around(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens that a stretch of the text touches; ``doc.char_span`` looks at the whole text each time.

    Args:
        doc: A text whose words stay as they are.
        start: Offset of its first character.
        end: Offset after its last character.
    """
    offsets = offsets_of(doc)
    return bisect_right(offsets, start) - 1, bisect_left(offsets, end)


@held
def texts_of(doc: Doc) -> list[str]:
    """The words of a text as written.

    Args:
        doc: A text whose words stay as they are.
    """
    return [token.text for token in tokens_of(doc)]


@held
def forms_of(doc: Doc) -> list[str]:
    """The words of a text in lower case.

    Args:
        doc: A text whose words stay as they are.
    """
    return [text.lower() for text in texts_of(doc)]


@held
def plain_forms_of(doc: Doc) -> list[str]:
    """The words of a text in lower case and without accents.

    Args:
        doc: A text whose words stay as they are.
    """
    return [low(text) for text in texts_of(doc)]


@held
def dates_of(doc: Doc) -> list[Span]:
    """The date expressions of a text, in order.

    Args:
        doc: A text after `extractor_dates`.
    """
    return list(doc.spans.get("dates", ()))


@held
def _starts_of_dates(doc: Doc) -> list[int]:
    return [date.start for date in dates_of(doc)]


def has_date(doc: Doc, stretch: Stretch) -> bool:
    """Whether a date begins in a stretch.

    Args:
        doc: A text after `extractor_dates`.
        stretch: The stretch.
    """
    starts = _starts_of_dates(doc)
    return bisect_left(starts, stretch.start) < bisect_left(starts, stretch.end)


@lru_cache(maxsize=8)
def blocks_of(doc: Doc, label: str) -> list[Span]:
    """The titles or paragraphs of a text, in order.

    Args:
        doc: A text after `extractor_structure`.
        label: ``title``, ``paragraph`` or another label of ``doc.spans["structure"]``.
    """
    return [block for block in doc.spans.get("structure", ()) if block.label_ == label]


def block_around(token: Token, label: str) -> Span | None:
    """The title or paragraph that a token stands in, None where it stands in none.

    Args:
        token: Of a text after `extractor_structure`.
        label: As of `blocks_of`.
    """
    blocks = blocks_of(token.doc, label)
    at = bisect_right(blocks, token.i, key=attrgetter("start")) - 1
    return blocks[at] if at >= 0 and token.i < blocks[at].end else None


@held
def sentences_of(doc: Doc) -> list[Stretch]:
    """The sentences of a text, in order.

    Args:
        doc: A text whose sentence starts stay as they are.
    """
    starts = [i for i, start in enumerate(doc.to_array("SENT_START").tolist()) if start == 1 or i == 0]
    return [Stretch(a, b) for a, b in pairwise((*starts, len(doc)))]


@held
def _sentence_of_each(doc: Doc) -> list[Stretch]:
    return [it for sentence in sentences_of(doc) for it in [sentence] * (sentence.end - sentence.start)]


def sentence_of(token: Token) -> Stretch:
    """The sentence that a token stands in.

    Args:
        token: Of a text whose sentence starts stay as they are.
    """
    return _sentence_of_each(token.doc)[token.i]
