"""Where a name starts and ends: corrects the spans of the statistical model."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.naming.forms import plain
from extractor.naming.knowledge import demonyms, look_up, roles
from extractor.naming.rules import key_list, word_list
from extractor.naming.words import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.naming.words import Words

_BREAKS = frozenset('\n:;,()[]{}«»"“”–—!?…•|<>=')
LINKS = frozenset(("de", "d'", "du", "des", "la", "le", "les", "l'"))
PARTICLES = frozenset(
    [
        "al",
        "el",
        "ibn",
        "ben",
        "bin",
        "ould",
        "abou",
        "abu",
        "abd",
        "von",
        "van",
        "de",
        "der",
        "den",
        "da",
        "di",
        "do",
        "dos",
        "du",
        "des",
        "le",
        "la",
        "les",
        "d'",
        "l'",
        "et",
        "y",
        "e",
        "ter",
        "ul",
        "ur",
        "bint",
        "mc",
        "mac",
        "st",
    ]
)
_CODE = re.compile(r"[A-Z]{1,2}-?\d{1,4}[a-zA-Z]?")
_SHORTEST_WORD = 4  # letters
_ENGLISH_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_PEOPLES = (
    "ais",
    "aises",
    "aise",
    "ois",
    "oise",
    "oises",
    "ien",
    "iens",
    "ienne",
    "iennes",
    "een",
    "eens",
    "eenne",
    "eennes",
    "ain",
    "ains",
    "aine",
    "aines",
    "ards",
)
_COUNTED = frozenset(
    ("les", "des", "aux", "ces", "un", "une", "deux", "trois", "nos", "vos", "certains", "plusieurs")
)
_NOT_A_NAME = frozenset(("VERB", "AUX", "ADV", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "NUM", "INTJ", "ADJ"))


def pieces(words: Words, found: Found) -> Iterator[Found]:
    """The span cut at line breaks, colons, brackets, quotation marks and commas."""
    start = found.start
    for i in range(found.start, found.end + 1):
        if i == found.end or words.text[i] in _BREAKS or "\n" in words.text[i] or words.text[i].isspace():
            if start < i:
                yield found._replace(start=start, end=i)
            start = i + 1


def _keeps_article(words: Words, found: Found) -> bool:
    """«La Haye», «Le Drian»: the article is a capital inside the sentence, or the name is listed."""
    if not words.text[found.start][:1].isupper():
        return False
    text = plain(words.string(found)).lower()
    listed = any(text.startswith(name) for name in word_list("boundaries", "kept_articles"))
    return listed or not words.opens_sentence(found.start)


def _is_title(words: Words, i: int) -> bool:
    """True for «président», «M.»; a capitalised title of nobility or worship may belong to the name."""
    form = words.low[i]
    if form in word_list("titles", "civilities"):
        return words.text[i][:1].isupper()
    if form not in roles():
        return False
    return words.text[i].islower() or form not in word_list("titles", "part_of_name")


@cache
def _common_nouns() -> frozenset[str]:
    """Nouns that say what a place or an organisation is and stay out of its name."""
    places = (word_list("places", name) for name in ("settlement", "region"))
    return word_list("organisations", "cues").union(*places)


def _described(words: Words, found: Found) -> bool:
    """«État de Borno», «hôpital de Goma»: what is named is the place behind."""
    i = found.start
    if found.end - i > 3 and words.low[i] == "etat" and words.low[i + 1] in demonyms():  # noqa: PLR2004 (as below)
        return words.low[i + 2] in ("de", "d'")  # «Etat mexicain de Chihuahua»
    if found.end - i < 3 or words.low[i + 1] not in ("de", "d'"):  # noqa: PLR2004 (noun, link, name)
        return False
    described = words.low[i] in word_list("places", "described_site") and words.text[i].islower()
    return words.low[i] == "etat" or described


def _leads(words: Words, found: Found) -> bool:
    """True if the first word is no part of the name."""
    i, form = found.start, words.low[found.start]
    if form in word_list("boundaries", "leading"):
        return not _keeps_article(words, found)
    small = words.text[i].islower()
    last = found.end - found.start == 1
    if form in demonyms():
        return (found.label == "PER" and not last) or small
    odd = not form[:1].isalnum() or (form == "republique" and "procureur" in words.left(i, 3))
    title = _is_title(words, i)
    if odd or (title and (found.label == "PER" or small or (not last and words.low[i + 1] in LINKS))):
        return True
    if found.label == "PER":
        return small and form not in PARTICLES and form[:3] not in ("al-", "el-")
    return _described(words, found) or (small and form in _common_nouns())


def _trails(words: Words, found: Found) -> bool:
    """True if the last word is no part of the name."""
    i, form = found.end - 1, words.low[found.end - 1]
    if not form[-1:].isalnum() and form[-1:] not in (".", "+"):
        return True
    if not words.text[i].islower():
        return found.label == "PER" and _ends_with_dateline(words, found)
    if form in word_list("boundaries", "trailing"):
        return True
    if found.label == "PER":
        return form not in PARTICLES and not form.startswith(("al-", "el-"))
    return found.label == "LOC" and words.pos[i] == "VERB"


def _behind_small_word(words: Words, found: Found) -> Found:
    """«[Enseignement supérieur] Marie Dupuis»: no person's name holds such a word."""
    if found.label != "PER":
        return found
    for i in range(found.end - 2, found.start, -1):
        small = words.text[i].isalpha() and words.text[i].islower() and len(words.text[i]) >= _SHORTEST_WORD
        if small and words.low[i] not in PARTICLES and words.pos[i] in ("ADJ", "NOUN", "ADP", "VERB"):
            return found._replace(start=i + 1)
    return found


