"""Which two versions are compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.comparing.jobs import Version
from app.desktop.drop_window import dropped_paths
from app.desktop.opening import file_kinds
from app.desktop.plain_text import tip, visible
from app.desktop.theme import GAP

_USUAL = QSize(90 * GAP, 0)
_OF_SCREEN = 0.9  # at most


@dataclass(frozen=True, slots=True)
class Choices:
    """What is offered.

    Attributes:
        versions: Documents that are open, and files compared before, the likeliest first.
        folder: Where other files are looked for.
        old: Which of the versions is the old one at first; None for none.
        new: Which is the new one.
    """

    versions: Sequence[Version]
    folder: Path
    old: int | None = None
    new: int | None = None


class VersionBox(QComboBox):
    """Offers documents, of which one can be chosen; a file dropped on it is one more.

    Signals:
        files_dropped: The Paths of files that were dropped on it.
    """

    files_dropped = Signal(object)

    def __init__(self, name: str, title: str, versions: Sequence[Version], chosen: int | None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(title)  # on Linux its name is its choice
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setPlaceholderText(self.tr("Choose a document"))
        self.setAcceptDrops(True)
        for version in versions:
            self._add(version)
        self.currentIndexChanged.connect(lambda: self.setToolTip(tip(self.currentText())))
        self.setCurrentIndex(-1 if chosen is None else chosen)

    @property
    def version(self) -> Version | None:
        """The chosen one; None before one is."""
        chosen: Version | None = self.currentData()
        return chosen

    def choose(self, version: Version) -> None:
        """Choose a document, which is offered from now on."""
        place = next((row for row in range(self.count()) if self.itemData(row) == version), -1)
        if place < 0:
            self._add(version)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_paths(event.mimeData()))

    def where(self, version: Version) -> str:
        """Return where a document comes from."""
        return self.tr("open now") if version.document is not None else str(version.path.parent)

    def _add(self, version: Version) -> None:
        self.addItem(visible(f"{version.name}  ({self.where(version)})"), version)


class ChooseDialog(QDialog):
    """Asks for the old and the new version; two files dropped at once are both."""

    def __init__(self, parent: QWidget | None, choices: Choices) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare two versions"))
        self._folder = choices.folder
        self.old = VersionBox("oldVersion", self.tr("Old version"), choices.versions, choices.old)
        self.new = VersionBox("newVersion", self.tr("New version"), choices.versions, choices.new)
        self.swap = QPushButton(self.tr("S&wap ⇅"))
        self.swap.setObjectName("swapVersions")
        self.swap.setAutoDefault(False)
        self.swap.clicked.connect(self._swap)
        told = QLabel(self.tr("Word, PDF or any other format that can be opened; both need not be of one kind."))
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = self.buttons.addButton(self.tr("Compare"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.confirm.setObjectName("compareVersions")
        self.confirm.setProperty("role", "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        grid.setColumnStretch(1, 1)
        self._add_row(grid, 0, self.tr("&Old version"), self.old)
        grid.addWidget(self.swap, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self._add_row(grid, 2, self.tr("&New version"), self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(grid)
        column.addWidget(told)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.confirm.setDefault(True)
        self._check()
        self.resize(self.sizeHint().expandedTo(_USUAL).boundedTo(self.screen().availableSize() * _OF_SCREEN))

    @classmethod
    def ask(cls, parent: QWidget | None, choices: Choices) -> tuple[Version, Version] | None:
        """Return the old and the new version; None if the user turned back."""
        dialog = cls(parent, choices)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        old, new = dialog.old.version, dialog.new.version
        return (old, new) if accepted and old is not None and new is not None else None

    @property
    def folder(self) -> Path:
        """Where files were looked for last."""
        return self._folder

    def take(self, box: VersionBox, paths: Sequence[Path]) -> None:
        """Take a file into a box; two are the old and the new version."""
        if len(paths) == 1:
            box.choose(Version(paths[0]))
        elif paths:
            self.old.choose(Version(paths[0]))
            self.new.choose(Version(paths[1]))

    def _add_row(self, grid: QGridLayout, row: int, title: str, box: VersionBox) -> None:
        label = QLabel(title)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(box)
        browse = QPushButton(self.tr("Choose…"))
        browse.setObjectName(f"{box.objectName()}Browse")
        browse.setAccessibleName(self.tr("Choose… ({0})").format(box.accessibleName()))
        browse.setAutoDefault(False)
        browse.clicked.connect(lambda: self._browse(box))
        box.files_dropped.connect(lambda paths: self.take(box, paths))
        box.currentIndexChanged.connect(self._check)
        for column, widget in enumerate((label, box, browse)):
            grid.addWidget(widget, row, column)

    def _browse(self, box: VersionBox) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, box.accessibleName(), str(self._folder), file_kinds())
        if names:
            self._folder = Path(names[0]).parent
            self.take(box, [Path(name) for name in names])

    def _swap(self) -> None:
        old, new = self.old.version, self.new.version
        for box, version in ((self.old, new), (self.new, old)):
            if version is None:
                box.setCurrentIndex(-1)
            else:
                box.choose(version)

    def _check(self) -> None:
        old, new = self.old.version, self.new.version
        self.confirm.setEnabled(old is not None and new is not None and old != new)
