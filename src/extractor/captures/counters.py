"""What speaks against a claim but denies no word of it: «n'y a vu que des soldats», «n'ont pas bougé»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.cues import cue_words
from extractor.captures.saying import SPEAKING, verb_class
from extractor.captures.speakers import speaker_of
from extractor.captures.verb_group import group, has_infinitive_form, is_irreal, is_negated
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

_NEAR = 5  # tokens from «n'» to what is not seen
_BACK = 12  # tokens from what is seen to who says so
_NE = {"ne", "n'", "n’"}
_AGAIN = {"encore", "toujours"}
_UNABLE = {"pu", "peut", "pouvait", "pouvoir", "mesure"}
_THERE = {"y", "l'", "en"}


def refutes(words: Sequence[Token]) -> bool:
    """Whether words say that nothing has changed: «n'ont **pas bougé**», «**personne n'y est**».

    Args:
        words: What somebody says.
    """
    return any(_is_unmoved(word) for word in words)


def _is_unmoved(verb: Token) -> bool:
    if verb.pos_ not in ("VERB", "AUX", "ADJ") or is_irreal(verb) or not is_negated(verb):
        return False
    clitics = {token.lower_ for token in group(verb)}
    if "plus" in clitics or any(token.lower_ == "encore" for token in group(verb)):
        return False
    if verb.lemma_ in cue_words("verbs", "unmoved"):
        return True
    there = bool(_THERE & clitics)
    return there and verb.lemma_ in cue_words("verbs", "arrive")


def glimpses(doc: Doc, start: int, end: int) -> Iterator[tuple[int, list[int] | None]]:
    """What people there see otherwise: «n'y a **vu** que des soldats», with the token range of who does.

    Args:
        doc: The text.
        start: First token of a stretch.
        end: Token after it.
    """
    tokens = tokens_of(doc)
    contrast = any(token.lower_ in cue_words("adverbs", "against") for token in tokens[start:end])
    for token in tokens[start:end]:
        if token.lower_ not in cue_words("idioms", "seen") or _is_noun(token):
            continue
        before = [other.lower_ for other in tokens[max(sentence_of(token).start, token.i - _NEAR) : token.i]]
        after = [other.lower_ for other in tokens[token.i + 1 : min(end, token.i + _NEAR)]]
        if _UNABLE.intersection(before) or after[:1] == ["venir"]:
            continue
        nothing = bool(_NE.intersection(before)) or "sans" in before[-3:]
        still = (contrast or bool(_AGAIN.intersection(after))) and "y" in before
        if nothing or still:
            who = _who_sees(token, start)
            if who is None or doc[who[0]].pos_ != "PRON":
                yield token.i, who


def _is_noun(token: Token) -> bool:
    """«une **vue**», «le point de **vue**»."""
    before = token.nbor(-1) if token.i else None
    return before is not None and (before.pos_ == "DET" or before.lower_ in ("de", "en", "du"))


def _who_sees(verb: Token, start: int) -> list[int] | None:
    """The subject; of «assure n'avoir vu personne» that of the verb of saying."""
    infinitive = has_infinitive_form(verb) or any(token.lower_ == "avoir" for token in group(verb))
    if infinitive:
        before = tokens_of(verb.doc)[max(start, verb.i - _BACK) : verb.i]
        verb = next((token for token in reversed(before) if verb_class(token) in SPEAKING), verb)
    return speaker_of(verb)


def scorned(doc: Doc, start: int, end: int) -> Iterator[tuple[int, list[int] | None]]:
    """«le gouverneur **en rit**», «les diplomates **en doutent**», with the token range of who does.

    Args:
        doc: The text.
        start: First token of a stretch.
        end: Token after it.
    """
    tokens = tokens_of(doc)
    for token in tokens[start:end]:
        if token.lower_ not in cue_words("idioms", "scorn"):
            continue
        before = tokens[max(sentence_of(token).start, token.i - 3) : token.i]
        en = next((other for other in before if other.lower_ == "en"), None)
        if en is not None and not is_irreal(token):
            heads = [
                other
                for other in tokens[start : en.i]
                if other.pos_ in ("NOUN", "PROPN") and not other.is_punct
            ]
            yield token.i, [heads[-1].i, heads[-1].i + 1] if heads else None
