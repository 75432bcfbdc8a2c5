"""Numerals with what multiplies or divides them: «2,5 millions», «trois douzaines», «deux tiers».

Texts are in lower case here (``words.lowered``).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor import lexicon
from extractor.numbers.numeral import Numeral, number, product
from extractor.numbers.spelled import NUMBER_WORDS, WORD
from extractor.numbers.words import BLANK, GAP, OF, SPACE, alternation

if TYPE_CHECKING:
    from extractor.numbers.numeral import Kind

_DATA = lexicon.tables("numbers.toml")
_MULTIPLIERS: dict[str, int] = _DATA["multipliers"]
_MONEY_MULTIPLIERS: dict[str, int] = _DATA["money_multipliers"]
_COLLECTIVES: dict[str, int] = _DATA["collectives"]
FRACTIONS: dict[str, int] = _DATA["fractions"]
COLLECTIVE_FORMS = {form: base for name, base in _COLLECTIVES.items() for form in (name, f"{name}s")}
_MULTIPLIER = re.compile(rf"{BLANK}{{0,2}}(?P<name>{alternation(_MULTIPLIERS)})s?\b")
_MONEY_MULTIPLIER = re.compile(
    rf"{BLANK}?(?P<name>{alternation(_MONEY_MULTIPLIERS)})(?={BLANK}?[€$£]|{BLANK}(?:eur|usd|gbp|d['’]euros|de{BLANK}dollars)\b)"
)
_MORE = re.compile(rf"{OF}(?P<name>milliers|millions|milliards)\b")
_GROUP = re.compile(rf"{SPACE}(?:(?P<half>demi)e?[-\s])?(?P<name>{alternation(_COLLECTIVES)})s?\b")
_COUNTED_GROUP = re.compile(rf"{OF}(?!\d|{WORD})")
_PARTITIVE = re.compile(rf"(?:{OF}|{GAP}d(?:es|u)\b)")
_AND_HALF = re.compile(rf"{SPACE}et{SPACE}demie?\b")
_DENOMINATOR = re.compile(
    rf"{SPACE}(?P<name>{alternation(FRACTIONS)})(?P<plural>s?)\b(?!-|{GAP}de{GAP}finale)"
)
_OF_AN_HOUR = re.compile(rf"{GAP}d['’]heure\b")
_CLOSE = re.compile(r"\s?(?:[.,;:!?)»]|$)")
_LONGEST_DETERMINER = 16
_DETERMINER = re.compile(
    rf"(?<![^\W_])(?:(?P<vague>{alternation(_DATA['determiners']['vague'])})|(?P<la>la)|{alternation(_DATA['determiners']['definite'])})"
    rf"{SPACE}$"
)
_OF_MANY = re.compile(rf"(?<![^\W_])de{SPACE}$")
_HALVED = sorted(set(_MULTIPLIERS.values()), reverse=True)


def extended(text: str, numeral: Numeral) -> Numeral:
    """The numeral with what multiplies it: «millions», «douzaines», «et demi»."""
    group = _GROUP.match(text, numeral.end)
    if group and (group["half"] or group["name"] not in _MULTIPLIERS):
        return _grouped(text, numeral, group)
    if match := _MULTIPLIER.match(text, numeral.end) or _MONEY_MULTIPLIER.match(text, numeral.end):
        scale = _MONEY_MULTIPLIERS.get(match["name"]) or _MULTIPLIERS[match["name"]]
        value = product(numeral.value, scale)
        numeral = Numeral(start=numeral.start, end=match.end(), value=value, scale=scale)
    half = _AND_HALF.match(text, numeral.end)
    base = next((scale for scale in _HALVED if numeral.value >= scale), None)
    if half and base:
        return replace(numeral, end=half.end(), value=number(Decimal(str(numeral.value)) + Decimal(base) / 2))
    return numeral


def _grouped(text: str, numeral: Numeral, group: re.Match[str]) -> Numeral:
    """Multiply by a collective noun: «trois douzaines», «une dizaine de milliers», «un demi-million»."""
    name = group["name"]
    if name in {"quarantaine", "huitaine"} and not _COUNTED_GROUP.match(text, group.end()):
        return numeral  # quarantine; a week
    exact = bool(group["half"]) or (name == "douzaine" and numeral.kind == "cardinal")
    base = product(_COLLECTIVES[name], 0.5 if group["half"] else 1)
    kind: Kind = "cardinal" if exact else "collective"
    value = product(numeral.value, base)
    grouped = Numeral(start=numeral.start, end=group.end(), value=value, scale=_COLLECTIVES[name], kind=kind)
    more = _with_more(text, grouped)
    return (
        more if more is grouped else replace(more, kind="collective", scale=int(more.value / numeral.value))
    )


def fraction(text: str, numeral: Numeral) -> Numeral | None:
    """«deux tiers», «un quart des habitants», «trois cinquièmes»."""
    match = _DENOMINATOR.match(text, numeral.end)
    if match is None:
        return None
    name = match["name"]
    if name == "demi" or numeral.value >= FRACTIONS[name] or numeral.value == 0:
        return None
    if numeral.kind == "article":
        if _OF_AN_HOUR.match(text, match.end()):
            return None
        if not (_PARTITIVE.match(text, match.end()) or (name == "quart" and _CLOSE.match(text, match.end()))):
            return None
    elif text[match.end() - 1] != "s":  # «vingt cinquième» is an ordinal
        return None
    return Numeral(
        start=numeral.start, end=match.end(), value=numeral.value / FRACTIONS[name], kind="fraction"
    )


def without_numeral(text: str, start: int, word: str) -> Numeral | None:
    """«des milliers», «la centaine de soldats», «la moitié», «le quart des terres»: no numeral in front."""
    end = start + len(word)
    determiner = _DETERMINER.search(text[max(0, start - _LONGEST_DETERMINER) : start])
    if determiner is None:
        return _after_of(text, start, word)
    first, base = start - len(determiner[0]), COLLECTIVE_FORMS.get(word, 0)
    if determiner["vague"]:
        vague = _with_more(text, Numeral(start=first, end=end, value=base, kind="vague"))
        several = base > 0 and word.endswith("s")
        return replace(vague, value=2 * vague.value, scale=int(vague.value)) if several else None
    if word == "moitié" and determiner["la"]:
        return Numeral(start=first, end=end, value=0.5, kind="fraction")
    if word in NUMBER_WORDS or not _PARTITIVE.match(text, end):
        return None
    if word in FRACTIONS:
        return Numeral(start=first, end=end, value=1 / FRACTIONS[word], kind="fraction")
    return _with_more(text, Numeral(start=first, end=end, value=base, kind="collective")) if base else None


def _after_of(text: str, start: int, word: str) -> Numeral | None:
    """«parle de centaines de blessés»: «de» stands for «de des»."""
    end, base = start + len(word), COLLECTIVE_FORMS.get(word, 0)
    plural = base > 0 and word.endswith("s") and word not in NUMBER_WORDS
    if not plural or not _OF_MANY.search(text[max(0, start - _LONGEST_DETERMINER) : start]):
        return None
    if not _PARTITIVE.match(text, end):
        return None
    vague = _with_more(text, Numeral(start=start, end=end, value=base, kind="vague"))
    return replace(vague, value=2 * vague.value, scale=int(vague.value))


def _with_more(text: str, numeral: Numeral) -> Numeral:
    """«dizaines de milliers»: one group of another."""
    more = _MORE.match(text, numeral.end)
    if more is None:
        return numeral
    return replace(numeral, end=more.end(), value=numeral.value * COLLECTIVE_FORMS[more["name"]])
