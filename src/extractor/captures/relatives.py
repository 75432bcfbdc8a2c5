"""The relative pronoun that opens a verb's clause, and the noun that it stands for, by word order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.anchors import is_anchor
from extractor.captures.asides import aside_comma
from extractor.captures.clause import group_start, is_nominal
from extractor.captures.cues import cue_words
from extractor.captures.surface import BREAK, REACH
from extractor.captures.syntax import CONTRACTED, RELATIVE
from extractor.captures.vocabulary import place_noun
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WITH_PREPOSITION = frozenset(("auquel", "auxquels", "auxquelles"))
_AFTER_PREPOSITION = _WITH_PREPOSITION | {"qui", "laquelle", "lequel", "lesquels", "lesquelles"}


_OPENERS = frozenset(("à", "au", "aux", "dans", "en", "près", "sur", "non"))
_BEFORE = 20  # tokens from a relative pronoun to its antecedent


def antecedents(verb: Token, dates: frozenset[int]) -> tuple[str, list[Token]]:
    """Role and candidates for the antecedent of the relative pronoun that opens a verb's clause.

    Args:
        verb: The verb.
        dates: Tokens of date expressions.
    """
    doc, forms = verb.doc, forms_of(verb.doc)
    inside = 0  # brackets
    for i in range(group_start(verb) - 1, max(sentence_of(verb).start, verb.i - REACH), -1):
        token, form = doc[i], forms[i]
        inside += (form == ")") - (form == "(")
        if inside or form == "(":
            continue
        whom = _relative_after_preposition(token) if form in _AFTER_PREPOSITION else None
        if whom is not None:
            return whom[0], _nouns_before(doc, whom[1], sentence_of(verb).start, dates)
        if form in ("que", "qu'") and forms[i - 1] in cue_words("conjunctions", "presupposing"):
            break  # «depuis qu'ils ont perdu X»
        if form in ("que", "qu'", "dont", "où"):
            first = i - 1 if form == "où" and forms[i - 1] == "d'" else i
            role = "de" if first < i else RELATIVE[form]
            return role, _nouns_before(doc, first, sentence_of(verb).start, dates)
        if form in BREAK or (
            token.pos_ == "VERB" and "VerbForm=Fin" in str(token.morph) and not _takes_clause(token)
        ):
            break
    return "", []


def _relative_after_preposition(token: Token) -> tuple[str, int] | None:
    """Preposition and first token of «**à qui** elle appartenait», «**dans laquelle** ils entrent»."""
    if token.lower_ in _WITH_PREPOSITION:
        return "à", token.i
    before = token.nbor(-1) if token.i > sentence_of(token).start else token
    return (CONTRACTED.get(before.lower_, before.lower_), before.i) if before.pos_ == "ADP" else None


def _takes_clause(verb: Token) -> bool:
    """«que l'armée promet de reprendre»: an infinitive follows the finite verb."""
    return any("VerbForm=Inf" in str(token.morph) for token in tokens_of(verb.doc)[verb.i + 1 : verb.i + 5])


def _nouns_before(doc: Doc, end: int, start: int, dates: frozenset[int]) -> list[Token]:
    """The nouns before a relative pronoun, the nearest first.

    «**X**, principal port de la région, que …»: neither the port nor its region, but X; what stands in an
    aside that a preposition opens («**X**, dans le Nord, que …») comes last.
    """
    found, passed = [], []
    i, last = end, max(start, end - _BEFORE)
    while i > last:
        i -= 1
        token = doc[i]
        if token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph):
            break
        if not is_nominal(token) or token.i in dates or is_anchor(token):
            continue
        comma = aside_comma(token)
        if comma is not None:
            i = comma
            continue
        opening = _opening_of_aside(token, end)
        if opening is None:
            found.append(token)
        else:
            passed.append(token)
            i = end = opening
            last = max(start, end - _BEFORE)
    return [*found, *passed]


def _opening_of_aside(token: Token, end: int) -> int | None:
    """The comma that opens «**,** à la frontière avec Y, que …», up to which no verb stands."""
    doc, start = token.doc, sentence_of(token).start
    if doc[end - 1].text != "," and doc[end].text != ",":
        return None
    for i in range(token.i - 1, start, -1):
        if doc[i].pos_ in ("VERB", "AUX") and doc[i - 1].lower_ != "l'":  # «à l'**est** de»
            return None
        if doc[i].text == ",":
            opener = doc[i + 1]
            return i if opener.lower_ in _OPENERS and place_noun(doc[i + 3].lower_) != "settlement" else None
    return None
