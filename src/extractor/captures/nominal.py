"""Whom a nominal trigger belongs to: what it stands beside, and the subject of the verb above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.asides import aside_comma
from extractor.captures.clause import date_tokens, introduced_by
from extractor.captures.cues import cue_words
from extractor.captures.memory import remembered
from extractor.captures.surface import subject_candidates
from extractor.captures.syntax import subjects
from extractor.captures.vocabulary import actor_side, is_demonym
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATE = {"être", "rester", "demeurer", "retomber", "retrouver", "trouver", "vivre"}
_LIVE = {"vit", "vivait", "vivent", "vivaient", "vécu"}  # the lemmatizer takes «vit» for a form of «voir»
_BEFORE_NOUN = ("ADJ", "ADV", "ADP", "DET")
_ADVERB = 2  # tokens from «rebelles» to «maîtres»: «les rebelles **désormais** maîtres de X»
_TO = {"au", "aux", "entre"}
_CIRCUMSTANCE = ("de", "après", "avant", "depuis", "dès", "lors", "pendant", "durant")
_OFFICES = {"ministère", "présidence", "gouvernorat", "conseil", "parlement"}


def takes_by_itself(noun: Token) -> bool:
    """True for who fights: in «X revendique la prise», a minister speaks for somebody else."""
    if actor_side(noun.lower_) is not None or is_demonym(noun.text):
        return True
    return noun.ent_type_ in ("ORG", "LOC") and noun.lower_ not in _OFFICES


def _subject_after(noun: Token) -> list[Token]:
    """«Avec la prise de X, **les rebelles** contrôlent …»: the noun after the comma."""
    rest = tokens_of(noun.doc)[noun.i : sentence_of(noun).end]
    comma = next((token.i for token in rest if token.text == ","), sentence_of(noun).end)
    after = tokens_of(noun.doc)[comma + 1 : min(comma + 4, sentence_of(noun).end)]
    return [token for token in after if token.pos_ in ("NOUN", "PROPN") and takes_by_itself(token)][:1]


def _copula_subject(noun: Token) -> Token | None:
    """«**X**, que …, était en sa possession»: the subject of the form of «être» right before the phrase."""
    i = noun.i - 1
    while (
        i > sentence_of(noun).start
        and noun.doc[i].pos_ in ("ADJ", "ADV", "ADP", "DET")
        and not _is_be(noun.doc[i])
    ):
        i -= 1
    found = subject_candidates(noun.doc[i], date_tokens(noun.doc)) if _is_be(noun.doc[i]) else iter(())
    return next(found, None)


def _is_be(token: Token) -> bool:
    return token.lemma_ == "être" or token.lower_ in ("est", "sont", "était", "étaient")


def apposed_to(noun: Token) -> Token | None:
    """«**X**, ancien fief de …», «**X**, jusque-là aux mains de …»: what stands before the comma.

    Args:
        noun: The noun after it.
    """
    if introduced_by(noun) in _CIRCUMSTANCE:
        return None  # «l'annonce, faite par Y, de la prise de X», «la liesse après la prise de X»
    dates = date_tokens(noun.doc)
    i = _phrase_start(noun) - 1
    if i >= sentence_of(noun).start and noun.doc[i].ent_type_ == "LOC" and introduced_by(noun):
        return noun.doc[i]  # a title: «X aux mains de Y»
    if noun.doc[i].text != "," or i <= sentence_of(noun).start:
        hung = noun.dep_ in ("nmod", "acl", "appos") and noun.head.pos_ in ("PROPN", "NOUN")
        return noun.head if hung and noun.head.i not in dates else None
    aside = aside_comma(noun.doc[i - 1])  # «**X**, chef-lieu de la province de Y, aux mains de Z»
    before = noun.doc[(i if aside is None else aside) - 1]
    return before if before.pos_ in ("NOUN", "PROPN", "X", "ADJ") and before.i not in dates else None


@remembered
def _phrase_start(noun: Token) -> int:
    """First token of the phrase of a noun, with its preposition."""
    i = noun.i
    while i > sentence_of(noun).start and (
        noun.doc[i - 1].pos_ in _BEFORE_NOUN or noun.doc[i - 1].lower_ in _TO
    ):
        i -= 1
    return i


def opens_sentence(noun: Token) -> bool:
    """True for «**Aux mains** de Y depuis samedi, X …»: a phrase with its preposition before all else.

    Args:
        noun: A nominal trigger.
    """
    return introduced_by(noun) is not None and _phrase_start(noun) == sentence_of(noun).start


def _subject_behind(noun: Token) -> list[Token]:
    """«Aux mains de Y depuis samedi, **X** …»: the first noun after the comma."""
    rest = tokens_of(noun.doc)[noun.i : sentence_of(noun).end]
    comma = next((token.i for token in rest if token.text == ","), sentence_of(noun).end)
    dates = date_tokens(noun.doc)
    after = tokens_of(noun.doc)[comma + 1 : min(comma + 5, sentence_of(noun).end)]
    return [token for token in after if token.pos_ in ("NOUN", "PROPN", "PRON") and token.i not in dates][:1]


def governing_subject(noun: Token) -> list[Token]:
    """«**l'armée** annonce la prise de …»; «**Sarvane** est aux mains de …».

    Args:
        noun: A nominal trigger.
    """
    master = noun.lower_.startswith("maître")
    own = [child for child in noun.children if child.dep_.startswith("nsubj")]
    if master and noun.dep_ == "amod" and 0 < noun.i - noun.head.i <= _ADVERB:
        own = [noun.head]  # «**Les rebelles** maîtres de X»
    if own:
        return own
    opens = master and noun.i == sentence_of(noun).start
    if opens or opens_sentence(noun):  # «Maîtres de X depuis lundi, **les rebelles** …»
        return _subject_after(noun) if introduced_by(noun) == "avec" else _subject_behind(noun)
    apposed = apposed_to(noun) or _copula_subject(noun)
    if apposed is not None or introduced_by(noun) == "avec":
        return [apposed] if apposed is not None else _subject_after(noun)
    verb = next((head for head in noun.ancestors if head.pos_ == "VERB"), noun.head)
    if verb.lemma_ in cue_words("verbs", "support") and (noun.dep_ == "obj" or noun.i > verb.i):
        dates = date_tokens(noun.doc)
        found = [subject for subject in subjects(verb) if subject.i not in dates]
        return [subject for subject in found or subject_candidates(verb, dates) if takes_by_itself(subject)]
    if noun.dep_.startswith(("obl", "xcomp")) and (verb.lemma_ in _STATE or verb.lower_ in _LIVE):
        return subjects(verb)
    return []
