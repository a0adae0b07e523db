"""Word files to paragraphs: all stories, on one side of earlier revisions, automatic numbers resolved."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from app.errors import OverBudgetError
from app.intake.blocks import Block, Content, Step
from app.intake.docx.comments import read_comments
from app.intake.docx.flow import Found, Tables, flows_of
from app.intake.docx.marks import Part
from app.intake.docx.notes import NoteNumbers
from app.intake.docx.paragraphs import Paragraphs
from app.intake.docx.revisions import has_revisions
from app.intake.docx.tables import MAX_COLUMNS, TooManyColumnsError
from app.intake.docx.unread import count_unread, unread_lines
from app.model.document import Cell, Opening, View
from app.ooxml.numbering import Lists, Numbering
from app.ooxml.package import Package, open_package
from app.ooxml.styles import Styles

_MAX_PARAGRAPHS = 100_000


def read_docx(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of the Word file `data`: the body, then text boxes, headers, footers and notes.

    Raises:
        UnsupportedFormatError: It is no Word file, or damaged.
        EncryptedFileError: It is protected by a password.
        OverBudgetError: It is larger, deeper or wider than a document can need.
    """
    package = open_package(data, path)
    styles = Styles(_part(package, "styles"))
    lists = Lists(_part(package, "numbering"), styles)
    tables = Tables()
    unread: Counter[str] = Counter()
    formulas: list[str] = []
    flows: list[tuple[Part, list[list[Found]]]] = []
    for name in package.stories():
        step(0, 1)
        root = package.tree(name)
        part = Part(name, styles, package.targets(name), opening.view, has_revisions(root))
        flows.append((part, _flows(path, root, opening.view, tables)))
        count_unread(root, unread, formulas)
    total = sum(len(flow) for _, own in flows for flow in own)
    if total > _MAX_PARAGRAPHS:
        raise OverBudgetError(path, f"it has more than {_MAX_PARAGRAPHS:,} paragraphs; split it in Word")
    notes = NoteNumbers(package.tree(package.main), _part(package, "settings"))
    paragraphs = Paragraphs(notes, read_comments(package), total, step)
    for part, own in flows:
        for flow in own:
            paragraphs.read(flow, part, Numbering(lists))  # a text box numbers on its own
    blocks = _with_shown_tables(paragraphs.blocks(), tables)
    return Content("docx", blocks, not_read=tuple(unread_lines(unread, formulas)), word=data)


def _flows(path: Path, root: etree._Element, view: View, tables: Tables) -> list[list[Found]]:
    try:
        return flows_of(root, view, tables)
    except TooManyColumnsError as error:
        raise OverBudgetError(path, f"a table has more than {MAX_COLUMNS:,} columns; split it in Word") from error


def _part(package: Package, kind: str) -> etree._Element | None:
    names = package.related(package.main, kind)
    return package.tree(names[0]) if names else None


def _with_shown_tables(blocks: Sequence[Block], tables: Tables) -> list[Block]:
    """Return `blocks` with their tables numbered without those that show nothing."""
    numbers: dict[int, int] = {}
    for block in blocks:
        met = []
        number = None if block.cell is None else block.cell.table
        while number is not None and number not in numbers:
            met.append(number)
            number = tables.inside[number]
        for outer in reversed(met):
            numbers[outer] = len(numbers)
    if all(number == shown for number, shown in numbers.items()):
        return list(blocks)
    return [block if block.cell is None else replace(block, cell=_renumbered(block.cell, numbers)) for block in blocks]


def _renumbered(cell: Cell, numbers: Mapping[int, int]) -> Cell:
    inside = None if cell.inside is None else numbers[cell.inside]
    return replace(cell, table=numbers[cell.table], inside=inside)
