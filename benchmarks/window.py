"""Measure the window as a user meets it: how soon it shows, how it answers while it works, what it keeps.

    python benchmarks/window.py [--cycles 200] [--part all|compare]

Without a screen it runs on Qt's offscreen one. Matters and settings go into a folder of their own, which is gone
afterwards; Linux only, for memory is read from /proc. Other work on the machine makes all times longer, so its load is
printed too. Ends with status 1 where a figure is over its limit.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
from command import ROOT, SAMPLE
from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from app.desktop.compare_window import CompareWindow, Measure
from app.desktop.comparing.jobs import Version
from app.desktop.findings_model import FindingsModel
from app.desktop.look import Look, Wardrobe
from app.desktop.main_window import MainWindow
from app.desktop.panes.reading_view import ReadingView
from app.desktop.worker import Worker
from app.model.matter import Decision
from app.model.profile import DeploymentProfile
from app.service.recent import forget, recent

_STARTS = 5
_LONG = 2300  # paragraphs: some 300 pages
_TICK_MS = 2
_PATIENCE_S = 300
_SETTLED_S = 1.5  # in which redlines are drafted anew and shown

_START = """
import sys, time
begun = float(sys.argv[1])
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication
from app.desktop.look import Look, Wardrobe
from app.desktop.worker import Worker

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(imported - begun, time.time() - begun, flush=True)
            application.exit()
        return False

application = QApplication(["counterdraft"])
wardrobe = Wardrobe(application)
wardrobe.wear(Look())
worker = Worker()
worker.start()  # as the program does, before the window is imported
from app.desktop.main_window import MainWindow
imported = time.time()
window = MainWindow(QSettings(sys.argv[2], QSettings.Format.IniFormat), worker, wardrobe)
watch = Watch()
window.centralWidget().installEventFilter(watch)
window.show()
application.exec()
worker.close()
"""


def main() -> int:
    """Print what was measured, one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cycles", type=int, default=200, help="documents opened one after another (200)")
    parser.add_argument("--part", choices=("all", "compare"), default="all", help="what is measured (all)")
    asked = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))  # clause files read before, as on any day
    with tempfile.TemporaryDirectory() as name:
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
            os.environ[variable] = name
        figures = _compared(Path(name)) if asked.part == "compare" else _measured(Path(name), asked.cycles)
        return 0 if all([*figures]) else 1


def _measured(folder: Path, cycles: int) -> Iterator[bool]:
    """Measure and tell one thing after another; yield whether each is within its limit."""
    yield from _starts(folder)
    wardrobe, worker = _begun()
    long = _long_document(folder)
    window = MainWindow(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat), worker, wardrobe)
    window.resize(1280, 800)
    window.show()
    try:
        _tell("sample to first findings, worker starting", _seconds_to_findings(window, SAMPLE), "s", None)
        warm = statistics.median(_seconds_to_findings(window, SAMPLE) for _ in range(5))
        yield _tell("sample to first findings, worker ready", warm, "s", 1.5)
        yield from _long_figures(window, long)
        yield _tell("a running review is stopped", _stop_seconds(window, long), "s", 0.2)
        yield from _memory(window, cycles)
    finally:
        window.close()
        worker.close()
    yield from _compared(folder)


def _begun() -> tuple[Wardrobe, Worker]:
    """Return what the windows are shown with: the application dressed, and a worker that starts."""
    wardrobe = Wardrobe(QApplication.instance() or QApplication(sys.argv[:1]))
    wardrobe.wear(Look())
    worker = Worker()
    worker.start()
    return wardrobe, worker


def _compared(folder: Path) -> Iterator[bool]:
    """Tell how the window answers while two long documents are compared, judged, shown and scrolled."""
    _, worker = _begun()
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = CompareWindow(worker, settings, Measure(DeploymentProfile()))
    window.resize(1280, 800)
    window.show()
    view = window.page.view
    old, new = Version(_long_document(folder)), Version(_changed_document(folder))
    try:
        begun = time.perf_counter()
        with _gaps() as gaps:
            window.compare(old, new)
            _wait(lambda: window.page.is_shown)
            shown, at_arrival = time.perf_counter() - begun, len(gaps)
            _wait(lambda: view.is_finished and not window.runner.busy)
        judged = time.perf_counter() - begun
        count = len(window.page.changes.entries)
        _tell(f"two documents of {_LONG} paragraphs, {count} changes: shown", shown, "s", None)
        _tell("  judged", judged, "s", None)
        _tell("  longest gap until they are shown", 1000 * max(gaps[:at_arrival], default=0), "ms", 100)
        yield _tell("  longest gap, all over", 1000 * max(gaps), "ms", 100)
        yield from _compare_work(window)
    finally:
        window.close()
        worker.close()


