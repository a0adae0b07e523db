"""The document as a page to read, with its findings in the margin and its redlines in the text."""

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from app.desktop import theme
from app.desktop.badge import paint_badge
from app.desktop.reading_document import Block, ReadingWriter, select
from app.desktop.redline_text import View
from app.model.clause import SEVERITIES
from app.model.review import Finding, Review

_MARGIN = 64
_MEASURE_EM = 40
_BADGE = 18


class ReadingView(QTextBrowser):
    """Shows the document of a review; the text cannot be changed here.

    Signals:
        finding_chosen: The Finding whose paragraph was clicked.
    """

    finding_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingView")
        self.setAccessibleName(self.tr("Document"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._review: Review | None = None
        self._view: View = "redlined"
        self._blocks: tuple[Block, ...] = ()
        self._marks: dict[int, tuple[Finding, ...]] = {}
        self._finding: Finding | None = None
        self._chosen: tuple[int, ...] = ()

    def show_review(self, review: Review) -> None:
        """Show the document of `review` from its beginning."""
        self._review = review
        self._finding = None
        self._write()
        self.verticalScrollBar().setValue(0)

    def show_view(self, view: View) -> None:
        """Show the text before, with, or after its redlines; the place on the page stays."""
        self._view = view
        self._rewrite()

    def show_finding(self, finding: Finding) -> None:
        """Mark a finding's paragraphs and evidence; bring one of them into view, the first unless another is."""
        self._finding = finding
        self._mark_evidence()
        in_view = tuple(number for number in self._chosen if self._is_in_view(number))
        for number in (in_view or self._chosen)[:1]:
            self._bring_into_view(number)
        self.viewport().update()

    def show_paragraph(self, paragraph: int) -> None:
        """Bring a paragraph into view."""
        for number, block in enumerate(self._blocks):
            if block.paragraph == paragraph:
                self._bring_into_view(number)

    def findings_at(self, number: int) -> tuple[Finding, ...]:
        """Return the findings marked at the block `number`, worst first."""
        return self._marks.get(number, ())

    def _write(self) -> None:
        if self._review is None:
            return
        writer = ReadingWriter(self.document(), theme.reading_font(self.font()), theme.colours(self.palette()))
        self._blocks = writer.write(self._review, self._view)
        self._marks = _marks(self._review, self._blocks)
        self._set_margins()
        self._mark_evidence()

    def _rewrite(self) -> None:
        """Write the text anew; a paragraph that was in view stays where it was, if it can one of the finding's."""
        top = self.cursorForPosition(self.viewport().rect().topLeft()).block().blockNumber()
        candidates = (*self._chosen, *range(top, len(self._blocks)))
        in_view = (number for number in candidates if self._is_in_view(number))
        kept = next((number for number in in_view if self._blocks[number].paragraph is not None), None)
        if kept is None:
            self._write()
            return
        paragraph, offset = self._blocks[kept].paragraph, self._place_of(kept).top()
        self._write()
        now = next(number for number, block in enumerate(self._blocks) if block.paragraph == paragraph)
        self._scroll_by(self._place_of(now).top() - offset)

    def _set_margins(self) -> None:
        """Keep the column at a readable width, in the middle of a wide window."""
        measure = int(theme.reading_font(self.font()).pointSizeF() * 1.35 * _MEASURE_EM)
        side = max(3 * theme.GAP, (self.viewport().width() - _MARGIN - measure) // 2)
        frame = self.document().rootFrame()
        layout = frame.frameFormat()
        layout.setLeftMargin(max(_MARGIN, side))
        layout.setRightMargin(side)
        layout.setTopMargin(3 * theme.GAP)
        layout.setBottomMargin(8 * theme.GAP)
        frame.setFrameFormat(layout)

    def _mark_evidence(self) -> None:
        """Find the blocks of the chosen finding, and set its words in them on a ground of their own."""
        highlight = QColor(theme.colours(self.palette()).evidence)
        marks = []
        self._chosen = ()
        if self._review and self._finding:
            self._chosen = _blocks_of(self._review, self._finding, self._blocks)
        for number in self._chosen:
            base = self.document().findBlockByNumber(number).position()
            for first, last in _evidence(self._finding, self._blocks[number]):
                mark = QTextEdit.ExtraSelection()
                mark.cursor = select(base, first, last, QTextCursor(self.document()))
                mark.format.setBackground(highlight)
                marks.append(mark)
        self.setExtraSelections(marks)

    def _bring_into_view(self, number: int) -> None:
        """Scroll so that a block stands in the upper part of the page, unless it is wholly in view."""
        place = self._place_of(number)
        if place.top() < 0 or place.bottom() > self.viewport().height():
            self._scroll_by(place.top() - self.viewport().height() / 5)

    def _scroll_by(self, distance: float) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(distance))

    def _is_in_view(self, number: int) -> bool:
        """Return whether some of a block is in view."""
        place = self._place_of(number)
        return place.bottom() > 0 and place.top() < self.viewport().height()

    def _place_of(self, number: int) -> QRectF:
        """Return where a block stands in the viewport."""
        rect = self.document().documentLayout().blockBoundingRect(self.document().findBlockByNumber(number))
        return rect.translated(0, -self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the selected finding below the text and the margin marks beside it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in sorted({*self._marks, *self._chosen}):
            if self._is_in_view(number):
                self._paint_marks(painter, self._place_of(number), number)
        painter.end()
        super().paintEvent(event)

    def _paint_marks(self, painter: QPainter, place: QRectF, number: int) -> None:
        ours = theme.colours(self.palette())
        frame = self.document().rootFrame().frameFormat()
        left = frame.leftMargin()
        findings = self.findings_at(number)
        if number in self._chosen:
            width = self.viewport().width() - left - frame.rightMargin()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ours.selected))
            painter.drawRoundedRect(QRectF(left, place.top(), width, place.height()).adjusted(-8, -2, 8, 2), 4, 4)
        if number in self._chosen and self._finding:
            colour = ours.of(self._finding.severity)
            painter.fillRect(QRectF(left - 2 * theme.GAP, place.top(), 4, place.height()), QColor(colour))
        elif findings:
            colour = ours.of(findings[0].severity)
            painter.fillRect(QRectF(left - 2 * theme.GAP, place.top(), 2, place.height()), QColor(colour))
        severities = list(dict.fromkeys(finding.severity for finding in findings))[:2]
        x = left - 2.5 * theme.GAP - len(severities) * (_BADGE + 2)
        for severity in severities:
            paint_badge(painter, QRectF(x, place.top() + 2, _BADGE, _BADGE), severity, ours)
            x += _BADGE + 2

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the finding of the paragraph that was clicked; a second click takes its next one."""
        super().mouseReleaseEvent(event)
        event.accept()
        findings = self.findings_at(self.cursorForPosition(event.position().toPoint()).block().blockNumber())
        if findings and not self.textCursor().hasSelection():
            following = findings.index(self._finding) + 1 if self._finding in findings else 0
            self.finding_chosen.emit(findings[following % len(findings)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._set_margins()

    def changeEvent(self, event: QEvent) -> None:
        """Write the text anew when the palette or the font changes: its colours and sizes follow them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._rewrite()


def _blocks_of(review: Review, finding: Finding, blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """Return the numbers of the blocks that carry a finding, its edits or its new paragraphs."""
    redline = review.redline_of(finding.clause.id)
    edited = {edit.paragraph for edit in redline.edits} if redline else set()
    paragraphs = edited.union(finding.paragraphs)
    return tuple(
        number
        for number, block in enumerate(blocks)
        if block.paragraph in paragraphs or block.clause == finding.clause.id
    )


def _marks(review: Review, blocks: tuple[Block, ...]) -> dict[int, tuple[Finding, ...]]:
    """Return the findings to mark at each block, worst first: those that ask for a decision."""
    marks: dict[int, list[Finding]] = defaultdict(list)
    for finding in sorted(review.findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        if finding.severity != "none":
            for number in _blocks_of(review, finding, blocks):
                marks[number].append(finding)
    return {number: tuple(findings) for number, findings in marks.items()}


def _evidence(finding: Finding | None, block: Block) -> Iterator[tuple[int, int]]:
    """Yield where in a block the words stand that a finding rests on, as positions from the block's start."""
    if finding is None or block.paragraph is None:
        return
    for match in finding.reading.matches:
        if match.paragraph == block.paragraph:
            for span in match.evidence:
                yield from block.positions(span)
    for fact in finding.reading.facts:
        if fact.place and fact.place.paragraph == block.paragraph:
            yield from block.positions(fact.place.span)
