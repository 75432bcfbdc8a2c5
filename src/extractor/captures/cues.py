"""The words that decide a status, by class: ``data/captures/cues.toml``."""

from __future__ import annotations

from functools import cache

from extractor.captures.inflection import regular_forms
from extractor.lexicon import tables

CUES = "captures/cues.toml"


@cache
def cue_words(part: str, name: str) -> frozenset[str]:
    """Lemmas of a class of cues.

    Args:
        part: A table of ``cues.toml``: ``verbs``, ``nouns``, ``adjectives``, ``idioms`` …
        name: The class, such as ``claim``.

    Raises:
        KeyError: There is no such class.
    """
    return frozenset(tables(CUES)[part][name])


@cache
def cue_forms() -> dict[str, str]:
    """Class of each regular form of a cue verb, for where the lemmatizer errs («a tweeté»)."""
    regular = {form: name for lemma, name in cue_verbs().items() for form in regular_forms(lemma)}
    return regular | {form: name for name, forms in tables(CUES)["forms"].items() for form in forms}


@cache
def cue_verbs() -> dict[str, str]:
    """Class of each cue verb; a verb of two classes has the more cautious one."""
    classes = tables(CUES)["verbs"]
    return {
        lemma: name
        for name in (
            "achieve",
            "say",
            "claim",
            "confirm",
            "concede",
            "deny",
            "thwart",
            "prevent",
            "fail",
            "plan",
        )
        for lemma in classes[name]
    }


@cache
def reply_forms() -> frozenset[str]:
    """Regular forms of the verbs that reply, for where the model errs («réplique» as a noun)."""
    return frozenset(form for lemma in cue_words("verbs", "reply") for form in regular_forms(lemma))


@cache
def source_openings() -> tuple[tuple[str, ...], ...]:
    """The phrases that name a source, as tokens in lower case: «selon», «à en croire»."""
    return tuple(tuple(phrase.split()) for phrase in tables(CUES)["prepositions"]["source"])
