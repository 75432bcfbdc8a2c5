"""The words of a Doc as plain lists: the rules look at them often, and spaCy's own access is slow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.naming.forms import key, low
from extractor.sentences import offsets_of, plain_forms_of, text_of, texts_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


_OPENERS = frozenset(("«", '"', "“", "-", "–", "—", ":", ".", "!", "?", "…", "•", "--"))


class Found(NamedTuple):
    """A candidate mention.

    Attributes:
        start: First token.
        end: Token after the last.
        label: ``PER``, ``LOC``, ``ORG``, or ``MISC`` while nobody knows.
        sure: Known beforehand or found by a pattern: the label stands whatever the context.
    """

    start: int
    end: int
    label: str
    sure: bool = False


class Words:
    """Forms, parts of speech and offsets of a Doc's tokens.

    Attributes:
        doc: The Doc.
        source: Its text.
        text: Each token as written.
        low: Each token plain and in lower case.
        pos: Each token's part of speech.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.source = text_of(doc)
        self.text = texts_of(doc)
        self.low = plain_forms_of(doc)
        tags, starts = doc.to_array(["POS", "SENT_START"]).T.tolist()
        strings = {code: doc.vocab.strings[code] for code in set(tags)}
        self.pos = [strings[code] for code in tags]
        self._offsets = offsets_of(doc)
        self._first = {offset: i for i, offset in enumerate(self._offsets)}
        self._last = {
            offset + len(text): i + 1
            for i, (offset, text) in enumerate(zip(self._offsets, self.text, strict=True))
        }
        self._sentence = [start == 1 for start in starts]

    def __len__(self) -> int:
        return len(self.text)

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """Token range of a stretch of the text; None where it cuts a token."""
        first, last = self._first.get(start), self._last.get(end)
        return None if first is None or last is None else (first, last)

    def string(self, found: Found) -> str:
        """The mention as written."""
        if found.end - found.start == 1:
            return self.text[found.start]
        return self.source[
            self._offsets[found.start] : self._offsets[found.end - 1] + len(self.text[found.end - 1])
        ]

    def key(self, found: Found) -> str:
        """The mention's ``forms.key``."""
        return key(self.string(found))

    def left(self, start: int, width: int) -> list[str]:
        """The plain words before a token."""
        return self.low[max(0, start - width) : start]

    def right(self, end: int, width: int) -> list[str]:
        """The plain words from a token on."""
        return self.low[end : end + width]

    def lemma(self, i: int) -> str:
        """A token's lemma, plain and in lower case."""
        return low(self.doc[i].lemma_)

    def capitalised(self, i: int) -> bool:
        """True for a token with a capital at its start, or behind a hyphen or apostrophe («al-Assad»)."""
        text = self.text[i]
        return text[:1].isupper() or (not text.isalpha() and any(c.isupper() for c in text))

    def opens_sentence(self, i: int) -> bool:
        """True for the first word of a sentence, a line or a quotation: its capital says nothing."""
        if i == 0 or self._sentence[i]:
            return True
        before = self.text[i - 1]
        return before.isspace() or before in _OPENERS
