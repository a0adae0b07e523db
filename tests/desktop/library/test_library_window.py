"""The window over the real library, in this process; it lies here for the fixtures of its parts."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from app.desktop.library.dialogs import ChangeDialog, NewEntryDialog, WordingDialog
from app.desktop.library_window import LibraryWindow
from app.model.document import Opening
from app.model.profile import DeploymentProfile
from app.service.library_folder import draft_of
from app.service.reading import read
from app.service.samples import sample_path

SLOW = 60_000  # a check loads what reads and judges, once


@pytest.fixture(scope="module")
def sample():
    return read(sample_path(), Opening())


def answer(*answers):
    """Let each of `answers` deal with one modal dialog, in the order in which they open."""
    waiting = list(answers)

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            waiting.pop(0)(dialog)
        if waiting:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def go_on(box):
    """Go on with what is asked about."""
    box.go_on.click()


def turn_back(box):
    """Turn back from it."""
    box.reject()


def change(*fields):
    """Tick fields in the dialog that asks what to change."""

    def does(dialog):
        assert isinstance(dialog, ChangeDialog)
        for field in fields:
            dialog.boxes[field].setChecked(True)
        dialog.accept()

    return does


def is_checked(window):
    return "examples" in window.page.edit.state.text() or "cannot be used" in window.page.edit.state.text()


def write(window, qtbot, old, new):
    """Change words of the text on the desk, and wait for the check."""
    editor = window.page.edit.editor
    assert old in editor.toPlainText()
    editor.selectAll()
    editor.insertPlainText(editor.toPlainText().replace(old, new))
    qtbot.waitUntil(lambda: is_checked(window), timeout=SLOW)


@pytest.fixture
def editing(qtbot, open_library, house):
    """The window with our file of an entry on the desk."""
    window = open_library(house)
    window.show_entry("assignment")
    window.page.change.click()
    qtbot.waitUntil(lambda: is_checked(window), timeout=SLOW)
    return window


def test_the_window_shows_the_library_to_read(open_library):
    window = open_library()
    assert window.page.entries.count.text() == "67 clause types"
    assert "Positions, best first" in window.page.reading.toPlainText()


def test_an_entry_asked_for_before_the_library_is_read_is_shown(qtbot):
    window = LibraryWindow(lambda function, *arguments: function(*arguments))
    qtbot.addWidget(window)
    window.show_entry("governing-law")
    assert not window.is_loaded
    qtbot.waitUntil(lambda: window.page.reading.toPlainText().startswith("Governing law"), timeout=SLOW)
    window.close()


def test_an_entry_that_is_not_there_is_told(qtbot, open_library):
    window = open_library()
    window.show_entry("nothing-of-the-kind")
    window._load()
    qtbot.waitUntil(lambda: "no entry nothing-of-the-kind" in window.page.messages.label.text(), timeout=SLOW)


def test_our_folder_changes_what_is_read(open_library, house):
    window = open_library(house)
    window.show_entry("assignment")
    assert "Changed by your library: Severity." in window.page.reading.toPlainText()
    assert window.windowTitle() == "Clause library – House"


def test_files_with_mistakes_are_named_when_the_library_is_shown(open_library, house):
    (house / "publicity.yaml").write_text("severity: awful\n")
    window = open_library(house)
    assert "publicity.yaml:1: severity: must be" in window.page.messages.label.text()


def test_a_change_begins_with_the_fields_that_are_asked_for(qtbot, open_library, house):
    window = open_library(house)
    window.show_entry("governing-law")
    answer(change("severity", "note"))
    window.page.change.click()
    qtbot.waitUntil(lambda: window.desk.name == "governing-law", timeout=SLOW)
    keys = [line.split(":")[0] for line in window.page.edit.text.splitlines() if line[0] not in "# "]
    assert keys == ["severity", "note"]
    assert window.page.edit.is_modified
    assert not (house / "governing-law.yaml").exists()


def test_the_folder_is_asked_for_once(qtbot, open_library, tmp_path, monkeypatch):
    folder = tmp_path / "ours"
    folder.mkdir()
    monkeypatch.setattr("app.desktop.library_window.QFileDialog.getExistingDirectory", lambda *_: str(folder))
    window = open_library()
    window.show_entry("governing-law")
    answer(go_on, change("severity"))
    with qtbot.waitSignal(window.folder_chosen) as chosen:
        window.page.change.click()
    assert chosen.args == [folder]
    qtbot.waitUntil(lambda: window.desk.name == "governing-law", timeout=SLOW)
    window.page.edit.editor.document().setModified(False)
    answer(lambda dialog: dialog.reject())
    window.commands.new.trigger()  # asks for the entry, not for the folder


def test_turning_back_from_the_folder_changes_nothing(open_library):
    window = open_library()
    answer(turn_back)
    window.page.change.click()
    assert window.desk.entry is None


def test_a_change_that_is_typed_is_checked_and_its_examples_tried(editing, qtbot):
    assert editing.page.edit.state.text().startswith("✓ 11 of 11 examples pass")
    write(editing, qtbot, "severity: high", "severity: awful")
    assert "✗ Line 1: severity: must be" in editing.page.edit.model.index(0).data()
    assert editing.page.edit.editor.mark_of(1) is False


def test_saving_writes_the_file_and_tells_that_the_library_changed(editing, qtbot, house):
    write(editing, qtbot, "severity: high", "severity: critical")
    with qtbot.waitSignal(editing.library_changed, timeout=SLOW):
        editing.page.edit.save.click()
    assert (house / "assignment.yaml").read_text() == "severity: critical\n"
    qtbot.waitUntil(lambda: "Critical" in editing.page.reading.toPlainText(), timeout=SLOW)


def test_what_is_saved_before_its_check_is_checked_first(editing, qtbot, house):
    editing.page.edit.editor.setPlainText("severity: low\n")
    with qtbot.waitSignal(editing.library_changed, timeout=SLOW):
        qtbot.keyClick(editing.page.edit.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (house / "assignment.yaml").read_text() == "severity: low\n"


@pytest.mark.parametrize(("reply", "kept"), [(go_on, True), (turn_back, False)])
def test_a_text_with_mistakes_is_not_saved_but_can_be_kept_as_a_draft(editing, qtbot, house, reply, kept):
    write(editing, qtbot, "severity: high", "severity: awful")
    answer(reply)
    editing.page.edit.save.click()
    assert (house / "assignment.yaml").read_text() == "severity: high\n"
    assert draft_of(house / "assignment.yaml").is_file() == kept
    assert editing.page.edit.is_modified != kept


def test_a_draft_that_was_kept_is_taken_up_again(open_library, house):
    draft_of(house / "assignment.yaml").write_text("severity: lo")
    window = open_library(house)
    window.show_entry("assignment")
    assert window.page.edit.text == "severity: lo"
    assert "this is the draft that was kept" in window.page.messages.label.text()


def test_the_draft_of_a_bundled_entry_is_taken_up_without_asking(open_library, house):
    draft_of(house / "governing-law.yaml").write_text("severity: lo")
    window = open_library(house)
    window.show_entry("governing-law")
    window.page.change.click()
    assert (window.desk.name, window.page.edit.text) == ("governing-law", "severity: lo")


def test_the_draft_of_an_entry_that_was_never_saved_is_found_again(open_library, house):
    draft_of(house / "quiet-hours.yaml").write_text("id: quiet-hours")
    window = open_library(house)
    window.show_entry("quiet-hours")
    assert (window.page.edit.text, window.page.edit.is_modified) == ("id: quiet-hours", True)


def test_what_was_not_saved_is_kept_as_a_draft_when_the_window_closes(editing, house):
    editing.page.edit.editor.insertPlainText("owner: Legal\n")
    editing.close()
    assert draft_of(house / "assignment.yaml").read_text() == "owner: Legal\nseverity: high\n"


@pytest.mark.parametrize(("reply", "closed"), [(go_on, True), (turn_back, False)])
def test_where_nothing_can_be_kept_the_user_says_whether_to_close(editing, house, reply, closed):
    editing.page.edit.editor.insertPlainText("owner: Legal\n")
    draft_of(house / "assignment.yaml").mkdir()
    answer(reply)
    assert editing.close() == closed
    editing.page.edit.editor.document().setModified(False)  # so that closing it after the test asks nothing


@pytest.mark.parametrize(("reply", "text"), [(go_on, "owner: Legal\n"), (turn_back, "severity: low\n")])
def test_what_another_program_wrote_is_not_written_over_unasked(editing, qtbot, house, reply, text):
    write(editing, qtbot, "severity: high", "owner: Legal")
    (house / "assignment.yaml").write_text("severity: low\n")
    answer(reply)
    editing.page.edit.save.click()
    assert (house / "assignment.yaml").read_text() == text


def test_reading_another_entry_leaves_what_is_being_changed_on_the_desk(editing):
    editing.page.edit.editor.insertPlainText("owner: Legal\n")
    editing.show_entry("governing-law")
    assert editing.desk.name == "assignment"
    assert "owner: Legal" in editing.page.edit.text


def test_a_file_that_was_not_touched_gives_way_to_the_next(editing):
    editing.show_entry("governing-law")
    assert (editing.desk.entry, editing.desk.name) == (None, "")


def test_what_another_program_wrote_is_shown_where_nothing_was_typed(editing, qtbot, house):
    (house / "assignment.yaml").write_text("severity: low\n")
    qtbot.waitUntil(lambda: editing.page.edit.text == "severity: low\n", timeout=SLOW)
    assert "changed by another program" in editing.page.messages.label.text()


def test_where_something_was_typed_the_user_says_which_text_holds(editing, qtbot, house):
    editing.page.edit.editor.insertPlainText("owner: Legal\n")
    (house / "assignment.yaml").write_text("severity: low\n")
    qtbot.waitUntil(lambda: editing.page.edit.outside.isVisibleTo(editing.page.edit), timeout=SLOW)
    assert "owner: Legal" in editing.page.edit.text
    editing.page.edit.reload.click()
    assert editing.page.edit.text == "severity: low\n"
    assert "owner: Legal" in draft_of(house / "assignment.yaml").read_text()


def test_a_file_that_was_deleted_can_be_saved_again(editing, qtbot, house):
    (house / "assignment.yaml").unlink()
    qtbot.waitUntil(lambda: "is gone" in editing.page.messages.label.text(), timeout=SLOW)
    with qtbot.waitSignal(editing.library_changed, timeout=SLOW):
        editing.page.edit.save.click()
    assert (house / "assignment.yaml").read_text() == "severity: high\n"


def test_reverting_uses_the_bundled_entry_and_keeps_our_file_aside(editing, qtbot, house):
    answer(go_on)
    with qtbot.waitSignal(editing.library_changed, timeout=SLOW):
        editing.page.edit.revert.click()
    assert sorted(path.name for path in house.iterdir()) == ["assignment.yaml.bak", "library.yaml"]
    qtbot.waitUntil(lambda: "Changed by your library" not in editing.page.reading.toPlainText(), timeout=SLOW)
    assert editing.desk.entry is None


def test_a_new_entry_is_begun_and_works(qtbot, open_library, house):
    window = open_library(house)

    def does(dialog):
        assert isinstance(dialog, NewEntryDialog)
        qtbot.keyClicks(dialog.title, "Quiet hours")
        dialog.accept()

    answer(does)
    window.commands.new.trigger()
    qtbot.waitUntil(lambda: window.desk.name == "quiet-hours" and is_checked(window), timeout=SLOW)
    assert window.page.edit.state.text() == "✓ 6 of 6 examples pass  ·  no mistakes"
    with qtbot.waitSignal(window.library_changed, timeout=SLOW):
        window.page.edit.save.click()
    qtbot.waitUntil(lambda: window.is_loaded and window.page.entries.count.text() == "68 clause types", timeout=SLOW)


def test_the_wording_of_a_bundled_rung_is_put_in_at_the_cursor(editing, qtbot):
    def does(dialog):
        assert isinstance(dialog, WordingDialog)
        assert dialog.entries.currentText() == "Assignment"
        dialog.accept()

    answer(does)
    editing.page.edit.wording.click()
    qtbot.waitUntil(lambda: "clause:" in editing.page.edit.text, timeout=SLOW)
    assert editing.page.edit.text.startswith("edits:")


def test_without_a_document_there_is_nothing_to_try_on(open_library):
    window = open_library()
    assert not window.page.attempt.isEnabled()
    assert "Open a document in the main window" in window.page.trial.toPlainText()


def test_an_entry_is_tried_on_the_document_as_it_is(qtbot, open_library, sample):
    window = open_library(None, sample)
    window.show_entry("aup-change-notice")
    window.page.attempt.click()
    qtbot.waitUntil(lambda: "Words found" in window.page.trial.toPlainText(), timeout=SLOW)
    assert "As with the saved entry: ✗ Walk-away, Critical" in window.page.trial.toPlainText().replace("\u00a0", " ")


def test_a_text_that_is_not_saved_is_tried_beside_the_saved_one(editing, qtbot, sample):
    editing.show_document(sample, DeploymentProfile())
    write(editing, qtbot, "severity: high", "severity: low")
    qtbot.keyClick(editing, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "was:" in editing.page.trial.toPlainText(), timeout=SLOW)
    told = editing.page.trial.toPlainText()
    assert told.index("High") < told.index("now:") < told.index("Low")


def test_a_text_with_mistakes_is_not_tried_and_says_why(editing, qtbot, sample):
    editing.show_document(sample, DeploymentProfile())
    write(editing, qtbot, "severity: high", "severity: awful")
    editing.page.attempt.click()
    qtbot.waitUntil(lambda: "could not be tried" in editing.page.trial.toPlainText(), timeout=SLOW)
    assert "assignment.yaml:1: severity" in editing.page.messages.label.text()


def test_another_document_takes_the_trial_away(qtbot, open_library, sample):
    window = open_library(None, sample)
    window.page.attempt.click()
    qtbot.waitUntil(lambda: "Words found" in window.page.trial.toPlainText(), timeout=SLOW)
    window.show_document(None, DeploymentProfile())
    assert "Open a document in the main window" in window.page.trial.toPlainText()


@pytest.mark.parametrize(("key", "name"), [("1", "libraryTree"), ("2", "libraryReading")])
def test_the_parts_are_reached_by_keyboard(qtbot, open_library, key, name):
    window = open_library()
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.focusWidget().objectName() == name)


def test_f8_goes_to_the_next_mistake(editing, qtbot):
    write(editing, qtbot, "severity: high", "owner: Legal\nseverity: awful")
    editing.page.edit.editor.go_to(1)
    qtbot.keyClick(editing.page.edit.editor, Qt.Key.Key_F8)
    assert editing.page.edit.editor.textCursor().blockNumber() == 1


def test_ctrl_f_goes_to_the_search(qtbot, open_library):
    window = open_library()
    window.page.reading.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.page.entries.search


def test_every_control_has_a_name(open_library, house):
    window = open_library(house)
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    controls = [each for kind in kinds for each in window.page.findChildren(kind) if each.isVisibleTo(window)]
    nameless = [each.objectName() for each in controls if not (each.accessibleName() or getattr(each, "text", str)())]
    assert nameless == []


def test_the_window_fits_a_small_screen(open_library, house):
    window = open_library(house)
    window.resize(1024, 680)
    assert (window.width(), window.height()) == (1024, 680)


def test_no_thread_outlives_the_window(editing):
    editing.page.edit.check_now()
    editing.close()
    assert "task" not in [thread.name for thread in threading.enumerate()]


def test_the_worker_can_do_all_that_the_window_asks(qtbot, worker, house, sample):
    window = LibraryWindow(worker.call, house, sample, DeploymentProfile())
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.is_loaded, timeout=SLOW)
    window.show_entry("assignment")
    window.page.change.click()
    qtbot.waitUntil(lambda: is_checked(window), timeout=SLOW)
    window.page.attempt.click()
    qtbot.waitUntil(lambda: "Words found" in window.page.trial.toPlainText(), timeout=SLOW)
    assert window.page.edit.state.text() == "✓ 11 of 11 examples pass  ·  no mistakes"
    window.close()


def test_the_window_loads_nothing_heavy_itself():
    heavy = "{'spacy', 'lxml', 'pydantic', 'ruamel', 'docx'}"
    code = f"import app.desktop.library_window, sys; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_another_folder_of_the_settings_is_shown(open_library, house, qtbot):
    window = open_library()
    assert window.use_folder(house)
    qtbot.waitUntil(lambda: window.is_loaded and window.windowTitle().endswith("House"), timeout=SLOW)
    assert not window.use_folder(house)


def test_a_folder_chosen_while_the_window_is_closed_is_shown_when_it_opens(open_library, house, qtbot):
    window = open_library()
    window.close()
    window.use_folder(house)
    window.show()
    qtbot.waitUntil(lambda: window.is_loaded and window.windowTitle().endswith("House"), timeout=SLOW)
