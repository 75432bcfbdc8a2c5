"""``extractor_names``: people, places and organisations, the model's entities corrected by rules and lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.naming import patterns
from extractor.naming.boundaries import Found, corrected, is_capitalised, is_name, lower, starts_sentence, trim

from extractor.naming.knowledge import Known, occurrences
from extractor.naming.rules import word_list
from extractor.naming.labels import decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLES = frozenset(("l'", "le", "la", "les", "du", "des", "au", "aux"))


@Language.factory("extractor_names", assigns=["doc.ents"], requires=["doc.ents", "token.pos", "token.lemma"])
def make_names(nlp: Language, name: str) -> Names:
    """The component, with the rules of ``extractor/data``."""
    return Names(nlp, name)


class Names:
    """Sole writer of the final ``doc.ents``, labels ``PER``, ``LOC`` and ``ORG``.

    It runs after the model's ``ner`` and parser. Names known beforehand and names that follow a pattern stand; the
    model's entities are trimmed, typed from the whole article, and found again wherever they are written alike.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        self.annotate(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[Span]:
        """The mentions, in order, none overlapping; the doc is left as it is."""
        model = corrected(doc)
        known = [*_known(doc, model), *_patterned(doc)]
        candidates = decided(doc, _with_sites(doc, _merged(doc, known, model)))
        mentions = _with_repeats(doc, candidates)
        return [Span(doc, f.start, f.end, label=f.label) for f in mentions if not _in_furniture(doc, f)]

    def annotate(self, doc: Doc, matches: list[Span]) -> None:
        """Replace the doc's entities."""
        doc.set_ents(matches)


def _tokens(doc: Doc, start: int, end: int, label: str) -> Iterator[Found]:
    span = doc.char_span(start, end)
    if span is not None:
        yield Found(span.start, span.end, label, sure=True)


def _supported(doc: Doc, found: Found, model: list[Found]) -> bool:
    """True if an ambiguous name is a name here: the model or a word in front says so."""
    agreeing = ("LOC",) if found.label == "LOC" else ("ORG", "MISC")
    if any((m.start, m.end) == (found.start, found.end) and m.label in agreeing for m in model):
        return True
    if found.label == "LOC" or found.start == 0 or starts_sentence(doc[found.start]):
        return False
    before = lower(doc[found.start - 1])
    return before in _ARTICLES or before in word_list("organisations", "cues")


def _known(doc: Doc, model: list[Found]) -> Iterator[Found]:
    entry: Known
    for start, end, entry in occurrences(doc.text):
        for found in _tokens(doc, start, end, entry.label):
            if not entry.ambiguous or _supported(doc, found, model):
                yield found


def _patterned(doc: Doc) -> Iterator[Found]:
    for start, end, _ in patterns.organisations(doc.text):
        yield from _tokens(doc, start, end, "ORG")
    for name, acronym in patterns.expansions(doc.text):
        yield from _tokens(doc, *name, "ORG")
        yield from _tokens(doc, *acronym, "ORG")


def _longest(candidates: Iterable[Found]) -> list[Found]:
    """The longest of those that overlap, in order."""
    kept: list[Found] = []
    taken: set[int] = set()
    for found in sorted(set(candidates), key=lambda f: (f.start - f.end, f.start)):
        if taken.isdisjoint(range(found.start, found.end)):
            kept.append(found)
            taken.update(range(found.start, found.end))
    return sorted(kept)


def _inside(found: Found, others: list[Found]) -> list[Found]:
    return [o for o in others if o.start < found.end and found.start < o.end]


def _remainders(doc: Doc, found: Found, known: list[Found]) -> Iterator[Found]:
    """What known names leave of a model's entity: «Masoom Jan» of «AFP Masoom Jan»."""
    start = found.start
    for k in [*known, Found(found.end, found.end, "")]:
        if start < k.start:
            rest = trim(doc, found._replace(start=start, end=k.start))
            if rest is not None and is_name(doc, rest) and is_capitalised(doc[rest.start]):
                yield rest
        start = max(start, k.end)


def _stands(found: Found, known: list[Found]) -> bool:
    """True if the model's longer entity is better than the known names inside it."""
    if any(k.start < found.start or k.end > found.end or k.end - k.start >= found.end - found.start for k in known):
        return False
    labels = {k.label for k in known}
    return found.label == "ORG" or found.label in ("LOC", "PER") and labels == {"LOC"}


def _merged(doc: Doc, known: list[Found], model: list[Found]) -> list[Found]:
    """Known names and the model's entities, none overlapping."""
    known = _longest(known)
    merged: list[Found] = []
    for found in model:
        inside = _inside(found, known)
        if not inside or _stands(found, inside):
            merged.append(found)
            known = [k for k in known if k not in inside]
        elif found.label == "PER":
            merged.extend(_remainders(doc, found, inside))
    return sorted([*merged, *known])


def _site_start(doc: Doc, start: int) -> int | None:
    """First token of a site's noun before a name: «aéroport international d'» Alep, «palais» Rohan."""
    nouns = word_list("places", "kept_site") | word_list("places", "kept_water")
    links = ("de", "d'", "du", "des", "la", "l'", "les")
    i = start - 1
    while i >= 0 and start - i <= 3 and lower(doc[i]) in links:
        i -= 1
    first = None
    while i >= 0 and start - i <= 6 and doc[i].is_alpha or i >= 0 and "-" in doc[i].text and len(doc[i]) > 1:
        stretch = " ".join(lower(t) for t in doc[i:start])
        if any(stretch.startswith(f"{noun} ") or stretch == noun for noun in nouns if noun.startswith(lower(doc[i]))):
            first = i
            break
        if doc[i].pos_ not in ("ADJ", "NOUN", "ADP") or lower(doc[i]) in links and first is not None:
            break
        i -= 1
    return first


def _with_sites(doc: Doc, candidates: list[Found]) -> list[Found]:
    """Places preceded by a site's noun take it in."""
    widened = []
    floor = 0
    for found in candidates:
        start = _site_start(doc, found.start) if not (found.sure and found.label == "ORG") else None
        if start is not None and start >= floor and start < found.start:
            found = Found(start, found.end, "LOC", sure=True)  # noqa: PLW2901 (the widened span)
        widened.append(found)
        floor = found.end
    return widened


def _with_repeats(doc: Doc, candidates: list[Found]) -> list[Found]:
    """Every other place where a name that was found is written alike."""
    taken = {i for f in candidates for i in range(f.start, f.end)}
    repeats = list(candidates)
    labels = {doc[f.start : f.end].text: f for f in candidates if len(doc[f.start : f.end].text) > 2}
    for text, found in sorted(labels.items(), key=lambda item: -len(item[0])):
        for match in re.finditer(rf"(?<![\w-]){re.escape(text)}(?![\w-])", doc.text):
            span = doc.char_span(*match.span())
            if span is None or not taken.isdisjoint(range(span.start, span.end)):
                continue
            if found.sure or is_name(doc, found._replace(start=span.start, end=span.end)):
                repeats.append(found._replace(start=span.start, end=span.end))
                taken.update(range(span.start, span.end))
    return sorted(repeats)


def _in_furniture(doc: Doc, found: Found) -> bool:
    """True inside a header or a signature line."""
    return any(s.label_ in ("header", "signature") and s.start < found.end and found.start < s.end for s in doc.spans.get("structure", ()))



