"""Two sides of one story: what another side tells against a claim, or admits of it, in whatever words."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

CLAIM = "Les rebelles ont annoncé samedi la prise d'Orlec. "

DISPUTED = [
    "« Sous notre autorité », a tranché l'état-major de l'armée.",
    "L'armée assure tenir ses positions.",
    "« Aucun rebelle dans la ville », a tweeté l'armée.",
    "Mais selon l'armée, la garnison y est « au complet ».",
    "La radio d'Etat soutient que la ville est toujours défendue par la garnison.",
    "Le gouverneur soutient que ses hommes tiennent encore le centre.",
    "Les soldats tiennent toujours le centre, témoigne un commerçant joint par téléphone.",
    "L'armée affirme y être toujours.",
    "Le bureau de la communication du gouvernement parle, lui, de « combats dans les faubourgs ».",
    "L'état-major met ces affirmations en doute.",
    "Le gouvernement a balayé ces affirmations.",
    "L'armée ne l'entend pas ainsi.",
    "Il n'en est rien, assure l'armée.",
    "Un pharmacien assure n'avoir vu passer aucun rebelle.",
    "Deux routiers n'y ont croisé lundi que des gendarmes.",
    "Une couturière y a pourtant vu lundi des gendarmes.",
    "Le sous-préfet en rit.",
    "Des diplomates en doutent.",
    "Le gouvernement parle d'une simple relève.",
    "Les soldats, répète leur colonel, n'ont pas reculé.",
]
ASSERTED = [
    "L'armée a reconnu avoir quitté ses positions.",
    "Le ministère de la Défense a évoqué un « repli tactique ».",
    "L'état-major parle d'un retrait pour des raisons stratégiques.",
    "Le gouverneur a admis que ses hommes avaient quitté la ville.",
    "Le général Sorel a confirmé que ses troupes s'étaient retirées.",
]
CLAIMED = [
    "L'armée n'a pas réagi.",
    "L'armée parle d'un retrait des rebelles vers le nord.",
    "L'armée assure tenir ses positions à Valdre.",
    "Leur porte-parole affirme que la ville est sous leur contrôle.",
    "Aucune source indépendante n'a pu confirmer cette information.",
    "Ils n'y ont vu personne.",
    "Les routiers n'ont pas vu venir l'hiver à Valdre.",
    "Le scénario se répète.",
    "L'armée n'a ni confirmé ni démenti.",
]
CASES = [
    pytest.param(CLAIM + text, status, source, id=f"{status}: {text}")
    for status, source, texts in (
        ("disputed", "rebelles", DISPUTED),
        ("asserted", None, ASSERTED),
        ("claimed", "rebelles", CLAIMED),
    )
    for text in texts
]


@pytest.mark.parametrize(("text", "status", "source"), CASES)
def test_answer_in_other_words(text: str, status: str, source: str | None) -> None:
    events = extractor.extract(text, published="2024-03-12").events
    assert [(event.place, event.status, event.source) for event in events] == [("Orlec", status, source)]


WHOLE = [
    (
        "La guerre dure. La ville d'Orlec est-elle tombée ? Les rebelles l'affirment, l'armée le nie.",
        "disputed",
        "rebelles",
    ),
    (
        "La guerre dure. La ville d'Orlec est-elle tombée ? Les rebelles l'affirment depuis lundi.",
        "claimed",
        "rebelles",
    ),
    ("L'armée a qualifié de « rumeur » l'annonce de la prise d'Orlec.", "disputed", None),
    ("L'armée a parlé d'accrochages à Orlec, avant d'admettre que la ville était tombée.", "asserted", None),
    ("L'armée dément qu'Orlec soit tombée, ainsi que l'affirmaient les rebelles.", "disputed", "rebelles"),
    ("L'armée a démenti avoir perdu Orlec, ce qu'affirmaient les rebelles.", "disputed", "rebelles"),
    ("L'armée dément la prise d'Orlec, que les rebelles ont annoncée dimanche.", "disputed", "rebelles"),
    ("L'armée a nié la chute d'Orlec, annoncée par les rebelles.", "disputed", "rebelles"),
    ("Les rebelles affirment tenir Orlec, contrairement à ce qu'affirme l'armée.", "disputed", "rebelles"),
    (
        "Les rebelles disent contrôler Orlec, ce qu'un ministre qualifie de propagande.",
        "disputed",
        "rebelles",
    ),
    ("Les rebelles disent tenir Orlec ; un routier n'y a croisé que des gendarmes.", "disputed", "rebelles"),
    ("Les rebelles disent tenir Orlec, où un routier n'a vu que des gendarmes.", "disputed", "rebelles"),
    (
        "Les rebelles disent tenir Orlec, ville dont le maire assure n'avoir vu personne.",
        "disputed",
        "rebelles",
    ),
    ("L'armée s'est retirée d'Orlec, a annoncé le commandant en chef.", "asserted", None),
    ("Les rebelles se sont retirés d'Orlec, a annoncé le commandant en chef.", "claimed", "commandant"),
    ("Les rebelles sont entrés à Orlec et, selon un diplomate, n'en partiront pas.", "asserted", None),
    ("Orlec est aux mains des rebelles, selon l'armée. Les rebelles démentent.", "disputed", "armée"),
    ("L'armée dément la chute d'Orlec, donnée pour acquise par les rebelles.", "disputed", "rebelles"),
    (
        "L'armée a contesté l'annonce, diffusée par les rebelles, de la prise d'Orlec.",
        "disputed",
        "rebelles",
    ),
    (
        "La radio du Front parle d'une victoire. Orlec serait tombée, selon la même source.",
        "claimed",
        "radio du Front",
    ),
    ("« Les rebelles ont pris Orlec », a-t-on appris auprès du préfet.", "claimed", "préfet"),
    ("L'état-major a fait état lundi de la prise d'Orlec.", "claimed", "état-major"),
    ("Les insurgés ont pris Orlec, a annoncé un porte-parole de l'armée.", "asserted", None),
    ("Les insurgés ont pris Orlec, a annoncé une source militaire.", "claimed", "une source militaire"),
    ("« Nos unités se sont retirées lundi d'Orlec », a fait savoir l'état-major.", "asserted", None),
    ("Le général Sorel a annoncé que ses troupes s'étaient retirées d'Orlec.", "asserted", None),
    ("Les rebelles ont pris Orlec, abandonnée dans la nuit par l'armée, a annoncé l'ONU.", "claimed", "ONU"),
    ("La prise d'Orlec, que les rebelles revendiquent, n'a pu être vérifiée.", "claimed", "rebelles"),
    (
        "Le drapeau des insurgés flotte sur Orlec. L'armée affirme que la ville n'est pas tombée.",
        "disputed",
        None,
    ),
]


@pytest.mark.parametrize(("text", "status", "source"), WHOLE)
def test_both_sides_in_one_sentence(text: str, status: str, source: str | None) -> None:
    events = extractor.extract(text, published="2024-03-12").events
    assert [(event.place, event.status, event.source) for event in events] == [("Orlec", status, source)]


OF_SEVERAL = [
    ("L'armée dément pour la première.", "disputed", "claimed"),
    ("L'armée reconnaît la perte de la seconde.", "claimed", "asserted"),
    ("Deux routiers n'ont vu que des gendarmes à Valdre.", "claimed", "disputed"),
    ("L'armée dément pour la première fois.", "disputed", "disputed"),
]


@pytest.mark.parametrize(("text", "first", "second"), OF_SEVERAL)
def test_answer_about_one_of_two_towns(text: str, first: str, second: str) -> None:
    claim = "Les rebelles ont annoncé samedi la prise d'Orlec et de Valdre. "
    events = extractor.extract(claim + text, published="2024-03-12").events
    assert [(event.place, event.status) for event in events] == [("Orlec", first), ("Valdre", second)]


def test_what_was_before_is_told_by_the_way() -> None:
    text = (
        "L'armée a repris lundi Orlec, que les rebelles occupaient depuis mai 2021, a annoncé le ministère."
    )
    events = extractor.extract(text, published="2024-03-12").events
    assert [(event.taker, event.status) for event in events] == [
        ("armée", "claimed"),
        ("rebelles", "asserted"),
    ]
