"""What others answer to a statement: a denial, a confirmation or a claim of the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.parties import opposed, same_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.mentions import CaptureMention
    from extractor.assemble.references import References

_TO_QUESTION = ("claim", "confirm", "deny")
_DENYING = ("deny", "answer", "hold")


def answers(mention: CaptureMention, references: References) -> Iterator[CaptureMention]:
    """The same capture as each of those states it who react to a statement.

    Args:
        mention: The statement.
        references: What the phrases of the article refer to.
    """
    asked = mention.trigger.sent[-1].text == "?"
    if mention.modality == "possible" and not asked:
        return
    for answer, by, places in mention.trigger._.statement["reactions"]:
        if places and (mention.place or "").lower() not in places:
            continue  # «Pour X, l'armée confirme.», of X and Y
        speaks_for = references.actors.side_of(by) if by else None
        kind = answer
        if asked and mention.modality == "possible" and (by is None or answer not in _TO_QUESTION):
            continue
        if answer == "contrary":  # the claim of what is denied, the denial of what is told
            kind = "claim" if mention.negated else "deny"
        if kind != "claim" and mention.negated:
            continue
        told = mention.attitude in ("claim", "say", "confirm") or mention.modality == "hearsay"
        if kind in ("answer", "hold") and (mention.negated or not told):
            continue
        if kind == "hold" and not _is_against(mention, speaks_for):
            continue
        if kind in _DENYING and _takes(mention, speaks_for) and not _is_of_rivals(mention):
            continue  # who takes the place denies something else
        yield replace(
            mention,
            negated=kind in _DENYING,
            attitude="deny" if kind in _DENYING else kind,
            source=references.actors.source(by) if by else None,
            speaks_for=speaks_for,
            modality="fact",
            date=None,
        )


def _is_against(mention: CaptureMention, side: str | None) -> bool:
    """Whether a party is the one that is said to have lost the place, or to have taken it by its rivals."""
    if side is None:
        return False
    if _takes(mention, side):
        return _is_of_rivals(mention)
    return opposed(side, mention.taker) or (mention.loser is not None and same_party(side, mention.loser))


def _takes(mention: CaptureMention, side: str | None) -> bool:
    return side is not None and mention.taker is not None and same_party(side, mention.taker)


def _is_of_rivals(mention: CaptureMention) -> bool:
    """«Les rebelles tiennent X, affirme **l'armée**. Ils démentent»: the claim is not the taker's own."""
    return any(opposed(name, mention.taker) for name in (mention.source, mention.speaks_for))
