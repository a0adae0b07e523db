"""The window over the real worker: a returned file compared, answered, reported, and kept in the matter."""

from datetime import UTC, datetime

import pytest
from lxml import etree
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from app.desktop.compare_window import Measure
from app.desktop.comparing.tracked_dialog import TrackedDialog
from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.rounds.files_dialog import FilesDialog
from app.desktop.rounds.jobs import Ours, RoundFile
from app.desktop.rounds_window import RoundsWindow
from app.model.profile import DeploymentProfile
from app.ooxml.changes import Place, Rewording
from app.ooxml.names import w
from app.ooxml.package import open_package
from app.ooxml.writer import write_changes
from app.service.kept import kept_files
from app.service.reading import read
from app.text.diff import TextEdit

SLOW = 60_000  # the worker loads what reads and judges, once
LINES = (
    "Example Weights Licence",
    "Termination. The Provider may end this licence if you do not cure a breach within ten (10) days of notice.",
    "Notices go by post.",
    "The fee is 500 euros a year.",
)
WHEN = datetime(2026, 3, 1, 9, tzinfo=UTC)


def reworded(path, paragraph, before, after, author):
    """Put other words in place of some, as a tracked change, in the file at `path`."""
    text = read(path).paragraphs[paragraph].text
    start = text.index(before)
    change = Rewording(Place("word/document.xml", paragraph), (TextEdit(start, start + len(before), after),))
    package = open_package(path.read_bytes(), path)
    path.write_bytes(write_changes(package, [change], author=author, when=WHEN).data)


def changed_silently(path, before, after):
    package = open_package(path.read_bytes(), path)
    tree = package.edit(package.main)
    text = next(t for t in tree.iter(w("t")) if before in (t.text or ""))
    assert isinstance(text, etree._Element)
    text.text = text.text.replace(before, after)
    path.write_bytes(package.save())


@pytest.fixture
def files(make_docx, tmp_path):
    """What was sent, with an ask of ours, and what came back: another ask, and an edit without a trace."""
    sent, returned = make_docx(*LINES, name="sent.docx"), tmp_path / "returned.docx"
    reworded(sent, 1, "ten (10)", "thirty (30)", "Ada Ours")
    returned.write_bytes(sent.read_bytes())
    reworded(returned, 2, "post", "courier", "Theo Theirs")
    changed_silently(returned, "500", "900")
    return RoundFile(sent), RoundFile(returned)


@pytest.fixture
def opened(qtbot, worker, settings, wardrobe):  # noqa: ARG001 - dressed as the program is
    window = RoundsWindow(worker, settings, Measure(DeploymentProfile(), author="Ada Ours"))
    qtbot.addWidget(window, before_close_func=lambda window: window.page.forget_answers())
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.page.forget_answers()
    window.close()


@pytest.fixture
def compared(qtbot, opened, files):
    opened.compare([files], Ours(usual="Ada Ours"))
    qtbot.waitUntil(lambda: opened.rounds is not None, timeout=SLOW)
    return opened


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


def told(window):
    return window.page.messages.label.accessibleName()


def test_the_edit_without_a_trace_is_shown_first(compared):
    assert compared.page.head.alarm.text() == "! 1 edit without a trace"
    assert [point.id for point in compared.page.points.model.every] == ["U1", "A1", "N1"]
    assert compared.page.points.point.after == "900"


def test_answers_are_written_on_top_of_theirs(qtbot, compared, files, tmp_path):
    before, out = files[1].path.read_bytes(), tmp_path / "answered.docx"
    compared.page.choose_answer("reject")
    compared.page.points.choose("N1")
    compared.page.choose_answer("counter")
    compared.page.answer.wording.setCurrentText("Own words")
    compared.page.answer.words.show_text("email")

    def write(dialog):
        assert isinstance(dialog, TrackedDialog)
        assert dialog.author.text() == "Ada Ours"
        dialog.file.setText(str(out))
        dialog.confirm.click()

    answer(write)
    compared.commands.write.trigger()
    qtbot.waitUntil(lambda: out.exists() and not compared.runner.busy, timeout=SLOW)
    text = "\n".join(paragraph.text for paragraph in read(out).paragraphs)
    assert "The fee is 500 euros" in text
    assert "Notices go by email." in text
    assert files[1].path.read_bytes() == before
    assert "Answers in it: 2, of them in own words: 1" in told(compared)
    assert compared.page.answers == ()


