"""Paragraphs and tables of one place, such as the body or a cell, changed to those of another as tracked changes."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from app.ooxml.comparing.carrying import Carrier
from app.ooxml.comparing.inline import SIGN, Atom, Line, LineReader
from app.ooxml.comparing.lines import Edit, LineChanger, Lines, delete_things, edits_between
from app.ooxml.comparing.rows import cells_of, is_gone, new_row, row_text, rows_of, spans_of
from app.ooxml.forms import source
from app.ooxml.marks import Stamp, inserted, own_runs
from app.ooxml.moves import move_paragraphs, new_name
from app.ooxml.names import w
from app.ooxml.paragraphs import delete_mark, delete_paragraph, next_block, put_paragraphs
from app.ooxml.rows import delete_row
from app.text.blocks import Aligned, align_blocks

_TABLE = "\U00100001"  # stands before the words of a table, private use
_HOLDERS = frozenset(map(w, ("sdt", "sdtContent", "customXml")))
_INSERTIONS = frozenset((w("ins"), w("moveTo")))  # some programs put them around whole paragraphs
_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")))
_SECTION = f"{w('pPr')}/{w('sectPr')}"
_BOX = w("txbxContent")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, with those that run on into it, or a table."""

    element: etree._Element
    text: str
    lines: Lines | None = None  # None for a table


@dataclass(frozen=True, slots=True)
class Step:
    """Blocks by their places that become one another.

    Attributes:
        tail: How many of the last of `old` go, with the words that were in them.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool = False
    tail: int = 0

    @property
    def stays(self) -> bool:
        """Whether it stands on both sides and did not move."""
        return bool(self.old and self.new) and not self.is_moved


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
        steps = _steps(old, new)
        anchors = _anchors(steps, old)
        groups = _moves(steps, anchors)
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
        ours, theirs = _joined([old[i] for i in step.old]), _joined([new[j] for j in step.new])
        kept = _joined([old[i] for i in step.old[: len(step.old) - step.tail]])
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
        if one.text != other.text or SIGN.search(one.text) or source(one.element) != source(other.element):
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
        for each in _aligned(*texts):
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


def _steps(old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Return which blocks become which, in an order in which those that stay ascend on both sides."""
    found = _aligned([block.text for block in old], [block.text for block in new])
    steps: list[Step] = []
    for each in _paired_alone([Step(each.old, each.new, each.is_moved) for each in found], old, new):
        ours, theirs = [old[i] for i in each.old], [new[j] for j in each.new]
        fits = not ours or not theirs or _fit(ours, theirs, is_moved=each.is_moved)
        steps += [each] if fits else _apart(each.old, each.new)
    return _with_last(steps, old, new)


def _aligned(old: Sequence[str], new: Sequence[str]) -> list[Aligned]:
    """Return which texts became which; what is the same at either end, as in most cells, is not looked at again."""
    shortest = min(len(old), len(new))
    start = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    rest = shortest - start
    end = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    found = [Aligned((i,), (i,)) for i in range(start)]
    if start + end < max(len(old), len(new)):
        for each in align_blocks(old[start : len(old) - end], new[start : len(new) - end]):
            ours, theirs = (tuple(i + start for i in side) for side in (each.old, each.new))
            found.append(Aligned(ours, theirs, each.is_moved))
    return found + [Aligned((len(old) - i,), (len(new) - i,)) for i in range(end, 0, -1)]


