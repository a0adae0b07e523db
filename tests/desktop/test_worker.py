"""The worker process, with jobs of our own that stand in `worker_jobs`."""

import inspect
import os
import signal
import subprocess
import sys
import time
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import cast

import pytest

from app import errors
from app.desktop.jobs import outgoing_with, read_view, review_file, review_text
from app.desktop.task import Task
from app.desktop.worker import Worker
from app.errors import (
    Cancelled,
    CounterdraftError,
    DocumentError,
    EncryptedFileError,
    ExportError,
    LibraryError,
    SeveralDocumentsError,
)
from app.model.document import Opening
from app.model.profile import DeploymentProfile
from app.service.decisions import redrafted
from app.service.jobs import silent
from app.service.samples import sample_path

FOLDER = Path(__file__).parent
ENDED = "ended by itself"


@pytest.fixture(scope="module")
def jobs():
    sys.path.insert(0, str(FOLDER))
    yield import_module("worker_jobs")
    sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
def bare(jobs):
    """A worker that prepares nothing, and so starts quickly."""
    worker = Worker(jobs.prepare_nothing)
    worker.start()
    yield worker
    worker.close()


def stopping_once(noticed):
    """Return a report that stops the job once `noticed` says so."""

    def report(_progress):
        if noticed():
            raise Cancelled("stopped")

    return report


def is_gone(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z"


def wait_until(condition, seconds=10):
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.01)  # another process: there is no signal to wait for
    return condition()


def test_what_a_function_returns_comes_from_another_process(bare, jobs):
    assert bare.call(jobs.give, "said", silent) == "said"
    assert bare.call(jobs.give_process, silent) != os.getpid()


def test_a_document_is_reviewed_with_progress_by_stage(worker):
    stages = []
    profile = DeploymentProfile()
    report = stages.append
    opened = worker.call(review_file, sample_path(), Opening(), profile, None, report)
    assert len(opened.review.findings) == len(opened.review.library.clauses)
    assert "Matching clauses" in {progress.stage for progress in stages}


@pytest.fixture
def opened(worker):
    return worker.call(review_file, sample_path(), Opening(), DeploymentProfile(), None, silent)


def test_a_library_and_a_document_are_the_same_objects_when_they_come_back(worker, opened):
    again = worker.call(cast, "Review", opened.review, silent)  # gives it back
    assert again.document is opened.review.document
    assert again.library is opened.review.library
    assert again.findings[0].clause is opened.review.library.clause(again.findings[0].clause.id)
    assert again == opened.review


def test_two_reviews_have_one_library(worker, opened, make_docx):
    other = worker.call(review_file, make_docx("1. Term."), Opening(), DeploymentProfile(), None, silent)
    assert other.review.library is opened.review.library


def test_a_review_is_judged_by_decisions_in_the_worker(worker, opened):
    settled = {redline.clause for redline in opened.review.redlines}
    assert worker.call(redrafted, opened.review, {}, settled, silent).review.redlines == ()


def test_another_view_is_read_from_the_bytes_though_the_file_is_gone(worker, make_docx):
    path = make_docx("The fee is due.")
    opened = worker.call(review_file, path, Opening(), DeploymentProfile(), None, silent)
    path.unlink()
    read = worker.call(read_view, opened.review.document, Opening(view="original"), silent)
    assert (read.path, read.view, read.paragraphs[0].text) == (path, "original", "The fee is due.")


def test_what_leaves_with_a_file_is_told_by_the_worker(worker, opened):
    listed = worker.call(outgoing_with, opened.review.document, silent)
    assert "properties" in {item.kind for item in listed.items}


def test_pasted_text_leaves_no_file_behind(worker):
    opened = worker.call(review_text, "1. The fee is due.", None, DeploymentProfile(), None, silent)
    assert not opened.review.document.path.exists()


ERRORS = {
    DocumentError: lambda: DocumentError(Path("a.docx"), "it is empty"),
    EncryptedFileError: lambda: EncryptedFileError(Path("a.docx"), "it is protected", with_password=False),
    SeveralDocumentsError: lambda: SeveralDocumentsError(Path("a.eml"), ("b.docx", "c.pdf")),
    LibraryError: lambda: LibraryError(("a.yaml:1: title: missing", "b.yaml:2: id: taken")),
}


