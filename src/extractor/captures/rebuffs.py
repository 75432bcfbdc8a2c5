"""What calls a statement false: «démenti», «c'est faux», «n'en est rien», «met en doute»."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extractor.captures.attribution import tagged
from extractor.captures.cues import cue_words
from extractor.captures.reaction import Reaction
from extractor.captures.sources import source_phrase
from extractor.captures.speakers import person_range, speaker_of
from extractor.captures.verb_group import group, is_infinitive, is_irreal, is_negated
from extractor.captures.voice import is_reflexive
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

_SLOGAN = 9
_LOOK = 4
_REACH_OF_WORD = 8  # tokens from a verb to what it calls a statement
_NE = {"ne", "n'"}
_DENIALS = {"démenti", "démentis"}
_BY = {"de", "du", "d'", "des", "à"}


@cache
def _falsifying() -> frozenset[str]:
    mocking = {"défendre", "entendre", "inscrire", "mettre", "rire"}
    return cue_words("verbs", "call") | cue_words("verbs", "dismiss") | mocking


def calls_it_false(verb: Token) -> bool:
    """«s'en défend», «s'inscrit en **faux**», «traite **l'annonce** de …», «n'y voit qu'un **montage**».

    Args:
        verb: A word that may be such a verb.
    """
    is_cue = verb.lemma_ in _falsifying() and verb.pos_ in ("VERB", "AUX")
    if not is_cue or is_irreal(verb) or is_infinitive(verb):
        return False
    after = tokens_of(verb.doc)[verb.i + 1 : min(verb.i + 1 + _REACH_OF_WORD, sentence_of(verb).end)]
    if verb.lemma_ in cue_words("verbs", "call"):
        said = any(token.lemma_.lower() in cue_words("nouns", "said") for token in after[:_LOOK])
        untrue = relative_before(verb) is not None and any(map(_is_untruth, after))
        return not is_negated(verb) and (said or untrue)
    if verb.lemma_ in cue_words("verbs", "dismiss"):
        only = any(token.lower_ in ("que", "qu'") for token in after)
        return only == any(token.lower_ in _NE for token in group(verb)) and any(map(_is_untruth, after))
    return _is_idiom(verb, [token.lower_ for token in after])


def _is_idiom(verb: Token, after: Sequence[str]) -> bool:
    """«**met** ces propos **en doute**», «**en rit**», «ne l'**entend** pas **ainsi**», «**s'en défend**»."""
    if verb.lemma_ == "entendre":
        return is_negated(verb) and not {"ainsi", "oreille"}.isdisjoint(after)
    if verb.lemma_ == "inscrire":
        return list(after[:2]) == ["en", "faux"]
    if verb.lemma_ == "mettre":
        return "doute" in after and not is_negated(verb)
    of_it = any(token.lower_ == "en" for token in group(verb))
    return of_it and (is_reflexive(verb) if verb.lemma_ == "défendre" else not is_negated(verb))


def relative_before(verb: Token) -> Token | None:
    """The «que» of a relative clause that tells what was said: «**ce qu'**affirme X», «X, **que** …».

    Args:
        verb: Its verb.
    """
    start = sentence_of(verb).start
    for token in reversed(tokens_of(verb.doc)[max(start, group(verb)[0].i - _LOOK) : group(verb)[0].i]):
        if token.text in (",", ";", ":"):
            return None
        if token.lower_ in ("que", "qu'") and token.i > start:
            before = token.nbor(-1)
            return token if before.lower_ == "ce" or before.text == "," else None
    return None


def _is_untruth(token: Token) -> bool:
    return not cue_words("nouns", "deny").isdisjoint((token.lower_, token.lemma_.lower()))


def denials(doc: Doc) -> Iterator[Reaction]:
    """«Lagos oppose un **démenti** formel», «Démenti de l'armée».

    Args:
        doc: The text.
    """
    for token, form in zip(tokens_of(doc), forms_of(doc), strict=True):
        if form not in _DENIALS:
            continue
        opens = token.is_sent_start
        before = "" if opens else token.nbor(-1).lower_
        if not (opens or before in ("un", "le", "ce", "des", "les")):
            continue
        owner = next(
            (other for other in tokens_of(doc)[token.i + 1 : token.i + 5] if other.lower_ in _BY), None
        )
        if owner is not None and owner.i + 1 < sentence_of(token).end:
            heads = (
                other
                for other in tokens_of(doc)[owner.i + 1 : sentence_of(token).end]
                if other.pos_ in ("NOUN", "PROPN")
            )
            head = next(heads, None)
            yield Reaction(token.i, "deny", person_range(head) if head is not None else None)
        elif not opens and token.head.pos_ == "VERB" and not is_negated(token.head):
            yield Reaction(token.i, "deny", speaker_of(token.head))


def untrue(doc: Doc) -> Iterator[Reaction]:
    """«Il **n'en est rien**, assure X», «**malgré l'annonce** contraire de X».

    Args:
        doc: The text.
    """
    for token, form in zip(tokens_of(doc), forms_of(doc), strict=True):
        if form == "rien" and token.i > sentence_of(token).start + 2:
            before = [other.lower_ for other in tokens_of(doc)[token.i - 3 : token.i]]
            if before[0] in _NE and before[1] == "en" and token.nbor(-1).lemma_ == "être":
                tag = tagged(token)
                yield Reaction(token.i, "deny", tag.speaker if tag else source_phrase(token))
        elif token.lemma_.lower() in cue_words("nouns", "said") and token.pos_ == "NOUN":
            speaker = _against_whose_word(token)
            if speaker is not None:
                yield Reaction(token.i, "contrary", speaker)


def _against_whose_word(noun: Token) -> list[int] | None:
    """«**malgré** l'annonce contraire **des rebelles**», «**contrairement aux** affirmations **de X**»."""
    before = {
        token.lower_ for token in tokens_of(noun.doc)[max(sentence_of(noun).start, noun.i - _LOOK) : noun.i]
    }
    if before.isdisjoint(("malgré", "contrairement", "dépit")):
        return None
    after = tokens_of(noun.doc)[noun.i + 1 : min(noun.i + _LOOK, sentence_of(noun).end - 1)]
    of = next((token for token in after if token.lower_ in _BY), None)
    who = tokens_of(noun.doc)[of.i + 1 : of.i + _LOOK] if of is not None else ()
    head = next((token for token in who if token.pos_ in ("NOUN", "PROPN")), None)
    return person_range(head) if head is not None else None


