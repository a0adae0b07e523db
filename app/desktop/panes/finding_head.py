"""What a finding is, at a glance: its clause type, how bad it is, where it stands, and what was decided."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.desktop import words
from app.desktop.deciding import decided_line
from app.desktop.detail_text import DetailText
from app.desktop.panes.detail_part import show_text, text_label
from app.desktop.theme import GAP
from app.model.clause import DEVIATIONS
from app.model.document import Document
from app.model.matter import Decision, Standing
from app.model.review import Finding

_SIGNS = {"covered": "✓", "overridden": "▽", "holds": "△", "also": "＋"}


class FindingHead(QWidget):
    """Names a finding and tells in a line each what to know of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = text_label("detailTitle", Qt.TextFormat.PlainText)
        self.title.setProperty("role", "title")
        self.level = text_label("detailHeading")
        self.standing = text_label("detailStanding", Qt.TextFormat.PlainText)
        self.state = text_label("detailDecision", Qt.TextFormat.PlainText)
        self.why = text_label("detailWhy", Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for label in (self.title, self.level, self.standing, self.state, self.why):
            column.addWidget(label)

    def show_finding(
        self, document: Document, finding: Finding, decision: Decision, standing: Standing | None, text: DetailText
    ) -> None:
        """Show `finding`, what was decided on it, and how it stands to the other documents."""
        show_text(self.title, finding.clause.title)
        show_text(self.level, text.heading(document, finding))
        show_text(self.standing, f"{_SIGNS[standing.kind]} {standing.why}" if standing else "")
        self.standing.setVisible(standing is not None)
        show_text(self.state, f"{words.decision_glyph(decision) or '○'} {decided_line(finding, decision, standing)}")
        self.state.setVisible(finding.level in DEVIATIONS)
        show_text(self.why, finding.why)
