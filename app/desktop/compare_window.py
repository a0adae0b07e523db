"""Two versions of a document compared, in a window of its own."""

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QCloseEvent

from app.desktop.comparing import jobs
from app.desktop.comparing.commands import CompareCommands
from app.desktop.comparing.compare_page import ComparePage
from app.desktop.comparing.jobs import Version, WrittenComparison
from app.desktop.comparing.meaning import Meaning
from app.desktop.comparing.tracked_choice import TrackedChoice
from app.desktop.comparing.tracked_dialog import TrackedDialog
from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.drop_window import DropWindow
from app.desktop.job_bar import JobBar
from app.desktop.job_runner import JobRunner
from app.desktop.opening import ask_for_more, needs_more
from app.desktop.plain_text import visible
from app.desktop.worker import Worker
from app.errors import CounterdraftError, DocumentError
from app.model.comparison import Comparison
from app.model.inspection import Inspection
from app.model.profile import DeploymentProfile


@dataclass(frozen=True, slots=True)
class Measure:
    """What changes are judged by.

    Attributes:
        library: Folder of the clause library that extends the bundled one; None for that alone.
        author: Of tracked changes, where none was named before.
    """

    profile: DeploymentProfile
    library: Path | None = None
    author: str = ""


class CompareWindow(DropWindow):
    """Shows what differs between two versions, as soon as it is known, and then what that does for us.

    Signals:
        others_asked: The user wants to compare two other versions.
        closed: The window is closed, and needed no more.
    """

    others_asked = Signal()
    closed = Signal()

    def __init__(self, worker: Worker, remembered: QSettings, measure: Measure) -> None:
        super().__init__()
        self.setObjectName("compareWindow")
        self._worker = worker
        self._remembered = remembered
        self._measure = measure
        self._versions: tuple[Version, Version] | None = None
        self._comparison: Comparison | None = None
        self.jobs = JobBar()
        self.setStatusBar(self.jobs)
        self.runner = JobRunner(self.jobs, self)
        self.page = ComparePage()
        self.setCentralWidget(self.page)
        self.commands = CompareCommands(self, self.page)
        self._connect()
        self._restore_sizes()

    @property
    def is_judged(self) -> bool:
        """Whether all is known that is to be known of the comparison."""
        return self._comparison is not None and not self.runner.busy

    def compare(self, old: Version, new: Version) -> None:
        """Compare two versions, show what differs, and then what that does."""
        self._versions = old, new
        self._begin(old, new)

    def compare_again(self) -> None:
        """Compare the two again, files as they are now."""
        if self._versions is not None:
            self._begin(*self._versions)

    def swap(self) -> None:
        """Take the old version for the new one; what was read of them is not read again."""
        if self._versions is None:
            return
        old, new = self._versions
        self._versions = new, old
        if self._comparison is not None:
            old, new = replace(old, document=self._comparison.old), replace(new, document=self._comparison.new)
        self._begin(new, old)

    def export(self) -> None:
        """Ask where the differences go as tracked changes, and write them there."""
        if self._comparison is not None:
            job = partial(self._worker.call, jobs.before_writing, self._comparison.old)
            asking = partial(self._ask_and_write, self._comparison)
            self.runner.run(job, self.tr("Looking at what leaves"), asking, self._show_problem)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs, and remember the sizes."""
        self.runner.close()
        self._remembered.setValue("comparing/geometry", self.saveGeometry())
        self.page.keep_sizes(self._remembered)
        gc.unfreeze()  # the large answers of the worker are gone
        self.closed.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette of the system."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.commands.draw_icons(self.palette())

    def _begin(self, old: Version, new: Version) -> None:
        self.runner.stop_all()
        self._comparison = None
        self.page.messages.hide()
        names = visible(old.name), visible(new.name)
        self.setWindowTitle(self.tr("{0} → {1}").format(*names).replace("[*]", "[*][*]"))  # else it is Qt's own mark
        told = self.tr("Comparing {0} with {1}").format(*names)
        self.page.wait_for(f"{told} …", can_ask=False)
        job = partial(self._worker.call, jobs.compared, old, new)
        self.runner.run(job, told, self._show, partial(self._ask_for_more, old, new))

    def _show(self, comparison: Comparison) -> None:
        """Show what differs, and have it judged."""
        self._comparison = comparison
        self.page.show_comparison(comparison)
        self.jobs.say("")
        if comparison.changes:
            job = partial(self._worker.call, jobs.judged, comparison, self._measure.profile, self._measure.library)
            self.runner.run(job, self.tr("Judging what it means"), self._show_judged, self._show_problem)
        self._show_busy()

    def _show_judged(self, meaning: Meaning) -> None:
        """Show what the changes do."""
        if self._comparison is not None:
            self.page.show_comparison(self._comparison, meaning)
            self.jobs.say(self.tr("Judged for {0}").format(meaning.profile))

    def _ask_for_more(self, old: Version, new: Version, error: Exception) -> None:
        """Ask for what a file lacks to be opened, and go on; else tell what is wrong."""
        versions = [old, new]
        path = error.path if isinstance(error, DocumentError) else None
        place = next((number for number, each in enumerate(versions) if each.path == path), -1)
        if place < 0 or not needs_more(error):
            self._show_problem(error)
            return
        version = versions[place]
        opening = ask_for_more(self, version.path, version.opening, error)
        if opening is not None:
            versions[place] = replace(version, opening=opening)
            self.compare(*versions)

    def _ask_and_write(self, comparison: Comparison, found: tuple[Inspection, str]) -> None:
        inspection, ending = found
        told = self.tr("{0} with tracked changes that give {1}. Neither of the two files is changed.")
        choice = TrackedDialog.ask(
            self,
            told.format(comparison.old.name, comparison.new.name),
            inspection,
            self._first_choice(comparison, ending),
        )
        if choice is None:
            return
        self._remembered.setValue("export/author", choice.author)
        title, why = self.tr("Replace {0}?").format(choice.path.name), self.tr("There is a file of this name already.")
        if choice.path.exists() and not ConfirmDialog.ask(self, title, why, self.tr("Replace")):
            return
        self.page.messages.hide()
        text = self.tr("Writing {0}").format(choice.path)
        job = partial(self._worker.call_patiently, jobs.written_comparison, comparison, choice)
        self.runner.run(job, text, self._tell_written, self._show_problem, patient=True)

    def _first_choice(self, comparison: Comparison, ending: str) -> TrackedChoice:
        """Return what is offered: beside the new version, where that can be written to; the author named last."""
        folder = comparison.new.path.absolute().parent
        if not os.access(folder, os.W_OK):
            folder = Path(str(self._remembered.value("folders/export", str(Path.home()))))
        today = datetime.now(tz=UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
        author = str(self._remembered.value("export/author", "")) or self._measure.author
        return TrackedChoice(folder / f"{comparison.new.stem}.compared{ending}", author, today)

    def _tell_written(self, written: WrittenComparison) -> None:
        self._remembered.setValue("folders/export", str(written.path.parent))
        lines = [self.tr("Written: {0}").format(written.path), *written.summary]
        lines += [self.tr("Not shown as a change: {0}").format(line) for line in written.left]
        self.page.messages.show_news("\n".join(lines))
        self.jobs.say("")

    def _show_problem(self, error: Exception) -> None:
        self.jobs.say("")
        if not isinstance(error, CounterdraftError):
            raise error
        self.page.messages.show_problem(str(error))

    def _show_busy(self) -> None:
        """Enable what can be done now; where nothing came of a comparison, offer to try again."""
        busy = self.runner.busy
        self.commands.enable(shown=self._comparison is not None, busy=busy)
        if not busy and self._comparison is None:
            self.page.wait_for(self.tr("Nothing is compared."), can_ask=self._versions is not None)

    def _take(self, paths: Sequence[Path]) -> None:
        """Compare files that were dropped: two with one another, one as the new version with the old one shown."""
        if len(paths) > 1:
            self.compare(Version(paths[0]), Version(paths[1]))
        elif paths and self._versions is not None:
            self.compare(self._versions[0], Version(paths[0]))

    def _connect(self) -> None:
        self.files_dropped.connect(lambda paths, _begins: self._take(paths))
        self.jobs.stop_asked.connect(self.runner.stop)
        self.runner.busy_changed.connect(self._show_busy)
        self.page.again_asked.connect(self.compare_again)
        commands = self.commands
        commands.choose.triggered.connect(self.others_asked)
        commands.swap.triggered.connect(self.swap)
        commands.again.triggered.connect(self.compare_again)
        commands.export.triggered.connect(self.export)
        commands.stop.triggered.connect(self.runner.stop)

    def _restore_sizes(self) -> None:
        self.resize(1280, 800)
        geometry = self._remembered.value("comparing/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.page.restore_sizes(self._remembered)
