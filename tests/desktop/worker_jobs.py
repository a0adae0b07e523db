"""Jobs of the tests, which the worker imports."""

import ctypes
import os
import signal
import tempfile
import time
from dataclasses import replace

from app.errors import Cancelled
from app.service.jobs import Progress


def prepare_nothing():
    return [time.time]


def give(value):
    return value


def give_process():
    return os.getpid()


def fail(error):
    raise error


def end_itself():
    os.kill(os.getpid(), signal.SIGKILL)


def hold_the_interpreter(marker):
    """Be in one call of C that lets nothing else of Python run."""
    marker.touch()
    ctypes.PyDLL(None).sleep(30)


def report_without_end(marker, report):
    marker.touch()
    while True:
        report(Progress(1, 2, "Matching clauses"))


def finish_what_was_begun(report):
    """Report, work for longer than a job that is stopped may, and report again."""
    report(Progress(0, 2, "Writing"))
    time.sleep(0.5)
    try:
        report(Progress(1, 2, "Writing"))
    except Cancelled:
        return "stopped where it could be"
    return "never stopped"


def give_what_stays_here(document):
    return replace(document, title="Another"), lambda: None


def leave_a_file(marker):
    _handle, name = tempfile.mkstemp()
    marker.write_text(name)
    ctypes.PyDLL(None).sleep(30)
