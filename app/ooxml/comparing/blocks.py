"""Paragraphs and tables of one place, such as the body or a cell, changed to those of another as tracked changes."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from app.ooxml.comparing.carrying import Carrier
from app.ooxml.comparing.deletions import delete_things
from app.ooxml.comparing.inline import SIGN, Atom, Line, LineReader
from app.ooxml.comparing.line_edits import Edit, Lines, edits_between
from app.ooxml.comparing.lines import LineChanger
from app.ooxml.comparing.rows import cells_of, is_gone, new_row, row_text, rows_of, spans_of
from app.ooxml.comparing.steps import SECTION, Block, Step, aligned_texts, anchors_of, joined, moves_of, steps_between
from app.ooxml.forms import source
from app.ooxml.marks import Stamp, inserted, own_runs
from app.ooxml.moves import move_paragraphs, new_name
from app.ooxml.names import w
from app.ooxml.paragraphs import delete_mark, delete_paragraph, next_block, put_paragraphs
from app.ooxml.rows import delete_row

_TABLE = "\U00100001"  # stands before the words of a table, private use
_HOLDERS = frozenset(map(w, ("sdt", "sdtContent", "customXml")))
_INSERTIONS = frozenset((w("ins"), w("moveTo")))  # some programs put them around whole paragraphs
_SAVED = re.compile(rb' w:rsid\w*="[^"]*"| w14:(?:para|text)Id="[^"]*"')
_BOX = w("txbxContent")


class BlockChanger:
    """Changes what a place of the old version holds to what a place of the new one holds.

    Attributes:
        things: Pictures, notes and fields that stand on both sides, in the order in which they were found.
    """

    def __init__(
        self,
        old_reader: LineReader,
        new_reader: LineReader,
        carrier: Carrier,
        own: Carrier,
        changer: LineChanger,
        stamp: Stamp,
        names: set[str],
    ) -> None:
        self._old_reader = old_reader
        self._new_reader = new_reader
        self._carrier = carrier
        self._own = own  # carries from the old version to itself
        self._changer = changer
        self._stamp = stamp
        self._names = names
        self.things: list[tuple[Atom, Atom]] = []

    def change(self, old_holder: etree._Element, new_holder: etree._Element) -> None:
        """Change the blocks of `old_holder` to those of `new_holder`."""
        old, new = self._blocks(old_holder, self._old_reader), self._blocks(new_holder, self._new_reader)
        if not old:
            return
        steps = steps_between(old, new)
        anchors = anchors_of(steps, old)
        groups = moves_of(steps, anchors)
        for step, anchor in reversed(list(zip(steps, anchors, strict=True))):
            if step.stays:
                self._become(step, old, new)
            elif step.is_moved:
                if step in groups:
                    self._move(groups[step], old_holder if anchor is None else anchor, old, new)
            elif step.old:
                self._delete(old[step.old[0]])
            else:
                self._insert(new[step.new[0]], old_holder if anchor is None else anchor)
        self._change_boxes()

    def _blocks(self, holder: etree._Element, reader: LineReader) -> list[Block]:
        """Return the blocks of a place as they stand with earlier revisions accepted."""
        blocks: list[Block] = []
        running: list[Line] = []  # paragraphs whose mark an earlier revision takes away
        for element in _flat(holder):
            if element.tag == w("tbl"):
                blocks += [Block(line.p, line.text, Lines((line,))) for line in running if line.text]
                running = []
                rows = [tr for tr in rows_of(element) if not is_gone(tr)]
                if rows:
                    blocks.append(Block(element, _TABLE + " ".join(row_text(tr, reader) for tr in rows)))
                continue
            line = reader.read(element)
            running.append(line)
            if _has_mark(element):
                lines = (*(each for each in running[:-1] if each.text), line)
                whole = Lines(lines, joined=True)
                blocks.append(Block(element, whole.text, whole))
                running = []
        return blocks + [Block(line.p, line.text, Lines((line,))) for line in running if line.text]

    def _become(self, step: Step, old: Sequence[Block], new: Sequence[Block]) -> None:
        first, other = old[step.old[0]], new[step.new[0]]
        if first.lines is None or other.lines is None:
            self._change_table(first.element, other.element)
            return
        if len(step.old) == len(step.new) == 1 and self._is_written_alike(first, other):
            return
        ours, theirs = joined([old[i] for i in step.old]), joined([new[j] for j in step.new])
        kept = joined([old[i] for i in step.old[: len(step.old) - step.tail]])
        edits = list(edits_between(kept.text, theirs.text))
        if step.tail:
            start, end = len(kept.text), len(ours.text)
            if edits and edits[-1].end == start:
                edits[-1] = Edit(edits[-1].start, end, edits[-1].new_start, edits[-1].new_end)
            else:
                edits.append(Edit(start, end, len(theirs.text), len(theirs.text)))
        self.things += self._changer.change(ours, theirs, edits)

    def _is_written_alike(self, one: Block, other: Block) -> bool:
        """Return whether two paragraphs are the same letter by letter, and mean the same, as most do."""
        if one.text != other.text or SIGN.search(one.text) or _written(one.element) != _written(other.element):
            return False
        return self._carrier.means_the_same(other.element)

    def _delete(self, block: Block) -> None:
        if block.lines is None:
            for tr in rows_of(block.element):
                delete_row(tr, self._stamp)
        else:
            for line in reversed(block.lines.lines):
                delete_things(line.p, self._stamp)
                deleted = delete_paragraph(line.p, self._stamp)
                if not deleted.is_whole and _can_be_given_up(line.p):
                    delete_mark(line.p, self._stamp)

    def _insert(self, block: Block, after: etree._Element) -> None:
        """Insert a block after another, or at the beginning of a place."""
        if block.lines is None:
            new = self._new_table(block.element)
        else:
            new = self._new_paragraph(block.lines.lines[0])
            if after.tag == w("p"):
                put_paragraphs([new], after, self._stamp, hands_over=next_block(after) is None)
                self._changer.give_mark_look(new, block.element)  # where it took over another mark
                return
            self._mark(new)
        if after.tag in (w("p"), w("tbl")):
            after.addnext(new)
        else:
            next(_flat(after)).addprevious(new)

    def _mark(self, p: etree._Element) -> None:
        """Mark the mark of a new paragraph as inserted."""
        holder = etree.Element(w("body"))
        before = etree.SubElement(holder, w("p"))
        put_paragraphs([p], before, self._stamp, hands_over=False)

    def _new_paragraph(self, line: Line) -> etree._Element:
        p = self._carrier.paragraph(line.p)
        runs = self._carrier.runs(line, 0, len(line.text))
        if runs:
            p.append(inserted(runs, self._stamp))
        return p

    def _new_table(self, table: etree._Element) -> etree._Element:
        new = etree.Element(w("tbl"))
        for tag in ("tblPr", "tblGrid"):
            properties = table.find(w(tag))
            if properties is not None:
                new.append(deepcopy(properties))
        self._carrier.name_styles(new)
        for tr in rows_of(table):
            new.append(self._new_row(tr))
        return new

    def _new_row(self, tr: etree._Element) -> etree._Element:
        new = new_row(tr, self._stamp)
        for tc, wanted in zip(new.iterchildren(w("tc")), cells_of(tr), strict=True):
            for element in _flat(wanted):
                if element.tag == w("tbl"):
                    tc.append(self._new_table(element))
                else:
                    p = self._new_paragraph(self._new_reader.read(element))
                    self._mark(p)
                    tc.append(p)
        return new

    def _change_table(self, old: etree._Element, new: etree._Element) -> None:
        ours = [tr for tr in rows_of(old) if not is_gone(tr)]
        theirs = rows_of(new)
        texts = [row_text(tr, self._old_reader) for tr in ours], [row_text(tr, self._new_reader) for tr in theirs]
        steps: list[Step] = []
        for each in aligned_texts(*texts):
            paired = not each.is_moved and bool(each.old and each.new)
            if paired and spans_of(ours[each.old[0]]) == spans_of(theirs[each.new[0]]):
                steps += [Step(each.old[:1], each.new[:1])]
                steps += [Step((i,), ()) for i in each.old[1:]]
                steps += [Step((), (j,)) for j in each.new[1:]]
            else:
                steps += [Step((i,), ()) for i in each.old]
                steps += [Step((), (j,)) for j in each.new]
        anchor: etree._Element | None = None
        anchored = []
        for step in steps:
            anchor = ours[step.old[0]] if step.stays else anchor
            anchored.append((step, anchor))
        for step, after in reversed(anchored):
            if step.stays:
                cells = zip(cells_of(ours[step.old[0]]), cells_of(theirs[step.new[0]]), strict=True)
                for tc, wanted in reversed(list(cells)):
                    self.change(tc, wanted)
            elif step.old:
                delete_row(ours[step.old[0]], self._stamp)
            elif after is not None:
                after.addnext(self._new_row(theirs[step.new[0]]))
            else:
                rows_of(old)[0].addprevious(self._new_row(theirs[step.new[0]]))

    def _move(self, steps: Sequence[Step], after: etree._Element, old: Sequence[Block], new: Sequence[Block]) -> None:
        """Move blocks after another, or to the beginning of a place."""
        sources = [lines.lines[0] for step in steps if (lines := old[step.old[0]].lines) is not None]
        wanted = [lines.lines[0] for step in steps if (lines := new[step.new[0]].lines) is not None]
        if not _can_move(sources, after):
            for step in reversed(steps):
                self._insert(new[step.new[0]], after)
                self._delete(old[step.old[0]])
            return
        copies = []
        for moved, target in zip(sources, wanted, strict=True):
            p = self._carrier.paragraph(target.p)
            self._stamp.sign(p)
            p.extend(self._own.runs(moved, 0, len(moved.text)))
            for r in p.iter(w("r")):
                self._stamp.sign(r)
            copies.append(p)
        name = new_name(self._names)
        self._names.add(name)
        move_paragraphs([moved.p for moved in sources], copies, after, name, self._stamp)
        for p, target in zip(copies, wanted, strict=True):
            line = self._old_reader.read(p)
            edits = edits_between(line.text, target.text)
            self._changer.change(Lines((line,)), Lines((target,)), edits)

    def _change_boxes(self) -> None:
        """Change the text boxes of pictures that stand on both sides."""
        things, self.things = self.things, []
        for one, other in things:
            if one.is_note:
                self.things.append((one, other))
                continue
            boxes, wanted = _boxes(one.element), _boxes(other.element)
            if len(boxes) == len(wanted):
                for box, its in zip(boxes, wanted, strict=True):
                    self.change(box, its)


def _written(p: etree._Element) -> bytes:
    """Return a paragraph as it is written, without what a program writes anew with every save."""
    return _SAVED.sub(b"", source(p))


def _can_move(sources: Sequence[Line], after: etree._Element) -> bool:
    """Return whether paragraphs can be moved after `after` by the rules of moves."""
    if after.tag != w("p"):
        return False
    if any(one.p.getnext() is not other.p for one, other in pairwise(sources)):
        return False
    first, last = sources[0].p, sources[-1].p
    following, before = next_block(last), next_block(first, preceding=True)
    is_beside_table = following is not None and following.tag == w("tbl")
    if following is None or (is_beside_table and (before is None or before.tag != w("p"))):
        return False  # nothing takes what the mark leaves
    if following.tag not in (w("p"), w("tbl")) or next_block(after) is None:
        return False
    return after.getparent() is first.getparent()


def _can_be_given_up(p: etree._Element) -> bool:
    """Return whether the mark of `p`, in which nothing is left, can go: with a section break, or before a control."""
    following = next_block(p)
    if following is None or not _has_mark(p) or any(_shows(r) for r in own_runs(p)):
        return False
    is_section = p.find(SECTION) is not None and following.tag == w("p")
    return is_section or (following.tag in _HOLDERS and p.find(SECTION) is None)


def _shows(r: etree._Element) -> bool:
    return any(child.tag not in (w("rPr"), w("commentReference")) for child in r)


def _flat(holder: etree._Element) -> Iterator[etree._Element]:
    """Give the paragraphs and tables of a place, those in content controls and in insertions around them too."""
    for child in holder:
        if child.tag in (w("p"), w("tbl")):
            yield child
        elif child.tag in _HOLDERS or child.tag in _INSERTIONS:
            yield from _flat(child)


def _has_mark(p: etree._Element) -> bool:
    """Return whether no revision takes the mark of `p` away."""
    return all(p.find(f"{w('pPr')}/{w('rPr')}/{w(tag)}") is None for tag in ("del", "moveFrom"))


def _boxes(thing: etree._Element) -> list[etree._Element]:
    """Return the text boxes of a picture that stand in no other."""
    inside = list(thing.iter(_BOX))
    return [box for box in inside if not any(other in inside for other in box.iterancestors(_BOX))]
