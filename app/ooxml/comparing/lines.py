"""Words and marks of paragraphs changed as tracked changes (ECMA-376-1 17.13.5.14, .15, .18, .20)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from lxml import etree

from app.ooxml.comparing.carrying import Carrier, run_properties_of, seen
from app.ooxml.comparing.inline import FORMULAS, HOLDERS, SIGN, Atom, Line, Signs
from app.ooxml.cuts import (
    REVISION_WRAPPERS,
    cut_run_before,
    cut_text,
    isolate_children,
    parent_of,
    put_after,
)
from app.ooxml.formats import reformat, reformat_mark
from app.ooxml.looks import canonical
from app.ooxml.manner import mark_properties, own_properties
from app.ooxml.marks import Stamp, deleted, inserted, own_runs
from app.ooxml.names import w
from app.ooxml.paragraphs import can_restyle, delete_mark, restyle
from app.text.diff import TextEdit, word_edits

_MARK = f"{w('pPr')}/{w('rPr')}"

PILCROW = "\n"
"""Stands for the mark of a paragraph among its words; no character of a `Line`."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs that are compared as one text.

    Attributes:
        joined: Whether each but the last runs on into the next, for somebody's revision takes the mark between away.
        text: The words of all, with a pilcrow for each mark between two.
        starts: Where each line begins in `text`.
    """

    lines: tuple[Line, ...]
    joined: bool = False
    text: str = field(init=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Put the lines together once: they are asked for at every edit."""
        between = "" if self.joined else PILCROW
        lengths = (len(line.text) + len(between) for line in self.lines)
        object.__setattr__(self, "text", between.join(line.text for line in self.lines))
        object.__setattr__(self, "starts", tuple(accumulate(lengths, initial=0))[:-1])


@dataclass(frozen=True, slots=True)
class Edit:
    """The stretch [start, end) of the old text becomes [new_start, new_end) of the new."""

    start: int
    end: int
    new_start: int
    new_end: int


