from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.export_dialog import ExportDialog


@pytest.fixture
def dialog(qtbot, tmp_path):
    dialog = ExportDialog(None, "licence", tmp_path, "Ada Reviewer")
    qtbot.addWidget(dialog)
    return dialog


def test_the_answers_are_folder_author_and_date(dialog, tmp_path):
    dialog.date.setDate(QDate(2026, 3, 9))
    choice = dialog.choice()
    assert (choice.folder, choice.author) == (tmp_path, "Ada Reviewer")
    assert choice.when == datetime(2026, 3, 9, tzinfo=UTC)


def test_nothing_is_exported_in_nobodys_name(dialog):
    dialog.author.setText("  ")
    assert not dialog.confirm.isEnabled()


def test_nothing_is_exported_to_nowhere(dialog):
    dialog.folder.clear()
    assert not dialog.confirm.isEnabled()


@pytest.mark.parametrize(("button", "author"), [("accept", "Ada Reviewer"), ("reject", None)])
@pytest.mark.usefixtures("qapp")
def test_asking_gives_the_answers_or_none(tmp_path, button, author):
    def answer():
        getattr(QApplication.activeModalWidget(), button)()

    QTimer.singleShot(0, answer)
    choice = ExportDialog.ask(None, "licence", tmp_path, "Ada Reviewer")
    assert (choice and choice.author) == author
