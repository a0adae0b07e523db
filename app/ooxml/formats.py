"""Formats of characters and paragraphs changed as tracked changes (17.13.5.31, .29).

Properties keep one change, with the properties before it. Where somebody else's is there already, a second would take
its place, so theirs stays: words are deleted with it and inserted anew in the format asked for; a paragraph cannot be,
and the change is refused.
"""

from copy import deepcopy
from itertools import groupby

from lxml import etree

from app.errors import EditsError
from app.ooxml.cuts import REVISION_WRAPPERS, isolate
from app.ooxml.looks import canonical
from app.ooxml.manner import mark_properties
from app.ooxml.marks import Stamp
from app.ooxml.names import w
from app.ooxml.order import put_in_order
from app.ooxml.paragraphs import can_restyle, restyle
from app.ooxml.revisions import change_text
from app.ooxml.runs import Piece, read_text
from app.text.diff import TextEdit
from app.text.quotation import quoted

_REWRITABLE = frozenset((w("t"), w("tab"), w("br"), w("rPr"), w("lastRenderedPageBreak"), w("softHyphen")))


def format_text(p: etree._Element, start: int, end: int, rPr: etree._Element | None, stamp: Stamp) -> None:
    """Give the characters [start, end) of `p` the run properties `rPr`, where they have others.

    Raises:
        EditsError: Somebody else's change of format is on something that cannot be written anew, such as a field.
    """
    wanted = canonical(rPr)
    theirs = [piece for piece in read_text(p).pieces if _is_touched(piece, start, end, wanted) and _is_changed(piece)]
    for _, group in groupby(theirs, key=lambda piece: piece.r):
        pieces = list(group)
        _write_anew(p, max(start, pieces[0].start), min(end, pieces[-1].end), rPr, stamp)
    pieces = [piece for piece in read_text(p).pieces if _is_touched(piece, start, end, wanted)]
    for r in isolate(pieces, start, end):
        reformat(r, rPr, stamp)


def format_paragraph(p: etree._Element, pPr: etree._Element | None, stamp: Stamp) -> None:
    """Give `p` the properties `pPr`, where it has others.

    Raises:
        EditsError: Somebody else's change of its properties or number is there already.
    """
    if not can_restyle(p):
        raise EditsError(
            f"{quoted(read_text(p).text)}: somebody else's change of this paragraph's format is there already, and it "
            "can have only one; accept or reject theirs first, or leave the format as it is"
        )
    restyle(p, pPr, stamp)


def _is_touched(piece: Piece, start: int, end: int, wanted: str) -> bool:
    return piece.start < end and piece.end > start and canonical(piece.r.find(w("rPr"))) != wanted


def _is_changed(piece: Piece) -> bool:
    return piece.r.find(f"{w('rPr')}/{w('rPrChange')}") is not None


def reformat(r: etree._Element, rPr: etree._Element | None, stamp: Stamp) -> None:
    """Give a run the properties `rPr`, and keep those it had in a revision."""
    old = r.find(w("rPr"))
    new = etree.Element(w("rPr"), {} if old is None else dict(old.attrib))
    new.extend(_stated(rPr))
    put_in_order(new)
    change = stamp.mark("rPrChange")
    before = etree.SubElement(change, w("rPr"))
    if old is not None:
        new.text = old.text  # what stands there when the children are put back
        before.extend(list(old))
        r.remove(old)
    put_in_order(before)
    new.append(change)
    r.insert(0, new)


def reformat_mark(p: etree._Element, rPr: etree._Element | None, stamp: Stamp) -> None:
    """Give the mark of a paragraph the properties `rPr`, and keep those it had in a revision."""
    properties = mark_properties(p)
    change = stamp.mark("rPrChange")
    before = etree.SubElement(change, w("rPr"))
    before.extend([child for child in properties if child.tag not in REVISION_WRAPPERS])
    put_in_order(before)
    properties.extend(_stated(rPr))
    put_in_order(properties)
    properties.append(change)


def _write_anew(p: etree._Element, start: int, end: int, rPr: etree._Element | None, stamp: Stamp) -> None:
    """Delete the characters [start, end) with the format that they have, and insert them with the properties `rPr`."""
    view = read_text(p)
    fields = (result for result in view.results if result.span.start < end and start < result.span.end)
    in_field = any(not field.instruction.upper().startswith("HYPERLINK") for field in fields)
    touched = [piece for piece in view.pieces if piece.start < end and piece.end > start]
    if in_field or any(child.tag not in _REWRITABLE for piece in touched for child in piece.r):
        raise EditsError(
            f"{quoted(view.text)}: somebody else's change of format is on {quoted(view.text[start:end])} already, and "
            "it can have only one; accept or reject theirs first, or leave the format as it is"
        )
    (made,) = change_text(p, (TextEdit(start, end, view.text[start:end]),), stamp)
    for r in made.last.iter(w("r")):
        old = r.find(w("rPr"))
        if old is not None:
            r.remove(old)
        properties = etree.Element(w("rPr"))
        properties.extend(_stated(rPr))
        put_in_order(properties)
        r.insert(0, properties)


def _stated(rPr: etree._Element | None) -> list[etree._Element]:
    return [] if rPr is None else [deepcopy(child) for child in rPr if child.tag != w("rPrChange")]
