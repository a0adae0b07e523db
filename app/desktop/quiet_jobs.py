"""Jobs that nobody waits for, such as drafting anew after a decision."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from app.desktop.task import Task
from app.service.jobs import Report

_CLOSE_TIMEOUT_S = 10.0  # a worker that is told to stop needs a fifth of a second


@dataclass(frozen=True, slots=True)
class _QuietJob:
    job: Callable[[Report], object]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class QuietJobs(QObject):
    """Runs jobs off the GUI thread; what a later job with the same key makes needless is left out.

    One job runs at a time, or with `side_by_side` one of each key.
    """

    def __init__(self, parent: QObject, *, side_by_side: bool = False) -> None:
        super().__init__(parent)
        self._side_by_side = side_by_side
        self._running: dict[str, Task] = {}
        self._waiting: dict[str, _QuietJob] = {}
        self._is_closed = False

    def is_busy(self, key: str) -> bool:
        """Return whether a job with this key runs or waits."""
        return key in self._running or key in self._waiting

    def run(
        self,
        key: str,
        job: Callable[[Report], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        """Run `job` after those that it must wait for; then, in this thread, tell what came of it.

        `done` gets its result or `failed` its error, which without it is a bug; neither is called where a newer job
        with this key came meanwhile.
        """
        if not self._is_closed:
            self._waiting.pop(key, None)
            self._waiting[key] = _QuietJob(job, done, failed)
            self._start_waiting()

    def forget(self, key: str) -> None:
        """Drop the job with this key that waits."""
        self._waiting.pop(key, None)

    def reopen(self) -> None:
        """Run jobs again, after `close`."""
        self._is_closed = False

    def close(self) -> None:
        """Wait until all jobs have ended; none is started any more and nobody is told."""
        self._is_closed = True
        self._waiting.clear()
        tasks = tuple(self._running.values())
        self._running.clear()
        for task in tasks:
            task.cancel()
        for task in tasks:
            task.wait(_CLOSE_TIMEOUT_S)

    def _start_waiting(self) -> None:
        """Start the jobs that need wait no longer."""
        for key in tuple(self._waiting):
            if key in self._running if self._side_by_side else self._running:
                continue
            job = self._waiting.pop(key)
            task = Task(job.job, parent=self)
            self._connect(key, job, task)
            self._running[key] = task
            task.start()

    def _connect(self, key: str, job: _QuietJob, task: Task) -> None:
        task.succeeded.connect(lambda result: self._hand_on(key, task, lambda: job.done(result)))
        task.failed.connect(lambda error: self._hand_on(key, task, lambda: _tell(job, error)))
        task.finished.connect(lambda: self._finish(key, task))

    def _hand_on(self, key: str, task: Task, then: Callable[[], None]) -> None:
        """Do what follows a job, unless one that waits makes it needless, or the jobs were closed meanwhile."""
        if self._running.get(key) is task and key not in self._waiting:
            then()

    def _finish(self, key: str, task: Task) -> None:
        if self._running.get(key) is task:
            del self._running[key]
            self._start_waiting()
        task.deleteLater()


def _tell(job: _QuietJob, error: Exception) -> None:
    if job.failed is None:
        raise error  # a bug: sys.excepthook shows the crash dialog
    job.failed(error)
