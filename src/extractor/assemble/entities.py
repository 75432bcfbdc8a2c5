"""One thing, one entity: groups the mentions that name the same person, place or organisation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.gazetteer import find, is_town, sound
from extractor.naming.forms import key
from extractor.naming.knowledge import demonyms, look_up
from extractor.naming.patterns import expansions
from extractor.naming.rules import word_list
from extractor.records import Mention
from extractor.sentences import plain_forms_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span

    from extractor.gazetteer import Town
    from extractor.text import CleanText

_INTERNATIONAL = " international "
_OTHER_NAME = 6  # tokens: «sous le nom arabe de l'»
_LONGEST_ACRONYM = 8
_PARTICLES = frozenset(("al", "el", "de", "du", "von", "van", "ben", "bin", "ibn"))


@dataclass
class Entity:
    """The mentions of one thing, in order; complete before its forms are asked for.

    Attributes:
        label: ``PER``, ``LOC`` or ``ORG``.
        spans: The mentions; never empty.
    """

    label: str
    spans: list[Span] = field(default_factory=list)

    @cached_property
    def forms(self) -> list[str]:
        """The forms that the text uses, once each, in order of appearance."""
        return list(dict.fromkeys(map(_form, self.spans)))

    @cached_property
    def name(self) -> str:
        """The fullest form: not in capitals if another is not, then the longest, then the first.

        Another name of a place («Kobané, ou Aïn al-Arab») is no fuller one.
        """
        first = set(key(self.forms[0]).split())
        return max(
            [form for form in self.forms if self.label != "LOC" or first.intersection(key(form).split())],
            key=lambda form: (_is_proper(form), len(form.split()), len(form) if self.label == "ORG" else 0),
        )

    @cached_property
    def aliases(self) -> tuple[str, ...]:
        """Every other form, civilities kept («M. Price»)."""
        if self.label != "PER":
            return tuple(form for form in self.forms if form != self.name)
        titled = dict.fromkeys(map(_titled, self.spans))
        return tuple(form for form in titled if form != self.name)


def _form(span: Span) -> str:
    return " ".join(span.text.split())


def _titled(span: Span) -> str:
    """The mention of a person with the civility in front of it."""
    before = span.start - 1
    if before >= 0 and plain_forms_of(span.doc)[before] in word_list("titles", "civilities"):
        return f"{span.doc[before].text} {_form(span)}"
    return _form(span)


def _is_proper(form: str) -> bool:
    """False for a name in capitals («BEYROUTH») and for an acronym."""
    return not form.isupper()


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> list[str]:
    return [sound(word) for word in key(name).split() if word not in _PARTICLES]


def _may_be(part: list[str], whole: list[str]) -> bool:
    """True if a person's short form may stand for the full name: its last words, or its first alone."""
    if not part or len(part) >= len(whole):
        return part == whole
    return whole[-len(part) :] == part or part == whole[:1]


