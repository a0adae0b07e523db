"""Which files were sent and which came back, round by round, and whose tracked changes in them are ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.comparing.choose_dialog import VersionBox
from app.desktop.comparing.jobs import Version
from app.desktop.opening import file_kinds
from app.desktop.rounds.jobs import RoundFile, RoundFiles
from app.desktop.theme import GAP

_USUAL = QSize(96 * GAP, 0)
_OF_SCREEN = 0.9  # at most

Started = tuple[RoundFile | None, RoundFile | None]
"""A round of which not every file is chosen yet."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered.

    Attributes:
        rounds: Those that are chosen at first; one at least.
        files: What can be chosen without looking for it, the likeliest first.
        next_sent: What was sent in a round that is added; None where that is not known.
        folder: Where other files are looked for.
        author: Whose tracked changes are ours, as the user said; "" for the usual name.
    """

    rounds: Sequence[Started]
    files: Sequence[RoundFile]
    folder: Path
    next_sent: RoundFile | None = None
    author: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen; `author` is "" for the usual name."""

    rounds: tuple[RoundFiles, ...]
    author: str
    folder: Path


class FileBox(VersionBox):
    """Offers files of a negotiation."""

    def where(self, version: Version) -> str:
        """Return where a file comes from."""
        if isinstance(version, RoundFile) and version.data is not None:
            return self.tr("kept in the matter")
        if isinstance(version, RoundFile) and version.is_exported:
            return self.tr("exported from the matter")
        return super().where(version)

    @property
    def file(self) -> RoundFile | None:
        """The chosen one; None before one is."""
        chosen = self.version
        return chosen if isinstance(chosen, RoundFile) else None


class RoundRow(QWidget):
    """Asks for the two files of a round; two that are dropped at once are both."""

    def __init__(self, number: int, start: Started, offered: Sequence[RoundFile]) -> None:
        super().__init__()
        title = QLabel(self.tr("Round {0}").format(number))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "heading")
        spoken = self.tr("What you sent, round {0}"), self.tr("What came back, round {0}")
        self.sent, self.returned = (
            FileBox(f"round{number}{name}", told.format(number), offered, None)
            for name, told in zip(("Sent", "Returned"), spoken, strict=True)
        )
        self.browse: list[QPushButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        grid.setColumnStretch(1, 1)
        grid.addWidget(title, 0, 0, 1, 3)
        texts = self.tr("What you sent"), self.tr("What came back")
        for line, (text, box, file) in enumerate(zip(texts, self.boxes, start, strict=True), start=1):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(box)
            button = QPushButton(self.tr("Choose…"))
            button.setObjectName(f"{box.objectName()}Browse")
            button.setAccessibleName(self.tr("Choose… ({0})").format(box.accessibleName()))
            button.setAutoDefault(False)
            self.browse.append(button)
            if file is not None:
                box.choose(file)
            box.files_dropped.connect(partial(self.take, box))
            for place, widget in enumerate((label, box, button)):
                grid.addWidget(widget, line, place)

    @property
    def boxes(self) -> tuple[FileBox, FileBox]:
        """The box of what was sent, and that of what came back."""
        return self.sent, self.returned

    @property
    def files(self) -> Started:
        """What is chosen."""
        return self.sent.file, self.returned.file

    def take(self, box: FileBox, paths: Sequence[Path]) -> None:
        """Take a file into a box; two are what was sent and what came back."""
        if len(paths) == 1:
            box.choose(RoundFile(paths[0]))
        elif paths:
            self.sent.choose(RoundFile(paths[0]))
            self.returned.choose(RoundFile(paths[1]))


class FilesDialog(QDialog):
    """Asks for the files of all rounds, the first one first."""

    def __init__(self, parent: QWidget | None, offer: Offer) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Returned file"))
        self._offer = offer
        self._folder = offer.folder
        self.rows: list[RoundRow] = []
        self.more = QPushButton(self.tr("&Add a round"))
        self.more.setObjectName("addRound")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(lambda _=False: self.add_row((self._offer.next_sent, None)))
        self.fewer = QPushButton(self.tr("Take the &last round away"))
        self.fewer.setObjectName("removeRound")
        self.fewer.setAutoDefault(False)
        self.fewer.clicked.connect(lambda _=False: self.remove_row())
        self.author = QLineEdit(offer.author)
        self.author.setObjectName("ourName")
        self.author.setPlaceholderText(self.tr("As in the file that was sent"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setObjectName("compareRounds")
        self.confirm.setProperty("role", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        self._page = self._asked()
        column.addWidget(_scrolled(self._page), 1)
        column.addWidget(self.buttons)
        self.confirm.setDefault(True)
        for start in offer.rounds:
            self.add_row(start)
        self._fit()

    @classmethod
    def ask(cls, parent: QWidget | None, offer: Offer) -> Chosen | None:
        """Return what was chosen; None if the user turned back."""
        dialog = cls(parent, offer)
        return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def chosen(self) -> Chosen:
        """Return the rounds of which both files are chosen, and whose changes are ours."""
        started = [row.files for row in self.rows]
        rounds = tuple((sent, back) for sent, back in started if sent is not None and back is not None)
        return Chosen(rounds, self.author.text().strip(), self._folder)

    def add_row(self, start: Started) -> None:
        """Ask for one more round."""
        row = RoundRow(len(self.rows) + 1, start, self._offer.files)
        for box, button in zip(row.boxes, row.browse, strict=True):
            box.currentIndexChanged.connect(self._check)
            button.clicked.connect(partial(self._browse, row, box))
        self.rows.append(row)
        self._list.addWidget(row)
        self._check()
        self._fit()

    def remove_row(self) -> None:
        """Ask for one round less."""
        row = self.rows.pop()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._check()

    def _browse(self, row: RoundRow, box: FileBox) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, box.accessibleName(), str(self._folder), file_kinds())
        if names:
            self._folder = Path(names[0]).parent
            row.take(box, [Path(name) for name in names])

    def _check(self) -> None:
        complete = [row.files for row in self.rows if None not in row.files]
        is_good = len(complete) == len(self.rows) and all(sent != back for sent, back in complete)
        self.confirm.setEnabled(bool(self.rows) and is_good)
        self.fewer.setEnabled(len(self.rows) > 1)

    def _fit(self) -> None:
        """Show all rounds, as far as the screen has room."""
        margins = QSize(6 * GAP, 7 * GAP + self.buttons.sizeHint().height())
        wanted = self._page.sizeHint() + margins
        self.resize(wanted.expandedTo(_USUAL).boundedTo(self.screen().availableSize() * _OF_SCREEN))

    def _asked(self) -> QWidget:
        """Return all that is asked."""
        told = QLabel(
            self.tr("Name the Word file that you sent, with your tracked changes in it, and what came back of it.")
        )
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        name = QLabel(self.tr("&Our name on the tracked changes"))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setBuddy(self.author)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.more)
        buttons.addWidget(self.fewer)
        buttons.addStretch(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(told)
        column.addLayout(self._list)
        column.addLayout(buttons)
        whose = QVBoxLayout()
        whose.setSpacing(GAP // 2)
        whose.addWidget(name)
        whose.addWidget(self.author)
        column.addLayout(whose)
        column.addStretch(1)
        return page


def _scrolled(page: QWidget) -> QScrollArea:
    """Return a page that is scrolled where the screen is too small for it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
