"""Heavy work in a process of its own: the window goes on meanwhile, and lives on if the work fails."""

import gc
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from math import inf
from time import monotonic
from types import ModuleType
from typing import cast

from app.desktop import words
from app.desktop.parcels import Parcels
from app.desktop.worker_process import STOP, Sort, Step, prepare_stages, serve
from app.errors import Cancelled, CounterdraftError
from app.service.jobs import Progress, Report

_POLL_S = 0.03
_TO_STOP_S = 0.07  # for a job to come to its next report, before its process is killed
_MOST = 2
_LARGE = 2**20  # bytes
_BEFORE_ANOTHER_S = 0.5  # in which a short job ends, so that no second process is needed
_SWITCH_S = 0.0005  # a tenth of the usual: while a thread unpacks a review, the window waits at every call of Qt
_STARTING = Progress(0, 0, "Starting")
_WAITING = Progress(0, 0, "Waiting")


class Worker:
    """Calls functions in a process that has the stages and the clause library ready, from any thread but the GUI's.

    `prepare` gives what a process does before it is asked, a function of a module, as those that are called. Each call
    has a process to itself; while one is at work for long, a second is started for what is asked meanwhile.
    """

    def __init__(self, prepare: Callable[[], Iterable[Step]] = prepare_stages) -> None:
        self._prepare = prepare
        self._change = threading.Condition()
        self._idle: list[_Process] = []
        self._busy: list[_Process] = []
        self._is_closed = False

    def start(self) -> None:
        """Start a process that gets itself ready; return at once."""
        sys.setswitchinterval(_SWITCH_S)
        with self._change:
            self._idle.append(_Process(self._prepare))

    def call(self, function: Callable[..., object], /, *arguments: object) -> object:
        """Return what `function` returns, called in the worker; the last of the arguments is the Report of the job.

        The function gets a report of its own where it takes one. All it takes and returns must be picklable, and it
        must stand in a module, which must not import Qt. A job that is stopped is killed if need be.

        Raises:
            Cancelled: The report said that the user asked to stop.
            CounterdraftError: The process ended by itself.
            Exception: What the function raised.
        """
        return self._call(function, arguments, _TO_STOP_S)

    def call_patiently(self, function: Callable[..., object], /, *arguments: object) -> object:
        """Do as `call`, but let a job that is stopped come to its next report: for one that writes files."""
        return self._call(function, arguments, None)

    def close(self) -> None:
        """End all processes; a call under way raises Cancelled."""
        with self._change:
            self._is_closed = True
            ending = [*self._idle, *self._busy]
            self._idle.clear()
            self._change.notify_all()
        for process in ending:
            process.end()

    def _call(self, function: Callable[..., object], arguments: tuple[object, ...], to_stop: float | None) -> object:
        report = cast("Report", arguments[-1])
        with self._taken(report) as process:
            sort, value = process.ask(function, arguments[:-1], report, to_stop)
        if sort == "error":
            raise cast("Exception", value)
        return value

    @contextmanager
    def _taken(self, report: Report) -> "Iterator[_Process]":
        """Give a process to one call; one that ended, or had to be ended, is followed by a fresh one."""
        process = self._take(report)
        try:
            yield process
        except _EndedError as error:
            if self._is_closed:
                raise Cancelled("stopped") from error
            raise CounterdraftError(
                words.tr(
                    "The document could not be processed: the part of the program that does so ended by itself. "
                    "Nothing else is lost; try again, or try a copy of the document in another format."
                )
            ) from error
        finally:
            self._give_back(process)

    def _take(self, report: Report) -> "_Process":
        """Return a process that no other call has, once there is one."""
        asked = monotonic()
        while True:
            with self._change:
                if self._is_closed:
                    raise Cancelled("stopped")
                if not self._idle and len(self._busy) < _MOST and (not self._busy or _is_over(asked)):
                    self._idle.append(_Process(self._prepare))
                if self._idle:
                    process = self._idle.pop()
                    if not process.is_alive:
                        process.end()
                        continue
                    self._busy.append(process)
                    return process
                self._change.wait(_POLL_S)
            report(_WAITING)

    def _give_back(self, process: "_Process") -> None:
        with self._change:
            self._busy.remove(process)
            if process.is_alive and not self._is_closed:
                self._idle.append(process)
            elif not self._is_closed:
                process.end()
                if not self._idle:
                    self._idle.append(_Process(self._prepare))
            self._change.notify()


