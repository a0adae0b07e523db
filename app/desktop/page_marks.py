"""Where findings and redlines stand on the pages of a document, in points from the top left corner of a page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF

from app.desktop.words import matters_word
from app.model.clause import SEVERITIES
from app.model.document import Document, Page, Paragraph
from app.model.marks import Box
from app.model.redline import NewParagraph, Redline
from app.model.review import Finding, Review
from app.model.span import Place, Span

Side = Literal["left", "right"]

_ROW = 0.5  # share of a box's height by which one of the same line overlaps it
_LEVEL = 1.3  # heights of the words that are marked as one stretch: a scan may lie askew
_GAP = 3.0  # heights between two words that are still marked as one stretch
_JUMP = 1.5  # heights by which the text goes up where it goes on in another column
_MIDDLE = 0.5


class Stretch(NamedTuple):
    """A rectangle on a page, whose numbers are from 1."""

    page: int
    place: QRectF


@dataclass(frozen=True, slots=True)
class PageMark:
    """Part of a paragraph on one page, as high as one column of it, that carries findings.

    Attributes:
        place: Around its words.
        findings: Worst first.
        side: On which side of the page its mark stands.
    """

    place: QRectF
    findings: tuple[Finding, ...]
    side: Side


@dataclass(frozen=True, slots=True)
class PageChange:
    """Words that a redline strikes, or a place where it inserts some.

    Attributes:
        place: Of the words struck; of an insertion: without width, where it goes in.
        clause: Clause type of the redline.
        inserted: The words that go in; "" for words struck.
        is_paragraph: Whether these are a paragraph of their own.
    """

    place: QRectF
    clause: str
    inserted: str = ""
    is_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class PageGap:
    """Part of a paragraph that no clause type explains; `about` says what it is about."""

    place: QRectF
    about: str
    side: Side


@dataclass(frozen=True, slots=True)
class PageMarks:
    """All that is marked on one page."""

    marks: tuple[PageMark, ...] = ()
    changes: tuple[PageChange, ...] = ()
    gaps: tuple[PageGap, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings marked on the page, in the order of their marks."""
        return tuple({finding.clause.id: finding for mark in self.marks for finding in mark.findings}.values())


@dataclass(slots=True)
class _Collected:
    marks: list[PageMark] = field(default_factory=list)
    changes: list[PageChange] = field(default_factory=list)
    gaps: list[PageGap] = field(default_factory=list)


def marks_by_page(review: Review) -> dict[int, PageMarks]:
    """Return what is to be marked on each page that has any: the findings to decide on, and all redlines."""
    pages = {page.number: page for page in review.document.page_list}
    found: dict[int, _Collected] = defaultdict(_Collected)
    carried = _carried(review)
    for index, findings in carried.items():
        for page, place in parts_of(review.document.paragraphs[index].boxes):
            found[page].marks.append(PageMark(place, findings, _side(place, pages.get(page))))
    for each in review.uncovered:
        if each.paragraph not in carried:
            for page, place in parts_of(review.document.paragraphs[each.paragraph].boxes):
                gap = PageGap(place, matters_word(each.about), _side(place, pages.get(page)))
                found[page].gaps.append(gap)
    for redline in review.redlines:
        for page, change in _changes(review.document, redline):
            found[page].changes.append(change)
    return {
        page: PageMarks(
            tuple(sorted(each.marks, key=lambda mark: mark.place.top())), tuple(each.changes), tuple(each.gaps)
        )
        for page, each in sorted(found.items())
    }


def carrying(review: Review, finding: Finding) -> tuple[int, ...]:
    """Return the paragraphs that carry a finding or its changes, in reading order."""
    redline = review.redline_of(finding.clause.id)
    changed = (
        {*(edit.paragraph for edit in redline.edits), *(new.after for new in redline.insertions)} if redline else set()
    )
    return tuple(sorted(changed.union(finding.paragraphs)))


def evidence_places(finding: Finding) -> Iterator[Place]:
    """Yield the places of the words that a finding rests on."""
    for match in finding.reading.matches:
        for span in match.evidence:
            yield Place(match.paragraph, span)
    for fact in finding.reading.facts:
        if fact.place:
            yield fact.place


