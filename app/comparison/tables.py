"""Tables beside each other: rows that became rows, and in them the paragraphs of cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.comparison.folding import folded, own_text
from app.model.document import Document, Paragraph, Table
from app.text.blocks import Aligned, align_blocks

_Cells = Mapping[int, Sequence[Paragraph]]
"""The paragraphs of a row by the column that they stand in."""

_SHORT_ROW = 80  # characters of a row of figures, which its place tells from others rather than its words


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a story, with what is nested in its cells."""

    columns: int
    rows: tuple[_Cells, ...]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """All that stands in it, row by row."""
        return [paragraph for cells in self.rows for column in sorted(cells) for paragraph in cells[column]]

    @property
    def text(self) -> str:
        """The folded text of it all."""
        return _text_of(self.paragraphs)


def grid_of(document: Document, table: Table) -> Grid:
    """Return a table that is not nested; a paragraph of a nested one stands in the cell of the one before it."""
    rows: dict[int, dict[int, list[Paragraph]]] = {}
    row = column = 0
    for paragraph in document.paragraphs[table.first : table.end]:
        if paragraph.cell and paragraph.cell.table == table.index:
            row, column = paragraph.cell.row, paragraph.cell.column
        rows.setdefault(row, {}).setdefault(column, []).append(paragraph)
    return Grid(table.columns, tuple(rows[row] for row in sorted(rows)))


def _text_of(paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(folded(own_text(paragraph)) for paragraph in paragraphs)


def align_grids(old: Grid, new: Grid, *, is_moved: bool) -> Iterator[Aligned]:
    """Yield the paragraphs that belong together of two tables that do."""
    partner = _paired_columns(old, new)
    for rows in _paired_rows(old, new):
        olds, news = _cells(old, rows.old), _cells(new, rows.new)
        for column, paragraphs in olds.items():
            others = news.get(partner.get(column, -1), ())
            yield from _align_cell(paragraphs, others, is_moved=is_moved or rows.is_moved)


def _paired_columns(old: Grid, new: Grid) -> dict[int, int]:
    """Return which column of the old table became which of the new one; all stay where there are as many."""
    if old.columns == new.columns:
        return {column: column for column in range(old.columns)}
    aligned = align_blocks(_column_texts(old), _column_texts(new))
    return {each.old[0]: each.new[0] for each in aligned if len(each.old) == len(each.new) == 1 and not each.is_moved}


def _column_texts(grid: Grid) -> list[str]:
    return [_text_of([each for row in grid.rows for each in row.get(column, ())]) for column in range(grid.columns)]


def _paired_rows(old: Grid, new: Grid) -> Iterator[Aligned]:
    """Yield the rows that belong together; of those left over at one place, short ones go with each other in order."""
    texts = [[_text_of([each for cell in row.values() for each in cell]) for row in grid.rows] for grid in (old, new)]
    gone: list[int] = []
    added: list[int] = []
    for each in (*align_blocks(*texts), None):
        if each and not (each.old and each.new):
            gone += each.old
            added += each.new
            continue
        if each:
            yield each
        if each is None or not each.is_moved:
            for i, j in zip(gone, added, strict=False) if len(gone) == len(added) else ():
                if max(len(texts[0][i]), len(texts[1][j])) <= _SHORT_ROW:
                    yield Aligned((i,), (j,))
            gone, added = [], []


def _cells(grid: Grid, rows: Sequence[int]) -> _Cells:
    """Return what stands in some rows, by column; several rows are one that was split."""
    cells: dict[int, list[Paragraph]] = {}
    for row in rows:
        for column in sorted(grid.rows[row]):
            cells.setdefault(column, []).extend(grid.rows[row][column])
    return cells


def _align_cell(old: Sequence[Paragraph], new: Sequence[Paragraph], *, is_moved: bool) -> Iterator[Aligned]:
    """Yield the paragraphs that belong together of two cells that do; the only one left goes with the only other."""
    gone: list[int] = []
    added: list[int] = []
    for each in align_blocks([folded(own_text(one)) for one in old], [folded(own_text(one)) for one in new]):
        olds, news = tuple(old[place].index for place in each.old), tuple(new[place].index for place in each.new)
        if olds and news:
            yield Aligned(olds, news, is_moved or each.is_moved)
        gone += () if news else olds
        added += () if olds else news
    if len(gone) == len(added) == 1:
        yield Aligned((gone[0],), (added[0],), is_moved)