@contextmanager
def _without_main_module() -> Iterator[None]:
    """Let a process start without the script that started this one, which imports Qt and the whole window."""
    name = "__main__"
    script = sys.modules[name]
    sys.modules[name] = ModuleType(name)
    try:
        yield
    finally:
        sys.modules[name] = script


def _is_over(asked: float) -> bool:
    return monotonic() - asked > _BEFORE_ANOTHER_S


class _EndedError(Exception):
    """The process ended by itself."""


class _Process:
    """One worker process, its two pipes and the folder for what it writes meanwhile."""

    def __init__(self, prepare: Callable[[], Iterable[Step]]) -> None:
        context = multiprocessing.get_context("spawn")
        asked, self._requests = context.Pipe(duplex=False)
        self._answers, answered = context.Pipe(duplex=False)
        folder = tempfile.mkdtemp(prefix="counterdraft-")
        self._clear = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)  # at the end of the program too
        self._parcels = Parcels(asking=True)
        self._is_ready = False
        self._ending = threading.Lock()
        self._has_ended = False
        self._process = context.Process(
            target=serve, args=(asked, answered, folder, prepare), name="counterdraft-worker", daemon=True
        )
        with _without_main_module():
            self._process.start()
        asked.close()  # so that the pipes end with the process
        answered.close()

    @property
    def is_alive(self) -> bool:
        """Whether something can be asked of it."""
        return not self._has_ended and self._process.is_alive()

    def ask(
        self, function: Callable[..., object], arguments: tuple[object, ...], report: Report, to_stop: float | None
    ) -> tuple[Sort, object]:
        """Return the answer; a job that is stopped has so many seconds before it is killed, None for all it needs.

        Raises:
            Cancelled: The report said so, and the job had no time left.
            _EndedError: The process ended by itself.
        """
        try:
            while not self._is_ready:
                report(_STARTING)
                self._is_ready = self._answers.poll(_POLL_S) and self._receive()[0] == "ready"
            self._requests.send_bytes(self._parcels.pack((function, arguments)))
            return self._answer(report, to_stop)
        except (EOFError, OSError) as error:
            self.end()
            raise _EndedError from error

    def end(self) -> None:
        """Kill the process, with what it started, and remove what it wrote meanwhile."""
        with self._ending:
            if self._has_ended:
                return
            self._has_ended = True
            if sys.platform != "win32" and self._process.pid is not None:
                with suppress(ProcessLookupError, PermissionError):  # it has not made itself a group yet
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.join()
            self._clear()

    def _answer(self, report: Report, to_stop: float | None) -> tuple[Sort, object]:
        """Return the answer once it is there, and report meanwhile, so that it is noticed when the user stops."""
        progress = _STARTING
        stopped: Cancelled | None = None
        until = 0.0
        while True:
            if stopped is None:
                try:
                    report(progress)
                except Cancelled as error:
                    stopped, until = error, monotonic() + (inf if to_stop is None else to_stop)
                    self._requests.send_bytes(STOP)
            elif monotonic() > until:
                self.end()
                raise stopped
            if self._answers.poll(_POLL_S):
                sort, value = self._receive()
                if sort != "progress":
                    return sort, value
                progress = cast("Progress", value)

    def _receive(self) -> tuple[Sort, object]:
        data = self._answers.recv_bytes()
        gc.disable()  # a review is some hundred thousand objects and no cycle; looking for one would hold the window
        try:
            return cast("tuple[Sort, object]", self._parcels.unpack(data))
        finally:
            if len(data) > _LARGE:
                gc.freeze()  # nor is it looked through later, as long as the matter is open
            gc.enable()
