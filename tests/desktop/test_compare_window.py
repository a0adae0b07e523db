"""The window over the real worker: two files compared, judged, swapped, written as tracked changes."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from reportlab.pdfgen.canvas import Canvas

from app.desktop.compare_window import CompareWindow, Measure
from app.desktop.comparing.jobs import Version
from app.desktop.comparing.tracked_dialog import TrackedDialog
from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.model.profile import DeploymentProfile
from app.service.reading import read

SLOW = 60_000  # the worker loads what reads and judges, once
OLD = (
    "Example Weights Licence",
    "Termination. The Provider may end this licence if you do not cure a breach within thirty (30) days of notice.",
    "Notices go by post.",
)
NEW = (
    "Example Weights Licence",
    "Termination. The Provider may end this licence if you do not cure a breach within ten (10) days of notice.",
    "Notices go by post.",
)


@pytest.fixture
def files(make_docx):
    return make_docx(*OLD, name="old.docx"), make_docx(*NEW, name="new.docx")


@pytest.fixture
def comparing(qtbot, worker, settings, wardrobe):  # noqa: ARG001 - dressed as the program is
    """The window, shown, with nothing to compare."""
    window = CompareWindow(worker, settings, Measure(DeploymentProfile(), author="Ada Reviewer"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


@pytest.fixture
def compared(qtbot, comparing, files):
    """The window with two files compared and judged."""
    comparing.compare(*map(Version, files))
    qtbot.waitUntil(lambda: comparing.is_judged, timeout=SLOW)
    return comparing


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


def to(path):
    """Have the tracked changes written to a file."""

    def does(dialog):
        assert isinstance(dialog, TrackedDialog)
        dialog.file.setText(str(path))
        dialog.confirm.click()

    return does


def state(window):
    return window.page.findChild(QLabel, "comparisonState").text()


def told(window):
    return window.page.messages.label.accessibleName()


def test_what_differs_is_shown_and_then_what_it_does(compared):
    (entry,) = compared.page.changes.entries
    assert (entry.change.kind, entry.is_judged) == ("edited", True)
    assert compared.windowTitle() == "old.docx → new.docx"


def test_what_differs_is_shown_before_it_is_judged(qtbot, comparing, files):
    comparing.compare(*map(Version, files))
    assert state(comparing) == "Comparing old.docx with new.docx …"
    qtbot.waitUntil(lambda: comparing.page.is_shown, timeout=SLOW)
    assert not comparing.page.changes.entries[0].is_judged


def test_swapped_the_new_version_is_the_old_one(qtbot, compared):
    compared.commands.swap.trigger()
    qtbot.waitUntil(lambda: compared.is_judged, timeout=SLOW)
    (entry,) = compared.page.changes.entries
    assert (entry.change.words[0].before, entry.change.words[0].after) == ("ten (10)", "thirty (30)")


def test_compared_again_files_are_read_as_they_are_now(qtbot, compared, make_docx):
    make_docx(*OLD, name="new.docx")
    compared.commands.again.trigger()
    qtbot.waitUntil(lambda: compared._comparison is not None and not compared.runner.busy, timeout=SLOW)
    assert compared.page.changes.entries == ()
    assert compared.page.findChild(QLabel, "noChanges").text() == "The two versions say the same."


def test_the_differences_are_written_as_tracked_changes(qtbot, compared, tmp_path):
    out = tmp_path / "tracked.docx"
    answer(to(out))
    compared.commands.export.trigger()
    qtbot.waitUntil(lambda: out.exists() and not compared.runner.busy, timeout=SLOW)
    assert [paragraph.text for paragraph in read(out).paragraphs if paragraph.story == "body"] == list(NEW)
    assert f"Written: {out}" in told(compared)


def test_what_is_offered_is_a_file_beside_the_new_version(qtbot, compared, files):
    seen = []
    answer(lambda dialog: (seen.append(dialog.choice()), dialog.reject()))
    compared.commands.export.trigger()
    qtbot.waitUntil(lambda: bool(seen), timeout=SLOW)
    assert (seen[0].path, seen[0].author) == (files[1].with_name("new.compared.docx"), "Ada Reviewer")


def test_a_file_that_is_there_is_replaced_only_if_the_user_says_so(qtbot, compared, tmp_path):
    out = tmp_path / "tracked.docx"
    out.write_bytes(b"worked on")
    asked = []

    def turn_back(dialog):
        assert isinstance(dialog, ConfirmDialog)
        asked.append(dialog.windowTitle())
        dialog.reject()

    answer(to(out), turn_back)
    compared.commands.export.trigger()
    qtbot.waitUntil(lambda: bool(asked) and not compared.runner.busy, timeout=SLOW)
    assert out.read_bytes() == b"worked on"


def test_neither_version_is_written_over(qtbot, compared, files):
    before = files[0].read_bytes()
    answer(to(files[0]), lambda box: box.go_on.click())
    compared.commands.export.trigger()
    qtbot.waitUntil(lambda: "never written" in told(compared), timeout=SLOW)
    assert files[0].read_bytes() == before


def test_a_file_that_cannot_be_read_is_told_and_can_be_tried_again(qtbot, comparing, files, tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"")
    comparing.compare(Version(files[0]), Version(broken))
    qtbot.waitUntil(lambda: not comparing.runner.busy, timeout=SLOW)
    assert "broken.docx" in told(comparing)
    assert state(comparing) == "Nothing is compared."
    assert comparing.page.again.isVisible()


def test_what_runs_can_be_stopped(comparing, files):
    comparing.compare(*map(Version, files))
    comparing.commands.stop.trigger()
    assert not comparing.runner.busy
    assert state(comparing) == "Nothing is compared."
    assert not comparing.commands.export.isEnabled()


def test_two_files_that_are_dropped_are_compared(qtbot, comparing, files):
    comparing.files_dropped.emit(list(files), True)
    qtbot.waitUntil(lambda: comparing.is_judged, timeout=SLOW)
    assert len(comparing.page.changes.entries) == 1


def test_one_file_that_is_dropped_is_the_new_version(qtbot, compared, make_docx):
    third = make_docx(*OLD, "A further paragraph.", name="third.docx")
    compared.files_dropped.emit([third], True)
    qtbot.waitUntil(lambda: compared.is_judged, timeout=SLOW)
    assert compared.windowTitle() == "old.docx → third.docx"


def test_a_document_that_was_read_needs_no_file(qtbot, comparing, files):
    document = read(files[0])
    files[0].unlink()
    comparing.compare(Version(document.path, document=document), Version(files[1]))
    qtbot.waitUntil(lambda: comparing.is_judged, timeout=SLOW)
    assert len(comparing.page.changes.entries) == 1


def test_the_password_of_a_file_is_asked_for(qtbot, comparing, files, tmp_path):
    locked = tmp_path / "locked.pdf"
    canvas = Canvas(str(locked), encrypt="secret")
    for number, line in enumerate(NEW):
        canvas.drawString(40, 800 - 40 * number, line[:90])
    canvas.save()

    def say_it(dialog):
        dialog.password.setText("secret")
        dialog.accept()

    answer(say_it)
    comparing.compare(Version(files[0]), Version(locked))
    qtbot.waitUntil(lambda: comparing.is_judged, timeout=SLOW)
    assert comparing.page.view.lines.headerData(2, Qt.Orientation.Horizontal) == "New: locked.pdf"


def test_keys_step_through_the_changes(compared):
    assert compared.commands.next.shortcut().toString() == "F7"
    assert compared.commands.previous.shortcut().toString() == "Shift+F7"


def test_one_text_is_shown_on_request(compared):
    compared.commands.faces["inline"].trigger()
    assert compared.page.view.face == "inline"


def test_the_window_comes_back_in_its_size(qtbot, compared, worker, settings):
    compared.resize(720, 640)
    compared.close()
    other = CompareWindow(worker, settings, Measure(DeploymentProfile()))
    qtbot.addWidget(other)
    assert (other.width(), other.height()) == (720, 640)
