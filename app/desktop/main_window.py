"""The window: it owns the review, has documents opened and exported, and connects the panes."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.desktop import theme, words
from app.desktop.actions import Actions
from app.desktop.dialogs.about_dialog import show_about
from app.desktop.dialogs.export_dialog import ExportDialog
from app.desktop.dialogs.paste_dialog import PasteDialog
from app.desktop.drop_window import DropWindow
from app.desktop.export_choice import ExportChoice
from app.desktop.job_bar import JobBar
from app.desktop.job_runner import JobRunner
from app.desktop.jobs import (
    PASTED,
    Opened,
    Written,
    ending_with,
    export_review,
    outgoing_with,
    read_view,
    review_file,
    review_text,
)
from app.desktop.message_bar import MessageBar
from app.desktop.opening import AS_IT_IS, ask_for_more, file_kinds, needs_more
from app.desktop.panes.review_page import ReviewPage
from app.desktop.panes.start_page import StartPage
from app.desktop.sheet import style_sheet
from app.desktop.worker import Worker
from app.errors import CounterdraftError
from app.model.document import Document, Opening, View
from app.model.profile import DeploymentProfile
from app.model.proofreading import Flaw
from app.model.review import Review
from app.service.samples import sample_path


class MainWindow(DropWindow):
    """Opens a document, has it reviewed, shows the review, has it exported.

    `settings` keep sizes and the last folders; nothing in them changes a review.
    """

    def __init__(self, settings: QSettings, worker: Worker) -> None:
        super().__init__()
        self._settings = settings
        self._worker = worker
        self._review: Review | None = None
        self._choice: ExportChoice | None = None  # of the last export of this review, whatever became of it
        self._began = 0.0
        self.setWindowTitle("Counterdraft")
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
        self._runner = JobRunner(self.jobs, self)
        self.commands = Actions(self)
        self._connect()
        self._apply_theme()
        self._restore_sizes()

    @property
    def busy(self) -> bool:
        """Whether a job runs that the user waits for."""
        return self._runner.busy

    @Slot()
    def ask_for_document(self) -> None:
        """Let the user choose a document, and open it."""
        folder = str(self._settings.value("folders/open", str(Path.home())))
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a document"), folder, file_kinds())
        if name:
            self._settings.setValue("folders/open", str(Path(name).parent))
            self.open_document(Path(name))

    @Slot()
    def ask_for_pasted(self) -> None:
        """Review the text of the clipboard, kept in a file or not, as the user says."""
        text = QGuiApplication.clipboard().text()
        folder = Path(str(self._settings.value("folders/open", str(Path.home()))))
        pasted = PasteDialog.ask(self, text, folder)
        if pasted is None or not self._is_free():
            return
        if pasted.path is not None:
            self._settings.setValue("folders/open", str(pasted.path.parent))
        name = pasted.path.name if pasted.path else PASTED
        self._show_reviewing(name)
        job = partial(self._worker.call, review_text, pasted.text, pasted.path, DeploymentProfile(), None)
        self._runner.run(job, self.tr("Reviewing {0}").format(name), self._show_opened, self._show_error)

    @Slot()
    def open_sample(self) -> None:
        """Review the bundled sample."""
        self.open_document(sample_path())

    def open_document(self, path: Path, opening: Opening = AS_IT_IS) -> None:
        """Review the document at `path` and show what is found; a review under way is stopped first."""
        if not self._is_free():
            return
        self._show_reviewing(path.name)
        job = partial(self._worker.call, review_file, path, opening, DeploymentProfile(), None)
        failed = partial(self._ask_for_more, partial(self.open_document, path), path, opening)
        self._runner.run(job, self.tr("Reviewing {0}").format(path.name), self._show_opened, failed)

    def show_review(self, review: Review, flaws: tuple[Flaw, ...] = ()) -> None:
        """Show `review` and the flaws in the drafting in place of the page before."""
        self._review = review
        self._choice = None
        name = review.document.name
        self.setWindowTitle(f"{name} – Counterdraft")
        self.commands.profile.setText(self.tr("Profile: {0}").format(review.profile.name))
        self.commands.enable_for_review(shown=True)
        self.pages.setCurrentWidget(self.review_page)
        self.review_page.show_review(review, flaws)
        self.review_page.findings.list.setFocus()
        for action, chip in zip(self.commands.sides, self.review_page.side.chips.values(), strict=True):
            action.setVisible(not chip.isHidden())
        self.jobs.say(
            self.tr("Reviewed {0} paragraphs in {1:.1f} s · library {2}").format(
                len(review.document.paragraphs), time.perf_counter() - self._began, review.library.version
            )
        )
        if review.not_checked:
            self.message.show_news(words.not_checked_word(review))

    def read_source(self, view: View, opening: Opening = AS_IT_IS) -> None:
        """Read the document again to show another side of the tracked changes that it came with."""
        if self._review is None or self.busy:
            self.review_page.keep_source()
            return
        document = self._review.document
        how = replace(opening, view=view)
        again = partial(self.read_source, view)
        failed = partial(self._ask_for_more, again, document.path, how)
        text = self.tr("Reading {0}").format(document.name)
        self._runner.run(partial(self._worker.call, read_view, document, how), text, self._show_source, failed)

    @Slot()
    def ask_for_export(self) -> None:
        """Ask where to write the files of the review, and write them."""
        if self._review is None or self.busy:
            return
        document = self._review.document
        start = self._choice or self._first_choice(document.path)
        choice = ExportDialog.ask(self, document.stem, ending_with(document), start, outgoing_with(document))
        if choice is not None:
            self._choice = choice
            self._settings.setValue("export/author", choice.author)
            self.export(choice)

    def export(self, choice: ExportChoice) -> None:
        """Write the files of the review as `choice` says."""
        if self._review is None or self.busy:
            return
        self.message.hide()
        job = partial(self._worker.call_patiently, export_review, self._review, choice)
        text = self.tr("Exporting to {0}").format(choice.folder)
        self._runner.run(job, text, self._tell_exported, self._show_error, patient=True)

    @Slot()
    def stop(self) -> None:
        """Stop the running job: a review at once, an export at its next step, so that what was written is known."""
        self._runner.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all jobs before the window goes, and remember its sizes."""
        self._runner.close()
        self._settings.setValue("window/geometry", self.saveGeometry())
        self.review_page.keep_sizes(self._settings)
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette of the system."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._apply_theme()

    def _first_choice(self, path: Path) -> ExportChoice:
        """Return what is offered before a first export of the document at `path`.

        Its own folder; where that is ours or cannot be written to, the one last exported to.
        """
        folder = path.absolute().parent
        if path == sample_path() or not os.access(folder, os.W_OK):
            folder = Path(str(self._settings.value("folders/export", str(Path.home()))))
        today = datetime.now(tz=UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
        return ExportChoice(folder, str(self._settings.value("export/author", "")), today)

    def _is_free(self) -> bool:
        """Stop a review under way, and return whether another can begin."""
        self.stop()
        if self.busy:
            self.message.show_problem(self.tr("An export is running; open the document when it has finished."))
        return not self.busy

    def _show_reviewing(self, name: str) -> None:
        self.message.hide()
        self.start_page.show_reviewing(name)
        self._began = time.perf_counter()

    def _show_busy(self, busy: bool) -> None:
        self.commands.stop.setEnabled(busy)
        if not busy:
            self.start_page.show_waiting()
            self.review_page.keep_source()

    def _show_opened(self, opened: Opened) -> None:
        self.show_review(opened.review, opened.flaws)

    def _show_source(self, document: Document) -> None:
        self.jobs.say("")
        if self._review is None or document.sha256 != self._review.document.sha256:
            self.message.show_problem(self.tr("The file has changed since it was reviewed; open it again."))
        else:
            self.review_page.show_source(document)

    def _ask_for_more(self, again: Callable[[Opening], None], path: Path, opening: Opening, error: Exception) -> None:
        """Ask for what is missing to open a file, and open it again; otherwise tell what went wrong."""
        if not needs_more(error):
            self._show_error(error)
            return
        self.jobs.say("")
        more = ask_for_more(self, path, opening, error)
        if more is not None:
            again(more)

    def _tell_exported(self, written: Written) -> None:
        self.jobs.say(self.tr("Exported."))
        folder = written.files[0].parent
        self._settings.setValue("folders/export", str(folder))
        news = self.tr("Written to {0}: {1}").format(folder, ", ".join(path.name for path in written.files))
        self.message.show_news("\n".join((news, *written.summary, *words.at_risk_words(written.at_risk))))

    def _show_error(self, error: Exception) -> None:
        self.jobs.say("")
        if not isinstance(error, CounterdraftError):
            raise error  # a bug: sys.excepthook shows the crash dialog
        self.message.show_problem(str(error))

    def _connect(self) -> None:
        commands = self.commands
        commands.open.triggered.connect(self.ask_for_document)
        commands.paste.triggered.connect(self.ask_for_pasted)
        commands.sample.triggered.connect(self.open_sample)
        commands.export.triggered.connect(self.ask_for_export)
        commands.quit.triggered.connect(self.close)
        commands.stop.triggered.connect(self.stop)
        commands.about.triggered.connect(lambda: show_about(self))
        commands.previous.triggered.connect(lambda: self.review_page.findings.step(-1))
        commands.next.triggered.connect(lambda: self.review_page.findings.step(1))
        commands.next_pane.triggered.connect(self.review_page.focus_next_pane)
        page = self.review_page
        commands.back.triggered.connect(page.reading.go_back)
        commands.next_use.triggered.connect(lambda: page.side.facts.step_use(1))
        commands.previous_use.triggered.connect(lambda: page.side.facts.step_use(-1))
        for action, pane in zip(commands.sides, page.side.chips, strict=True):
            action.triggered.connect(partial(page.side.turn_to, pane, focus=True))
        page.source_asked.connect(self.read_source)
        page.source_shown.connect(lambda view: self.commands.enable_views(enabled=view == "accepted"))
        page.reading.pointed.connect(self.jobs.show_pointed)
        self._runner.busy_changed.connect(self._show_busy)
        for view, action in commands.views.items():
            action.triggered.connect(partial(self.review_page.reading.show_view, view))
        self.file_dropped.connect(self.open_document)
        self.dragged_over.connect(lambda over: self.start_page.invite(inviting=over))
        self.start_page.open_asked.connect(self.ask_for_document)
        self.start_page.sample_asked.connect(self.open_sample)
        self.jobs.stop_asked.connect(self.stop)

    def _apply_theme(self) -> None:
        palette = QApplication.palette()
        sheet = style_sheet(palette)
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