def _compare_work(window: CompareWindow) -> Iterator[bool]:
    """Tell how the window answers to what a user does with two long documents that are shown."""
    page, view = window.page, window.page.view
    yield _tell("  longest step of scrolling, two panes", 1000 * max(_scroll_steps(view)), "ms", 50)
    view.verticalScrollBar().setValue(0)
    doings: tuple[tuple[str, Callable[[], object]], ...] = (
        ("the next change is shown", lambda: page.changes.step(1)),
        ("the last change is shown", lambda: page.changes.choose(page.changes.entries[-1].number)),
        ("both are shown as one text", window.commands.faces["inline"].trigger),
        ("changes are filtered by kind", page.changes.filters.aspects["moves"].toggle),
        ("changes are filtered by words", lambda: page.changes.search.setText("licence")),
        ("the worst are listed first", lambda: page.changes.order.setCurrentIndex(1)),
        ("words are found", lambda: (page.find_words(), page.find_bar.words.setText("licence"))),
        ("the window is narrower", lambda: window.resize(1100, 800)),
        ("the end is shown", lambda: view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())),
    )
    for name, do in doings:
        quiet = time.perf_counter() + _SETTLED_S
        with _gaps() as gaps:
            do()
            _wait(lambda: view.is_finished and time.perf_counter() > quiet)  # noqa: B023 - waited for at once
        yield _tell(f"  longest gap as {name}", 1000 * max(gaps), "ms", 100)
    yield _tell("  longest step of scrolling, one text", 1000 * max(_scroll_steps(view)), "ms", 50)


def _starts(folder: Path) -> Iterator[bool]:
    """Tell how long a window takes from the start of its process to its first paint."""
    imports, visible = [], []
    for number in range(_STARTS):
        command = [sys.executable, "-c", _START, repr(time.time()), str(folder / f"start-{number}.ini")]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        imported, shown = map(float, done.stdout.split())
        imports.append(imported)
        visible.append(shown)
    _tell("start to window, imports alone", statistics.median(imports), "s", None)
    yield _tell("start to window, first paint", statistics.median(visible), "s", 1.2)


def _long_figures(window: MainWindow, path: Path) -> Iterator[bool]:
    """Tell how the window answers while a long document is reviewed, shown and scrolled."""
    reading = _reading(window)
    begun = time.perf_counter()
    with _gaps() as gaps:
        window.open_document(path)
        _wait(lambda: not window.busy)
        reviewed = time.perf_counter() - begun
        at_arrival = len(gaps)
        _wait(lambda: reading.is_finished)
    _tell(f"{path.name}: reviewed", reviewed, "s", None)
    _tell("  longest gap while it is reviewed", 1000 * max(gaps[:at_arrival], default=0), "ms", 100)
    yield _tell("  longest gap, all over", 1000 * max(gaps), "ms", 100)
    yield _tell("  longest step of scrolling", 1000 * max(_scroll_steps(reading)), "ms", 50)
    actions = list(window.commands.views.values())
    with _gaps() as gaps:
        for action in (*actions, actions[1]):
            action.trigger()
            _wait(lambda: reading.is_finished)
    yield _tell("  longest gap as the view is switched", 1000 * max(gaps), "ms", 100)
    yield from _work_figures(window)


def _work_figures(window: MainWindow) -> Iterator[bool]:
    """Tell how the window answers to what a user does with a long document that is shown."""
    reading = _reading(window)
    bar = reading.verticalScrollBar()
    undo = window.session.undo_stack
    doings: tuple[tuple[str, Callable[[], object]], ...] = (
        ("something is decided", lambda: window.desk.decide(Decision("accept"))),
        ("that is undone", undo.undo),
        ("the next finding is shown", lambda: window.desk.step(1)),
        ("the end is shown", lambda: bar.setValue(bar.maximum())),
        ("the window is narrower there", lambda: window.resize(1100, 800)),
        ("another document joins the matter", lambda: window.open_documents((SAMPLE,), begins=False)),
        ("the long document is shown again", lambda: window.desk.show_document(window.session.documents[0].id)),
        ("the matter is closed", window.close_matter),
        ("it is opened again", lambda: window.open_document(recent()[0].path)),
    )
    for name, do in doings:
        with _gaps() as gaps:
            do()
            _settle(window)
        yield _tell(f"  longest gap as {name}", 1000 * max(gaps), "ms", 100)
    matter = recent()[0].path
    window.close_matter()
    begun = time.perf_counter()
    window.open_document(matter)
    _wait(lambda: not window.busy)
    _tell("  the matter is opened again", time.perf_counter() - begun, "s", None)
    window.resize(1280, 800)


def _settle(window: MainWindow) -> None:
    """Wait until all is shown and nothing more comes of it."""
    quiet = time.perf_counter() + _SETTLED_S
    _wait(lambda: not window.busy and _is_shown(window) and time.perf_counter() > quiet)