def _ends_with_dateline(words: Words, found: Found) -> bool:
    """«par Paul Valdès ORLEC, 3 mai (Reuters)»: the town of the line is no part of the name."""
    last = words.text[found.end - 1]
    long = found.end - found.start > 2 and last.isupper() and len(last) >= _SHORTEST_WORD  # noqa: PLR2004 (a full name)
    comma, day = [*words.right(found.end, 2), "", ""][:2]
    return long and comma == "," and day.isdigit() and not words.text[found.start].isupper()


def trim(words: Words, found: Found) -> Found | None:
    """The span without articles, prepositions, titles and roles at its ends; None if nothing is left."""
    while found.start < found.end and _leads(words, found):
        label = "LOC" if found.label == "ORG" and _described(words, found) else found.label
        found = found._replace(start=found.start + 1, label=label)
    found = _behind_small_word(words, found)
    while found.start < found.end and _trails(words, found):
        found = found._replace(end=found.end - 1)
    return found if found.start < found.end else None


def _of_a_people(words: Words, found: Found) -> bool:
    """«les Verdunois», «une Belfortaine», «un Suisse»: people called after a place that no list holds."""
    i = found.start
    if found.end - i > 1 or i == 0 or words.low[i - 1] not in _COUNTED or words.text[i].isupper():
        return False
    if words.low[i - 1] in ("un", "une") and words.low[i] in demonyms():
        return True
    return look_up(words.text[i]) is None and words.low[i].endswith(_PEOPLES)


def is_name(words: Words, found: Found) -> bool:
    """False for demonyms, small words, codes and numbers, and words that are never names."""
    string, name = words.string(found), words.key(found)
    known = look_up(string)
    span = range(found.start, found.end)
    if (not name[1:] or _CODE.fullmatch(string)) and known is None:
        return False
    if not any(words.capitalised(i) for i in span):
        return False
    forms = [words.low[i] for i in span if words.low[i][0].isalnum()]
    never = word_list("boundaries", "never")
    if all(f in demonyms() or f in roles() or f in never or f in LINKS or f.isdigit() for f in forms):
        return known is not None and not _of_a_people(words, found)
    if name in key_list("boundaries", "never") or _of_a_people(words, found):
        return False
    if len(span) > 1 or known is not None or not words.opens_sentence(found.start):
        return True
    return words.pos[found.start] not in _NOT_A_NAME or words.text[found.start].isupper()


def _with_ordinal(words: Words, found: Found) -> Found:
    """«82nd Airborne Division»: an English ordinal belongs to the organisation that it numbers."""
    if found.label == "ORG" and found.start and _ENGLISH_ORDINAL.fullmatch(words.low[found.start - 1]):
        return found._replace(start=found.start - 1)
    return found


def _widened(words: Words, found: Found) -> Found:
    """«La Rochelle» of the model's «Rochelle», where the list has it so."""
    if found.start == 0 or words.text[found.start - 1] not in ("La", "Le", "Les", "L'", "L’"):
        return found
    whole = found._replace(start=found.start - 1)
    return whole if plain(words.string(whole)).lower() in word_list("boundaries", "kept_articles") else found


def corrected(words: Words) -> list[Found]:
    """The model's entities with their boundaries corrected, junk dropped."""
    cleaned = []
    for ent in words.doc.ents:
        for piece in pieces(words, Found(ent.start, ent.end, ent.label_)):
            found = trim(words, piece)
            if found is not None and is_name(words, found):
                cleaned.append(_widened(words, _with_ordinal(words, found)))
    return cleaned
