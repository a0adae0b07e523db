"""A first walk through a web page: what its tables are for, what is no contract text, which names are linked to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from lxml import etree

from app.errors import OverBudgetError
from app.intake.html.styles import Sheet
from app.intake.plain.decoding import clean_characters
from app.intake.structure.markers import split_marker
from app.model.document import Cell

TableKind = Literal["data", "list", "layout"]
CELLS = frozenset(("td", "th"))
CONTROLS = frozenset(("button", "select", "input", "textarea", "option", "datalist"))
_NEVER_WORDS = (
    "script style head template noscript iframe object embed applet svg math canvas audio video map frameset "
    "progress meter"
)
NEVER = frozenset(_NEVER_WORDS.split())
_REGIONS = frozenset(("nav", "header", "footer", "aside"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))
_DIALOGS = frozenset(("dialog", "alertdialog"))
_CONSENT = re.compile(
    r"cookie[-_]?(?:banner|consent|notice|bar|popup|law)|consent[-_]?banner|onetrust|cookiebot", re.IGNORECASE
)
_HEADING = re.compile(r"h[1-6]")
_MAX_DEPTH = 2040  # where the parser, at 2,048, would leave out what lies deeper
_MAX_ACTIVE = 50  # cells that reach down into later rows at once
_SEEN = 48  # characters of a cell that tell whether it is a number alone


@dataclass(slots=True)
class _Cell:
    element: etree._Element
    text: str = ""
    has_table: bool = False


@dataclass(slots=True)
class _Table:
    element: etree._Element
    rows: list[list[_Cell]] = field(default_factory=list)
    has_table: bool = False
    has_head: bool = False


@dataclass(slots=True)
class _Region:
    """A part of the page that may be no text: how many of its letters belong to links and controls."""

    element: etree._Element
    letters: int = 0
    linked: int = 0
    controls: int = 0


@dataclass(slots=True)
class Survey:
    """What the first walk found.

    Attributes:
        kinds: Of each table.
        markers: The number or bullet that is all a cell of a "list" table holds.
        left_out: Elements that are no text of the contract.
        targets: Names that links lead to.
        sheets: Texts of the style sheets.
        base: Address that the page gives for its links.
    """

    kinds: dict[etree._Element, TableKind] = field(default_factory=dict)
    cells: dict[etree._Element, Cell] = field(default_factory=dict)
    markers: dict[etree._Element, str] = field(default_factory=dict)
    left_out: set[etree._Element] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    sheets: list[str] = field(default_factory=list)
    base: str = ""


def survey(path: Path, root: etree._Element) -> Survey:
    """Return what a walk through the page below `root` finds.

    Raises:
        OverBudgetError: Its elements are nested deeper than the parser follows.
    """
    walk = _Surveyor(path)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    return walk.found


class _Surveyor:
    """The state of the first walk."""

    def __init__(self, path: Path) -> None:
        self.found = Survey()
        self._path = path
        self._depth = self._links = self._silent = 0
        self._tables: list[_Table] = []
        self._cells: list[_Cell] = []
        self._regions: list[_Region] = []
        self._plain = Sheet()

    def enter(self, element: etree._Element) -> None:
        tag = str(element.tag)
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise OverBudgetError(self._path, "its elements are nested too deep; save it from a browser as PDF")
        if tag in NEVER:
            self._silent += 1
            if tag == "style":
                self.found.sheets.append(element.text or "")
        if tag == "base" and not self.found.base:
            self.found.base = element.get("href", "")
        if self._is_region(tag, element):
            self._regions.append(_Region(element))
        if tag == "a":
            self._links += 1
            if element.get("href", "").startswith("#"):
                self.found.targets.add(element.get("href", "")[1:])
        elif tag in CONTROLS and self._regions:
            self._regions[-1].controls += 1
        self._enter_table(tag, element)
        self._text(element.text)

    def leave(self, element: etree._Element) -> None:
        tag = str(element.tag)
        self._depth -= 1
        self._silent -= tag in NEVER
        self._links -= tag == "a"
        if self._cells and self._cells[-1].element is element:
            self._cells.pop()
        if self._tables and self._tables[-1].element is element:
            self._judge(self._tables.pop())
        if self._regions and self._regions[-1].element is element:
            self._weigh(self._regions.pop())
        self._text(element.tail)

    def _enter_table(self, tag: str, element: etree._Element) -> None:
        if tag == "table":
            for holder in (self._tables, self._cells):
                if holder:
                    holder[-1].has_table = True
            self._tables.append(_Table(element))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in CELLS and self._tables:
            table = self._tables[-1]
            table.has_head |= tag == "th"
            if not table.rows:
                table.rows.append([])
            cell = _Cell(element)
            table.rows[-1].append(cell)
            self._cells.append(cell)

    def _text(self, text: str | None) -> None:
        if not text or self._silent or text.isspace():
            return
        if self._regions:
            letters = len(text.strip())
            self._regions[-1].letters += letters
            self._regions[-1].linked += letters if self._links else 0
        if self._cells and len(self._cells[-1].text) < _SEEN:
            self._cells[-1].text += clean_characters(text[:_SEEN])

    def _is_region(self, tag: str, element: etree._Element) -> bool:
        role = element.get("role", "")
        if tag in _REGIONS or role in _ROLES or role in _DIALOGS:
            return True
        return tag == "div" and bool(_CONSENT.search(f"{element.get('id', '')} {element.get('class', '')}"))

    def _weigh(self, region: _Region) -> None:
        """Decide whether a region is left out: mostly links, or a notice with buttons."""
        tag, role = str(region.element.tag), region.element.get("role", "")
        by_links = tag in _REGIONS or role in _ROLES
        if region.linked * 2 >= region.letters if by_links else region.controls > 0:
            self.found.left_out.add(region.element)
        elif self._regions:
            around = self._regions[-1]
            around.letters += region.letters
            around.linked += region.linked
            around.controls += region.controls

    def _judge(self, table: _Table) -> None:
        """Decide what a table is for, and where its cells stand."""
        kind = _kind(table)
        self.found.kinds[table.element] = kind
        if kind == "data":
            self.found.cells.update(_grid(table.rows))
        elif kind == "list":
            for row in table.rows:
                filled = [cell for cell in row if cell.text.strip()]
                if len(filled) == 2:
                    self.found.markers[filled[0].element] = filled[0].text.strip()


def _kind(table: _Table) -> TableKind:
    rows = [[cell for cell in row if cell.text.strip() or cell.has_table] for row in table.rows]
    rows = [row for row in rows if row]
    ruled = table.has_head or table.element.get("border", "0") not in ("", "0")
    several = sum(len(row) > 1 for row in rows)
    if table.element.get("role") in ("presentation", "none") or not several:
        return "layout"
    if table.has_table:
        return "data" if ruled and several > 1 else "layout"
    pairs = [row for row in rows if len(row) > 1]
    if not table.has_head and all(len(row) == 2 and is_marker(row[0].text) for row in pairs):
        return "list"
    return "data"


def is_control(element: etree._Element) -> bool:
    """Tell whether an element is a control of the page; the button that unfolds a section bears its heading."""
    if element.tag != "button":
        return str(element.tag) in CONTROLS
    around = element.getparent()
    return element.get("aria-expanded") is None and (around is None or not _HEADING.fullmatch(str(around.tag)))


def is_marker(text: str) -> bool:
    """Tell whether `text` is a number or bullet and nothing else ("§" is the square bullet of Wingdings)."""
    text = text.strip()
    if text in ("§", "o", "·"):
        return True
    marker = split_marker(f"{text}\tX") if text and len(text) < _SEEN else None
    return marker is not None and marker.text == text


def _grid(rows: Sequence[Sequence[_Cell]]) -> dict[etree._Element, Cell]:
    """Return where each cell of a table stands; its number is still to be given.

    Attributes of cells are read as browsers read them: a span of no sense is 1, a row span ends with the table.
    """
    placed: dict[etree._Element, Cell] = {}
    active: list[tuple[int, int, int]] = []  # first column, column after the last, row after the last
    for number, row in enumerate(rows):
        active = sorted(each for each in active if each[2] > number)
        column, taken = 0, 0
        for cell in row:
            while taken < len(active) and active[taken][0] <= column:
                column = max(column, active[taken][1])
                taken += 1
            columns = _span(cell.element.get("colspan"), 1000)
            down = _span(cell.element.get("rowspan"), len(rows) - number)
            placed[cell.element] = Cell(0, number, column, down, columns)
            if down > 1 and len(active) < _MAX_ACTIVE:
                active.append((column, column + columns, number + down))
            column += columns
    return placed


def _span(stated: str | None, most: int) -> int:
    text = (stated or "").strip()
    return max(1, min(int(text[:6]), most)) if text.isascii() and text.isdigit() else 1
