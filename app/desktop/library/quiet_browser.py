"""A page to read that fetches and opens nothing."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget


class QuietBrowser(QTextBrowser):
    """Shows rich text of our own making; nothing in it is loaded, and no link leads anywhere."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(16)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - of a page nothing is fetched
        """Return nothing, whatever is asked for."""
        return None
