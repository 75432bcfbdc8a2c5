"""What governs a word: the cue verb, noun or adjective above it, by word order first, then by the tree.

The parser hangs many complements on the wrong head («a lancé une offensive pour prendre X», «a indiqué à l'AFP
que X»), while French puts what governs a complement before it. So each step up looks left in the clause for
the nearest cue, and asks the tree only where word order says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from extractor.captures.attribution import verb_class
from extractor.captures.cues import cue_words
from extractor.captures.surface import date_tokens, introduced_by
from extractor.captures.syntax import preposition
from extractor.captures.verb_group import group, helpers, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

Relation = Literal["complement", "subject", "purpose", "without", "condition", "before", "presupposed"]
_REACH = 16
_BREAKS = {";", ":", "(", ")", "—", "--", "»", "«", '"', "“", "”", "?", "!"}
_INFINITIVE_MARKS = {"de", "d'", "à", "par"}
_OPENERS = {"qui", "dont", "où", "lequel", "laquelle", "lorsque", "quand", "si", "s'"}
_GOVERNED = {"xcomp", "ccomp", "obj", "obl:arg", "nsubj:pass", "csubj", "parataxis", "iobj"}
_PRESUPPOSED = {"acl:relcl", "acl", "amod", "appos"}


class Governor(NamedTuple):
    """A word above another.

    Attributes:
        token: The word; None where a conjunction or preposition alone decides.
        relation: How the lower word stands to it.
    """

    token: Token | None
    relation: Relation


def governor(node: Token) -> Governor | None:
    """The next word up from a node that can bear on its status; None at the top.

    Args:
        node: A verb, noun or adjective.
    """
    if node.pos_ == "NOUN" and not _is_verbal(node):
        return _above_noun(node)
    if "VerbForm=Part" in str(node.morph) and "Tense=Pres" in str(node.morph):
        return Governor(None, "presupposed")
    if is_infinitive(node):
        return _above_infinitive(node)
    return _above_finite(node)


def _is_verbal(node: Token) -> bool:
    """A participle or verb that the tagger took for a noun."""
    return bool(helpers(node)) and preposition(node) is None


def _above_infinitive(verb: Token) -> Governor | None:
    doc, i = verb.doc, group(verb)[0].i - 1
    start = verb.sent.start
    if i < start:
        return None
    while i > start and doc[i].pos_ == "ADV":  # «sans jamais prendre»
        i -= 1
    mark = doc[i].lower_
    before = doc[i - 1].lower_ if i > start else ""
    if doc[i].pos_ == "AUX":  # «ce serait perdre X»
        return Governor(doc[i], "complement")
    if mark in ("pour", "sans", "après") or (mark in ("de", "d'") and before in ("afin", "avant")):
        word = before if mark in ("de", "d'") else mark
        i -= 1 if mark in ("de", "d'") else 0
        if word in ("après", "avant"):
            return Governor(None, "presupposed")
        found = _cue_before(verb, i - 1, through_purpose=True)
        if word == "sans":
            return Governor(None, "without")
        return Governor(found, "purpose")
    if mark in _INFINITIVE_MARKS:
        i -= 1
    found = _cue_before(verb, i)
    if found is not None:
        return Governor(found, "complement")
    return _above_by_tree(verb)


def _cue_before(node: Token, i: int, *, through_purpose: bool = False) -> Token | None:
    """The nearest cue to the left in the same clause; None where another verb or a break comes first."""
    doc, dates = node.doc, date_tokens(node.doc)
    for token in reversed(doc[max(node.sent.start, i + 1 - _REACH) : i + 1]):
        if cue_class(token) is not None:
            return token
        if token.text in _BREAKS or token.lower_ in _OPENERS or token.lower_ in ("que", "qu'"):
            return None
        if token.text == "," and not _beside_date(token, dates):
            return None
        if token.pos_ == "VERB" and token.i not in dates:
            if through_purpose and "VerbForm=Part" in str(token.morph):
                continue
            return token
    return None


def _beside_date(comma: Token, dates: frozenset[int]) -> bool:
    """«tentent, depuis lundi, de prendre»: a comma around a date or a short adverbial."""
    window = comma.doc[comma.i + 1 : comma.i + 6]
    back = comma.doc[max(comma.sent.start, comma.i - 6) : comma.i]
    closes = any(token.text == "," for token in back)
    opens = any(token.text == "," for token in window)
    return comma.i - 1 in dates or comma.i + 1 in dates or closes or opens


def _above_finite(verb: Token) -> Governor | None:
    doc, start = verb.doc, verb.sent.start
    i = group(verb)[0].i - 1
    for j in range(i, max(start - 1, i - _REACH), -1):
        token = doc[j]
        lower = token.lower_
        if lower in ("que", "qu'"):
            return _above_que(verb, j)
        if lower in ("si", "s'") and token.pos_ != "ADV" and not _is_reflexive_s(token):
            return Governor(_cue_before(verb, j - 1), "condition")
        if lower in ("quand", "lorsque", "comme", "puisque"):
            return Governor(None, "presupposed")
        if lower in ("qui", "dont", "où") and token.pos_ == "PRON":
            return Governor(None, "presupposed")
        if token.text in _BREAKS:
            break
        if token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph):
            break
    return _above_by_tree(verb)


def _is_reflexive_s(token: Token) -> bool:
    return token.lower_ == "s'" and token.nbor(1).lower_ not in ("il", "ils")


def _above_que(verb: Token, que: int) -> Governor | None:
    doc = verb.doc
    if que == verb.sent.start:
        return None
    before = doc[que - 1].lower_
    if before in cue_words("conjunctions", "presupposing"):
        return Governor(None, "presupposed")
    if before == "avant":
        return Governor(None, "before" if _looks_ahead(verb.sent.root) else "presupposed")
    if before in ("pour", "afin", "ce") and not (before == "ce" and doc[que - 2].lower_ != "à"):
        return Governor(None, "before")
    if before == "sans":
        return Governor(None, "without")
    cue = _cue_before(verb, que - 1)
    if cue is not None and cue_class(cue) is not None:
        return Governor(cue, "complement")
    return _above_by_tree(verb)


def _looks_ahead(verb: Token) -> bool:
    forms = [str(form.morph) for form in (verb, *helpers(verb))]
    return any(mark in form for form in forms for mark in ("Tense=Fut", "Mood=Cnd")) or all(
        "Tense=Pres" in form or "VerbForm=Inf" in form for form in forms
    )


def _above_noun(noun: Token) -> Governor | None:
    doc, start = noun.doc, noun.sent.start
    i = noun.i - 1
    while i >= start and doc[i].pos_ in ("DET", "ADJ", "NUM") and doc[i].lower_ not in ("du", "des", "au", "aux"):
        i -= 1
    before = introduced_by(noun)
    if before in cue_words("prepositions", "presupposing"):
        return Governor(None, "presupposed")
    if before in cue_words("prepositions", "prospective"):
        return Governor(_cue_before(noun, i - 1, through_purpose=True), "purpose")
    if before in ("de", "à") and i > start:
        near = _cue_before(noun, i - 1)
        left = doc[i - 1]
        if near is not None and (left.pos_ != "NOUN" or near == left or _only_modifiers(near, left)):
            return Governor(near, "complement")
        return _above_by_tree(noun)
    aim = next((child for child in noun.lefts if child.dep_ == "nsubj" and cue_class(child)), None)
    if aim is not None:  # «l'objectif est la prise de X»
        return Governor(aim, "complement")
    as_subject = _subject_of(noun)
    if before is None and as_subject is not None:
        return Governor(as_subject, "subject")
    if before is None:
        verb = _verb_of_object(noun, i)
        if verb is not None:
            return Governor(verb, "complement")
    return _above_by_tree(noun)


def _only_modifiers(near: Token, left: Token) -> bool:
    """«une tentative rebelle de prise»: the noun right before belongs to the cue."""
    return near.pos_ == "NOUN" and all(token.pos_ in ("ADJ", "NOUN", "ADP", "DET") for token in near.doc[near.i : left.i])


def _subject_of(noun: Token) -> Token | None:
    """The predicate after a noun that is its subject."""
    if noun.dep_.startswith("nsubj") and noun.head.i > noun.i:
        return noun.head
    return None


def _verb_of_object(noun: Token, i: int) -> Token | None:
    """The verb before a bare object: «a annoncé **dans un communiqué** la prise»."""
    doc, dates = noun.doc, date_tokens(noun.doc)
    for token in reversed(doc[max(noun.sent.start, i + 1 - _REACH) : i + 1]):
        if token.text in _BREAKS or token.lower_ in _OPENERS:
            return None
        if verb_class(token) is not None and token.pos_ != "NOUN":
            return token
        if token.pos_ == "VERB" and token.i not in dates:
            return token
        if token.pos_ in ("NOUN", "PROPN") and token.i not in dates and token.ent_iob_ != "I":
            if introduced_by(token) is None:
                return None
        if token.text == "," and not _beside_date(token, dates):
            return None
    return None


def _above_by_tree(node: Token) -> Governor | None:
    head = node.head
    if head == node or node.dep_ == "advcl":
        return None
    if node.dep_ in _PRESUPPOSED and head.pos_ not in ("VERB", "ADJ") and cue_class(head) is None:
        return Governor(None, "presupposed")
    if node.dep_ in ("nsubj", "nsubj:pass"):
        return Governor(head, "subject")
    if node.dep_ in _GOVERNED or node.dep_ in _PRESUPPOSED or node.dep_.startswith("obl"):
        return Governor(head, "complement")
    if node.dep_ in ("conj", "nmod"):
        return Governor(head, "complement") if node.dep_ == "conj" or cue_class(head) else None
    return None


def cue_class(token: Token) -> str | None:
    """Class of a cue of any part of speech, None for other words.

    Args:
        token: A token.
    """
    lemma = token.lemma_.lower()
    if token.lower_ in cue_words("idioms", "plan") and introduced_by(token) in ("sur", "en", "à"):
        return "plan"
    if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and _follows_determiner(token):
        for name in ("attempt", "plan", "rumour"):
            if lemma in cue_words("nouns", name) or token.lower_ in cue_words("nouns", name):
                return name
        return None
    for name in ("plan", "fail", "deny"):
        if lemma in cue_words("adjectives", name) or token.lower_ in cue_words("adjectives", name):
            return name
    if token.pos_ == "NOUN":
        for name in ("attempt", "plan", "rumour"):
            if lemma in cue_words("nouns", name):
                return name
    return verb_class(token)


def _follows_determiner(token: Token) -> bool:
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    while before is not None and before.pos_ == "ADJ" and before.i > token.sent.start:
        before = before.nbor(-1)
    return before is not None and (before.pos_ == "DET" or before.lower_ in ("du", "des", "au", "aux", "leur"))
