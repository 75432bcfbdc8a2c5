"""The countries that an article names, by name, region, demonym or town; and those told of one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.gazetteer import find, is_town
from extractor.lexicon import tables
from extractor.naming.forms import key, plain, plural
from extractor.naming.knowledge import look_up, namesakes
from extractor.naming.rules import word_list
from extractor.sentences import plain_forms_of, sentence_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span, Token

    from extractor.naming.knowledge import Known

NAMED, _CAPITAL = 2.0, 1.0  # a capital often stands for a government that only comments
CITY = 100_000  # inhabitants: named without any country
# Where settlers gave the same names over and over, the one town of a name that we know may be another
RENAMED = frozenset(("AU", "CA", "NZ", "US"))
_WIDEST_APPOSITION = 9  # tokens
_CENTRE = re.compile(r"[- ](?:[Cc]entre|[Vv]ille)$")  # «Masisi-centre»
_LINKS = frozenset(("de", "d'", "du", "des", "la", "l'", "le"))
_INSIDE = frozenset(("en", "au", "aux", "dans", "a", "("))
_NEAR = (
    "frontier",
    "frontaliere",
    "proche",
    "pres",
    "face",
    "voisin",
    "limitrophe",
    "contre",
    "vers",
    "avec",
)


def without_centre(name: str) -> str:
    """The town of «Masisi-centre»."""
    return _CENTRE.sub("", name)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often the article names each country.

    Attributes:
        total: Weight by country code.
        own: The part of it that stands on one name, by its key: a name is no evidence for itself.
    """

    total: Counter[str]
    own: dict[str, Counter[str]]

    def for_name(self, name: str) -> Counter[str]:
        """The weight of each country, the name itself left out."""
        return self.total - self.own.get(key(name), Counter())

    def country_meant(self, name: str, known: Known) -> str | None:
        """The country of a name of the tables, where others bear it too; None if the article does not tell.

        Of the two Congos it is the one of which more is said. «Géorgie» is the country where that is named in
        other words too: the United States are named in any article.
        """
        others = namesakes(name)
        named = self.for_name(name)
        weights = {entry.country: named[entry.country or ""] for entry in (known, *others)}
        if any(other.kind != known.kind for other in others):
            return known.country if weights[known.country] > 0 else None
        best = max(weights.values())
        meant = [country for country, weight in weights.items() if weight == best]
        return meant[0] if len(meant) == 1 else None


@cache
def _demonyms() -> dict[str, frozenset[str]]:
    """Demonym, plain and in lower case, to the countries that it may mean: «congolais» to two."""
    meant: dict[str, set[str]] = defaultdict(set)
    for code, country in tables("places.toml")["countries"].items():
        for word in country["demonyms"]:
            for form in (word, plural(word)):
                meant[plain(form).lower()].add(code)
    return {form: frozenset(codes) for form, codes in meant.items()}


@cache
def _demonym_ends() -> frozenset[str]:
    """Demonyms, and the second halves of those with a hyphen."""
    return frozenset(part for form in _demonyms() for part in (form, form.rpartition("-")[2]))


def _of_demonym(token: Token) -> frozenset[str]:
    """The countries of «syrienne»; none for the second half of «sud-soudanais» split by the tokenizer."""
    if plain(token.text).lower() not in _demonym_ends():
        return frozenset()
    if token.i > 0 and token.nbor(-1).lower_ == "en":
        return frozenset()  # «en russe»: a language
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        whole = plain(f"{token.nbor(-2).text}-{token.text}").lower()
        return _demonyms().get(whole, frozenset())
    return _demonyms().get(plain(token.text).lower(), frozenset())


