"""Rows of tables as they are compared, and new ones as tracked changes (17.13.5.17)."""

from copy import deepcopy

from lxml import etree

from app.ooxml.comparing.inline import LineReader
from app.ooxml.manner import round_measures
from app.ooxml.marks import Stamp
from app.ooxml.names import w
from app.ooxml.rows import cells_of, inside

__all__ = ["cells_of", "is_gone", "new_row", "row_text", "rows_of", "spans_of"]

_NOT_COPIED = tuple(
    map(w, ("cnfStyle", "divId", "ins", "del", "trPrChange", "cellIns", "cellDel", "cellMerge", "tcPrChange"))
)


def rows_of(table: etree._Element) -> list[etree._Element]:
    """Return the rows of a table, those in content controls too, but not those of tables in it."""
    return list(inside(table, w("tr")))


def is_gone(tr: etree._Element) -> bool:
    """Return whether an earlier revision takes a row away."""
    return tr.find(f"{w('trPr')}/{w('del')}") is not None


def row_text(tr: etree._Element, reader: LineReader) -> str:
    """Return the words of a row, its cells apart."""
    return "\t".join(" ".join(reader.read(p).text for p in tc.iter(w("p"))) for tc in cells_of(tr))


def spans_of(tr: etree._Element) -> list[tuple[str, str | None]]:
    """Return for each cell of a row how many columns it spans, and whether it is merged with that above."""
    return [(_span(tc), _merge(tc)) for tc in cells_of(tr)]


def new_row(tr: etree._Element, stamp: Stamp) -> etree._Element:
    """Return a row like `tr` as an inserted one, with empty cells."""
    new = etree.Element(w("tr"))
    for tag in ("tblPrEx", "trPr"):
        properties = tr.find(w(tag))
        if properties is not None:
            new.append(_copied(properties))
    trPr = new.find(w("trPr"))
    if trPr is None:
        trPr = etree.SubElement(new, w("trPr"))
    trPr.append(stamp.mark("ins"))
    for tc in cells_of(tr):
        cell = etree.SubElement(new, w("tc"))
        properties = tc.find(w("tcPr"))
        if properties is not None:
            cell.append(_copied(properties))
    return new


def _copied(properties: etree._Element) -> etree._Element:
    copy = deepcopy(properties)
    copy.tail = None
    for child in list(copy.iterchildren(*_NOT_COPIED)):
        copy.remove(child)
    round_measures(copy)
    return copy


def _span(tc: etree._Element) -> str:
    span = tc.find(f"{w('tcPr')}/{w('gridSpan')}")
    return "1" if span is None else span.get(w("val"), "1")


def _merge(tc: etree._Element) -> str | None:
    merge = tc.find(f"{w('tcPr')}/{w('vMerge')}")
    return None if merge is None else merge.get(w("val"), "continue")
