"""Names of places that only tell where something else is or goes: «à la lisière de X», «vers X»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.anchors import ends_a_way
from extractor.captures.clause import introduced_by
from extractor.captures.fillers import entity_filler
from extractor.captures.place_lists import whole_list
from extractor.captures.settings import kind_of, likely_words
from extractor.captures.vocabulary import place_noun
from extractor.captures.voice import QUOTES
from extractor.naming.knowledge import look_up
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_IN = ("dans", "en", "à")
_LINKS = ("ADP", "ADJ", "DET")
_LIST = 12  # tokens from «provinces» to a name of its list
_SIDES = ("centre", "est", "nord", "ouest", "sud")


def only_tells_where(phrase: Span) -> bool:
    """Whether a phrase that stands for a place says no more than where somebody is, goes or speaks.

    Args:
        phrase: The name, or what stands for it.
    """
    return _is_passed(phrase) or _is_scene(phrase) or _lies_elsewhere(phrase)


def _is_passed(phrase: Span) -> bool:
    """«**depuis** X, ils affirment …», «**De** X, elle a vu …»: from where it is told; «vers X»: a way."""
    before = introduced_by(phrase[0])
    return before in likely_words("passing") or (before == "de" and phrase.start - 1 == phrase.sent.start)


def _is_scene(name: Span) -> bool:
    """«**dans** les provinces de **X** et de Y», «chef-lieu de la province de **X**»: where something is."""
    doc, i = name.doc, name.start - 1
    first = max(name.sent.start, i - _LIST)
    while i > first and (doc[i].ent_type_ == "LOC" or doc[i].pos_ in _LINKS or doc[i].text in (",", "et")):
        i -= 1
    if i <= first or place_noun(doc[i].lower_) != "region":
        return False
    if not any(token.pos_ == "ADP" for token in doc[i + 1 : i + 3]):
        return False
    before = introduced_by(doc[i])
    if before != "de":
        return before in _IN
    owner = next((token for token in reversed(doc[first:i]) if token.pos_ not in _LINKS), name[0])
    return place_noun(owner.lower_) is not None or owner.lower_ in _SIDES


def _lies_elsewhere(phrase: Span) -> bool:
    """«la lisière **de X**», «s'est retiré **à X**», «le golfe de X»: a name that only tells where."""
    if kind_of(phrase) != "name":
        return phrase[0].lower_ == "en" and phrase[0].nbor(1).lemma_ == "croire"  # «à l'en croire»
    if phrase[0].lower_ in likely_words("waters") or ends_a_way(phrase[0]):
        return True
    first = whole_list(phrase[0])[0]
    before, start = introduced_by(first), entity_filler(first).start
    if first.doc[start - 1].lower_ == "au":  # «une percée au Norland»
        known = look_up(phrase.text)
        return known is not None and known.kind in ("country", "region")
    noun = _owner(first, start) if before == "de" else None
    if noun is not None:
        if noun.lower_ in likely_words("whereabouts"):
            return True
        noun = noun.head if noun.lower_ == "nom" else noun  # «une localité du nom de X»
        before = introduced_by(noun) if place_noun(noun.lower_) else before
    if before not in ("à", "dans"):
        return False
    ground = first.doc[max(start - 2, 0)].lower_ in likely_words("whereabouts")  # «perdu du terrain **à X**»
    verb = next((token for token in phrase.root.ancestors if token.pos_ == "VERB"), None)
    return ground or (verb is not None and verb.lemma_ in likely_words("staying"))


def _owner(name: Token, start: int) -> Token | None:
    """The noun before «de» and a name, adjectives and quotes aside: «les **provinces** voisines de X»."""
    opening = sentence_of(name).start
    if start - 2 < opening:
        return None
    noun = name.doc[start - 2]
    while noun.i > opening and (noun.pos_ == "ADJ" or noun.text in QUOTES):
        noun = noun.nbor(-1)
    return noun if noun.pos_ in ("NOUN", "PROPN") else None
