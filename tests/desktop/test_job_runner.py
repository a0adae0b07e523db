import threading

import pytest
from PySide6.QtWidgets import QWidget

from app.desktop.job_bar import JobBar
from app.desktop.job_runner import JobRunner
from app.errors import DocumentError


@pytest.fixture
def bar(qtbot):
    bar = JobBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def runner(qtbot, bar):
    parent = QWidget()
    qtbot.addWidget(parent)
    runner = JobRunner(bar, parent)
    yield runner
    runner.close()


class Gate:
    """A job that waits until it is let go, or stopped."""

    def __init__(self, result="done"):
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.result = result

    def __call__(self, _report):
        self.begun.set()
        self.go_on.wait(5)
        return self.result


@pytest.fixture
def told():
    return []


def test_jobs_run_one_after_another_in_the_order_in_which_they_came(qtbot, runner, told):
    for name in ("a", "b", "c"):
        runner.run(lambda _report, name=name: name, name, told.append, pytest.fail)
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == ["a", "b", "c"]


def test_it_is_told_how_many_jobs_wait(qtbot, runner, bar, told):
    gate = Gate()
    runner.run(gate, "first", told.append, pytest.fail)
    runner.run(lambda _report: "b", "second", told.append, pytest.fail)
    runner.run(lambda _report: "c", "third", told.append, pytest.fail)
    assert (runner.waiting, bar.waiting.text()) == (2, "2 more waiting")
    gate.go_on.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert (runner.waiting, bar.waiting.isHidden()) == (0, True)


def test_stop_ends_the_running_job_and_the_next_begins(qtbot, runner, told):
    gate = Gate()
    runner.run(gate, "first", told.append, pytest.fail)
    runner.run(lambda _report: "b", "second", told.append, pytest.fail)
    runner.stop()
    assert runner.busy
    qtbot.waitUntil(lambda: not runner.busy)
    gate.go_on.set()
    assert told == ["b"]


def test_stop_all_forgets_those_that_wait(runner, told):
    gate = Gate()
    runner.run(gate, "first", told.append, pytest.fail)
    runner.run(lambda _report: "b", "second", told.append, pytest.fail)
    runner.stop_all()
    gate.go_on.set()
    assert (runner.busy, runner.waiting, told) == (False, 0, [])


def test_a_failure_is_told_and_the_next_job_runs(qtbot, runner, told, tmp_path):
    error = DocumentError(tmp_path / "a.docx", "it is empty")

    def fail(_report):
        raise error

    runner.run(fail, "first", pytest.fail, told.append)
    runner.run(lambda _report: "b", "second", told.append, pytest.fail)
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == [error, "b"]


def test_a_job_asked_for_by_what_follows_another_waits_behind_those_that_wait(qtbot, runner, told):
    gate = Gate()

    def again(_result):
        runner.run(lambda _report: "again", "again", told.append, pytest.fail)

    runner.run(gate, "first", again, pytest.fail)
    runner.run(lambda _report: "b", "second", told.append, pytest.fail)
    gate.go_on.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == ["b", "again"]


def test_the_runner_is_busy_from_the_first_job_to_the_last(qtbot, runner, told):
    runner.busy_changed.connect(told.append)
    runner.run(lambda _report: None, "first", lambda _: None, pytest.fail)
    runner.run(lambda _report: None, "second", lambda _: None, pytest.fail)
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == [True, False]


def test_a_quiet_job_leaves_the_runner_free(qtbot, runner, bar, told):
    runner.run_quietly("k", lambda _report: "quiet", told.append)
    assert (runner.busy, bar.stop.isHidden()) == (False, True)
    qtbot.waitUntil(lambda: told == ["quiet"])


def test_of_quiet_jobs_with_one_key_only_the_last_gives_something(qtbot, runner, told):
    gate = Gate("old")
    runner.run_quietly("k", gate, told.append)
    for name in ("older", "newest"):
        runner.run_quietly("k", lambda _report, name=name: name, told.append)
    runner.run_quietly("other", lambda _report: "other", told.append)
    gate.go_on.set()
    qtbot.waitUntil(lambda: "other" in told)
    assert told == ["newest", "other"]


def test_an_error_of_a_quiet_job_is_handed_on(qtbot, runner, told, tmp_path):
    error = DocumentError(tmp_path / "a.docx", "it is empty")

    def fail(_report):
        raise error

    runner.run_quietly("k", fail, pytest.fail, told.append)
    qtbot.waitUntil(lambda: told == [error])


def test_closing_ends_quiet_jobs_too(runner, told):
    gate = Gate()
    runner.run_quietly("k", gate, told.append)
    gate.begun.wait(5)
    gate.go_on.set()
    runner.close()
    assert "task" not in [thread.name for thread in threading.enumerate()]
