"""What the library window shows: the list of entries, and one of them to read, to change, and as it was tried."""

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.desktop import theme
from app.desktop.flow_layout import FlowLayout
from app.desktop.library.edit_pane import EditPane
from app.desktop.library.entries_pane import EntriesPane
from app.desktop.library.entry_text import EntryText
from app.desktop.library.quiet_browser import QuietBrowser
from app.desktop.library.trial_text import TrialText
from app.desktop.message_bar import MessageBar
from app.desktop.theme import GAP
from app.model.authoring import Shelf, ShelfEntry, Trial
from app.model.document import Document

_READ, _EDIT, _TRY = range(3)


class LibraryPage(QWidget):
    """Arranges the parts of the library window; none of them knows another.

    Signals:
        change_asked, new_asked, folder_asked, trial_asked: What the buttons and menus say.
    """

    change_asked = Signal()
    new_asked = Signal()
    folder_asked = Signal()
    trial_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf: Shelf | None = None
        self._entry: ShelfEntry | None = None
        self._tried: tuple[Document, Trial] | None = None
        self._has_document = False
        self.messages = MessageBar()
        self.entries = EntriesPane()
        self.reading = QuietBrowser("libraryReading", self.tr("The entry"))
        self.technical = QCheckBox(self.tr("Show phrases and tests as they are written"))
        self.technical.setObjectName("libraryTechnical")
        self.technical.toggled.connect(self._write_entry)
        self.edit = EditPane()
        self.trial = QuietBrowser("libraryTrial", self.tr("What the entry makes of the document"))
        self.tabs = QTabWidget()
        self.tabs.setObjectName("libraryTabs")
        self.tabs.setAccessibleName(self.tr("Pages of the library"))
        self.tabs.setDocumentMode(True)
        self._desk = QStackedWidget()
        self._arrange()
        self._write_trial()
        self.show_desk(is_empty=True)

    @property
    def is_reading(self) -> bool:
        """Whether an entry is shown to read."""
        return self.tabs.currentIndex() == _READ

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the library in use."""
        self._shelf = shelf
        self.entries.show_shelf(shelf)

    def show_entry(self, entry: ShelfEntry) -> None:
        """Show an entry to read."""
        is_other = self._entry is None or self._entry.id != entry.id
        self._entry = entry
        self.change.setEnabled(True)
        self._write_entry()
        if is_other:
            self.reading.verticalScrollBar().setValue(0)
            self._tried = None
            self._write_trial()
        self._enable()

    def show_desk(self, *, is_empty: bool) -> None:
        """Show the text being changed, or what to do to change one."""
        self._desk.setCurrentIndex(0 if is_empty else 1)

    def read_entry(self) -> None:
        """Go to the entry to read."""
        self.tabs.setCurrentIndex(_READ)
        self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_entry(self) -> None:
        """Show the text being changed and go to it."""
        self.show_desk(is_empty=False)
        self.go_to_desk()

    def go_to_desk(self) -> None:
        """Go to the text being changed, or to what is said in its place."""
        self.tabs.setCurrentIndex(_EDIT)
        self.edit.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_trial(self) -> None:
        """Go to what came of the last trial."""
        self.tabs.setCurrentIndex(_TRY)
        self.trial.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_document(self, document: Document | None) -> None:
        """Say on which document entries can be tried."""
        self._has_document = document is not None
        self._tried = None
        self._write_trial()
        self._enable()

    def say_trying(self) -> None:
        """Say that the trial runs."""
        self.tabs.setCurrentIndex(_TRY)
        self._tried = None
        self._write_trial(self.tr("Trying the entry on the document …"))

    def show_trial(self, document: Document, trial: Trial) -> None:
        """Show what came of a trial."""
        self._tried = (document, trial)
        self._write_trial()
        self.trial.verticalScrollBar().setValue(0)

    def show_failed_trial(self) -> None:
        """Say that nothing came of the trial."""
        self._write_trial(self.tr("The entry could not be tried: see the message above, and the mistakes under Edit."))

    def changeEvent(self, event: QEvent) -> None:
        """Write the pages anew in another palette or font: they hold its colours and serif."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "trial"):
            self._write_entry()
            self._write_trial()

    def _write_entry(self) -> None:
        if self._entry is None or self._shelf is None:
            return
        at = self.reading.verticalScrollBar().value()
        text = EntryText(theme.colours(self.palette()), self._serif(), technical=self.technical.isChecked())
        packs = [(pack.id, pack.title) for pack in self._shelf.packs]
        self.reading.setHtml(text.page(self._entry, packs, self._shelf.version))
        self.reading.verticalScrollBar().setValue(at)

    def _write_trial(self, state: str = "") -> None:
        if self._tried is not None:
            text = TrialText(theme.colours(self.palette()), self._serif())
            self.trial.setHtml(text.page(*self._tried))
        elif state:
            self.trial.setPlainText(state)
        elif self._has_document:
            told = self.tr("Here you see what the entry makes of the document under review, before you save it.")
            self.trial.setPlainText(told + "\n\n" + self.tr("Press “Try on this document”."))
        else:
            told = self.tr("Open a document in the main window, and you can try the entry on it here.")
            self.trial.setPlainText(told)

    def _serif(self) -> str:
        return theme.reading_font(self.font()).family()

    def _enable(self) -> None:
        self.attempt.setEnabled(self._has_document and self._entry is not None)
        self.attempt.setToolTip(
            "" if self._has_document else self.tr("Open a document in the main window to try the entry on it")
        )

    def _arrange(self) -> None:
        self.change = self._button("libraryChange", self.tr("Change in our library…"), self.change_asked)
        self.change.setEnabled(False)
        self.attempt = self._button("libraryTry", self.tr("Try on this document"), self.trial_asked)
        buttons = FlowLayout()
        for button in (self.change, self.attempt):
            buttons.addWidget(button)
        read = QWidget()
        column = QVBoxLayout(read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reading, 1)
        column.addWidget(self.technical)
        self.technical.setContentsMargins(GAP, GAP, GAP, GAP)
        empty = QLabel(
            self.tr(
                "This entry is as it is in the bundled library. Press “Change in our library…”: "
                "what you change goes into a folder of your own, field by field."
            )
        )
        empty.setTextFormat(Qt.TextFormat.PlainText)
        empty.setWordWrap(True)
        empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        empty.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self._desk.addWidget(empty)
        self._desk.addWidget(self.edit)
        for part, title in ((read, self.tr("Read")), (self._desk, self.tr("Edit")), (self.trial, self.tr("Try"))):
            self.tabs.addTab(part, title)
        self.edit.modified_changed.connect(
            lambda modified: self.tabs.setTabText(_EDIT, self.tr("Edit (not saved)") if modified else self.tr("Edit"))
        )
        right = QWidget()
        shown = QVBoxLayout(right)
        shown.setContentsMargins(GAP, GAP, GAP, 0)
        shown.setSpacing(GAP)
        shown.addLayout(buttons)
        shown.addWidget(self.tabs, 1)
        self.splitter = QSplitter()
        self.splitter.addWidget(self.entries)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([40 * GAP, 100 * GAP])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.messages)
        whole.addWidget(self.splitter, 1)

    def _button(self, name: str, text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("role", "secondary")
        button.clicked.connect(lambda _=False: signal.emit())
        return button
