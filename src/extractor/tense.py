"""Whether the clause of a date tells of the past or of what lies ahead."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.dates import from_dict
from extractor.dates.sides import need
from extractor.lexicon import tables
from extractor.sentences import dates_of, held, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from extractor.dates import Side
    from extractor.dates.sides import Need

_VERBAL = frozenset({"VERB", "AUX"})
_HELPERS = frozenset({"aux", "aux:tense", "aux:pass", "cop"})
_NEAR = 4  # tokens: an auxiliary and its participle, a verb and its date
_CLIMB = 12  # heads from a date to its verb, at most


def side_of(date: Span) -> Side | None:
    """The side that the nearest verb or noun of prospect above a date tells, else the next one above.

    Args:
        date: A date expression of a parsed and tagged Doc.
    """
    for token in _above(date.root):
        side = _side(token) if token.pos_ in _VERBAL else _side_of_noun(token, date)
        if side is not None:
            return side
    return None


@held
def plain_sides(doc: Doc) -> list[tuple[bool, Side | None]]:
    """Whether the sentence of each date tells without its tree all that the date takes of it, and the side.

    It does where the date stands right behind its verb («a indiqué lundi»), where no verb or all verbs could
    bear it alike, and where only the future would matter and none is in sight.

    Args:
        doc: A tagged text with its dates.
    """
    return [_plain_side(date, need(from_dict(date._.expression))) for date in dates_of(doc)]


def _plain_side(date: Span, taken: Need) -> tuple[bool, Side | None]:
    if taken == "none":
        return True, None
    if _follows_a_past(date):
        return True, "past"
    sentence = tokens_of(date.doc)[sentence_of(date[0]).start : sentence_of(date[-1]).end]
    verbs = [token for token in sentence if token.pos_ in _VERBAL]
    if any(token.lemma_ in _lemmas("prospect") for token in sentence):
        return False, None
    if verbs and all(map(_is_past, verbs)):
        return True, "past"
    ahead = any(map(_may_be_ahead, verbs))
    return not ahead and (taken == "future" or all(map(_is_present, verbs))), None


def _follows_a_past(date: Span) -> bool:
    """«a indiqué lundi», «avait été tué le 12 mars»."""
    doc, i, first = date.doc, date.start - 1, sentence_of(date[0]).start
    while i > first and doc[i].pos_ in ("DET", "ADP") and date.start - i < _NEAR:
        i -= 1
    if (
        i <= first
        or not _is_past_participle(doc[i])
        or doc[i].lemma_ in _lemmas("ahead") | _lemmas("timeless")
    ):
        return False
    before = (token for token in reversed(tokens_of(doc)[max(first, i - _NEAR) : i]) if token.pos_ in _VERBAL)
    auxiliary = next((token for token in before if token.lower_ != "été"), None)
    return (
        auxiliary is not None
        and auxiliary.lemma_ == "avoir"
        and _has(auxiliary, "Mood=Ind")
        and (_has(auxiliary, "Tense=Pres") or _has(auxiliary, "Tense=Imp"))
    )


def _is_past(verb: Token) -> bool:
    """«dormait», «a» of «a dormi», «dormi» after an auxiliary; «est dormi» may be of the present."""
    if verb.lemma_ in _lemmas("ahead") | _lemmas("timeless") | _lemmas("hopeful") | _lemmas("modal"):
        return False
    if _has(verb, "VerbForm=Part"):
        return _is_past_participle(verb)
    if _has(verb, "Tense=Past") or _has(verb, "Tense=Imp"):
        return True
    return (
        verb.lemma_ == "avoir" and _has(verb, "Mood=Ind") and _has(verb, "Tense=Pres") and _is_auxiliary(verb)
    )


def _is_present(verb: Token) -> bool:
    """A verb in the present that is no auxiliary: it tells neither side."""
    return _has(verb, "Mood=Ind") and _has(verb, "Tense=Pres") and not _is_auxiliary(verb)


def _is_auxiliary(verb: Token) -> bool:
    following = (token for token in tokens_of(verb.doc)[verb.i + 1 : verb.i + _NEAR] if token.pos_ in _VERBAL)
    participle = next(following, None)
    return participle is not None and _has(participle, "VerbForm=Part")


def _is_past_participle(verb: Token) -> bool:
    return _has(verb, "VerbForm=Part") and not _has(verb, "Tense=Pres")


def _may_be_ahead(verb: Token) -> bool:
    """«dira», «dirait», «espère», «prévu», «doit» with its infinitive."""
    if verb.lemma_ in _lemmas("ahead") | _lemmas("hopeful") | _lemmas("modal"):
        return True
    return _has(verb, "Tense=Fut") or _has(verb, "Mood=Cnd")


def _above(token: Token) -> Iterator[Token]:
    for _ in range(_CLIMB):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


@cache
def _lemmas(name: str) -> frozenset[str]:
    return frozenset(tables("dates.toml")["words"][name]["list"])


@lru_cache(maxsize=1024)
def _features(morph: str) -> frozenset[str]:
    """«Mood=Ind|Tense=Past» as its parts."""
    return frozenset(morph.split("|"))


def _has(token: Token, feature: str) -> bool:
    return feature in _features(str(token.morph))


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux:tense" for child in verb.children)


def _side(verb: Token) -> Side | None:
    participle = _has(verb, "VerbForm=Part")
    if participle and verb.lemma_ in _lemmas("ahead") | _lemmas("timeless"):
        return "future" if verb.lemma_ in _lemmas("ahead") else None
    if _has(verb, "VerbForm=Inf"):
        return _side_of_infinitive(verb)
    helpers = [child for child in verb.children if child.dep_ in _HELPERS]
    if participle and (not helpers or _is_perfect(verb) or verb.lemma_ in _lemmas("unaccusative")):
        return "past" if not _has(verb, "Tense=Pres") else None
    finite = helpers or [verb]
    if any(_has(token, "Tense=Fut") or _has(token, "Mood=Cnd") for token in finite):
        return "future"
    if any(_has(token, tense) for token in finite for tense in ("Tense=Past", "Tense=Imp")) or _is_perfect(
        verb
    ):
        return "past"
    return "future" if verb.lemma_ in _lemmas("hopeful") else None


def _side_of_noun(noun: Token, date: Span) -> Side | None:
    """«le projet de scrutin en mai» looks ahead, «la menace de lundi» was uttered."""
    return "future" if noun.lemma_ in _lemmas("prospect") and noun.i != date.root.head.i else None


def _side_of_infinitive(verb: Token) -> Side | None:
    """«après avoir pris» is past, «doit prendre» and «devait prendre» look ahead, «a pu prendre» is past."""
    if _is_perfect(verb):
        return "past"
    if verb.head.lemma_ in _lemmas("modal") and verb.dep_ in ("xcomp", "ccomp", "aux"):
        return "past" if _is_perfect(verb.head) else "future"
    return None
