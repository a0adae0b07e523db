import pytest
from PySide6.QtCore import Qt

from app.desktop.rounds.rounds_page import RoundsPage
from app.model.rounds import PointAnswer


@pytest.fixture
def page(qtbot, rounds):
    page = RoundsPage()
    qtbot.addWidget(page)
    page.resize(1024, 640)
    with qtbot.waitExposed(page):
        page.show()
    page.show_rounds(rounds)
    return page


def test_the_last_round_is_shown_and_its_worst_point(page):
    assert page.head.title.text() == "Round 2: sent again.docx → returned again.docx"
    assert page.head.alarm.text() == "! 1 edit without a trace · 1 closed point opened again"
    assert page.head.alarm.property("role") == "problem"
    assert "Edit without a trace" in page.detail.toPlainText()


def test_an_earlier_round_can_be_read_and_not_answered(page):
    page.head.box.setCurrentIndex(0)
    assert page.head.alarm.text() == "✓ Nothing was changed without a trace."
    assert page.head.alarm.property("role") == "muted"
    assert page.points.point.id == "A1"
    assert not page.answer.can("comment")


def test_answers_are_collected_in_the_order_of_the_points(page):
    page.points.choose("N1")
    page.choose_answer("reject")
    page.points.choose("U2")
    page.choose_answer("accept")
    assert page.answers == (PointAnswer("U2", "accept"), PointAnswer("N1", "reject"))
    assert page.count.text() == "2 answers to be written"


def test_own_words_are_counted_apart(page):
    page.points.choose("N2")
    page.choose_answer("counter")
    page.answer.words.show_text("breach of contract")
    assert page.count.text() == "1 answer to be written, 1 in own words"


def test_an_answer_is_there_when_its_point_is_chosen_again(page):
    page.points.choose("N1")
    page.choose_answer("reject")
    page.points.choose("A1")
    assert page.answer.verb is None
    page.points.choose("N1")
    assert page.answer.verb == "reject"


def test_answers_are_not_shown_at_the_points_of_another_round(page):
    page.points.choose("A1")
    page.choose_answer("comment")
    page.answer.comment.show_text("Please answer.")
    page.head.box.setCurrentIndex(0)
    page.points.choose("A1")
    assert page.answer.verb is None
    assert [answer.point for answer in page.answers] == ["A1"]


def test_written_answers_are_taken_back(page):
    page.choose_answer("reject")
    page.forget_answers()
    assert page.answers == ()
    assert page.answer.verb is None


def test_the_ledger_is_a_face_of_its_own(qtbot, page):
    qtbot.mouseClick(page.head.faces["ledger"], Qt.MouseButton.LeftButton)
    assert page.ledger.isVisible()
    assert page.unreturned.text() == "Given by us without anything in return (round): Indemnity by the customer (2)"


def test_no_answer_is_given_where_no_point_is_seen(page):
    page.show_face("ledger")
    page.choose_answer("reject")
    assert page.answers == ()


def test_what_opened_a_point_again_is_led_to(page):
    page.points.choose("R1")
    page.detail.point_asked.emit("N1")
    assert page.points.point.id == "N1"


def test_the_panes_are_gone_through(page):
    page.points.list.setFocus()
    page.focus_next_pane()
    assert page.detail.hasFocus()
    page.focus_next_pane(-1)
    assert page.points.list.hasFocus()


def test_what_was_not_compared_is_offered(qtbot, page):
    assert page.head.notes.text() == "Not compared or read: 1"
    qtbot.mouseClick(page.head.notes, Qt.MouseButton.LeftButton)
    assert "A picture was not compared." in page.detail.toPlainText()


def test_nothing_is_cut_off_in_a_small_window(page):
    assert page.minimumSizeHint().width() <= 1024
    assert page.minimumSizeHint().height() <= 600
