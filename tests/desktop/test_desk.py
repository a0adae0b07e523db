from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.service.recent import recent


@pytest.fixture
def page(reviewed):
    reviewed.activateWindow()
    reviewed.review_page.findings.list.setFocus()
    return reviewed.review_page


@pytest.mark.parametrize("move", ["accept", "skip"])
def test_after_a_click_that_settles_a_finding_the_next_one_comes(qtbot, page, findings, move):
    qtbot.mouseClick(page.detail.bar.buttons[move], Qt.MouseButton.LeftButton)
    assert page.chosen == findings[1]


def test_after_a_reason_the_next_finding_comes_and_letters_go_on_deciding(qtbot, reviewed, page, findings):
    qtbot.keyClick(page.findings.list, Qt.Key.Key_R)
    qtbot.keyClicks(QApplication.focusWidget(), "Insured")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.chosen == findings[1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S)
    assert reviewed.session.decision(1, findings[1].clause.id).verb == "skip"


def test_after_a_fallback_the_finding_stays_so_that_its_words_are_seen(page, findings):
    page.detail.decided.emit(replace(page.detail.shown.decision, verb="fallback", rung=1))
    assert page.chosen == findings[0]


def test_what_is_decided_otherwise_stays_chosen(page, findings):
    page.detail.skip()
    page.choose(findings[0])
    page.detail.accept()
    assert page.chosen == findings[0]


def test_a_letter_held_down_decides_nothing_more(reviewed, page):
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", autorep=True)
    QApplication.sendEvent(page.findings.list, pressed)
    assert reviewed.session.decisions(1) == {}


def test_a_document_that_is_judged_anew_keeps_what_is_chosen(reviewed, page, findings):
    page.choose(findings[2])
    reviewed.opener.judged.emit()
    assert page.chosen == findings[2]


def test_the_list_of_recent_matters_tells_at_once_how_far_one_is(qtbot, page):
    page.detail.skip()
    qtbot.waitUntil(lambda: recent()[0].decided == 1)
