"""What others answer to a statement: a denial, a confirmation or a claim of the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.assemble.parties import same_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.assemble.mentions import CaptureMention
    from extractor.assemble.references import References


def answers(mention: CaptureMention, references: References) -> Iterator[CaptureMention]:
    """The same capture as each of those states it who react to a statement.

    Args:
        mention: The statement.
        references: What the phrases of the article refer to.
    """
    if mention.modality == "possible":
        return
    for kind, by in mention.trigger._.statement["reactions"]:
        speaks_for = references.actors.side_of(by) if by else None
        if kind != "claim" and mention.negated:
            continue
        told = mention.attitude in ("claim", "say", "confirm") or mention.modality == "hearsay"
        if kind == "answer" and (mention.negated or not told):
            continue
        if (
            kind in ("deny", "answer")
            and speaks_for
            and mention.taker
            and same_party(speaks_for, mention.taker)
        ):
            continue  # who takes the place denies something else
        yield replace(
            mention,
            negated=kind in ("deny", "answer"),
            attitude="deny" if kind == "answer" else kind,
            source=references.actors.source(by) if by else None,
            speaks_for=speaks_for,
            modality="fact",
            date=None,
        )
