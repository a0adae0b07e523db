from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.source_bar import SourceBar
from app.model.marks import Revision
from app.model.span import Span


@pytest.fixture
def bar(qtbot):
    bar = SourceBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def changed(document):
    first = replace(document.paragraphs[0], revisions=(Revision(Span(0, 7), "insertion", "Ada"),))
    return replace(document, paragraphs=(first, *document.paragraphs[1:]))


def test_a_document_without_tracked_changes_has_no_bar(bar, document):
    bar.show_document(document)
    assert bar.isHidden()


def test_tracked_changes_are_told_and_the_accepted_text_is_shown(bar, changed):
    bar.show_document(changed)
    assert not bar.isHidden()
    assert bar._told.text() == "The document came with tracked changes: 1 insertion by 1 author."
    assert bar.chips["accepted"].isChecked()
    assert bar._apart.isHidden()


def test_a_click_asks_for_a_view(qtbot, bar, changed):
    bar.show_document(changed)
    with qtbot.waitSignal(bar.view_asked) as asked:
        qtbot.mouseClick(bar.chips["marked"], Qt.MouseButton.LeftButton)
    assert asked.args == ["marked"]


def test_other_views_say_that_findings_are_not_marked_there(bar, changed):
    bar.show_document(changed)
    bar.show_view("original")
    assert not bar._apart.isHidden()
    assert "not marked here" in bar._apart.text()
