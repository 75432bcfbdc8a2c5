"""Which parties of an article fight side by side: «l'armée, **appuyée par** la milice, …»."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.captures.clause import introduced_by
from extractor.lexicon import tables
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from extractor.assemble.contenders import Contender

_BEFORE, _AFTER = 10, 6  # tokens from the helped to the word of help, and on to the helper
_BY = ("par", "de", "d'", "du", "des", "à", "au", "aux")


def allies(doc: Doc, parties: Sequence[Contender]) -> frozenset[tuple[int, int]]:
    """Pairs of parties of which one helps the other, each pair both ways.

    Args:
        doc: The text.
        parties: The parties of the article.
    """
    of = {start: index for index, one in enumerate(parties) for start in one.mentions}
    found = set()
    for token in tokens_of(doc):
        if not _helps(token):
            continue
        sentence = sentence_of(token)
        helper = _mention(of, range(token.i + 2, min(token.i + _AFTER, sentence.end)))
        helped = _mention(of, range(token.i - 1, max(token.i - _BEFORE, sentence.start) - 1, -1))
        if helper is not None and helped is not None and helper != helped and _joins(doc, token.i, helper):
            found |= {(of[helper], of[helped]), (of[helped], of[helper])}
    return frozenset(found)


def _mention(of: dict[int, int], span: range) -> int | None:
    return next((i for i in span if i in of), None)


def _helps(word: Token) -> bool:
    """«soutenue», «avec l'**appui**»."""
    if word.lemma_.lower() in _words("verbs", "helping"):
        return word.lower_.rstrip("es").endswith(("é", "u", "i"))
    return word.lower_ in _words("nouns", "help") and introduced_by(word) == "avec"


def _joins(doc: Doc, word: int, helper: int) -> bool:
    """Whether «par» or «de» leads from the word of help to the helper."""
    between = doc[word + 1 : helper]
    return any(token.lower_ in _BY for token in between) and not any(token.is_punct for token in between)


@cache
def _words(kind: str, name: str) -> frozenset[str]:
    return frozenset(tables("captures/clues.toml")[kind][name])
