"""The way out of the window: what leaves is asked and shown first, then written, then kept in the matter."""

import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from app.desktop.dialogs.export_dialog import ExportDialog, Question
from app.desktop.export_choice import ExportChoice
from app.desktop.job_runner import JobRunner
from app.desktop.jobs import Written
from app.desktop.matter_jobs import before_export, export_decided
from app.desktop.session import Session
from app.desktop.worker import Worker
from app.model.inspection import Inspection
from app.model.matter import ExportRecord, Outcome
from app.service.jobs import Report
from app.service.samples import sample_path
from app.service.settings import Settings


class Exporter(QObject):
    """Asks how a document of the matter leaves, and writes its files.

    Signals:
        exported: What was Written.
        failed: The exception for which nothing was.
    """

    exported = Signal(object)
    failed = Signal(object)

    def __init__(
        self, window: QWidget, session: Session, runner: JobRunner, worker: Worker, remembered: QSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._runner = runner
        self._worker = worker
        self._remembered = remembered
        self._choices: dict[tuple[Path, int], ExportChoice] = {}  # of the last export, whatever became of it
        self.settings = Settings()

    def ask(self, document: int) -> None:
        """Look at what leaves with a document, then ask where its files are to be written, and write them."""
        job = partial(self._worker.call, before_export, self._session.base(document).review.document)
        self._runner.run(job, self.tr("Looking at what leaves"), partial(self._ask, document), self.failed.emit)

    def export(self, document: int, choice: ExportChoice) -> None:
        """Write the files of a document as `choice` says."""
        job = partial(self._export, document, choice)
        text = self.tr("Exporting to {0}").format(choice.folder)
        self._runner.run(job, text, partial(self._tell, document, choice), self.failed.emit, patient=True)

    def _ask(self, document: int, found: tuple[Inspection, str]) -> None:
        matter = self._session.matter
        if matter is None:
            return
        inspection, ending = found
        held = self._session.base(document)
        known = (matter.path, document)
        start = self._choices.get(known) or self._first_choice(held.review.document.path)
        question = Question(
            stem=held.review.document.stem,
            ending=ending,
            inspection=inspection,
            undecided=self._session.open_findings(document),
        )
        choice = ExportDialog.ask(self._window, question, start)
        if choice is not None:
            self._choices[known] = choice
            self._remembered.setValue("export/author", choice.author)
            self.export(document, choice)

    def _export(self, document: int, choice: ExportChoice, report: Report) -> object:
        """Write the files; runs in a thread of its own."""
        session = self._session
        outcome = Outcome(dict(session.decisions(document)), dict(session.standings(document)))
        base = session.to_export(document)
        return self._worker.call_patiently(export_decided, base, outcome, choice, report)

    def _tell(self, document: int, choice: ExportChoice, written: Written) -> None:
        folder = written.files[0].parent
        self._remembered.setValue("folders/export", str(folder))
        matter = self._session.matter
        if matter is not None:
            now = datetime.now(tz=UTC)
            matter.record_export(ExportRecord(document, now, choice.author, str(folder), written.hashes))
        self.exported.emit(written)

    def _first_choice(self, path: Path) -> ExportChoice:
        """Return what is offered before a first export of the document at `path`.

        Its own folder; where that is ours, gone or cannot be written to, the one last exported to.
        """
        folder = path.absolute().parent
        if path == sample_path() or not os.access(folder, os.W_OK):
            folder = Path(str(self._remembered.value("folders/export", str(Path.home()))))
        today = datetime.now(tz=UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
        author = str(self._remembered.value("export/author", "")) or self.settings.author
        return ExportChoice(folder, author, today, undecided=self.settings.undecided)
