"""The pipeline of ours: order, rooms, processes, batches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import extractor
from extractor.pipeline import AFTER_THE_MODEL, BEFORE_THE_MODEL, read_long

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

TEXTS = [
    "Les rebelles ont pris lundi la ville de Sarvane.",
    "",
    "L'armée a repris la localité d'Orlec, selon un habitant. Trente soldats ont été tués.",
    "SARVANE, 12 mars 2024 (AFP) - La ville est tombée aux mains des rebelles.",
]


def test_order(nlp: Language) -> None:
    assert tuple(nlp.pipe_names[: len(BEFORE_THE_MODEL)]) == BEFORE_THE_MODEL
    assert tuple(nlp.pipe_names[-len(AFTER_THE_MODEL) :]) == AFTER_THE_MODEL


def test_every_component_has_what_it_requires(nlp: Language) -> None:
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_each_room_has_one_writer(nlp: Language) -> None:
    doc = nlp.make_doc(TEXTS[2])
    writers: dict[str, list[str]] = {}
    for name, pipe in nlp.pipeline:
        before = set(doc.spans)
        doc = pipe(doc)
        for group in set(doc.spans) - before:
            writers.setdefault(group, []).append(name)
    assert writers == {
        "structure": ["extractor_structure"],
        "dates": ["extractor_dates"],
        "likely": ["extractor_likelihood"],
        "parsed": ["extractor_scope"],
        "numbers": ["extractor_numbers"],
        "quotations": ["extractor_quotations"],
        "captures": ["extractor_captures"],
        "events": ["extractor_captures"],
        "rejected": ["extractor_captures"],
    }


def test_batches_and_their_order_change_nothing() -> None:
    alone = [extractor.extract(text) for text in TEXTS]
    assert list(extractor.extract_many(TEXTS)) == alone
    assert list(extractor.extract_many(TEXTS[::-1])) == alone[::-1]


def test_two_processes_give_the_same() -> None:
    assert list(extractor.extract_many(TEXTS, n_process=2)) == list(extractor.extract_many(TEXTS))


def test_reading_in_pieces_gives_the_same(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(TEXTS)
    whole = nlp(text)
    monkeypatch.setattr("extractor.pipeline._PIECE", 12)
    pieces = read_long(nlp, text)
    assert pieces.text == text
    for group in whole.spans:
        assert [(s.start, s.end, s.label_) for s in pieces.spans[group]] == [
            (s.start, s.end, s.label_) for s in whole.spans[group]
        ]


def test_extract_many_is_lazy() -> None:
    def endless() -> object:
        while True:
            yield TEXTS[0]

    assert next(iter(extractor.extract_many(endless()))).events[0].place == "Sarvane"  # type: ignore[arg-type]
