"""Rows of tables inserted and deleted as tracked changes, with what their cells hold (17.13.5.17, .13)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from app.errors import EditsError
from app.ooxml.cuts import parent_of
from app.ooxml.manner import Manner, manner_of, mark_properties, round_measures
from app.ooxml.marks import Stamp, deleted, inserted, new_run, own_runs
from app.ooxml.names import w
from app.ooxml.paragraphs import delete_mark
from app.ooxml.runs import is_on, read_text
from app.text.quotation import quoted

_CONTROLS = frozenset((w("sdt"), w("sdtContent"), w("customXml")))
_ROW_NOT_COPIED = tuple(map(w, ("tblHeader", "cnfStyle", "divId", "hidden", "ins", "del", "trPrChange")))
_CELL_NOT_COPIED = tuple(map(w, ("cnfStyle", "cellIns", "cellDel", "cellMerge", "tcPrChange")))
_DELETIONS = frozenset((w("del"), w("moveFrom")))


@dataclass(frozen=True, slots=True)
class NewCell:
    """A cell of a new row: what it says, and in which manner."""

    text: str
    manner: Manner


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that was inserted.

    Attributes:
        anchor: What it stands after: a row, or the content control in which that is the only one.
        marks: The `w:ins` that hold the text of its cells.
    """

    anchor: etree._Element
    marks: tuple[etree._Element, ...]


def row_of(p: etree._Element) -> etree._Element:
    """Return the innermost row in which the paragraph `p` stands.

    Raises:
        EditsError: It stands in none.
    """
    tr = next(p.iterancestors(w("tr")), None)
    if tr is None:
        raise EditsError(f"{_named(p)}: it stands in no table, so there is no row; name a paragraph of a table")
    return tr


def cells_of(tr: etree._Element) -> tuple[etree._Element, ...]:
    """Return the cells of a row, those in content controls too, but not those of tables in them."""
    return tuple(inside(tr, w("tc")))


def is_covered(tc: etree._Element) -> bool:
    """Return whether a cell of a row to insert after that of `tc` would be covered by a cell merged over both."""
    merge = tc.find(f"{w('tcPr')}/{w('vMerge')}")
    if merge is None:
        return False
    tr = next(tc.iterancestors(w("tr")))
    below = _cells_by_column(next_row(tr)).get(_column(tr, tc))
    merged = None if below is None else below.find(f"{w('tcPr')}/{w('vMerge')}")
    return merged is not None and merged.get(w("val"), "continue") == "continue"


def new_cells(tr: etree._Element, texts: Sequence[str]) -> tuple[NewCell, ...]:
    """Return the cells of a row like `tr` with these texts.

    Raises:
        EditsError: There is not one text a cell, or one is for a cell that is covered by a merged one.
    """
    cells = cells_of(tr)
    if len(cells) != len(texts):
        raise EditsError(f"{_named(tr)}: its row has {len(cells)} cells, not {len(texts)}; give one text a cell")
    for number, (tc, text) in enumerate(zip(cells, texts, strict=True), 1):
        if text and is_covered(tc):
            raise EditsError(
                f"{_named(tr)}: cell {number} of a row after it lies in a merged cell and would not show; "
                "give no text for it"
            )
    return tuple(NewCell(text, _manner(tc)) for tc, text in zip(cells, texts, strict=True))


def insert_row(after: etree._Element, cells: Sequence[NewCell], stamp: Stamp) -> NewRow:
    """Insert a row with `cells` after the row `after`, in its manner; it is no header, and others' revisions stay.

    A cell merged over `after` and the row below goes on in the new one.
    """
    tr, marks = etree.Element(w("tr")), []
    for name in ("tblPrEx", "trPr"):
        properties = after.find(w(name))
        if properties is not None:
            tr.append(_without(deepcopy(properties), (*_ROW_NOT_COPIED, w("tblPrExChange"))))
    _row_properties(tr).append(stamp.mark("ins"))
    for switch in list(tr.iterfind(f"{w('trPr')}/{w('cantSplit')}")):  # "0" and "1" are not valid here (17.17.1)
        if is_on(switch):
            switch.attrib.clear()
        else:
            parent_of(switch).remove(switch)
    for like, cell in zip(cells_of(after), cells, strict=True):
        tc = _cell_like(like)
        p = etree.SubElement(tc, w("p"))
        stamp.sign(p)
        if cell.manner.pPr is not None:
            p.append(deepcopy(cell.manner.pPr))
        mark_properties(p).append(stamp.mark("ins"))
        if cell.manner.mark is not None:
            mark_properties(p).extend(deepcopy(cell.manner.mark))
        if cell.text:
            marks.append(inserted([new_run(cell.text, cell.manner.body)], stamp))
            p.append(marks[-1])
        tr.append(tc)
    anchor = _outside_its_control(after)
    anchor.addnext(tr)
    return NewRow(anchor, tuple(marks))