def made(kind):
    if kind in ERRORS:
        return ERRORS[kind]()
    return kind(Path("a.docx"), "it is wrong") if issubclass(kind, DocumentError) else kind("It is wrong.")


@pytest.mark.parametrize(
    "kind",
    [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, CounterdraftError)],
)
def test_every_error_of_ours_arrives_whole(bare, jobs, kind):
    error = made(kind)
    with pytest.raises(kind) as raised:
        bare.call(jobs.fail, error, silent)
    assert type(raised.value) is kind
    assert (str(raised.value), raised.value.__dict__) == (str(error), error.__dict__)


def test_a_bug_arrives_with_the_place_where_it_happened(bare, jobs):
    with pytest.raises(KeyError) as raised:
        bare.call(jobs.fail, KeyError("absent"), silent)
    assert 'worker_jobs.py", line' in "".join(raised.value.__notes__)


def test_a_result_that_cannot_be_sent_is_an_error_and_the_worker_goes_on(bare, jobs, document):
    with pytest.raises(Exception, match=r"pickle|local object"):
        bare.call(jobs.give_what_stays_here, document, silent)
    assert bare.call(jobs.give, document, silent) is document


def test_a_job_that_reports_is_stopped_at_once_and_its_process_lives_on(bare, jobs, tmp_path):
    process = bare.call(jobs.give_process, silent)
    marker = tmp_path / "begun"
    with pytest.raises(Cancelled):
        bare.call(jobs.report_without_end, marker, stopping_once(marker.exists))
    assert bare.call(jobs.give_process, silent) == process


def test_a_job_in_a_long_call_is_killed_within_two_hundred_milliseconds(bare, jobs, tmp_path):
    process = bare.call(jobs.give_process, silent)
    marker = tmp_path / "begun"
    begun = []

    def report(_progress):
        if marker.exists():
            begun.append(time.perf_counter())
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        bare.call(jobs.hold_the_interpreter, marker, report)
    took = time.perf_counter() - begun[0]
    assert is_gone(process)
    assert took < 0.2
    assert bare.call(jobs.give, "next", silent) == "next"


def test_what_a_killed_job_wrote_meanwhile_is_removed(bare, jobs, tmp_path):
    marker = tmp_path / "begun"
    with pytest.raises(Cancelled):
        bare.call(jobs.leave_a_file, marker, stopping_once(lambda: marker.exists() and bool(marker.read_text())))
    assert not Path(marker.read_text()).exists()


def test_a_patient_job_is_stopped_at_its_next_report_and_says_what_it_did(qtbot, bare, jobs):
    task = Task(partial(bare.call_patiently, jobs.finish_what_was_begun))
    with qtbot.waitSignal(task.progressed, check_params_cb=lambda progress: progress.stage == "Writing"):
        task.start()
    with qtbot.waitSignal(task.succeeded) as succeeded:
        task.cancel()
    task.wait(5)
    assert succeeded.args == ["stopped where it could be"]


def test_a_process_that_ends_by_itself_is_told_and_the_next_call_works(bare, jobs):
    with pytest.raises(CounterdraftError, match=ENDED):
        bare.call(jobs.end_itself, silent)
    assert bare.call(jobs.give, "next", silent) == "next"


def test_a_process_that_ended_while_nothing_was_asked_is_replaced(bare, jobs):
    process = bare.call(jobs.give_process, silent)
    os.kill(process, signal.SIGKILL)
    assert wait_until(lambda: not bare._idle[-1].is_alive)
    assert bare.call(jobs.give, "next", silent) == "next"


def test_what_is_asked_while_a_long_job_runs_does_not_wait_for_it(bare, jobs, tmp_path):
    task = Task(partial(bare.call, jobs.report_without_end, tmp_path / "begun"))
    task.start()
    try:
        assert bare.call(jobs.give, "meanwhile", silent) == "meanwhile"
    finally:
        task.cancel()
        task.wait(5)


