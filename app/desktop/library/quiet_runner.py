"""Jobs that the user does not wait for: off the GUI thread, the newest of a kind first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.desktop.task import Task

Call = Callable[..., object]
"""Calls a function of `jobs` with arguments, the last a Report, and returns what that returns: `Worker.call`."""

_CLOSE_TIMEOUT_S = 10.0  # a worker that is told to stop needs a fifth of a second


def call_here(function: Callable[..., object], *arguments: object) -> object:
    """Call `function` in this process, as a thread does where there is no worker."""
    return function(*arguments)


@dataclass(frozen=True, slots=True)
class _Job:
    function: Callable[..., object]
    arguments: tuple[object, ...]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class QuietRunner(QObject):
    """Runs one job of a kind at a time; of those that wait for it the newest is run, the others never.

    Signals:
        busy_changed: The kind of a job, and whether one of that kind runs or waits.
    """

    busy_changed = Signal(str, bool)

    def __init__(self, call: Call, parent: QObject) -> None:
        super().__init__(parent)
        self._call = call
        self._tasks: dict[str, Task] = {}
        self._waiting: dict[str, _Job] = {}
        self._is_closed = False

    def is_busy(self, kind: str) -> bool:
        """Return whether a job of this kind runs."""
        return kind in self._tasks

    def run(
        self,
        kind: str,
        function: Callable[..., object],
        *arguments: object,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call `function` with `arguments` and a report off the GUI thread; then, in that thread, tell what came of it.

        `done` gets its result or `failed` its error; neither is called where a newer job of this kind came meanwhile.
        """
        if self._is_closed:
            return
        job = _Job(function, arguments, done, failed)
        if kind in self._tasks:
            self._waiting[kind] = job
        else:
            self._start(kind, job)

    def forget(self, kind: str) -> None:
        """Drop the job of this kind that waits."""
        self._waiting.pop(kind, None)

    def reopen(self) -> None:
        """Run jobs again, after `close`."""
        self._is_closed = False

    def close(self) -> None:
        """Wait until all jobs have ended; none is started any more and nobody is told."""
        self._is_closed = True
        self._waiting.clear()
        for task in self._tasks.values():
            task.succeeded.disconnect()
            task.failed.disconnect()
            task.cancel()
        for task in self._tasks.values():
            task.wait(_CLOSE_TIMEOUT_S)

    def _start(self, kind: str, job: _Job) -> None:
        task = Task(lambda report: self._call(job.function, *job.arguments, report), parent=self)
        self._tasks[kind] = task
        task.succeeded.connect(lambda result: self._tell(kind, job.done, result))
        task.failed.connect(lambda error: self._tell(kind, job.failed, error))
        task.finished.connect(lambda: self._end(kind, task))
        self.busy_changed.emit(kind, True)
        task.start()

    def _tell(self, kind: str, told: Callable[[Any], None], what: object) -> None:
        if kind not in self._waiting:
            told(what)

    def _end(self, kind: str, task: Task) -> None:
        del self._tasks[kind]
        task.deleteLater()
        if (job := self._waiting.pop(kind, None)) is not None:
            self._start(kind, job)
        else:
            self.busy_changed.emit(kind, False)
