"""What a bare participle describes, by word order: «X, prise lundi», «Livrée sans combat, X …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.anchors import is_anchor, is_measure
from extractor.captures.asides import aside_comma
from extractor.captures.clause import introduced_by, is_finite, is_nominal
from extractor.captures.fillers import entity_filler
from extractor.captures.surface import opening_bracket, subject_candidates
from extractor.captures.syntax import CONTRACTED
from extractor.captures.vocabulary import place_noun
from extractor.captures.voice import is_participle, looks_like_participle
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_MEASURED = 7  # tokens: «, à environ une trentaine de km»
_GROUP = 6  # tokens from «avait» to the participle: «avait déjà été entièrement prise»
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
        if token.text in (":", ";") or is_finite(token):
            yield from _beyond(token, participle, dates)
            return
        opening = _opens_aside(token, dates)
        if opening is not None:
            i, edge = opening, opening + 1
            continue
        noun = _described(token, edge) if i not in dates else None
        if noun is not None:
            yield noun
            return


def _beyond(stop: Token, participle: Token, dates: frozenset[int]) -> Iterator[Token]:
    """What a participle may describe where a colon or a verb stands before it, and no noun between."""
    if stop.text == ":":
        yield from after_comma(participle)  # «… : perdue, reprise, **la bourgade** …»
        yield from _subject_before(stop, dates)
    elif stop.text != ";":
        yield from _subject_of_passive(stop, participle, dates)


def _described(token: Token, edge: int) -> Token | None:
    """The noun that ends at a token and may be what the participle describes; None where it is none.

    Args:
        token: A word before the participle.
        edge: Where the phrase of the participle begins.
    """
    doc = token.doc
    if not is_nominal(token) or token.ent_iob_ == "I" or is_measure(token):
        return None
    name = entity_filler(token)
    beside = doc[edge - 1].text in (",", "(") and name.end + 1 == edge
    if beside and _is_complement(doc[name.start]):
        beside, owner = False, doc[name.start - 2]
        if place_noun(owner.lower_) == "settlement":
            return owner  # «la prise de la **ville** de X, perdue lundi»
    if beside and introduced_by(token) == "par":
        return None  # «avait été prise par **Y**, reprise par Z»: Y took it
    bracketed = doc[edge - 1].text == "(" and name.end + 1 == edge  # «autour de X (prise lundi)»
    stands = not is_anchor(token) and (introduced_by(token) is None or beside)
    return token if bracketed or stands else None


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


def _subject_of_passive(finite: Token, participle: Token, dates: frozenset[int]) -> Iterator[Token]:
    """«**Elle** avait été prise en mai par Y, **reprise** en juin»: the subject of the first participle."""
    group = tokens_of(participle.doc)[finite.i + 1 : finite.i + _GROUP]
    first = next((token for token in group if is_participle(token) and token.lower_ != "été"), None)
    passive = finite.lemma_ == "être" or any(token.lower_ == "été" for token in group)
    if first is None or not passive or participle.doc[participle.i - 1].text not in (",", "puis", "et"):
        return
    if all(first.morph.get(key, []) == participle.morph.get(key, []) for key in ("Gender", "Number")):
        yield from subject_candidates(first, dates)


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
