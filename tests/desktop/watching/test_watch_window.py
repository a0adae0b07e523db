"""The window with the worker of all tests."""

from datetime import UTC, date, datetime

import pytest
from docx import Document
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.watch_window import WatchWindow
from app.desktop.watching.versions_model import DAY
from app.desktop.watching.watch_model import WatchModel
from app.model.profile import DeploymentProfile
from app.service.kept import keep_file, kept_files
from app.service.matters import create_matter

SLOW = 60_000  # the worker loads the stages once
OLD = "Acceptable Use Policy\n\nYou may not use the model to:\n\n- frighten herons\n"
BAR = "- give medical advice to patients\n"
WHEN = datetime(2026, 3, 4, tzinfo=UTC)
OURS = DeploymentProfile(name="Ours", regulated=("health",))


@pytest.fixture
def make(tmp_path):
    """Write a version of a policy, with what else it forbids, and return its path."""

    def write(name, more=""):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(OLD + more, encoding="utf-8")
        return path

    return write


@pytest.fixture
def files(make):
    return make("use-2025-05-01.md"), make("use-2025-06-03.md", BAR)


@pytest.fixture
def watch(qtbot, worker, wardrobe):  # noqa: ARG001 - dressed as the program is
    window = WatchWindow(worker.call)
    window.use(OURS, None)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


@pytest.fixture
def take(qtbot, watch):
    """Take files, and wait until they are compared."""

    def taking(*paths):
        with qtbot.waitSignal(watch.desk.watched, timeout=SLOW):
            watch.take(paths)
        qtbot.waitUntil(lambda: not watch.runner.busy, timeout=SLOW)

    return taking


@pytest.fixture
def watched(watch, take, files):
    """The window with two versions, of which the newer forbids a planned use."""
    take(*reversed(files))
    return watch


@pytest.fixture
def matter(tmp_path):
    opened = create_matter(tmp_path / "deal.counterdraft", "Deal", OURS, WHEN)
    yield opened
    opened.close()


def names(window):
    return [row.name for row in window.page.versions.model_of_versions.rows]


def chosen(window):
    return window.page.tree.currentIndex().data(WatchModel.BRANCH_ROLE)


def told(window):
    return window.page.messages.label.accessibleName()


def test_what_touches_a_planned_use_is_chosen_at_once(watched):
    assert chosen(watched).title.startswith("A new prohibition touches: output used for medical advice")
    assert "give medical advice" in watched.page.detail.toPlainText()


def test_versions_are_put_in_the_order_of_the_days_in_their_names(watched):
    assert names(watched) == ["use-2025-05-01.md", "use-2025-06-03.md"]


def test_a_corrected_day_turns_the_comparison_round(qtbot, watched):
    model = watched.page.versions.model_of_versions
    with qtbot.waitSignal(watched.desk.watched, timeout=SLOW):
        model.setData(model.index(0, DAY), QDate(2025, 7, 1))
    assert names(watched) == ["use-2025-06-03.md", "use-2025-05-01.md"]
    assert watched.desk.found.steps[0].new_day == date(2025, 7, 1)
    assert [change.kind for change in watched.desk.found.steps[0].touching()] == ["removed"]


def test_a_version_is_moved_by_hand(qtbot, watched):
    watched.page.versions.selectRow(1)
    with qtbot.waitSignal(watched.desk.watched, timeout=SLOW):
        watched.commands.up.trigger()
    assert names(watched) == ["use-2025-06-03.md", "use-2025-05-01.md"]


def test_one_version_waits_for_another(qtbot, watch, files):
    watch.take(files[:1])
    qtbot.waitUntil(lambda: bool(names(watch)), timeout=SLOW)
    assert watch.page.waiting.text() == "Drop or add a newer version to hold it against this one."
    with qtbot.waitSignal(watch.desk.watched, timeout=SLOW):
        watch.take(files[1:])
    assert len(watch.desk.found.steps) == 1


