"""Tables without rules: words of a PDF page that stand in columns over several lines.

Wrongly cut prose is worse than a missed table, so lists, tables of contents and text in two columns are left alone.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import NamedTuple

from app.intake.pdf.grids import Grid, GridCell
from app.intake.pdf.placed import PlacedWord
from app.intake.pdf.rules import Rule

_BY_LEFT = attrgetter("left")
_LEADER = re.compile(r"[.·…]{3,}")
_MARKER = re.compile(
    r"\W?(?:\w{1,3}|[ivxlc]+)\W{0,2}|\W|(?:\d+\.)+\d*\.?|(?:article|section|clause|exhibit|schedule|annex|appendix)\W\S{1,6}",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:by|its|name|title|date|place|address|attention|attn|tel|telephone|fax|e-?mail|signed)\W*", re.IGNORECASE
)
_PAGE = re.compile(r"[ivxlc]+|(?:[a-z]{1,3}-)?\d{1,3}", re.IGNORECASE)
_GUTTER = 1.1  # times the height of the words; so wide at least is what parts columns, over all lines
_NARROWEST = 9.0  # points
_TIGHT = 0.4  # times the height: a gutter on a line of which the words begin where its columns do
_WIDER = 1.5  # times the other spaces beside it
_AT = 1.0  # points
_FAR = 4.5  # times the height: the step down over which a table does not go on
_APART = 1.25  # times the usual step: so far apart are rows of several lines
_MARKER_ENDS = frozenset(".):-–•·●○▪■➢✓*o")
_FEWEST = 3  # lines that share columns
_PROSE = 3.0  # words of a column on a line, on average
_LOOSE = 1.2  # pieces in a column on a line, on average; more are words with wide blanks between them
_MOST = 0.8  # share of a column


class _Piece(NamedTuple):
    """Words of a line that stand close together."""

    left: float
    right: float
    words: tuple[PlacedWord, ...]


class _Line(NamedTuple):
    """A line of the page; `height` is that of its first word."""

    top: float
    bottom: float
    height: float
    pieces: tuple[_Piece, ...]


def column_grids(words: Sequence[PlacedWord], level: Sequence[Rule] = ()) -> list[Grid]:
    """Return the grids in which `words` stand, from top to bottom; `level` rules may part their rows."""
    if _count_gaps(words) < _FEWEST:
        return []
    lines = _lines([word for word in words if not word.turn])
    grids: list[Grid] = []
    end = 0
    for found in _runs(lines):
        run = _trimmed(found)
        if _is_table(run) and not _is_embedded(run, lines):
            run = _with_heads(run, lines, end)
            end = run.first + len(run.lines)
            grids.append(_grid(run, level))
    return [grid for grid in grids if len(grid.ys) > 2]


def _count_gaps(words: Sequence[PlacedWord]) -> int:
    """Return how many words stand to the right of the one before them at some distance, but for those after a marker.

    They are on its line, or on one above it: a cell of several lines may come before the cell beside it.
    """
    count, end, base, marked = 0, 0.0, 0.0, False
    texts, lefts, tops, rights, bottoms = list(zip(*words, strict=True))[:5] or [()] * 5
    for text, left, top, right, bottom in zip(texts, lefts, tops, rights, bottoms, strict=True):
        goes_on = -4 < bottom - base < 4
        if left - end > _GUTTER * (bottom - top) and bottom < base + 4 and not (goes_on and marked):
            count += 1
        end, base, marked = right, bottom, not goes_on and text[-1:] in _MARKER_ENDS
    return count


def _lines(words: Sequence[PlacedWord]) -> list[_Line]:
    """Return the lines from top to bottom, without dots that lead from one word to the next."""
    rows: list[list[PlacedWord]] = []
    middle = 0.0
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        here = (word.top + word.bottom) / 2
        if rows and here - middle <= (word.bottom - word.top) / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
            middle = here
    return [line for line in map(_line, rows) if line.pieces]


def _line(row: list[PlacedWord]) -> _Line:
    row.sort(key=_BY_LEFT)
    _, _, top, end, bottom, *_ = row[0]
    gutter = _gutter(bottom - top)
    pieces: list[_Piece] = []
    words: list[PlacedWord] = []
    for word in row:
        text, left, word_top, right, word_bottom, *_ = word
        if _LEADER.fullmatch(text):
            continue
        if words and left - end >= gutter:
            pieces.append(_Piece(words[0].left, end, tuple(words)))
            words = []
        end = max(end, right) if words else right
        words.append(word)
        top, bottom = min(top, word_top), max(bottom, word_bottom)
    if words:
        pieces.append(_Piece(words[0].left, end, tuple(words)))
    return _Line(top, bottom, row[0].bottom - row[0].top, tuple(pieces))


def _gutter(height: float) -> float:
    return max(_NARROWEST, _GUTTER * height)


@dataclass(slots=True)
class _Run:
    """Lines that share columns: where these begin and end, from left to right.

    Attributes:
        first: Ordinal of the first line among those of the page.
        gutter: So wide at least is the space between columns.
    """

    first: int
    lines: list[_Line]
    columns: list[tuple[float, float]]
    gutter: float

    def take(self, line: _Line) -> bool:
        """Add `line` and return True, unless it stands far below, or its words bridge columns."""
        if line.top - self.lines[-1].bottom > _FAR * line.height:
            return False
        gutter = self.gutter
        columns = _merged((*self.columns, *_extents(line)), gutter)
        if len(columns) < len(self.columns):
            parted = _parted(line, [left for left, _ in self.columns[1:]])
            if len(parted.pieces) > len(line.pieces):
                line, gutter = parted, min(gutter, _TIGHT * line.height)
                columns = _merged((*self.columns, *_extents(line)), gutter)
        if len(columns) < max(2, len(self.columns)):
            return False
        self.lines.append(line)
        self.columns, self.gutter = columns, gutter
        return True

    def is_bridged_by(self, line: _Line) -> bool:
        """Tell whether the words of `line` lie across a gutter."""
        return len(_merged((*self.columns, *_extents(line)), self.gutter)) < len(self.columns)

    def is_headed_by(self, line: _Line) -> bool:
        """Tell whether all words of `line` stand within columns after the first."""
        return all(
            any(left - 1 <= piece.left and piece.right <= right + 1 for left, right in self.columns[1:])
            for piece in line.pieces
        )

    def column_of(self, piece: _Piece) -> int:
        """Return the number of the column that `piece` stands in."""
        return bisect_left([end for _, end in self.columns], piece.right)

    def texts(self) -> list[list[list[str]]]:
        """Return for each column the words of each line that has some there."""
        texts: list[list[list[str]]] = [[] for _ in self.columns]
        for line in self.lines:
            here: dict[int, list[str]] = defaultdict(list)
            for piece in line.pieces:
                here[self.column_of(piece)] += [word.text for word in piece.words]
            for column, words in here.items():
                texts[column].append(words)
        return texts


def _parted(line: _Line, lefts: Sequence[float]) -> _Line:
    """Return `line` parted where a word begins at one of `lefts` after a space wider than the others beside it."""
    pieces: list[_Piece] = []
    for piece in line.pieces:
        gaps = [other.left - one.right for one, other in pairwise(piece.words)] or [0.0]
        *others, widest = sorted(gaps)
        place = gaps.index(widest) + 1
        is_wide = widest >= max(_WIDER * (others[-1] if others else line.height), _TIGHT * line.height)
        if is_wide and any(abs(piece.words[place].left - left) < _AT for left in lefts):
            first, second = piece.words[:place], piece.words[place:]
            pieces.append(_Piece(piece.left, max(word.right for word in first), first))
            pieces.append(_Piece(second[0].left, piece.right, second))
        else:
            pieces.append(piece)
    return line._replace(pieces=tuple(pieces))


def _extents(line: _Line) -> list[tuple[float, float]]:
    return [(piece.left, piece.right) for piece in line.pieces]


def _merged(extents: Sequence[tuple[float, float]], gutter: float) -> list[tuple[float, float]]:
    """Return `extents` in order, those joined that no gutter parts."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted(extents):
        if merged and left - merged[-1][1] < gutter:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _runs(lines: Sequence[_Line]) -> Iterator[_Run]:
    """Yield the longest runs of lines that share columns."""
    run: _Run | None = None
    for place, line in enumerate(lines):
        if run is not None and run.take(line):
            continue
        if run is not None:
            yield run
        run = _Run(place, [line], _extents(line), _gutter(line.height)) if len(line.pieces) > 1 else None
    if run is not None:
        yield run


