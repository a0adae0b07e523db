"""The bar above a PDF: whether its text or its pages are shown, and how large the pages are."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from app.desktop.theme import GAP

Face = Literal["text", "pages"]


class FaceBar(QFrame):
    """Switches between text and pages; hidden for documents that have no pages.

    Signals:
        face_asked: "text" or "pages": what the user wants to see.
        zoom_asked: By how many steps the pages are to be larger; 0 fits them to the width.
    """

    face_asked = Signal(str)
    zoom_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faceBar")
        self._group = QButtonGroup(self)
        self.faces: dict[Face, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, GAP, GAP // 2)
        row.setSpacing(GAP // 2)
        named: tuple[tuple[Face, str, str], ...] = (
            ("text", self.tr("Text"), self.tr("Show the document as text")),
            ("pages", self.tr("Pages"), self.tr("Show the pages as they are printed")),
        )
        for face, name, told in named:
            chip = self._chip(f"face-{face}", name, told)
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, face=face: self.face_asked.emit(face))
            self._group.addButton(chip)
            self.faces[face] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self._zoom = tuple(
            self._chip(name, sign, told)
            for name, sign, told in (
                ("zoomOut", "−", self.tr("Smaller pages (Ctrl+-)")),
                ("zoomFit", self.tr("Fit width"), self.tr("Fit the pages to the width (Ctrl+0)")),
                ("zoomIn", "+", self.tr("Larger pages (Ctrl++)")),
            )
        )
        for chip, steps in zip(self._zoom, (-1, 0, 1), strict=True):
            chip.clicked.connect(lambda _=False, steps=steps: self.zoom_asked.emit(steps))
            row.addWidget(chip)
        self.hide()

    def show_face(self, face: Face) -> None:
        """Say what is shown; sizes are offered for pages."""
        self.faces[face].setChecked(True)
        for chip in self._zoom:
            chip.setVisible(face == "pages")

    def _chip(self, name: str, text: str, told: str) -> QPushButton:
        chip = QPushButton(text)
        chip.setObjectName(name)
        chip.setProperty("role", "chip")
        chip.setAccessibleName(told)
        chip.setToolTip(told)
        return chip
