"""What has to be put right before an export, told as soon as it is so, and taken back once it is put right."""

from PySide6.QtCore import QObject

from app.desktop.message_bar import MessageBar
from app.desktop.session import Session


class Troubles(QObject):
    """Tells in the message bar where redlines of the open matter contradict one another or were left out."""

    def __init__(self, session: Session, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._told: dict[int, tuple[str, ...]] = {}
        session.review_changed.connect(self._tell)
        session.documents_changed.connect(self._keep_to_those_there)
        session.closing.connect(self._take_all_back)

    def _tell(self, document: int) -> None:
        troubles = self._session.redrafted(document).troubles
        told = tuple(dict.fromkeys(line for lines in troubles.values() for line in lines))
        before = self._told.get(document, ())
        for line in before:
            if line not in told:
                self._bar.withdraw(line)
        for line in told:
            if line not in before:
                self._bar.show_problem(line)
        self._told[document] = told

    def _keep_to_those_there(self) -> None:
        """Take back what was told of documents that left the matter."""
        there = {held.id for held in self._session.documents}
        for document in self._told.keys() - there:
            self._take_back(document)

    def _take_all_back(self) -> None:
        for document in tuple(self._told):
            self._take_back(document)

    def _take_back(self, document: int) -> None:
        for line in self._told.pop(document):
            self._bar.withdraw(line)
