"""Verbs that say something, by class, and what tells them from the same words with other meanings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import group_start
from extractor.captures.cues import cue_forms, cue_verbs, cue_words
from extractor.captures.memory import remembered
from extractor.captures.voice import is_reflexive
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SPEAKING = ("say", "claim", "confirm", "concede")
_WORDS = {"que", "qu'", "avoir", "être", "n'avoir", "«", '"', "“", ":"}
_VERBAL = ("VERB", "AUX", "ADJ")
_NEAR = 5  # tokens from a verb to what it says
_BEFORE_TAG = (",", "»", "”", '"')
# Words that say something only beside «faire», «laisser» or «on».
_SPOKEN = {"savoir", "valoir", "entendre", "état", "part", "appris", "connaître", "observer", "remarquer"}


@remembered
def verb_class(token: Token) -> str | None:
    """Class of a cue verb (see ``cues.toml``: ``say``, ``claim``, ``deny`` …), else None.

    Forms count as well as lemmas: the model takes «dément» for an adverb and «compte» for a noun. After a
    determiner or preposition they are nouns indeed.
    """
    if token.lower_ in _SPOKEN:
        return _idiom_class(token)
    if token.lemma_ in cue_words("verbs", "done_to_oneself") and is_reflexive(token):
        return None
    if token.pos_ in ("VERB", "AUX"):
        return _class_of_verb(token)
    if token.lower_ not in cue_forms():
        return None
    before = token.nbor(-1) if token.i > sentence_of(token).start else None
    if (
        before is not None
        and not _ends_subject(before)
        and (before.pos_ in ("DET", "ADP", "ADJ") or before.lower_ in ("du", "des", "au", "aux"))
    ):
        return None
    return cue_forms().get(token.lower_)


def words_that_may_say(doc: Doc) -> list[Token]:
    """The words that can have a class as of `verb_class`, or be verbs at all, in order.

    Args:
        doc: A tagged text.
    """
    words = zip(tokens_of(doc), forms_of(doc), doc.to_array("POS").tolist(), strict=True)
    cues, verbal = cue_forms(), {doc.vocab.strings[tag] for tag in _VERBAL}
    return [token for token, form, tag in words if tag in verbal or form in cues or form in _SPOKEN]


def _class_of_verb(verb: Token) -> str | None:
    lemma = verb.lemma_.lower()
    if lemma in cue_words("verbs", "saying_at_times") and not _has_words(verb):
        return None
    if lemma == "parler":
        return "say" if _calls_by_name(verb) else None
    if lemma in cue_words("verbs", "claiming_oneself"):
        return "claim" if is_reflexive(verb) else None
    if lemma in cue_words("verbs", "swearing") and _has_words(verb):
        return "claim"
    return cue_verbs().get(lemma) or cue_forms().get(verb.lower_)


def _calls_by_name(verb: Token) -> bool:
    """«a parlé **d'une** libération», «parle **de «** chute »**»: what others call otherwise."""
    after = [token.lower_ for token in tokens_of(verb.doc)[verb.i + 1 : verb.i + 3]]
    return after[:1] in (["d'"], ["de"]) and after[1:] in (["un"], ["une"], ["«"], ['"'], ["“"])


def _has_words(verb: Token) -> bool:
    """Whether «que», a perfect infinitive or a quotation follows a verb, or a clause stands before it."""
    if any(
        other.lower_ in _WORDS
        for other in tokens_of(verb.doc)[verb.i + 1 : min(verb.i + _NEAR, sentence_of(verb).end)]
    ):
        return True
    start = group_start(verb)
    return start > sentence_of(verb).start and verb.doc[start - 1].text in _BEFORE_TAG


def _ends_subject(adjective: Token) -> bool:
    """«L'armée **syrienne** dément»: the adjective is of the noun before it."""
    after_noun = adjective.i > sentence_of(adjective).start and adjective.nbor(-1).pos_ in ("NOUN", "PROPN")
    return adjective.pos_ == "ADJ" and after_noun


def _idiom_class(token: Token) -> str | None:
    """«fait savoir», «laisse entendre», «fait état de», «a-t-on appris»."""
    before = [
        other.lemma_.lower()
        for other in tokens_of(token.doc)[max(sentence_of(token).start, token.i - 3) : token.i]
    ]
    if token.lower_ == "appris":
        return "say" if any(word in ("-on", "on") for word in before) else None
    if any(word in ("faire", "laisser") for word in before):
        return "say"
    return cue_verbs().get(token.lemma_.lower()) if token.pos_ == "VERB" else None


def saying_verb(token: Token) -> Token:
    """The finite verb of an idiom: «**a fait** savoir», «**fait** état»; else the verb itself.

    Args:
        token: A word of the class of verbs of saying.
    """
    if token.lower_ not in _SPOKEN:
        return token
    before = tokens_of(token.doc)[max(sentence_of(token).start, token.i - 3) : token.i]
    verbs = (other for other in reversed(before) if other.lemma_.lower() in ("faire", "laisser"))
    return next((verb for verb in verbs if not verb.lower_.endswith("ant")), token)  # «**faisant** état de»
