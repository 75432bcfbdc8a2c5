"""Clauses and participles that the tree hangs on the wrong word, and what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.cue_classes import cue_class
from extractor.captures.syntax import RELATIVE
from extractor.captures.verb_group import helpers
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def rumour_before(participle: Token) -> Token | None:
    """«les **informations** faisant état de», «des **rumeurs** évoquant»: what a participle describes.

    Args:
        participle: A present participle, or any other word.
    """
    if "Tense=Pres" not in str(participle.morph) or participle.i <= sentence_of(participle).start:
        return None
    before = participle.nbor(-1)
    return before if cue_class(before) == "rumour" else None


def is_main_again(verb: Token) -> bool:
    """Whether a finite clause with a subject of its own hangs on what stands before its comma.

    «Selon un officier **qui** a fui, la ville **est** tombée», «À en croire l'armée, la ville **est** prise».

    Args:
        verb: A verb, or a noun with its copula.
    """
    if verb.dep_ not in ("acl", "acl:relcl", "conj"):
        return False
    subject = next((child for child in verb.lefts if child.dep_.startswith("nsubj")), None)
    if subject is None or subject.lower_ in RELATIVE:
        return False
    comma = subject.left_edge.i - 1
    if comma <= verb.head.i or verb.doc[comma].text != ",":
        return False
    start = sentence_of(verb).start if verb.dep_ == "conj" else comma
    end = comma if verb.dep_ == "conj" else verb.i
    relative = any(
        token.lower_ in RELATIVE and token.pos_ == "PRON" for token in tokens_of(verb.doc)[start:end]
    )
    return relative if verb.dep_ == "conj" else not relative


def is_relative(verb: Token, que: Token) -> bool:
    """«annoncent leur retrait de X, **qu'**ils ont **conquise**»: the participle agrees with X.

    Args:
        verb: The verb of the clause.
        que: The word that opens it.
    """
    if que.pos_ != "PRON" or que.nbor(-1).text != ",":
        return False
    agrees = verb.lower_.endswith(("e", "es")) and "VerbForm=Part" in str(verb.morph)
    return agrees and any(helper.lemma_ == "avoir" for helper in helpers(verb))
