import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from app.desktop.rounds.point_detail import PointDetail


@pytest.fixture
def detail(qtbot, rounds):
    detail = PointDetail()
    qtbot.addWidget(detail)
    detail.show_round(rounds, rounds.last)
    return detail


def told(detail, rounds, name):
    detail.show_point(rounds.last.point(name))
    return QTextBrowser.toPlainText(detail)


def test_an_edit_without_a_trace_shows_both_words_in_their_place(detail, rounds):
    text = told(detail, rounds, "U2")
    assert "Words sent\n60\n" in text
    assert "Words returned\n40\n" in text
    assert "Products with more than 60 million users" in text
    assert "Products with more than 40 million users" in text
    assert "bears our name" in text


def test_a_counter_shows_what_was_asked_what_came_back_and_the_level(detail, rounds):
    text = told(detail, rounds, "A2")
    assert "Words sent: what we asked\nthirty (30)" in text
    assert "Words returned\ntwenty (20)" in text
    assert "As we asked\n✓ Preferred: 30 days to cure" in text
    assert "As it came back\n◐ Fallback: 15 days to cure" in text
    assert "▼ worse than asked" in text


def test_both_comments_are_told(detail, rounds):
    text = told(detail, rounds, "A2")
    assert "Our comment\nPlease." in text
    assert "Theo Theirs, 2026-03-08: We cannot do this." in text


def test_a_point_of_no_clause_type_says_so(detail, rounds):
    assert "No clause type was recognised here" in told(detail, rounds, "N2")


def test_a_reopened_point_leads_to_what_opened_it(qtbot, detail, rounds):
    assert "Agreed in round 1 as A1. Changed by: N1" in told(detail, rounds, "R1")
    with qtbot.waitSignal(detail.point_asked) as asked:
        detail.anchorClicked.emit(QUrl("point:N1"))
    assert asked.args == ["N1"]


def test_what_was_not_compared_is_told(detail):
    detail.show_notes()
    assert "A picture was not compared." in detail.toPlainText()
