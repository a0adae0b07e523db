from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton

from app.desktop.dialogs.export_dialog import ExportDialog, Question
from app.desktop.export_choice import ExportChoice
from app.model.inspection import Inspection, Item

COMMENTS = Item("comments", "Comments in the margin", ("Bo: 1 comment", "“12%”"), removable=True, why="They tell.")
CHANGES = Item("revisions", "Tracked changes", ("Bo: 2 × insertion",), removable=False, why="They are shown.")
LEAVING = Inspection("licence.docx", (COMMENTS, CHANGES))


@pytest.fixture
def start(tmp_path):
    return ExportChoice(tmp_path, "Ada Reviewer", datetime(2026, 3, 8, tzinfo=UTC))


@pytest.fixture
def dialog(qtbot, start):
    dialog = ExportDialog(None, Question("licence", ".docx", LEAVING), start)
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
def test_asking_gives_the_answers_or_none(start, button, author):
    def answer():
        getattr(QApplication.activeModalWidget(), button)()

    QTimer.singleShot(0, answer)
    choice = ExportDialog.ask(None, Question("licence", ".docx", LEAVING), start)
    assert (choice and choice.author) == author


def test_at_first_words_are_marked_and_nothing_more_is_written_or_taken_out(dialog):
    choice = dialog.choice()
    assert (choice.degree, choice.copies, choice.counterparty, choice.remove) == ("surgical", (), False, ())


@pytest.mark.parametrize("degree", ["sentence", "clause"])
def test_the_degree_is_the_one_chosen(dialog, degree):
    dialog.degrees[degree].click()
    assert dialog.choice().degree == degree


@pytest.mark.parametrize("copy", ["clean", "ours-only"])
def test_a_copy_is_written_where_it_is_ticked(dialog, copy):
    dialog.copies[copy].click()
    assert dialog.choice().copies == (copy,)


def test_the_memo_for_the_counterparty_is_written_where_it_is_ticked(dialog):
    dialog.counterparty.click()
    assert dialog.choice().counterparty


def test_an_item_ticked_with_the_space_bar_is_taken_out(qtbot, dialog):
    qtbot.keyClick(dialog.outgoing.list, Qt.Key.Key_Space)
    assert dialog.choice().remove == ("comments",)


def test_what_an_item_shows_and_why_it_matters_stands_below_the_list(dialog):
    assert dialog.outgoing.details.toPlainText() == "Bo: 1 comment\n“12%”"
    assert dialog.outgoing.why.text() == "They tell."


def test_what_cannot_be_taken_out_has_no_tick_and_says_why(dialog):
    dialog.outgoing.list.setCurrentRow(1)
    row = dialog.outgoing.list.item(1)
    assert row.text() == "Tracked changes (stays)"
    assert not row.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.outgoing.why.text() == "It stays in the file. They are shown."


def test_a_file_of_nothing_but_words_says_so(qtbot, start):
    dialog = ExportDialog(None, Question("licence", ".docx", Inspection("licence.docx", ())), start)
    qtbot.addWidget(dialog)
    assert dialog.outgoing.list.isHidden()
    assert dialog.outgoing.why.text() == "Nothing leaves with the file but its words."


def test_it_fits_a_small_screen(dialog):
    size = dialog.minimumSizeHint()
    assert (size.width() <= 1024, size.height() <= 680) == (True, True)


def test_the_answers_given_before_stand_in_it(qtbot, start):
    before = replace(start, degree="clause", copies=("ours-only",), counterparty=True, remove=("comments",))
    dialog = ExportDialog(None, Question("licence", ".docx", LEAVING), before)
    qtbot.addWidget(dialog)
    assert dialog.choice() == before


def test_the_name_of_the_redlined_file_ends_as_the_document(qtbot, start):
    dialog = ExportDialog(None, Question("licence", ".docm", LEAVING), start)
    qtbot.addWidget(dialog)
    assert any("licence.redlined.docm" in label.text() for label in dialog.findChildren(QLabel))


def test_nothing_is_asked_of_the_undecided_where_all_is_decided(dialog):
    assert dialog.findChild(QRadioButton, "undecided-included") is None
    assert dialog.choice().undecided


def test_what_is_not_decided_can_be_left_out(qtbot, start):
    dialog = ExportDialog(None, Question("licence", ".docx", LEAVING, undecided=3), start)
    qtbot.addWidget(dialog)
    assert dialog.choice().undecided
    dialog.undecided[False].click()
    assert not dialog.choice().undecided
    assert dialog.choice().degree == start.degree


@pytest.mark.parametrize(("count", "told"), [(1, "1 finding is not decided"), (3, "3 findings are not decided")])
def test_how_many_are_not_decided_is_said(qtbot, start, count, told):
    dialog = ExportDialog(None, Question("licence", ".docx", LEAVING, undecided=count), start)
    qtbot.addWidget(dialog)
    assert told in [label.text() for label in dialog.findChildren(QLabel)]


def test_it_is_never_larger_than_the_screen(dialog):
    screen = dialog.screen().availableSize()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()


def test_weekends_have_the_colour_of_other_days(dialog):
    calendar = dialog.date.calendarWidget()
    formats = [calendar.weekdayTextFormat(day) for day in (Qt.DayOfWeek.Monday, Qt.DayOfWeek.Sunday)]
    assert formats[0].foreground() == formats[1].foreground()
