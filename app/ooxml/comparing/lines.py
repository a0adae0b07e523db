"""Words and marks of paragraphs changed as tracked changes (ECMA-376-1 17.13.5.14, .15, .18, .20)."""

from collections.abc import Iterator, Sequence

from lxml import etree

from app.ooxml.comparing.carrying import Carrier, run_properties_of, seen
from app.ooxml.comparing.deletions import delete_box, wrap_in_deletion
from app.ooxml.comparing.gaps import Gap, fits, holder_of
from app.ooxml.comparing.inline import FORMULAS, SIGN, Atom, Line, Signs
from app.ooxml.comparing.line_edits import Edit, Lines, kept_between, things_in
from app.ooxml.cuts import cut_text, isolate_children, parent_of
from app.ooxml.formats import reformat, reformat_mark
from app.ooxml.looks import canonical
from app.ooxml.manner import own_properties
from app.ooxml.marks import Stamp, deleted, inserted
from app.ooxml.names import w
from app.ooxml.paragraphs import can_restyle, delete_mark, restyle
from app.text.diff import TextEdit

_MARK = f"{w('pPr')}/{w('rPr')}"


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

    def change(self, old: Lines, new: Lines, edits: Sequence[Edit]) -> list[tuple[Atom, Atom]]:
        """Make `edits` in the paragraphs of `old`; return the things that stay, with what they are in `new`."""
        kept = kept_between(edits, len(old.text), len(new.text))
        edits = [each for each in edits if not self._shows_the_same(old, new, each)]
        if edits:
            text = new.text
            made = tuple(TextEdit(each.start, each.end, text[each.new_start : each.new_end]) for each in edits)
            self.edits.append((old.text, made))
        things = [pair for stretch in kept for pair in things_in(old, new, stretch)]
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
        start_line, _ = old.at(edit.start)
        end_line, end = old.at(edit.end)
        first, last = old.lines.index(start_line), old.lines.index(end_line)
        start = old.local(edit.start, last) if first == last else end
        wanted = holder_of(new, edit)
        if fits(end_line, end, wanted) or not fits(end_line, start, wanted):
            gap = Gap(end_line, end, wanted, self._stamp)
            self._strike(old, edit, first, last)
        else:
            self._strike(old, edit, first, last)
            gap = Gap(end_line, start, wanted, self._stamp)
        self._insert(gap, new, edit)

    def _strike(self, old: Lines, edit: Edit, first: int, last: int) -> None:
        """Delete the stretch of `old`, which reaches from one line to another."""
        for number in range(last, first - 1, -1):
            line = old.lines[number]
            self._delete(line, old.local(edit.start, number), old.local(edit.end, number))
            if number < last and not old.joined:
                delete_mark(line.p, self._stamp)

    def _insert(self, gap: Gap, new: Lines, edit: Edit) -> None:
        """Insert the stretch of `new`, whose marks cut the paragraph in two."""
        for number in reversed(range(len(new.lines))):
            line, first = new.lines[number], new.starts[number]
            mark = first + len(line.text)
            if first > edit.new_end or mark < edit.new_start:
                continue
            if number < len(new.lines) - 1 and mark < edit.new_end:
                gap.cut(self._carrier.paragraph(line.p))  # what is left of here is a paragraph of its own
            begin, stop = new.local(edit.new_start, number), new.local(edit.new_end, number)
            runs = self._carrier.runs(line, begin, stop)
            if runs:
                gap.put(inserted(runs, self._stamp))
        gap.close()

    def _delete(self, line: Line, start: int, end: int) -> None:
        if start < end:
            children = _children(line, start, end)
            for formula in (child for child in children if child.tag in FORMULAS):
                wrap_in_deletion(formula, self._stamp)
            runs = isolate_children([child for child in children if child.tag not in FORMULAS])
            boxes = [r for r in runs if delete_box(r, self._stamp)]
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
                its, _ = new.at(mark + shift)
                self._restyle(line.p, its.p)
            begin, stop = old.local(stretch.start, number), old.local(stretch.end, number)
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
        its, first = new.at(begin + shift)
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
