"""Earlier tracked changes of Word files (ECMA-376-1 17.13.5)."""

from collections.abc import Iterator

from lxml import etree

from app.intake.docx.flow import Found
from app.model.marks import Revision, RevisionKind
from app.model.span import Span
from app.ooxml.names import w
from app.ooxml.runs import ParagraphText
from app.ooxml.styles import Properties

_KINDS: dict[str, RevisionKind] = {
    w("ins"): "insertion",
    w("del"): "deletion",
    w("moveTo"): "moved-to",
    w("moveFrom"): "moved-from",
}
_MARK_KINDS: dict[str, RevisionKind] = {
    w("ins"): "mark-insertion",
    w("moveTo"): "mark-insertion",
    w("del"): "mark-deletion",
    w("moveFrom"): "mark-deletion",
}
_ROW_KINDS: dict[str, RevisionKind] = {w("ins"): "row-insertion", w("del"): "row-deletion"}
_ANY = (*_KINDS, w("rPrChange"), w("pPrChange"))
_LOOK, _FORMAT, _MARK, _LISTED = w("rPrChange"), w("pPrChange"), w("rPr"), w("numPr")
_ROW_PROPERTIES = w("trPr")
_AUTHOR, _DATE = w("author"), w("date")


def has_revisions(root: etree._Element) -> bool:
    """Return whether a part holds any revision."""
    return next(root.iter(*_ANY), None) is not None


def revisions_of(found: Found, read: ParagraphText, properties: Properties, base: int) -> list[Revision]:
    """Return the revisions of a paragraph whose text, `read`, begins at `base`, in the order of their places.

    Of a paragraph that its view leaves out they are all at `base`.
    """
    length = 0 if found.left_out else len(read.text)
    revisions = [_revision(change, kind, base, base) for change, kind in _row_changes(found)]
    revisions += [
        _revision(each.element, _KINDS[tag], base + min(each.start, length), base + min(each.end, length), each.words)
        for each in read.stretches
        if (tag := str(each.element.tag)) in _KINDS
    ]
    for piece in read.pieces:
        look = None if piece.rPr is None else _last(piece.rPr, _LOOK)
        if look is not None:
            start, end = min(piece.start, length), min(piece.end, length)
            revisions.append(_revision(look, "formatting", base + start, base + end))
    if _FORMAT in properties:
        revisions.append(_revision(properties[_FORMAT], "formatting", base, base + length))
    revisions += [_revision(change, kind, base + length, base + length) for change, kind in _mark_changes(properties)]
    revisions.sort(key=lambda each: (each.span.start, -each.span.end))
    return revisions


def _row_changes(found: Found) -> Iterator[tuple[etree._Element, RevisionKind]]:
    for row in found.rows:
        for properties in row.iterchildren(_ROW_PROPERTIES):
            for change in properties.iterchildren(*_ROW_KINDS):
                yield change, _ROW_KINDS[str(change.tag)]


def _mark_changes(properties: Properties) -> Iterator[tuple[etree._Element, RevisionKind]]:
    """Yield the revisions of the mark of a paragraph, of its look and of its place in a list."""
    for change in properties.get(_MARK, ()):
        tag = str(change.tag)
        if tag in _MARK_KINDS:
            yield change, _MARK_KINDS[tag]
        elif tag == _LOOK:
            yield change, "formatting"
    for change in properties.get(_LISTED, ()):
        if change.tag == w("ins"):
            yield change, "formatting"


def _last(properties: etree._Element, tag: str) -> etree._Element | None:
    """Return the last of some properties if it has that tag: a revision of looks stands there."""
    return properties[-1] if len(properties) and properties[-1].tag == tag else None


def _revision(change: etree._Element, kind: RevisionKind, start: int, end: int, words: str = "") -> Revision:
    return Revision(Span(start, end), kind, change.get(_AUTHOR, ""), change.get(_DATE, ""), words)
