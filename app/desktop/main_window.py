"""The window: it owns the running job and the review, and connects the panes."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QSettings, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.desktop import theme
from app.desktop.actions import Actions
from app.desktop.dialogs.about_dialog import show_about
from app.desktop.dialogs.export_dialog import ExportChoice, ExportDialog
from app.desktop.job_bar import JobBar
from app.desktop.jobs import export_review, review_file
from app.desktop.message_bar import MessageBar
from app.desktop.panes.review_page import ReviewPage
from app.desktop.panes.start_page import StartPage
from app.desktop.task import Task
from app.errors import CounterdraftError
from app.model.review import Review
from app.service.jobs import Progress, Report
from app.service.samples import sample_path

if TYPE_CHECKING:
    from app.service.export import Exported

_CLOSE_TIMEOUT_S = 3.0
_NOT_CHECKED_SHOWN = 3
_DOCUMENTS = "*.docx *.pdf *.txt *.md"


class MainWindow(QMainWindow):
    """Opens a document, has it reviewed, shows the review, has it exported.

    `settings` keep sizes and the last folders; nothing in them changes a review.
    """

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._task: Task | None = None
        self._exporting = False
        self._review: Review | None = None
        self._began = 0.0
        self.setWindowTitle("Counterdraft")
        self.setAcceptDrops(True)
        self.message = MessageBar()
        self.start_page = StartPage()
        self.review_page = ReviewPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(self.review_page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.jobs = JobBar()
        self.setStatusBar(self.jobs)
        self.commands = Actions(self)
        self._connect()
        self._apply_theme()
        self._restore_sizes()

    @property
    def busy(self) -> bool:
        """Whether a job runs that the user waits for."""
        return self._task is not None

    @Slot()
    def ask_for_document(self) -> None:
        """Let the user choose a document, and open it."""
        folder = str(self._settings.value("folders/open", str(Path.home())))
        kinds = self.tr("Documents ({0});;All files (*)").format(_DOCUMENTS)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a document"), folder, kinds)
        if name:
            self._settings.setValue("folders/open", str(Path(name).parent))
            self.open_document(Path(name))

    @Slot()
    def open_sample(self) -> None:
        """Review the bundled sample."""
        self.open_document(sample_path())

    def open_document(self, path: Path) -> None:
        """Review the document at `path` and show what is found; a review under way is stopped first."""
        self.stop()
        if self.busy:
            self.message.show_problem(self.tr("An export is running; open the document when it has finished."))
            return
        self.message.hide()
        self.start_page.show_reviewing(path.name)
        self._began = time.perf_counter()
        self._run(partial(review_file, path), self.show_review, self.tr("Reviewing {0}").format(path.name))

    def show_review(self, review: Review) -> None:
        """Show `review` in place of the page before."""
        self._review = review
        name = review.document.path.name
        self.setWindowTitle(f"{name} – Counterdraft")
        self.commands.profile.setText(self.tr("Profile: {0}").format(review.profile.name))
        self.commands.enable_for_review(shown=True)
        self.pages.setCurrentWidget(self.review_page)
        self.review_page.show_review(review)
        self.review_page.findings.list.setFocus()
        self.jobs.say(
            self.tr("Reviewed {0} paragraphs in {1:.1f} s · library {2}").format(
                len(review.document.paragraphs), time.perf_counter() - self._began, review.library.version
            )
        )
        if review.not_checked:
            lines = review.not_checked[:_NOT_CHECKED_SHOWN]
            more = len(review.not_checked) - len(lines)
            rest = (self.tr("and {0} more, listed in the memo").format(more),) if more else ()
            self.message.show_news("\n".join((self.tr("Not checked:"), *lines, *rest)))

    @Slot()
    def ask_for_export(self) -> None:
        """Ask where to write the files of the review, and write them."""
        if self._review is None or self.busy:
            return
        path = self._review.document.path
        folder = Path(str(self._settings.value("folders/export", str(Path.home()))))
        choice = ExportDialog.ask(self, path.stem, folder, str(self._settings.value("export/author", "")))
        if choice is not None:
            self._settings.setValue("folders/export", str(choice.folder))
            self._settings.setValue("export/author", choice.author)
            self.export(choice)

    def export(self, choice: ExportChoice) -> None:
        """Write the files of the review as `choice` says."""
        if self._review is None or self.busy:
            return
        self.message.hide()
        self._exporting = True
        job = partial(export_review, self._review, choice.folder, choice.author, choice.when)
        self._run(job, self._tell_exported, self.tr("Exporting to {0}").format(choice.folder))

    @Slot()
    def stop(self) -> None:
        """Stop the running job: a review at once, an export at its next step, so that what was written is known."""
        if self._task is None:
            return
        self._task.cancel()
        if self._exporting:
            self.jobs.say(self.tr("Stopping …"))
        else:
            self._end(self._task, self._tell_stopped)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all jobs before the window goes, and remember its sizes."""
        for task in self.findChildren(Task):
            task.cancel()
        for task in self.findChildren(Task):
            task.wait(_CLOSE_TIMEOUT_S)
        self._settings.setValue("window/geometry", self.saveGeometry())
        self.review_page.keep_sizes(self._settings)
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette of the system."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._apply_theme()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a single file."""
        if _dropped_path(event.mimeData()) is not None:
            self.start_page.invite(inviting=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """End the invitation to drop."""
        self.start_page.invite(inviting=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        self.start_page.invite(inviting=False)
        path = _dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_document(path)

    def _run(self, job: Callable[[Report], object], done: Callable[[Any], None], text: str) -> None:
        """Run `job` off this thread and hand its result to `done`, unless it is stopped first."""
        task = Task(job, parent=self)
        task.progressed.connect(lambda progress: self._show_progress(task, progress))
        task.succeeded.connect(lambda result: self._end(task, partial(done, result)))
        task.failed.connect(lambda error: self._end(task, partial(self._show_error, error)))
        task.finished.connect(lambda: self._end(task, self._tell_stopped))
        task.finished.connect(task.deleteLater)
        self._task = task
        self.jobs.begin(text)
        self.commands.stop.setEnabled(True)
        task.start()

    def _show_progress(self, task: Task, progress: Progress) -> None:
        if task is self._task:
            self.jobs.show_progress(progress)

    def _end(self, task: Task, then: Callable[[], None]) -> None:
        """End the wait for `task` and do what follows; nothing if the wait was over before."""
        if task is not self._task:
            return
        self._task = None
        self._exporting = False
        self.jobs.end()
        self.commands.stop.setEnabled(False)
        self.start_page.show_waiting()
        then()

    def _tell_stopped(self) -> None:
        self.jobs.say(self.tr("Stopped."))

    def _tell_exported(self, exported: "Exported") -> None:
        files = (exported.redlined, exported.memo, exported.json)
        self.jobs.say(self.tr("Exported."))
        self.message.show_news(
            self.tr("Written to {0}: {1}").format(files[0].parent, ", ".join(path.name for path in files))
        )

    def _show_error(self, error: Exception) -> None:
        self.jobs.say("")
        if not isinstance(error, CounterdraftError):
            raise error  # a bug: sys.excepthook shows the crash dialog
        self.message.show_problem(str(error))

    def _connect(self) -> None:
        commands = self.commands
        commands.open.triggered.connect(self.ask_for_document)
        commands.sample.triggered.connect(self.open_sample)
        commands.export.triggered.connect(self.ask_for_export)
        commands.quit.triggered.connect(self.close)
        commands.stop.triggered.connect(self.stop)
        commands.about.triggered.connect(lambda: show_about(self))
        commands.previous.triggered.connect(lambda: self.review_page.findings.step(-1))
        commands.next.triggered.connect(lambda: self.review_page.findings.step(1))
        commands.next_pane.triggered.connect(self.review_page.focus_next_pane)
        for view, action in commands.views.items():
            action.triggered.connect(partial(self.review_page.reading.show_view, view))
        self.start_page.open_asked.connect(self.ask_for_document)
        self.start_page.sample_asked.connect(self.open_sample)
        self.jobs.stop_asked.connect(self.stop)

    def _apply_theme(self) -> None:
        palette = QApplication.palette()
        sheet = theme.style_sheet(palette)
        if sheet != self.styleSheet():
            self.setStyleSheet(sheet)
        self.setPalette(theme.accents(palette))
        self.commands.draw_icons(palette)

    def _restore_sizes(self) -> None:
        self.resize(1280, 800)
        geometry = self._settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.review_page.restore_sizes(self._settings)


def _dropped_path(data: QMimeData) -> Path | None:
    """Return the file in `data`; None unless it is exactly one local file."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
