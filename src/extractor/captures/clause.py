"""The words around a verb or noun that word order alone tells: verb group, clitics, prepositions, dates."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.captures.cues import cue_words
from extractor.captures.memory import remembered
from extractor.captures.syntax import CLITIC, CONTRACTED
from extractor.captures.verb_group import CLITICS
from extractor.captures.voice import REFLEXIVE, auxiliaries_before
from extractor.sentences import forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

GROUP = CLITICS | {"pas", "plus", "jamais", "tous", "toutes"}
_CAUSE = ("fai", "fit", "firent", "fass", "laiss")
_SUFFER = {"voir", "vu", "vue", "vus", "vues", "voit", "voient", "voyait", "voyaient", "vit", "virent"}
# Prepositions of several words that mark a slot: the words, those that may follow, and the name of the role.
_COMPLEX: tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...] = (
    (("face",), ("à", "au", "aux"), "face à"),
    (("au", "profit"), ("de", "du", "des", "d'"), "au profit de"),
    (("au", "bénéfice"), ("de", "du", "des", "d'"), "au profit de"),
    (("aux", "dépens"), ("de", "du", "des", "d'"), "des mains de"),
    (("des", "mains"), ("de", "du", "des", "d'"), "des mains de"),
    (("du", "joug"), ("de", "du", "des", "d'"), "des mains de"),
    (("hors",), ("de", "du", "des", "d'"), "hors de"),
)


def complex_preposition(doc: Doc, i: int) -> tuple[str, int] | None:
    """Role and length of the preposition of several words that begins at a token («au profit de»).

    Args:
        doc: The text.
        i: The token.
    """
    form = forms_of(doc)[i]
    for words, linkers, name in _COMPLEX:
        after = i + len(words)
        if form != words[0] or after >= len(doc) or doc[after].lower_ not in linkers:
            continue
        if tuple(token.lower_ for token in tokens_of(doc)[i:after]) == words:
            return name, len(words) + 1
    return None


@cache
def _in_turn() -> dict[str, tuple[str, ...]]:
    """Phrases like «coup sur coup», by their first word."""
    return {words[0]: words for words in (tuple(it.split()) for it in cue_words("idioms", "in_turn"))}


@lru_cache(maxsize=2)
def date_tokens(doc: Doc) -> frozenset[int]:
    """Tokens of date expressions and of «coup sur coup»: they fill no slot."""
    dates = {i for span in doc.spans.get("dates", ()) for i in range(span.start, span.end)}
    forms, phrases = forms_of(doc), _in_turn()
    for i, form in enumerate(forms):
        phrase = phrases.get(form)
        if phrase is not None and tuple(forms[i : i + len(phrase)]) == phrase:
            dates.update(range(i, i + len(phrase)))
    return frozenset(dates)


@remembered
def group_start(verb: Token) -> int:
    """First token of the verb group: auxiliaries, clitics, negation and adverbs before the verb."""
    i = min([verb.i, *(auxiliary.i for auxiliary in auxiliaries_before(verb))])
    while i > sentence_of(verb).start:
        before = verb.doc[i - 1]
        clitic = (before.lower_ in GROUP and before.pos_ != "ADV") or (
            before.pos_ == "PRON" and before.lower_ in GROUP
        )
        auxiliary = before.pos_ == "AUX" or before.lower_ in ("avoir", "être", "été")
        if auxiliary or before.pos_ == "ADV" or clitic or _opens_quote(before):
            i -= 1
        else:
            break
    return i


def _opens_quote(token: Token) -> bool:
    """«l'avoir **«**libérée**»**»: a quotation mark inside the verb group, after the auxiliary."""
    inside = token.i > sentence_of(token).start and token.nbor(-1).pos_ in ("AUX", "ADV")
    return inside and token.text in ("«", '"', "“")


def clitics(verb: Token) -> Iterator[tuple[str, Token]]:
    """Role and token of each clitic before a verb, by word order: «leur est échue», «l'a prise».

    Args:
        verb: The verb.
    """
    for token in tokens_of(verb.doc)[group_start(verb) : verb.i]:
        role = CLITIC.get(token.lower_)
        if role is not None and (token.pos_ != "ADP" or _stands_before_verb(token)):
            yield role, token
        elif token.lower_ in ("l'", "la", "le", "les") and leads_to_verb(token.nbor(1)):
            yield "object", token


