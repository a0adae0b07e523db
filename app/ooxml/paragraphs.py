"""Whole paragraphs inserted and deleted as tracked changes, by the revision of their mark (17.13.5.20, .15)."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from app.ooxml.cuts import isolate, run_properties
from app.ooxml.looks import canonical
from app.ooxml.manner import (
    MARK_PROPERTIES,
    Manner,
    copied_properties,
    mark_properties,
    own_properties,
    properties_of,
)
from app.ooxml.marks import Stamp, deleted, inserted, new_run, own_runs
from app.ooxml.names import w
from app.ooxml.order import put_in_order
from app.ooxml.runs import read_text

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_BLOCKS = frozenset((w("p"), w("tbl"), w("sdt"), w("customXml"), w("altChunk")))
_REVISIONS_IN_PROPERTIES = tuple(
    map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "numberingChange", "sectPrChange"))
)


@dataclass(frozen=True, slots=True)
class NewText:
    """What a new paragraph says, and in which manner.

    Attributes:
        marker: Number to type before it; "" for none.
        heading: The part of `text` at its start that is set as a heading; "" for none.
    """

    text: str
    manner: Manner
    marker: str = ""
    heading: str = ""

    @property
    def runs(self) -> tuple[tuple[str, etree._Element | None], ...]:
        """The text in stretches, with their run properties: marker, heading, and what follows."""
        marker = f"{self.marker}{self.manner.gap}" if self.marker else ""
        rest = self.text[len(self.heading) :]
        stretches = (
            (marker, self.manner.marker),
            (self.heading, self.manner.heading),
            (rest, self.manner.body),
        )
        return tuple((text, rPr) for text, rPr in stretches if text)


@dataclass(frozen=True, slots=True)
class Deleted:
    """What the deletion of a paragraph became: the `w:del` of its text, and whether its mark goes with it."""

    marks: tuple[etree._Element, ...]
    is_whole: bool


def insert_paragraphs(after: etree._Element, texts: Sequence[NewText], stamp: Stamp) -> tuple[etree._Element, ...]:
    """Insert paragraphs after `after`; return the `w:ins` that hold their text.

    The mark of an inserted paragraph is inserted too, so that rejecting joins what is left of it (nothing) to the
    paragraph that follows. At the end of a story, cell or section no paragraph follows, and its last mark cannot
    go: there the mark of `after` counts as inserted, and the last new paragraph takes over the old one. So it is
    where both have the same properties, as when someone types on at the end of `after` in Word; readers that join
    paragraphs the other way, LibreOffice among them, then count the paragraphs that follow rightly.
    """
    new = [_built(text, stamp) for text in texts]
    paragraphs = [p for p, _ in new]
    put_paragraphs(paragraphs, after, stamp, hands_over=takes_over_mark(after) or _goes_on(after, paragraphs[-1]))
    return tuple(mark for _, mark in new)


def put_paragraphs(
    new: Sequence[etree._Element], after: etree._Element, stamp: Stamp, tag: str = "ins", *, hands_over: bool
) -> None:
    """Put new paragraphs after `after`, their marks with revisions `tag`; what they hold must be in revisions."""
    position = after
    for p in new:
        stamp.sign(p)
        position.addnext(p)
        position = p
    marked = list(new)
    if hands_over:
        _hand_over_mark(after, position, stamp)
        marked = [after, *new[:-1]]
    for p in marked:
        mark_properties(p).insert(0, stamp.mark(tag))


def takes_over_mark(after: etree._Element) -> bool:
    """Return whether the last paragraph inserted after `after` takes over its mark, for that cannot go."""
    return next_block(after) is None or after.find(f"{w('pPr')}/{w('sectPr')}") is not None


def _goes_on(after: etree._Element, last: etree._Element) -> bool:
    """Return whether two paragraphs have the same properties, and nobody has changed those of `after` or its mark."""
    pPr, wanted = after.find(w("pPr")), last.find(w("pPr"))
    if pPr is not None and next(pPr.iter(*_REVISIONS_IN_PROPERTIES), None) is not None:
        return False
    return canonical(own_properties(pPr)) == canonical(own_properties(wanted))


def end_of_joined(p: etree._Element) -> etree._Element:
    """Return the paragraph that holds the end of `p`: a later one where others deleted the marks between.

    What is inserted after such a mark would be joined to `p` once their deletion is accepted.
    """
    while _mark_is_deleted(p) and read_text(p).text:
        following = next_block(p)
        if following is None or following.tag != w("p"):
            break
        p = following
    return p


def delete_paragraph(p: etree._Element, stamp: Stamp) -> Deleted:
    """Delete the text of `p`, and its mark where another paragraph can take its place.

    Left standing are text boxes, and the marks of a field that reaches into other paragraphs.
    """
    runs = list(own_runs(p))
    kinds = Counter(mark.get(w("fldCharType")) for r in runs for mark in r.iterchildren(w("fldChar")))
    if kinds["begin"] != kinds["end"]:
        view = read_text(p)
        runs = list(isolate(view.pieces, 0, len(view.text)))
    marks = deleted(runs, stamp)
    is_whole = _mark_can_go(p, stamp.ids.revisions)
    if is_whole:
        delete_mark(p, stamp)
    return Deleted(marks, is_whole)


def delete_mark(p: etree._Element, stamp: Stamp) -> None:
    """Mark the mark of `p` as deleted, inside an insertion of it."""
    properties = mark_properties(p)
    place = sum(child.tag == w("ins") for child in properties)
    properties.insert(place, stamp.mark("del"))


def _built(text: NewText, stamp: Stamp) -> tuple[etree._Element, etree._Element]:
    """Return a paragraph that says `text`, and the `w:ins` in it that holds its words."""
    p = etree.Element(w("p"))
    if text.manner.pPr is not None:
        p.append(deepcopy(text.manner.pPr))
    if text.manner.mark is not None:
        mark_properties(p).extend(deepcopy(text.manner.mark))
    mark = inserted([new_run(said, rPr) for said, rPr in text.runs], stamp)
    p.append(mark)
    return p, mark


def _hand_over_mark(p: etree._Element, last: etree._Element, stamp: Stamp) -> None:
    """Give the mark of `p`, with all its properties, to `last`; leave `p` a copy that is like it."""
    last.text = p.text  # blanks between elements
    old = p.find(w("pPr"))
    wanted = last.find(w("pPr"))
    if wanted is not None:
        last.remove(wanted)
    if old is not None:
        p.remove(old)
        last.insert(0, old)
    own = own_properties(old)
    if own is not None:
        p.insert(0, own)
    mark = run_properties(old)
    if mark is not None:
        mark_properties(p).extend(mark)
    if can_restyle(last):
        restyle(last, copied_properties(wanted), stamp)


def can_restyle(p: etree._Element) -> bool:
    """Return whether the properties of `p` can be changed: others have not changed them, nor its number.

    Properties keep one change, with the properties before it (17.13.5.29); a second would take the place of theirs.
    """
    changes = (w("pPrChange"), f"{w('numPr')}/{w('ins')}", f"{w('numPr')}/{w('numberingChange')}")
    return all(p.find(f"{w('pPr')}/{path}") is None for path in changes)


def restyle(p: etree._Element, wanted: etree._Element | None, stamp: Stamp) -> None:
    """Change the properties of `p` to those wanted as a tracked change, where they differ."""
    if canonical(own_properties(p.find(w("pPr")))) == canonical(own_properties(wanted)):
        return
    pPr = properties_of(p)
    change, before = stamp.mark("pPrChange"), etree.Element(w("pPr"))
    change.append(before)
    before.extend([child for child in pPr if child.tag not in MARK_PROPERTIES])
    put_in_order(before)
    new = own_properties(wanted)
    for place, child in enumerate([] if new is None else list(new)):
        pPr.insert(place, child)
    pPr.append(change)


def next_block(p: etree._Element, *, preceding: bool = False) -> etree._Element | None:
    """Return the paragraph, table or content control after `p` in the same container, or before it; None for none."""
    return next((block for block in p.itersiblings(preceding=preceding) if block.tag in _BLOCKS), None)


def _mark_can_go(p: etree._Element, ours: Collection[str]) -> bool:
    """Return whether the mark of `p` can be deleted too, once its text is by revisions with the ids `ours`.

    Nothing must be left that shows, no words of the paragraph before it either, and a paragraph must follow to take
    what is left; beside a table nothing at all may be left, such as what others deleted, here or in what is joined to
    it.
    """
    if _mark_is_deleted(p) or p.find(f"{w('pPr')}/{w('sectPr')}") is not None or _is_joined_to(p, ours):
        return False
    runs_left = (r for r in own_runs(p) if any(child.tag != w("rPr") for child in r))
    formulas_left = (each for each in p.iter(_MATH) if next(each.iterancestors(w("del"), w("moveFrom")), None) is None)
    shows = next(runs_left, None) is not None or next(formulas_left, None) is not None
    following, preceding = next_block(p), next_block(p, preceding=True)
    if shows or following is None:
        return False
    if following.tag == w("tbl"):
        held = (mark for each in (p, *_joined_to(p)) for mark in each.iter(w("del"), w("moveFrom")))
        is_ours = all(mark.get(w("id")) in ours for mark in held)
        return is_ours and (preceding is None or preceding.tag == w("p"))
    return following.tag == w("p")


def _mark_is_deleted(p: etree._Element) -> bool:
    return _deletion_of_mark(p) is not None


def _deletion_of_mark(p: etree._Element) -> etree._Element | None:
    found = (p.find(f"{w('pPr')}/{w('rPr')}/{w(tag)}") for tag in ("del", "moveFrom"))
    return next((mark for mark in found if mark is not None), None)


def _is_joined_to(p: etree._Element, ours: Collection[str]) -> bool:
    """Return whether words before `p` will stand in it, for somebody deleted the mark between.

    Where that is a deletion with an id of `ours` there are none, nor before: else it would not have been made.
    """
    for each in _joined_to(p):
        deletion = _deletion_of_mark(each)
        if deletion is not None and deletion.get(w("id")) in ours:
            return False
        if read_text(each).text:
            return True
    return False


def _joined_to(p: etree._Element) -> Iterator[etree._Element]:
    """Give the paragraphs before `p`, the nearest first, of which what is left will stand in it."""
    preceding = next_block(p, preceding=True)
    while preceding is not None and preceding.tag == w("p") and _mark_is_deleted(preceding):
        yield preceding
        preceding = next_block(preceding, preceding=True)
