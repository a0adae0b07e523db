import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from app.desktop.panes.reading_view import ReadingView


@pytest.fixture
def view(qtbot, review):
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(640, 260)
    with qtbot.waitExposed(view):
        view.show()
    view.show_review(review)
    return view


def marked_words(view):
    return [mark.cursor.selectedText() for mark in view.extraSelections()]


def number_of(view, paragraph):
    return view._written.number_of(paragraph)


def place_of(view, paragraph):
    return view.place_of(number_of(view, paragraph))


def test_the_chosen_finding_has_its_words_marked(view, findings):
    view.show_finding(findings[0])
    assert marked_words(view) == ["monthly active users", "5 million"]


def test_words_that_the_view_does_not_show_are_left_unmarked(view, findings):
    view.show_view("final")
    view.show_finding(findings[2])
    assert marked_words(view) == [" if you breach", "The Provider may end this licence"]


def test_the_paragraph_of_the_chosen_finding_comes_into_view(view, findings):
    view.show_finding(findings[2])
    assert 0 <= place_of(view, 13).top() < view.viewport().height()


def test_a_missing_clause_shows_where_it_would_be_inserted(view, findings):
    view.show_finding(findings[4])
    assert view.document().findBlockByNumber(view._chosen[0]).text().startswith("(c)\tAuthority.")


def test_a_change_of_view_keeps_the_chosen_finding_in_view(view, findings):
    view.show_finding(findings[2])
    view.show_view("original")
    assert 0 <= place_of(view, 13).top() < view.viewport().height()


def test_a_change_of_view_keeps_the_place_where_the_reader_is(view, findings):
    view.show_finding(findings[0])
    view.show_paragraph(15)
    view.show_view("original")
    assert 0 <= place_of(view, 15).top() < view.viewport().height()


def test_a_finding_already_in_view_moves_nothing(view, findings):
    view.show_finding(findings[2])
    before = view.verticalScrollBar().value()
    view.show_finding(findings[2])
    assert view.verticalScrollBar().value() == before


def test_the_margin_marks_findings_that_ask_for_a_decision(view, findings):
    assert view.findings_at(number_of(view, 6)) == (findings[0],)
    assert view.findings_at(number_of(view, 10)) == ()


def test_a_click_into_a_paragraph_chooses_its_finding(qtbot, view, findings):
    view.show_paragraph(8)
    with qtbot.waitSignal(view.finding_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, 8).center().toPoint())
    assert chosen.args == [findings[3]]


def test_the_column_stays_narrow_enough_to_read_in_a_wide_window(view):
    view.resize(1600, 600)
    frame = view.document().rootFrame().frameFormat()
    assert view.viewport().width() - frame.leftMargin() - frame.rightMargin() < 900


def test_a_dark_palette_changes_the_colours_of_the_redline(view):
    before = view.document().toHtml()
    dark = QPalette(QColor("#181b1f"))
    dark.setColor(QPalette.ColorRole.Base, QColor("#181b1f"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    view.setPalette(dark)
    assert view.document().toHtml() != before
