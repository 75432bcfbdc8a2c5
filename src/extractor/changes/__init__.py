"""What many articles tell of one change of hands, merged; no spaCy here.

An article is told by its own records. Across articles, statements are of one change of hands where they are
about the same place and type of event and their dates overlap; nothing that any of them says is lost: each
stays as a :class:`Version`, and what they contradict each other in is named.

**Same place**: the coordinates of a settlement, where the gazetteer has them, however it is spelt; else the
spelling without case, accents and hyphens. A name without coordinates goes to the one place of that name
that has some, or stays by itself where there are several.

**Overlapping date**: days at most `TOLERANCE_DAYS` apart, since a night belongs to two of them. A statement
without a date is taken to be of the `NEWS_DAYS` before its article was published, a denial to answer those
before it. Where takers differ, days must be the same. A month or a year goes to the one change that lies in
it; where there are several, it stays by itself.

**Never one change**: two events of one article; opposite directions («A takes it from B», «B from A»).

An aggregate («13 des 34 capitales») names no place and is never merged. The result depends on what the
articles say, not on their order; an article given twice counts once.
"""

from extractor.changes.holdings import Holding, holders, holdings
from extractor.changes.merge import merge
from extractor.changes.records import Change, Difference, Version
from extractor.changes.stretches import NEWS_DAYS, TOLERANCE_DAYS

__all__ = [
    "NEWS_DAYS",
    "TOLERANCE_DAYS",
    "Change",
    "Difference",
    "Holding",
    "Version",
    "holders",
    "holdings",
    "merge",
]
