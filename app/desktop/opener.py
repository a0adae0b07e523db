"""How documents and matters come into the window: reviewed one after another, kept in a matter at once."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.desktop.job_runner import JobRunner
from app.desktop.jobs import PASTED, Opened, encoded_review, rejudged, review_file, review_text
from app.desktop.matter_jobs import held_document, review_again
from app.desktop.opening import AS_IT_IS, ask_for_more, needs_more
from app.desktop.session import Session
from app.desktop.worker import Worker
from app.model.document import Opening
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.jobs import Progress, Report
from app.service.matters import SUFFIX, UNRECORDED, OpenMatter, create_matter, free_path, open_matter
from app.service.recent import holding
from app.service.settings import Settings

_HASHED = 64 * 2**20  # bytes; a larger file is not looked up among the recent matters


@dataclass(frozen=True, slots=True)
class _Taken:
    """A document as it was taken into a matter, which is a new one or the one that is open."""

    matter: OpenMatter
    is_new: bool
    held: HeldDocument


class Opener(QObject):
    """Opens documents and matters; what is asked for while something runs waits its turn.

    Signals:
        reviewing: The name of the document that is under review now.
        matter_opened: A matter is open: what it holds is in the session.
        document_taken: Id of a document that is new in the matter.
        judged: The documents were judged again.
        continued: The Path of a document that was reviewed before: its matter was opened instead.
        failed: The exception for which something was not opened.
    """

    reviewing = Signal(str)
    matter_opened = Signal()
    document_taken = Signal(int)
    judged = Signal()
    continued = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, session: Session, runner: JobRunner, worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._runner = runner
        self._worker = worker
        self.settings = Settings()
        self.profile = DeploymentProfile()

    def open(self, paths: Sequence[Path], *, begins: bool) -> None:
        """Open files: matters, or documents, the first of which begins a matter, if so wished, that the others join."""
        for path in paths:
            if path.suffix.lower() == SUFFIX:
                self.open_matter(path)
            elif begins and (matter := _matter_with(path)) is not None:
                self.open_matter(matter)
                self.continued.emit(path)
            else:
                self.review(path, begins=begins)
                begins = False

    def review(self, path: Path, opening: Opening = AS_IT_IS, *, begins: bool) -> None:
        """Have a document reviewed and taken into a matter."""
        review = partial(self._worker.call, review_file, path, opening)
        failed = partial(self._ask_for_more, path, opening, begins)
        self._run(partial(self._taken, review, path.stem, begins), path.name, failed)

    def review_pasted(self, text: str, kept: Path | None) -> None:
        """Have pasted text reviewed, which begins a matter."""
        name = kept.name if kept else PASTED
        review = partial(self._worker.call, review_text, text, kept)
        self._run(partial(self._taken, review, Path(name).stem, True), name, self.failed.emit)

    def open_matter(self, path: Path) -> None:
        """Open the matter at `path` in place of the one that is open."""
        if self._session.matter is not None and self._session.matter.path.absolute() == path.absolute():
            return
        self.reviewing.emit(path.stem)
        self._runner.run(
            partial(self._held, path), self.tr("Opening {0}").format(path.stem), self._show_matter, self.failed.emit
        )

    def judge(self, profile: DeploymentProfile) -> None:
        """Judge all documents of the matter for another profile; what was read of them stays."""
        self.profile = profile
        matter = self._session.matter
        if matter is not None:
            job = partial(self._judged, matter, self._session.documents, profile)
            self._runner.run(job, self.tr("Judging again"), self._show_judged, self.failed.emit)

    def review_again(self) -> None:
        """Review all documents of the matter again, with the library and the profile in use."""
        matter = self._session.matter
        if matter is not None:
            job = partial(self._reviewed_again, self._session.documents, matter.profile)
            self._runner.run(job, self.tr("Reviewing again"), self._show_judged, self.failed.emit)

    def _run(self, job: Callable[[Report], object], name: str, failed: Callable[[Exception], None]) -> None:
        self.reviewing.emit(name)
        self._runner.run(job, self.tr("Reviewing {0}").format(name), self._show_taken, failed)

    def _taken(self, review: Callable[..., object], stem: str, begins: bool, report: Report) -> _Taken:
        """Review a document and take it into a matter; runs in a thread of its own."""
        there = None if begins else self._session.matter
        opened = review(there.profile if there else self.profile, self.settings.library, report)
        if not isinstance(opened, Opened):
            raise TypeError("a review gives a document as opened")
        report(Progress(1, 1, "Saving"))  # the last moment to stop: what follows is in the file
        found, now = opened.review, datetime.now(tz=UTC)
        document = found.document
        matter = there or create_matter(
            free_path(self.settings.matters_folder, stem), document.title or stem, found.profile, now
        )
        number = matter.add_document(
            document.name, document.sha256, document.data, UNRECORDED, now, found.document_type
        )
        return _Taken(matter, there is None, HeldDocument(number, found, opened.flaws))

    def _held(self, path: Path, report: Report) -> tuple[OpenMatter, tuple[HeldDocument, ...]]:
        """Open a matter and read what it holds; runs in a thread of its own."""
        matter = open_matter(path)
        try:
            held = tuple(
                self._worker.call(held_document, record, matter.profile, self.settings.library, report)
                for record in matter.records()
            )
        except BaseException:
            matter.close()
            raise
        return matter, tuple(each for each in held if isinstance(each, HeldDocument))

    def _judged(
        self, matter: OpenMatter, documents: Sequence[HeldDocument], profile: DeploymentProfile, report: Report
    ) -> tuple[HeldDocument, ...]:
        judged = []
        for number, held in enumerate(documents):
            report(Progress(number, len(documents), "Judging"))
            again = self._worker.call(rejudged, held.review, profile, report)
            if isinstance(again, Review):
                judged.append(replace(held, review=again))
        matter.set_profile(profile)
        return tuple(judged)

    def _reviewed_again(
        self, documents: Sequence[HeldDocument], profile: DeploymentProfile, report: Report
    ) -> tuple[HeldDocument, ...]:
        again = []
        for held in documents:
            opened = self._worker.call(review_again, held.review.document, profile, self.settings.library, report)
            if isinstance(opened, Opened):
                again.append(HeldDocument(held.id, opened.review, opened.flaws))
        return tuple(again)

    def _show_taken(self, taken: _Taken) -> None:
        if taken.is_new:
            self._session.open(taken.matter, (taken.held,))
            self.matter_opened.emit()
        else:
            known = {held.id: held for held in (*self._session.documents, taken.held)}
            self._session.take([known[number] for number in taken.matter.order() if number in known])
        self._keep(taken.held)
        self.document_taken.emit(taken.held.id)

    def _show_matter(self, opened: tuple[OpenMatter, tuple[HeldDocument, ...]]) -> None:
        self._session.open(*opened)
        self.profile = opened[0].profile
        self.matter_opened.emit()

    def _show_judged(self, documents: tuple[HeldDocument, ...]) -> None:
        self._session.take(documents)
        for held in documents:
            self._keep(held)
        self.judged.emit()

    def _keep(self, held: HeldDocument) -> None:
        """Write the review of a document into its matter."""
        matter = self._session.matter
        if matter is not None:
            job = partial(self._record, matter, held)
            self._runner.run_quietly(f"record of {matter.path} {held.id}", job, lambda _: None, self.failed.emit)

    def _record(self, matter: OpenMatter, held: HeldDocument, report: Report) -> None:
        record = self._worker.call(encoded_review, held.review, held.flaws, report)
        if isinstance(record, bytes):
            matter.replace_review(held.id, record)

    def _ask_for_more(self, path: Path, opening: Opening, begins: bool, error: Exception) -> None:
        """Ask for what is missing to open a file, and open it again; otherwise tell what went wrong."""
        if not needs_more(error):
            self.failed.emit(error)
            return
        more = ask_for_more(self._window, path, opening, error)
        if more is not None:
            self.review(path, more, begins=begins)


def _matter_with(path: Path) -> Path | None:
    """Return the recent matter that holds the file at `path`, the one opened last; None without one."""
    try:
        if path.stat().st_size > _HASHED:
            return None
        known = holding(hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:
        return None  # opening it will say what is wrong
    return known[0].path if known else None