def test_a_file_of_the_negotiation_is_never_written_over(qtbot, compared, files):
    compared.page.choose_answer("reject")
    before = files[1].path.read_bytes()

    def write(dialog):
        dialog.file.setText(str(files[1].path))
        dialog.confirm.click()

    def replace(dialog):
        assert isinstance(dialog, ConfirmDialog)
        dialog.go_on.click()

    answer(write, replace)
    compared.commands.write.trigger()
    qtbot.waitUntil(lambda: "never written over" in told(compared), timeout=SLOW)
    assert files[1].path.read_bytes() == before
    assert len(compared.page.answers) == 1


def test_the_report_is_written(qtbot, compared, tmp_path, monkeypatch):
    out = tmp_path / "report.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(out.with_suffix("")), ""))
    compared.commands.report.trigger()
    qtbot.waitUntil(lambda: out.exists() and not compared.runner.busy, timeout=SLOW)
    assert "for your own house only" in told(compared)


def test_what_is_wrong_with_a_file_is_told_and_can_be_tried_again(qtbot, opened, files, tmp_path):
    opened.compare([(files[0], RoundFile(tmp_path / "gone.docx"))], Ours())
    qtbot.waitUntil(lambda: "gone.docx" in told(opened), timeout=SLOW)
    assert opened.page.again.isVisible()
    assert not opened.commands.report.isEnabled()


def test_answers_are_not_lost_unasked(qtbot, compared):
    compared.page.choose_answer("reject")
    answer(lambda dialog: dialog.reject())
    assert not compared.close()
    assert compared.isVisible()
    qtbot.waitUntil(lambda: len(compared.page.answers) == 1)


def test_a_dropped_file_is_one_more_round(qtbot, compared, files, tmp_path):
    with qtbot.waitSignal(compared.files_asked) as asked:
        compared.files_dropped.emit([tmp_path / "again.docx"], False)
    assert asked.args[0] == (files, (None, RoundFile(tmp_path / "again.docx")))


@pytest.fixture
def negotiated(qtbot, reviewed, files):
    """A window of rounds, opened from one that shows a matter."""

    def choose(dialog):
        assert isinstance(dialog, FilesDialog)
        for box, file in zip(dialog.rows[0].boxes, files, strict=True):
            box.choose(file)
        dialog.author.setText("Ada Ours")
        dialog.confirm.click()

    answer(choose)
    reviewed.commands.rounds.trigger()
    (rounds,) = reviewed.negotiator.windows
    qtbot.waitUntil(lambda: rounds.rounds is not None, timeout=SLOW)
    return rounds


def test_the_round_is_kept_in_the_open_matter_and_offered_again(qtbot, reviewed, negotiated):
    matter, shown = reviewed.session.matter, reviewed.desk.shown
    qtbot.waitUntil(lambda: len(kept_files(matter, document=shown)) == 2)
    assert [file.name for file in kept_files(matter)] == ["sent.docx", "returned.docx"]
    qtbot.waitUntil(lambda: "Kept in the matter" in negotiated.jobs.done.text())
    seen = []

    def look(dialog):
        seen.append([box.file.name for box in dialog.rows[0].boxes])
        dialog.reject()

    answer(look)
    reviewed.commands.rounds.trigger()
    assert seen == [["sent.docx", "returned.docx"]]


def test_the_window_closes_with_the_main_one(reviewed, negotiated):
    reviewed.close()
    assert reviewed.negotiator.windows == ()
    assert not negotiated.isVisible()


def test_the_main_window_stays_for_answers_that_are_not_written(reviewed, negotiated):
    negotiated.page.choose_answer("reject")
    answer(lambda dialog: dialog.reject())
    assert not reviewed.close()
    assert reviewed.isVisible()
    negotiated.page.forget_answers()


def test_answers_that_are_given_up_are_asked_for_once(compared):
    compared.page.choose_answer("reject")
    answer(lambda dialog: dialog.go_on.click())
    compared.commands.again.trigger()
    compared.commands.stop.trigger()
    assert compared.page.answers == ()
    assert compared.page.again.isVisible()


def test_a_stopped_comparison_can_be_asked_for_again(qtbot, compared):
    compared.commands.again.trigger()
    compared.commands.stop.trigger()
    assert not compared.runner.busy
    compared.page.again.click()
    qtbot.waitUntil(lambda: compared.rounds is not None, timeout=SLOW)
