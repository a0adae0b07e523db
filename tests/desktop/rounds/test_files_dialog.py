from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desktop.rounds.files_dialog import FilesDialog, Offer
from app.desktop.rounds.jobs import RoundFile

SENT, BACK = RoundFile(Path("/deal/sent.docx"), is_exported=True), RoundFile(Path("back.docx"), data=b"PK")


@pytest.fixture
def dialog(qtbot):
    """The dialog with what was sent chosen."""
    dialog = FilesDialog(
        None, Offer([(SENT, None)], (SENT, BACK), Path("/deal"), next_sent=RoundFile(Path("/deal/answered.docx")))
    )
    qtbot.addWidget(dialog)
    return dialog


def test_files_say_where_they_come_from(dialog):
    box = dialog.rows[0].returned
    assert [box.itemText(row) for row in range(box.count())] == [
        "sent.docx  (exported from the matter)",
        "back.docx  (kept in the matter)",
    ]


def test_both_files_are_needed(dialog):
    assert not dialog.confirm.isEnabled()
    dialog.rows[0].returned.choose(BACK)
    assert dialog.confirm.isEnabled()
    assert dialog.chosen().rounds == ((SENT, BACK),)


def test_a_file_is_not_held_against_itself(dialog):
    dialog.rows[0].returned.choose(SENT)
    assert not dialog.confirm.isEnabled()


def test_a_dropped_file_is_taken(dialog, tmp_path):
    dialog.rows[0].returned.files_dropped.emit([tmp_path / "back.docx"])
    assert dialog.chosen().rounds == ((SENT, RoundFile(tmp_path / "back.docx")),)


def test_two_files_dropped_at_once_are_both(dialog, tmp_path):
    dialog.rows[0].sent.files_dropped.emit([tmp_path / "a.docx", tmp_path / "b.docx"])
    assert dialog.chosen().rounds == ((RoundFile(tmp_path / "a.docx"), RoundFile(tmp_path / "b.docx")),)


def test_a_round_can_be_added_and_taken_away(qtbot, dialog):
    dialog.rows[0].returned.choose(BACK)
    qtbot.mouseClick(dialog.more, Qt.MouseButton.LeftButton)
    assert dialog.rows[1].sent.file == RoundFile(Path("/deal/answered.docx"))
    assert not dialog.confirm.isEnabled()
    qtbot.mouseClick(dialog.fewer, Qt.MouseButton.LeftButton)
    assert dialog.confirm.isEnabled()
    assert not dialog.fewer.isEnabled()


def test_our_name_is_handed_on(dialog):
    dialog.author.setText("  Ada Ours ")
    assert dialog.chosen().author == "Ada Ours"
