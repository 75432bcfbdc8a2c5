"""The class of a cue of any part of speech: «tenter», «tentative», «imminent», «sur le point»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.clause import introduced_by
from extractor.captures.cues import cue_words
from extractor.captures.saying import verb_class
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = ("attempt", "plan", "rumour", "news", "fail")
_ADJECTIVES = ("plan", "fail", "deny")
CONTRACTED_ARTICLES = {"du", "des", "au", "aux"}


def cue_class(token: Token) -> str | None:
    """Class of a cue (see ``cues.toml``), None for other words.

    After a determiner a form is a noun, whatever the tagger took it for («l'ordre de»).

    Args:
        token: A token.
    """
    if token.lower_ in cue_words("idioms", "plan") and introduced_by(token) in ("sur", "en", "à"):
        return "plan"
    if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and _follows_determiner(token):
        return _listed(token, "nouns", _NOUNS)
    listed = _listed(token, "adjectives", _ADJECTIVES)
    if listed is None and token.pos_ == "NOUN":
        listed = _listed(token, "nouns", _NOUNS)
    return listed or verb_class(token)


def _listed(token: Token, part: str, classes: tuple[str, ...]) -> str | None:
    forms = {token.lemma_.lower(), token.lower_}
    return next((name for name in classes if forms & cue_words(part, name)), None)


def _follows_determiner(token: Token) -> bool:
    i = token.i - 1
    if i >= sentence_of(token).start and token.doc[i].lower_ in cue_words("pronouns", "the_last"):
        return token.pos_ not in ("VERB", "AUX")  # «ce dernier affirme»
    while i > sentence_of(token).start and token.doc[i].pos_ == "ADJ":
        i -= 1
    before = token.doc[i] if i >= sentence_of(token).start else None
    return before is not None and (
        before.pos_ == "DET" or before.lower_ in CONTRACTED_ARTICLES or before.lower_ == "leur"
    )
