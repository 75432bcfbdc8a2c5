"""What sort of place a name is: by the tables, the words around it, what is done to it; else unknown."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from extractor.assemble.named_countries import CITY, RENAMED, without_centre
from extractor.assemble.triggers import frame_of, triggers
from extractor.gazetteer import find, is_town, normal, towns_with_article
from extractor.lexicon import tables
from extractor.naming.forms import plain, strip_article
from extractor.naming.knowledge import demonyms, look_up, namesakes
from extractor.naming.rules import phrases, word_list
from extractor.sentences import plain_forms_of, sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

    from extractor.assemble.entities import Entity
    from extractor.assemble.named_countries import Evidence
    from extractor.naming.knowledge import Known
    from extractor.records import PlaceKind

_ARTICLES = frozenset(("le", "la", "les", "l'", "du", "des", "au", "aux"))
_LINKS = frozenset(("de", "d'", "du", "des", "la", "l'", "le", "les"))
_BEFORE_NOUN = frozenset(("une", "un", "la", "le", "l'", "petite", "petit", "grande", "grand", "principale"))
_CLAUSE = frozenset(("VERB", "AUX", "ADV", "PRON"))
_IS = frozenset(("est", "etait"))
_OF_ANOTHER = frozenset(("capitale", "chef-lieu", "port", "banlieue", "pays", "secteur"))
_GREAT = 30_000  # inhabitants
_NOUNS: tuple[tuple[str, PlaceKind], ...] = (
    ("settlement", "settlement"),
    ("region", "region"),
    ("country", "country"),
    ("water", "water"),
    ("bare_site", "site"),
    ("kept_site", "site"),
)
_MOST_ADJECTIVES = 2


@lru_cache(maxsize=1 << 12)
def _lower(text: str) -> str:
    return plain(text).lower()


@cache
def _kinds_of_nouns() -> dict[str, PlaceKind]:
    return {noun: kind for table, kind in reversed(_NOUNS) for noun in word_list("places", table)}


def _kind_of_noun(noun: str) -> PlaceKind | None:
    return _kinds_of_nouns().get(noun)


def _words_before(span: Span) -> list[str]:
    """The plain words of the span's sentence in front of it, the nearest first."""
    first = sentence_of(span[0]).start
    return plain_forms_of(span.doc)[first : span.start][::-1]


@cache
def _openings(table: str) -> tuple[str, ...]:
    """The nouns of a list, each as it begins a longer name."""
    return tuple(f"{noun} " for noun in word_list("places", table))


def _inside(span: Span) -> PlaceKind | None:
    """The noun that begins the name: «aéroport de Goma», «mer d'Azov»."""
    name = _lower(span.text)
    if name.startswith(_openings("kept_site")):
        return "site"
    if name.startswith(_openings("kept_water")):
        return "water"
    first, *rest = name.split()
    return "region" if rest[:1] and rest[0] in _LINKS and first in word_list("places", "region") else None


def _in_front(span: Span) -> PlaceKind | None:
    """The noun that governs the name: «ville de Goma», «village malien X», «l'aciérie X»."""
    words = _words_before(span)
    i = next((i for i, word in enumerate(words) if word not in _LINKS), len(words))
    if i == 0 and words[:1] == [","]:
        i = 1
    for _ in range(_MOST_ADJECTIVES):
        is_noun = i < len(words) and _kind_of_noun(words[i]) is not None
        if not is_noun and i + 1 < len(words) and span.doc[span.start - 1 - i].pos_ == "ADJ":
            i += 1
    noun, link = (words[at] if at < len(words) else "" for at in (i, 0))
    found = _kind_of_noun(noun)
    of_another = noun in word_list("places", "kept_site") or noun in _OF_ANOTHER
    if link in _LINKS and (of_another or _is_ranked(words[i + 1 : i + 3])):
        return None  # «une mosquée de X», «la capitale de X», «la deuxième ville de X» are not called X
    return None if found == "settlement" and link in _ARTICLES else found


