import threading

import pytest
from PySide6.QtCore import QObject

from app.desktop.library.quiet_runner import QuietRunner, call_here

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def runner(owner):
    runner = QuietRunner(call_here, owner)
    yield runner
    runner.close()


def test_a_job_runs_off_the_gui_thread_and_its_result_comes_to_it(qtbot, runner):
    seen = []

    def work(number, _):
        return number, threading.current_thread() is threading.main_thread()

    def note(result):
        seen.append((result, threading.current_thread() is threading.main_thread()))

    runner.run("a", work, 7, done=note, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [((7, False), True)]


def test_an_error_is_handed_on(qtbot, runner):
    seen = []

    def work(_):
        raise ValueError("no")

    runner.run("a", work, done=seen.append, failed=lambda error: seen.append(str(error)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["no"]


def test_of_jobs_of_a_kind_that_wait_only_the_newest_is_run_and_told(qtbot, runner):
    gate, ran, told = threading.Event(), [], []

    def work(number, _):
        gate.wait(5)
        ran.append(number)
        return number

    for number in (1, 2, 3):
        runner.run("a", work, number, done=told.append, failed=told.append)
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy("a"))
    assert (ran, told) == ([1, 3], [3])


def test_jobs_of_different_kinds_run_side_by_side(qtbot, runner):
    gate, told = threading.Event(), []
    runner.run("slow", lambda _: gate.wait(5), done=told.append, failed=told.append)
    runner.run("quick", lambda _: "quick", done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert (told, runner.is_busy("slow")) == (["quick"], True)
    gate.set()


def test_a_job_that_is_forgotten_is_not_started(qtbot, runner):
    gate, ran = threading.Event(), []
    runner.run("a", lambda _: gate.wait(5), done=ran.append, failed=ran.append)
    runner.run("a", lambda _: ran.append("second"), done=ran.append, failed=ran.append)
    runner.forget("a")
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_busy("a"))
    assert ran == [True]


def test_closing_waits_for_what_runs_and_tells_nobody(runner):
    told = []
    runner.run("a", lambda _: "done", done=told.append, failed=told.append)
    runner.close()
    assert "task" not in [thread.name for thread in threading.enumerate()]
    assert told == []
