import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from app.desktop.rounds.answer_pane import AnswerPane
from app.model.rounds import PointAnswer


@pytest.fixture
def pane(qtbot, rounds, cure):
    """The pane with an ask of theirs that can be answered in any way."""
    pane = AnswerPane()
    qtbot.addWidget(pane)
    pane.resize(500, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_point(rounds.last.point("N1"), cure, None, is_open=True)
    return pane


@pytest.fixture
def answers(pane):
    """What the pane tells, in order; of an answer that is withdrawn the id of its point."""
    told = []
    pane.answered.connect(told.append)
    pane.withdrawn.connect(told.append)
    return told


def offered(pane):
    return [verb for verb in ("accept", "reject", "counter", "comment") if pane.can(verb)]


def own(pane):
    pane.choose("counter")
    pane.wording.setCurrentIndex(pane.wording.count() - 1)


def test_a_verb_is_an_answer_at_once(qtbot, pane, answers):
    qtbot.mouseClick(pane.verbs["reject"], Qt.MouseButton.LeftButton)
    assert answers == [PointAnswer("N1", "reject")]
    assert pane.state.text() == "Collected: We reject."


def test_a_comment_goes_with_it(pane, answers):
    pane.choose("accept")
    pane.comment.show_text("Fine.")
    assert answers[-1] == PointAnswer("N1", "accept", comment="Fine.")


def test_a_comment_alone_is_no_answer_before_it_says_something(pane, answers):
    pane.choose("comment")
    assert answers == ["N1"]
    assert pane.state.text() == "Say what the comment is."
    pane.comment.show_text("Why?")
    assert answers[-1] == PointAnswer("N1", "comment", comment="Why?")


def test_a_counter_is_in_the_librarys_words_at_first(pane, answers):
    pane.choose("counter")
    assert answers == [PointAnswer("N1", "counter")]
    assert not pane.words.isVisible()


def test_a_rung_of_the_library_can_be_asked_for(pane, answers):
    pane.choose("counter")
    pane.wording.setCurrentIndex(2)
    assert pane.wording.currentText() == "Library: ◐ Fallback: 15 days to cure after written notice"
    assert answers[-1] == PointAnswer("N1", "counter", rung=1)


def test_rungs_without_wording_are_not_offered(pane):
    assert pane.wording.count() == 4


def test_own_words_begin_with_those_that_stand_there_and_are_told_as_own(pane, answers):
    own(pane)
    assert pane.words.text == "hours"
    assert answers[-1] == "N1"
    pane.words.show_text("weeks\nat least")
    assert answers[-1] == PointAnswer("N1", "counter", "weeks at least")
    assert pane.state.text() == "Collected: We counter, own words."


def test_characters_that_word_cannot_hold_are_left_out(pane, answers):
    own(pane)
    pane.words.show_text("we\x0beks\x1f")
    assert answers[-1].words == "weeks"


def test_no_answer_withdraws_it(pane, answers):
    pane.choose("accept")
    pane.choose(None)
    assert answers[-1] == "N1"
    assert not pane.comment.isVisible()


@pytest.mark.parametrize(
    ("name", "verbs"),
    [
        ("U2", ["accept", "reject", "counter", "comment"]),
        ("U1", ["accept", "comment"]),
        ("A1", ["counter", "comment"]),
        ("A3", ["accept", "comment"]),
        ("N2", ["accept", "counter", "comment"]),
        ("R1", []),
    ],
)
def test_only_what_can_be_said_to_a_point_is_offered(pane, rounds, name, verbs):
    pane.show_point(rounds.last.point(name), None, None, is_open=True)
    assert offered(pane) == verbs


def test_a_reopened_point_is_answered_where_it_was_opened(pane, rounds):
    pane.show_point(rounds.last.point("R1"), None, None, is_open=True)
    assert pane.state.text() == "Answer what opened it again: N1."


def test_an_earlier_round_is_not_answered(pane, rounds):
    pane.show_point(rounds.rounds[0].asks[1], None, None, is_open=False)
    assert offered(pane) == []
    assert pane.state.text() == "Only the points of the last round can be answered."


def test_what_was_answered_before_is_shown_and_not_told_again(pane, rounds, cure, answers):
    pane.show_point(
        rounds.last.point("U2"), cure, PointAnswer("U2", "counter", "50", comment="Half way."), is_open=True
    )
    assert (pane.verb, pane.words.text, pane.comment.text) == ("counter", "50", "Half way.")
    assert answers == []


def test_an_answer_is_announced_once(pane, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.object().text()))
    pane.choose("reject")
    pane.comment.insertPlainText("No")
    assert told == ["Collected: We reject."]