def _is_ranked(before: list[str]) -> bool:
    """«deuxième ville», «plus grande ville», «autre ville»: by the two words in front, the nearer first."""
    return any(word.endswith("ieme") or word == "autre" for word in before[:1]) or before[1:] == ["plus"]


def _behind(span: Span) -> PlaceKind | None:
    """«X, capitale de…», «X, une ville de…», «X est une ville»; not «X, la ville brûle»."""
    doc, words = span.doc, plain_forms_of(span.doc)
    right = words[span.end : span.end + 2]
    if right[:1] not in ([","], ["("]) and not (right[:1] and right[0] in _IS and right[-1] in _BEFORE_NOUN):
        return None
    for i, word in enumerate(words[span.end + 1 : span.end + 5], span.end + 1):
        kind = _kind_of_noun(word)
        if kind is not None:
            clause = i + 1 < len(doc) and doc[i + 1].pos_ in _CLAUSE
            return None if clause or doc[i].text.endswith("s") else kind
        if doc[i].pos_ not in ("ADJ", "DET") and word not in _BEFORE_NOUN and word not in demonyms():
            return "settlement" if word in word_list("places", "appositions") else None
    return None


def _announced(span: Span) -> PlaceKind | None:
    """«il tient trois districts : X, Y et Z»: the plural noun in front of the colon."""
    words = _words_before(span)
    for noun in words[words.index(":") + 1 :] if ":" in words[:-1] else ():
        kind = _kind_of_noun(noun) or _kind_of_noun(noun.removesuffix("s"))
        if noun.endswith("s") and kind in ("settlement", "region"):
            return kind
    return None


def _told(entity: Entity) -> list[PlaceKind]:
    readings = (read(span) for span in entity.spans for read in (_inside, _in_front, _behind, _announced))
    return [kind for kind in readings if kind is not None]


def _captured(doc: Doc) -> frozenset[int]:
    """The first tokens of the names that stand as a place in the frame of an event."""
    return frozenset(place["start"] for span in triggers(doc) for place in frame_of(span)["places"])


def _datelines(doc: Doc) -> frozenset[int]:
    blocks = (block for block in doc.spans.get("structure", ()) if block.label_ == "dateline")
    return frozenset(i for block in blocks for i in range(block.start, block.end))


def has_article(span: Span) -> bool:
    """«la Mourovie», «en Mourovie»: towns take none."""
    before = plain_forms_of(span.doc)[span.start - 1] if span.start > 0 else ""
    return before in _ARTICLES or before == "en"


def _is_where_one_lives(span: Span) -> bool:
    """«à X», «les habitants de X», «ils encerclent X»: bare, only a town is spoken of so."""
    left = tuple(plain_forms_of(span.doc)[max(0, span.start - 4) : span.start])
    if left[-1:] == ("a",):
        governor = span.doc[span.start - 2] if span.start > 1 else None
        datives = word_list("places", "datives")
        return governor is None or not {_lower(governor.text), _lower(governor.lemma_)} & datives
    if any(left[-width:] in phrases("places", "towns_of") for width in (2, 3, 4)):
        return True
    root = span.root
    return root.dep_ == "obj" and _lower(root.head.lemma_) in word_list("places", "conquests")


def with_article(entity: Entity) -> tuple[str, ...]:
    """«Caire» → «Le Caire», of towns so great that no region of the name is meant, as by «la Bresse»."""
    if entity.name != strip_article(entity.name):
        return (entity.name,)
    great, plain = towns_with_article(_GREAT), normal(entity.name)
    return tuple(
        f"{article} {entity.name}" for article in ("le", "la", "les") if f"{article} {plain}" in great
    )


def _is_known_town(entity: Entity, found: Evidence) -> bool:
    """The gazetteer has a great town of the name, one of the hand table, or one in a country named."""
    named = found.for_name(entity.name)
    for form in entity.forms:
        for town in find(form):
            least = CITY if town.country in RENAMED else _GREAT
            if named[town.country] > 0 or (is_town(form) and not 0 < town.population < least):
                return True
    return False


