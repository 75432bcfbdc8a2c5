"""Rule files of the user's own at work: those of the documents, further verbs, a further type of event."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extractor
from extractor.captures.rule_files import read_rules
from extractor.rule_check import Check, check

pytestmark = pytest.mark.model

RULES = Path(__file__).parents[2] / "examples/rules"
SIEGE, VERBS = RULES / "siege.toml", RULES / "verbs.toml"
BOTH = [SIEGE, VERBS]
PUBLISHED = "2024-03-12"


def together(text: str, *, published: str, rules: object) -> extractor.Article:  # noqa: ARG001 (one pipeline for all)
    return extractor.extract(text, published=published, rules=BOTH)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted(RULES.glob("*.toml"))])
def test_the_examples_of_the_documents(path: Path) -> None:
    checks = list(check(path, together))
    frames = read_rules(path)
    assert len(checks) == sum(len(frame.examples) + len(frame.counter_examples) for frame in frames)
    assert [it for it in checks if not it.passed] == list[Check]()


def test_the_rule_that_the_document_explains(tmp_path: Path) -> None:
    document = (RULES.parents[1] / "docs/rules.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```toml\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)
    path = tmp_path / "shown.toml"
    path.write_text(block, encoding="utf-8")
    assert [it.passed for it in check(path, extractor.extract)] == [True, True]


SIEGES = [
    pytest.param(
        "Les rebelles assiègent Sarvane depuis vendredi.",
        [("siege", "Sarvane", "rebelles", "asserted", None, "2024-03-08")],
        id="since a day",
    ),
    pytest.param(
        "Les paramilitaires ont affirmé avoir mis le siège devant Orlec dimanche.",
        [("siege", "Orlec", "paramilitaires", "claimed", "paramilitaires", "2024-03-10")],
        id="claimed",
    ),
    pytest.param(
        "L'armée a démenti que Sarvane soit encerclée.",
        [("siege", "Sarvane", None, "denied", "armée", None)],
        id="denied",
    ),
    pytest.param(
        "Les rebelles assiègent la ville de Sarvane. Ils encerclent aussi la ville d'Orlec.",
        [
            ("siege", "Sarvane", "rebelles", "asserted", None, None),
            ("siege", "Orlec", "rebelles", "asserted", None, None),
        ],
        id="a pronoun",
    ),
    pytest.param(
        "La ville de Sarvane est assiégée par les rebelles. Ils ont encerclé la ville lundi.",
        [("siege", "Sarvane", "rebelles", "asserted", None, "2024-03-11")],
        id="two statements, one siege",
    ),
    pytest.param("La police a encerclé deux suspects à Sarvane.", [], id="suspects"),
]


@pytest.mark.parametrize(("text", "expected"), SIEGES)
def test_sieges(text: str, expected: list[tuple[str | None, ...]]) -> None:
    events = extractor.extract(text, published=PUBLISHED, rules=BOTH).events
    found = [(it.type, it.place, it.taker, it.status, it.source, it.date) for it in events]
    assert [it for it in found if it[0] == "siege"] == expected
    assert not any(it.retaken for it in events if it.type == "siege")


def test_captures_stay_as_they_are() -> None:
    text = (
        "Les rebelles assiègent Sarvane depuis lundi. Ils ont pris Orlec dimanche à l'armée. Le siège de "
        "Tambrel par l'armée a été levé. La ville a été reprise par les rebelles."
    )
    without = extractor.extract(text, published=PUBLISHED).events
    captures = [
        it for it in extractor.extract(text, published=PUBLISHED, rules=BOTH).events if it.type == "capture"
    ]
    assert without
    assert captures == list(without)


def test_a_further_verb() -> None:
    text = "Les rebelles ont phagocyté la ville de Sarvane."
    (event,) = extractor.extract(text, rules=BOTH).events
    assert (event.type, event.place, event.taker, event.mentions[0].rule) == (
        "capture", "Sarvane", "rebelles", "phagocyter",
    )  # fmt: skip


def test_sieges_turned_down() -> None:
    text = "Les supporters ont encerclé le stade de Sarvane."
    found = extractor.extract(text, rules=BOTH, rejected=True).rejected or ()
    assert [(it.type, it.text, it.rule, it.reason) for it in found] == [
        ("siege", "encerclé", "siege-assieger", "not_conflict")
    ]


def test_two_processes_give_the_same() -> None:
    texts = ["Les rebelles assiègent Sarvane.", "Les rebelles ont phagocyté la ville de Sarvane."]
    one = list(extractor.extract_many(texts, rules=BOTH))
    assert list(extractor.extract_many(texts, rules=BOTH, n_process=2)) == one
    assert [[it.type for it in article.events] for article in one] == [["capture", "siege"], ["capture"]]


def test_a_record_of_a_siege_is_read_back() -> None:
    from extractor.serialization import from_json  # noqa: PLC0415 (only here)

    article = extractor.extract("Les rebelles assiègent Sarvane.", rules=BOTH, rejected=True)
    assert from_json(article.to_json()) == article


def test_a_bad_rule_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("[[frame]]", encoding="utf-8")
    with pytest.raises(extractor.DataFileError, match=r"mine\.toml: frame 1"):
        extractor.load(rules=[path])
