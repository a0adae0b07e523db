import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.attachment_dialog import AttachmentDialog


@pytest.mark.parametrize(("button", "answer"), [("accept", "order.docx"), ("reject", None)])
@pytest.mark.usefixtures("qapp")
def test_asking_gives_the_attachment_or_none(button, answer):
    def reply():
        shown = QApplication.activeModalWidget()
        shown.list.setCurrentRow(1)
        getattr(shown, button)()

    QTimer.singleShot(0, reply)
    assert AttachmentDialog.ask(None, "offer.eml", ("terms.pdf", "order.docx")) == answer


def test_the_first_attachment_is_proposed(qtbot):
    dialog = AttachmentDialog(None, "offer.eml", ("terms.pdf", "order.docx"))
    qtbot.addWidget(dialog)
    assert dialog.list.currentItem().text() == "terms.pdf"
