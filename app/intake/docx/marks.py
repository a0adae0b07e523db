"""What stands at the words of a paragraph of a Word file: looks, links, fields, bookmarks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from app.model.document import View
from app.model.marks import FieldResult, Link, TextStyle
from app.model.span import Span
from app.ooxml.names import R, w
from app.ooxml.runs import ParagraphText, Point
from app.ooxml.styles import Styles, former_look

_RELATIONSHIP = f"{{{R}}}id"
_LONGEST = 2_000  # characters of an address
_HYPERLINK, _BOOKMARK = w("hyperlink"), w("bookmarkStart")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_TO_BOOKMARKS = ("REF", "PAGEREF", "NOTEREF")
_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_EDITING_PLACE = "_GoBack"  # where the author last typed


class Part(NamedTuple):
    """What the paragraphs of one part of a package need to be read.

    Attributes:
        targets: Where its relationships lead, by their id.
        revised: Whether it holds earlier revisions.
    """

    name: str
    styles: Styles
    targets: Mapping[str, str]
    view: View
    revised: bool


def looks_of(read: ParagraphText, base: int, style: str, part: Part) -> Iterator[TextStyle]:
    """Yield the emphasised or hidden stretches of a paragraph in that `style`; neighbours that look the same are one.

    Here and below, the text of the paragraph begins at `base` of the text that offsets count in.
    """
    styles, view = part.styles, part.view
    start = end = 0
    open_look: tuple[bool | None, ...] = ()
    for piece in read.pieces:
        look = styles.emphasis(style, piece.rPr if view != "original" else former_look(piece.rPr))
        if look != open_look:
            if any(open_look):
                yield TextStyle(Span(base + start, base + end), *map(bool, open_look))
            start, open_look = piece.start, look
        end = piece.end
    if any(open_look):
        yield TextStyle(Span(base + start, base + end), *map(bool, open_look))


def links_of(read: ParagraphText, base: int, part: Part) -> Iterator[Link]:
    """Yield the words that lead elsewhere, and the references to notes, which have no width."""
    for stretch in read.stretches:
        if stretch.element.tag == _HYPERLINK and stretch.start < stretch.end:
            target = _target(stretch.element, part.targets)
            if target:
                yield Link(Span(base + stretch.start, base + stretch.end), target)
    for field in read.results:
        target = field_target(field.instruction)
        if target and field.span.start < field.span.end:
            yield Link(_moved(field.span, base), target)
    for point in read.points:
        note = _NOTES.get(str(point.element.tag))
        if note:
            at = base + point.offset
            yield Link(Span(at, at), f"#{note}-{point.element.get(w('id'), '')}")


def field_target(instruction: str) -> str:
    """Return where a field of that instruction leads: "#bookmark", an address, or "" for nowhere (17.16.5)."""
    words = [quoted.replace("\\\\", "\\") or plain for quoted, plain in _WORDS.findall(instruction)]
    kind = words[0].upper() if words else ""
    if kind in _TO_BOOKMARKS and len(words) > 1 and not words[1].startswith("\\"):
        return f"#{words[1]}"
    if kind != "HYPERLINK":
        return ""
    address = words[1] if len(words) > 1 and not words[1].startswith("\\") else ""
    place = next((after for word, after in pairwise(words) if word.lower() == "\\l"), "")
    return f"{address}#{place}" if place else address


def fields_of(read: ParagraphText, base: int) -> Iterator[FieldResult]:
    """Yield the fields."""
    for field in read.results:
        yield FieldResult(_moved(field.span, base), field.instruction)


def names_of(points: Sequence[Point]) -> Iterator[str]:
    """Yield the bookmarks that begin at `points`."""
    for point in points:
        if point.element.tag == _BOOKMARK:
            name = point.element.get(w("name"), "")
            if name and name != _EDITING_PLACE:
                yield name


def _target(hyperlink: etree._Element, targets: Mapping[str, str]) -> str:
    address = targets.get(hyperlink.get(_RELATIONSHIP, ""), "")[:_LONGEST]
    anchor = hyperlink.get(w("anchor"), "")
    return f"{address}#{anchor}" if anchor else address


def _moved(span: Span, base: int) -> Span:
    return Span(span.start + base, span.end + base) if base else span
