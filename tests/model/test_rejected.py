"""What looked like a capture and was turned down, and why: the false friends of French."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "Le ministre a pris la parole à Sarvane.", [("pris", "prendre", "not_a_place", "parole")], id="speech"
    ),
    pytest.param(
        "La prise d'otages de Sarvane a duré deux jours.",
        [("prise", "prise", "fixed_expression", "d'otages")],
        id="hostages",
    ),
    pytest.param(
        "Le train de Sarvane est tombé en panne.",
        [("tombé", "tomber", "fixed_expression", "en panne")],
        id="breakdown",
    ),
    pytest.param(
        "La gauche a pris la ville de Sarvane à la droite aux municipales.",
        [("pris", "prendre", "not_conflict", "gauche")],
        id="election",
    ),
    pytest.param(
        "Le club a conquis Sarvane : trois buts, une victoire, et le championnat est pour lui.",
        [("conquis", "prendre", "not_conflict", "club")],
        id="sport",
    ),
    pytest.param(
        "Le groupe a pris le contrôle de la banque de Sarvane.",
        [("pris", "prendre-controle", "not_a_place", "banque")],
        id="business",
    ),
    pytest.param(
        "La chute du régime a été fêtée à Sarvane.",
        [("chute", "chute", "not_a_place", "régime")],
        id="régime",
    ),
    pytest.param(
        "Les rebelles se sont emparés de l'Espagne.",
        [("emparés", "emparer", "country", "Espagne")],
        id="country",
    ),
    pytest.param("Les combats ont repris.", [("repris", "reprendre", "no_place", None)], id="no place"),
    pytest.param(
        "Une ville ne tombe pas comme un fruit mûr.",
        [("tombe", "tomber", "unnamed_place", "ville")],
        id="no town in particular",
    ),
    pytest.param(
        "La tempête a pris Sarvane d'assaut.", [("pris", "prendre", "not_an_actor", "tempête")], id="storm"
    ),
    pytest.param(
        "La ministre Ana Orlec est rentrée à Sarvane.",
        [("rentrée", "entrer", "incomplete", None)],
        id="return",
    ),
    pytest.param(
        "Les rebelles contrôlent la ville de Sarvane.", [("contrôlent", "tenir", "state", None)], id="state"
    ),
    pytest.param(
        "Les soldats patrouillent dans la ville de Sarvane.",
        [("patrouillent", "patrouiller", "sign_alone", None)],
        id="sign",
    ),
    pytest.param(
        "Les rebelles ont pris la ville.", [("pris", "prendre", "unresolved_place", None)], id="la ville"
    ),
    pytest.param("Les rebelles ont pris la ville de Sarvane.", [], id="a capture"),
    pytest.param(
        "Les rebelles ont pris le contrôle de Sarvane.", [], id="the noun of an idiom goes with its verb"
    ),
    pytest.param("La présidente a visité une école de Sarvane.", [], id="nothing like it"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reason(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    article = extractor.extract(text, rejected=True)
    found = article.rejected or ()
    assert [(it.text, it.rule, it.reason, it.words and it.words.text) for it in found] == expected
    assert bool(article.events) is (not expected and "rebelles" in text)


def test_offsets_count_the_text_as_given() -> None:
    text = "  Titre\r\n\r\nLe ministre a pris  la «\u00a0parole\u00a0», une prise d’otages l’ayant retardé."
    (speech, hostages) = extractor.extract(text, rejected=True).rejected or ()
    for it in (speech, hostages, speech.words, hostages.words):
        assert it is not None
        assert text[it.start : it.end] == it.text


def test_asking_changes_nothing_else() -> None:
    text = "Les rebelles ont pris Sarvane. Le ministre a pris la parole."
    plain = extractor.extract(text)
    asked = extractor.extract(text, rejected=True).to_dict()
    assert plain.rejected is None
    assert "rejected" not in plain.to_dict()
    assert [it["text"] for it in asked.pop("rejected")] == ["pris"]  # type: ignore[attr-defined]
    assert asked == plain.to_dict()
