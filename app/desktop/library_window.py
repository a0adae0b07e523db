"""The clause library in a window of its own: read, changed in a folder of ours, tried on the document under review."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.library import jobs
from app.desktop.library.commands import LibraryCommands
from app.desktop.library.desk import Call, EntryDesk
from app.desktop.library.dialogs import ChangeDialog, NewEntryDialog, WordingDialog
from app.desktop.library.library_page import LibraryPage
from app.desktop.quiet_jobs import QuietJobs
from app.errors import CounterdraftError
from app.model.authoring import EntryText, Shelf, ShelfEntry
from app.model.clause import DocumentType
from app.model.document import Document
from app.model.profile import DeploymentProfile
from app.service.library_folder import draft_of


class LibraryWindow(QMainWindow):
    """Shows the library that `folder` extends; heavy work is done by `call`, which is `Worker.call`.

    Signals:
        folder_chosen: The Path of the folder that holds our library from now on.
        library_changed: Our library is another one: what was reviewed may be reviewed again.
    """

    folder_chosen = Signal(object)
    library_changed = Signal()

    def __init__(
        self,
        call: Call,
        folder: Path | None = None,
        document: Document | None = None,
        profile: DeploymentProfile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("libraryWindow")
        self.setWindowTitle(self.tr("Clause library"))
        self._folder = folder
        self._document: Document | None = None
        self._document_type: DocumentType | None = None
        self._profile = DeploymentProfile()
        self._shelf: Shelf | None = None
        self._entry: ShelfEntry | None = None
        self._wanted = ""
        self._is_stale = False
        self._call = call
        self._quiet = QuietJobs(self, side_by_side=True)
        self.page = LibraryPage()
        self.setCentralWidget(self.page)
        self.commands = LibraryCommands(self, self.page)
        self.desk = EntryDesk(self.page.edit, self._quiet, call, self)
        self._connect()
        self.resize(1180, 760)
        self.show_document(document, profile or DeploymentProfile())
        self._load()

    @property
    def is_loaded(self) -> bool:
        """Whether the library is shown, and nothing of it is being read anew."""
        return self._shelf is not None and not self._quiet.is_busy("shelf")

    def show_document(
        self, document: Document | None, profile: DeploymentProfile, document_type: DocumentType | None = None
    ) -> None:
        """Take the document on which entries are tried, None for none; `document_type` is what the user says it is."""
        self._document, self._profile, self._document_type = document, profile, document_type
        self.page.show_document(document)

    def use_folder(self, folder: Path | None) -> bool:
        """Show the library that another folder extends; return whether it is shown, and is another."""
        if folder == self._folder or not self.desk.settle():
            return False
        self.desk.clear()
        self.page.show_desk(is_empty=True)
        self._folder = folder
        self._is_stale = not self.isVisible()  # a window that is closed reads nothing until it is shown again
        self._reload()
        return True

    def show_entry(self, name: str) -> None:
        """Show the entry with this id to read, as soon as the library is loaded."""
        self._wanted = name
        if self._shelf is not None and self.page.entries.choose(name):
            self._wanted = ""
            self.page.read_entry()

    def showEvent(self, event: QShowEvent) -> None:
        """Work again, where the window was closed before."""
        self._quiet.reopen()
        if self._is_stale:
            self._is_stale = False
            self._load()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is not saved as a draft, and end what runs."""
        question, why = self.tr("Close without what you typed?"), self.tr("It could not be kept as a draft.")
        if not self.desk.settle() and not ConfirmDialog.ask(self, question, why, self.tr("Close without it")):
            event.ignore()
            return
        self._quiet.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Look at our file when the window is turned to."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._shelf is not None:
            self.desk.look_outside()

    def _connect(self) -> None:
        page = self.page
        page.entries.entry_chosen.connect(self._choose)
        page.change_asked.connect(self._change)
        page.new_asked.connect(self._begin)
        page.folder_asked.connect(self._ask_for_folder)
        page.trial_asked.connect(self._try)
        page.edit.wording_asked.connect(self._insert_wording)
        self.desk.saved.connect(self._reload)
        self.desk.told.connect(page.messages.show_news)
        self.desk.failed.connect(page.messages.show_problem)

    def _load(self) -> None:
        self._quiet.run(
            "shelf", partial(self._call, jobs.read_shelf, self._folder), self._show_shelf, self._show_problem
        )

    def _reload(self) -> None:
        """Read our library anew, after it changed."""
        self._load()
        self.library_changed.emit()

    def _show_shelf(self, shelf: Shelf) -> None:
        chosen = self._wanted or (self._entry.id if self._entry is not None else "")
        self._shelf = shelf
        self.setWindowTitle(self.tr("Clause library – {0}").format(shelf.title))
        self.page.show_shelf(shelf)
        if chosen and not self.page.entries.choose(chosen) and self._wanted:
            self.page.messages.show_problem(self.tr("The library has no entry {0}.").format(chosen))
        self._wanted = ""
        if shelf.problems:
            lines = self.tr("Files of your library have mistakes and are left out:")
            self.page.messages.show_problem("\n".join((lines, *shelf.problems[:3])))

    def _choose(self, entry: ShelfEntry) -> None:
        """Show an entry to read; and its file on the desk, unless another is being worked on there."""
        self._entry = entry
        self.page.show_entry(entry)
        if self.page.edit.is_modified and self.desk.entry is not None:
            return
        if entry.path is not None and self._folder is not None:
            self.desk.open(self._folder, entry.path, can_revert=entry.bundled is not None)
        elif entry.id != self.desk.name:
            self.desk.clear()
        self.page.show_desk(is_empty=self.desk.entry is None)

    def _change(self) -> None:
        """Open our file of the entry; without one ask what is to be changed, and begin it."""
        entry = self._entry
        if entry is None:
            return
        if entry.id == self.desk.name:
            self.page.edit_entry()
        elif entry.path is not None and self._folder is not None:
            self.desk.open(self._folder, entry.path, can_revert=entry.bundled is not None)
            self.page.edit_entry()
        elif entry.bundled is not None and (folder := self._folder_of_ours()) is not None:
            if draft_of(folder / f"{entry.id}.yaml").is_file():
                self._put_on_desk(folder, entry.id, "", can_revert=True)
            elif fields := ChangeDialog.ask(self, entry.bundled):
                begin = partial(self._put_on_desk, folder, entry.id, can_revert=True)
                changed = partial(self._call, jobs.changed_entry, entry.id, fields)
                self._quiet.run("begin", changed, begin, self._show_problem)

    def _begin(self) -> None:
        """Begin an entry of our own."""
        folder = self._folder_of_ours()
        if folder is None or self._shelf is None:
            return
        asked = NewEntryDialog.ask(self, [entry.id for entry in self._shelf.entries])
        if asked is not None:
            begin = partial(self._put_on_desk, folder, asked.id, can_revert=False)
            begun = partial(self._call, jobs.begun_entry, asked.id, asked.title, asked.group)
            self._quiet.run("begin", begun, begin, self._show_problem)

    def _put_on_desk(self, folder: Path, name: str, text: str, *, can_revert: bool) -> None:
        self.desk.begin(folder, folder / f"{name}.yaml", text, can_revert=can_revert)
        self.page.edit_entry()

    def _insert_wording(self) -> None:
        bundled = [entry.bundled for entry in self._shelf.entries if entry.bundled] if self._shelf is not None else []
        choice = WordingDialog.ask(self, bundled, self.desk.name)
        if choice is not None:
            put = self.page.edit.editor.insert_indented
            self._quiet.run("wording", partial(self._call, jobs.rung_wording, *choice), put, self._show_problem)

    def _try(self) -> None:
        """Try the entry that is shown on the document: its text on the desk where it lies there, else as it is."""
        document, entry = self._document, self._entry
        if document is None or entry is None:
            return
        text = self.desk.entry
        if text is None or (self.page.is_reading and entry.id != self.desk.name):
            text = EntryText(self._folder, f"{entry.id}.yaml", None)
        self.page.say_trying()
        trial = partial(self._call, jobs.try_entry, document, text, self._profile, self._document_type)
        self._quiet.run("trial", trial, partial(self.page.show_trial, document), self._show_failed_trial)

    def _show_failed_trial(self, error: Exception) -> None:
        self.page.show_failed_trial()
        self._show_problem(error)

    def _folder_of_ours(self) -> Path | None:
        """Return the folder of our library, asked for where there is none; None if the user turned back."""
        if self._folder is None:
            why = self.tr(
                "The bundled library is never changed. Choose or make a folder, on a shared drive if your colleagues "
                "are to use it too."
            )
            question = self.tr("Your changes go into a folder of your own.")
            if ConfirmDialog.ask(self, question, why, self.tr("Choose a folder…")):
                self._ask_for_folder()
        return self._folder

    def _ask_for_folder(self) -> None:
        """Let the user choose the folder of our library."""
        start = str(self._folder or Path.home())
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder of our library"), start)
        if name and self.use_folder(Path(name)):
            self.folder_chosen.emit(Path(name))

    def _show_problem(self, error: Exception) -> None:
        if not isinstance(error, CounterdraftError):
            raise error
        self.page.messages.show_problem(str(error))