def _of_tables(
    entity: Entity, known: Known, told: list[PlaceKind], found: Evidence, *, lived_in: bool
) -> PlaceKind | None:
    """The tables' kind, unless the text says that the namesake is meant: «le fleuve Niger», «à Québec»."""
    for kind in ("water", "site"):
        if kind in told:
            return kind
    if lived_in and known.kind in ("region", "country") and _has_namesake(entity.name, known):
        return "settlement"
    if known.kind == "water" and "region" in told:
        return "region"  # «le département du Rhône»
    others = {other.kind for other in namesakes(entity.name)} - {known.kind}
    if others and found.country_meant(entity.name, known) is None:
        return None
    if known.kind == "settlement" and told and all(kind == "region" for kind in told):
        return "region" if len(told) == len(entity.spans) else "settlement"
    return known.kind  # type: ignore[return-value]  # the tables' kinds are PlaceKind: tested


def _has_namesake(name: str, known: Known) -> bool:
    """A town of the name lies in the country or region; the article would tell them apart."""
    inland = any(town.country == known.country for town in find(name))
    return is_town(name) and inland and known.name not in tables("places.toml")["without_article"]


class _Article(NamedTuple):
    """What the kind of a place is read from, beside its own mentions."""

    found: Evidence
    captured: frozenset[int]
    datelines: frozenset[int]


def _alone(entity: Entity, article: _Article) -> PlaceKind | None:
    """The kind of a place that its own mentions give."""
    told = _told(entity)
    articles = any(map(has_article, entity.spans))
    lived_in = not articles and any(map(_is_where_one_lives, entity.spans))
    known = look_up(entity.name)
    if known is not None and known.label == "LOC":
        return _of_tables(entity, known, told, article.found, lived_in=lived_in)
    if told:
        return "settlement" if "settlement" in told or (lived_in and "region" in told) else told[0]
    if articles:
        return "settlement" if any(map(is_town, with_article(entity))) else None
    return "settlement" if lived_in or _is_town_of(entity, article) else None


def _is_town_of(entity: Entity, article: _Article) -> bool:
    """True for a name without article that changes hands, heads a dateline, or is a known town's."""
    if any(c.isdigit() for c in entity.name):
        return False
    if without_centre(entity.name) != entity.name or _is_known_town(entity, article.found):
        return True
    return any(span.start in article.captured | article.datelines for span in entity.spans)


def _neighbours(doc: Doc, spans: dict[int, Span]) -> Iterator[tuple[int, int]]:
    """Starts of the names that stand side by side in a list: «X, Y et Z»."""
    ends = {span.end: span.start for span in spans.values()}
    words = plain_forms_of(doc)
    for start in spans:
        i = start - 1
        if i > 0 and words[i] in ("a", "de", "d'"):
            i -= 1
        if i > 0 and words[i] in (",", "et", "ou") and i in ends:
            yield ends[i], start


def kinds(doc: Doc, entities: list[Entity], found: Evidence) -> list[PlaceKind | None]:
    """What sort of place each is; None where neither tables nor text tell.

    A name without article that stands in a list with settlements is one.

    Args:
        doc: After all components.
        entities: The places of the article.
        found: The countries that it names.
    """
    article = _Article(found, _captured(doc), _datelines(doc))
    sorts = [_alone(entity, article) for entity in entities]
    owner = {span.start: i for i, entity in enumerate(entities) for span in entity.spans}
    spans = {span.start: span for entity in entities for span in entity.spans}
    settled = Counter[int]()
    for one, other in _neighbours(doc, spans):
        for this, that in ((one, other), (other, one)):
            settled[owner[this]] += sorts[owner[that]] == "settlement"
    for i, entity in enumerate(entities):
        if sorts[i] is None and settled[i] and not any(map(has_article, entity.spans)):
            sorts[i] = "settlement"
    return sorts
