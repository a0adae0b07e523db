"""OpenDocument text to paragraphs: all stories, numbers as printed, tables, earlier revisions in the view asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from app.intake.blocks import Block, Content, Step
from app.intake.building import PLAIN, BlockText, Look
from app.intake.odt.changes import Changes
from app.intake.odt.lists import Lists
from app.intake.odt.package import DRAW, OFFICE, STYLE, TABLE, TEXT, OpenText, open_odt
from app.intake.odt.paragraph import ParagraphReader
from app.intake.odt.styles import Styles
from app.intake.structure.headings import is_styled_heading
from app.model.document import Anchor, Cell, Opening, View

_COLUMN = 6.0  # points
_EVERY = 1000
_MAX_SPAN = 10_000
_PARAGRAPHS = (f"{{{TEXT}}}p", f"{{{TEXT}}}h")
_LIST, _ITEM, _LIST_HEADER, _NUMBERED, _SECTION, _TITLED = (
    f"{{{TEXT}}}{name}" for name in ("list", "list-item", "list-header", "numbered-paragraph", "section", "h")
)
_TABLE, _ROW, _CELL, _COVERED = (
    f"{{{TABLE}}}{name}" for name in ("table", "table-row", "table-cell", "covered-table-cell")
)
_SILENT_WORDS = (
    "tracked-changes sequence-decls variable-decls user-field-decls dde-connection-decls table-of-content-source "
    "alphabetical-index-source illustration-index-source table-index-source object-index-source user-index-source "
    "bibliography-source"
)
_SILENT = frozenset(f"{{{TEXT}}}{name}" for name in _SILENT_WORDS.split()) | {f"{{{OFFICE}}}forms"}


def read_odt(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of the OpenDocument text `data`: the body, then text boxes, headers, footers and notes.

    Raises:
        EncryptedFileError: It is protected by a password.
        OverBudgetError: It unpacks to more than a document can need.
        UnsupportedFormatError: It is damaged.
    """
    parts = open_odt(path, data)
    step(0, 1)
    styles = Styles(parts, parts.content)
    walk = _Walk(styles, Changes(parts.content), opening.view, step)
    for body in parts.content.iterfind(f"{{{OFFICE}}}body/{{{OFFICE}}}text"):
        walk.read(body, _Place("body"))
    blocks = [*walk.blocks, *_margins(parts, styles, opening.view, step)]
    blocks.sort(key=lambda block: block.story != "body")  # stable: the other stories keep their order
    step(1, 1)
    return Content("odt", blocks)