def _paired_alone(steps: Sequence[Step], old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Return steps in which the one paragraph that goes at a place becomes the one that comes, if they share a word."""
    found: list[Step] = []
    for number, step in enumerate(steps):
        around = [each for each in steps[max(0, number - 2) : number + 2] if bool(each.old) != bool(each.new)]
        last = found[-1] if found else None
        alone = len(around) == 2 and last is not None and not last.new and not step.old
        if alone and last is not None and _share_a_word(old[last.old[0]], new[step.new[0]]):
            found[-1] = Step(last.old, step.new)
        else:
            found.append(step)
    return found


def _share_a_word(one: Block, other: Block) -> bool:
    words = (set(re.findall(r"\w+", block.text.lower())) for block in (one, other))
    return one.lines is not None and other.lines is not None and bool(set.intersection(*words))


def _apart(old: Sequence[int], new: Sequence[int]) -> list[Step]:
    return [*(Step((i,), ()) for i in old), *(Step((), (j,)) for j in new)]


def _fit(ours: Sequence[Block], theirs: Sequence[Block], *, is_moved: bool) -> bool:
    """Return whether blocks can become one another: of one kind, and cut or joined where that can be tracked."""
    tables = [block.lines is None for block in (*ours, *theirs)]
    alone = len(ours) == len(theirs) == 1
    if any(tables):
        return all(tables) and alone and not is_moved
    if is_moved:
        return alone and _is_movable(ours[0])
    return alone or _can_be_cut(ours, theirs)


def _can_be_cut(ours: Sequence[Block], theirs: Sequence[Block]) -> bool:
    """Return whether marks can be taken out of `ours` and put in, so that they become `theirs`."""
    if any(block.element.find(_SECTION) is not None for block in (*ours[:-1], *theirs)):
        return False
    if any(one.element.getparent() is not other.element.getparent() for one, other in pairwise(ours)):
        return False
    if any(block.lines is not None and len(block.lines.lines) > 1 for block in ours):
        return False
    lines, wanted = _joined(ours), _joined(theirs)
    return LineChanger.can_split(lines, edits_between(lines.text, wanted.text), wanted)


def _with_last(steps: list[Step], old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """Return steps in which the last paragraph of the place, whose mark cannot go, becomes the last of the new one."""
    end, new_end = len(old) - 1, len(new) - 1
    if not new:
        return steps
    holder = next(step for step in steps if end in step.old)
    if holder.stays or old[end].lines is None or new[new_end].lines is None or next_block(old[end].element) is not None:
        return steps
    wanted = next(step for step in steps if new_end in step.new)
    steps = [
        part
        for step in steps
        for part in (_apart(step.old, step.new) if step.is_moved and step in (holder, wanted) else [step])
    ]
    wanted = next(step for step in steps if new_end in step.new)
    if not wanted.old:
        return [Step((end,), (new_end,)) if step is wanted else step for step in steps if step.old != (end,)]
    rest = range(max(wanted.old) + 1, end + 1)
    if any(old[i].lines is None or old[i].element.find(_SECTION) is not None for i in (*rest, *wanted.old)):
        return steps
    found: list[Step] = []
    for step in steps:
        if step is wanted:
            found.append(Step((*wanted.old, *rest), wanted.new, tail=len(rest)))
        elif step.is_moved and step.old[0] in rest:
            found.append(Step((), step.new))
        elif not (step.old and step.old[0] in rest):
            found.append(step)
    return found


def _anchors(steps: Sequence[Step], old: Sequence[Block]) -> list[etree._Element | None]:
    """Return for each step the block after which something new stands there; None at the beginning."""
    anchor: etree._Element | None = None
    anchors: list[etree._Element | None] = []
    for step in steps:
        if step.stays:
            anchor = old[step.old[-1]].element
        anchors.append(anchor)
    return anchors


def _moves(steps: Sequence[Step], anchors: Sequence[etree._Element | None]) -> dict[Step, list[Step]]:
    """Return the runs of steps that move together, by the last of each."""
    groups: list[list[Step]] = []
    last: tuple[Step, etree._Element | None] | None = None
    for step, anchor in zip(steps, anchors, strict=True):
        if step.is_moved:
            together = last is not None and last[0].is_moved and last[1] is anchor
            if (
                together
                and last is not None
                and step.old[0] == last[0].old[0] + 1
                and step.new[0] == last[0].new[0] + 1
            ):
                groups[-1].append(step)
            else:
                groups.append([step])
        last = step, anchor
    return {group[-1]: group for group in groups}


def _is_movable(block: Block) -> bool:
    """Return whether a paragraph can stand at two places: it holds words and fields alone, and nobody's revision."""
    if block.lines is None or len(block.lines.lines) > 1 or block.element.find(_SECTION) is not None:
        return False
    line = block.lines.lines[0]
    signs = (atom for atom in line.atoms if SIGN.match(line.text, atom.start))
    if any(not atom.is_field and atom.element.tag not in (w("br"), w("cr")) for atom in signs):
        return False
    return next(block.element.iter(*_REVISIONS), None) is None


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
    is_section = p.find(_SECTION) is not None and following.tag == w("p")
    return is_section or (following.tag in _HOLDERS and p.find(_SECTION) is None)


def _shows(r: etree._Element) -> bool:
    return any(child.tag not in (w("rPr"), w("commentReference")) for child in r)


def _joined(blocks: Sequence[Block]) -> Lines:
    if len(blocks) == 1 and blocks[0].lines is not None:
        return blocks[0].lines
    return Lines(tuple(line for block in blocks if block.lines is not None for line in block.lines.lines))


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
