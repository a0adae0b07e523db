"""Cutting runs, and the revisions around them, so that a stretch of text or a place between two stands alone."""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from app.ooxml.names import XML, w
from app.ooxml.order import put_in_order
from app.ooxml.runs import Piece

_SPACE = f"{{{XML}}}space"
_UNSEEN = frozenset((w("softHyphen"), w("lastRenderedPageBreak")))  # go with the text beside them
REVISION_WRAPPERS = frozenset((w("ins"), w("moveTo"), w("del"), w("moveFrom")))


class Ids:
    """Gives ids for annotations that no other in the package has.

    Attributes:
        revisions: Ids given to revisions of ours.
    """

    def __init__(self, taken: set[str]) -> None:
        self.revisions: set[str] = set()
        self._taken = taken
        self._last = 0

    def new(self) -> str:
        """Return the least number that is not taken; no two calls give the same."""
        self._last += 1
        while str(self._last) in self._taken:
            self._last += 1
        return str(self._last)

    def new_revision(self) -> str:
        """Return a new id for a revision of ours."""
        number = self.new()
        self.revisions.add(number)
        return number

    def new_part(self, number: str | None) -> str:
        """Return a new id for one part of the revision `number`, which is cut in two and stays whose it is."""
        return self.new_revision() if number in self.revisions else self.new()


def run_properties(holder: etree._Element | None) -> etree._Element | None:
    """Return a copy of the run properties in a run or a `w:pPr`, for new text: without revisions in them."""
    rPr = None if holder is None else holder.find(w("rPr"))
    if rPr is None:
        return None
    rPr = deepcopy(rPr)
    rPr.tail = None
    for child in list(rPr.iterchildren(*REVISION_WRAPPERS, w("rPrChange"))):
        rPr.remove(child)
    put_in_order(rPr)
    for child in list(rPr):
        before = child.getprevious()
        if before is not None and etree.tostring(before) == etree.tostring(child):  # said twice, which no schema allows
            rPr.remove(child)
    return rPr if len(rPr) else None


def set_text(t: etree._Element, text: str) -> None:
    """Put `text` into a `w:t` or `w:delText` so that blanks at its ends are kept."""
    t.text = text
    if text != text.strip():
        t.set(_SPACE, "preserve")


def isolate(pieces: Sequence[Piece], start: int, end: int) -> tuple[etree._Element, ...]:
    """Cut runs so that the characters [start, end) stand in runs of their own; return these runs."""
    touched = [piece for piece in pieces if piece.start < end and piece.end > start]
    return isolate_children([_cut_piece(piece, start, end) for piece in touched])


def isolate_children(children: Sequence[etree._Element]) -> tuple[etree._Element, ...]:
    """Cut runs so that these children of theirs stand in runs of their own; return these runs."""
    wanted = set(children)
    runs = dict.fromkeys(parent for child in children if (parent := child.getparent()) is not None)
    return tuple(part for r in runs for part in _grouped(r, wanted))


def cut_run_before(child: etree._Element) -> etree._Element:
    """Return the run that begins with `child`, cutting the one it stands in if anything is before it.

    Both parts keep an earlier revision of the run's format under its own id: it is still one revision.
    """
    r = parent_of(child)
    if all(before.tag == w("rPr") for before in child.itersiblings(preceding=True)):
        return r
    right = etree.Element(r.tag, dict(r.attrib))
    rPr = r.find(w("rPr"))
    if rPr is not None:
        rPr = deepcopy(rPr)
        put_in_order(rPr)
        right.append(rPr)
    right.extend([child, *child.itersiblings()])
    r.addnext(right)
    return right


def cut_text(t: etree._Element, offset: int) -> etree._Element:
    """Cut a `w:t` in two at `offset`; return the new one that holds what follows."""
    text = t.text or ""
    right = etree.Element(t.tag, dict(t.attrib))
    set_text(t, text[:offset])
    set_text(right, text[offset:])
    t.addnext(right)
    return right


def put_before(element: etree._Element, new: etree._Element, ids: Ids) -> None:
    """Put `new` before `element`, outside of any revision, which is cut in two where it reaches further left."""
    parent = parent_of(element)
    while parent.tag in REVISION_WRAPPERS:
        if element.getprevious() is None:
            element = parent
        else:
            right = etree.Element(parent.tag, dict(parent.attrib))
            right.set(w("id"), ids.new_part(parent.get(w("id"))))
            right.extend([element, *element.itersiblings()])
            parent.addnext(right)
            element = right
        parent = parent_of(element)
    element.addprevious(new)


def put_after(element: etree._Element, new: etree._Element, ids: Ids) -> None:
    """Put `new` after `element`, outside of any revision, which is cut in two where it reaches further right."""
    while parent_of(element).tag in REVISION_WRAPPERS:
        following = element.getnext()
        if following is not None:
            put_before(following, new, ids)
            return
        element = parent_of(element)
    element.addnext(new)


def _cut_piece(piece: Piece, start: int, end: int) -> etree._Element:
    """Return the child of a run that shows the part of `piece` in [start, end)."""
    element = piece.element
    if element.tag == w("t"):
        if piece.end > end:
            cut_text(element, end - piece.start)
        if piece.start < start:
            return cut_text(element, start - piece.start)
    return element


def _grouped(r: etree._Element, wanted: set[etree._Element]) -> Iterator[etree._Element]:
    """Cut `r` wherever children that are wanted meet such that are not; give the runs of those that are."""
    cuts: list[tuple[etree._Element, bool]] = []
    for child in r:
        if child.tag == w("rPr") or (cuts and child.tag in _UNSEEN):
            continue
        is_wanted = child in wanted
        if not cuts or cuts[-1][1] != is_wanted:
            cuts.append((child, is_wanted))
    parts = [(cut_run_before(child), is_wanted) for child, is_wanted in reversed(cuts)]
    return (part for part, is_wanted in reversed(parts) if is_wanted)


def parent_of(element: etree._Element) -> etree._Element:
    """Return the parent of an element that has one."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("an element that is to be cut stands in no tree")
    return parent
