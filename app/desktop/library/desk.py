"""The entry that is being changed: its file, its text, and what goes on between them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.library import jobs
from app.desktop.library.edit_pane import EditPane
from app.desktop.quiet_jobs import QuietJobs
from app.errors import CounterdraftError
from app.model.authoring import EntryCheck, EntryText
from app.service.library_folder import draft_of, keep_draft, read_entry, save_entry, set_aside

Call = Callable[..., object]
"""Calls a function of `jobs` with arguments, the last a Report, and returns what that returns: `Worker.call`."""

_CHECK = "check"


class EntryDesk(QObject):
    """Opens one entry in the pane, has it checked as it is typed, saves it, and notices when its file changes.

    Signals:
        saved: The file was written, or taken out: the library has changed.
        told: A piece of news for the message bar.
        failed: What went wrong, for the message bar.
    """

    saved = Signal()
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, pane: EditPane, quiet: QuietJobs, call: Call, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._quiet = quiet
        self._call = call
        self._folder: Path | None = None
        self._path: Path | None = None
        self._on_disk = ""
        self._can_revert = False
        self._checked: tuple[EntryText, EntryCheck] | None = None
        self._saves_next = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.look_outside)
        self._watcher.directoryChanged.connect(self.look_outside)
        pane.check_asked.connect(self._check)
        pane.save_asked.connect(self.save)
        pane.revert_asked.connect(self._revert)
        pane.reload_asked.connect(self._take_theirs)

    @property
    def name(self) -> str:
        """The id of the entry on the desk; "" without one."""
        return self._path.stem if self._path is not None else ""

    @property
    def entry(self) -> EntryText | None:
        """The entry on the desk with its text as it stands; None without one."""
        if self._path is None or self._folder is None:
            return None
        return EntryText(self._folder, self._path.relative_to(self._folder).as_posix(), self._pane.text)

    def open(self, folder: Path, path: Path, *, can_revert: bool) -> None:
        """Put the file of an entry on the desk; where a draft of it is kept, that."""
        if path == self._path or not self.settle():
            return
        try:
            text = read_entry(path) if path.is_file() else ""
            draft = read_entry(draft_of(path)) if draft_of(path).is_file() else None
        except CounterdraftError as error:
            self.failed.emit(str(error))
            return
        self._put(folder, path, text, can_revert=can_revert)
        self._show(text if draft is None else draft, modified=draft is not None and draft != text)
        if draft is not None:
            self.told.emit(self.tr("{0}: this is the draft that was kept; the file itself is older.").format(path.name))

    def begin(self, folder: Path, path: Path, text: str, *, can_revert: bool) -> None:
        """Put the text of a file that is not there yet on the desk; where a draft of it is kept, that."""
        if not self.settle():
            return
        draft = draft_of(path)
        if draft.is_file():
            try:
                text = read_entry(draft)
            except CounterdraftError as error:
                self.failed.emit(str(error))
            else:
                self.told.emit(self.tr("{0}: this is the draft that was kept.").format(path.name))
        self._put(folder, path, "", can_revert=can_revert)
        self._show(text, modified=True)

    def settle(self) -> bool:
        """Keep what is not saved as a draft; return False where that fails, so that nothing typed is lost."""
        if self._path is None or not self._pane.is_modified:
            return True
        try:
            draft = keep_draft(self._path, self._pane.text)
        except CounterdraftError as error:
            self.failed.emit(str(error))
            return False
        self._pane.editor.document().setModified(False)
        self.told.emit(self.tr("What you had not saved is kept as a draft: {0}").format(draft.name))
        return True

    def clear(self) -> None:
        """Take the entry off the desk."""
        self._quiet.forget(_CHECK)
        self._watch(None)
        self._path = self._folder = None

    def save(self) -> None:
        """Write the file if its text can be loaded; else ask whether to keep a draft."""
        if self._path is None:
            return
        if self._checked is not None and self._checked[0] == self.entry:
            self._save(self._checked[1])
        else:
            self._saves_next = True
            self._pane.check_now()

    def look_outside(self) -> None:
        """Notice what another program did to the file: taken over where nothing was typed, else told."""
        if self._path is None:
            return
        self._watch(self._path)
        try:
            text = read_entry(self._path) if self._path.is_file() else ""
        except CounterdraftError as error:
            self.failed.emit(str(error))
            return
        if text == self._on_disk:
            return
        if self._pane.is_modified or not text:
            self._pane.outside.setVisible(bool(text))
            if not text:
                self._pane.editor.document().setModified(True)
                self.failed.emit(
                    self.tr("{0} is gone from the folder; save to write it again.").format(self._path.name)
                )
                self._on_disk = ""
        else:
            self._on_disk = text
            self._show(text, modified=False)
            self.told.emit(
                self.tr("{0} was changed by another program and is shown as it is now.").format(self._path.name)
            )
            self.saved.emit()

    def _put(self, folder: Path, path: Path, on_disk: str, *, can_revert: bool) -> None:
        self._folder, self._path, self._on_disk, self._can_revert = folder, path, on_disk, can_revert
        self._checked = None
        self._saves_next = False
        self._watch(path)

    def _show(self, text: str, *, modified: bool) -> None:
        if self._path is not None:
            self._pane.show_text(self._path.name, text, modified=modified, can_revert=self._can_revert)

    def _watch(self, path: Path | None) -> None:
        """Watch a file and its folder: what is written anew is another file for the system."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        wanted = [] if path is None else [str(each) for each in (path, path.parent) if each.exists()]
        if gone := [each for each in watched if each not in wanted]:
            self._watcher.removePaths(gone)
        if new := [each for each in wanted if each not in watched]:
            self._watcher.addPaths(new)

    def _check(self) -> None:
        entry = self.entry
        if entry is not None:
            done = lambda check: self._show_check(entry, check)  # noqa: E731 - holds the text that was checked
            self._quiet.run(_CHECK, partial(self._call, jobs.check_entry, entry), done, self._show_failure)

    def _show_check(self, entry: EntryText, check: EntryCheck) -> None:
        if self.entry != entry:
            return  # typed on, or another entry: its own check follows
        self._checked = (entry, check)
        self._pane.show_check(check)
        if self._saves_next:
            self._saves_next = False
            self._save(check)

    def _show_failure(self, error: Exception) -> None:
        self._saves_next = False
        if not isinstance(error, CounterdraftError):
            raise error
        self._pane.show_failure(str(error))

    def _save(self, check: EntryCheck) -> None:
        if self._path is None or self._folder is None or not self._may_write_over():
            return
        text = self._pane.text
        try:
            if check.clause is None:
                self._offer_draft(text)
                return
            save_entry(self._path, self._folder, text)
        except CounterdraftError as error:
            self.failed.emit(str(error))
            return
        self._on_disk = text
        self._pane.editor.document().setModified(False)
        self._pane.outside.hide()
        self._watch(self._path)
        self.told.emit(self.tr("{0} is saved. Your library has changed.").format(self._path.name))
        self.saved.emit()

    def _may_write_over(self) -> bool:
        """Return whether the file is still the one that was opened, or the user says to write over it."""
        if self._path is None or not self._path.is_file():
            return True
        try:
            if read_entry(self._path) == self._on_disk:
                return True
        except CounterdraftError:  # no text that we could have opened
            pass
        question = self.tr("Write your text over {0}?").format(self._path.name)
        why = self.tr("Another program has changed the file since it was opened; that change would be lost.")
        return ConfirmDialog.ask(self._pane, question, why, self.tr("Write over it"))

    def _offer_draft(self, text: str) -> None:
        if self._path is None:
            return
        question = self.tr("Keep your text as a draft?")
        why = self.tr("{0} has mistakes and cannot be used, so it is not saved: the library stays as it was.")
        if ConfirmDialog.ask(self._pane, question, why.format(self._path.name), self.tr("Keep as a draft")):
            draft = keep_draft(self._path, text)
            self._pane.editor.document().setModified(False)
            self.told.emit(self.tr("Kept as a draft: {0}. No review reads it.").format(draft.name))

    def _revert(self) -> None:
        """Take our file out of the library, if the user agrees; it stays beside it under another name."""
        if self._path is None:
            return
        why = self.tr("Your file is kept as {0}.bak.").format(self._path.name)
        if not ConfirmDialog.ask(
            self._pane, self.tr("Use the bundled entry again?"), why, self.tr("Revert to bundled")
        ):
            return
        path = self._path
        self._pane.editor.document().setModified(False)
        self.clear()
        try:
            if path.is_file():
                set_aside(path)
        except CounterdraftError as error:
            self.failed.emit(str(error))
            return
        self.told.emit(self.tr("The bundled entry is used again; your file is kept as {0}.bak.").format(path.name))
        self.saved.emit()

    def _take_theirs(self) -> None:
        if self._path is None:
            return
        try:
            keep_draft(self._path, self._pane.text)
            self._on_disk = read_entry(self._path)
        except CounterdraftError as error:
            self.failed.emit(str(error))
            return
        self._show(self._on_disk, modified=False)
        self.told.emit(self.tr("Your text is kept as a draft: {0}").format(draft_of(self._path).name))
        self.saved.emit()