def _trimmed(run: _Run) -> _Run:
    """Return `run` without lines at its end that only follow it: set apart, or out to the left."""
    lines, usual = run.lines, _usual_step(run.lines)
    end = next((place for place in range(len(lines), 0, -1) if len(lines[place - 1].pieces) > 1), 0)
    left = min((line.pieces[0].left for line in lines[:end]), default=0.0)
    while end < len(lines) and lines[end].pieces[0].left > left - 1 and _step(lines, end) <= _APART * usual:
        end += 1
    return _run_of(run.first, lines[:end], run.gutter)


def _run_of(first: int, lines: list[_Line], gutter: float) -> _Run:
    """Return the run of `lines`, with the columns in which all their words stand."""
    return _Run(first, lines, _merged([extent for line in lines for extent in _extents(line)], gutter), gutter)


def _with_heads(run: _Run, lines: Sequence[_Line], end: int) -> _Run:
    """Return `run` with the lines close above it, down from `end`, that only head columns after the first."""
    first, near = run.first, _APART * _usual_step(run.lines)
    while first > end and 0 < _step(lines, first) <= near and run.is_headed_by(lines[first - 1]):
        first -= 1
    return _run_of(first, [*lines[first : run.first], *run.lines], run.gutter)


def _step(lines: Sequence[_Line], place: int) -> float:
    return lines[place].bottom - lines[place - 1].bottom