def test_a_folder_gives_its_policies_and_tells_what_it_left_out(take, watch, make, tmp_path):
    for name in ("use-2025-05-01.md", "use-2025-06-03.md", "terms-2025-05-01.md", "terms-2025-08-03.md", "notes.md"):
        make(f"policies/{name}", BAR if "06" in name else "")
    take(tmp_path / "policies")
    assert len(watch.desk.found.steps) == 2
    assert watch.desk.found.left_out == ("notes.md: left out, for its name holds no day such as 2026-03-31.",)


def test_a_folder_without_versions_is_told(qtbot, watch, tmp_path):
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(watch.desk.failed, timeout=SLOW):
        watch.take([tmp_path / "empty"])
    assert "it holds no two versions" in told(watch)


def test_an_unreadable_file_is_named_and_the_others_are_compared(take, watch, files, tmp_path):
    broken = tmp_path / "use-2025-05-20.docx"
    broken.write_bytes(b"")
    take(*files, broken)
    assert "use-2025-05-20.docx" in told(watch)
    assert [row.state for row in watch.page.versions.model_of_versions.rows] == ["read", "not read", "read"]
    assert len(watch.desk.found.steps) == 1
    assert "use-2025-05-20.docx" in watch.desk.found.left_out[0]


def test_what_runs_can_be_stopped_and_looked_at_again(qtbot, watch, files):
    watch.take(files)
    qtbot.waitUntil(lambda: len(names(watch)) == 2, timeout=SLOW)
    watch.commands.stop.trigger()
    assert not watch.runner.busy
    assert watch.page.waiting.text() == "Nothing is compared. Look again, or add other versions."
    with qtbot.waitSignal(watch.desk.watched, timeout=SLOW):
        watch.commands.again.trigger()
    assert watch.desk.found is not None


def test_another_profile_in_use_is_offered_and_looked_for(qtbot, watched):
    watched.use(DeploymentProfile(name="Internal use"), None)
    with qtbot.waitSignal(watched.desk.watched, timeout=SLOW):
        watched.page.messages.action.click()
    assert watched.desk.found.steps[0].touching() == []


def test_a_place_is_shown_in_the_version_that_it_is_of(qtbot, watched):
    change = chosen(watched).about
    watched.page.detail.place_asked.emit(0, False, change.new)
    assert watched.page.place.title.text() == "New: use-2025-06-03.md"
    qtbot.waitUntil(lambda: bool(watched.page.place.reading.extraSelections()))
    watched.commands.stop.trigger()
    assert not watched.page.place.isVisible()


def test_enter_leads_to_the_place_of_a_change(watched):
    watched.page.tree.activated.emit(watched.page.tree.currentIndex())
    assert watched.page.place.title.text() == "New: use-2025-06-03.md"


def test_the_report_is_written_with_the_owner_and_the_day_as_edited(qtbot, watched, tmp_path, monkeypatch):
    watched.page.duty.owner.setText("Ada Reviewer")
    watched.page.duty.owner.editingFinished.emit()
    watched.page.duty.day.setDate(QDate(2031, 2, 3))
    out = tmp_path / "report.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    with qtbot.waitSignal(watched.desk.exported, timeout=SLOW):
        watched.commands.report.trigger()
    words = " ".join(paragraph.text for paragraph in Document(str(out)).paragraphs)
    assert "Next look: Ada Reviewer, on 3 February 2031 (the day that was given)." in words
    assert "own house only" in told(watched)


def test_a_report_that_cannot_be_written_is_told_and_loses_nothing(qtbot, watched, make, monkeypatch):
    taken = make("taken")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(taken / "report.docx"), ""))
    with qtbot.waitSignal(watched.desk.failed, timeout=SLOW):
        watched.commands.report.trigger()
    assert "taken" in told(watched)
    assert len(watched.desk.found.steps) == 1


def test_without_a_matter_no_baseline_is_kept(watched):
    assert not watched.commands.keep.isEnabled()
    assert "Open a matter first" in watched.page.duty.keep.toolTip()


