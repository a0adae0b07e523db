"""How a watch begins: versions are dropped or chosen, or a baseline of the matter is taken up again."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.desktop.flow_layout import FlowLayout
from app.desktop.theme import GAP
from app.desktop.watching.baselines_model import BaselinesModel
from app.model.kept import KeptFile


class BeginPage(QScrollArea):
    """Asks for versions, and lists the baselines that the matter keeps.

    Signals:
        files_asked, folder_asked: What the buttons say.
        baseline_chosen: The KeptFile of the chosen row; None without one.
        newer_asked: A newer version is to be held against the KeptFile.
        removal_asked: The KeptFile is to be kept no longer.
    """

    files_asked = Signal()
    folder_asked = Signal()
    baseline_chosen = Signal(object)
    newer_asked = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watchBegin")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.files = _button("watchFiles", self.tr("Choose versions…"), "primary")
        self.folder = _button("watchFolder", self.tr("Choose a folder…"), "secondary")
        self.baselines = BaselinesModel(self)
        self.table = self._table()
        self.newer = _button("watchNewer", self.tr("Compare a newer version…"), "secondary")
        self.remove = _button("watchLetGo", self.tr("Keep it no longer…"), "secondary")
        self.kept = self._kept_part()
        self.setWidget(self._page())
        self.files.clicked.connect(lambda _=False: self.files_asked.emit())
        self.folder.clicked.connect(lambda _=False: self.folder_asked.emit())
        self.newer.clicked.connect(lambda _=False: self.newer_asked.emit(self.chosen))
        self.remove.clicked.connect(lambda _=False: self.removal_asked.emit(self.chosen))
        self.table.activated.connect(lambda _: self.newer_asked.emit(self.chosen))
        self.table.selectionModel().currentChanged.connect(lambda: self.baseline_chosen.emit(self.chosen))
        self.show_baselines((), date.min)

    @property
    def chosen(self) -> KeptFile | None:
        """The chosen baseline."""
        index = self.table.currentIndex()
        return index.data(BaselinesModel.KEPT_ROLE) if index.isValid() else None

    def show_baselines(self, files: Sequence[KeptFile], today: date) -> None:
        """List the baselines of the matter; the chosen one stays chosen, else the first is."""
        before = self.chosen
        self.baselines.show_files(files, today)
        self.kept.setVisible(bool(files))
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GAP)
        rows = min(max(len(files), 1), 8) * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + GAP)
        known = [file.id for file in files]
        row = known.index(before.id) if before is not None and before.id in known else 0
        if files:
            self.table.setCurrentIndex(self.baselines.index(row, 0))
        else:
            self.baseline_chosen.emit(None)

    def choose(self, number: int) -> None:
        """Choose the baseline with an id."""
        for row in range(self.baselines.rowCount()):
            if self.baselines.index(row, 0).data(BaselinesModel.KEPT_ROLE).id == number:
                self.table.setCurrentIndex(self.baselines.index(row, 0))

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("watchBaselines")
        table.setAccessibleName(self.tr("Baselines kept in the matter"))
        table.setModel(self.baselines)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table

    def _kept_part(self) -> QWidget:
        title = QLabel(self.tr("Baselines kept in the matter"))
        title.setProperty("role", "heading")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setBuddy(self.table)
        buttons = FlowLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.newer)
        buttons.addWidget(self.remove)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addWidget(self.table)
        column.addLayout(buttons)
        return part

    def _page(self) -> QWidget:
        prompt = QLabel(self.tr("Drop the versions of a policy or of terms here, or a folder of them"))
        prompt.setProperty("role", "prompt")
        told = QLabel(
            self.tr(
                "Two versions or more. Days are taken from the names, such as terms-2026-03-31.pdf, and can be "
                "corrected. Nothing is fetched: you bring the files."
            )
        )
        told.setProperty("role", "muted")
        for label in (prompt, told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ground = QFrame()
        ground.setProperty("role", "dropZone")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        inside.setSpacing(2 * GAP)
        inside.addWidget(prompt)
        for button in (self.files, self.folder):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(4 * GAP, 2 * GAP, 4 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addStretch(1)
        for part in (ground, told, self.kept):
            column.addWidget(part)
        column.addStretch(2)
        return page


def _button(name: str, text: str, role: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", role)
    return button
