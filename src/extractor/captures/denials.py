"""Denials that stand beside a claim: «…, ce que l'armée a démenti», «Kiev dément.», «Mensonge, a dit X»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.attribution import speaker_of, verb_class
from extractor.captures.cues import cue_words
from extractor.captures.syntax import is_negated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

Denial = tuple[int, list[int] | None]
_REACH = 2
_SLOGAN = 9


def denials(doc: Doc, used: set[int]) -> list[Denial]:
    """The denials of a text: token and range of who denies, in order.

    Args:
        doc: The text, with ``doc.spans["quotations"]``.
        used: Tokens that already decided the status of a capture («a démenti la chute de X»).
    """
    found: list[Denial] = [
        (token.i, speaker_of(token))
        for token in doc
        if token.i not in used
        and token.pos_ != "NOUN"
        and verb_class(token) == "deny"
        and not is_negated(token)
    ]
    found.extend(
        (quotation.start, quotation._.speaker)
        for quotation in doc.spans.get("quotations", ())
        if len(quotation) <= _SLOGAN and _is_denial(quotation)
    )
    return sorted(found, key=lambda denial: denial[0])


def _is_denial(quotation: Span) -> bool:
    return any(token.lemma_.lower() in cue_words("nouns", "deny") for token in quotation)


def denied_by(triggers: Sequence[int], doc: Doc, found: Sequence[Denial]) -> dict[int, list[int] | None]:
    """For each trigger that a denial bears on, who denies: the captures of the last sentence that has some.

    Args:
        triggers: Tokens of the capture triggers, in order.
        doc: The text.
        found: Its denials.
    """
    bearing: dict[int, list[int] | None] = {}
    for i, speaker in found:
        sentence = doc[i].sent
        for _ in range(_REACH):
            before = [trigger for trigger in triggers if sentence.start <= trigger < min(sentence.end, i)]
            if before:
                bearing.update(dict.fromkeys(before, speaker))
                break
            if sentence.start == 0:
                break
            sentence = doc[sentence.start - 1].sent
    return bearing