def evidence(doc: Doc) -> Evidence:
    """The countries that an article names: by name, by a region, a demonym, a great town of theirs.

    Args:
        doc: With ``doc.ents`` of ``extractor_names``.
    """
    total: Counter[str] = Counter()
    own: dict[str, Counter[str]] = defaultdict(Counter)
    for name in (ent.text for ent in doc.ents if ent.label_ == "LOC"):
        known = look_up(name)
        others = [namesake.country for namesake in namesakes(name)]
        if known is not None and known.label == "LOC":
            codes, weight = [known.country, *others], _CAPITAL if known.kind == "settlement" else NAMED
        else:
            codes, weight = [_only_country(name)], _CAPITAL
        for code in filter(None, codes):
            total[code] += weight  # type: ignore[assignment]  # typeshed: whole numbers only
            own[key(name)][code] += weight  # type: ignore[assignment]
    for token, form in zip(tokens_of(doc), plain_forms_of(doc), strict=True):
        for code in _of_demonym(token) if form in _demonym_ends() and token.is_lower else ():
            total[code] += NAMED  # type: ignore[assignment]
    return Evidence(total, own)


def _only_country(name: str) -> str | None:
    """The country of a town that has no namesake elsewhere and is well known, or of the hand table."""
    name = without_centre(name)
    towns = find(name) if is_town(name) else ()
    countries = {town.country for town in towns}
    well_known = bool(towns) and (towns[0].population >= CITY or towns[0].population == 0)
    return towns[0].country if well_known and len(countries) == 1 else None


def _countries(tokens: Iterable[Token]) -> frozenset[str]:
    """The countries of the first country, region or demonym among the tokens; none behind «frontière»."""
    for token in tokens:
        word = plain(token.text).lower()
        if word.startswith(_NEAR) or token.pos_ == "VERB" or word in (";", ":", ".", ")"):
            break
        if token.ent_type_ == "LOC" and token.ent_iob_ == "B":
            ent = next(ent for ent in token.sent.ents if ent.start == token.i)
            known = look_up(ent.text)
            if known is None or known.country is None or not _is_land(known):
                return frozenset()
            return frozenset(
                (known.country, *(other.country for other in namesakes(ent.text) if other.country))
            )
        if token.is_lower and (codes := _of_demonym(token)):
            return codes
    return frozenset()


def _is_land(known: object) -> bool:
    return getattr(known, "label", None) == "LOC" and getattr(known, "kind", None) in ("country", "region")


def _told_behind(span: Span) -> frozenset[str]:
    """«X, dans l'est de la Syrie», «X (Mali)», «X, deuxième ville de Libye», «X, en Irak»."""
    sentence_end = sentence_of(span[-1]).end
    behind = slice(span.end, min(sentence_end, span.end + _WIDEST_APPOSITION))
    tokens, words = tokens_of(span.doc)[behind], plain_forms_of(span.doc)[behind]
    if words[:1] == [","]:
        tokens, words = tokens[1:], words[1:]
        noun = any(word in word_list("places", "settlement") for word in words[:4])
        named = (
            bool(tokens) and tokens[0].ent_type_ == "LOC" and words[0] not in _LINKS and words[1:2] != [","]
        )
        if not (words[:1] and (words[0] in _INSIDE or noun or named)):
            return frozenset()
        if named and not noun and words[0] not in _INSIDE:
            return _countries(tokens[:1])
    elif not (words[:1] and words[0] in _INSIDE and words[0] != "a"):
        return frozenset()
    return _countries(token for token in tokens if token.text != ",")


def _told_before(span: Span) -> frozenset[str]:
    """«la ville syrienne de X», «le village malien X»."""
    i, first, words = span.start - 1, sentence_of(span[0]).start, plain_forms_of(span.doc)
    while i > first and words[i] in _LINKS:
        i -= 1
    if i <= first or words[i - 1] not in word_list("places", "settlement"):
        return frozenset()
    return _of_demonym(span.doc[i])


def told(spans: list[Span]) -> frozenset[str]:
    """The countries that the words right at a place give for it; two for «la ville congolaise de X».

    Args:
        spans: The mentions of the place; the first that has such words decides.
    """
    for span in spans:
        if codes := _told_before(span) or _told_behind(span):
            return codes
    return frozenset()
