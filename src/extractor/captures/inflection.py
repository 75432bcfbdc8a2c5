"""From an inflected form to the lemmas of verbs it can belong to, whatever the tagger took it for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_AGAIN = ("re", "ré")
# The lemmatizer's table of exceptions lacks the regular forms of some verbs («tombe»).
_ENDINGS_ER = (
    "e",
    "es",
    "ent",
    "ait",
    "aient",
    "a",
    "èrent",
    "era",
    "eront",
    "erait",
    "eraient",
    "ant",
    "é",
    "ée",
    "és",
    "ées",
)


def verb_forms(lemmatizer: object | None, lemmas: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Forms of some verbs, each with the lemmas it can belong to.

    Args:
        lemmatizer: The lemmatizer of a French pipeline; its table of verb forms is used where it has one.
        lemmas: Infinitives.
    """
    wanted = set(lemmas)
    forms: dict[str, set[str]] = defaultdict(set)
    for lemma in wanted:
        for form in regular_forms(lemma):
            forms[form].add(lemma)
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is not None and lookups.has_table("lemma_exc"):
        prefixed = {lemma for lemma in wanted if lemma.startswith(_AGAIN)}
        known = wanted | {lemma[2:] for lemma in prefixed}
        for form, form_lemmas in lookups.get_table("lemma_exc").get("verb", {}).items():
            if known.isdisjoint(form_lemmas):
                continue
            forms[form].update(wanted.intersection(form_lemmas))
            for lemma in prefixed:  # «reperdue»: as «perdue»
                if lemma[2:] in form_lemmas:
                    forms[lemma[:2] + form].add(lemma)
    return {form: tuple(sorted(found)) for form, found in forms.items() if found}


def regular_forms(lemma: str) -> tuple[str, ...]:
    """The infinitive and, of a verb in -er, its regular third persons and participles.

    Args:
        lemma: An infinitive.
    """
    if not lemma.endswith("er"):
        return (lemma,)
    softened = {"g": "ge", "c": "ç"}.get(lemma[-3], lemma[-3])
    stems = {ending: lemma[:-3] + (softened if ending[0] == "a" else lemma[-3]) for ending in _ENDINGS_ER}
    return (lemma, *(stem + ending for ending, stem in stems.items()))
