"""Signature blocks: lines to sign on, and for whom."""

import re
from collections.abc import Sequence

from app.model.document import Paragraph, SignatureBlock

_LINE = re.compile(
    r"(?!Signed by the )\W{0,3}"
    r"(?:(?:By|BY|Signed|SIGNED|Signature|SIGNATURE|Name|NAME|Print(?:ed)? [Nn]ame|PRINTED NAME"
    r"|Title|TITLE|Date|DATE|Its"
    r"|Place|Position|Authori[sz]ed (?:Signature|Signatory|Representative)"
    r"|Duly authori[sz]ed)\b[^:_]{0,40}(?::|_{3,}|\t)"
    r"|/s/|_{5,})"
)
_SIGN = re.compile(
    r"(?!Signed by the )\W{0,3}(?:(?:By|BY|Signed|SIGNED|Signature|SIGNATURE|Authori[sz]ed (?:Signature"
    r"|Signatory))\b[^:_\n]{0,40}(?::|_{3,}|\t)|/s/"
    r"|_{8,})"
)
_WITNESS = re.compile(
    r"\W*(?:IN WITNESS WHEREOF|In witness whereof|AS WITNESS|EXECUTED (?:as|AS|by|BY)|SIGNED by|Signed by the)\b"
)
_BEHALF = re.compile(r"(?i:on behalf of):?\s{1,9}(?i:the\s)?([A-Z][^\n:;_()]{1,80})")
_SIDE = re.compile(r"[A-Z][^\n;_]{1,90}")
_LABEL = re.compile(r"\s*[:_]*\s*\Z")
_APART = re.compile(r"\t+|[ \xa0]{3,}")
_LONGEST = 120
_REACH = 6
"""Paragraphs from one line of a block to the next."""


def find_signatures(paragraphs: Sequence[Paragraph]) -> tuple[SignatureBlock, ...]:
    """Return the blocks in reading order; every line to sign on begins one, side by side in a table several."""
    body = [paragraph for paragraph in paragraphs if paragraph.story == "body"]
    lines = [paragraph.index for paragraph in body if len(paragraph.text) < 400 and _LINE.match(paragraph.text)]
    blocks: list[SignatureBlock] = []
    for group in _groups(lines):
        blocks += _blocks(paragraphs, group, after=blocks[-1].end if blocks else 0)
    return tuple(blocks)


def _groups(lines: Sequence[int]) -> list[list[int]]:
    """Return the lines that stand near one another, at least two together."""
    groups: list[list[int]] = []
    for line in lines:
        if groups and line - groups[-1][-1] <= _REACH:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [group for group in groups if len(group) > 1]


def _blocks(paragraphs: Sequence[Paragraph], lines: Sequence[int], *, after: int) -> list[SignatureBlock]:
    """Return the blocks of neighbouring lines: one for each place to sign."""
    starts = [line for line in lines if _SIGN.match(paragraphs[line].text)]
    if not starts:
        return []
    kept = [start for place, start in enumerate(starts) if place == 0 or start - starts[place - 1] > 1]
    firsts = [_first(paragraphs, start, after) for start in kept]
    blocks = []
    for place, (start, first) in enumerate(zip(kept, firsts, strict=True)):
        end = firsts[place + 1] if place + 1 < len(kept) else lines[-1] + 1
        if end > first:
            row = [each for each in starts if each not in kept and _is_in_row(paragraphs[start], paragraphs[each])]
            signers = [party for place in (start, *row) for party in _parties(paragraphs, first, place)]
            blocks += [SignatureBlock(first, end, party) for party in signers]
    return blocks


def _first(paragraphs: Sequence[Paragraph], start: int, after: int) -> int:
    """Return where the block that is signed at `start` begins: with the name of the party above it."""
    first = start
    while first > after and start - first < 3:
        above = paragraphs[first - 1]
        text = above.text.strip()
        sentence = len(text) > _LONGEST or (text.endswith((";", ".")) and len(text) > _LONGEST // 2)
        if sentence or above.label or _LINE.match(text) or _WITNESS.match(text):
            break
        first -= 1
    return first


def _parties(paragraphs: Sequence[Paragraph], first: int, start: int) -> Sequence[str]:
    """Return the party named in the lines above the place to sign, or on it; "" where none is.

    Several stand side by side where the line to sign on has a place for each. Of a table only the column of the place
    to sign is read.
    """
    above = [each for each in paragraphs[first : start + 1] if not _is_beside(each, paragraphs[start])]
    for paragraph in above:
        if len(paragraph.text) < _LONGEST and (match := _BEHALF.search(paragraph.text)) is not None:
            return (_name(match[1]),)
    for paragraph in reversed(above[:-1]):
        text = paragraph.text.strip()
        if _SIDE.fullmatch(text) and any(map(str.isalpha, text)):
            sides = _APART.split(text)
            signed = sum(_SIGN.match(side) is not None for side in _APART.split(paragraphs[start].text.strip()))
            return [_name(side) for side in sides] if len(sides) == signed else (_name(text),)
    return ("",)


def _is_beside(paragraph: Paragraph, other: Paragraph) -> bool:
    """Tell whether two paragraphs stand in different columns of one table."""
    one, two = paragraph.cell, other.cell
    return one is not None and two is not None and one.table == two.table and one.column != two.column


def _is_in_row(paragraph: Paragraph, other: Paragraph) -> bool:
    """Tell whether two paragraphs stand side by side in one row of a table."""
    one, two = paragraph.cell, other.cell
    return one is not None and two is not None and one.row == two.row and _is_beside(paragraph, other)


def _name(text: str) -> str:
    return " ".join(_LABEL.sub("", text).split()).strip(" ,.:")
