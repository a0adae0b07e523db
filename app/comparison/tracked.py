"""The differences between two documents as changes to the Word file of the old one, for files of different formats.

Between two Word files `app/ooxml/comparing` writes them from the files themselves. Here only the words of the new
version are known: what it adds looks as its neighbours in the old one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from app.model.comparison import Change, Comparison
from app.model.document import Document, Paragraph
from app.ooxml import changes as ooxml
from app.ooxml.changes import Deletion, Insertion, Place, Rewording, RowDeletion, RowInsertion, Wording
from app.text.diff import TextEdit

_Row = tuple[int, int]
"""Numbers of a table and of a row in it."""


def tracked_changes(comparison: Comparison, old: Document) -> tuple[tuple[ooxml.Change, ...], tuple[str, ...]]:
    """Return the changes to the Word file to which `old`, the old document, is anchored, and what they leave out.

    What moved is deleted and inserted; where paragraphs were only split or joined nothing changes.
    """
    writer = _Writer(comparison, old)
    changes = tuple(writer.changes())
    return changes, tuple(dict.fromkeys(writer.left))


class _Writer:
    """Says the changes of a comparison as changes to a Word file."""

    def __init__(self, comparison: Comparison, old: Document) -> None:
        self._comparison = comparison
        self._old = old.paragraphs
        self._new = comparison.new.paragraphs
        self._rows = _rows_of(self._old), _rows_of(self._new)
        self.left: list[str] = []

    def changes(self) -> Iterator[ooxml.Change]:
        """Give the changes."""
        kept = {change.number: change for change in self._comparison.changes if change.kind not in ("added", "removed")}
        for change in kept.values():
            if change.kind != "moved":
                yield from self._rewordings(change)
        gone = [i for row in self._comparison.rows if row.change and not row.new for i in row.old]
        yield from self._deletions(gone)
        yield from self._insertions()

    def _rewordings(self, change: Change) -> Iterator[Rewording]:
        words = sorted(change.words, key=lambda each: (each.old.paragraph, each.old.span.start))
        for index, group in groupby(words, key=lambda each: each.old.paragraph):
            offset = self._old[index].anchor.offset
            edits = (TextEdit(each.old.span.start + offset, each.old.span.end + offset, each.after) for each in group)
            if self._is_plain(index):
                yield Rewording(self._place(index), tuple(edits))

    def _deletions(self, gone: Sequence[int]) -> Iterator[Deletion | RowDeletion | Rewording]:
        rows = {row: indexes for row, indexes in self._rows[0].items() if set(indexes) <= set(gone)}
        for indexes in rows.values():
            yield RowDeletion(self._place(indexes[0]))
        whole = {index for indexes in rows.values() for index in indexes}
        for index in gone:
            paragraph = self._old[index]
            if index in whole or not self._is_plain(index):
                continue
            if paragraph.cell is None:
                yield Deletion(self._place(index))
            elif paragraph.text:
                offset = paragraph.anchor.offset
                yield Rewording(self._place(index), (TextEdit(offset, offset + len(paragraph.text), ""),))

    def _insertions(self) -> Iterator[Insertion | RowInsertion]:
        after: int | None = None
        waiting: list[int] = []
        for row in self._comparison.rows:
            stays = bool(row.old and row.new)
            if stays or (row.old and after is None):
                yield from self._inserted(after, waiting)
                waiting = []
                after = row.old[-1]
            elif row.new:
                waiting += row.new
        yield from self._inserted(after, waiting)

    def _inserted(self, after: int | None, new: Sequence[int]) -> Iterator[Insertion | RowInsertion]:
        if after is None:
            if new:
                self.left.append("what the new version adds before the first paragraph is not shown")
            return
        for cell, group in groupby(new, key=lambda index: _row(self._new[index])):
            indexes = list(group)
            if cell is None:
                yield Insertion(self._place(after), tuple(self._wording(after, self._new[each]) for each in indexes))
            elif self._fits(after, cell):
                texts: dict[int, list[str]] = {}
                for index in self._rows[1][cell]:
                    each = self._new[index]
                    texts.setdefault(each.cell.column if each.cell else 0, []).append(each.text)
                yield RowInsertion(self._place(after), tuple(" ".join(texts[column]) for column in sorted(texts)))
            else:
                self.left.append("a table or row that the new version adds is not shown: put it in by hand")

    def _fits(self, after: int, cell: _Row) -> bool:
        """Return whether a new row can stand after the row of a paragraph: it has as many cells."""
        row = _row(self._old[after])
        return row is not None and _columns(self._old, self._rows[0][row]) == _columns(self._new, self._rows[1][cell])

    def _wording(self, after: int, new: Paragraph) -> Wording:
        """Return a new paragraph in the manner of the nearest of its kind."""
        near = sorted((abs(each.index - after), each.index) for each in self._old if each.cell is None)
        alike = (
            index for _, index in near if self._old[index].kind == new.kind and self._old[index].level == new.level
        )
        like = self._old[next(alike, after)]
        marker = "" if like.marker and not like.typed else new.marker
        return Wording(new.text, self._place(like.index), like.anchor.offset, marker)

    def _place(self, index: int) -> Place:
        anchor = self._old[index].anchor
        return Place(anchor.part, anchor.index)

    def _is_plain(self, index: int) -> bool:
        """Return whether a paragraph is one of the file; one that earlier revisions join to the next is left alone."""
        if self._old[index].anchor.joined:
            self.left.append("a paragraph that earlier tracked changes join to the next stays as it is")
        return not self._old[index].anchor.joined


def _row(paragraph: Paragraph) -> _Row | None:
    return None if paragraph.cell is None else (paragraph.cell.table, paragraph.cell.row)


def _rows_of(paragraphs: Sequence[Paragraph]) -> Mapping[_Row, list[int]]:
    """Return the paragraphs of each row of a table."""
    rows: dict[_Row, list[int]] = {}
    for paragraph in paragraphs:
        row = _row(paragraph)
        if row is not None:
            rows.setdefault(row, []).append(paragraph.index)
    return rows


def _columns(paragraphs: Sequence[Paragraph], row: Sequence[int]) -> int:
    return len({cell.column for index in row if (cell := paragraphs[index].cell) is not None})
