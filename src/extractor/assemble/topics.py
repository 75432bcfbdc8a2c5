"""Where a text names a town: as what a sentence is about, or in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.triggers import triggers
from extractor.captures.clause import introduced_by, is_finite
from extractor.captures.vocabulary import actor_side, is_role_noun
from extractor.captures.voice import has_auxiliary, is_participle
from extractor.naming.forms import plain
from extractor.naming.knowledge import roles
from extractor.sentences import sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Doc, Token

_HAVING = {"avoir", "être"}
_REACH = 3  # tokens from a pronoun to its infinitive: «s'**y** être invités», «**l'**avoir prise»


def is_subject(name: Token) -> bool:
    """«**X** est redevenue norvane», «Dans l'Est, **X** …»: without preposition, before its verb.

    Args:
        name: The name of a town.
    """
    return name.dep_.startswith("nsubj") and introduced_by(name) is None


def belongs_to_somebody(name: Token) -> bool:
    """«les brigades **de X**», «le gouverneur **de X**»: the sentence is about them.

    Args:
        name: The name of a town.
    """
    owner = name.i - 2
    if introduced_by(name) != "de" or owner < sentence_of(name).start:
        return False
    noun = name.doc[owner].lower_
    return actor_side(noun) is not None or is_role_noun(noun)


def seat_of(doc: Doc, source: list[int], towns: Container[int]) -> int | None:
    """Where the town stands whose mayor, governor or inhabitants speak: «a dit le maire **de X**».

    Args:
        doc: The text.
        source: Token range of who speaks.
        towns: Start tokens of the names of towns.
    """
    names = (name for name in tokens_of(doc)[source[0] + 2 : source[1]] if name.i in towns)
    return next((name.i for name in names if _officer_of(name) is not None), None)


def is_left(name: Token) -> bool:
    """«L'armée, chassée **de X**, y est revenue»: whence a participle says that somebody went.

    Args:
        name: The name of a town.
    """
    before = name.doc[name.i - 2] if name.i - 2 >= sentence_of(name).start else None
    return before is not None and introduced_by(name) == "de" and is_participle(before)


def is_seat(name: Token) -> bool:
    """«Le gouverneur **de X** a livré la ville»: the town of who does it.

    Args:
        name: The name of a town.
    """
    officer = _officer_of(name)
    return officer is not None and officer.dep_.startswith("nsubj")


def _officer_of(town: Token) -> Token | None:
    """«**maire** de X», «**chefs** tribaux de X»."""
    if introduced_by(town) != "de" or town.i - 3 < sentence_of(town).start:
        return None
    before = town.doc[town.i - 2] if town.doc[town.i - 2].pos_ != "ADJ" else town.doc[town.i - 3]
    return before if plain(before.lower_) in roles() else None


def is_where_somebody_is(name: Token) -> bool:
    """«des voyageurs arrivés **à X**», «un communiqué diffusé **à X**»: whence it is told.

    Args:
        name: The name of a town.
    """
    before = name.doc[name.i - 2] if name.i - 2 >= sentence_of(name).start else None
    if before is None or introduced_by(name) not in ("à", "de", "depuis"):
        return False
    if introduced_by(name) == "à" and _opens_with_role(name):
        return True
    return is_participle(before) and not has_auxiliary(before)


def _opens_with_role(name: Token) -> bool:
    """«Un **officier** de l'armée norlandaise à **X** a dit …»: where the speaker is."""
    start = sentence_of(name).start
    before = tokens_of(name.doc)[start : name.i - 1]
    if not any(is_role_noun(token.lower_) for token in before[:2]):
        return False
    return all(token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "ADP", "NUM") for token in before)


def announced(doc: Doc, position: int) -> int | None:
    """«Six mois après **l'**avoir conquise, les rebelles ont perdu **X**»: where the town is named later.

    Args:
        doc: The text after all components.
        position: The pronoun, that of an infinitive before the main clause.
    """
    start, end = sentence_of(doc[position])
    ahead = {token.lower_ for token in tokens_of(doc)[position + 1 : min(position + _REACH, end)]}
    comma = next((token.i for token in tokens_of(doc)[position:end] if token.text == ","), end)
    if not ahead & _HAVING or any(is_finite(token) for token in tokens_of(doc)[start:comma]):
        return None
    return next(
        (
            int(place["start"])
            for span in triggers(doc)
            if comma < span.start < end and span._.frame is not None
            for place in span._.frame["places"]
            if place["kind"] == "name" and place["start"] > comma
        ),
        None,
    )
