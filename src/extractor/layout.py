"""Where a news text has its header, dateline, titles, paragraphs, sentences and signature.

Pure: reads a string, returns offsets. A text in one typography (`extractor.text.clean`) is expected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Label = Literal["header", "dateline", "title", "paragraph", "signature"]

_HEADER = re.compile(r"\s*date\s*:?\s*\d{4}(?:-\d{2}){0,2}(?=\s|$)", re.IGNORECASE)
# A genre before a dash is no town: «ANALYSE – Pourquoi …».
_GENRES = (
    "ANALYSE|PORTRAIT|REPORTAGE|ENTRETIEN|INTERVIEW|RÉCIT|DÉCRYPTAGE|ENCADRÉ|CHRONOLOGIE|REPÈRES"
    "|EN DIRECT|DIRECT|LEAD|URGENT|FLASH"
)
_WORD = r"[A-ZÀ-ÝŒ][\w'’.-]*"
_TOWN = (
    rf"(?!(?:{_GENRES})\b)(?![A-ZÀ-Ý]'){_WORD}"
    rf"(?:(?:,\s|[ ,/]){_WORD}|[ ](?:de|du|des|la|le|les|el|al|sur|en)\b){{0,5}}"
)
_COUNTRY = r"\([A-ZÀ-Ý][\w '-]{2,30}\)"
# «SARVANE, Norlande (Agence) -», «par Anne Roche SARVANE, 5 juin (Agence) -»: only before an agency.
_STATE = r",\s[A-ZÀ-Ý][\w '-]{2,30}?"
_BYLINE = r"[Pp]ar\s(?:[A-ZÀ-Ý][\w'-]*\s){2,4}"
_MONTH_DAY = r"\d{1,2}(?:er)?\s[a-zà-ÿ]{3,9}\.?(?:\s\d{4})?"
_AGENCY = r"\([A-ZÀ-Ý][\w/ ,.'-]{1,40}\)"
_DASH = r"(?:--|[-–—])"
_DATELINE = re.compile(
    rf"(?:(?:(?:{_BYLINE})?{_TOWN}(?:{_STATE}(?=,?\s(?:{_MONTH_DAY}\s)?{_AGENCY}))?(?:\s?{_COUNTRY})?(?:,\s{_MONTH_DAY})?(?:\s?{_AGENCY})?|{_MONTH_DAY}\s{_AGENCY})"
    rf"\s{_DASH}\s|{_TOWN},?\s{_MONTH_DAY}\s{_AGENCY}\s?:\s)(?=[«“\"\s]*[A-ZÀ-ÝŒ0-9])"
)
_SIGNATURE = re.compile(
    r"\(?[a-z]{2,5}(?:[-/.][a-z]{1,5})+\)?\.?|[a-z]{2,5}/[a-z]{2,5}|[A-Z]{2,4}/[A-Z]{2,4}"
)
_INTERTITLE = re.compile(rf"{_DASH}\s+\S.*\s{_DASH}")
_NON_SPACE = re.compile(r"\S")
_LINE = re.compile(r"[^\n]+")
_FINAL = re.compile(r"[.!?…:;,][\"'»”)\]\s]*$")
_FIRST_TITLE = re.compile(r"[.…][\"'»”)\]\s]*$")  # a headline may be a question or an exclamation
_TITLE_LENGTH = 160
_WRAP = range(55, 100)

_CLOSING = r"(?:[\"'»”)\]]+(?![\w]))*"
_STOP = re.compile(rf"(?:[.!?…]+|\.{{3}})[ ]?{_CLOSING}(?=\s+(?:[-–—«“\"'(\[]\s?)*[A-ZÀ-ÝŒ0-9\[(]|\s*$)")
_SHORT_FORMS = (
    "MM?|Mmes?|Mlles?|Mgr|Dr|Pr|Me|St|Ste|cf|gén|col|cap|lt|av|bd|env|hab|art|p|no|vol|op|al|c|[A-ZÀ-Ý]"
)
_ABBREVIATION = re.compile(rf"(?:^|[\s('«\"-])(?:{_SHORT_FORMS})\.$|(?:^|[\s(])(?:[A-ZÀ-Ý]\.-?){{1,4}}$")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is one piece of its structure.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        label: What it is.
    """

    start: int
    end: int
    label: Label


def blocks(text: str) -> list[Block]:
    """The pieces of a text, in order; every character outside of them is white space.

    Args:
        text: A whole article.
    """
    header = _HEADER.match(text)
    found: list[Block] = []
    if header:
        start = header.end() - len(header[0].lstrip())
        found.append(Block(start, header.end(), "header"))
    paragraphs = _paragraphs(text, header.end() if header else 0)
    for index, (start, end) in enumerate(paragraphs):
        found.extend(_labelled(text[start:end], start, first=index == 0, last=index == len(paragraphs) - 1))
    return found


def sentence_starts(text: str, block: Block) -> list[int]:
    """Offsets at which the sentences of a block begin; a block that is no paragraph is one sentence.

    A full stop ends a sentence inside a quotation too; a dash, a colon or a closing quotation mark alone
    never does.

    Args:
        text: The whole article.
        block: One of its blocks.
    """
    starts = [block.start]
    if block.label not in ("paragraph", "title"):
        return starts
    piece = text[block.start : block.end]
    for stop in _STOP.finditer(piece):
        head = piece[max(0, stop.start() - 12) : stop.start() + 1]
        if stop[0].startswith(".") and not stop[0].startswith("..") and _ABBREVIATION.search(head):
            continue
        following = _NON_SPACE.search(piece, stop.end())
        if following is not None:
            starts.append(block.start + following.start())
    return starts


def _paragraphs(text: str, begin: int) -> list[tuple[int, int]]:
    """Line ranges joined where a line break is only a wrap."""
    blank_lines = re.search(r"\n[ ]*\n", text) is not None
    ranges: list[tuple[int, int]] = []
    for line in _LINE.finditer(text, begin):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        end = line.start() + len(line[0].rstrip())
        if start >= end:
            continue
        if ranges and _wraps(text, ranges[-1], start, blank_lines=blank_lines):
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return ranges


def _wraps(text: str, before: tuple[int, int], start: int, *, blank_lines: bool) -> bool:
    following = _LINE.match(text, start)
    signed = following is not None and _SIGNATURE.fullmatch(following[0].strip())
    if text[before[1] : start].count("\n") != 1 or signed:
        return False
    line = text[text.rfind("\n", 0, before[1]) + 1 : before[1]]
    if _FINAL.search(line) and not line.endswith((",", ";", ":")):
        return blank_lines and len(line) in _WRAP
    return text[start].islower() or (blank_lines and len(line) in _WRAP)


def _labelled(piece: str, start: int, *, first: bool, last: bool) -> list[Block]:
    end = start + len(piece)
    if last and not first and _SIGNATURE.fullmatch(piece):
        return [Block(start, end, "signature")]
    if len(piece) <= _TITLE_LENGTH and _INTERTITLE.fullmatch(piece):
        return [Block(start, end, "title")]
    dateline = _DATELINE.match(piece)
    if dateline:
        cut = start + dateline.end()
        return [Block(start, start + len(dateline[0].rstrip()), "dateline"), Block(cut, end, "paragraph")]
    short = len(piece) <= _TITLE_LENGTH and "\n" not in piece and not last
    ending = _FIRST_TITLE if first else _FINAL
    return [Block(start, end, "title" if short and not ending.search(piece) else "paragraph")]
