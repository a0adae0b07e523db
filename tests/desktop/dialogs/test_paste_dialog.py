from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.paste_dialog import Pasted, PasteDialog


def press(name):
    """Press a button of the dialog once it is shown."""

    def answer():
        getattr(QApplication.activeModalWidget(), name).click()

    QTimer.singleShot(0, answer)


@pytest.mark.usefixtures("qapp")
def test_text_can_be_reviewed_without_a_file(tmp_path):
    press("only_review")
    assert PasteDialog.ask(None, "Some terms.", tmp_path) == Pasted("Some terms.", None)


@pytest.mark.usefixtures("qapp")
def test_turning_back_reviews_nothing(tmp_path):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert PasteDialog.ask(None, "Some terms.", tmp_path) is None


@pytest.mark.usefixtures("qapp")
def test_the_file_is_named_by_the_user(tmp_path, monkeypatch):
    asked = []

    def choose(_parent, _title, proposed, _kinds):
        asked.append(Path(proposed))
        return str(tmp_path / "terms"), ""

    monkeypatch.setattr("app.desktop.dialogs.paste_dialog.QFileDialog.getSaveFileName", choose)
    press("save")
    assert PasteDialog.ask(None, "Some terms.", tmp_path) == Pasted("Some terms.", tmp_path / "terms.txt")
    assert asked == [tmp_path / "Pasted text.txt"]


@pytest.mark.parametrize("text", ["", " \n"])
def test_there_is_nothing_to_review_without_words(qtbot, tmp_path, text):
    dialog = PasteDialog(None, text, tmp_path)
    qtbot.addWidget(dialog)
    assert not dialog.save.isEnabled()
    assert not dialog.only_review.isEnabled()
