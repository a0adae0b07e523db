"""What is left when the window is closed: nothing."""

import threading
from pathlib import Path

from app.desktop.main_window import MainWindow
from app.desktop.worker import Worker


def processes():
    """Return the processes that this one started and that run still, Python's own tracker aside."""
    started = (pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split())
    running = (pid for pid in started if Path(f"/proc/{pid}/cmdline").exists())
    return {pid for pid in running if "resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_text()}


def test_a_closed_window_leaves_no_thread_and_no_process(qtbot, settings, wardrobe, make_docx):
    threads, children = set(threading.enumerate()), processes()
    worker = Worker()
    window = MainWindow(settings, worker, wardrobe)
    qtbot.addWidget(window)
    window.show()
    window.open_document(make_docx("Term.", "Liability is unlimited."))
    qtbot.waitUntil(lambda: not window.busy and window.desk.shown is not None, timeout=30_000)
    assert processes() > children
    window.close()
    worker.close()
    qtbot.waitUntil(lambda: set(threading.enumerate()) <= threads, timeout=5000)
    qtbot.waitUntil(lambda: processes() <= children, timeout=5000)