def slogans(doc: Doc) -> Iterator[Reaction]:
    """«C'est faux», «Mensonge, a répliqué X», «Propagande !»: a few words that deny what was said.

    Args:
        doc: The text.
    """
    for quotation in doc.spans.get("quotations", ()):
        opening = quotation[1].lower_ if len(quotation) > 1 else ""
        if (
            opening in cue_words("nouns", "deny")
            or _says_no(quotation)
            or (len(quotation) <= _SLOGAN and _denies(quotation))
        ):
            yield Reaction(quotation.start, "deny", quotation._.speaker or _who_calls_it(quotation))
    for sentence in doc.sents:
        first = sentence[1] if len(sentence) > 1 and sentence[0].lower_ in ("un", "une") else sentence[0]
        if (
            first.lower_ in cue_words("nouns", "deny")
            and first.i + 1 < sentence.end
            and first.nbor(1).is_punct
        ):
            tag = tagged(first)
            yield Reaction(first.i, "deny", tag.speaker if tag else source_phrase(first))


def _who_calls_it(quotation: Span) -> list[int] | None:
    """«information que X **a qualifiée de** «pure intoxication»»."""
    before = tokens_of(quotation.doc)[
        max(sentence_of(quotation[0]).start, quotation.start - _LOOK) : quotation.start
    ]
    verb = next((token for token in before if token.lemma_ in cue_words("verbs", "call")), None)
    return speaker_of(verb) if verb is not None else None


def _says_no(quotation: Span) -> bool:
    """«Non, …», «C'est faux, …», «Ce n'est pas vrai»."""
    opening = [token.lower_ for token in quotation[1:7]]
    if opening[:2] == ["c'", "est"]:
        opening = opening[2:]
    if opening[:5] == ["ce", "n'", "est", "pas", "vrai"]:
        return True
    return bool(opening) and opening[0] in cue_words("nouns", "no")


def _denies(quotation: Span) -> bool:
    return any(map(_is_untruth, quotation))