def delete_row(tr: etree._Element, stamp: Stamp) -> tuple[etree._Element, ...]:
    """Delete a row with all in it, tables in its cells too; return the `w:del` of its text.

    Nothing is done to a row that somebody deleted already.

    Raises:
        EditsError: A field begins in the row and ends outside, or the other way round.
    """
    if is_deleted(tr):
        return ()
    kinds = Counter(mark.get(w("fldCharType")) for mark in tr.iter(w("fldChar")))
    if kinds["begin"] != kinds["end"]:
        raise EditsError(f"{_named(tr)}: a field goes beyond its row, so the row cannot be deleted; delete its texts")
    for each in [tr, *_nested(tr, w("tr"))]:
        if not is_deleted(each):
            _add_deletion(each, stamp)
    marks: list[etree._Element] = []
    for p in _nested(tr, w("p")):
        marks += deleted(list(own_runs(p)), stamp)
        if not any(child.tag in _DELETIONS for child in mark_properties(p)):
            delete_mark(p, stamp)
    return tuple(marks)


def is_deleted(tr: etree._Element) -> bool:
    """Return whether the row is deleted already."""
    return tr.find(f"{w('trPr')}/{w('del')}") is not None


def next_row(tr: etree._Element) -> etree._Element | None:
    """Return the row below `tr`; None where it is the last of its table."""
    rows = list(inside(next(tr.iterancestors(w("tbl"))), w("tr")))
    place = rows.index(tr) + 1
    return rows[place] if place < len(rows) else None


def inside(holder: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Give the rows of a table or the cells of a row, those in content controls too."""
    for child in holder:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTROLS:
            yield from inside(child, tag)


def _nested(holder: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Give all elements `tag` inside `holder`, those of text boxes left out."""
    for child in holder:
        if child.tag == tag:
            yield child
        if child.tag != w("p"):
            yield from _nested(child, tag)


def _manner(tc: etree._Element) -> Manner:
    """Return how a cell writes: as its first paragraph with text, else as its first."""
    paragraphs = list(_nested(tc, w("p"))) or [etree.Element(w("p"))]
    return manner_of(next((p for p in paragraphs if read_text(p).text.strip()), paragraphs[0]))


def _cell_like(tc: etree._Element) -> etree._Element:
    """Return an empty cell as wide as `tc`, in the cell that is merged over it and the row below if there is one."""
    new = etree.Element(w("tc"))
    properties = tc.find(w("tcPr"))
    if properties is not None:
        new.append(_without(deepcopy(properties), _CELL_NOT_COPIED))
        for merge in list(new[0].iterchildren(w("vMerge"))):
            if is_covered(tc):
                merge.set(w("val"), "continue")
            else:
                new[0].remove(merge)
    return new


def _without(properties: etree._Element, tags: Sequence[str]) -> etree._Element:
    properties.tail = None
    for child in list(properties.iterchildren(*tags)):
        properties.remove(child)
    round_measures(properties)
    return properties


def _cells_by_column(tr: etree._Element | None) -> dict[int, etree._Element]:
    return {} if tr is None else {_column(tr, tc): tc for tc in cells_of(tr)}


def _column(tr: etree._Element, tc: etree._Element) -> int:
    """Return the column of the grid in which a cell begins (17.4.14, 17.4.17)."""
    column = _number(tr, f"{w('trPr')}/{w('gridBefore')}", 0)
    for cell in cells_of(tr):
        if cell is tc:
            break
        column += _number(cell, f"{w('tcPr')}/{w('gridSpan')}", 1)
    return column


def _number(holder: etree._Element, path: str, default: int) -> int:
    stated = holder.find(path)
    value = "" if stated is None else stated.get(w("val"), "")
    return int(value) if value.isdecimal() else default


def _row_properties(tr: etree._Element) -> etree._Element:
    """Return the `w:trPr` of a row, made where there is none: it stands after the exceptions of the table's format."""
    trPr = tr.find(w("trPr"))
    if trPr is None:
        trPr = etree.Element(w("trPr"))
        tr.insert(0 if tr.find(w("tblPrEx")) is None else 1, trPr)
    return trPr


def _add_deletion(tr: etree._Element, stamp: Stamp) -> None:
    trPr = _row_properties(tr)
    place = len(trPr) if trPr.find(w("trPrChange")) is None else len(trPr) - 1
    trPr.insert(place, stamp.mark("del"))


def _outside_its_control(tr: etree._Element) -> etree._Element:
    """Return `tr`, or the content control that holds this row alone, such as an item of a repeating section."""
    element = tr
    while parent_of(element).tag in _CONTROLS and len(list(inside(parent_of(element), w("tr")))) == 1:
        element = parent_of(element)
    return parent_of(element) if element.tag == w("sdtContent") else element


def _named(element: etree._Element) -> str:
    return quoted("".join(element.itertext(w("t"))))
