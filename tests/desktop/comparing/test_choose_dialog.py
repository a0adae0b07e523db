from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from app.desktop.comparing.choose_dialog import Choices, ChooseDialog
from app.desktop.comparing.jobs import Version

OPEN, RECENT = Path("/deals/open.docx"), Path("/deals/sent.docx")


@pytest.fixture
def choices(comparison):
    return Choices((Version(OPEN, document=comparison.old), Version(RECENT)), Path("/deals"), old=0)


@pytest.fixture
def dialog(qtbot, choices):
    dialog = ChooseDialog(None, choices)
    qtbot.addWidget(dialog)
    return dialog


def drop(box, *paths):
    """Drop files on a box."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    box.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *none))


def test_the_open_document_and_those_compared_last_are_offered(dialog):
    assert [dialog.new.itemText(row) for row in range(dialog.new.count())] == [
        "old.docx  (open now)",
        "sent.docx  (/deals)",
    ]


def test_the_open_document_is_the_old_version_at_first(dialog, choices):
    assert dialog.old.version == choices.versions[0]
    assert dialog.new.version is None


def test_two_different_versions_are_needed(dialog):
    assert not dialog.confirm.isEnabled()
    dialog.new.setCurrentIndex(0)
    assert not dialog.confirm.isEnabled()
    dialog.new.setCurrentIndex(1)
    assert dialog.confirm.isEnabled()


def test_the_two_can_be_swapped(dialog, choices):
    dialog.swap.click()
    assert (dialog.old.version, dialog.new.version) == (None, choices.versions[0])


def test_a_file_dropped_on_a_box_is_chosen_there(dialog):
    drop(dialog.new, "/deals/new.pdf")
    assert dialog.new.version == Version(Path("/deals/new.pdf"))
    assert dialog.old.version.path == OPEN


def test_two_files_dropped_at_once_are_both_versions(dialog):
    drop(dialog.new, "/deals/a.docx", "/deals/b.docx")
    assert (dialog.old.version.path.name, dialog.new.version.path.name) == ("a.docx", "b.docx")


def test_a_file_is_offered_once(dialog):
    drop(dialog.new, RECENT)
    assert (dialog.new.count(), dialog.new.version) == (2, Version(RECENT))


def test_files_can_be_looked_for(dialog, monkeypatch):
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *given: (asked.append(given[2]), (["/other/new.docx"], ""))[1]
    )
    dialog.findChild(QPushButton, "newVersionBrowse").click()
    assert (asked, dialog.new.version.path) == (["/deals"], Path("/other/new.docx"))


def test_the_answer_is_both_versions(choices):
    def answer():
        asked = QApplication.activeModalWidget()
        asked.new.setCurrentIndex(1)
        asked.confirm.click()

    QTimer.singleShot(0, answer)
    assert ChooseDialog.ask(None, choices) == choices.versions


def test_who_turns_back_gives_no_answer(choices):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert ChooseDialog.ask(None, choices) is None
