"""Tags that the model's tagger only guesses: those of white space, and of «entre dans»."""

from __future__ import annotations

import numpy as np
from spacy.attrs import IS_SPACE, LOWER, POS  # type: ignore[import-not-found]  # cython without stubs
from spacy.language import Language
from spacy.symbols import ADP, SPACE  # type: ignore[import-not-found]  # cython without stubs
from spacy.tokens import Doc  # noqa: TC002 (spaCy evaluates the annotation)

from extractor.requirements import require

_REQUIRES = ("token.pos",)
_THIRD_PERSON = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_MORPH = {"SPACE": "", "X": "", "VERB": _THIRD_PERSON}


@Language.factory("extractor_spaces", assigns=["token.pos", "token.morph"], requires=_REQUIRES)
def make_spaces(nlp: Language, name: str) -> Spaces:
    """Create the component; it stands after the tagger."""
    return Spaces(name)


class Spaces:
    """Gives white space the part of speech ``SPACE``, and ``X`` to other tokens that were taken for it.

    «entre» before «dans» is the verb, never the preposition, for which the tagger takes it.
    That is all that we read of the model's ``attribute_ruler``, in a fiftieth of its time.
    """

    def __init__(self, name: str = "extractor_spaces") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        require(doc, self.name, _REQUIRES)
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[int, str]]:
        """The tokens whose tag is to be set, with the tag."""
        found = doc.to_array([IS_SPACE, POS, LOWER])
        blank, tagged = found[:, 0] == 1, found[:, 1] == SPACE
        wrong = np.flatnonzero(blank | tagged).tolist() if len(doc) else []
        strings = doc.vocab.strings
        between = (found[:, 2] == strings["entre"]) & (found[:, 1] == ADP)
        verbs = np.flatnonzero(between[:-1] & (found[1:, 2] == strings["dans"])).tolist() if len(doc) else []
        return [*((i, "SPACE" if blank[i] else "X") for i in wrong), *((i, "VERB") for i in verbs)]

    def annotate(self, doc: Doc, matches: list[tuple[int, str]]) -> Doc:
        """Set the tags."""
        for i, tag in matches:
            doc[i].pos_ = tag
            doc[i].set_morph(_MORPH[tag])  # type: ignore[attr-defined]  # missing in the stub
        return doc
