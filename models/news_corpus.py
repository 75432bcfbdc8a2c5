"""What the names component learns from: annotated texts as spaCy examples, tokenised as in the pipeline.

Corpora are ``.jsonl`` files: objects with ``text`` and ``ents``, a list of ``[start, end, label]`` in
characters, or with lists of names (`dispatches`). Our own are dispatches, ``evaluation/read``, and
sentences, ``training/news_sentences.txt``, one document a line, names in brackets: ``[LOC Goma]``. The
sentences are few, so each is also read several times with other towns and people.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from bisect import bisect_left
from pathlib import Path
from typing import TYPE_CHECKING

import dispatches
from spacy.tokens import Span
from spacy.training import Example
from spacy.util import filter_spans, registry

from extractor.components.structure import Structure
from extractor.components.tokens import Tokens
from extractor.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

Entity = tuple[int, int, str]
Text = tuple[str, list[Entity]]
Slot = tuple[str, bool]
Pools = dict[Slot, list[str]]

HELD_OUT = 0.1
_OWN = Path(__file__).parent / "training"
_DISPATCHES = Path(__file__).parents[1] / "evaluation" / "read"
_TOWN_WEIGHT = 3  # against the corpora's places, which are mostly French
_EXCHANGED = 0.7  # of the names that may be exchanged, are
_LONGEST_PLACE = 3
_MARK = re.compile(r"\[(PER|LOC|ORG|MISC) ([^\]]+)\]")
# In front of a name that cannot be exchanged for a town's: «le Donbass», «en Syrie», «Mossoul-Ouest».
_BOUND = re.compile(r"(?:\b(?:le|la|les|du|au|aux|en|un|une)\s|\bl'|[-\w])$", re.IGNORECASE)
_ELIDING = frozenset("aâàeéèêëiîïoôuûhyœAÂÀEÉÈÊËIÎÏOÔUÛHYŒ")


def text_hash(text: str) -> str:
    """SHA-256 of a text.

    Args:
        text: A cleaned text.
    """
    return hashlib.sha256(text.encode()).hexdigest()


def held_out(text: str) -> bool:
    """True for the tenth of all corpus texts that is never learnt from.

    Args:
        text: A cleaned text.
    """
    return int(text_hash(text)[:8], 16) / 2**32 < HELD_OUT


def read_corpus(path: Path) -> Iterator[Text]:
    """The cleaned texts of a ``.jsonl`` file, each with its entities.

    Args:
        path: The file.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            given = row["ents"] if "ents" in row else dispatches.entities(row)
            yield _cleaned(row["text"], [(start, end, label) for start, end, label in given])


def _cleaned(text: str, entities: list[Entity]) -> Text:
    source = clean(text)
    if source.starts is None or source.ends is None:
        return source.text, entities
    starts, ends = source.starts, source.ends
    moved = [(bisect_left(starts, s), bisect_left(ends, e) + 1, label) for s, e, label in entities]
    return source.text, moved


def read_sentences(path: Path = _OWN / "news_sentences.txt") -> Iterator[Text]:
    r"""Our own sentences, each with its entities.

    Args:
        path: The file: one document a line, ``\n`` for a line break, names in brackets.
    """
    for line in _lines(path):
        text, entities, last = "", [], 0
        given = line.replace("\\n", "\n")
        for mark in _MARK.finditer(given):
            text += given[last : mark.start()]
            entities.append((len(text), len(text) + len(mark[2]), mark[1]))
            text += mark[2]
            last = mark.end()
        yield text + given[last:], entities


def own_sentences() -> list[Path]:
    """The files of our own sentences and towns."""
    return sorted(_OWN.glob("*.txt"))


def own_dispatches() -> list[Path]:
    """The files of our own dispatches to learn from."""
    return sorted(_DISPATCHES.glob("*.jsonl"))


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def prepare(nlp: Language, text: str) -> Doc:
    """The text as the names component meets it in the pipeline: hyphenated words whole, sentence starts set.

    Args:
        nlp: Any French pipeline.
        text: A cleaned text.
    """
    return Structure()(Tokens()(nlp.make_doc(text)))


