"""A written page with marks: findings and what was decided on them beside the text, words of interest in it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from app.desktop import theme, words
from app.desktop.finding_marks import blocks_of, evidence_of, marks_of, uncovered_in
from app.desktop.margin import MarkedBlock, paint_margin
from app.desktop.overview import MarkKind, OverviewMark
from app.desktop.panes.paced_browser import PacedBrowser
from app.desktop.plain_text import tip
from app.desktop.written import select
from app.model.matter import UNDECIDED, Decision
from app.model.review import Finding, Review, Subject
from app.model.span import Place

_BESIDE = 40  # marked cells that may stand before the first block in view and still reach into it


class MarkedBrowser(PacedBrowser):
    """Marks the findings of a review beside what is written, and the words that a chosen one rests on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: Review | None = None  # the review whose findings are marked
        self._marks: dict[int, tuple[Finding, ...]] = {}
        self._uncovered: dict[int, tuple[Subject, ...]] = {}
        self._painted: list[int] = []
        self._decisions: Mapping[str, Decision] = {}
        self._finding: Finding | None = None
        self._chosen: tuple[int, ...] = ()
        self._looked_up: Place | None = None
        self._found: Sequence[tuple[int, int]] = ()
        self._current = -1
        self.verticalScrollBar().valueChanged.connect(lambda: self.mark_words() if self._found else None)

    def findings_at(self, number: int) -> tuple[Finding, ...]:
        """Return the findings marked at the block `number`, worst first."""
        return self._marks.get(number, ())

    def show_decisions(self, decisions: Mapping[str, Decision]) -> None:
        """Show beside the findings what was decided on them, by clause type."""
        self._decisions = dict(decisions)
        self.viewport().update()

    def show_found(self, spans: Sequence[tuple[int, int]], current: int) -> None:
        """Mark words that were found, in order, by their positions in the text; bring the current one into view.

        No one is current where `current` is -1.
        """
        self._found = tuple(spans)
        self._current = current
        if 0 <= current < len(self._found):
            self.bring_into_view(self.document().findBlock(self._found[current][0]).blockNumber())
        self.mark_words()

    def overview(self) -> tuple[OverviewMark, ...]:
        """Return where findings and changes stand in the height of the text, from top to bottom."""
        height = self.document().documentLayout().documentSize().height()
        scrolled = self.verticalScrollBar().value()
        marks: list[OverviewMark] = []
        for number, block in sorted(self.written.blocks.items()):
            kinds: set[MarkKind] = {piece.kind for piece in block.pieces if piece.kind in ("inserted", "deleted")}
            findings = self._marks.get(number, ())
            if kinds or findings:
                share = (self.place_of(number).top() + scrolled) / height
                marks += (OverviewMark(share, finding) for finding in findings)
                marks += (OverviewMark(share, kind=kind) for kind in sorted(kinds) if self.shows_changes)
        return tuple(marks)

    def take_stock(self) -> None:
        """Find the blocks to be marked among those that are written."""
        self._marks = marks_of(self._marked, self.written) if self._marked else {}
        self._uncovered = uncovered_in(self._marked, self.written) if self._marked else {}
        self.mark_words()

    def mark_words(self) -> None:
        """Find the blocks of the chosen finding; set its words, those looked up and those found on their grounds."""
        self._chosen = ()
        if self._marked and self._finding:
            self._chosen = blocks_of(self._marked, self._finding, self.written)
        self._painted = sorted({*self._marks, *self._chosen, *self._uncovered})
        evidence = QTextCharFormat()
        evidence.setBackground(QColor(theme.colours(self.palette()).evidence))
        marks = []
        for number, first, last in self._words():
            base = self.document().findBlockByNumber(number).position()
            marks.append(self._mark(base + first, base + last, evidence))
        self.setExtraSelections([*marks, *self._found_marks()])
        self.viewport().update()

    def _words(self) -> Iterator[tuple[int, int, int]]:
        """Yield block, first and last position of the words to be marked."""
        if self._looked_up is not None:
            yield from self.written.words_at(self._looked_up)
        elif self._finding is not None and self._marked is not None:
            yield from evidence_of(self._finding, self.written)

    def _found_marks(self) -> Iterator[QTextEdit.ExtraSelection]:
        """Yield the marks of those words found that are in view; of thousands the others would only cost time."""
        area = self.viewport().rect()
        first = self.cursorForPosition(area.topLeft()).block().position()
        end = self.cursorForPosition(area.bottomRight()).position()
        ground = QTextCharFormat()
        ground.setBackground(QColor(theme.colours(self.palette()).note))
        ground.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)  # not by colour alone
        current = QTextCharFormat()
        current.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        current.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        for place in range(bisect_left(self._found, (first, 0)), len(self._found)):
            start, stop = self._found[place]
            if start > end:
                return
            yield self._mark(start, stop, current if place == self._current else ground)

    def _mark(self, first: int, last: int, letters: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = select(0, first, last, QTextCursor(self.document()))
        mark.format = letters
        return mark

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the selected finding below the text and the margin marks beside it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_margin(painter, self._blocks_in_view(), self.column(), theme.colours(self.palette()))
        painter.end()
        super().paintEvent(event)

    def _blocks_in_view(self) -> Iterator[MarkedBlock]:
        """Yield the marked blocks in view."""
        beginning = max(0, bisect_left(self._painted, self.top_block()) - _BESIDE)
        for number in self._painted[beginning:]:
            place = self.place_of(number)
            if place.top() > self.viewport().height():
                return
            if place.bottom() > 0:
                findings = self.findings_at(number)
                yield MarkedBlock(
                    place,
                    findings,
                    tuple(self._decisions.get(finding.clause.id, UNDECIDED) for finding in findings),
                    self._finding if number in self._chosen else None,
                    self.written.blocks[number].in_cell,
                    number in self._uncovered,
                )

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the marks beside a paragraph mean."""
        if isinstance(event, QHelpEvent) and event.pos().x() < self.column().left():
            told = self._told_beside(self.cursorForPosition(event.pos()).blockNumber())
            if told:
                QToolTip.showText(event.globalPos(), tip(told), self.viewport())
                return True
        return super().viewportEvent(event)

    def _told_beside(self, number: int) -> str:
        """Return in words what is marked beside a block: its findings, else that no clause type explains it."""
        lines = [
            self.tr("{0}: {1}, {2}").format(
                words.severity_word(finding.severity),
                finding.clause.title,
                words.decision_word(self._decisions.get(finding.clause.id, UNDECIDED)),
            )
            for finding in self.findings_at(number)
        ]
        if not lines and number in self._uncovered:
            told = self.tr("{0}: no clause type explains this; read it yourself")
            lines.append(told.format(words.matters_word(self._uncovered[number])))
        return "\n".join(lines)
