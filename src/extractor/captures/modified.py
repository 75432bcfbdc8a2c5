"""What a bare participle describes, by word order: «X, prise lundi», «Livrée sans combat, X …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.anchors import is_anchor, is_measure
from extractor.captures.asides import aside_comma
from extractor.captures.clause import introduced_by, is_nominal
from extractor.captures.fillers import entity_filler
from extractor.captures.surface import opening_bracket
from extractor.captures.syntax import CONTRACTED
from extractor.captures.vocabulary import place_noun
from extractor.captures.voice import looks_like_participle
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_MEASURED = 7  # tokens: «, à environ une trentaine de km»
_BEFORE_PARTICIPLE = 24  # tokens from the noun that it describes


def modified_candidates(participle: Token, dates: frozenset[int]) -> Iterator[Token]:
    """The noun that a participle without auxiliary may describe.

    It stands before it («X, prise lundi»), or after a comma where the participle opens the sentence («Livrée
    sans combat, X …»).

    Args:
        participle: The participle.
        dates: Tokens of date expressions.
    """
    doc, sentence = participle.doc, sentence_of(participle)
    if participle.i - sentence.start <= 1:
        yield from after_comma(participle)
        return
    i = edge = participle.i
    while i > max(sentence.start, participle.i - _BEFORE_PARTICIPLE):
        i -= 1
        token = doc[i]
        if _is_bare_participle(token):  # «prise le 3, **reprise** le 5»
            if i == sentence.start:
                yield from after_comma(participle)
                return
            continue
        if token.text == ":":
            yield from after_comma(participle)  # «… : perdue, reprise, **la bourgade** …»
            yield from _subject_before(token, dates)
            return
        if token.text == ";" or (token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph)):
            return
        opening = _opens_aside(token, dates)
        if opening is not None:
            i, edge = opening, opening + 1
            continue
        if not is_nominal(token) or i in dates or token.ent_iob_ == "I" or is_measure(token):
            continue
        name = entity_filler(token)
        beside = (
            doc[edge - 1].text in (",", "(") and name.end + 1 == edge and not _is_complement(doc[name.start])
        )
        if not is_anchor(token) and (introduced_by(token) is None or beside):
            yield token
            return


def _opens_aside(token: Token, dates: frozenset[int]) -> int | None:
    """Where the aside opens that a token ends: «X, **la capitale** de Y», «X **(nord)**», «X, **à 8 km**»."""
    doc, start = token.doc, sentence_of(token).start
    if token.text == ")":
        opening = opening_bracket(doc, token.i, start)
        return opening if opening < token.i else None
    if is_measure(token):
        before = range(token.i - 1, max(start, token.i - _MEASURED), -1)
        return next((j for j in before if doc[j].text == "," and doc[j + 1].lower_ == "à"), None)
    nominal = is_nominal(token) and token.i not in dates and token.ent_iob_ != "I"
    return aside_comma(token) if nominal else None


def _subject_before(colon: Token, dates: frozenset[int]) -> Iterator[Token]:
    """«**Orlec** : prise le 3 mai», «**Orlec** était un symbole : prise le 3 mai»."""
    start = sentence_of(colon).start
    before = tokens_of(colon.doc)[start : colon.i]
    first = next((token for token in before if is_nominal(token) and token.i not in dates), None)
    verb = any(token.pos_ in ("VERB", "AUX") for token in before)
    if first is not None and introduced_by(first) is None and (verb or first.i <= start + 1):
        yield first


def after_comma(participle: Token) -> Iterator[Token]:
    """«Livrée sans combat, **X** …»: what follows the phrase that a participle opens.

    Args:
        participle: The participle.
    """
    doc, end = participle.doc, sentence_of(participle).end
    commas = (token.i for token in tokens_of(doc)[participle.i : end - 1] if token.text == ",")
    comma = next((i for i in commas if not _is_bare_participle(doc[i + 1])), None)
    if comma is not None:
        yield from (
            token
            for token in tokens_of(doc)[comma + 1 : min(comma + 5, end)]
            if (token.pos_ in ("NOUN", "PROPN") or token.lower_ in ("elle", "il"))
            and introduced_by(token) is None  # «Reprise des combats, autour de X»
        )


def _is_bare_participle(token: Token) -> bool:
    """«**prise** le 3, reprise le 5»: no noun, whatever its tag, without determiner or preposition."""
    if not looks_like_participle(token) or token.ent_type_ or token.pos_ not in ("NOUN", "VERB", "ADJ"):
        return False
    before = token.doc[token.i - 1] if token.i > sentence_of(token).start else token
    return before.pos_ not in ("DET", "ADP", "ADJ", "NUM", "AUX") and before.lower_ not in CONTRACTED


def _is_complement(name: Token) -> bool:
    """«la colline **de X**, perdue lundi»: the noun before is what the participle describes."""
    before = name.nbor(-2) if name.i > sentence_of(name).start + 1 else name
    return introduced_by(name) == "de" and place_noun(before.lower_) is not None
