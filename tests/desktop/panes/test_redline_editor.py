import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from app.desktop.panes.redline_editor import RedlineEditor
from app.desktop.proposal import Proposal
from app.model.matter import OwnWords

TYPED = "You mend a breach in ten days."
LIBRARY = (
    "The Provider may end this licence if you breach it and do not cure the breach within thirty (30) days of written "
    "notice. You then delete every copy of the Weights."
)


def make_proposal(review, findings, words=None):
    return Proposal(review.document, findings[2], review.redline_of("cure-period"), words, True, "cure-period")


@pytest.fixture
def editor(qtbot, review, findings):
    editor = RedlineEditor()
    qtbot.addWidget(editor)
    editor.show_proposal(make_proposal(review, findings), "<s>at any time</s>")
    with qtbot.waitExposed(editor):
        editor.show()
    return editor


@pytest.fixture
def kept(editor):
    words = []
    editor.kept.connect(words.append)
    return words


@pytest.fixture
def previewed(editor):
    redlines = []
    editor.previewed.connect(redlines.append)
    return redlines


def field_of(editor):
    return editor.findChild(QPlainTextEdit, "words-0")


def test_the_change_is_shown_first_with_how_much_it_is(editor):
    assert editor.body.isVisible()
    assert not editor.is_editing
    assert editor.extent.text() == "3 words struck, 13 added"


def test_editing_shows_the_text_as_it_is_to_become(editor):
    editor.begin()
    assert field_of(editor).text == LIBRARY
    assert field_of(editor).accessibleName() == "Words of 5"
    assert not editor.body.isVisible()


def test_editing_is_asked_for_by_its_button(qtbot, editor):
    with qtbot.waitSignal(editor.edit_asked):
        qtbot.mouseClick(editor.edit, Qt.MouseButton.LeftButton)


def test_typing_is_previewed_once_and_counted(qtbot, editor, previewed, review):
    editor.begin()
    with qtbot.waitSignal(editor.previewed):
        qtbot.keyClicks(field_of(editor), "Once ")
    assert [made.text_of(13, review.document.paragraphs[13].text) for made in previewed] == [f"Once {LIBRARY}"]
    assert editor.extent.text() == "3 words struck, 14 added, 32 % of the clause"


def test_the_preview_changes_only_words_that_differ(qtbot, editor, previewed):
    editor.begin()
    with qtbot.waitSignal(editor.previewed):
        field_of(editor).setPlainText(LIBRARY.replace("Weights", "Model"))
    assert [edit.text for edit in previewed[0].edits][-1] == "Model"


def test_what_is_typed_is_kept(qtbot, editor, kept):
    editor.begin()
    field_of(editor).setPlainText(TYPED)
    qtbot.mouseClick(editor.keep, Qt.MouseButton.LeftButton)
    assert kept == [OwnWords(((13, TYPED),))]
    assert not editor.is_editing


def test_ctrl_and_enter_keep_what_is_typed(qtbot, editor, kept):
    editor.begin()
    field_of(editor).setPlainText(TYPED)
    qtbot.keyClick(field_of(editor), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept == [OwnWords(((13, TYPED),))]


def test_esc_gives_up_what_is_typed_and_ends_the_preview(qtbot, editor, kept, previewed):
    editor.edit.setFocus()
    editor.begin()
    field_of(editor).setPlainText(TYPED)
    qtbot.keyClick(field_of(editor), Qt.Key.Key_Escape)
    assert (kept, previewed) == ([], [None])
    assert editor.edit.hasFocus()


def test_keeping_what_was_not_changed_decides_nothing(qtbot, editor, kept):
    editor.begin()
    qtbot.mouseClick(editor.keep, Qt.MouseButton.LeftButton)
    assert kept == []


def test_typing_the_librarys_words_again_gives_ones_own_up(editor, review, findings, kept):
    editor.show_proposal(make_proposal(review, findings, OwnWords(((13, TYPED),))), "")
    editor.begin()
    field_of(editor).setPlainText(LIBRARY)
    editor.finish()
    assert kept == [None]


def test_ones_own_words_can_be_given_up_for_the_librarys(qtbot, editor, review, findings, kept):
    assert not editor.back.isVisible()
    editor.show_proposal(make_proposal(review, findings, OwnWords(((13, TYPED),))), "")
    qtbot.mouseClick(editor.back, Qt.MouseButton.LeftButton)
    assert kept == [None]


def test_text_that_a_field_cannot_hold_as_it_is_counts_as_unchanged(editor, review, findings):
    odd = OwnWords(((13, "One\r\ntwo\ufdd0"),))
    editor.show_proposal(make_proposal(review, findings, odd), "")
    editor.begin()
    assert not editor.is_unsaved
