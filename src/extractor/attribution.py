"""Who says so: tags beside quotations, «selon …», and the subjects of verbs of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cues import cue_verbs, cue_words
from extractor.syntax import subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SPEAKING = ("say", "claim", "concede")
_TAG_WINDOW = 6


def verb_class(token: Token) -> str | None:
    """Class of a cue verb (``say``, ``claim``, ``concede``, ``deny``, ``fail``, ``plan``), else None."""
    return cue_verbs().get(token.lemma_.lower()) if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ") else None


def tag_after(doc: Doc, end: int) -> list[int] | None:
    """Speaker of «…», a affirmé X»: the tag right after a quotation or a clause.

    Args:
        doc: The text.
        end: Token after the quotation.
    """
    for token in doc[end : min(end + _TAG_WINDOW, len(doc))]:
        if "\n" in token.text or token.text in (".", "«", '"', ";"):
            return None
        if verb_class(token) in SPEAKING and token.pos_ in ("VERB", "AUX"):
            return speaker_of(token)
        if token.pos_ in ("NOUN", "PROPN", "CCONJ", "SCONJ", "NUM"):
            return None
    return None


def tag_before(doc: Doc, start: int) -> list[int] | None:
    """Speaker of «X a affirmé: «…»: the sentence part before a quotation that a colon or comma introduces.

    Args:
        doc: The text.
        start: First token of the quotation.
    """
    if start < 2 or doc[start - 1].text not in (":", ","):
        return None
    for token in reversed(doc[doc[start - 1].sent.start : start - 1]):
        if verb_class(token) in SPEAKING and token.pos_ == "VERB":
            return speaker_of(token)
    return None


def speaker_of(verb: Token) -> list[int] | None:
    """Token range of who speaks: the verb's subject, before or after it.

    Args:
        verb: A verb of saying.
    """
    found = subjects(verb)
    if found:
        return person_range(found[0])
    for token in verb.doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN") and not token.is_punct:
            return person_range(token)
        if token.pos_ not in ("DET", "ADJ", "ADV", "NUM", "PRON"):
            return None
    return None


def person_range(head: Token) -> list[int]:
    """The noun phrase around a head, without what a comma or a relative clause adds.

    Args:
        head: Its head.
    """
    start = min([child.i for child in head.lefts if child.dep_ in ("det", "amod", "nummod")] + [head.i])
    end = head.i + 1
    for token in head.doc[head.i + 1 : min(head.i + 14, head.sent.end)]:
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON"):
            break
        if head not in token.ancestors and token.ent_iob_ != "I":
            break
        end = token.i + 1
    while end - 1 > head.i and head.doc[end - 1].pos_ in ("ADP", "DET", "ADV"):
        end -= 1
    return [start, end]


def source_phrase(sentence_start: int, sentence_end: int, doc: Doc) -> list[int] | None:
    """Token range after «selon», «d'après» in a sentence, None where there is none.

    Args:
        sentence_start: First token.
        sentence_end: Token after the last one.
        doc: The text.
    """
    for token in doc[sentence_start:sentence_end]:
        named = token.lower_ in cue_words("prepositions", "source")
        split = token.lower_ == "après" and token.i > sentence_start and token.nbor(-1).lower_ == "d'"
        if named or split:
            for noun in doc[token.i + 1 : min(token.i + 6, sentence_end)]:
                if noun.pos_ in ("NOUN", "PROPN", "PRON"):
                    return person_range(noun)
    return None
