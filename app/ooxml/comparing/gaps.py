"""Places in a line where something new comes in: beside runs, links and content controls, and between paragraphs."""

from bisect import bisect_right
from collections.abc import Sequence

from lxml import etree

from app.ooxml.comparing.inline import HOLDERS, Line
from app.ooxml.comparing.line_edits import PILCROW, Edit, Lines
from app.ooxml.cuts import REVISION_WRAPPERS, cut_run_before, cut_text, parent_of, put_after
from app.ooxml.manner import mark_properties
from app.ooxml.marks import Stamp
from app.ooxml.names import w


class Gap:
    """A place in a line, kept by an element that stands there as long as something is put in."""

    def __init__(self, line: Line, offset: int, wanted: str, stamp: Stamp) -> None:
        self._stamp = stamp
        self._anchor = etree.Element("gap")
        left, right = _beside(line, offset)
        if left is not None and left is right:
            place = offset - next(line.within(offset, offset + 1)).start
            is_cut = len(left.text or "") == place
            right = parent_of(left).getnext() if is_cut else cut_text(left, place)
        if left is not None:
            run = parent_of(left)
            following = left.getnext()
            if run.tag == w("r") and following is not None:
                cut_run_before(following)
            element = run if run.tag == w("r") else left
            if wanted and _is_in(right, wanted) and not _is_in(left, wanted):
                self._put_before(right)
            else:
                other = left if wanted and _is_in(left, wanted) else right
                put_after(_below_common(element, other), self._anchor, stamp.ids)
        elif right is not None:
            self._put_before(right, outside=not wanted)
        else:
            line.p.append(self._anchor)

    def _put_before(self, child: etree._Element | None, *, outside: bool = False) -> None:
        if child is not None:
            run = cut_run_before(child) if parent_of(child).tag == w("r") else child
            (_below_common(run, None) if outside else run).addprevious(self._anchor)

    def put(self, mark: etree._Element) -> None:
        """Put a revision here, to the left of what was put before."""
        self._anchor.addnext(mark)

    def cut(self, new: etree._Element) -> None:
        """Put all that is to the left into `new`, a paragraph before this one whose mark is inserted."""
        p = parent_of(self._anchor)
        self._stamp.sign(new)
        mark_properties(new).insert(0, self._stamp.mark("ins"))
        for child in list(p):
            if child is self._anchor:
                break
            if child.tag != w("pPr"):
                new.append(child)
        new.append(self._anchor)
        p.addprevious(new)

    def close(self) -> None:
        """Take the element out again."""
        parent_of(self._anchor).remove(self._anchor)


def holder_of(new: Lines, edit: Edit) -> str:
    """Return in what an edit puts its first words: the tag of a link or content control; "" for neither."""
    number = bisect_right(new.starts, edit.new_start) - 1
    local = edit.new_start - new.starts[number]
    atom = next(new.lines[number].within(local, local + 1), None)
    is_held = edit.new_start < edit.new_end and atom is not None and bool(atom.holders)
    return str(atom.holders[0].tag) if is_held and atom is not None else ""


def fits(line: Line, offset: int, wanted: str) -> bool:
    """Return whether what comes in at a place can be in what it is `wanted` in, or in nothing where that is ""."""
    sides = _beside(line, offset)
    if wanted:
        return any(_is_in(side, wanted) for side in sides)
    around = [set() if side is None else set(side.iterancestors(*HOLDERS)) for side in sides]
    return not set.intersection(*around)


def _is_in(child: etree._Element | None, tag: str) -> bool:
    return child is not None and next(child.iterancestors(tag), None) is not None


def can_split(old: Lines, edits: Sequence[Edit], new: Lines) -> bool:
    """Return whether a paragraph can be cut in two wherever a mark comes in: not within a link or control."""
    text = new.text
    return all(_is_open(*old.at(edit.end)) for edit in edits if PILCROW in text[edit.new_start : edit.new_end])


def _beside(line: Line, offset: int) -> tuple[etree._Element | None, etree._Element | None]:
    """Return what ends and what begins at a place of a line; the same where it is within one."""
    left = next((atom for atom in reversed(line.atoms) if atom.start < offset), None)
    right = next((atom for atom in line.atoms if atom.end > offset), None)
    return (None if left is None else left.children[-1]), (None if right is None else right.children[0])


def _is_open(line: Line, offset: int) -> bool:
    """Return whether the paragraph can be cut in two at a place: nothing but revisions reaches over it."""
    left, right = _beside(line, offset)
    if left is None or right is None:
        return True
    around = set(right.iterancestors())
    return all(
        each.tag in (*REVISION_WRAPPERS, w("r"), w("p"))
        for each in left.iterancestors()
        if each in around and next(each.iterancestors(w("p")), None) is line.p
    )


def _below_common(element: etree._Element, other: etree._Element | None) -> etree._Element:
    """Return what is around `element` and stands, with `other` outside of it, in what is around both."""
    around = set() if other is None else set(other.iterancestors())
    while (holder := element.getparent()) is not None and holder.tag != w("p") and holder not in around:
        element = holder
    return element
