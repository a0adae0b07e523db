"""The text of an entry being changed, with what is wrong in it."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.desktop.flow_layout import FlowLayout
from app.desktop.library.mistakes_model import MistakesModel
from app.desktop.library.yaml_editor import YamlEditor
from app.desktop.theme import GAP
from app.model.authoring import EntryCheck, EntryMistake

_PAUSE_MS = 400


class EditPane(QWidget):
    """Edits the text of one entry; it is checked shortly after the last letter.

    Signals:
        check_asked: The text has changed and is to be checked.
        save_asked, wording_asked, revert_asked, reload_asked: What the buttons say.
        modified_changed: Whether the text differs from the file.
    """

    check_asked = Signal()
    save_asked = Signal()
    wording_asked = Signal()
    revert_asked = Signal()
    reload_asked = Signal()
    modified_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("editTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.title.setProperty("role", "heading")
        self.editor = YamlEditor()
        self.editor.document().modificationChanged.connect(self.modified_changed)
        self.model = MistakesModel(self)
        self.state = QLabel()
        self.state.setObjectName("editState")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.list = QListView()
        self.list.setObjectName("editMistakes")
        self.list.setAccessibleName(self.tr("Mistakes and warnings"))
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setSpacing(2)
        self.list.clicked.connect(self._go_to)
        self.list.activated.connect(self._go_to)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.check_asked)
        self.editor.textChanged.connect(self._text_changed)
        self.outside = self._outside_bar()
        self._arrange()

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.editor.toPlainText()

    @property
    def is_modified(self) -> bool:
        """Whether the text differs from the file."""
        return self.editor.document().isModified()

    def show_text(self, title: str, text: str, *, modified: bool, can_revert: bool) -> None:
        """Show the text of an entry, from its top."""
        self.title.setText(title)
        self.editor.setPlainText(text)
        self.editor.document().setModified(modified)
        self.revert.setVisible(can_revert)
        self.outside.hide()
        self.check_now()

    def check_now(self) -> None:
        """Ask for a check without waiting."""
        self._timer.stop()
        self.say_checking()
        self.check_asked.emit()

    def say_checking(self) -> None:
        """Say that the text is being checked; what was found before stays in sight."""
        self.state.setText(self.tr("Checking …"))

    def show_check(self, check: EntryCheck) -> None:
        """Show what a check found."""
        self.model.show_mistakes(check.mistakes)
        self.editor.show_mistakes(check.mistakes)
        self.state.setText(self._summary(check))
        self.state.setAccessibleName(self.state.text())

    def show_failure(self, text: str) -> None:
        """Say that the text could not be checked."""
        self.state.setText(self.tr("Not checked: {0}").format(text))

    def step(self, by: int) -> None:
        """Go to the next or the previous mistake, from the line of the cursor."""
        line = self.editor.textCursor().blockNumber() + 1
        rows = range(self.model.rowCount())
        lines = {row: self.model.index(row).data(MistakesModel.MISTAKE_ROLE).line for row in rows}
        ahead = [row for row in rows if (lines[row] - line) * by > 0]
        if rows:
            row = (ahead or list(rows))[0 if by > 0 else -1]
            self.list.setCurrentIndex(self.model.index(row))
            self._go_to(self.model.index(row))

    def _text_changed(self) -> None:
        self.say_checking()
        self._timer.start()

    def _go_to(self, index: QModelIndex) -> None:
        mistake = index.data(MistakesModel.MISTAKE_ROLE)
        if isinstance(mistake, EntryMistake):
            self.editor.go_to(mistake.line)

    def _summary(self, check: EntryCheck) -> str:
        mistakes = sum(not mistake.is_warning for mistake in check.mistakes)
        warnings = len(check.mistakes) - mistakes
        told = []
        if check.clause is None:
            told.append(self.tr("✗ The entry cannot be used yet"))
        else:
            sign = "✓" if check.passed == check.examples else "✗"
            told.append(self.tr("{0} {1} of {2} examples pass").format(sign, check.passed, check.examples))
        told.append(_counted(mistakes, self.tr("no mistakes"), self.tr("1 mistake"), self.tr("{0} mistakes")))
        if warnings:
            told.append(_counted(warnings, "", self.tr("1 warning"), self.tr("{0} warnings")))
        if check.elsewhere:
            files = ", ".join(dict.fromkeys(line.split(":", 1)[0] for line in check.elsewhere))
            told.append(self.tr("left out, because of mistakes of their own: {0}").format(files))
        return "  ·  ".join(told)

    def _outside_bar(self) -> QFrame:
        """Return the bar that says that another program changed the file."""
        bar = QFrame()
        bar.setObjectName("messageBar")
        told = QLabel(self.tr("Another program has changed this file. Yours is kept until you say otherwise."))
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.reload = QPushButton(self.tr("Take theirs"))
        self.reload.setObjectName("editReload")
        self.reload.setToolTip(self.tr("Your text is kept as a draft beside the file"))
        self.reload.clicked.connect(self.reload_asked)
        keep = QPushButton(self.tr("Keep mine"))
        keep.setObjectName("editKeep")
        keep.clicked.connect(bar.hide)
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        row.addWidget(told, 1)
        row.addWidget(self.reload)
        row.addWidget(keep)
        bar.hide()
        return bar

    def _arrange(self) -> None:
        self.save = self._button("editSave", self.tr("Save"), self.save_asked, primary=True)
        self.wording = self._button("editWording", self.tr("Insert wording…"), self.wording_asked)
        self.wording.setToolTip(self.tr("Puts in the wording of a bundled position, to be changed"))
        self.revert = self._button("editRevert", self.tr("Revert to bundled…"), self.revert_asked)
        buttons = FlowLayout()
        for button in (self.save, self.wording, self.revert):
            buttons.addWidget(button)
        found = QWidget()
        below = QVBoxLayout(found)
        below.setContentsMargins(GAP, GAP, GAP, 0)
        below.setSpacing(GAP // 2)
        below.addWidget(self.state)
        below.addWidget(self.list, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.editor)
        self.splitter.addWidget(found)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        head = QVBoxLayout()
        head.setContentsMargins(GAP, GAP, GAP, GAP)
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.outside)
        column.addLayout(head)
        column.addWidget(self.splitter, 1)

    def _button(self, name: str, text: str, signal: SignalInstance, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("role", "primary" if primary else "secondary")
        button.clicked.connect(lambda _=False: signal.emit())
        return button


def _counted(number: int, none: str, one: str, many: str) -> str:
    return none if number == 0 else one if number == 1 else many.format(number)
