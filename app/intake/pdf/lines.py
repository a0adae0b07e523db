"""The lines of a PDF page: words that stand side by side."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from app.intake.pdf.placed import PlacedWord
from app.intake.pdf.tables import PageTable

_SAME_LINE = 0.5  # share of the lower of two words at which they overlap
_RAISED = 0.25  # the same for small letters beside large ones
_SMALL = 0.8
_WIDE = 1.0  # heights of the letters: a gap so wide sets a number apart
_JUSTIFIED = 2.0  # times the other gaps of its line: wider, it does not only justify the line
_GUTTER = 1.4  # the same: a gap so wide may part columns
_BARE = re.compile(r"\d{1,2}|o")
_PAGE_NUMBER = re.compile(r"[A-Z]{0,2}-?(?:\d{1,4}|[ivxl]{1,6})")
_LEADER = re.compile(r"(?:[.·…_]\s?){4,}[A-Z]{0,2}-?(?:\d{1,4}|[ivxl]{1,6})?$")
_EAST_ASIAN = "\u2e80"  # the first sign of Chinese, Japanese and Korean
_FROM_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, or a table in their place.

    Attributes:
        number: Its ordinal on the page, from 0.
        page: From 1.
        left: Points from the top left corner of the page; so `top`, `right`, `bottom`.
        base: Where most of its words end at the foot; what stands lower is a letter of another font.
        height: Of most of its words, in points.
        text: Its words, parted by blanks; by a tab after a number or a lone letter that stands far from the next word.
        column: Which of the columns of the page it stands in, from 0 on the left; -1 where it stands across them.
        columns: How many there are; 1 for plain text.
    """

    number: int
    page: int
    left: float
    top: float
    right: float
    bottom: float
    base: float
    height: float
    words: tuple[PlacedWord, ...]
    text: str
    table: PageTable | None = None
    column: int = 0
    columns: int = 1

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return (self.left + self.right) / 2

    @property
    def first_word_width(self) -> float:
        """How wide its first word is, in points; its first letter, in scripts that break lines anywhere."""
        first = self.words[0]
        return first.bottom - first.top if first.text >= _EAST_ASIAN else first.right - first.left

    @property
    def is_entry(self) -> bool:
        """Whether it is a line of a table of contents: a number stands far from its words, or after dots."""
        if len(self.words) < 2 or not _PAGE_NUMBER.fullmatch(self.words[-1].text):
            return bool(self.words) and _LEADER.search(self.text) is not None
        *others, gap = [after.left - before.right for before, after in pairwise(self.words)]
        is_wide = gap > _WIDE * self.height and (not others or gap > _JUSTIFIED * median(others))
        return is_wide or _LEADER.search(self.text) is not None

    @property
    def is_bold(self) -> bool:
        """Whether all its words are."""
        return bool(self.words) and all(word.bold for word in self.words)

    def at(self, number: int, column: int = 0, columns: int = 1) -> "Line":
        """Return the line with its place in the order of the page."""
        return Line(
            number,
            self.page,
            self.left,
            self.top,
            self.right,
            self.bottom,
            self.base,
            self.height,
            self.words,
            self.text,
            self.table,
            column,
            columns,
        )


def make_line(words: Sequence[PlacedWord], page: int, number: int = 0) -> Line:
    """Return the line of `words`, which are in order."""
    texts, lefts, tops, rights, bottoms = zip(*[word[:5] for word in words], strict=True)
    text = " ".join(texts)
    first = words[0]
    half = (len(words) - 1) // 2
    if (
        len(words) > 1
        and words[1].left - first.right > _WIDE * (first.bottom - first.top)
        and _BARE.fullmatch(texts[0])
    ):
        text = f"{texts[0]}\t{text[len(texts[0]) + 1 :]}"
    return Line(
        number=number,
        page=page,
        left=min(lefts),
        top=min(tops),
        right=max(rights),
        bottom=max(bottoms),
        base=sorted(bottoms)[half],
        height=sorted([word[4] - word[2] for word in words])[half],
        words=tuple(words),
        text=text,
    )


