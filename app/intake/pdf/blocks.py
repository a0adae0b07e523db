"""The lines of a paragraph of a PDF to its block: text, emphasis, and the box of every word."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.intake.blocks import Block
from app.intake.joining import is_broken
from app.intake.pdf.lines import Line, joined_rows, rows_of, runs_of
from app.intake.pdf.paragraphs import split_paragraphs
from app.intake.pdf.placed import PlacedWord
from app.intake.pdf.setting import Setting
from app.intake.pdf.tables import PageCell, PageTable
from app.model.document import Anchor, Cell
from app.model.marks import Box, TextStyle
from app.model.span import Span

_SPLIT = re.compile(r"([^\W\d_]+)-$")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[\w-]+")
_COMPOUND = frozenset(("non", "self", "co", "re", "pre", "post", "sub", "multi", "cross", "third", "inter", "semi"))
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_COLUMN = 6.0  # points

Vocabulary = Counter[str]


def vocabulary_of(lines: Sequence[Line]) -> Vocabulary:
    """Return how often each word stands in `lines`; nothing where no line ends in a hyphen, which it is for."""
    if not any(line.text.endswith("-") for line in lines):
        return Counter()
    return Counter(_WORD.findall("\n".join([line.text for line in lines]).lower()))


@dataclass(frozen=True, slots=True)
class Printed:
    """What the document as a whole says about its lines: its words and how it is set."""

    vocabulary: Vocabulary
    setting: Setting


def make_block(
    lines: Sequence[Line],
    printed: Printed,
    *,
    story: str = "body",
    cell: Cell | None = None,
    names: tuple[str, ...] = (),
) -> Block:
    """Return the paragraph of `lines`, words that are split at line ends put together."""
    text = ""
    boxes: list[Box] = []
    looks: list[tuple[int, bool, bool]] = []
    look = (False, False)
    new = tuple.__new__  # half the time of the class's own
    for line in lines:
        text, place, broken = _line_start(text, line.text, printed.vocabulary)
        first, page = len(boxes), line.page
        text += line.text
        for word, left, top, right, bottom, _, _, confidence, bold, italic, _, lift in line.words:
            end = place + len(word)
            boxes.append(new(Box, (place, end, page, left, top + lift, right, bottom + lift, confidence)))
            if (bold, italic) != look:
                look = (bold, italic)
                looks.append((place, bold, italic))
            place = end + 1
        if broken and 0 < first < len(boxes):
            boxes[first - 1 : first + 1] = _halves(*boxes[first - 1 : first + 1])
    opening = lines[0]
    return Block(
        text=text,
        anchor=Anchor(part="", index=opening.number, page=opening.page),
        indent=round((opening.left - printed.setting.margins_of(opening).left) / _COLUMN),
        plain=True,
        story=story,
        cell=cell,
        names=names,
        styles=tuple(_styles(looks, len(text))) if looks else (),
        boxes=tuple(boxes),
    )


def goes_on_in(before: Line | None, line: Line) -> bool:
    """Tell whether the table that `before` stands for goes on in that of `line`: over a page break, same columns."""
    if before is None or before.table is None or line.table is None:
        return False
    edges, others = ([*_lefts(table), table.right] for table in (before.table, line.table))
    return (
        line.page == before.page + 1
        and before.table.is_ruled == line.table.is_ruled
        and len(edges) == len(others)
        and all(abs(edge - other) < _COLUMN for edge, other in zip(edges, others, strict=True))
    )


def _lefts(table: PageTable) -> list[float]:
    return sorted({cell.left for cell in table.cells})


def cell_blocks(table: Line, first: Cell, printed: Printed) -> Iterator[Block]:
    """Yield the paragraphs of the cells of the table that a line stands for.

    `first` says which number its first cell has in the document, and its row where it goes on with another one.
    """
    held = _words_of_cells(table)
    rights: dict[int, float] = {}
    for cell, words in held:
        for column in range(cell.column, cell.column + cell.columns):
            rights[column] = max(rights.get(column, 0.0), *(word.right for word in words))
    for cell, words in held:
        place = Cell(
            table=first.table, row=first.row + cell.row, column=cell.column, rows=cell.rows, columns=cell.columns
        )
        lines = joined_rows(rows_of(runs_of(words, table.page)))
        flow = [line.at(table.number) for line in lines]
        setting = printed.setting.within(min(line.left for line in lines), rights[cell.column + cell.columns - 1])
        for group in split_paragraphs(flow, setting):
            yield make_block(group, Printed(printed.vocabulary, setting), cell=place)


def _words_of_cells(table: Line) -> list[tuple[PageCell, list[PlacedWord]]]:
    """Return the cells of a table that hold words, in reading order, each with its words in the order of the file."""
    if table.table is None:
        return []
    cells = table.table.cells
    tops = sorted({cell.top for cell in cells})
    by_row: dict[int, list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        for row in range(bisect_left(tops, cell.top), bisect_left(tops, cell.bottom)):
            by_row[row].append(number)
    held: dict[int, list[PlacedWord]] = defaultdict(list)
    for word in table.words:
        middle = (word.left + word.right) / 2
        beside = by_row[max(0, bisect_right(tops, (word.top + word.bottom) / 2) - 1)]
        nearest = min(beside, key=lambda place: max(cells[place].left - middle, middle - cells[place].right))
        held[nearest].append(word)
    return [(cells[number], held[number]) for number in sorted(held)]


def _line_start(text: str, line: str, vocabulary: Vocabulary) -> tuple[str, int, bool]:
    """Return `text` ready for the words of `line`, where these begin, and whether that is inside a word."""
    if not text:
        return text, 0, False
    if is_broken(text):
        if _is_split(text, line, vocabulary):
            text = text[:-1]
        return text, len(text), True
    if _CJK.match(text[-1]) and _CJK.match(line):
        return text, len(text), False
    return text + " ", len(text) + 1, False


def _halves(before: Box, after: Box) -> tuple[Box, Box]:
    """Return the boxes of a word that a line's end splits, each with the whole word."""
    return before._replace(end=after.end), after._replace(start=before.start)


def _is_split(text: str, following: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the hyphen at the end of `text` only splits a word, which the document may show unsplit."""
    start, rest = _SPLIT.search(text), _LETTERS.match(following)
    if start is None or rest is None or not rest[0].islower():
        return False
    if len(start[1]) > 1 and start[1].isupper():
        return False
    before, after = start[1].lower(), rest[0]
    if vocabulary[before + after] or vocabulary[f"{before}-{after}"]:
        return vocabulary[before + after] >= vocabulary[f"{before}-{after}"]
    return before not in _COMPOUND


def _styles(looks: Sequence[tuple[int, bool, bool]], end: int) -> Iterator[TextStyle]:
    """Yield the emphasised stretches; `looks` says where the look changes, and to what: bold, italic."""
    for (start, bold, italic), (stop, _, _) in zip(looks, (*looks[1:], (end, False, False)), strict=True):
        if (bold or italic) and start < stop:
            yield TextStyle(Span(start, stop), bold=bold, italic=italic)
