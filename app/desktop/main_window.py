"""The window: it holds the start page and the page of the open matter, and connects what is asked with who does it."""

import gc
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.desktop.actions import Actions
from app.desktop.comparing.comparer import Comparer
from app.desktop.desk import Desk
from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.drop_window import DropWindow
from app.desktop.exporter import Exporter
from app.desktop.house import House
from app.desktop.job_bar import JobBar
from app.desktop.job_runner import JobRunner
from app.desktop.jobs import read_view
from app.desktop.look import Wardrobe
from app.desktop.message_bar import MessageBar
from app.desktop.news import News
from app.desktop.opener import Opener
from app.desktop.opening import AS_IT_IS, ask_for_more, needs_more
from app.desktop.panes.review_page import ReviewPage
from app.desktop.panes.start_page import StartPage
from app.desktop.plain_text import visible
from app.desktop.rounds.negotiator import Negotiator
from app.desktop.session import Session
from app.desktop.troubles import Troubles
from app.desktop.vendors.keeper import VendorsKeeper
from app.desktop.watching.keeper import WatchKeeper
from app.desktop.window_actions import WindowActions
from app.desktop.worker import Worker
from app.errors import CounterdraftError
from app.model.document import Document, Opening, View
from app.service.recent import forget, recent


class MainWindow(DropWindow):
    """Shows one matter: its documents, findings and decisions.

    `remembered` keeps sizes and the last folders; nothing in it changes a review. What changes one is in
    `app/service/settings.py`.
    """

    def __init__(self, remembered: QSettings, worker: Worker, wardrobe: Wardrobe) -> None:
        super().__init__()
        self.remembered = remembered
        self.call = worker.call
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
        self.runner = JobRunner(self.jobs, self)
        self.session = Session(self.runner.run_quietly, self)
        self.desk = Desk(self.review_page, self.session, self.jobs, self)
        self.opener = Opener(self, self.session, self.runner, worker)
        self.troubles = Troubles(self.session, self.message, self)
        self.news = News(self.session, self.jobs, self.message, self)
        self.exporter = Exporter(self, self.session, self.runner, worker, remembered)
        self.commands = Actions(self, self.session.undo_stack)
        self.house = House(self, wardrobe)
        self.comparer = Comparer(self, worker)
        self.vendors = VendorsKeeper(self, worker)
        self.watch = WatchKeeper(self, worker)
        self.negotiator = Negotiator(self, worker)
        self.doings = WindowActions(self)
        self._connect()
        self._draw_icons()
        self._restore_sizes()
        self.show_recent()

    @property
    def busy(self) -> bool:
        """Whether a job runs that the user waits for."""
        return self.runner.busy

    def open_document(self, path: Path) -> None:
        """Open the document or matter at `path`; a document begins a matter."""
        self.open_documents((path,))

    def open_documents(self, paths: tuple[Path, ...], *, begins: bool = True) -> None:
        """Open documents and matters; the first document begins a matter, if so wished, and the others join it."""
        self.message.hide()
        self.opener.open(paths, begins=begins)

    @Slot()
    def close_matter(self) -> None:
        """Return to the start page; all is saved."""
        if not self._may_leave():
            return
        self.runner.stop_all()
        self.session.close()
        gc.unfreeze()  # the large answers of the worker are gone
        self.setWindowTitle("Counterdraft")
        self.commands.enable_for_review(shown=False)
        self.offer_zones(offered=False)
        self.commands.show_profile(self.opener.profile.name)
        self.message.hide()
        self.jobs.say("")
        self.show_recent()
        self.pages.setCurrentWidget(self.start_page)
        self.start_page.open.setFocus()

    def read_source(self, view: View, opening: Opening = AS_IT_IS) -> None:
        """Read the document again to show another side of the tracked changes that it came with."""
        if self.desk.shown is None:
            return
        document = self.session.base(self.desk.shown).review.document
        if view == document.view:
            self._show_source(document)
            return
        how = replace(opening, view=view)
        job = partial(self.call, read_view, document, how)
        failed = partial(self._ask_for_password, view, document, how)
        self.runner.run(job, self.tr("Reading {0}").format(document.name), self._show_source, failed)

    @Slot()
    def show_recent(self) -> None:
        """Offer the matters that were open lately."""
        matters = recent()
        self.start_page.show_recent(matters)
        known = [matter for matter in matters if not matter.is_missing]
        for action, matter in zip(self.commands.show_recent(matters), known, strict=True):
            action.triggered.connect(partial(self.open_document, matter.path))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop all jobs before the window goes, and remember its sizes and where the reader stood."""
        if not (self._may_leave() and self.house.close() and self.negotiator.close()):
            event.ignore()
            return
        self.comparer.close()
        self.vendors.close()
        self.watch.close()
        self.runner.close()
        self.session.close()
        self.review_page.centre.close_pages()
        self.remembered.setValue("window/geometry", self.saveGeometry())
        self.review_page.keep_sizes(self.remembered)
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette of the system."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def show_error(self, error: Exception) -> None:
        """Say what went wrong; a bug goes to the crash dialog."""
        self.jobs.say("")
        if not isinstance(error, CounterdraftError):
            raise error
        self.message.show_problem(str(error))

    def _connect(self) -> None:
        page, opener = self.review_page, self.opener
        self.files_dropped.connect(lambda paths, begins: self.open_documents(tuple(paths), begins=begins))
        self.dragged_over.connect(lambda over: self.start_page.invite(inviting=over))
        self.start_page.matter_chosen.connect(self.open_document)
        self.start_page.matter_forgotten.connect(self._forget)
        self.jobs.stop_asked.connect(self.runner.stop)
        self.runner.busy_changed.connect(self._show_busy)
        opener.reviewing.connect(self.start_page.show_reviewing)
        opener.reviewing.connect(self.news.start_clock)
        opener.failed.connect(self.show_error)
        opener.matter_opened.connect(self._show_matter)
        opener.document_taken.connect(self._show_taken)
        opener.judged.connect(self._show_judged)
        opener.continued.connect(self._tell_continued)
        self.exporter.exporting.connect(self.message.hide)
        self.exporter.failed.connect(self.show_error)
        self.exporter.exported.connect(self.news.tell_exported)
        self.session.failed.connect(self.show_error)
        self.desk.unsaved.connect(lambda: self.message.offer(self.tr("Save again"), self.desk.save_again))
        self.desk.document_shown.connect(self._offer_sides)
        page.centre.source_asked.connect(self.read_source)
        page.centre.pointed.connect(self.jobs.show_pointed)
        page.navigator.document_removed.connect(self._remove)

    def _show_busy(self, busy: bool) -> None:
        self.commands.stop.setEnabled(busy)
        if not busy:
            self.start_page.show_waiting()
            self.review_page.centre.keep_source()

    def _show_matter(self) -> None:
        """Show the matter that was opened."""
        matter = self.session.matter
        if matter is not None:
            title = visible(matter.title).replace("[*]", "[*][*]")  # one alone is Qt's mark of what is not saved
            self.setWindowTitle(f"{title} – Counterdraft")
            self.commands.enable_for_review(shown=True)
            self.commands.show_profile(matter.profile.name)
            self.offer_zones(offered=True)
            self.pages.setCurrentWidget(self.review_page)
            self.desk.show_matter()
            self.desk.remember()
            self.jobs.say(self.tr("Opened {0}").format(matter.path))

    def _show_taken(self, document: int, told: str) -> None:
        """Show a document that was reviewed just now, and say what was made of it."""
        if document != self.desk.shown:
            self.desk.show_document(document)
            self.review_page.findings.list.setFocus()
        self.news.tell_taken(document, told)
        self.desk.remember()

    def _show_judged(self) -> None:
        if self.desk.shown is not None:
            self.desk.show_document(self.desk.shown)
        if self.session.matter is not None:
            self.commands.show_profile(self.session.matter.profile.name)
        self.jobs.say(self.tr("All documents are judged anew."))

    def _offer_sides(self) -> None:
        """Offer the panes of the left side that the document has something for."""
        for action, chip in zip(self.commands.sides, self.review_page.side.chips.values(), strict=True):
            action.setVisible(not chip.isHidden())

    def _show_source(self, document: Document) -> None:
        self.jobs.say("")
        reviewed = None if self.desk.shown is None else self.session.base(self.desk.shown).review.document
        is_reviewed = reviewed is not None and document.view == reviewed.view
        self.review_page.centre.show_source(None if is_reviewed else document)
        self.commands.enable_views(enabled=is_reviewed)

    def _ask_for_password(self, view: View, document: Document, opening: Opening, error: Exception) -> None:
        if not needs_more(error):
            self.show_error(error)
            return
        more = ask_for_more(self, document.path, opening, error)
        if more is not None:
            self.read_source(view, more)

    def _tell_continued(self, path: Path) -> None:
        self.news.tell_continued(path, partial(self.opener.begin, path))

    def _remove(self, document: int) -> None:
        """Take a document out of the matter, once the user has confirmed it."""
        matter, name = self.session.matter, self.session.base(document).review.document.name
        title = self.tr("Remove {0} from the matter?").format(name)
        why = self.tr("What was decided on it goes with it, and cannot be brought back. The file itself stays.")
        if matter is None or not ConfirmDialog.ask(self, title, why, self.tr("Remove")):
            return
        self.review_page.detail.settle()
        if not self.session.remove(document):
            return
        left = self.session.documents
        if not left:
            self.close_matter()
        elif self.desk.shown == document:
            self.desk.show_document(left[0].id)
        elif self.desk.shown is not None:
            self.desk.show_document(self.desk.shown)
        self.desk.remember()

    def _may_leave(self) -> bool:
        """Keep what was typed last; where that cannot be written, return whether the user leaves all the same."""
        self.review_page.detail.settle()
        if not self.desk.has_unsaved:
            return True
        title = self.tr("Close without your last changes?")
        why = self.tr("They could not be saved. Turn back to free some space and save again, or to save a copy.")
        return ConfirmDialog.ask(self, title, why, self.tr("Close without them"))

    def _forget(self, path: Path) -> None:
        forget(path)
        self.show_recent()

    def _draw_icons(self) -> None:
        self.commands.draw_icons(self.palette())

    def _restore_sizes(self) -> None:
        self.resize(1280, 800)
        geometry = self.remembered.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.review_page.restore_sizes(self.remembered)