def leads_to_verb(following: Token) -> bool:
    """True for what stands after an object pronoun, not an article: «l'**a** prise», «la **leur** a reprise».

    Args:
        following: The word after it.
    """
    return following.pos_ in ("VERB", "AUX") or following.lower_ in ("leur", "lui", "y")


def _stands_before_verb(token: Token) -> bool:
    """«s'**en** faire chasser»: tagged a preposition, but no noun and no gerund follows."""
    following, before = token.nbor(1), token.doc[token.i - 1].lower_ if token.i else ""
    if following.lower_.endswith("ant"):
        return False
    return following.pos_ in ("VERB", "AUX") or before in ("l'", "les", "n'", "ne")  # «les **en** délogeait»


def is_nominal(token: Token) -> bool:
    """True for a noun, a name or a pronoun; a name may be tagged anything."""
    return token.pos_ in ("NOUN", "PROPN", "PRON", "X") or bool(token.ent_type_)


@remembered
def introduced_by(noun: Token) -> str | None:
    """The preposition before a noun phrase, by word order; None where there is none."""
    i = noun.i - 1
    while i >= sentence_of(noun).start:
        before = noun.doc[i]
        if before.pos_ == "ADP" or before.lower_ in ("du", "au", "aux"):
            return CONTRACTED.get(before.lower_, before.lower_)
        if before.pos_ not in ("DET", "ADJ", "NUM") and not (
            before.ent_iob_ != "O" and noun.doc[i + 1].ent_iob_ == "I"
        ):
            return None
        i -= 1
    return None


@remembered
def main_verb_of(gerund: Token) -> Token | None:
    """The finite verb beside «en prenant X»: before it, or after it where it opens the sentence.

    Args:
        gerund: The gerund.
    """
    sentence = sentence_of(gerund)
    before = [token for token in tokens_of(gerund.doc)[sentence.start : gerund.i] if is_finite(token)]
    after = [token for token in tokens_of(gerund.doc)[gerund.i : sentence.end] if is_finite(token)]
    return before[-1] if before else after[0] if after else None


@remembered
def opens_sentence(verb: Token) -> bool:
    """True for the infinitive of «**Après avoir pris** X, les rebelles …», wherever the parser hung it.

    Args:
        verb: The verb.
    """
    first = tokens_of(verb.doc)[sentence_of(verb).start]
    if first.pos_ != "ADP" or "VerbForm=Inf" not in f"{verb.morph}{verb.nbor(-1).morph if verb.i else ''}":
        return False
    return not any(is_finite(token) for token in tokens_of(verb.doc)[first.i : verb.i])


@remembered
def is_gerund(verb: Token) -> bool:
    """True for «en prenant»: its subject is that of the main clause."""
    before = [
        token.lower_ for token in tokens_of(verb.doc)[max(sentence_of(verb).start, verb.i - 2) : verb.i]
    ]
    return verb.lower_.endswith("ant") and "en" in before


def is_finite(token: Token) -> bool:
    """True for a verb with a mood and a person."""
    return token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph)


@remembered
def causer_of(verb: Token) -> Token | None:
    """The «faire», «laisser» or «se voir» right before an infinitive: who makes it happen, or suffers it.

    Args:
        verb: The infinitive.
    """
    if verb.i == sentence_of(verb).start:
        return None
    before = verb.nbor(-1)
    if before.lower_.startswith(_CAUSE) and before.lemma_ != "faillir":
        return before
    return before if before.lower_ in _SUFFER and is_reflexive_causer(before) else None


def is_reflexive_causer(causer: Token) -> bool:
    """True for «**s'**est fait prendre X», «pour **s'**en faire chasser»: the subject is who loses.

    Args:
        causer: The form of «faire», «laisser» or «voir».
    """
    return any(token.lower_ in REFLEXIVE for token in tokens_of(causer.doc)[group_start(causer) : causer.i])
