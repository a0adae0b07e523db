"""How documents and matters come into the window: reviewed one after another, kept in a matter at once."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desktop.dialogs.password_dialog import PasswordDialog
from app.desktop.job_runner import JobRunner
from app.desktop.jobs import PASTED, encoded_review, review_text
from app.desktop.opening import AS_IT_IS, ask_for_more, needs_more
from app.desktop.session import Session
from app.desktop.taking import Batch, Held, Judged, Passwords, Taken, Taking
from app.desktop.worker import Worker
from app.errors import EncryptedFileError, MatterError
from app.model.document import Opening
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.service.jobs import Report
from app.service.matters import SUFFIX, OpenMatter
from app.service.settings import Settings


class Opener(QObject):
    """Opens documents and matters; what is asked for while something runs waits its turn.

    Signals:
        reviewing: The name of the document that is under review now.
        matter_opened: A matter is open: what it holds is in the session.
        document_taken: Id of a document that is new in the matter, and what to know of it, "" for nothing.
        judged: The documents were judged again.
        continued: The Path of a document that was reviewed before: its matter is open instead.
        failed: The exception for which something was not opened.
    """

    reviewing = Signal(str)
    matter_opened = Signal()
    document_taken = Signal(int, str)
    judged = Signal()
    continued = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, session: Session, runner: JobRunner, worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._runner = runner
        self._worker = worker
        self._taking = Taking(worker, session)
        self.settings = Settings()
        self.profile = DeploymentProfile()

    def open(self, paths: Sequence[Path], *, begins: bool) -> None:
        """Open a matter that is among the files, or let the first document begin one, if so wished; the others join.

        A matter that cannot be opened here, because another is or is to be, is told in `failed`.
        """
        matters = [path for path in paths if path.suffix.lower() == SUFFIX]
        batch = Batch(None if begins else self._session.matter)
        if matters and begins:
            self._open(matters.pop(0), {}, batch)
        for path in matters:
            told = self.tr("{0}: not opened, for a window has one matter open at a time; open it by itself")
            self.failed.emit(MatterError(told.format(path.name)))
        for path in paths:
            if path.suffix.lower() != SUFFIX:
                self._review(path, AS_IT_IS, batch)

    def begin(self, path: Path) -> None:
        """Have a document reviewed that begins a matter, even if it was reviewed before."""
        self._review(path, AS_IT_IS, Batch(is_anew=True))

    def review_pasted(self, text: str, kept: Path | None) -> None:
        """Have pasted text reviewed, which begins a matter."""
        name, batch = kept.name if kept else PASTED, Batch()
        wanted = (Path(name).stem, batch, self.profile, self.settings, "")
        job = partial(self._taking.keep, partial(self._worker.call, review_text, text, kept), wanted)
        self._run(job, name, batch, self.failed.emit)

    def open_matter(self, path: Path) -> None:
        """Open the matter at `path` in place of the one that is open."""
        self._open(path, {}, Batch())

    def judge(self, profile: DeploymentProfile) -> None:
        """Judge all documents of the matter for another profile; what was read of them stays."""
        self.profile = profile
        matter = self._session.matter
        if matter is not None:
            job = partial(self._taking.judged, matter, profile)
            self._runner.run(job, self.tr("Judging again"), self._show_judged, self.failed.emit)

    def review_again(self) -> None:
        """Review all documents of the matter again, with the library and the profile in use."""
        self._review_again({})

    def _review(self, path: Path, opening: Opening, batch: Batch) -> None:
        job = partial(self._taking.take, path, opening, batch, self.profile, self.settings)
        self._run(job, path.name, batch, partial(self._ask_for_more, path, opening, batch))

    def _run(
        self, job: Callable[[Report], object], name: str, batch: Batch, failed: Callable[[Exception], None]
    ) -> None:
        self.reviewing.emit(name)
        self._runner.run(job, self.tr("Reviewing {0}").format(name), partial(self._show, batch), failed)

    def _open(self, path: Path, passwords: Passwords, batch: Batch) -> None:
        self.reviewing.emit(path.stem)
        job = partial(self._taking.held, path, passwords, self.settings.library)
        again = partial(self._open, path, batch=batch)
        failed = partial(self._ask_for_password, passwords, lambda more: again(passwords=more))
        self._runner.run(job, self.tr("Opening {0}").format(path.stem), partial(self._show, batch), failed)

    def _review_again(self, passwords: Passwords) -> None:
        matter = self._session.matter
        if matter is not None:
            job = partial(self._taking.reviewed_again, matter, passwords, self.settings.library)
            failed = partial(self._ask_for_password, passwords, self._review_again)
            self._runner.run(job, self.tr("Reviewing again"), self._show_judged, failed)

    def _show(self, batch: Batch, opened: Taken | Held) -> None:
        """Show what came in; further documents of its batch join it."""
        batch.matter = opened.matter
        if isinstance(opened, Taken):
            self._show_taken(opened)
            return
        if opened.matter is not self._session.matter:
            self._session.open(opened.matter, opened.documents)
            self.matter_opened.emit()
        if opened.path is not None:
            self.continued.emit(opened.path)

    def _show_taken(self, taken: Taken) -> None:
        if taken.is_new:
            self._session.open(taken.matter, (taken.held,))
            self.matter_opened.emit()
        elif taken.matter is not self._session.matter or not self._session.add(taken.held):
            return
        self._keep(taken.held)
        self.document_taken.emit(taken.held.id, taken.told)

    def _show_judged(self, judged: Judged) -> None:
        """Show documents that were judged anew, those that are in the matter still."""
        if self._session.matter is judged.matter and self._session.judge(judged.profile, judged.documents):
            for held in judged.documents:
                self._keep(held)
            self.judged.emit()

    def _keep(self, held: HeldDocument) -> None:
        """Write the review of a document into its matter."""
        matter = self._session.matter
        if matter is not None:
            job = partial(self._record, matter, held)
            failed = partial(self._tell_unkept, matter)
            self._runner.run_quietly(f"record of {matter.path} {held.id}", job, lambda _: None, failed)

    def _record(self, matter: OpenMatter, held: HeldDocument, report: Report) -> None:
        record = self._worker.call(encoded_review, held.review, held.flaws, report)
        if isinstance(record, bytes):
            matter.replace_review(held.id, record)

    def _tell_unkept(self, matter: OpenMatter, error: Exception) -> None:
        """Tell why a review was not kept, unless its matter was closed: then it is made again when that is opened."""
        if matter is self._session.matter or not isinstance(error, MatterError):
            self.failed.emit(error)

    def _ask_for_more(self, path: Path, opening: Opening, batch: Batch, error: Exception) -> None:
        """Ask for what is missing to open a file, and open it again; otherwise tell what went wrong."""
        if not needs_more(error):
            self.failed.emit(error)
            return
        more = ask_for_more(self._window, path, opening, error)
        if more is not None:
            self._review(path, more, batch)

    def _ask_for_password(self, passwords: Passwords, again: Callable[[Passwords], None], error: Exception) -> None:
        """Ask for the password of a document of a matter, and do again what it is needed for."""
        if not isinstance(error, EncryptedFileError) or not error.with_password:
            self.failed.emit(error)
            return
        name = error.path.name
        password = PasswordDialog.ask(self._window, name, again=bool(passwords.get(name)))
        if password is not None:
            again({**passwords, name: password})