def _is_shown(window: MainWindow) -> bool:
    return all(view.is_finished for view in window.findChildren(ReadingView) if view.isVisible())


def _scroll_steps(view: QAbstractScrollArea) -> Iterator[float]:
    """Scroll from the beginning to the end, most of a page a step; yield the seconds to each paint."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    while bar.value() < bar.maximum():
        begun = time.perf_counter()
        bar.setValue(bar.value() + bar.pageStep() * 9 // 10)
        QApplication.processEvents()
        yield time.perf_counter() - begun


def _stop_seconds(window: MainWindow, path: Path) -> float:
    """Return how long it takes from the wish to stop until nothing works on it any more."""
    _begin_anew(window)
    window.open_document(path)
    _wait(lambda: "%" in window.jobs.stage.text())
    begun = time.perf_counter()
    window.runner.stop()
    _wait(lambda: not window.busy and "task" not in {thread.name for thread in threading.enumerate()})
    return time.perf_counter() - begun


def _memory(window: MainWindow, cycles: int) -> Iterator[bool]:
    """Open documents one after another, and tell what memory the first and the last ones leave."""
    window_mb, worker_mb = [], []
    for _ in range(cycles):
        _seconds_to_findings(window, SAMPLE)
        window_mb.append(_resident_mb(os.getpid()))
        worker_mb.append(max(map(_resident_mb, _children()), default=0.0))
    some = min(20, cycles // 2)
    for name, taken in (("window", window_mb), ("worker", worker_mb)):
        first, last = statistics.mean(taken[:some]), statistics.mean(taken[-some:])
        _tell(f"memory of the {name}, first {some} of {cycles} documents", first, "MB", None)
        yield _tell(f"memory of the {name}, last {some}", last, "MB", first * 1.05 + 5)


def _begin_anew(window: MainWindow) -> None:
    """Close the matter, and forget those that were open: their documents would only be shown again."""
    window.close_matter()
    for matter in recent():
        forget(matter.path)


def _seconds_to_findings(window: MainWindow, path: Path) -> float:
    """Open a document as one that was never seen, and return the seconds until its findings are listed."""
    _begin_anew(window)
    begun = time.perf_counter()
    window.open_document(path)
    _wait(lambda: not window.busy and any(model.rowCount() for model in window.findChildren(FindingsModel)))
    return time.perf_counter() - begun


def _reading(window: MainWindow) -> ReadingView:
    return next(view for view in window.findChildren(ReadingView) if view.isVisible())


@contextmanager
def _gaps() -> Iterator[list[float]]:
    """Give the seconds between the events that the window answers meanwhile."""
    gaps: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(_TICK_MS)
    yield gaps
    tick()  # what went on until now is a gap too
    timer.stop()


def _wait(until: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.perf_counter() + _PATIENCE_S
    while not until():
        if time.perf_counter() > end:
            sys.exit(f"nothing came of it in {_PATIENCE_S} s")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)


def _long_document(folder: Path) -> Path:
    """Write the sample again and again into one document of some 300 pages."""
    texts = [paragraph.text for paragraph in docx.Document(str(SAMPLE)).paragraphs if paragraph.text]
    document = docx.Document()
    for number in range(_LONG):
        copy, place = divmod(number, len(texts))
        document.add_paragraph(f"{texts[place]} ({copy + 1})" if copy else texts[place])
    path = folder / "long.docx"
    document.save(str(path))
    return path


def _changed_document(folder: Path) -> Path:
    """Write another version of the long document: every tenth paragraph edited, some gone, moved and new."""
    before = [paragraph.text for paragraph in docx.Document(str(_long_document(folder))).paragraphs]
    moved = set(range(211, len(before), 211))
    texts: list[str] = []
    for number, text in enumerate(before):
        if number + 20 in moved:
            texts.append(before[number + 20])
        if number % 97 == 0:
            texts.append(f"Notice {number} is given in writing, and by nobody else than the author.")
        if number % 10 == 0:
            texts.append(text.replace(" the ", " any ", 2).replace(".", " at all times.", 1))
        elif number % 101 and number not in moved:
            texts.append(text)
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    path = folder / "changed.docx"
    document.save(str(path))
    return path


def _children() -> list[int]:
    """Return the ids of the processes that this one started and that live."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == os.getpid():
                found.append(int(stat.parent.name))
        except OSError:  # gone meanwhile
            continue
    return found


def _resident_mb(process: int) -> float:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _tell(name: str, figure: float, unit: str, limit: float | None) -> bool:
    bound = "" if limit is None else f"  (limit {limit:.{2 if unit == 's' else 0}f} {unit})"
    within = limit is None or figure <= limit
    print(f"{name:55} {figure:8.{2 if unit == 's' else 0}f} {unit}{bound}{'' if within else '  OVER'}", flush=True)
    return within


if __name__ == "__main__":
    sys.exit(main())
