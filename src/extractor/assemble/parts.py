"""What the mention of an actor does in its sentence: subject of a verb of winning, owner of a garrison."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.captures.clause import introduced_by
from extractor.lexicon import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_TABLE = "captures/clues.toml"
_NEGATIONS = frozenset(("ne", "n'", "pas"))
_CONJUNCTS = 3  # links of a coordination, of «le drapeau du front des rebelles»


def parts(doc: Doc, i: int) -> Iterator[str]:
    """What a mention does in its sentence: its preposition, its part, the classes of what it hangs on.

    Args:
        doc: The text with its tree.
        i: Its first token.
    """
    token = doc[i]
    preposition = introduced_by(token) or "none"
    yield f"prep={preposition}"
    for word, role in _governors(_root(token), preposition):
        yield f"role={role}"
        of = _classes().get((word.lemma_.lower(), word.pos_ in ("NOUN", "PROPN")), ())
        not_so = "!" if of and any(child.lower_ in _NEGATIONS for child in word.children) else ""
        yield from (f"class={name}:{role}{not_so}" for name in of)
        if _no_more(word):
            yield f"no more:{role}"


def _no_more(word: Token) -> bool:
    """«Les rebelles **n'**y sont **plus**», «**n'**ont **plus** de colline»."""
    said = {child.lower_ for child in word.children}
    return "plus" in said and not said.isdisjoint(("ne", "n'"))


def _root(token: Token) -> Token:
    """The head of the name that a token begins: its last link up within the name."""
    while token.head != token and token.head.ent_iob_ == "I" and token.ent_type_:
        token = token.head
    return token


@cache
def _classes() -> dict[tuple[str, bool], tuple[str, ...]]:
    """Classes of ``clues.toml`` of each lemma, and whether it is a noun."""
    of: dict[tuple[str, bool], tuple[str, ...]] = {}
    for kind, entries in tables(_TABLE).items():
        for name, lemmas in entries.items():
            for lemma in lemmas:
                key = (lemma, kind == "nouns")
                of[key] = (*of.get(key, ()), name)
    return of


def _governors(root: Token, preposition: str) -> Iterator[tuple[Token, str]]:
    """The words that an actor hangs on or governs, each with its part there."""
    for child in root.children:
        if child.dep_.startswith("acl") and child.i > root.i:
            passive = child.lower_.rstrip("es").endswith(("é", "i", "u")) or child.lower_.endswith("is")
            yield child, "acl:pass" if passive else "acl"
    relation, head, steps = root.dep_, root.head, 0
    while relation == "conj" and steps < _CONJUNCTS:
        relation, head, steps = head.dep_, head.head, steps + 1
    if head == root:
        return
    if head.pos_ in ("NOUN", "PROPN") and relation.startswith(("nmod", "appos", "obl")):
        yield head, f"of:{preposition}"
        yield from _above(head, preposition)
        return
    role = _short(relation)
    yield head, f"obl:{preposition}" if role == "obl" else role
    if role == "nsubj":
        for child in head.children:
            shared = child.dep_ in ("conj", "advcl") and not any(
                other.dep_.startswith("nsubj") for other in child.children
            )
            if shared or child.dep_ == "xcomp":
                yield child, role


def _above(noun: Token, preposition: str) -> Iterator[tuple[Token, str]]:
    """What the noun hangs on whose complement an actor is: «**hisser** le drapeau des rebelles»."""
    steps = 0
    while noun.dep_ in ("nmod", "conj", "appos") and noun.head != noun and steps < _CONJUNCTS:
        noun, steps = noun.head, steps + 1
    if noun.head != noun:
        yield noun.head, f"{_short(noun.dep_)}>{preposition}"


def _short(relation: str) -> str:
    return relation if relation in ("nsubj:pass", "obl:agent") else relation.split(":", maxsplit=1)[0]