def test_closing_ends_the_processes_and_what_is_under_way(jobs, qtbot, tmp_path):
    bare = Worker(jobs.prepare_nothing)
    marker = tmp_path / "begun"
    task = Task(partial(bare.call, jobs.hold_the_interpreter, marker))
    task.failed.connect(pytest.fail)
    process = bare.call(jobs.give_process, silent)
    task.start()
    qtbot.waitUntil(marker.exists, timeout=10_000)
    bare.close()
    assert task.wait(5)
    assert is_gone(process)
    with pytest.raises(Cancelled):
        bare.call(jobs.give, 1, silent)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.usefixtures("opened")
def test_the_worker_opens_no_socket(worker):
    folder = Path(f"/proc/{worker.call(os.getpid, silent)}/fd")
    assert [link for link in map(os.readlink, folder.iterdir()) if link.startswith("socket:")] == []


@pytest.mark.usefixtures("opened")
def test_the_worker_loads_no_qt(worker):
    assert worker.call(eval, "[name for name in __import__('sys').modules if 'PySide' in name]", silent) == []


SCRIPT = """
import sys
import PySide6.QtCore
from app.desktop.worker import Worker
from app.service.jobs import silent

if __name__ == "__main__":
    sys.path.insert(0, {folder!r})
    import worker_jobs
    worker = Worker(worker_jobs.prepare_nothing)
    print(*worker.call(eval, "list(__import__('sys').modules)", silent))
    worker.close()
"""


def test_the_worker_does_not_run_the_script_that_started_the_window(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(folder=str(FOLDER)), encoding="utf-8")
    modules = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True).stdout.split()
    assert "app.desktop.worker_process" in modules
    assert "PySide6" not in modules


HOLD = """
import sys, time
sys.path.insert(0, {folder!r})
import worker_jobs
from app.desktop.worker import Worker
from app.service.jobs import silent

if __name__ == "__main__":
    bare = Worker(worker_jobs.prepare_nothing)
    bare.start()
    print(bare.call(worker_jobs.give_process, silent), flush=True)
    {then}
"""


@pytest.fixture
def hold(tmp_path):
    """Start a program with a worker; give it and the id of the worker's process."""
    programs = []

    def start(then):
        script = tmp_path / "hold.py"
        script.write_text(HOLD.format(folder=str(FOLDER), then=then))
        environment = os.environ | {"TMPDIR": str(tmp_path)}
        program = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment)
        programs.append(program)
        return program, int(program.stdout.readline())

    yield start
    for program in programs:
        program.kill()
        program.wait()
        program.stdout.close()


@pytest.mark.parametrize("then", ["time.sleep(60)", "bare.call(worker_jobs.give, time.sleep(60), silent)"])
def test_the_worker_ends_when_the_window_is_killed_and_leaves_nothing(hold, tmp_path, then):
    program, process = hold(then)
    program.kill()
    assert wait_until(lambda: is_gone(process), 5)
    assert wait_until(lambda: not list(tmp_path.glob("counterdraft-*")), 5)


def test_the_worker_ends_in_the_midst_of_a_job_when_the_window_is_killed(hold, tmp_path):
    marker = tmp_path / "begun"
    then = f"from pathlib import Path; bare.call(worker_jobs.report_without_end, Path({str(marker)!r}), silent)"
    program, process = hold(then)
    assert wait_until(marker.exists)
    program.kill()
    assert wait_until(lambda: is_gone(process), 5)


def test_the_worker_goes_with_a_window_that_just_ends_and_leaves_nothing(hold, tmp_path):
    program, process = hold("pass")
    assert program.wait(10) == 0
    assert wait_until(lambda: is_gone(process), 5)
    assert not list(tmp_path.glob("counterdraft-*"))


def test_an_export_error_names_what_to_do(worker, tmp_path):
    with pytest.raises(ExportError, match="choose another folder"):
        worker.call(review_text, "Text.", tmp_path / "absent" / "a.txt", DeploymentProfile(), None, silent)