def stretches(paragraph: Paragraph, span: Span) -> list[Stretch]:
    """Return where the words in `span` of a paragraph are printed, a rectangle for each line."""
    found: list[Stretch] = []
    highest = 0.0  # of the words of the last stretch
    for box in paragraph.boxes:
        if box.end > span.start and box.start < span.end:
            place = _clipped(box, span)
            joined = found[-1].place.united(place) if found and found[-1].page == box.page else None
            highest = max(highest, place.height())
            if joined and joined.height() < _LEVEL * highest and _goes_on(found[-1].place, place):
                found[-1] = Stretch(box.page, joined)
            else:
                found.append(Stretch(box.page, place))
                highest = place.height()
    return found


def parts_of(boxes: Sequence[Box]) -> list[Stretch]:
    """Return the rectangles around `boxes`: one for each column of each page that they stand in."""
    parts: list[Stretch] = []
    last = QRectF()
    for box in boxes:
        place = _rectangle(box)
        if not parts or parts[-1].page != box.page or _is_elsewhere(parts[-1].place, last, place):
            parts.append(Stretch(box.page, place))
        else:
            parts[-1] = Stretch(box.page, parts[-1].place.united(place))
        last = place
    return parts


def _carried(review: Review) -> dict[int, tuple[Finding, ...]]:
    """Return the findings that each paragraph carries and that ask for a decision, worst first."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in sorted(review.findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        if finding.severity != "none":
            for paragraph in carrying(review, finding):
                found[paragraph].append(finding)
    return {paragraph: tuple(findings) for paragraph, findings in sorted(found.items())}


def _changes(document: Document, redline: Redline) -> Iterator[tuple[int, PageChange]]:
    """Yield the changes of a redline, each with its page."""
    for edit in redline.edits:
        paragraph = document.paragraphs[edit.paragraph]
        for page, place in stretches(paragraph, edit.span):
            yield page, PageChange(place, redline.clause)
        where = _caret(paragraph.boxes, edit.span.end) if edit.text else None
        if where is not None:
            yield where.page, PageChange(where.place, redline.clause, edit.text)
    for after, added in groupby(redline.insertions, key=lambda new: new.after):
        paragraph = document.paragraphs[after]
        where = _caret(paragraph.boxes, len(paragraph.text))
        if where is not None:
            text = "\n\n".join(_worded(new) for new in added)
            yield where.page, PageChange(where.place, redline.clause, text, is_paragraph=True)


def _worded(new: NewParagraph) -> str:
    return f"{new.marker} {new.text}".strip()


def _caret(boxes: Iterable[Box], at: int) -> Stretch | None:
    """Return the place before the character `at`: in or behind the last word that begins before it."""
    last: Box | None = None
    for box in boxes:
        if box.start >= at and last is not None:
            break
        last = box
    if last is None:
        return None
    place = _clipped(last, Span(last.start, max(last.start, min(at, last.end))))
    return Stretch(last.page, QRectF(place.right(), place.top(), 0, place.height()))


def _rectangle(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


def _clipped(box: Box, span: Span) -> QRectF:
    """Return where the letters of a word in `span` stand, as if all were equally wide."""
    letters = max(1, box.end - box.start)
    width = box.right - box.left
    left = box.left + width * max(0, span.start - box.start) / letters
    right = box.right - width * max(0, box.end - span.end) / letters
    return QRectF(left, box.top, max(0.0, right - left), box.bottom - box.top)


def _goes_on(before: QRectF, place: QRectF) -> bool:
    """Tell whether `place` follows on the same line."""
    shared = min(before.bottom(), place.bottom()) - max(before.top(), place.top())
    height = min(before.height(), place.height())
    return shared > _ROW * height and -height < place.left() - before.right() < _GAP * max(height, 1.0)


def _is_elsewhere(part: QRectF, last: QRectF, place: QRectF) -> bool:
    """Tell whether `place` goes on in another column than `part`, which ends with `last`."""
    is_beside = place.left() > part.right() or place.right() < part.left()
    return is_beside and place.top() < last.top() - _JUMP * last.height()


def _side(place: QRectF, page: Page | None) -> Side:
    """Return the side for the mark of a part: the right one where it stands in the right half of its page."""
    return "right" if page is not None and place.left() > _MIDDLE * page.width else "left"