def _margins(parts: OpenText, styles: Styles, view: View, step: Step) -> list[Block]:
    """Return the headers and footers of the page styles in use; what several of them have is kept once."""
    if parts.styles is None:
        return []
    masters = {
        master.get(f"{{{STYLE}}}name", ""): master
        for master in parts.styles.iterfind(f"{{{OFFICE}}}master-styles/{{{STYLE}}}master-page")
    }
    walk = _Walk(Styles(parts, parts.styles), Changes(parts.styles), view, step)
    todo, used, said = ["Standard", *styles.masters()], set[str](), set[tuple[str, ...]]()
    blocks: list[Block] = []
    while todo:
        name = todo.pop(0)
        if name not in masters or name in used:
            continue
        used.add(name)
        todo.append(masters[name].get(f"{{{STYLE}}}next-style-name", ""))
        for part in masters[name]:
            story = etree.QName(part).localname.split("-")[0]
            if story not in ("header", "footer") or part.get(f"{{{STYLE}}}display") == "false":
                continue
            walk.blocks = []
            walk.read(part, _Place(story))
            key = (story, *(block.text for block in walk.blocks))
            blocks += walk.blocks if key not in said else ()
            said.add(key)
    return blocks


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk stands: the story, the cell around it, and what a section says of its text."""

    story: str
    cell: Cell | None = None
    look: Look = PLAIN


class _Walk:
    """The walk through one part; its depth is bounded by the parser."""

    def __init__(self, styles: Styles, changes: Changes, view: View, step: Step) -> None:
        self.blocks: list[Block] = []
        self._styles = styles
        self._view = view
        self._step = step
        self._lists = Lists(styles)
        self._text = ParagraphReader(styles, changes, view, self._end_block, BlockText(view))
        self._template = Block("", Anchor("", 0))
        self._marker = ""
        self._start: int | None = None  # where the item under way restarts its list
        self._begins_item = False
        self._tables = 0
        self._ordinal = 0

    def read(self, holder: etree._Element, place: _Place) -> None:
        """Read all blocks in `holder`."""
        for child in holder:
            tag = str(child.tag)
            if tag in _PARAGRAPHS:
                self._paragraph(child, place)
            elif tag == _LIST:
                self._lists.enter(child)
                self._items(child, place)
                self._lists.leave()
            elif tag == _TABLE:
                self._table(child, place)
            elif tag == _SECTION and child.get(f"{{{TEXT}}}display") == "none":
                self.read(child, replace(place, look=place.look._replace(hidden=True)))
            elif tag.startswith(f"{{{DRAW}}}"):
                self.read(child, replace(place, story="text-box", cell=None))
            elif tag in (f"{{{TEXT}}}change-start", f"{{{TEXT}}}change-end", f"{{{TEXT}}}change"):
                self._change(child)
            elif tag not in _SILENT:
                self.read(child, place)

    def _items(self, holder: etree._Element, place: _Place) -> None:
        for item in holder:
            stated = item.get(f"{{{TEXT}}}start-value", "")
            self._begins_item = item.tag == _ITEM
            self._start = int(stated[:9]) if stated.isascii() and stated.isdigit() else None
            self.read(item, place)
            self._begins_item = False

    def _paragraph(self, p: etree._Element, place: _Place) -> None:
        style = p.get(f"{{{TEXT}}}style-name", "")
        if p.get(f"{{{TEXT}}}is-hidden") == "true":
            place = replace(place, look=place.look._replace(hidden=True))
        stated = p.get(f"{{{TEXT}}}outline-level", "") if p.tag == _TITLED else ""
        heading = int(stated) - 1 if stated in tuple("123456789") else self._styles.paragraph(style).heading
        mark = self._mark(p, style, heading)
        self._marker = mark
        self._template = Block(
            "",
            Anchor("content.xml" if place.story not in ("header", "footer") else "styles.xml", self._ordinal),
            indent=None if mark else int(self._styles.paragraph(style).indent / _COLUMN),
            heading=heading,
            title=self._styles.paragraph(style).is_title,
            cell=place.cell,
            story=place.story,
        )
        self._ordinal += 1
        if self._ordinal % _EVERY == 0:
            self._step(0, 1)
        look = self._styles.look("paragraph", style, PLAIN)
        self._text.read(p, look._replace(hidden=look.hidden or place.look.hidden))
        self._end_block()
        anchored, self._text.anchored = self._text.anchored, []
        for each in anchored:
            held, changed = self._lists.suspend(), self._text.changes.current
            if each.name:
                self._text.here.names.append(each.name)
            self.read(each.element, _Place(each.story, look=place.look))
            self._lists.resume(held)
            self._text.changes.current = changed

    def _mark(self, p: etree._Element, style: str, heading: int | None) -> str:
        """Return the number that the paragraph bears, and count it."""
        if self._lists.depth:
            begins, self._begins_item = self._begins_item, False
            return self._lists.mark(style, self._start) if begins else ""
        is_plain = p.get(f"{{{TEXT}}}is-list-header") == "true" or self._styles.paragraph(style).list_style == ""
        if p.tag != _TITLED or heading is None or is_plain:
            return ""
        stated = p.get(f"{{{TEXT}}}start-value", "")
        restarts = p.get(f"{{{TEXT}}}restart-numbering") == "true"
        start = int(stated[:9]) if stated.isascii() and stated.isdigit() else 1 if restarts else None
        return self._lists.heading_mark(heading + 1, start)

    def _end_block(self) -> None:
        """End the block under way; one without text leaves none, its names go on to the next."""
        here = self._text.here
        if here.is_blank:
            self._text.here = BlockText(self._view, names=here.names)
            return
        self._text.here = BlockText(self._view)
        shape = self._template
        block = here.block(
            shape.anchor,
            marker=self._marker,
            indent=shape.indent,
            heading=shape.heading,
            cell=shape.cell,
            story=shape.story,
        )
        self._marker = ""
        if block.heading is not None and not is_styled_heading(block.text):
            block = replace(block, heading=None)
        self.blocks.append(replace(block, title=True) if shape.title else block)

    def _change(self, mark: etree._Element) -> None:
        """Take note of a change whose mark stands between paragraphs."""
        self._text.take(mark, PLAIN)
        if self._view != "accepted":
            self._end_block()

    def _table(self, table: etree._Element, place: _Place) -> None:
        number = self._tables
        self._tables += 1
        inside = None if place.cell is None else place.cell.table
        held = self._lists.suspend()
        for row, element in enumerate(_rows(table)):
            column = 0
            for cell in element:
                if cell.tag not in (_CELL, _COVERED):
                    continue
                repeated = _span(cell, "number-columns-repeated")
                if cell.tag == _CELL:
                    spans = _span(cell, "number-rows-spanned"), _span(cell, "number-columns-spanned")
                    where = Cell(number, row, column, *spans, inside)
                    self.read(cell, replace(place, cell=where))
                column += repeated
        self._lists.resume(held)


def _rows(holder: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those of its heads and groups too."""
    for child in holder:
        if child.tag == _ROW:
            yield child
        elif child.tag not in (_TABLE, *_PARAGRAPHS):
            yield from _rows(child)


def _span(cell: etree._Element, name: str) -> int:
    stated = cell.get(f"{{{TABLE}}}{name}", "1")
    return max(1, min(int(stated[:6]), _MAX_SPAN)) if stated.isascii() and stated.isdigit() else 1
