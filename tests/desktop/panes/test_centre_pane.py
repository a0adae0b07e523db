from dataclasses import replace
from io import BytesIO

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from app.desktop.panes.centre_pane import CentrePane
from app.model.matter import Decision
from app.model.redline import Edit, Redline
from app.model.span import Place, Span


@pytest.fixture
def centre(qtbot):
    centre = CentrePane()
    qtbot.addWidget(centre)
    centre.resize(760, 420)
    with qtbot.waitExposed(centre):
        centre.show()
    return centre


def test_a_document_without_pages_is_shown_as_text_alone(centre, review):
    centre.show_review(review)
    assert centre.face == "text"
    assert not centre.face_bar.faces["pages"].isVisible()


def test_a_pdf_can_be_shown_as_pages(qtbot, centre, printed):
    centre.show_review(printed)
    qtbot.mouseClick(centre.face_bar.faces["pages"], Qt.MouseButton.LeftButton)
    assert centre.pages.isVisible()


def test_pages_are_what_is_shown_of_the_next_pdf_too(centre, review, printed):
    centre.show_review(printed)
    centre.show_face("pages")
    centre.show_review(review)
    centre.show_review(printed)
    assert centre.face == "pages"


def test_the_chosen_finding_is_in_view_on_the_pages_too(centre, printed, findings):
    centre.show_review(printed)
    centre.show_finding(findings[2])
    centre.show_face("pages")
    assert 13 in centre.pages.in_view()


def test_a_finding_chosen_on_a_page_is_passed_on(qtbot, centre, printed, findings):
    centre.show_review(printed)
    centre.show_face("pages")
    with qtbot.waitSignal(centre.finding_chosen) as chosen:
        centre.pages.finding_chosen.emit(findings[1])
    assert chosen.args == [findings[1]]


def marked_on_pages(centre):
    return centre.pages._painter.shown


@pytest.mark.parametrize(("face", "other"), [("text", "pages"), ("pages", "text")])
def test_the_place_stays_when_the_face_changes(qtbot, centre, printed, face, other):
    centre.show_review(printed)
    centre.show_face(face)
    centre.show_paragraph(12)
    before = centre.in_view()[0]
    centre.show_face(other)
    qtbot.waitUntil(lambda: before in centre.in_view())


def test_what_is_shown_follows_what_is_chosen_elsewhere(centre, printed, findings):
    centre.show_review(printed)
    centre.show_face("pages")
    centre.show_place(Place(14, Span(0, 3)))
    assert 14 in centre.in_view()
    centre.go_back()
    assert 0 in centre.in_view()
    centre.show_finding(findings[1])
    assert 11 in centre.in_view()


def test_the_strip_marks_what_the_document_holds(qtbot, centre, review, findings):
    centre.show_review(review)
    qtbot.waitUntil(lambda: {mark.finding for mark in centre.strip._marks} == {None, *findings[:5]})


def test_the_strip_of_pages_is_theirs(qtbot, centre, printed):
    centre.show_review(printed)
    centre.show_face("pages")
    qtbot.waitUntil(lambda: centre.strip._marks == centre.pages.overview())


def test_a_click_beside_the_marks_of_the_strip_leads_there(centre, printed):
    centre.show_review(printed)
    centre.show_face("pages")
    centre.strip.share_chosen.emit(1.0)
    assert centre.pages.verticalScrollBar().value() == centre.pages.verticalScrollBar().maximum()


def test_decisions_show_everywhere(centre, printed, findings):
    centre.show_review(printed)
    decided = {findings[0].clause.id: Decision("accept")}
    centre.show_decisions(decided)
    assert marked_on_pages(centre).decisions == centre.reading._decisions == centre.strip._decisions == decided


def test_a_preview_shows_in_the_text_and_on_the_pages(centre, printed):
    centre.show_review(printed)
    centre.preview(Redline("indemnity", (Edit(11, Span(0, 3), "Nobody"),)))
    assert "Nobody" in centre.reading.toPlainText()
    assert "Nobody" in {change.inserted for change in centre.pages._pages.marks_of(2).changes}


def find(qtbot, centre, words):
    centre.find_words()
    centre.find_bar.words.clear()
    qtbot.keyClicks(centre.find_bar.words, words)


@pytest.mark.parametrize("face", ["text", "pages"])
def test_words_are_found_as_they_are_typed(qtbot, centre, printed, face):
    centre.show_review(printed)
    centre.show_face(face)
    find(qtbot, centre, "provider's s")
    assert centre.find_bar.told.text() == "1 of 2"
    assert 8 in centre.in_view()


