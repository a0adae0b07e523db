import pytest
from PySide6.QtCore import Qt

from app.desktop.panes.kept_text import KeptText


@pytest.fixture
def comment(qtbot):
    comment = KeptText("detailComment", "Comment", "No comment is made.")
    qtbot.addWidget(comment)
    comment.show_text("We propose this.", own=False)
    with qtbot.waitExposed(comment):
        comment.show()
    return comment


@pytest.fixture
def kept(comment):
    """The texts that were kept."""
    texts = []
    comment.kept.connect(texts.append)
    return texts


def test_typing_is_kept_once_when_it_pauses(qtbot, comment, kept):
    comment._pause.setInterval(50)
    comment.edit.setFocus()
    with qtbot.waitSignal(comment.kept):
        qtbot.keyClicks(comment.edit, "Dear all. ")
    assert kept == ["Dear all. We propose this."]


def test_typing_is_kept_when_the_field_is_left(comment, kept):
    comment.edit.setPlainText("Ours.")
    comment.edit.left.emit()
    comment.edit.left.emit()
    assert kept == ["Ours."]


def test_what_is_shown_is_not_kept_again(comment, kept):
    comment.show_text("Another.", own=True)
    comment.edit.left.emit()
    comment.keep()
    assert kept == []


def test_blanks_around_the_text_are_no_change(comment, kept):
    comment.edit.setPlainText(" We propose this.\n")
    comment.keep()
    assert kept == []


def test_an_emptied_text_is_kept_as_none(comment, kept):
    comment.edit.setPlainText("")
    comment.keep()
    assert kept == [""]


def test_what_is_being_typed_is_not_overwritten(comment):
    comment.edit.setPlainText("Ours, half")
    comment.show_text("Another.", own=True)
    assert comment.edit.text == "Ours, half"
    assert comment.is_unsaved


def test_a_blank_typed_at_the_end_stays_when_the_text_is_shown_as_kept(comment):
    comment.edit.setPlainText("Ours ")
    comment.keep()
    comment.show_text("Ours", own=True)
    assert comment.edit.text == "Ours "


def test_the_librarys_text_is_offered_for_ones_own_only(qtbot, comment):
    assert not comment.back.isVisibleTo(comment)
    comment.show_text("Ours.", own=True)
    with qtbot.waitSignal(comment.library_asked):
        qtbot.mouseClick(comment.back, Qt.MouseButton.LeftButton)


def test_a_screen_reader_names_the_field_and_reads_its_text(comment):
    assert comment.edit.accessibleName() == "Comment"
    assert comment.heading.buddy() is comment.edit
