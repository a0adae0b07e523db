"""A job off the GUI thread."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import Cancelled
from app.service.jobs import Progress, Report


class Task(QObject):
    """A job on a thread of its own, with progress and cancel.

    The task lives in the GUI thread, so Qt queues its signals to that thread
    and any slot may touch widgets; the job itself must not. The task must
    outlive the job: give it a parent, and `wait` before closing.

    Signals:
        progressed: A Progress.
        succeeded: What the job returned.
        failed: The exception the job raised; never Cancelled.
        finished: Last, exactly once, whatever happened.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, job: Callable[[Report], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._stop = threading.Event()
        self._told: Progress | None = None
        self._thread = threading.Thread(target=self._run, name="task", daemon=True)

    def start(self) -> None:
        """Start the job and return at once."""
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for the job to end; return whether it did."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @Slot()
    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()

    def _run(self) -> None:  # in the job's thread
        try:
            result = self._job(self._report)
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - handed on, see `failed`
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.finished.emit()

    def _report(self, progress: Progress) -> None:  # in the job's thread
        if self._stop.is_set():
            raise Cancelled("stopped")
        if progress != self._told:  # who waits for another process asks again and again whether to stop
            self._told = progress
            self.progressed.emit(progress)
