"""Running headers, footers and page numbers: what stands at the edges of pages, again and again or counting them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.intake.pdf.lines import Line, is_beside, rows_of
from app.text.numerals import read_roman

_DEPTH = 5  # rows from the edge
_MOST = 4  # rows of a running header or footer
_ZONE = 0.3  # of the page's height, from the edge
_EDGE = 0.12  # the same for a number that nothing else speaks for
_APART = 1.5  # steps between lines
_WIDEST = 2.5  # heights of the letters from line to line, in text
_NUMBER = re.compile(r"(?<![\w.,(])\d{1,5}(?![\w,)]|\.\d)")
_ALONE = re.compile(
    r"\W*(?:page|pg\.?)?\s*(?:[A-Za-z]{1,3}[-–.])?(\d{1,5}|[ivxl]{1,7}|[IVXL]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*\|\s*page)?\W*",
    re.IGNORECASE,
)
_CLEAR = re.compile(
    r"\W*page\s+\S{1,6}(?:\s*(?:/|of)\s*\d{1,4})?\W*|\d{1,4}\s*(?:/|of)\s*\d{1,4}|[-–—]\s*\w{1,4}\s*[-–—]",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?:source|filed|downloaded)\b.{3,160}\d{1,2}/\d{1,2}/\d{2,4}", re.IGNORECASE)
_PART = re.compile(
    r"(?:section|article|clause|part|chapter|exhibit|schedule|annex|appendix|attachment)\b", re.IGNORECASE
)
_INSIDE = re.compile(r"[-–—]?\s?(\d{1,3})\s?[-–—]?")
_OFF = 0.05  # by which share of their distance from the left page numbers may differ
_SENTENCE = 14  # words: a running header is shorter
_FEW = 3
_SIGNS = ("level", "same", "counting", "beside")
_LEVEL = 2.0  # points by which the footers of pages may differ


@dataclass(slots=True)
class _Row:
    """The lines at one height of a page, and how it counts.

    Attributes:
        top: Whether it is looked at from the upper edge of the page.
        isolated: Whether it stands apart from the text.
        share: How far it is from that edge, as a share of the page's height.
        keys: What it has in common with rows of other pages if it is furniture.
        counted: Whether it is a number alone that counts on from one page to another.
    """

    page: int
    lines: list[Line]
    text: str
    top: bool
    isolated: bool
    share: float
    keys: tuple[tuple[object, ...], ...] = ()
    counted: bool = False

    @property
    def base(self) -> float:
        """Where it stands, in points from the top of the page."""
        return self.lines[0].base


def find_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[int]:
    """Return the identities (`id`) of the lines of `pages` that are furniture; `heights` are those of the pages."""
    rows = [_edge_rows(number, lines, heights[number]) for number, lines in enumerate(pages)]
    counts: Counter[tuple[object, ...]] = Counter()
    distinct = {tuple(line.text for line in lines): page for lines, page in zip(pages, rows, strict=True)}
    for page in distinct.values():
        counts.update({key for row in page for key in row.keys})
    _find_counted([row for page in rows for row in page])
    few = 2 if len(pages) <= 2 * _FEW else _FEW
    found = [row for page in rows for top in (True, False) for row in _peeled(page, counts, few, top=top)]
    found += _other_footers(rows, found)
    return {id(line) for row in found for line in row.lines}


def _edge_rows(page: int, lines: Sequence[Line], height: float) -> list[_Row]:
    """Return the rows near the edges of a page, the outermost first."""
    rows = rows_of(lines)
    steps = sorted(after[0].base - row[0].base for row, after in pairwise(rows) if after[0].base > row[0].base)
    usual = min(steps[len(steps) // 3], _WIDEST * median(row[0].height for row in rows)) if steps else 0.0
    found: list[_Row] = []
    for top in (True, False):
        ordered = rows if top else rows[::-1]
        for depth, row in enumerate(ordered[:_DEPTH]):
            share = (row[0].bottom if top else height - row[0].top) / height
            text = " ".join(line.text for line in row)
            if share > _ZONE and _ALONE.fullmatch(text) is None:
                break
            inner = ordered[depth + 1] if depth + 1 < len(ordered) else None
            gap = abs(inner[0].base - row[0].base) if inner else 2 * _APART * usual
            made = _Row(page, row, text, top, isolated=gap > _APART * usual, share=share)
            made.keys = tuple(_keys(made))
            found.append(made)
    return found


def _keys(row: _Row) -> Iterator[tuple[object, ...]]:
    """Yield what a row has in common with rows of other pages if it is furniture.

    The same words at the same edge; or the same words with a number that counts the pages; or a number that counts
    the pages at an end of a row in the same place.
    """
    text = row.text
    height = round(row.lines[0].base / 4)
    yield "level", row.top, text, height
    yield ("same", row.top, text) if _ALONE.fullmatch(text) is None else ("same", row.top, text, height)
    for match in () if _PART.match(text) else _NUMBER.finditer(text):
        offset = int(match[0]) - row.page
        template = text[: match.start()] + "#" + text[match.end() :]
        yield "counting", row.top, template, offset
        if match.start() == 0 or match.end() == len(text):
            yield "beside", row.top, height, match.start() == 0, offset
    alone = _ALONE.fullmatch(row.text)
    if alone is not None and (value := read_roman(alone[1])):
        yield "counting", row.top, "roman", value - row.page


def _find_counted(rows: Sequence[_Row]) -> None:
    """Mark numbers alone that count on from page to page, if not from one page to the next by one.

    A page of the source may take up two pages of a print, or part of one.
    """
    alone = [(row, _number(row.text)) for row in rows if _ALONE.fullmatch(row.text)]
    for place, (row, value) in enumerate(alone):
        for other, known in alone[max(0, place - _FEW) : place + _FEW + 1]:
            pages, step = abs(other.page - row.page), known - value if other.page > row.page else value - known
            row.counted = row.counted or (0 < pages <= _FEW and 0 < step <= pages + 1)


def _number(text: str) -> int:
    """Return the number of a page that `text` states."""
    match = _ALONE.fullmatch(text)
    number = "" if match is None else match[1]
    return int(number) if number.isdecimal() else read_roman(number)


def _peeled(rows: Sequence[_Row], counts: Counter[tuple[object, ...]], few: int, *, top: bool) -> list[_Row]:
    """Return the rows of a page that are furniture: from one edge inwards, up to the first that is not.

    Words that a page shares with few others and that stand close to the text are text, such as the first line of two
    pages that begin alike.
    """
    found: list[_Row] = []
    kept = 0
    for row in [row for row in rows if row.top is top][: _MOST if few > 2 else _MOST - 1]:
        if _is_furniture(row, counts, few, outermost=not kept):
            found.append(row)
        else:
            kept += 1
            if kept > 1 or len(row.text.split()) > _FEW:
                break
    while found and _is_weak(found[-1], counts, few):
        found.pop()
    return found


def _is_weak(row: _Row, counts: Counter[tuple[object, ...]], few: int) -> bool:
    """Tell whether only one or two other pages speak for a row that stands close to the text, or elsewhere there."""
    if row.counted or _CLEAR.fullmatch(row.text) or _STAMP.fullmatch(row.text):
        return False
    times = {name: max((counts[key] for key in row.keys if key[0] == name), default=0) for name in _SIGNS}
    if max(times["counting"], times["beside"]) >= few or times["same"] > _FEW:
        return False
    return not row.isolated or 0 < times["level"] < min(few, times["same"])


def _other_footers(pages: Sequence[Sequence[_Row]], found: Sequence[_Row]) -> Iterator[_Row]:
    """Yield the rows that stand where other pages have their footers: the first page often has one of its own."""
    bases = [row.base for row in found if not row.top]
    known = {id(row) for row in found}
    for page in pages:
        below = [row for row in page if not row.top][:1]
        for row in below:
            alike = sum(abs(row.base - base) < _LEVEL for base in bases)
            if id(row) not in known and row.isolated and row.share < _EDGE and alike >= _FEW:
                yield row


def _is_furniture(row: _Row, counts: Counter[tuple[object, ...]], few: int, *, outermost: bool) -> bool:
    times = max((counts[key] for key in row.keys if key[0] != "level"), default=0)
    if row.counted and outermost:
        return True
    if times >= few:
        same = max((counts[key] for key in row.keys if key[0] in ("counting", "beside")), default=0) >= few
        return (
            same or len(row.text.split()) <= _SENTENCE or not row.text.endswith((".", ",", ";", ":")) or times > 2 * few
        )
    if _STAMP.fullmatch(row.text) is not None and row.share < _EDGE:
        return True
    if not row.isolated or row.share > _EDGE:
        return False
    return _CLEAR.fullmatch(row.text) is not None or (outermost and _ALONE.fullmatch(row.text) is not None)


def find_counting(pages: Iterable[Sequence[Line]]) -> set[int]:
    """Return the identities of page numbers in the middle of pages: numbers alone that count on by one."""
    chain: list[Line] = []
    best: list[Line] = []
    last = -1
    for lines in pages:
        for line in lines:
            match = _INSIDE.fullmatch(line.text)
            if match is None or any(other is not line and is_beside(line, other) for other in lines):
                continue
            value = int(match[1])
            if value == last + 1 and chain and abs(chain[-1].middle - line.middle) < _OFF * line.middle:
                chain.append(line)
            else:
                best = max(best, chain, key=len)
                chain = [line]
            last = value
    best = max(best, chain, key=len)
    return {id(line) for line in best} if len(best) > _FEW else set()