def test_the_newest_version_is_kept_as_the_baseline_with_owner_and_day(watched, matter, files):
    watched.show_matter(matter)
    watched.page.duty.owner.setText("Ada")
    watched.page.duty.owner.editingFinished.emit()
    watched.page.duty.day.setDate(QDate(2031, 2, 3))
    watched.commands.keep.trigger()
    (kept,) = kept_files(matter, "baseline")
    assert (kept.name, kept.owner, kept.review_by) == (files[1].name, "Ada", date(2031, 2, 3))
    assert matter.kept_data(kept.id) == files[1].read_bytes()


def test_owner_and_day_of_what_is_kept_are_saved_as_they_are_edited(watched, matter):
    watched.show_matter(matter)
    watched.commands.keep.trigger()
    watched.page.duty.owner.setText("Bo")
    watched.page.duty.owner.editingFinished.emit()
    watched.page.duty.is_due.setChecked(False)
    (kept,) = kept_files(matter, "baseline")
    assert (kept.owner, kept.review_by) == ("Bo", None)


@pytest.fixture
def with_baseline(qtbot, watch, matter, files):
    """The window with a new version held against a baseline of the matter, whose file is gone."""
    kept = keep_file(
        matter, "baseline", files[0].name, files[0].read_bytes(), WHEN, owner="Ada", review_by=date(2026, 3, 4)
    )
    files[0].unlink()
    watch.show_matter(matter)
    with qtbot.waitSignal(watch.desk.watched, timeout=SLOW, check_params_cb=lambda found: found is not None):
        watch.compare_with(kept, files[1:])
    return watch


def test_a_new_version_is_held_against_the_baseline_of_the_matter(with_baseline):
    assert [row.state for row in with_baseline.page.versions.model_of_versions.rows] == ["baseline", "read"]
    assert len(with_baseline.desk.found.steps[0].touching()) == 1
    assert with_baseline.page.duty.named_owner == "Ada"


def test_the_baseline_before_stays_and_is_not_due_again(with_baseline, matter, files):
    with_baseline.commands.keep.trigger()
    before, now = kept_files(matter, "baseline")
    assert (before.review_by, now.name) == (None, files[1].name)
    assert now.review_by is not None


def test_baselines_are_offered_at_the_beginning_and_edited_there(watch, matter):
    keep_file(matter, "baseline", "use.md", b"words", WHEN, owner="Ada", review_by=date(2026, 3, 4))
    watch.show_matter(matter)
    assert watch.page.begin.baselines.rowCount() == 1
    watch.page.duty.owner.setText("Bo")
    watch.page.duty.owner.editingFinished.emit()
    assert kept_files(matter, "baseline")[0].owner == "Bo"


def test_a_baseline_is_let_go_when_the_user_says_so(watch, matter, monkeypatch):
    keep_file(matter, "baseline", "use.md", b"words", WHEN)
    watch.show_matter(matter)
    monkeypatch.setattr(ConfirmDialog, "ask", lambda *_: True)
    watch.page.begin.remove.click()
    assert kept_files(matter, "baseline") == ()
    assert not watch.page.begin.kept.isVisible()


def test_a_matter_that_was_closed_loses_nothing_that_is_shown(watched, matter):
    watched.show_matter(matter)
    watched.show_matter(None)
    assert len(watched.desk.found.steps) == 1
    assert not watched.commands.keep.isEnabled()


def test_keys_step_through_the_changes_whatever_they_are_folded_under(watched):
    first = watched.page.tree.currentIndex()
    watched.commands.next.trigger()
    assert watched.page.tree.currentIndex() != first
    watched.commands.previous.trigger()
    assert watched.page.tree.currentIndex() == first


def test_a_window_that_is_opened_again_works_on(qtbot, watched, make):
    watched.close()
    watched.show()
    with qtbot.waitSignal(watched.desk.watched, timeout=SLOW):
        watched.take([make("use-2025-08-01.md")])
    assert len(watched.desk.found.steps) == 2


def test_begun_anew_nothing_is_left(watched):
    watched.commands.begin.trigger()
    assert names(watched) == []
    assert watched.page.pages.currentIndex() == 0


def test_f6_leads_through_the_panes(watched):
    watched.page.tree.setFocus(Qt.FocusReason.OtherFocusReason)
    watched.page.focus_next_pane()
    assert watched.page.detail.hasFocus()
