"""Captures that no rule reads; towns are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import extractor
from extractor.captures import LIKELY
from extractor.captures.rejections import Rejection
from extractor.captures.settings import candidates, kind_of
from extractor.captures.telling import likely_captures
from extractor.records import CAPTURE

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

WAR = "Les combats entre l'armée et les rebelles ont repris dimanche."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{WAR} Le sort d'Orlec s'est joué mardi : les insurgés y règlent la circulation.",
            [("Orlec", "asserted")],
            id="a wording of nobody's list",
        ),
        pytest.param(
            f"{WAR} Les affrontements avec les rebelles ont lieu dans un hameau du nom de Sarvane.",
            [],
            id="where they fight",
        ),
        pytest.param(
            f"{WAR} Le chantier sur le golfe de Vessin a vu se battre durement les rebelles.",
            [],
            id="waters",
        ),
        pytest.param(
            f"{WAR} A Orlec, la vie suit son cours et le marché est ouvert.", [], id="a town in peace"
        ),
        pytest.param(f"{WAR} La capitale, Orlec, n'est pas menacée à ce stade.", [], id="no threat"),
        pytest.param(
            f"{WAR} Moscou a jugé mardi que la garnison n'avait plus qu'à décamper.",
            [],
            id="a capital that acts",
        ),
        pytest.param(
            f"{WAR} Les insurgés ont affirmé mardi depuis Goma avoir enlevé la place, ce que le porte-parole "
            "de l'armée a qualifié d'invention.",
            [],
            id="from where it is told",
        ),
        pytest.param(
            f"{WAR} Les drapeaux rebelles flottent dans les provinces de Tamir et de Lavar et leurs hommes "
            "y ont chassé les soldats.",
            [],
            id="provinces where it happens",
        ),
        pytest.param(
            "Le club a étrillé ses rivaux samedi. Orlec a basculé mardi dans l'euphorie.", [], id="sport"
        ),
    ],
)
def test_places_without_a_rule(text: str, expected: list[tuple[str, str]]) -> None:
    article = extractor.extract(text, published="2024-03-14")
    assert [(event.place, event.status) for event in article.events] == expected


def test_its_reason_is_a_word_of_the_sentence() -> None:
    text = f"{WAR} Le sort d'Orlec s'est joué mardi : les insurgés y règlent la circulation."
    (event,) = extractor.extract(text).events
    (mention,) = event.mentions
    assert (event.place, mention.rule, text[mention.start : mention.end]) == ("Orlec", LIKELY, "insurgés")


def test_a_rule_goes_before() -> None:
    (event,) = extractor.extract(f"{WAR} Les rebelles ont pris mardi la ville d'Orlec.").events
    assert [mention.rule for mention in event.mentions] == ["prendre"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("À Goma, un pêcheur a vu flotter leur drapeau.", True, id="where it is"),
        pytest.param("De Goma, un pêcheur a vu flotter leur drapeau.", False, id="from where it is seen"),
        pytest.param("Depuis Goma, un pêcheur a vu flotter leur drapeau.", False, id="from where it is told"),
        pytest.param("Vers Goma, un pêcheur a vu flotter leur drapeau.", False, id="a way"),
        pytest.param("Seule Goma échappe encore aux rebelles.", False, id="all stays as it was"),
    ],
)
def test_sifting(nlp: Language, sentence: str, told: bool) -> None:  # noqa: FBT001 (a column of the table)
    doc = nlp(f"{WAR} {sentence}")
    name = next(ent for ent in doc.ents if ent.text == "Goma")
    verb = next(token.i for token in name.sent if token.pos_ == "VERB")
    name._.likelihood = {"told": 1.0, "sure": 1.0, "outcome": CAPTURE, "reasons": [verb]}
    doc.spans[LIKELY] = [name]
    rejected = {
        span.start: Rejection(span.label_, CAPTURE, span.start, rejection["reason"], None)
        for span in doc.spans["rejected"]
        for rejection in span._.rejections
    }
    assert bool(list(likely_captures(doc, {}, rejected))) is told


def test_a_pronoun_tells_of_the_town_named_before() -> None:
    text = (
        "Les combats entre l'armée et les rebelles ont repris dimanche à Orlec. "
        "Les insurgés y règlent désormais la circulation et ont mis leur drapeau sur la mairie."
    )
    (event,) = extractor.extract(text).events
    assert (event.place, [mention.rule for mention in event.mentions]) == ("Orlec", [LIKELY])


def test_names_descriptions_and_pronouns_are_candidates(nlp: Language) -> None:
    doc = nlp(
        "L'armée et les rebelles se battent pour Orlec. La ville d'Orlec brûle ; cette petite cité du Nord, "
        "il y a un an, prospérait. On y vit mal."
    )
    assert [(phrase.text, kind_of(phrase)) for phrase in candidates(doc)] == [
        ("Orlec", "name"),
        ("Orlec", "name"),
        ("cette petite cité", "definite"),
        ("y", "pronoun"),
    ]


def test_streets_and_countries_are_no_candidates(nlp: Language) -> None:
    doc = nlp(f"{WAR} Les insurgés sont rue de l'Orme, à Orlec, dans le sud de la France.")
    assert [name.text for name in candidates(doc)] == ["Orlec"]
