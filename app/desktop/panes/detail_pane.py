"""The detail of the chosen finding."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.detail_text import ALL, DetailText, parse_place
from app.desktop.theme import GAP
from app.model.review import Finding, Review


class DetailPart(QFrame):
    """A heading with a text below it; hidden while the text is empty.

    Signals:
        link_followed: The address of a link in the text.
    """

    link_followed = Signal(str)

    def __init__(self, name: str, title: str, form: Qt.TextFormat = Qt.TextFormat.RichText) -> None:
        super().__init__()
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        self.body = text_label(name, title, form)
        self.body.linkActivated.connect(self.link_followed)
        heading.setBuddy(self.body)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP, 0, 0)
        self._column.setSpacing(GAP // 2)
        self._column.addWidget(heading)
        self._column.addWidget(self.body)

    def fill(self, text: str) -> None:
        """Show `text`."""
        self.body.setText(text)
        self.setVisible(bool(text))

    def set_apart(self) -> None:
        """Give the part a ground of its own."""
        self.setObjectName("noteGround")
        self._column.setContentsMargins(GAP + GAP // 2, GAP, GAP, GAP)


class DetailPane(QScrollArea):
    """Shows how a finding came about and what is asked: words, facts, tests, level, wording, sources.

    Signals:
        place_chosen: The Place whose link was followed.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailPane")
        self.setAccessibleName(self.tr("Detail of the finding"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[Review, Finding] | None = None
        self._opened: set[str] = set()
        self.title = text_label("detailTitle", self.tr("Clause type"), Qt.TextFormat.PlainText)
        self.level = text_label("detailLevel", self.tr("Severity and level"))
        self.why = text_label("detailWhy", self.tr("Why"), Qt.TextFormat.PlainText)
        self.says = DetailPart("detailSays", self.tr("What it says"))
        self.elsewhere = DetailPart("detailElsewhere", self.tr("Words elsewhere that bear on it"))
        self.facts = DetailPart("detailFacts", self.tr("Facts read"))
        self.ladder = DetailPart("detailLadder", self.tr("Positions and their tests"))
        self.redline = DetailPart("detailRedline", self.tr("Redline"))
        plain = Qt.TextFormat.PlainText
        self.comment = DetailPart("detailComment", self.tr("Comment to the counterparty"), plain)
        self.note = DetailPart("detailNote", self.tr("Internal note – never sent to the counterparty"), plain)
        self.note.set_apart()
        self.sources = DetailPart("detailSources", self.tr("Sources and claims"))
        self._page = QWidget()
        self._page.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(2 * GAP, GAP + GAP // 2, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        for label in (self.title, self.level, self.why):
            column.addWidget(label)
        reasons = (self.says, self.elsewhere, self.facts, self.ladder)
        for part in (*reasons, self.redline, self.comment, self.note, self.sources):
            column.addWidget(part)
            part.link_followed.connect(self._follow)
        column.addStretch(1)
        self.setWidget(self._page)
        self._page.setVisible(False)
        self._set_title_font()

    def show_finding(self, review: Review, finding: Finding) -> None:
        """Show `finding` of `review`, from its top."""
        self._shown = (review, finding)
        self._opened.clear()
        self._page.setVisible(True)
        self._write()
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Write the texts anew when the palette or the font changes: they hold its colours and serif."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._set_title_font()
            self._write()

    def _follow(self, link: str) -> None:
        """Show all of a part where a link asks for it; any other leads to a place."""
        if link.startswith(ALL):
            self._opened.add(link.removeprefix(ALL))
            self._write()
        else:
            self.place_chosen.emit(parse_place(link))

    def _write(self) -> None:
        if self._shown is None:
            return
        review, finding = self._shown
        text = DetailText(theme.colours(self.palette()), theme.reading_font(self.font()).family())
        redline = review.redline_of(finding.clause.id)
        self.title.setText(finding.clause.title)
        self.level.setText(text.heading(finding))
        self.why.setText(finding.why)
        self.says.fill(text.says(review.document, finding, everything="says" in self._opened))
        self.elsewhere.fill(text.elsewhere(review.document, finding, everything="elsewhere" in self._opened))
        self.facts.fill(text.facts(review.document, finding))
        self.ladder.fill(text.ladder(finding))
        self.redline.fill(text.redline(review.document, redline))
        self.comment.fill(redline.comment.text if redline and redline.comment else "")
        self.note.fill(next((note.text for clause, note in review.notes if clause == finding.clause.id), ""))
        self.sources.fill(text.sources(finding))

    def _set_title_font(self) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)


def text_label(name: str, spoken: str, form: Qt.TextFormat = Qt.TextFormat.RichText) -> QLabel:
    """Return a label whose text breaks in lines, can be selected, and is reached by keyboard."""
    label = QLabel()
    label.setObjectName(name)
    label.setAccessibleName(spoken)
    label.setTextFormat(form)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
