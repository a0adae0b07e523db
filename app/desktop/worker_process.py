"""The worker process: it imports the stages, holds the clause library, and does what the window asks, one by one.

Nothing here imports Qt. What is said goes through two pipes; no socket is opened.
"""

import inspect
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Literal, cast

from app.desktop.parcels import Parcels
from app.errors import Cancelled, CounterdraftError
from app.service.jobs import Progress

Sort = Literal["ready", "progress", "result", "error"]
"""What an answer is."""

Step = Callable[[], object]
"""Something to be done once, before a job needs it."""

STOP = b""
"""Asks the running job to stop at its next report."""

_BETWEEN_REPORTS_S = 0.05
_GRACE_S = 1.0
_FOR_A_REQUEST_S = 0.05  # for what the window asks as soon as it hears that all is ready
_NEEDED_LATER = ("app.service.records", "app.service.decisions", "app.service.export", "app.service.inspection")


def serve(requests: Connection, answers: Connection, folder: str, prepare: Callable[[], Iterable[Step]]) -> None:
    """Do what is asked until the window closes the pipe; what is written meanwhile goes into `folder`.

    The first of the steps that `prepare` gives is done before anything else, the others as long as nothing is asked.
    """
    _stand_apart()
    tempfile.tempdir = folder
    threading.Thread(target=_end_with_window, args=(folder,), name="end-with-window", daemon=True).start()
    parcels = Parcels(asking=False)
    try:
        for number, step in enumerate(prepare()):
            if number and requests.poll(_FOR_A_REQUEST_S):
                break
            step()
            if not number:
                answers.send_bytes(parcels.pack(("ready", None)))
        while True:
            asked = requests.recv_bytes()
            if asked != STOP:  # of a job that had ended before
                _do(asked, requests, answers, parcels)
    except (EOFError, BrokenPipeError):
        shutil.rmtree(folder, ignore_errors=True)


def _stand_apart() -> None:
    """Leave it to the window to answer the terminal's Ctrl+C, and be a group that can be ended as one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.setsid()


def _end_with_window(folder: str) -> None:
    """End the process once the window is gone, even if it was killed or a job is in the midst of something."""
    window = multiprocessing.parent_process()
    if window is not None:
        wait([window.sentinel])
        threading.Event().wait(_GRACE_S)  # a job that reports ends what it started
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def prepare_stages() -> Iterator[Step]:
    """Yield what makes a review quick: its imports, the clause library, what is made once; then what comes later."""
    yield _import_and_load
    yield _review_sample
    for name in _NEEDED_LATER:
        yield partial(import_module, name)


def _import_and_load() -> None:
    """Import what a review needs and load the clause library; what is wrong with that is told by the job."""
    import_module("app.service.review")
    import_module("app.service.proofreading")
    held = import_module("app.service.held_library")
    with suppress(CounterdraftError):
        held.held_library(None)


def _review_sample() -> None:
    from app.model.document import Opening  # noqa: PLC0415
    from app.model.profile import DeploymentProfile  # noqa: PLC0415

    jobs = import_module("app.desktop.jobs")
    samples = import_module("app.service.samples")
    with suppress(CounterdraftError):
        jobs.review_file(samples.sample_path(), Opening(), DeploymentProfile(), None, lambda _: None)


def _do(asked: bytes, requests: Connection, answers: Connection, parcels: Parcels) -> None:
    """Call the function asked for with its arguments, and with a report if it takes one; answer what came of it."""
    reporter = _Reporter(requests, answers, parcels)
    try:
        function, arguments = cast("tuple[Callable[..., object], tuple[object, ...]]", parcels.unpack(asked))
        takes_report = "report" in inspect.signature(function).parameters
        answer = parcels.pack(
            ("result", function(*arguments, reporter.report) if takes_report else function(*arguments))
        )
    except (EOFError, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001 - handed on
        answer = _packed(error, parcels)
    answers.send_bytes(answer)


def _packed(error: Exception, parcels: Parcels) -> bytes:
    """Return `error` for the window; of a bug also where it happened, which the crash dialog shows."""
    if not isinstance(error, CounterdraftError):
        error.add_note("".join(traceback.format_exception(error)))
    try:
        return parcels.pack(("error", error))
    except Exception:  # noqa: BLE001 - it holds something that stays here
        told = RuntimeError(f"{type(error).__name__}: {error}")
        told.add_note("".join(traceback.format_exception(error)))
        return parcels.pack(("error", told))


class _Reporter:
    """Tells the window how far the job is, 20 times a second at most."""

    def __init__(self, requests: Connection, answers: Connection, parcels: Parcels) -> None:
        self._requests = requests
        self._answers = answers
        self._parcels = parcels
        self._stage = ""
        self._told = 0.0

    def report(self, progress: Progress) -> None:
        """Tell it, and end the job if the window asked for that."""
        if self._requests.poll():
            self._requests.recv_bytes()
            raise Cancelled("stopped")
        now = monotonic()
        if progress.stage != self._stage or now - self._told >= _BETWEEN_REPORTS_S:
            self._stage, self._told = progress.stage, now
            self._answers.send_bytes(self._parcels.pack(("progress", progress)))
