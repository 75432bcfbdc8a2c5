"""What the statements about one change of hands say together: who, whom, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.parties import party_words
from extractor.assemble.triggers import frame_of
from extractor.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.mentions import CaptureMention

_TWO_DAYS = 1
# Names that only the speaker's side fills: better the name that the article gives.
_VAGUE = {"ennemi", "adversaire", "groupe", "mouvement"}


def taker_of(group: Sequence[CaptureMention]) -> str | None:
    """Who takes the place, a proper name where there is one; None where no statement says.

    Args:
        group: The statements.
    """
    able = [mention for mention in group if mention.taker not in party_words("keepers")]
    done = [mention.taker for mention in able if mention.modality != "possible" and not mention.negated]
    return _fullest(done) or _fullest([mention.taker for mention in able])


def loser_of(group: Sequence[CaptureMention]) -> str | None:
    """Who loses it.

    Args:
        group: The statements.
    """
    return _fullest([mention.loser for mention in group])


def _fullest(names: list[str | None]) -> str | None:
    """The first name that is one; a lower-case noun («rebelles») only where no name is given."""
    known = [name for name in names if name and name not in _VAGUE]
    return next((name for name in known if name[:1].isupper()), known[0] if known else None)


def date_of(group: Sequence[CaptureMention]) -> str | None:
    """The finest date of the act, else of its telling: a day or night; a longer stretch as month or year.

    Args:
        group: The statements.
    """
    dated = [mention for mention in group if mention.date is not None]
    dated = [mention for mention in dated if not mention.implied] or dated
    surest = [mention for mention in dated if mention.sign is None and not mention.in_title]
    own = [mention for mention in surest or dated if mention.own_date]
    found = [mention.date for mention in own or dated if mention.date is not None]
    # «il y a quelques semaines» tells no day
    begun = [(date.earliest, date) for date in found if date.earliest is not None]
    if not own:  # who tells of it first comes nearest
        begun.sort(key=lambda entry: entry[0])
    values = [
        date.edtf() if date.latest and (date.latest - first).days <= _TWO_DAYS else date.unit()
        for first, date in begun
    ]
    known = [value for value in values if value]
    return max(known, key=lambda value: min(len(value), 10)) if known else None


def undoes(group: Sequence[CaptureMention], lost: Sequence[CaptureMention]) -> bool:
    """«L'armée est entrée dans X, **perdue** en janvier»: she had lost it.

    Args:
        group: The statements about one change of hands.
        lost: Those about an earlier one of the same place.
    """
    verbs = [mention for mention in lost if frame_of(mention.trigger)["lemma"] in party_words("losing")]
    sentences = {sentence_of(mention.trigger[0]) for mention in verbs if not (mention.taker or mention.loser)}
    return any(sentence_of(mention.trigger[0]) in sentences for mention in group if mention.taker)