def edits_between(old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that make `new` of `old`, in order; a thing that both have in their place is in none."""
    if old == new:
        return ()
    edits: list[Edit] = []
    shift = 0
    for edit in word_edits(old, new):
        start = edit.start + shift
        edits += _apart(old, new, Edit(edit.start, edit.end, start, start + len(edit.text)))
        shift += len(edit.text) - (edit.end - edit.start)
    return tuple(edits)


def _apart(old: str, new: str, edit: Edit) -> Iterator[Edit]:
    """Give an edit in pieces between the things that stay in it."""
    start, new_start = edit.start, edit.new_start
    for sign in SIGN.finditer(old, edit.start, edit.end):
        place = new.find(sign.group(), new_start, edit.new_end)
        if place >= 0:
            if start < sign.start() or new_start < place:
                yield Edit(start, sign.start(), new_start, place)
            start, new_start = sign.end(), place + 1
    if start < edit.end or new_start < edit.new_end:
        yield Edit(start, edit.end, new_start, edit.new_end)


class LineChanger:
    """Changes the words, looks and marks of paragraphs to those that other paragraphs have."""

    def __init__(self, carrier: Carrier, signs: Signs, stamp: Stamp, *, formats: bool) -> None:
        self._carrier = carrier
        self._signs = signs
        self._stamp = stamp
        self._formats = formats
        self._seen: dict[bytes, str] = {}
        self.refused: dict[str, None] = {}  # what stays as it was, in words
        self.edits: list[tuple[str, tuple[TextEdit, ...]]] = []

    @classmethod
    def can_split(cls, old: Lines, edits: Sequence[Edit], new: Lines) -> bool:
        """Return whether a paragraph can be cut in two wherever a mark comes in: not within a link or control."""
        text = new.text
        return all(
            _is_open(*cls._at(old, edit.end)) for edit in edits if PILCROW in text[edit.new_start : edit.new_end]
        )

    def change(self, old: Lines, new: Lines, edits: Sequence[Edit]) -> list[tuple[Atom, Atom]]:
        """Make `edits` in the paragraphs of `old`; return the things that stay, with what they are in `new`."""
        kept = _kept(edits, len(old.text), len(new.text))
        edits = [each for each in edits if not self._shows_the_same(old, new, each)]
        if edits:
            text = new.text
            made = tuple(TextEdit(each.start, each.end, text[each.new_start : each.new_end]) for each in edits)
            self.edits.append((old.text, made))
        things = [pair for stretch in kept for pair in _things(old, new, stretch)]
        todo = sorted((*edits, *kept), key=lambda each: (each.start, each.end, each.new_start), reverse=True)
        chosen = set(edits)
        for each in todo:  # from the right: what is to the left stays as it was read
            if each in chosen:
                self._edit(old, new, each)
            else:
                self._keep(old, new, each)
        self._restyle(old.lines[-1].p, new.lines[-1].p)
        return things

    def _shows_the_same(self, old: Lines, new: Lines, edit: Edit) -> bool:
        """Return whether an edit only puts typed words in the place of a field that shows them, or the reverse."""
        before, after = old.text[edit.start : edit.end], new.text[edit.new_start : edit.new_end]
        return self._signs.shown(before) == self._signs.shown(after)

    def _edit(self, old: Lines, new: Lines, edit: Edit) -> None:
        start_line, _ = self._at(old, edit.start)
        end_line, end = self._at(old, edit.end)
        first, last = old.lines.index(start_line), old.lines.index(end_line)
        start = self._local(old, edit.start, last) if first == last else end
        wanted = _holder_of(new, edit)
        if _fits(end_line, end, wanted) or not _fits(end_line, start, wanted):
            gap = _Gap(end_line, end, wanted, self._stamp)
            self._strike(old, edit, first, last)
        else:
            self._strike(old, edit, first, last)
            gap = _Gap(end_line, start, wanted, self._stamp)
        self._insert(gap, new, edit)

    def _strike(self, old: Lines, edit: Edit, first: int, last: int) -> None:
        """Delete the stretch of `old`, which reaches from one line to another."""
        for number in range(last, first - 1, -1):
            line = old.lines[number]
            self._delete(line, self._local(old, edit.start, number), self._local(old, edit.end, number))
            if number < last and not old.joined:
                delete_mark(line.p, self._stamp)

    def _insert(self, gap: "_Gap", new: Lines, edit: Edit) -> None:
        """Insert the stretch of `new`, whose marks cut the paragraph in two."""
        for number in reversed(range(len(new.lines))):
            line, first = new.lines[number], new.starts[number]
            mark = first + len(line.text)
            if first > edit.new_end or mark < edit.new_start:
                continue
            if number < len(new.lines) - 1 and mark < edit.new_end:
                gap.cut(self._carrier.paragraph(line.p))  # what is left of here is a paragraph of its own
            begin, stop = self._local(new, edit.new_start, number), self._local(new, edit.new_end, number)
            runs = self._carrier.runs(line, begin, stop)
            if runs:
                gap.put(inserted(runs, self._stamp))
        gap.close()

    def _delete(self, line: Line, start: int, end: int) -> None:
        if start < end:
            children = _children(line, start, end)
            for formula in (child for child in children if child.tag in FORMULAS):
                _wrap_in_deletion(formula, self._stamp)
            runs = isolate_children([child for child in children if child.tag not in FORMULAS])
            boxes = [r for r in runs if _delete_box(r, self._stamp)]
            deleted([r for r in runs if r not in boxes], self._stamp)

    def _keep(self, old: Lines, new: Lines, stretch: Edit) -> None:
        """Give what stays the look and the properties that it has in `new`."""
        if not self._formats:
            return
        shift = stretch.new_start - stretch.start
        for number in reversed(range(len(old.lines))):
            line, first = old.lines[number], old.starts[number]
            mark = first + len(line.text)
            if number < len(old.lines) - 1 and not old.joined and stretch.start <= mark < stretch.end:
                its, _ = self._at(new, mark + shift)
                self._restyle(line.p, its.p)
            begin, stop = self._local(old, stretch.start, number), self._local(old, stretch.end, number)
            if begin < stop:
                self._reformat(line, begin, stop, new, first + shift)

    def _reformat(self, line: Line, begin: int, stop: int, new: Lines, shift: int) -> None:
        """Give [begin, stop) of a line the looks that the text of `new` has from `begin` + `shift` on."""
        for atom, start, end, other in reversed(list(self._unlike(line, begin, stop, new, shift))):
            if atom.is_field:
                runs, theirs = _runs_of(atom), _runs_of(other)
                for r, its in zip(runs, theirs, strict=False) if len(runs) == len(theirs) else ():
                    self._give_look(r, its.find(w("rPr")))
            else:
                for r in isolate_children(_children(line, start, end)):
                    self._give_look(r, other.rPr)

    def _unlike(
        self, line: Line, begin: int, stop: int, new: Lines, shift: int
    ) -> Iterator[tuple[Atom, int, int, Atom]]:
        """Give the stretches of [begin, stop) that may look otherwise in `new`, with what they are there."""
        its, first = self._at(new, begin + shift)
        offset = begin - first  # from places in `its` to places in `line`
        theirs = list(its.within(first, first + stop - begin))
        at = 0
        for atom in line.within(begin, stop):
            while at < len(theirs) and theirs[at].end + offset <= atom.start:
                at += 1
            if SIGN.match(line.text, atom.start) and not atom.is_field:
                continue
            for other in theirs[at:]:
                if other.start + offset >= atom.end:
                    break
                start = max(atom.start, other.start + offset, begin)
                end = min(atom.end, other.end + offset, stop)
                if start < end and (atom.is_field or self._look(atom.rPr) != self._look(other.rPr, theirs=True)):
                    yield atom, start, end, other

    def _give_look(self, r: etree._Element, rPr: etree._Element | None) -> None:
        if self._look(r.find(w("rPr"))) == self._look(rPr, theirs=True):
            return
        if r.find(f"{w('rPr')}/{w('rPrChange')}") is not None:
            self.refused["a format that somebody else changed already stays as it was"] = None
        else:
            reformat(r, self._carrier.look(rPr), self._stamp)

    def _look(self, rPr: etree._Element | None, *, theirs: bool = False) -> str:
        if rPr is None:
            return ""
        key = etree.tostring(rPr, with_tail=False) + (b"+" if theirs else b"")
        if key not in self._seen:
            self._seen[key] = seen(self._carrier.look(rPr) if theirs else rPr)
        return self._seen[key]

    def _restyle(self, p: etree._Element, wanted: etree._Element) -> None:
        if not self._formats:
            return
        self.give_mark_look(p, wanted)
        if self._said_of(p) == self._said_of(wanted, theirs=True):
            return
        if can_restyle(p):
            restyle(p, self._carrier.properties(wanted), self._stamp)
        else:
            self.refused["a paragraph format that somebody else changed already stays as it was"] = None

    def _said_of(self, p: etree._Element, *, theirs: bool = False) -> str:
        """Return the properties of a paragraph in canonical form, as the old version says them."""
        pPr = p.find(w("pPr"))
        if pPr is None:
            return ""
        key = etree.tostring(pPr, with_tail=False) + (b"+" if theirs else b"-")
        if key not in self._seen:
            self._seen[key] = canonical(self._carrier.properties(p) if theirs else own_properties(pPr))
        return self._seen[key]

    def give_mark_look(self, p: etree._Element, wanted: etree._Element) -> None:
        """Give the mark of a paragraph, and so its number, the look that the mark of `wanted` has."""
        if not self._formats:
            return
        rPr, its = p.find(_MARK), wanted.find(_MARK)
        told = run_properties_of(its)
        if self._look(rPr) == self._look(told, theirs=True):
            return
        if rPr is not None and rPr.find(w("rPrChange")) is not None:
            self.refused["a format that somebody else changed already stays as it was"] = None
        else:
            reformat_mark(p, self._carrier.look(told), self._stamp)

    @staticmethod
    def _at(lines: Lines, place: int) -> tuple[Line, int]:
        """Return the line and the place in it of a place in the text of all."""
        starts = lines.starts
        number = max(0, bisect_right(starts, place) - 1)
        return lines.lines[number], min(place - starts[number], len(lines.lines[number].text))

    @staticmethod
    def _local(lines: Lines, place: int, number: int) -> int:
        """Return a place in the text of all as one of a line: its beginning or end where it lies outside."""
        return min(max(place - lines.starts[number], 0), len(lines.lines[number].text))


class _Gap:
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


def _holder_of(new: Lines, edit: Edit) -> str:
    """Return in what an edit puts its first words: the tag of a link or content control; "" for neither."""
    number = bisect_right(new.starts, edit.new_start) - 1
    local = edit.new_start - new.starts[number]
    atom = next(new.lines[number].within(local, local + 1), None)
    is_held = edit.new_start < edit.new_end and atom is not None and bool(atom.holders)
    return str(atom.holders[0].tag) if is_held and atom is not None else ""


def _fits(line: Line, offset: int, wanted: str) -> bool:
    """Return whether what comes in at a place can be in what it is `wanted` in, or in nothing where that is ""."""
    sides = _beside(line, offset)
    if wanted:
        return any(_is_in(side, wanted) for side in sides)
    around = [set() if side is None else set(side.iterancestors(*HOLDERS)) for side in sides]
    return not set.intersection(*around)


def _is_in(child: etree._Element | None, tag: str) -> bool:
    return child is not None and next(child.iterancestors(tag), None) is not None


def delete_things(p: etree._Element, stamp: Stamp) -> None:
    """Delete the text boxes of `p`, with what they say, and its formulas."""
    for r in list(own_runs(p)):
        _delete_box(r, stamp)
    for formula in [each for each in p.iter(*FORMULAS) if parent_of(each).tag not in FORMULAS]:
        if next(formula.iterancestors(w("del"), w("moveFrom")), None) is None:
            _wrap_in_deletion(formula, stamp)


def _wrap_in_deletion(element: etree._Element, stamp: Stamp) -> None:
    mark = stamp.mark("del")
    element.addprevious(mark)
    mark.append(element)


def _delete_box(r: etree._Element, stamp: Stamp) -> bool:
    """Delete a run with what it says in paragraphs of its own; return whether it holds any."""
    inside = list(r.iter(w("p")))
    if inside:
        for p in inside:
            deleted(list(own_runs(p)), stamp)
        _wrap_in_deletion(r, stamp)
    return bool(inside)


def _kept(edits: Sequence[Edit], length: int, new_length: int) -> list[Edit]:
    """Return what lies between `edits`, in both texts."""
    ends = (Edit(0, 0, 0, 0), *edits, Edit(length, length, new_length, new_length))
    return [
        Edit(one.end, other.start, one.new_end, other.new_start)
        for one, other in pairwise(ends)
        if one.end < other.start
    ]


def _things(old: Lines, new: Lines, stretch: Edit) -> Iterator[tuple[Atom, Atom]]:
    """Give the things in a stretch that stays, with what they are in `new`."""
    for sign in SIGN.finditer(old.text, stretch.start, stretch.end):
        place = sign.start()
        yield _atom_at(old, place), _atom_at(new, place + stretch.new_start - stretch.start)


def _atom_at(lines: Lines, place: int) -> Atom:
    starts = lines.starts
    number = bisect_right(starts, place) - 1
    local = place - starts[number]
    return next(lines.lines[number].within(local, local + 1))


def _children(line: Line, start: int, end: int) -> list[etree._Element]:
    """Return the children of runs that show [start, end), cut where it begins or ends within one."""
    children: list[etree._Element] = []
    for atom in line.within(start, end):
        element = atom.element
        if element.tag == w("t") and not atom.is_field:
            if len(element.text or "") > end - atom.start:  # it may have been cut here before
                cut_text(element, end - atom.start)
            children.append(cut_text(element, start - atom.start) if atom.start < start else element)
        else:
            children += atom.children
    return children


def _runs_of(field: Atom) -> list[etree._Element]:
    """Return the runs of a field that show words."""
    return list(dict.fromkeys(parent_of(child) for child in field.children if child.tag == w("t")))


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
