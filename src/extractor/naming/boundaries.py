"""Where a name starts and ends: corrects the spans of the statistical model."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extractor.naming.forms import key, plain
from extractor.naming.knowledge import demonyms, look_up, roles
from extractor.naming.rules import key_list, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

BREAKS = frozenset("\n:;,()[]{}«»\"“”–—!?…•|<>=")
PARTICLES = frozenset(
    "al el ibn ben bin ould abou abu abd von van de der den da di do dos du des le la les d' l' et y e ter ul ur bint mc mac st".split()
)


class Found(NamedTuple):
    """A candidate mention: token offsets, a label (``MISC`` while nobody knows), and how sure it is.

    Attributes:
        start: First token.
        end: Token after the last.
        label: ``PER``, ``LOC``, ``ORG`` or ``MISC``.
        sure: Known beforehand or found by a pattern: the label stands whatever the context.
    """

    start: int
    end: int
    label: str
    sure: bool = False


def lower(token: Token) -> str:
    """The token's form for comparison with the word lists."""
    return plain(token.text).lower()


def is_capitalised(token: Token) -> bool:
    """True for a token that starts with a capital, an elided article or prefix before it aside («d'Arcy», «al-Assad»)."""
    text = token.text
    return text[:1].isupper() or ("'" in text or "’" in text or "-" in text) and any(c.isupper() for c in text)


def starts_sentence(token: Token) -> bool:
    """True for the first word of a sentence, a line or a quotation: its capital says nothing."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    return before.is_space or before.text in ("«", '"', "“", "-", "–", "—", ":", ".", "!", "?", "…", "•")


def pieces(doc: Doc, found: Found) -> Iterator[Found]:
    """The span cut at line breaks, colons, brackets, quotation marks and commas."""
    start = found.start
    for i in range(found.start, found.end + 1):
        if i == found.end or doc[i].is_space or doc[i].text in BREAKS or "\n" in doc[i].text:
            if start < i:
                yield found._replace(start=start, end=i)
            start = i + 1


def _keeps_article(doc: Doc, found: Found) -> bool:
    """«La Haye», «Le Drian»: the article is a capital inside the sentence, or the name is listed."""
    token = doc[found.start]
    if not token.text[:1].isupper():
        return False
    text = plain(doc[found.start : found.end].text).lower()
    listed = any(text.startswith(article_name) for article_name in word_list("boundaries", "kept_articles"))
    return listed or not starts_sentence(token)


def _leads(doc: Doc, found: Found) -> bool:
    """True if the first word is no part of the name."""
    token = doc[found.start]
    form = lower(token)
    if form in word_list("boundaries", "leading"):
        return not _keeps_article(doc, found)
    if token.is_punct or form in word_list("titles", "civilities"):
        return True
    if form in demonyms():
        return found.label == "PER" or token.text.islower()
    if found.label == "PER":
        return form in roles() or token.text.islower() and form not in PARTICLES
    bare = word_list("places", "settlement") | word_list("places", "region") | word_list("organisations", "cues")
    return token.text.islower() and (form in bare or form in roles()) and form not in word_list("places", "kept_site")


def _trails(doc: Doc, found: Found) -> bool:
    """True if the last word is no part of the name."""
    token = doc[found.end - 1]
    if token.is_punct and token.text not in (".",):
        return True
    if lower(token) in word_list("boundaries", "trailing") and token.text.islower():
        return True
    return found.label == "PER" and token.text.islower() and lower(token) not in PARTICLES


def trim(doc: Doc, found: Found) -> Found | None:
    """The span without articles, prepositions, titles and roles at its ends; None if nothing is left."""
    while found.start < found.end and _leads(doc, found):
        found = found._replace(start=found.start + 1)
    while found.start < found.end and _trails(doc, found):
        found = found._replace(end=found.end - 1)
    return found if found.start < found.end else None


def is_name(doc: Doc, found: Found) -> bool:
    """False for demonyms, small words, numbers, and words that are never names."""
    span = doc[found.start : found.end]
    name = key(span.text)
    if len(name) < 2 and not look_up(span.text) or not any(is_capitalised(t) for t in span):
        return False
    forms = [lower(t) for t in span if not t.is_punct]
    if all(f in demonyms() or f in roles() or f in word_list("titles", "civilities") or f.isdigit() for f in forms):
        return look_up(span.text) is not None
    if name in key_list("boundaries", "never"):
        return False
    return not (len(span) == 1 and starts_sentence(span[0]) and _common_word(span[0]))


def _common_word(token: Token) -> bool:
    """A single capitalised word that the tagger does not take for a name."""
    return token.pos_ in ("VERB", "AUX", "ADV", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "NUM", "INTJ") and not token.text.isupper()


def corrected(doc: Doc) -> list[Found]:
    """The model's entities with their boundaries corrected, junk dropped."""
    cleaned = []
    for ent in doc.ents:
        for piece in pieces(doc, Found(ent.start, ent.end, ent.label_)):
            found = trim(doc, piece)
            if found is not None and is_name(doc, found):
                cleaned.append(found)
    return cleaned

