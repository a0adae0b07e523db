"""The paragraphs of one part of a Word file in reading order, and where each of them stands."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from app.intake.docx.tables import cells_of
from app.model.document import Cell, View
from app.ooxml.names import MC, w

_PARAGRAPH, _TABLE, _TEXT_BOX = w("p"), w("tbl"), w("txbxContent")
_PROPERTIES, _MARK = w("pPr"), w("rPr")
_ALTERNATIVES, _CHOICE = f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice"
_STORIES = {w("hdr"): "header", w("ftr"): "footer", w("footnotes"): "footnote", w("endnotes"): "endnote"}
_NOTES = {w("footnote"): "footnote", w("endnote"): "endnote"}
_POINTS = frozenset((w("bookmarkStart"), w("commentRangeStart"), w("commentRangeEnd")))
_PASSED_OVER = frozenset(map(w, ("sectPr", "sdtPr", "sdtEndPr", "customXmlPr", "pPr")))
_BESIDE = frozenset(
    (
        w("proofErr"),
        *(
            w(f"{kind}{end}")
            for kind in ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange")
            for end in ("Start", "End")
        ),
    )
)
_GONE = {
    "accepted": frozenset((w("del"), w("moveFrom"))),
    "original": frozenset((w("ins"), w("moveTo"))),
    "marked": frozenset[str](),
}


@dataclass(slots=True)
class Found:
    """A `w:p` and where it stands.

    Attributes:
        index: Its ordinal in the part, nested ones counted.
        left_out: Whether the view leaves it out whole, with the row or cell it stands in.
        runs_on: Whether a revision takes its mark away in this view, so that its text goes on in the next one.
        mark_gone: The same, whether or not there is a next one.
        note: Name of the note it stands in ("footnote-2"); "" elsewhere.
        rows: The `w:tr` whose first paragraph it is.
        points: Bookmarks and ends of comments that stand between the paragraph before and this one.
    """

    p: etree._Element
    index: int
    story: str
    cell: Cell | None = None
    left_out: bool = False
    runs_on: bool = False
    mark_gone: bool = False
    note: str = ""
    rows: tuple[etree._Element, ...] = ()
    points: tuple[etree._Element, ...] = ()


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the walk is."""

    story: str
    cell: Cell | None = None
    left_out: bool = False
    note: str = ""


@dataclass(slots=True)
class Tables:
    """The tables of the whole document met so far.

    Attributes:
        inside: For each the table it is nested in; None for those of a story.
    """

    inside: list[int | None] = field(default_factory=list)

    def new(self, inside: int | None) -> int:
        """Count one more; return its number."""
        self.inside.append(inside)
        return len(self.inside) - 1


def flows_of(root: etree._Element, view: View, tables: Tables) -> list[list[Found]]:
    """Return the paragraphs of a part: those of the part itself, then those of each text box.

    Raises:
        TooManyColumnsError: A table has too many.
    """
    walk = _Walk(root, view, tables)
    spot = _Spot(_STORIES.get(str(root.tag), "body"))
    flows = [walk.flow(root, spot)]
    if walk.boxes:
        holders = list(flows[0])
        for holder in holders:  # grows: a text box may hold others
            for box in walk.boxes.get(holder.p, ()):
                flows.append(walk.flow(box, _Spot("text-box", left_out=holder.left_out)))
                holders += flows[-1]
    return flows


class _Walk:
    """Goes through a part; keeps what no paragraph has taken yet."""

    def __init__(self, root: etree._Element, view: View, tables: Tables) -> None:
        self._index = {p: index for index, p in enumerate(root.iter(_PARAGRAPH))}
        self._tables = tables
        self._view = view
        self._gone = _GONE[view]
        self._revised = bool(self._gone) and next(root.iter(*self._gone), None) is not None
        self._found: list[Found] = []
        self._points: list[etree._Element] = []
        self._rows: list[etree._Element] = []
        self.boxes = _boxes(root, self._gone)

    def flow(self, container: etree._Element, spot: _Spot) -> list[Found]:
        """Return the paragraphs of a part or text box."""
        self._found = []
        self._walk(container, spot)
        return self._found

    def _walk(self, container: etree._Element, spot: _Spot) -> None:
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                self._take(child, spot)
            elif tag == _TABLE:
                self._walk_table(child, spot)
            elif tag in _POINTS:
                self._points.append(child)
            elif tag in _PASSED_OVER:
                continue
            elif tag in _NOTES:
                self._walk(child, replace(spot, note=f"{_NOTES[tag]}-{child.get(w('id'), '')}"))
            elif tag == _ALTERNATIVES:
                choice = next(child.iterchildren(_CHOICE), None)
                if choice is not None:
                    self._walk(choice, spot)
            elif len(child):
                self._walk(child, replace(spot, left_out=True) if tag in self._gone else spot)

    def _take(self, p: etree._Element, spot: _Spot) -> None:
        found = Found(p, self._index[p], spot.story, spot.cell, spot.left_out, note=spot.note)
        if self._points:
            found.points, self._points = tuple(self._points), []
        if self._rows:
            found.rows, self._rows = tuple(self._rows), []
        if self._revised and _has_revised_mark(p, self._gone):
            found.mark_gone = True
            found.runs_on = _next_block(p) is not None
        self._found.append(found)

    def _walk_table(self, tbl: etree._Element, spot: _Spot) -> None:
        inside = None if spot.cell is None else spot.cell.table
        number = self._tables.new(inside)
        row: etree._Element | None = None
        for placed in cells_of(tbl, number, inside, self._view):
            if placed.row is not row:
                row = placed.row
                self._rows.append(row)
            left_out = spot.left_out or placed.cell is None
            self._walk(placed.tc, _Spot(spot.story, placed.cell or spot.cell, left_out, spot.note))


def _has_revised_mark(p: etree._Element, tags: frozenset[str]) -> bool:
    """Tell whether the mark of `p` has one of these revisions."""
    mark = _properties_of_mark(p)
    return mark is not None and any(child.tag in tags for child in mark)


def _properties_of_mark(p: etree._Element) -> etree._Element | None:
    properties = next(p.iterchildren(_PROPERTIES), None)
    return None if properties is None else next(properties.iterchildren(_MARK), None)


def _next_block(p: etree._Element) -> etree._Element | None:
    """Return the paragraph that follows `p` where it stands; None where a table or nothing does."""
    following = p.getnext()
    while following is not None and (following.tag in _BESIDE or not isinstance(following.tag, str)):
        following = following.getnext()
    return following if following is not None and following.tag == _PARAGRAPH else None


def _boxes(root: etree._Element, gone: frozenset[str]) -> dict[etree._Element, list[etree._Element]]:
    """Return the text boxes by the paragraph that holds them.

    Of alternatives only those of the first choice; left out are those in revisions with the tags `gone`.
    """
    boxes: dict[etree._Element, list[etree._Element]] = defaultdict(list)
    for box in root.iter(_TEXT_BOX):
        around = list(_up_to_paragraph(box))
        holder = around[-1].getparent() if around else box.getparent()
        if holder is not None and all(_is_read(each) and each.tag not in gone for each in around):
            boxes[holder].append(box)
    return boxes


def _up_to_paragraph(element: etree._Element) -> Iterator[etree._Element]:
    for ancestor in element.iterancestors():
        if ancestor.tag == _PARAGRAPH:
            return
        yield ancestor


def _is_read(element: etree._Element) -> bool:
    """Tell whether what `element` holds is read: of alternatives only the first choice is."""
    parent = element.getparent()
    if parent is None or parent.tag != _ALTERNATIVES:
        return True
    return element is next(parent.iterchildren(_CHOICE), None)
