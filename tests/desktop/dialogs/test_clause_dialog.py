from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.dialogs.clause_dialog import ClauseDialog


@pytest.fixture
def dialog(qtbot, document):
    dialog = ClauseDialog(None, document)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_enter_goes_to_the_clause(qtbot, dialog):
    qtbot.keyClicks(dialog.cited, "4(b)")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.cited, Qt.Key.Key_Return)
    assert dialog.paragraph == 11


def test_a_number_that_is_not_there_is_said_and_can_be_mended(qtbot, dialog):
    qtbot.keyClicks(dialog.cited, "4(z)")
    qtbot.keyClick(dialog.cited, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem.text() == "“4(z)” is no number or title of this document. Its numbers go from 1 to 6."
    qtbot.keyClick(dialog.cited, Qt.Key.Key_Backspace)
    assert not dialog.problem.isVisible()


def test_a_document_with_titles_alone_says_so(qtbot, document):
    paragraphs = tuple(replace(paragraph, label="") for paragraph in document.paragraphs)
    sections = tuple(replace(section, label="") for section in document.sections)
    dialog = ClauseDialog(None, replace(document, paragraphs=paragraphs, sections=sections))
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.cited, "4")
    dialog.confirm.click()
    assert dialog.problem.text() == "“4” is no title of this document, which has no numbers."


def test_a_document_without_numbers_says_what_to_do(qtbot, document):
    paragraphs = tuple(replace(paragraph, label="") for paragraph in document.paragraphs)
    dialog = ClauseDialog(None, replace(document, paragraphs=paragraphs, sections=()))
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.cited, "4")
    dialog.confirm.click()
    assert "Ctrl+F" in dialog.problem.text()


def listed(dialog):
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_all_places_are_listed_at_first(dialog):
    assert [line.split()[0] for line in listed(dialog)] == [
        "1",
        "1(a)",
        "1(b)",
        "2",
        "3",
        "4",
        "4(a)",
        "4(b)",
        "5",
        "6",
    ]


def test_numbers_that_begin_alike_are_listed(qtbot, dialog):
    qtbot.keyClicks(dialog.cited, "4")
    assert [line.split()[0] for line in listed(dialog)] == ["4", "4(a)", "4(b)"]


def test_places_that_hold_the_words_are_listed(qtbot, dialog):
    qtbot.keyClicks(dialog.cited, "harmless provider")
    assert [line.split()[0] for line in listed(dialog)] == ["4(b)"]


def test_words_lead_to_the_first_place_that_holds_them(qtbot, dialog):
    qtbot.keyClicks(dialog.cited, "harmless")
    qtbot.keyClick(dialog.cited, Qt.Key.Key_Return)
    assert dialog.paragraph == 11


def test_down_chooses_in_the_list_while_typing(qtbot, dialog):
    qtbot.keyClicks(dialog.cited, "4")
    for _ in range(2):
        qtbot.keyClick(dialog.cited, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.cited, Qt.Key.Key_Return)
    assert dialog.paragraph == 10


def test_a_line_of_the_list_leads_there(dialog):
    dialog.list.activated.emit(dialog.list.model().index(7, 0))
    assert dialog.paragraph == 11


def test_esc_goes_nowhere(qtbot, document):
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    assert ClauseDialog.ask(None, document) is None
