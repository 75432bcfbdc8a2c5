"""Tokens that the rules need whole: «Qala-e-Naw», «Saut-d'Eau», «T-55», «str-emh-eb-fff/cjc»."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from extractor.compounds import give_vector
from extractor.sentences import text_of

# A hyphenated word, with an elided article inside («Gonfreville-l'Orcher») or a desk's mark («str-emh/cjc»).
_COMPOUND = re.compile(r"\bc['’]est-à-dire\b|\b\w+(?:[-‑/](?:[dl]['’])?\w+)+\b")
# Clitic pronouns after the verb stay tokens of their own: «dit-il», «vas-y»; names may end like the latter.
_CLITIC = re.compile(r"[-‑](?:t[-‑])?(?:je|tu|ils?|elles?|on|nous|vous)$")
_OBJECT_CLITIC = re.compile(r"[-‑](?:ce|le|la|les|lui|leur|moi|toi|en|y|ci|là)$")
_DIGITS_ONLY = re.compile(r"[\d/-]+")


@Language.factory("extractor_tokens", retokenizes=True)
def make_tokens(nlp: Language, name: str) -> Tokens:
    """Create the component; it stands first in the pipeline."""
    return Tokens(name)


class Tokens:
    """Merges hyphenated words that the tokenizer cut.

    The French tokenizer keeps the compounds that it knows and cuts the others, which the parser then reads as
    so many sentences.
    """

    def __init__(self, name: str = "extractor_tokens") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find and write."""
        return self.annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> list[tuple[int, int]]:
        """Token ranges that are one word, in order."""
        spans = []
        for found in _COMPOUND.finditer(text_of(doc)):
            clitic = (
                _CLITIC.search(found[0]) or (found[0].islower() and _OBJECT_CLITIC.search(found[0])) or None
            )
            end = found.start() + clitic.start() if clitic else found.end()
            slashed = "/" in found[0] and not (found[0].islower() or found[0].isupper())
            if slashed or _DIGITS_ONLY.fullmatch(found[0]):
                continue
            span = doc.char_span(found.start(), end)
            if span is not None and len(span) > 1:
                spans.append(span)
        return [(span.start, span.end) for span in filter_spans(spans)]

    def annotate(self, doc: Doc, matches: list[tuple[int, int]]) -> Doc:
        """The same text as a Doc with each range one word.

        A Doc of its own, since spaCy's retokenizer adds each merged word to the model's vectors, for good.
        """
        if not matches:
            return doc
        words = [token.text for token in doc]
        spaces = doc.to_array("SPACY").astype(bool).tolist()
        for start, end in matches:
            give_vector(doc[start:end])
        for start, end in reversed(matches):
            words[start:end] = [doc[start:end].text]
            del spaces[start : end - 1]
        merged = Doc(doc.vocab, words=words, spaces=spaces, user_data=doc.user_data)
        merged._context = doc._context  # noqa: SLF001 (what nlp.pipe(as_tuples=True) keeps there)
        return merged