class _Owners:
    """The fullest names of the people, by their first and last words: long texts hold thousands."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._heads: dict[str, list[str]] = {}
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for form in sorted(set(forms), key=lambda form: (-len(_words(form)), form)):
            if not self.of(form):
                parts = _words(form)
                self._heads[form] = parts
                for word in dict.fromkeys((*parts[:1], *parts[-1:])):
                    self._by_word[word].append(form)

    def of(self, form: str) -> list[str]:
        """The fullest names that the form may stand for."""
        parts = _words(form)
        near = dict.fromkeys(self._by_word.get(parts[-1], ()) if parts else ())
        return [head for head in near if _may_be(parts, self._heads[head])]


def _is_nickname(span: Span) -> bool:
    """«X, dit "Y"»: Y is the person named right before."""
    words = reversed(plain_forms_of(span.doc)[max(0, span.start - 3) : span.start])
    return next((word for word in words if word[0].isalnum()), "") in word_list("titles", "nicknames")


def _people(spans: list[Span]) -> list[Entity]:
    """Full names first; a short form goes to the nearest person before it who may be meant.

    Spellings that sound alike are one name: «Zelensky», «Zelenski».
    """
    nicknames: dict[str, str] = {}
    forms = [_form(span) for span in spans]
    owners = _Owners(forms)
    people: dict[str, Entity] = {}
    last: str | None = None
    for span, form in zip(spans, forms, strict=True):
        if last is not None and _is_nickname(span):
            nicknames[form] = last
        elif form in nicknames:
            last = nicknames[form]
        else:
            heads = owners.of(form) or [form]
            met = [head for head in heads if head in people]
            last = max(met, key=lambda head: people[head].spans[-1].start) if met else heads[0]
        people.setdefault(last, Entity("PER")).spans.append(span)
    return list(people.values())


def _acronyms(doc: Doc, spans: list[Span]) -> dict[str, str]:
    """Acronym to expansion, both as keys, where the text gives them side by side.

    Of two names found, the bracket is enough: «Parti du peuple norvanais (NHP)» has its own letters.
    """
    text = text_of(doc)
    found = {key(text[slice(*short)]): key(text[slice(*name)]) for name, short in expansions(text)}
    for full, short in pairwise(spans):
        beside = short.start == full.end + 1 and doc[full.end].text == "(" and short.end - short.start == 1
        closed = beside and short.end < len(doc) and doc[short.end].text in (")", ",", ";")
        if closed and len(full) > 1 and full.label_ == "ORG" and len(short.text) <= _LONGEST_ACRONYM:
            found.setdefault(key(short.text), key(full.text))
    return found


def _without_demonyms(name: str) -> str:
    return " ".join(word for word in name.split() if word not in demonyms())


def _called(groups: dict[str, list[Span]]) -> None:
    """«aéroport international de X» beside «aéroport de X», «X, connue aussi sous le nom de Y»: one place."""
    for name in [n for n in groups if _INTERNATIONAL in n]:
        bare = name.replace(_INTERNATIONAL, " ")
        if bare in groups:
            groups[name] = sorted(groups[name] + groups.pop(bare), key=lambda span: span.start)
    of = {span.start: name for name, spans in groups.items() for span in spans}
    for name in list(groups):
        first = next((i for i in map(_named_before, groups[name]) if i in of and of[i] != name), None)
        if first is not None and of[first] in groups:
            groups[of[first]] = sorted(groups[of[first]] + groups.pop(name), key=lambda span: span.start)


def _named_before(other: Span) -> int | None:
    """«**X**, aussi connue sous le nom de Y»: where the place begins of which Y is another name."""
    doc, start = other.doc, other.sent.start
    words = plain_forms_of(doc)[max(start, other.start - _OTHER_NAME) : other.start]
    if "sous le nom" not in " ".join(words):
        return None
    ends = (ent for ent in doc.ents if start <= ent.start < other.start and ent.label_ == "LOC")
    before = [ent.start for ent in ends if doc[ent.end].text == ","]
    return before[-1] if before else None


def _shortened(groups: dict[str, list[Span]]) -> None:
    """«l'Alliance», where one «Alliance des forces…» is named: the mentions join it."""
    for name in [n for n in groups if n in word_list("organisations", "heads")]:
        full = [other for other in groups if other.startswith(f"{name} ")]
        if len(full) == 1:
            groups[full[0]] = sorted(groups[full[0]] + groups.pop(name), key=lambda span: span.start)


def _things(spans: list[Span], label: str, acronyms: dict[str, str]) -> list[Entity]:
    """Places or organisations: alike once folded, of one list of the tables, acronym and expansion."""
    groups: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        text = span.text
        own = key(text)
        name = acronyms.get(own, own)
        known = look_up(name if own in acronyms else text)
        same = known is not None and known.label == label
        groups[f"{known.kind} {key(known.same)}" if known is not None and same else name].append(span)
    if label == "LOC":
        _called(groups)
        return [Entity(label, found) for found in _towns(groups)]
    if label == "ORG":
        bare: dict[str, list[str]] = defaultdict(list)
        for name in groups:
            bare[_without_demonyms(name)].append(name)
        _shortened(groups)
        for name, names in bare.items():  # «Sénat» beside «Sénat américain»
            if name in names and len(names) == 2:  # noqa: PLR2004 (the bare form and one full form)
                full = next(n for n in names if n != name)
                groups[full] = sorted(groups[full] + groups.pop(name), key=lambda span: span.start)
    return [Entity(label, found) for found in groups.values()]


def _towns(groups: dict[str, list[Span]]) -> list[list[Span]]:
    """The mentions of places, those of one town under two names together: «Kharkiv (Kharkov en russe)»."""
    merged: dict[str | Town, list[Span]] = defaultdict(list)
    for name, spans in groups.items():
        form = _form(spans[0])
        known = look_up(form)
        town = is_town(form) and (known is None or known.kind == "settlement")
        merged[find(form)[0] if town else name].extend(spans)
    return [sorted(spans, key=lambda span: span.start) for spans in merged.values()]


def entities(doc: Doc, label: str) -> list[Entity]:
    """The things of one label that the article names, in order of first mention.

    Args:
        doc: With ``doc.ents`` of ``extractor_names``.
        label: ``PER``, ``LOC`` or ``ORG``.
    """
    spans = [ent for ent in doc.ents if ent.label_ == label]
    found = _people(spans) if label == "PER" else _things(spans, label, _acronyms(doc, spans))
    return sorted((e for e in found if e.spans), key=lambda e: e.spans[0].start)


def canonical(named: Iterable[Entity]) -> dict[int, str]:
    """Start token of each mention of the entities to the name of its record: «Kirby» → «John Kirby»."""
    return {span.start: e.name for e in named for span in e.spans}


def mentions(entity: Entity, source: CleanText) -> tuple[Mention, ...]:
    """The mentions of an entity with their offsets in the text as given."""
    found = []
    for span in entity.spans:
        start, end = source.given(span.start_char, span.end_char)
        found.append(Mention(start=start, end=end, text=source.original[start:end]))
    return tuple(found)
