from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from app.desktop.comparing.tracked_choice import TrackedChoice
from app.desktop.comparing.tracked_dialog import TrackedDialog
from app.model.inspection import Inspection, Item

START = TrackedChoice(Path("/deals/new.compared.docx"), "Reviewer", datetime(2026, 11, 22, tzinfo=UTC))
LEAVING = Inspection(
    "old.docx",
    (
        Item("properties", "Properties", ("Author: Ann",), removable=True, why="They name people."),
        Item("revisions", "Tracked changes", ("2 insertions",), removable=False, why="Others may need them."),
    ),
)


@pytest.fixture
def dialog(qtbot):
    dialog = TrackedDialog(None, "old.docx with tracked changes that give new.docx", LEAVING, START)
    qtbot.addWidget(dialog)
    return dialog


def test_what_is_offered_is_the_answer_where_nothing_is_changed(dialog):
    assert dialog.choice() == START


def test_what_is_ticked_is_taken_out(dialog):
    dialog.outgoing.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.choice().remove == ("properties",)


@pytest.mark.parametrize("field", ["file", "author"])
def test_file_and_author_are_needed(dialog, field):
    getattr(dialog, field).setText("  ")
    assert not dialog.confirm.isEnabled()


def test_another_file_can_be_looked_for(dialog, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("/other/out.docx", ""))
    dialog.findChild(QPushButton, "trackedBrowse").click()
    assert dialog.choice().path == Path("/other/out.docx")


def test_who_turns_back_gives_no_answer():
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert TrackedDialog.ask(None, "", LEAVING, START) is None


def test_who_confirms_answers():
    def confirm():
        QApplication.activeModalWidget().confirm.click()

    QTimer.singleShot(0, confirm)
    assert TrackedDialog.ask(None, "", LEAVING, START) == START
