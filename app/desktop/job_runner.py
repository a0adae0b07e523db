"""The one job that the user waits for."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.desktop.job_bar import JobBar
from app.desktop.task import Task
from app.service.jobs import Progress, Report

_CLOSE_TIMEOUT_S = 3.0


class JobRunner(QObject):
    """Runs one job at a time off the GUI thread and shows in the job bar how far it is.

    Signals:
        busy_changed: Whether a job runs that the user waits for.
    """

    busy_changed = Signal(bool)

    def __init__(self, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._task: Task | None = None
        self._is_patient = False

    @property
    def busy(self) -> bool:
        """Whether a job runs that the user waits for."""
        return self._task is not None

    def run(
        self,
        job: Callable[[Report], object],
        text: str,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        *,
        patient: bool = False,
    ) -> None:
        """Run `job` and hand its result to `done`, or its error to `failed`, unless it is stopped first.

        A `patient` job is stopped at its next step, so that what it did is known; the wait for another ends at once.
        """
        task = Task(job, parent=self)
        task.progressed.connect(lambda progress: self._show_progress(task, progress))
        then: list[Callable[[], None]] = [self._tell_stopped]
        task.succeeded.connect(lambda result: then.append(partial(done, result)))
        task.failed.connect(lambda error: then.append(partial(failed, error)))
        task.finished.connect(lambda: self._finish(task, then[-1]))
        self._task = task
        self._is_patient = patient
        self._bar.begin(text)
        self.busy_changed.emit(True)
        task.start()

    def stop(self) -> None:
        """Stop the running job."""
        if self._task is None:
            return
        self._task.cancel()
        if self._is_patient:
            self._bar.say(self.tr("Stopping …"))
        else:
            self._end(self._task, self._tell_stopped)

    def close(self) -> None:
        """Stop all jobs, also those nobody waits for any more, and wait until they have ended."""
        tasks = self.findChildren(Task)
        for task in tasks:
            task.cancel()
        for task in tasks:
            task.wait(_CLOSE_TIMEOUT_S)

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
        """End the wait for `task` and do what follows; nothing if the wait was over before."""
        if task is not self._task:
            return
        self._task = None
        self._bar.end()
        self.busy_changed.emit(False)
        then()

    def _tell_stopped(self) -> None:
        self._bar.say(self.tr("Stopped."))
