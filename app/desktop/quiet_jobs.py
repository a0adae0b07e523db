"""Jobs that nobody waits for, such as drafting anew after a decision."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.desktop.task import Task
from app.service.jobs import Report


@dataclass(frozen=True, slots=True)
class _QuietJob:
    key: str
    job: Callable[[Report], object]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class QuietJobs(QObject):
    """Runs one job at a time; what a later job with the same key makes needless is left out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: _QuietJob | None = None
        self._waiting: dict[str, _QuietJob] = {}

    def run(
        self,
        key: str,
        job: Callable[[Report], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        """Run `job` after those before it, and once the window has done what it is at: both would be slower at once."""
        self._waiting.pop(key, None)
        self._waiting[key] = _QuietJob(key, job, done, failed)
        QTimer.singleShot(0, self, self._start_next)

    def close(self) -> None:
        """Forget the jobs that wait."""
        self._waiting.clear()

    def _start_next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        job = self._waiting.pop(next(iter(self._waiting)))
        # The tasks are the runner's, which ends them all when the window closes.
        task = Task(job.job, parent=self.parent())
        task.succeeded.connect(lambda result: self._hand_on(job, lambda: job.done(result)))
        task.failed.connect(lambda error: self._hand_on(job, lambda: _tell(job, error)))
        task.finished.connect(lambda: self._finish(task))
        self._running = job
        task.start()

    def _hand_on(self, job: _QuietJob, then: Callable[[], None]) -> None:
        """Do what follows `job`, unless one that waits makes it needless."""
        if job.key not in self._waiting:
            then()

    def _finish(self, task: Task) -> None:
        self._running = None
        task.deleteLater()
        self._start_next()


def _tell(job: _QuietJob, error: Exception) -> None:
    if job.failed is None:
        raise error  # a bug: sys.excepthook shows the crash dialog
    job.failed(error)
