"""What a component finds on a Doc before it can work: checked, so that nothing is silently not found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

# What `requires` of a factory names: spaCy's annotation, and who writes it.
_ANNOTATIONS = {
    "doc.tensor": ("", "«tok2vec»"),
    "doc.ents": ("ENT_IOB", "«ner» or «entity_ruler»"),
    "token.pos": ("POS", "«morphologizer»"),
    "token.morph": ("MORPH", "«morphologizer»"),
    "token.lemma": ("LEMMA", "«lemmatizer»"),
    "token.dep": ("DEP", "«extractor_parse» or «parser»"),
    "token.is_sent_start": ("SENT_START", "«extractor_structure»"),
}
# Attributes of spans: the group that has them, and who writes it.
_GROUPS = {
    "span._.expression": ("dates", "«extractor_dates»"),
    "span._.frame": ("captures", "«extractor_captures»"),
    "span._.speaker": ("quotations", "«extractor_quotations»"),
}


def require(doc: Doc, name: str, requirements: Iterable[str]) -> None:
    """Check that a component can work.

    Args:
        doc: The text as the components before it left it.
        name: Name of the component in its pipeline.
        requirements: What its factory declares under ``requires``.

    Raises:
        PipelineError: Something lacks; the message says all that lacks, and which components write it.
    """
    lacks = [it for it in requirements if not _is_there(doc, it)]
    if lacks:
        raise lacking(name, dict(map(_named, lacks)))


def lacking(name: str, writers: dict[str, str]) -> PipelineError:
    """The error of a component that cannot work in its pipeline.

    Args:
        name: Name of the component in its pipeline.
        writers: What it lacks, each with the components that write it.
    """
    what = ", ".join(f"{it} (add {writer} before it)" for it, writer in writers.items())
    return PipelineError(f"«{name}» lacks {what}; docs/spacy.md has whole pipelines")


def _is_there(doc: Doc, requirement: str) -> bool:
    if requirement in _GROUPS:
        return _GROUPS[requirement][0] in doc.spans
    if requirement == "doc.tensor":
        return doc.tensor.size > 0 or not len(doc)
    return bool(doc.has_annotation(_ANNOTATIONS[requirement][0]))


def _named(requirement: str) -> tuple[str, str]:
    """What lacks, as a person would name it, and who writes it."""
    if requirement in _GROUPS:
        group, writer = _GROUPS[requirement]
        return f'doc.spans["{group}"]', writer
    return requirement, _ANNOTATIONS[requirement][1]
