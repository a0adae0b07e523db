"""The reading order of a PDF page: text in columns, headings across them, notes beside the text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise

from app.intake.pdf.lines import Line, joined_rows, rows_of

_BIN = 2.0  # points
_LEAST_LINES = 4  # of each column
_FLANK = 0.3  # share of the page's text height that stands on each side of a gutter
_OPEN = 0.45  # the same for what may cross it
_NARROWEST = 0.18  # of the width of the text: a column
_PROSE = 0.55  # of the width of a column: lines that fill it
_CROSSING = 0.1  # of the lines of a page


def in_order(runs: Sequence[Line], gutters: Sequence[float] = ()) -> list[Line]:
    """Return the lines of a page in the order in which they are read; `runs` are in the order of the file.

    `gutters` are as `gutters_of` says.
    """
    if not gutters:
        return [line.at(number) for number, line in enumerate(joined_rows(rows_of(runs)))]
    drawn = {id(run): number for number, run in enumerate(runs)}
    ordered: list[Line] = []
    for columns in _bands(runs, gutters):
        if len(columns) > 1 and _is_text(columns, drawn):
            for number, column in enumerate(columns):
                ordered += [line.at(0, number, len(columns)) for line in joined_rows(rows_of(column))]
        else:
            across = joined_rows(rows_of([run for column in columns for run in column]))
            ordered += [line.at(0, -1, len(gutters) + 1) for line in across]
    return [line.at(number, line.column, line.columns) for number, line in enumerate(ordered)]


def gutters_of(runs: Sequence[Line], before: Sequence[float] = ()) -> Sequence[float]:
    """Return where the gutters between the columns of a page lie, from left to right; none for text in one column.

    On the last page of a text a column may be all but empty: its gutters are those of the page `before`, where text
    stands on both sides of each and hardly a line crosses them.
    """
    found = _gutters(runs)
    if found or not before:
        return found
    crossing = sum(line.left < gutter - 1 and line.right > gutter + 1 for line in runs for gutter in before)
    columns = {sum(line.middle > gutter for gutter in before) for line in runs}
    return before if len(columns) > len(before) and crossing <= _CROSSING * len(runs) else []


def _gutters(runs: Sequence[Line]) -> list[float]:
    """Return the gutters that a page shows by itself."""
    if len(runs) < 2 * _LEAST_LINES:
        return []
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    size = int((right - left) / _BIN) + 2
    if not 0 < size < 5000:
        return []
    change = [0.0] * (size + 1)
    for run in runs:
        change[int((run.left - left) / _BIN)] += run.height
        change[int((run.right - left) / _BIN) + 1] -= run.height
    cover = list(accumulate(change[:size]))
    most = max(cover)
    found: list[float] = []
    place = 0
    for is_open, group in groupby(cover, key=lambda height: height < _OPEN * most):
        count = len(list(group))
        first, end = place, place + count
        place = end
        if is_open and count >= 3 and first > _NARROWEST * size and end < (1 - _NARROWEST) * size:
            low = min(cover[first:end])
            best = [at for at in range(first, end) if cover[at] == low]
            found.append(left + _BIN * (best[len(best) // 2] + 0.5))
    edges = [left, *found, right]
    flanks = [
        sorted(cover[int((start - left) / _BIN) : max(1, int((end - left) / _BIN))])[_middle(start, end)]
        for start, end in pairwise(edges)
    ]
    return found if found and min(flanks) > _FLANK * most else []


def _middle(start: float, end: float) -> int:
    return max(0, int((end - start) / _BIN / 2) - 1)


def _bands(runs: Sequence[Line], gutters: Sequence[float]) -> Iterator[list[list[Line]]]:
    """Yield from top to bottom the lines across the gutters, as one list, and what stands between them, by column."""
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    across: list[Line] = []
    for row in rows_of(runs):
        crossing = any(line.left < gutter - 1 and line.right > gutter + 1 for line in row for gutter in gutters)
        if crossing:
            if any(columns):
                yield columns
                columns = [[] for _ in range(len(gutters) + 1)]
            across += row
            continue
        if across:
            yield [across]
            across = []
        for line in row:
            columns[sum(line.middle > gutter for gutter in gutters)].append(line)
    if across:
        yield [across]
    if any(columns):
        yield columns


def _is_text(columns: Sequence[Sequence[Line]], drawn: Mapping[int, int]) -> bool:
    """Tell whether what stands between gutters is text read column by column, and not rows.

    Text fills its lines; and what the file draws column by column is read so, whatever it is.
    """
    filled = [column for column in columns if column]
    if len(filled) < 2:
        return True
    order = sorted((drawn[id(line)], number) for number, column in enumerate(filled) for line in column)
    changes = sum(one[1] != other[1] for one, other in pairwise(order))
    if changes < len(filled) + 1 and min(map(len, filled)) > 1:
        return True
    for column in filled:
        width = max(line.right for line in column) - min(line.left for line in column)
        full = sum(line.right - line.left > _PROSE * width for line in column)
        if len(column) < 2 or full < 0.5 * len(column) or sum(len(line.words) for line in column) < 3 * len(column):
            return False
    return True