def table_line(table: PageTable, words: Sequence[PlacedWord], page: int) -> Line:
    """Return the line that stands for a table with those words."""
    return Line(
        number=0,
        page=page,
        left=table.left,
        top=table.top,
        right=table.right,
        bottom=table.bottom,
        base=table.bottom,
        height=table.bottom - table.top,
        words=tuple(words),
        text=" ".join(word.text for word in words),
        table=table,
    )


def runs_of(words: Iterable[PlacedWord], page: int) -> list[Line]:
    """Return the stretches of words that follow one another on a line without a wide gap, as the file draws them."""
    runs: list[Line] = []
    run: list[PlacedWord] = []
    end = top = base = height = 0.0
    for word in words:
        left, word_top, right, bottom = word[1:5]
        if run:
            beside = bottom == base or _overlap(top, base, word_top, bottom) >= _SAME_LINE
            if not beside or not -0.5 * height < left - end < _GUTTER * height:
                runs.append(make_line(run, page))
                run = []
        if not run:
            top, base, height = word_top, bottom, bottom - word_top
        run.append(word)
        end = right
    if run:
        runs.append(make_line(run, page))
    return runs


def turned_lines(words: Sequence[PlacedWord], page: int) -> list[Line]:
    """Return the lines of words that are shown turned, each kind of turn by itself."""
    lines: list[Line] = []
    for turn in sorted({word.turn for word in words}):
        printed = {_upright(word): word for word in words if word.turn == turn}
        for line in joined_rows(rows_of(runs_of(printed, page))):
            lines.append(make_line([printed[word] for word in line.words], page, len(lines)))
    return lines


def _upright(word: PlacedWord) -> PlacedWord:
    """Return a word that is shown turned as if the page were turned back around its corner."""
    left, top, right, bottom = word[1:5]
    if word.turn == 90:
        left, top, right, bottom = top, -right, bottom, -left
    elif word.turn == 270:
        left, top, right, bottom = -bottom, left, -top, right
    else:
        left, top, right, bottom = -right, -bottom, -left, -top
    return word._replace(left=left, top=top, right=right, bottom=bottom)


def _overlap(top: float, bottom: float, other_top: float, other_bottom: float) -> float:
    """Return how much of the lower of two stretches lies beside the other."""
    low = min(bottom - top, other_bottom - other_top)
    return (min(bottom, other_bottom) - max(top, other_top)) / low if low > 0 else 0.0


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Return the lines from top to bottom, those of one height together, from left to right."""
    rows: list[list[Line]] = []
    tall = 0.0
    reference: Line | None = None
    for line in sorted(lines, key=lambda line: (line.base, line.left)):
        if reference is not None and is_beside(line, reference):
            rows[-1].append(line)
            if line.height > tall:
                reference, tall = line, line.height
        else:
            rows.append([line])
            reference, tall = line, line.height
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda line: line.left)
    return rows


def is_beside(line: Line, other: Line) -> bool:
    """Tell whether two lines stand on one line; small letters may be raised."""
    if line.table is not None or other.table is not None:
        return False
    low, high = sorted((line.height, other.height))
    overlap = _overlap(line.base - line.height, line.base, other.base - other.height, other.base)
    return overlap >= (_RAISED if low < _SMALL * high else _SAME_LINE)


def joined_rows(rows: Iterable[Sequence[Line]]) -> list[Line]:
    """Return each row as one line."""
    return [row[0] if len(row) == 1 else _joined(row) for row in rows]


def _joined(row: Sequence[Line]) -> Line:
    words = sorted((word for line in row for word in line.words), key=lambda word: word.left)
    if sum(_FROM_RIGHT.search(word.text) is not None for word in words) > len(words) / 2:
        words = _from_right(words)
    return make_line(words, row[0].page)


def _from_right(words: Sequence[PlacedWord]) -> list[PlacedWord]:
    """Return the words of a line that is read from the right; numbers and names in Latin keep their order."""
    ordered: list[PlacedWord] = []
    for from_right, group in groupby(reversed(words), key=lambda word: _FROM_RIGHT.search(word.text) is not None):
        same = list(group)
        ordered += same if from_right else same[::-1]
    return ordered