def _usual_step(lines: Sequence[_Line]) -> float:
    steps = sorted(_step(lines, place) for place in range(1, len(lines)))
    return steps[len(steps) // 5] if steps else 0.0


def _is_table(run: _Run) -> bool:
    """Tell whether a run is a table, and no list, contents, text in columns or text with wide blanks."""
    lines = run.lines
    columns = run.texts()
    held = sum(len(column) for column in columns)
    if (
        len(columns) < 2
        or sum(len(line.pieces) > 1 for line in lines) < _FEWEST
        or min(map(len, columns)) < 2
        or sum(len(line.pieces) for line in lines) > _LOOSE * held
    ):
        return False
    return sum(map(_is_prose, columns)) < 2 and not _is_list(columns) and not _is_contents(columns[-1])


def _is_embedded(run: _Run, lines: Sequence[_Line]) -> bool:
    """Tell whether lines that bridge the columns of `run` stand close above and below: it is cut out of text."""
    end = run.first + len(run.lines)
    if run.first == 0 or end == len(lines):
        return False
    near = _APART * _usual_step(run.lines)
    return all(
        0 < _step(lines, below) <= near and run.is_bridged_by(lines[beside])
        for below, beside in ((run.first, run.first - 1), (end, end))
    )


def _is_prose(column: Sequence[Sequence[str]]) -> bool:
    return sum(map(len, column)) >= _PROSE * len(column)


def _is_list(columns: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Tell whether all columns but the last hold numbers or bullets, or the first of two what is to be filled in."""
    labels = _share(_LABEL, columns[0]) >= _MOST and _share(_LABEL, columns[1]) < _MOST
    return (len(columns) == 2 and labels) or all(_share(_MARKER, column) >= _MOST for column in columns[:-1])


def _is_contents(column: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column holds the page numbers of a table of contents."""
    numbers = [int(words[0]) for words in column if words[0].isdecimal()]
    return _share(_PAGE, column) >= _MOST and all(one <= other for one, other in pairwise(numbers))


def _share(pattern: re.Pattern[str], column: Sequence[Sequence[str]]) -> float:
    """Return which share of a column is as `pattern` says."""
    return sum(pattern.fullmatch(" ".join(words)) is not None for words in column) / len(column)


def _grid(run: _Run, level: Sequence[Rule]) -> Grid:
    """Return the grid of a run: its columns part in the middle of the gutters, its rows between lines."""
    lines = run.lines
    firsts = _row_starts(run, level)
    ys = accumulate(((lines[place - 1].bottom + lines[place].top) / 2 for place in firsts[1:]), max)
    xs = [(one[1] + other[0]) / 2 for one, other in pairwise(run.columns)]
    return Grid(
        xs=(run.columns[0][0], *xs, run.columns[-1][1]),
        ys=(min(line.top for line in lines), *ys, max(line.bottom for line in lines)),
        cells=tuple(
            GridCell(row, row + 1, column, column + 1)
            for row in range(len(firsts))
            for column in range(len(run.columns))
        ),
    )


def _row_starts(run: _Run, level: Sequence[Rule]) -> list[int]:
    """Return the places of the lines that begin a row: after a space, or with a first column and another.

    Where rules part rows, only they do; so spaces where a later column holds sentences.
    """
    lines, usual = run.lines, _usual_step(run.lines)
    often = max(_FEWEST - 1, len(lines) / 4)
    ruled = {place for place in range(1, len(lines)) if _is_ruled(run, place, level)}
    if len(ruled) >= often:
        return [0, *sorted(ruled)]
    spaced = {place for place in range(1, len(lines)) if _step(lines, place) > _APART * usual}
    if len(spaced) >= often and any(map(_is_prose, run.texts()[1:])):
        return [0, *sorted(spaced)]
    full = {
        place
        for place in range(1, len(lines))
        if len(lines[place].pieces) > 1 and run.column_of(lines[place].pieces[0]) == 0
    }
    return [0, *sorted(spaced | full)]


def _is_ruled(run: _Run, place: int, level: Sequence[Rule]) -> bool:
    """Tell whether a rule parts the line at `place` from the one above, over at least half of the columns."""
    above, below = run.lines[place - 1], run.lines[place]
    left, right = run.columns[0][0], run.columns[-1][1]
    between = level[
        bisect_left(level, Rule((above.top + above.bottom) / 2, 0, 0)) : bisect_left(
            level, Rule((below.top + below.bottom) / 2, 0, 0)
        )
    ]
    covered = sum(max(0.0, min(rule.end, right) - max(rule.start, left)) for rule in between)
    return covered >= (right - left) / 2
