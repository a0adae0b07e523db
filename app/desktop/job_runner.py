"""The jobs that the user waits for, one after another, and those that nobody waits for."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app.desktop.job_bar import JobBar
from app.desktop.quiet_jobs import QuietJobs
from app.desktop.task import Task
from app.service.jobs import Progress, Report

_CLOSE_TIMEOUT_S = 3.0


@dataclass(frozen=True, slots=True)
class _Job:
    """A job with what is said of it and what follows."""

    job: Callable[[Report], object]
    text: str
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    is_patient: bool


class JobRunner(QObject):
    """Runs one job at a time off the GUI thread and shows in the job bar how far it is, and how many wait behind it.

    Signals:
        busy_changed: Whether a job runs that the user waits for.
    """

    busy_changed = Signal(bool)

    def __init__(self, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._task: Task | None = None
        self._job: _Job | None = None
        self._queue: deque[_Job] = deque()
        self._quiet = QuietJobs(self)

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits that the user waits for."""
        return self._task is not None or bool(self._queue)

    @property
    def waiting(self) -> int:
        """How many jobs wait for the running one to end."""
        return len(self._queue)

    def run(
        self,
        job: Callable[[Report], object],
        text: str,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        patient: bool = False,
    ) -> None:
        """Run `job` after those before it; hand its result to `done`, or its error to `failed`, unless it is stopped.

        A `patient` job is stopped at its next step, so that what it did is known; the wait for another ends at once.
        """
        was_busy = self.busy
        self._queue.append(_Job(job, text, done, failed, patient))
        if was_busy:
            self._bar.show_waiting(self.waiting)
        else:
            self.busy_changed.emit(True)
            self._start_next()

    def run_quietly(
        self,
        key: str,
        job: Callable[[Report], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `job` while the user goes on; of several with one key only what the last gives is handed to `done`.

        Without `failed` an error is a bug, and shown as one.
        """
        self._quiet.run(key, job, done, failed)

    def stop(self) -> None:
        """Stop the running job; the next begins."""
        if self._task is None or self._job is None:
            return
        self._task.cancel()
        if self._job.is_patient:
            self._bar.say(self.tr("Stopping …"))
        else:
            self._end(self._task, self._tell_stopped)

    def stop_all(self) -> None:
        """Stop the running job, unless it is a patient one, and forget those that wait."""
        self._queue.clear()
        self._bar.show_waiting(0)
        if self._job is not None and not self._job.is_patient:
            self.stop()

    def close(self) -> None:
        """Stop all jobs, also those nobody waits for any more, and wait until they have ended."""
        self._queue.clear()
        self._task = self._job = None  # what a job gave meanwhile is not shown any more
        tasks = self.findChildren(Task, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for task in tasks:
            task.cancel()
        self._quiet.close()
        for task in tasks:
            task.wait(_CLOSE_TIMEOUT_S)

    def reopen(self) -> None:
        """Run jobs again, after `close`."""
        self._quiet.reopen()

    def _start_next(self) -> None:
        """Start the job that waits longest, if any waits."""
        if not self._queue:
            return
        job = self._queue.popleft()
        task = Task(job.job, parent=self)
        task.progressed.connect(lambda progress: self._show_progress(task, progress))
        then: list[Callable[[], None]] = [self._tell_stopped]
        task.succeeded.connect(lambda result: then.append(partial(job.done, result)))
        task.failed.connect(lambda error: then.append(partial(job.failed, error)))
        task.finished.connect(lambda: self._finish(task, then[-1]))
        self._task, self._job = task, job
        self._bar.begin(job.text)
        self._bar.show_waiting(self.waiting)
        task.start()

    def _show_progress(self, task: Task, progress: Progress) -> None:
        if task is self._task:
            self._bar.show_progress(progress)

    def _finish(self, task: Task, then: Callable[[], None]) -> None:
        """End the wait for `task`; it goes only after what follows, which may ask the user something."""
        try:
            self._end(task, then)
        finally:
            task.deleteLater()

    def _end(self, task: Task, then: Callable[[], None]) -> None:
        """End the wait for `task` and do what follows, then start the next; nothing if the wait was over before."""
        if task is not self._task:
            return
        self._task = self._job = None
        self._bar.end()
        if not self.busy:
            self.busy_changed.emit(False)
        try:
            then()
        finally:
            if self._task is None:
                self._start_next()

    def _tell_stopped(self) -> None:
        self._bar.say(self.tr("Stopped."))
