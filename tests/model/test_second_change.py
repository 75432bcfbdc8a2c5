"""A town that changes hands more than once, most often told by pronouns and participles."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Chassée de la ville d'Orlec en avril, l'armée l'a reprise dimanche aux rebelles.",
            [("Orlec", "rebelles", "2024-04", False), ("Orlec", "armée", "2024-06-16", True)],
            id="participle before its subject",
        ),
        pytest.param(
            "L'armée a repris samedi la ville d'Orlec, laquelle était tombée en avril aux mains du Front.",
            [("Orlec", "armée", "2024-06-15", True), ("Orlec", "Front", "2024-04", False)],
            id="laquelle",
        ),
        pytest.param(
            "L'armée est entrée samedi dans la ville d'Orlec, dont les rebelles s'étaient emparés en avril.",
            [("Orlec", "armée", "2024-06-15", True), ("Orlec", "rebelles", "2024-04", False)],
            id="dont",
        ),
        pytest.param(
            "L'armée est entrée samedi dans la ville d'Orlec, perdue en avril.",
            [("Orlec", "armée", "2024-06-15", True), ("Orlec", None, "2024-04", False)],
            id="lost by who enters",
        ),
        pytest.param(
            "Les combats ont duré dix jours à Goma. L'armée a fini par l'abandonner samedi.",
            [("Goma", None, "2024-06-15", False)],
            id="l' before an infinitive",
        ),
        pytest.param(
            "Les rebelles tenaient la ville d'Orlec depuis janvier. L'armée la leur a reprise le 12 juin.",
            [("Orlec", "rebelles", "2024-01", False), ("Orlec", "armée", "2024-06-12", True)],
            id="la leur",
        ),
        pytest.param(
            "Le 3 mai, les rebelles entraient dans la ville d'Orlec. Le 17 juin, l'armée les en délogeait.",
            [("Orlec", "rebelles", "2024-05-03", False), ("Orlec", "armée", "2024-06-17", True)],
            id="les en",
        ),
        pytest.param(
            "Prise le 3 mai, reprise le 5, la ville d'Orlec est retombée lundi aux mains des rebelles.",
            [
                ("Orlec", "rebelles", "2024-05-03", False),
                ("Orlec", None, "2024-05-05", True),
                ("Orlec", "rebelles", "2024-06-17", True),
            ],
            id="participles one after the other",
        ),
        pytest.param(
            "Les rebelles ont abandonné la ville d'Orlec lundi, après l'avoir tenue trois semaines.",
            [("Orlec", None, "2024-06-17", False), ("Orlec", "rebelles", None, False)],
            id="held for so long",
        ),
        pytest.param(
            "La ville d'Orlec était un symbole : prise "
            "par le Front en mars 2014, elle a été reprise en juillet.",
            [("Orlec", "Front", "2014-03", False), ("Orlec", None, "2014-07", True)],
            id="participle after a colon",
        ),
        pytest.param(
            "Neuf mois après en avoir été délogés, les jihadistes ont repris dimanche la ville d'Orlec.",
            [("Orlec", None, "2023-09", False), ("Orlec", "jihadistes", "2024-06-16", True)],
            id="a pronoun before its name",
        ),
        pytest.param(
            "Les rebelles ont pris Goma et Bukavu lundi. L'armée y est revenue mercredi.",
            [
                ("Goma", "rebelles", "2024-06-17", False),
                ("Bukavu", "rebelles", "2024-06-17", False),
                ("Goma", "armée", "2024-06-19", True),
                ("Bukavu", "armée", "2024-06-19", True),
            ],
            id="y: both towns",
        ),
        pytest.param(
            "La ville d'Orlec, perdue dimanche par l'armée, a été regagnée lundi et reperdue mardi.",
            [
                ("Orlec", None, "2024-06-16", False),
                ("Orlec", "armée", "2024-06-17", True),
                ("Orlec", None, "2024-06-18", True),
            ],
            id="reperdre",
        ),
        pytest.param(
            "L'armée a confirmé avoir repris lundi la ville d'Orlec, que les rebelles "
            "tenaient depuis octobre 2022.",
            [("Orlec", "armée", "2024-06-17", True), ("Orlec", "rebelles", "2022-10", False)],
            id="held since another year",
        ),
        pytest.param(
            "Les combattants du Front étaient entrés lundi à Goma. Ils s'en sont retirés jeudi à moto.",
            [("Goma", "combattants du Front", "2024-06-17", False), ("Goma", None, "2024-06-20", False)],
            id="who leaves later than the town was taken",
        ),
        pytest.param(
            "La reprise de la ville d'Orlec intervient deux mois après sa prise par les rebelles.",
            [("Orlec", None, None, True), ("Orlec", "rebelles", "2024-04", False)],
            id="counted from another change",
        ),
        pytest.param(
            "La ville d'Orlec est retombée mardi aux mains des rebelles, six mois "
            "après avoir été reprise par l'armée.",
            [("Orlec", "rebelles", "2024-06-18", True), ("Orlec", "armée", "2023-12", True)],
            id="months are no subject",
        ),
        pytest.param(
            "La ville d'Orlec a changé de mains trois fois : prise par les rebelles en mars, reprise par "
            "l'armée en avril, elle a été reconquise dimanche par les insurgés.",
            [
                ("Orlec", "rebelles", "2024-03", False),
                ("Orlec", "armée", "2024-04", True),
                ("Orlec", "insurgés", "2024-06-16", True),
            ],
            id="a count of changes is none of them",
        ),
        pytest.param(
            "Les rebelles ont pris Goma. Le porte-parole des brigades de Bukavu s'en félicite. "
            "Les soldats y avaient abandonné leurs chars et la ville est à eux.",
            [("Goma", "rebelles", None, False)],
            id="whose brigades they are",
        ),
        pytest.param(
            "Les rebelles avaient pris la ville d'Orlec en mai. Seule Orlec a été reprise depuis.",
            [("Orlec", "rebelles", "2024-05", False), ("Orlec", None, None, True)],
            id="had taken … has been taken back",
        ),
        pytest.param(
            "La prise de la ville d'Orlec, en mai, avait ouvert la route. Un mois plus tard, les "
            "insurgés en ont été chassés.",
            [("Orlec", None, "2024-05", False), ("Orlec", None, "2024-06", False)],
            id="one month and the next",
        ),
        pytest.param(
            "Trois ans après avoir conquis la ville d'Orlec, les rebelles l'ont rendue lundi à l'armée.",
            [("Orlec", "rebelles", "2021", False), ("Orlec", "armée", "2024-06-17", True)],
            id="subject behind its adjunct",
        ),
        pytest.param(
            "Maîtres de la ville d'Orlec depuis 2021, les jihadistes en ont été chassés lundi par l'armée.",
            [("Orlec", "jihadistes", "2021", False), ("Orlec", "armée", "2024-06-17", True)],
            id="maîtres de",
        ),
        pytest.param(
            "Les jihadistes ont pris la ville d'Orlec lundi, avant de se retirer mardi vers le nord.",
            [("Orlec", "jihadistes", "2024-06-17", False), ("Orlec", None, "2024-06-18", False)],
            id="avant de se retirer",
        ),
        pytest.param(
            "Les rebelles ont pris la ville d'Orlec lundi, avant d'être repoussés mardi par l'armée.",
            [("Orlec", "rebelles", "2024-06-17", False), ("Orlec", "armée", "2024-06-18", True)],
            id="avant d'être repoussés",
        ),
        pytest.param(
            "Les rebelles ont attaqué la ville d'Orlec lundi, avant d'être repoussés par l'armée.",
            [("Orlec", "rebelles", None, False)],
            id="repelled before they had it",
        ),
        pytest.param(
            "Les rebelles ont pris la ville d'Orlec en janvier, l'armée en mars, les rebelles encore en mai.",
            [
                ("Orlec", "rebelles", "2024-01", False),
                ("Orlec", "armée", "2024-03", True),
                ("Orlec", "rebelles", "2024-05", True),
            ],
            id="one after the other",
        ),
        pytest.param(
            "Les rebelles avaient échoué à prendre la ville d'Orlec. Ils y sont parvenus mardi.",
            [("Orlec", "rebelles", "2024-06-18", False)],
            id="y parvenir",
        ),
        pytest.param(
            "Goma n'est pas tombée, a assuré l'armée. Bukavu, en revanche, l'est depuis lundi.",
            [("Goma", None, None, False), ("Bukavu", None, "2024-06-17", False)],
            id="l'est depuis lundi",
        ),
        pytest.param(
            "Les rebelles sont entrés lundi à Goma et mardi à Bukavu.",
            [("Goma", "rebelles", "2024-06-17", False), ("Bukavu", "rebelles", "2024-06-18", False)],
            id="lundi à X et mardi à Y",
        ),
        pytest.param(
            "Les rebelles ont repris mardi la ville d'Orlec, un an après en avoir été chassés par l'armée.",
            [("Orlec", "rebelles", "2024-06-18", True), ("Orlec", "armée", "2023", True)],
            id="un an après",
        ),
        pytest.param(
            "Le groupe autoproclamé « Front des braves » (FDB) a été chassé lundi de la ville d'Orlec par "
            "les forces gouvernementales. Le FDB s'était emparé samedi de la ville.",
            [
                ("Orlec", "forces gouvernementales", "2024-06-17", False),
                ("Orlec", "Front des braves", "2024-06-15", False),
            ],
            id="a group by its name and in short",
        ),
        pytest.param(
            "Sarvane est tombée lundi aux mains du M23. Craignant un assaut contre Orlec, les soldats du Sud "
            "ont pris mardi le contrôle de cette ville.",
            [("Sarvane", "M23", "2024-06-17", False), ("Orlec", "soldats du Sud", "2024-06-18", False)],
            id="cette ville, named in its sentence",
        ),
        pytest.param(
            "Les rebelles ont pris lundi la ville d'Orlec, connue aussi sous le nom de Tambrel. L'armée a "
            "repris Tambrel mardi.",
            [("Orlec", "rebelles", "2024-06-17", False), ("Orlec", "armée", "2024-06-18", True)],
            id="another name of a town",
        ),
        pytest.param(
            "L'armée a pris lundi l'aéroport de Sarvane. L'aéroport international de Sarvane est tombé vite.",
            [("aéroport international de Sarvane", "armée", "2024-06-17", False)],
            id="an airport in short and in full",
        ),
        pytest.param(
            "L'armée a repris lundi au groupe Front de l'Aube la majorité d'Orlec et les rebelles ne "
            "contrôlent plus qu'un quartier.",
            [("Orlec", "armée", "2024-06-17", True)],
            id="from a group by its name",
        ),
        pytest.param(
            "Les villes tombent une à une : lundi Goma, mardi Bukavu. Les rebelles avancent.",
            [("Goma", "rebelles", "2024-06-17", False), ("Bukavu", "rebelles", "2024-06-18", False)],
            id="days before their towns",
        ),
    ],
)
def test_change(text: str, expected: list[tuple[str, str | None, str | None, bool]]) -> None:
    article = extractor.extract(text, published="2024-06-20")
    found = [(event.place, event.taker, event.date, event.retaken) for event in article.events]
    assert found == expected
