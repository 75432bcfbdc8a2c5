"""What became of an attempt: «l'assaut a été repoussé», «a réussi à», «a empêché de»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.cue_classes import cue_class
from extractor.captures.cues import cue_verbs, cue_words
from extractor.captures.governors import governor
from extractor.captures.verb_group import (
    helpers,
    is_compound,
    is_compound_form,
    is_conditional,
    is_infinitive,
    is_irreal,
    is_negated,
    is_passive,
)
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.captures.statement import Statement

_AFTER = 8  # tokens from the subject to the verb that says how an attempt ended


def attempt_after(verb: Token) -> Token | None:
    """«Lancée lundi pour prendre X, **l'offensive** a échoué»."""
    after = tokens_of(verb.doc)[verb.i + 1 : sentence_of(verb).end]
    return next((token for token in after if cue_class(token) == "attempt"), None)


def read_outcome(attempt: Token, statement: Statement) -> None:
    """What became of an attempt: «l'assaut lancé pour prendre X **a été repoussé**»."""
    above = governor(attempt)
    for token in tokens_of(attempt.doc)[attempt.i + 1 : sentence_of(attempt).end]:
        if token.lower_ in cue_words("nouns", "failure"):
            _apply_outcome("fail", token, statement)
            return
        if cue_class(token) in ("thwart", "fail") and helpers(token):
            _apply_outcome(cue_class(token), token, statement)
            return
    if above is not None and above.token is not None and above.relation == "complement":
        _apply_outcome(cue_class(above.token), above.token, statement)


def beaten_off(trigger: Token) -> Token | None:
    """«… L'assaut **a été repoussé**», «Ils **ont échoué**»: the next sentence says that it failed.

    Args:
        trigger: What tells of the attempt.
    """
    doc, start = trigger.doc, sentence_of(trigger).end
    if start + 1 >= len(doc) or doc[start].is_space:
        return None
    noun = doc[start + 1] if doc[start].pos_ == "DET" else doc[start]
    if noun.lower_ not in cue_words("nouns", "they") and cue_class(noun) != "attempt":
        return None
    for token in tokens_of(doc)[noun.i + 1 : min(noun.i + _AFTER, sentence_of(noun).end)]:
        kind = cue_class(token)
        failed = (kind == "fail" and is_compound(token)) or (kind == "thwart" and is_passive(token))
        if failed or (token.is_punct and token.text != ","):
            return token if failed and not is_negated(token) else None
    return None


def _apply_outcome(kind: str | None, verb: Token, statement: Statement) -> None:
    """An attempt that was thwarted or that failed is over: it did not succeed."""
    if kind in ("thwart", "fail", "prevent") and not is_negated(verb):
        statement.modality, statement.negated = "fact", True
        statement.cues.append(verb.i)


def achieve(kind: str, head: Token, statement: Statement) -> None:
    """«réussir à», «échouer à», «empêcher de», each perhaps negated; «réussira à» has not yet."""
    if head.i in statement.cues:  # its failure was read with the attempt
        return
    statement.cues.append(head.i)
    negated = is_negated(head)
    if kind == "achieve":
        statement.negated = statement.negated != negated
        if is_irreal(head) and not is_compound_form(head):
            statement.possible()
        elif is_conditional(head):  # «auraient réussi à»
            statement.hearsay()
    elif head.lemma_ == "renoncer" and negated:
        statement.possible()
    elif kind == "fail" or is_infinitive(head) or negated or is_compound(head):
        statement.negated = statement.negated == negated
    else:
        statement.possible()


def in_vain(verb: Token) -> Token | None:
    """«a tenté de prendre X **en vain**», «…, **sans succès**»: an attempt that is over.

    Args:
        verb: The verb of the attempt.
    """
    if not (is_compound(verb) and cue_verbs().get(verb.lemma_) == "plan"):
        return None
    for token in verb.sent:
        if token.lower_ in cue_words("adverbs", "vain"):
            return token
        if token.lower_ in ("succès", "résultat") and token.nbor(-1).lower_ == "sans":
            return token
        if token.i > verb.i and (token.lower_ == "mais" or token.lower_ in cue_words("nouns", "failure")):
            return token
    return None
