"""The status of a change of hands, from all that is stated about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.assemble.groups import loser_of, taker_of
from extractor.assemble.holders import is_proven
from extractor.assemble.parties import opposed, party, party_words, same_party, side_of
from extractor.captures import LIKELY
from extractor.captures.verb_group import is_bare_participle
from extractor.lexicon import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.assemble.mentions import CaptureMention
    from extractor.records import Status

_SHORT = 3
_SEEN = ("emblem", "presence", "rule")  # signs of the taker that a denial does not undo
# «armée syrienne» and «opposition syrienne» are two parties.
_OF_COUNTRY = ("ien", "ienne", "iens", "iennes", "ais", "aise", "aises", "ois", "oise", "ain", "aine", "éen")


def own_status(mention: CaptureMention) -> Status:
    """What one statement says by itself.

    Args:
        mention: The statement.
    """
    if mention.modality == "possible":
        return "possible"
    if mention.negated:
        return "denied"
    return "asserted" if mention.attitude is None and mention.modality == "fact" else "claimed"


def decide_status(group: Sequence[CaptureMention]) -> Status:
    """The status of a change of hands, from all statements about it.

    The narrator's word or the losing side's admission makes it asserted, unless somebody denies it; a title
    counts only where the body says nothing surer.

    Args:
        group: Its statements.
    """
    told = [mention for mention in group if not mention.sign] or group
    body = [mention for mention in told if not mention.in_title] or told
    happened = [mention for mention in body if not mention.negated and mention.modality != "possible"]
    facts = [mention for mention in happened if _is_fact(mention, taker_of(group), loser_of(group))]
    facts = [fact for fact in facts if not _is_in_words(fact, happened)]
    confirmed = [mention for mention in group if mention.sign and mention.attitude == "confirm"]
    if any(_is_fact(sign, taker_of(group), loser_of(group)) for sign in confirmed):
        facts = facts or happened  # «Nous avons pris X». L'armée a confirmé s'être repliée
    elif told is group and not is_proven(facts):  # one of the signs that prove it is only claimed
        facts = []
    admitted = {mention.source for mention in happened if mention.attitude == "concede"} - {None}
    denials = [
        mention
        for mention in group
        if mention.negated and mention.modality != "possible" and mention.source not in admitted
    ]
    contested = {denial.trigger.start for denial in denials if denial.attitude}
    if facts and not contested:
        return "asserted"
    if contested and any(mention.attitude in ("claim", "say") for mention in happened):
        facts = [fact for fact in facts if fact.trigger.label_ != LIKELY]  # what is only likely proves less
    if any(fact.attitude is None and fact.trigger.start not in contested for fact in facts):
        return "asserted"  # told as a fact elsewhere, whatever is answered to somebody's words
    if happened:
        return "disputed" if denials else "claimed"
    if denials:
        seen = any(mention.sign in _SEEN and not mention.negated for mention in group)
        return "disputed" if seen and all(denial.attitude for denial in denials) else "denied"
    return "possible"


def _is_in_words(fact: CaptureMention, happened: Sequence[CaptureMention]) -> bool:
    """Whether a noun or participle only names what its sentence gives on somebody's word.

    «Les rebelles ont pris X, **abandonnée** par l'armée, a annoncé l'ONU».
    """
    word = fact.trigger[0]
    if fact.attitude is not None or not (word.pos_ == "NOUN" or is_bare_participle(word)):
        return False
    return any(
        other.attitude in ("claim", "say")
        and other.retaken == fact.retaken
        and other.trigger.sent == fact.trigger.sent
        for other in happened
    )


def _is_fact(mention: CaptureMention, taker: str | None, loser: str | None) -> bool:
    """Whether the narrator vouches for it, the losing side admits it, a witness of no side admits it."""
    if mention.attitude is None:
        return mention.modality == "fact"
    if mention.attitude == "concede":
        return mention.modality == "fact" and not _is_of_side(mention.source, taker)
    if mention.attitude == "confirm" and _is_other_side(mention.source, taker):
        return True
    if mention.attitude in ("say", "claim") and mention.modality == "fact" and _is_against(mention, taker):
        return True
    if loser is None:
        return False
    return _is_of_loser(mention, loser) or _tells_of_own_loss(mention, loser)


def _is_of_loser(mention: CaptureMention, loser: str) -> bool:
    speaks_for = mention.speaks_for
    return _shares_words(mention.source, loser) or (speaks_for is not None and same_party(speaks_for, loser))


def _tells_of_own_loss(mention: CaptureMention, loser: str) -> bool:
    """«L'armée s'est retirée d'Orlec, a annoncé **le ministre**»: an office of the state that loses it."""
    frames = tables("captures/parties.toml")["frames"]
    if mention.modality != "fact" or mention.trigger.label_ not in (*frames["leaving"], *frames["losing"]):
        return False
    words = (mention.source or "").lower().replace("-", " ").split()
    office = not party_words("staff").isdisjoint(words) and side_of(mention.source) in (None, "state")
    lands = party(mention.source or "").countries, party(loser).countries
    return office and side_of(loser) == "state" and (not all(lands) or bool(lands[0] & lands[1]))


def _is_against(mention: CaptureMention, taker: str | None) -> bool:
    """Whether a party says that the other one took it: «Les rebelles ont pris X, a annoncé l'armée»."""
    anonymous = "source" in (mention.source or "").lower()
    return not anonymous and any(opposed(name, taker) for name in (mention.source, mention.speaks_for))


def _is_other_side(source: str | None, taker: str | None) -> bool:
    """Whether a party speaks, and not the one that takes."""
    return side_of(source) is not None if taker is None else opposed(source, taker)


def _is_of_side(source: str | None, actor: str | None) -> bool:
    side = side_of(source)
    return _shares_words(source, actor) or (side is not None and side == side_of(actor))


def _shares_words(a: str | None, b: str | None) -> bool:
    shared = _content(a) & _content(b)
    return any(not word.endswith(_OF_COUNTRY) for word in shared)


def _content(name: str | None) -> set[str]:
    return {word for word in (name or "").lower().replace("'", " ").split() if len(word) > _SHORT}
