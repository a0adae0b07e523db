from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.desktop.outline import DOCUMENT_ROLE, FINDING_ROLE, PARAGRAPH_ROLE
from app.desktop.panes.navigator import Navigator
from app.model.matter import HeldDocument


@pytest.fixture
def navigator(qtbot, review):
    shown = Navigator()
    qtbot.addWidget(shown)
    shown.resize(320, 700)
    other = replace(review, document=replace(review.document, sha256="7" * 64, title="Other"))
    shown.show_documents((HeldDocument(4, review), HeldDocument(2, other)), {4: 3, 2: 0})
    shown.show_review(4, review)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def rows(navigator):
    model = navigator.outline_view.model()
    return [model.index(row, 0) for row in range(model.rowCount())]


def choose(navigator, index):
    navigator.outline_view.setCurrentIndex(index)
    navigator.outline_view.setFocus()


def test_documents_stand_in_their_order_of_precedence(navigator):
    assert [index.data(DOCUMENT_ROLE) for index in rows(navigator)] == [4, 2]


def test_choosing_a_document_tells_which(qtbot, navigator):
    with qtbot.waitSignal(navigator.document_chosen) as told:
        navigator.outline_view.clicked.emit(rows(navigator)[1])
    assert told.args == [2]


def test_choosing_a_section_tells_its_document_and_paragraph(qtbot, navigator):
    section = rows(navigator)[0].model().index(0, 0, rows(navigator)[0])
    with qtbot.waitSignal(navigator.section_chosen) as told:
        navigator.outline_view.clicked.emit(section)
    assert told.args == [4, section.data(PARAGRAPH_ROLE)]


def test_a_clause_type_tells_its_finding(qtbot, navigator, findings):
    model = navigator.clause_view.model()
    group = next(
        model.index(0, 0, model.index(row, 0)) for row in range(model.rowCount()) if model.rowCount(model.index(row, 0))
    )
    with qtbot.waitSignal(navigator.finding_chosen) as told:
        navigator.clause_view.clicked.emit(group)
    assert told.args == [group.data(FINDING_ROLE)]
    assert told.args[0] in findings


@pytest.mark.parametrize(("key", "place", "by"), [(Qt.Key.Key_Up, 1, -1), (Qt.Key.Key_Down, 0, 1)])
def test_alt_and_an_arrow_move_a_document_in_precedence(qtbot, navigator, key, place, by):
    choose(navigator, rows(navigator)[place])
    with qtbot.waitSignal(navigator.document_moved) as told:
        qtbot.keyClick(navigator.outline_view, key, Qt.KeyboardModifier.AltModifier)
    assert told.args == [(4, 2)[place], by]


def test_a_section_stands_for_its_document_when_it_is_moved(qtbot, navigator):
    choose(navigator, rows(navigator)[0].model().index(0, 0, rows(navigator)[0]))
    with qtbot.waitSignal(navigator.document_moved) as told:
        navigator.down.trigger()
    assert told.args == [4, 1]


def test_delete_asks_to_remove_the_document(qtbot, navigator):
    choose(navigator, rows(navigator)[1])
    with qtbot.waitSignal(navigator.document_removed) as told:
        qtbot.keyClick(navigator.outline_view, Qt.Key.Key_Delete)
    assert told.args == [2]


@pytest.mark.parametrize(("row", "up", "down"), [(0, False, True), (1, True, False)])
def test_only_the_moves_that_there_is_room_for_are_offered(navigator, row, up, down):
    choose(navigator, rows(navigator)[row])
    assert (navigator.up.isEnabled(), navigator.down.isEnabled()) == (up, down)


def test_the_finding_shown_is_marked_among_the_clause_types(navigator, findings):
    navigator.show_finding(findings[2])
    assert navigator.clause_view.currentIndex().siblingAtColumn(0).data(FINDING_ROLE) == findings[2]
