"""The lists of names that a place stands in: «X, Y et Z»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.anchors import is_anchor
from extractor.captures.clause import date_tokens, introduced_by, is_finite
from extractor.captures.fillers import entity_filler
from extractor.captures.surface import opening_bracket
from extractor.captures.syntax import CONTRACTED
from extractor.captures.town_names import may_be_town
from extractor.captures.vocabulary import place_noun
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 30  # tokens
_ASIDE = 6  # tokens of «(nord-est du pays)»
_OTHERS = 6  # tokens of «et une dizaine d'autres villages»
_OTHER = {"celle", "celui", "celles", "ceux"}
COMPASS = {"centre", "est", "nord", "ouest", "sud"}
_RANKED = {"capitale", "chef-lieu"}  # «X, la capitale de Y»: one place
_ENDS = {";", ":", "(", ")", "«", "»", '"', "“", "”"}


def whole_list(name: Token) -> list[Token]:
    """The places of the list that a name stands in («X, Y et Z», «X et de Y»), or the name alone.

    A comma alone makes no list («X, Norlande»): it must end with «et» or «ou».

    Args:
        name: A token of one of the names.
    """
    doc = name.doc
    dates = date_tokens(doc)
    first, joined = name, False
    while True:
        start = entity_filler(first).start
        before = doc[start - 1] if start > sentence_of(name).start else None
        last_before = _before_bracket(doc, start - 2, sentence_of(name).start)
        if (
            before is None
            or before.lower_ not in (",", "et", "ou", "puis")
            or not _can_be_listed(doc, last_before, sentence_of(name).start)
            or is_anchor(doc[last_before])  # «près de X, Y et Z sont tombées»
        ):
            break
        first, joined = doc[last_before], joined or before.lower_ != ","
    found, last = [first], first
    while (following := _next_listed(last, dates)) is not None:
        token, joiner = following
        found.append(token)
        last, joined = token, joined or joiner != ","
    listed = found if joined or _goes_on(last) else [name]
    return [*listed, *_repeated(listed[-1], dates)]


def _goes_on(name: Token) -> bool:
    """«X, Y **et le camp** de Z», «X, Y **et une dizaine de villages**»: the list ends with other places."""
    end = entity_filler(name).end
    if end + 2 >= sentence_of(name).end or name.doc[end].lower_ not in ("et", "ou"):
        return False
    for token in tokens_of(name.doc)[end + 1 : min(end + _OTHERS, sentence_of(name).end)]:
        if place_noun(token.lower_) is not None:
            return True
        if token.pos_ in ("VERB", "AUX", "PROPN", "PUNCT"):
            return False
    return False


def _repeated(last: Token, dates: frozenset[int]) -> list[Token]:
    """«s'est emparé **de** X lundi, puis **de** Y et Z»: after the same preposition or «celle de»."""
    before = introduced_by(last)
    if before is None:
        return []
    doc, sentence = last.doc, sentence_of(last)
    bracketed = False
    for i in range(entity_filler(last).end, min(last.i + _REACH, sentence.end - 1)):
        token = doc[i]
        bracketed = token.text == "(" or (bracketed and token.text != ")")
        if bracketed or token.text == ")":
            continue
        if _is_the_other(token, last):
            return whole_list(doc[i + 2 + (doc[i + 1].pos_ == "ADJ")])
        if token.text in _ENDS or is_finite(token) or token.pos_ in ("VERB", "PRON"):
            break
        if CONTRACTED.get(token.lower_, token.lower_) != before or doc[i + 1].ent_type_ != "LOC":
            continue
        joined = doc[i - 1].lower_ in (",", "et", "puis", "enfin") or i - 1 in dates
        if joined and may_be_town(doc[i + 1]):
            return whole_list(doc[i + 1])
    return []


def _is_the_other(pronoun: Token, name: Token) -> bool:
    """«la localité de X, dans le Nord, et **celle** de Y», «…, et de celle de Y»."""
    doc, i = name.doc, pronoun.i
    if pronoun.lower_ not in _OTHER or i + 3 >= sentence_of(name).end:
        return False
    of = i + 1 + (doc[i + 1].pos_ == "ADJ")  # «celle **voisine** de Y»
    noun = doc[entity_filler(name).start - 2]
    noun = noun.nbor(-1) if noun.pos_ == "ADJ" else noun  # «la ville **aurifère** de X»
    joiner = doc[i - 2] if doc[i - 1].lower_ in ("de", "d'") else doc[i - 1]
    listed = joiner.lower_ in ("et", ",", "puis") and place_noun(noun.lower_) == "settlement"
    return listed and doc[of].lower_ in ("de", "d'") and may_be_town(doc[of + 1])


def _can_be_listed(doc: Doc, i: int, start: int) -> bool:
    if i < start or doc[i].lower_ in COMPASS:  # «dans le Sud, X, Y et Z»
        return False
    name = entity_filler(doc[i])
    if doc[i].ent_type_ == "PER" and name.end - name.start > 1:  # «selon un chef, Jean Roche, X et Y …»
        return False
    return (doc[i].pos_ == "PROPN" and doc[i].ent_type_ != "ORG") or may_be_town(doc[i])


def _introduces(doc: Doc, i: int, end: int) -> bool:
    """«X, **la ville** de Y et Z»: whether a noun of settlement follows, perhaps after its article."""
    words = [token for token in tokens_of(doc)[i : min(i + 4, end)] if token.pos_ not in ("DET", "ADJ")]
    named = len(words) > 1 and words[1].lower_ in ("de", "d'", "du")
    return named and place_noun(words[0].lower_) == "settlement" and words[0].lower_ not in _RANKED


def _after_bracket(doc: Doc, i: int, end: int, dates: frozenset[int]) -> int:
    """«X **(nord)**, Y (est) et Z»: the token after a short aside in brackets that gives no day."""
    if i >= end or doc[i].text != "(":
        return i
    for j in range(i + 1, min(i + _ASIDE, end)):
        if j in dates or (is_finite(doc[j]) and doc[j].lower_ not in COMPASS):  # «(est)», tagged a verb
            return i
        if doc[j].text == ")":
            return j + 1
    return i


def _before_bracket(doc: Doc, i: int, start: int) -> int:
    """The token before a short aside in brackets that ends at a token, else the token."""
    if i < start or doc[i].text != ")":
        return i
    opening = opening_bracket(doc, i, start)
    return opening - 1 if i - opening < _ASIDE else i


def _next_listed(name: Token, dates: frozenset[int]) -> tuple[Token, str] | None:
    doc, end = name.doc, sentence_of(name).end
    i = _after_bracket(doc, entity_filler(name).end, end, dates)
    while i + 1 < end and (i in dates or (doc[i].text == "," and i + 1 in dates)):
        i += 1  # «X, dimanche, et Y, mercredi»
    if i + 1 < end and doc[i].text == "," and doc[i + 1].lower_ in ("et", "ou", "puis"):
        i += 1
    if i + 1 >= end or doc[i].lower_ not in (",", "et", "ou", "puis"):
        return None
    following = i + 1
    if _introduces(doc, following, end):
        following = next(j for j in range(following, end) if place_noun(doc[j].lower_) == "settlement") + 1
    while following < end and doc[following].lower_ in ("de", "d'", "à"):
        following += 1
    if (
        following >= end
        or not _can_be_listed(doc, following, following)
        or not doc[following].text[:1].isupper()
    ):
        return None
    return doc[following], doc[i].lower_
