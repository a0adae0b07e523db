import threading

from app.desktop.task import Task
from app.errors import DocumentError
from app.service.jobs import Progress


def test_progress_then_result_then_finished_all_in_the_gui_thread(qtbot):
    seen = []

    def note(event):
        seen.append((event, threading.current_thread() is threading.main_thread()))

    task = Task(lambda report: report(Progress(1, 2, "Matching")) or "done")
    task.progressed.connect(lambda progress: note(progress.done))
    task.succeeded.connect(note)
    task.finished.connect(lambda: note("finished"))
    with qtbot.waitSignal(task.finished):
        task.start()
    assert seen == [(1, True), ("done", True), ("finished", True)]


def test_an_error_of_the_job_is_handed_on(qtbot, tmp_path):
    error = DocumentError(tmp_path / "a.docx", "it is empty")

    def job(_report):
        raise error

    task = Task(job)
    with qtbot.waitSignal(task.failed) as failed, qtbot.waitSignal(task.finished):
        task.start()
    assert failed.args == [error]


def test_a_cancelled_job_ends_at_its_next_report_and_tells_nothing_but_that_it_finished(qtbot):
    begun = threading.Event()
    told = []

    def job(report):
        begun.set()
        while True:
            report(Progress(0, 0, "Matching"))

    task = Task(job)
    task.succeeded.connect(told.append)
    task.failed.connect(told.append)
    with qtbot.waitSignal(task.finished, timeout=1000):
        task.start()
        begun.wait(1)
        task.cancel()
    assert told == []


def test_waiting_tells_whether_the_job_ended(qtbot):
    go_on = threading.Event()
    task = Task(lambda _report: go_on.wait(5))
    with qtbot.waitSignal(task.finished):
        task.start()
        assert not task.wait(0)
        go_on.set()
        assert task.wait(1)
