"""Which parties of an article fight side by side: «l'armée, **appuyée par** la milice, …»."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.captures.clause import introduced_by
from extractor.lexicon import tables
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

_BEFORE, _AFTER = 10, 6  # tokens from the helped to the word of help, and on to the helper
_BY = ("par", "de", "d'", "du", "des", "à", "au", "aux")


def allies(doc: Doc, named: Mapping[int, str]) -> frozenset[tuple[str, str]]:
    """Names of who helps and of who is helped, pair by pair.

    Args:
        doc: The text.
        named: Where actors are named: the first token of each, with the name.
    """
    found = set()
    for token in tokens_of(doc):
        if not _helps(token):
            continue
        sentence = sentence_of(token)
        helper = next(
            (i for i in range(token.i + 2, min(token.i + _AFTER, sentence.end)) if i in named), None
        )
        if helper is not None and _joins(doc, token.i, helper):
            first = max(token.i - _BEFORE, sentence.start)
            found |= {(named[helper], named[i]) for i in _helped(doc, named, first, token.i)}
    return frozenset(pair for pair in found if pair[0] != pair[1])


def _helped(doc: Doc, named: Mapping[int, str], first: int, word: int) -> Iterator[int]:
    """The actor named last before a word of help, with its short form in brackets."""
    for i in range(word - 1, first - 1, -1):
        if i in named:
            yield i
            if doc[i - 1].text != "(":
                return


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
