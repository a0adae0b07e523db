import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject

from app.desktop.quiet_jobs import QuietJobs

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def jobs(owner):
    jobs = QuietJobs(owner, side_by_side=True)
    yield jobs
    jobs.close()


def test_a_job_runs_off_the_gui_thread_and_its_result_comes_to_it(qtbot, jobs):
    seen = []

    def work(number, _):
        return number, threading.current_thread() is threading.main_thread()

    def note(result):
        seen.append((result, threading.current_thread() is threading.main_thread()))

    jobs.run("a", partial(work, 7), done=note, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [((7, False), True)]


def test_an_error_is_handed_on(qtbot, jobs):
    seen = []

    def work(_):
        raise ValueError("no")

    jobs.run("a", work, done=seen.append, failed=lambda error: seen.append(str(error)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["no"]


def test_of_jobs_of_a_kind_that_wait_only_the_newest_is_run_and_told(qtbot, jobs):
    gate, ran, told = threading.Event(), [], []

    def work(number, _):
        gate.wait(5)
        ran.append(number)
        return number

    for number in (1, 2, 3):
        jobs.run("a", partial(work, number), done=told.append, failed=told.append)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy("a"))
    assert (ran, told) == ([1, 3], [3])


def test_jobs_of_different_kinds_run_side_by_side(qtbot, jobs):
    gate, told = threading.Event(), []
    jobs.run("slow", lambda _: gate.wait(5), done=told.append, failed=told.append)
    jobs.run("quick", lambda _: "quick", done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert (told, jobs.is_busy("slow")) == (["quick"], True)
    gate.set()


def test_a_job_that_is_forgotten_is_not_started(qtbot, jobs):
    gate, ran = threading.Event(), []
    jobs.run("a", lambda _: gate.wait(5), done=ran.append, failed=ran.append)
    jobs.run("a", lambda _: ran.append("second"), done=ran.append, failed=ran.append)
    jobs.forget("a")
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy("a"))
    assert ran == [True]


def test_closing_waits_for_what_runs_and_tells_nobody(jobs):
    told = []
    jobs.run("a", lambda _: "done", done=told.append, failed=told.append)
    jobs.close()
    assert "task" not in [thread.name for thread in threading.enumerate()]
    assert told == []
