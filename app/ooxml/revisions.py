"""Tracked changes inside a paragraph: runs are cut and marked, never rewritten."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from app.ooxml.cuts import isolate, isolate_children, put_after, run_properties
from app.ooxml.fields import Reference, put_references
from app.ooxml.gaps import gap_at, neighbour, put_in_gap
from app.ooxml.inheritance import runs_in_place_of
from app.ooxml.marks import Stamp, deleted, inserted, new_run, own_runs
from app.ooxml.names import w
from app.ooxml.runs import Field, ParagraphText, read_text
from app.text.diff import TextEdit, apply_edits

_TEXT_FIELDS = frozenset(("HYPERLINK", "FORMTEXT", "TOC", "TOA", "INDEX", "BIBLIOGRAPHY", "INCLUDETEXT"))
_SIMPLE = w("fldSimple")


@dataclass(frozen=True, slots=True)
class Made:
    """What an edit of the characters [start, end) became: all from element `first` to element `last`.

    Attributes:
        inserted: The `w:ins` among them; None for a deletion.
    """

    start: int
    end: int
    first: etree._Element
    last: etree._Element
    inserted: etree._Element | None = None

    def covers(self, edit: TextEdit) -> bool:
        """Return whether `edit` is among what was made."""
        return self.start <= edit.start and edit.end <= self.end


def change_text(
    p: etree._Element, edits: Sequence[TextEdit], stamp: Stamp, references: Sequence[Reference] = ()
) -> tuple[Made, ...]:
    """Make `edits`, which are in order and apart, as tracked changes of the paragraph `p`.

    Inserted text looks like the text it replaces; where it replaces none, like the word it leans on: the next
    one if it ends in a blank and does not begin with one, else the one before. An edit that touches the result of
    a computed field replaces the whole field; of a simple one the result goes and new words follow it, for no revision
    can hold it (17.13.5.14). The result of a field that goes on in another paragraph is changed as text is, for it
    cannot be replaced here. Content controls are changed inside, locked ones too, for a redline only proposes. Notes,
    pictures and bookmarks stay where they are. Numbers in what is inserted become fields where `references` say so.
    """
    widened = _with_whole_fields(read_text(p), edits)
    made = [_change(p, edit, stamp) for edit in reversed(widened)]  # from the right: offsets to the left stay valid
    for each in made:
        if each.inserted is not None:
            put_references(each.inserted, references, stamp)
    return tuple(reversed(made))


def _change(p: etree._Element, edit: TextEdit, stamp: Stamp) -> Made:
    view = read_text(p)
    if edit.start == edit.end:
        return _insert(p, view, edit, stamp)
    written = runs_in_place_of(view.text[edit.start : edit.end], edit.text, view.pieces, edit.start)
    runs = isolate(view.pieces, edit.start, edit.end)
    fields = [field for field in view.fields if _is_token(field) and edit.start <= field.start < field.stop <= edit.end]
    if fields:
        runs = isolate_children(_children_with_fields(p, runs, fields))
    marks = deleted(runs, stamp)
    if not edit.text:
        return Made(edit.start, edit.end, marks[0], marks[-1])
    mark = inserted(written, stamp)
    beside = marks[-1] if marks[-1].getparent() is marks[0].getparent() else marks[0]
    put_after(_with_simple_field(beside), mark, stamp.ids)
    return Made(edit.start, edit.end, marks[0], mark if beside is marks[-1] else marks[-1], mark)


def _insert(p: etree._Element, view: ParagraphText, edit: TextEdit, stamp: Stamp) -> Made:
    """Insert text where nothing is deleted."""
    leans_on_next = edit.text[-1].isspace() and not edit.text[0].isspace()
    gap = gap_at(p, view, edit.start)
    like = neighbour(gap, leans_on_next=leans_on_next)
    rPr = run_properties(p.find(w("pPr")) if like is None else like.r)
    mark = inserted([new_run(edit.text, rPr)], stamp)
    put_in_gap(gap, mark, stamp.ids, leans_on_next=leans_on_next)
    return Made(edit.start, edit.end, mark, mark, mark)


def _with_whole_fields(view: ParagraphText, edits: Sequence[TextEdit]) -> list[TextEdit]:
    """Widen edits that touch the result of a computed field to all of it; those that meet in one become one."""
    tokens = [(field.start, field.stop) for field in view.fields if _is_token(field)] + _simple_fields(view)
    groups: list[tuple[int, int, list[TextEdit]]] = []
    for edit in edits:
        start, end = edit.start, edit.end
        for first, last in tokens:
            if edit.start < last and edit.end > first:
                start, end = min(start, first), max(end, last)
        if groups and groups[-1][1] > start:
            groups[-1] = (groups[-1][0], max(end, groups[-1][1]), [*groups[-1][2], edit])
        else:
            groups.append((start, end, [edit]))
    widened = []
    for start, end, members in groups:
        moved = tuple(TextEdit(edit.start - start, edit.end - start, edit.text) for edit in members)
        widened.append(TextEdit(start, end, apply_edits(view.text[start:end], moved)))
    return widened


def _is_token(field: Field) -> bool:
    """Return whether the result of `field` is computed, so that words in it cannot be changed one by one."""
    return _is_computed(field.instruction)


def _is_computed(instruction: str) -> bool:
    return instruction.split(" ", 1)[0].upper() not in _TEXT_FIELDS


def _is_computed_simple(field: etree._Element) -> bool:
    return field.tag == _SIMPLE and _is_computed(field.get(w("instr"), "").strip())


def _with_simple_field(mark: etree._Element) -> etree._Element:
    """Return the computed simple field that `mark` stands in, else `mark`."""
    return next((field for field in mark.iterancestors(_SIMPLE) if _is_computed_simple(field)), mark)


def _simple_fields(view: ParagraphText) -> list[tuple[int, int]]:
    """Return from where to where the computed results of simple fields reach that are in no other field."""
    ends: dict[etree._Element, tuple[int, int]] = {}
    for piece in view.pieces:
        field = piece.field
        if field is not None and _is_computed_simple(field):
            ends[field] = ends.get(field, (piece.start, 0))[0], piece.end
    return list(ends.values())


def _children_with_fields(
    p: etree._Element, runs: Sequence[etree._Element], fields: Sequence[Field]
) -> list[etree._Element]:
    """Return the children of `runs` and all that stands from the beginning to the end of each field, in order."""
    ends = {field.begin: field.end for field in fields}
    wanted: list[etree._Element] = []
    until: etree._Element | None = None
    for r in own_runs(p):
        for child in r:
            until = ends.get(child, until)
            if child.tag != w("rPr") and (until is not None or r in runs):
                wanted.append(child)
            if child is until:
                until = None
    return wanted