@pytest.mark.parametrize("face", ["text", "pages"])
def test_enter_goes_on_and_shift_enter_back(qtbot, centre, printed, face):
    centre.show_review(printed)
    centre.show_face(face)
    find(qtbot, centre, "provider's s")
    qtbot.keyClick(centre.find_bar.words, Qt.Key.Key_Return)
    assert centre.find_bar.told.text() == "2 of 2"
    assert 15 in centre.in_view()
    qtbot.keyClick(centre.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert centre.find_bar.told.text() == "1 of 2"


def test_the_current_place_is_marked_in_the_text(qtbot, centre, review):
    centre.show_review(review)
    find(qtbot, centre, "ne who takes")  # after a letter that Qt counts as two
    assert "ne who takes" in [mark.cursor.selectedText() for mark in centre.reading.extraSelections()]


def test_what_was_looked_for_is_looked_for_on_the_other_face_too(qtbot, centre, printed):
    centre.show_review(printed)
    find(qtbot, centre, "weights")
    assert centre.find_bar.told.text() == "1 of 6"  # one of them in a paragraph that a redline adds
    centre.show_face("pages")
    assert centre.find_bar.told.text() == "1 of 5"
    assert len(marked_on_pages(centre).found) == 5


def test_words_that_are_not_there_are_said_not_to_be(qtbot, centre, review):
    centre.show_review(review)
    find(qtbot, centre, "arbitration")
    assert centre.find_bar.told.text() == "Nothing found"
    assert not centre.find_bar.next.isEnabled()


def test_capital_letters_count_when_asked(qtbot, centre, printed):
    centre.show_review(printed)
    centre.show_face("pages")
    find(qtbot, centre, "You")
    every = centre.find_bar.told.text()
    centre.find_bar.match_case.click()
    assert centre.find_bar.told.text() != every


@pytest.mark.parametrize("face", ["text", "pages"])
def test_esc_closes_the_bar_and_gives_the_focus_back(qtbot, centre, printed, face):
    centre.show_review(printed)
    centre.show_face(face)
    find(qtbot, centre, "provider")
    qtbot.keyClick(centre.find_bar.words, Qt.Key.Key_Escape)
    assert not centre.find_bar.isVisible()
    assert centre.focusWidget() is centre.view
    assert not marked_on_pages(centre).found


def test_esc_in_the_bar_stops_nothing_else(qtbot, centre, review):
    stop = QAction(centre)
    stop.setShortcut(Qt.Key.Key_Escape)
    centre.addAction(stop)
    centre.show_review(review)
    find(qtbot, centre, "provider")
    with qtbot.assertNotEmitted(stop.triggered):
        qtbot.keyClick(centre.find_bar.words, Qt.Key.Key_Escape)
    assert not centre.find_bar.isVisible()


def test_a_text_that_changes_is_searched_again(qtbot, centre, review):
    centre.show_review(review)
    find(qtbot, centre, "or related to")
    assert centre.find_bar.told.text() == "1 of 1"
    centre.show_view("final")
    assert centre.find_bar.told.text() == "Nothing found"


def test_selected_words_are_looked_for(centre, review):
    centre.show_review(review)
    cursor = centre.reading.document().find("harmless")
    centre.reading.setTextCursor(cursor)
    centre.find_words()
    assert centre.find_bar.words.text() == "harmless"


@pytest.mark.parametrize("face", ["text", "pages"])
def test_a_clause_is_gone_to_by_its_number(centre, printed, face):
    centre.show_review(printed)
    centre.show_face(face)

    def reply():
        dialog = QApplication.activeModalWidget()
        dialog.cited.setText("5")
        dialog.confirm.click()

    QTimer.singleShot(0, reply)
    centre.go_to_clause()
    assert 12 in centre.in_view()
    assert centre.focusWidget() is centre.view


def test_pages_are_zoomed_with_their_buttons(qtbot, centre, printed):
    centre.show_review(printed)
    assert not centre.face_bar._zoom[0].isVisible()
    centre.show_face("pages")
    before = centre.pages.scale
    qtbot.mouseClick(centre.face_bar._zoom[2], Qt.MouseButton.LeftButton)
    assert centre.pages.scale > before


def test_tracked_changes_that_are_asked_for_are_passed_on(qtbot, centre, review):
    centre.show_review(review)
    with qtbot.waitSignal(centre.source_asked) as asked:
        centre.source_bar.view_asked.emit("original")
    assert asked.args == ["original"]


@pytest.fixture
def encrypted(printed):
    """The review of a PDF that asks for a password."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), encrypt="sesame", invariant=1)
    canvas.drawString(90, 760, "Example Open Weights Licence")
    canvas.showPage()
    canvas.save()
    document = replace(printed.document, data=file.getvalue(), sha256="6" * 64)
    return replace(printed, document=document)


def is_drawn(centre):
    return centre.pages._drawer.picture_of(1) is not None


def test_the_pages_of_an_encrypted_file_are_drawn_with_the_password_of_its_opening(qtbot, centre, encrypted):
    centre.show_face("pages")
    centre.show_review(encrypted, "sesame")
    qtbot.waitUntil(lambda: is_drawn(centre))
    centre.show_review(replace(encrypted, redlines=()))
    assert is_drawn(centre)


def test_the_password_is_asked_for_where_it_is_not_known(qtbot, centre, encrypted):
    centre.show_face("pages")
    centre.show_review(encrypted)
    qtbot.waitUntil(lambda: centre.pages.wants_password)

    def reply():
        dialog = QApplication.activeModalWidget()
        dialog.password.setText("sesame")
        dialog.accept()

    QTimer.singleShot(0, reply)
    qtbot.keyClick(centre.pages, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_drawn(centre))
    assert not centre.pages.wants_password