def annotated(doc: Doc, entities: list[Entity]) -> Doc:
    """A copy of the doc with its entities; an entity that the tokens or sentences break teaches nothing.

    Args:
        doc: A prepared text.
        entities: Its entities, in characters.
    """
    fitting, unfit = [], []
    for start, end, label in entities:
        span = doc.char_span(start, end, label=label)
        unknown = span is None or label == dispatches.UNKNOWN
        if unknown or any(t.is_space or (t.is_sent_start and t.i > span.start) for t in span):
            unfit.append(doc.char_span(start, end, alignment_mode="expand"))
        else:
            fitting.append(span)
    chosen = filter_spans(fitting)
    taken = {token.i for span in chosen for token in span}
    rest = filter_spans(s for s in unfit if s is not None and taken.isdisjoint(range(s.start, s.end)))
    reference = doc.copy()
    reference.set_ents(
        [Span(reference, span.start, span.end, label=span.label) for span in chosen],
        missing=[Span(reference, span.start, span.end) for span in rest],
        default="outside",
    )
    return reference


def slot(text: str, entity: Entity) -> Slot | None:
    """What may stand in the name's stead: its label, and whether «de» is elided before it; None: nothing may.

    Full names of people and short names of places without an article are exchanged; organisations never.

    Args:
        text: The text.
        entity: One of its entities.
    """
    start, end, label = entity
    name = text[start:end]
    width = len(name.split())
    town = label == "LOC" and width <= _LONGEST_PLACE and not _BOUND.search(text[:start])
    if name[:1].isupper() and (town or (label == "PER" and width > 1)):
        return label, name[0] in _ELIDING
    return None


def exchanged(text: Text, pools: Pools, rng: random.Random) -> Text:
    """The text with most of its towns and people exchanged, each alike wherever it is named.

    Args:
        text: A text with its entities.
        pools: Names for each slot.
        rng: Source of chance.
    """
    given, entities = text
    out, moved, last = "", [], 0
    others: dict[str, str] = {}
    for start, end, label in sorted(entities):
        out += given[last:start]
        name = given[start:end]
        kind = slot(given, (start, end, label))
        if kind is not None:
            if name not in others:
                others[name] = rng.choice(pools[kind]) if rng.random() < _EXCHANGED else name
            name = others[name].upper() if name.isupper() and label == "LOC" else others[name]
        moved.append((len(out), len(out) + len(name), label))
        out += name
        last = end
    return out + given[last:], moved


def name_pools(texts: Iterable[Text]) -> Pools:
    """The names of the texts that may be exchanged, and those of ``training/towns.txt``, by slot.

    Args:
        texts: Texts to learn from.
    """
    names: dict[Slot, set[str]] = {}
    for text, entities in texts:
        for start, end, label in entities:
            kind = slot(text, (start, end, label))
            if kind is not None:
                names.setdefault(kind, set()).add(text[start:end])
    pools = {kind: sorted(found) for kind, found in names.items()}
    for town in _lines(_OWN / "towns.txt"):
        pools["LOC", town[0] in _ELIDING] += [town] * _TOWN_WEIGHT
    return pools


@registry.readers("extractor.names_corpus.v1")  # type: ignore[untyped-decorator]  # spaCy's own
def names_corpus(files: str, part: str, readings: int = 0) -> Callable[[Language], Iterator[Example]]:
    """Reader for spaCy's training.

    Args:
        files: Paths of the corpora, separated by commas.
        part: ``train``, with our own sentences; or ``dev``, what is held out of the corpora.
        readings: How often our own sentences are read: once as they stand, then with other names.
    """

    def texts() -> Iterator[Text]:
        for path in files.split(","):
            yield from (t for t in read_corpus(Path(path)) if held_out(t[0]) == (part == "dev"))
        if readings:
            yield from read_sentences()
            for path in own_dispatches():
                yield from read_corpus(path)

    def variants() -> Iterator[Text]:
        pools, rng = name_pools(texts()), random.Random(0)  # noqa: S311 (variety, no secret)
        yield from (exchanged(t, pools, rng) for t in read_sentences() for _ in range(readings - 1))

    def corpus(nlp: Language) -> Iterator[Example]:
        for group in (texts(), variants() if readings > 1 else ()):
            for text, entities in group:
                doc = prepare(nlp, text)
                yield Example(doc, annotated(doc, entities))

    return corpus
