"""The way out of the window: what leaves is asked and shown first, then written, then kept in the matter."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.dialogs.export_dialog import ExportDialog, Question
from app.desktop.export_choice import ExportChoice
from app.desktop.job_runner import JobRunner
from app.desktop.jobs import Written
from app.desktop.matter_jobs import before_export, export_decided
from app.desktop.session import Session
from app.desktop.worker import Worker
from app.errors import MatterError
from app.model.inspection import Inspection
from app.model.matter import ExportRecord, HeldDocument, Outcome
from app.model.review import Review
from app.service.jobs import Report
from app.service.matters import OpenMatter
from app.service.samples import sample_path
from app.service.settings import Settings

_Found = Mapping[int, tuple[Inspection, str]]


@dataclass(frozen=True, slots=True)
class _Leaving:
    """A document of a matter with what was decided on it when its export was asked for."""

    matter: OpenMatter
    document: int
    base: Review
    outcome: Outcome


class Exporter(QObject):
    """Asks how the documents of the matter leave, and writes their files.

    Signals:
        exporting: Files are about to be written.
        exported: What was Written of a document.
        failed: The exception for which nothing was.
    """

    exporting = Signal()
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
        """Look at what leaves with the documents, then ask where the files are to be written, and write them."""
        matter = self._session.matter
        if matter is not None:
            job = partial(self._look, self._session.documents)
            asking = partial(self._ask, matter, document)
            self._runner.run(job, self.tr("Looking at what leaves"), asking, self.failed.emit)

    def export(self, document: int, choice: ExportChoice) -> None:
        """Write the files of a document as `choice` says, as it stands decided now; of all documents if it says so."""
        matter, session = self._session.matter, self._session
        if matter is None:
            return
        self.exporting.emit()
        documents = [held.id for held in session.documents] if choice.all_documents else [document]
        folders = _folders(choice.folder, [session.base(each).review.document.stem for each in documents])
        for each, folder in zip(documents, folders, strict=True):
            outcome = Outcome(dict(session.decisions(each)), dict(session.standings(each)))
            leaving = _Leaving(matter, each, session.to_export(each), outcome)
            job = partial(self._export, leaving, replace(choice, folder=folder))
            text = self.tr("Exporting {0} to {1}").format(leaving.base.document.name, folder)
            self._runner.run(job, text, partial(self._tell, leaving, choice), self.failed.emit, patient=True)

    def _look(self, documents: Sequence[HeldDocument], report: Report) -> _Found:
        """Return what leaves with each document, and how the name of its redlined file ends."""
        found: dict[int, tuple[Inspection, str]] = {}
        for held in documents:
            looked = self._worker.call(before_export, held.review.document, report)
            found[held.id] = cast("tuple[Inspection, str]", looked)
        return found

    def _ask(self, matter: OpenMatter, document: int, found: _Found) -> None:
        if matter is not self._session.matter or document not in {held.id for held in self._session.documents}:
            return  # it left the window while it was looked at
        held = self._session.base(document)
        inspection, ending = found[document]
        others = [each for each in self._session.documents if each.id in found]
        question = Question(
            stem=held.review.document.stem,
            ending=ending,
            inspection=inspection,
            undecided=self._session.open_findings(document),
            last=self._last_of(matter, document),
            all_inspected=_together([found[each.id][0] for each in others]) if len(others) > 1 else None,
        )
        known = (matter.path, document)
        start = self._choices.get(known) or self._first_choice(held.review.document.path, question.last)
        choice = ExportDialog.ask(self._window, question, start)
        if choice is not None:
            self._choices[known] = choice
            self._remembered.setValue("export/author", choice.author)
            if self._may_replace(matter, document, choice):
                self.export(document, choice)

    def _may_replace(self, matter: OpenMatter, document: int, choice: ExportChoice) -> bool:
        """Return whether to write the files: where they would replace some that we did not write, the user says."""
        documents = [held.id for held in self._session.documents] if choice.all_documents else [document]
        stems = [self._session.base(each).review.document.stem for each in documents]
        ours = {sha256 for export in self._exports(matter) for _, sha256 in export.files}
        others = [
            path.name
            for folder, stem in zip(_folders(choice.folder, stems), stems, strict=True)
            for path in _there(folder, stem, choice)
            if hashlib.sha256(path.read_bytes()).hexdigest() not in ours
        ]
        if not others:
            return True
        title = self.tr("Replace files that were worked on?")
        why = self.tr("They are there and are not as they were exported: {0}. Choose another folder to keep them.")
        return ConfirmDialog.ask(self._window, title, why.format(", ".join(others)), self.tr("Replace"))

    def _export(self, leaving: _Leaving, choice: ExportChoice, report: Report) -> object:
        """Write the files; runs in a thread of its own."""
        return self._worker.call_patiently(export_decided, leaving.base, leaving.outcome, choice, report)

    def _tell(self, leaving: _Leaving, choice: ExportChoice, written: Written) -> None:
        self._remembered.setValue("folders/export", str(choice.folder))
        folder, now = str(written.files[0].parent), datetime.now(tz=UTC)
        self.exported.emit(written)
        if leaving.matter is self._session.matter:
            try:
                leaving.matter.record_export(ExportRecord(leaving.document, now, choice.author, folder, written.hashes))
            except MatterError as error:
                self.failed.emit(error)

    def _last_of(self, matter: OpenMatter, document: int) -> ExportRecord | None:
        """Return the last export of a document; None without one."""
        return next((export for export in reversed(self._exports(matter)) if export.document == document), None)

    def _exports(self, matter: OpenMatter) -> tuple[ExportRecord, ...]:
        """Return what was exported of a matter; nothing where it cannot be read, which is told."""
        try:
            return matter.exports()
        except MatterError as error:
            self.failed.emit(error)
            return ()

    def _first_choice(self, path: Path, last: ExportRecord | None) -> ExportChoice:
        """Return what is offered before a first export in this window of the document at `path`.

        The folder and the author of the export before; else the document's own folder; where that is ours, gone or
        cannot be written to, the one last exported to.
        """
        folder = path.absolute().parent if last is None else Path(last.folder)
        if path == sample_path() or not os.access(folder, os.W_OK):
            folder = Path(str(self._remembered.value("folders/export", str(Path.home()))))
        today = datetime.now(tz=UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
        author = last.author if last else str(self._remembered.value("export/author", "")) or self.settings.author
        return ExportChoice(folder, author, today, undecided=self.settings.undecided)


def _folders(folder: Path, stems: Sequence[str]) -> list[Path]:
    """Return where the files of each document are written: where names would meet, in a folder with a number."""
    seen: dict[str, int] = {}
    folders = []
    for stem in stems:
        number = seen[stem.casefold()] = seen.get(stem.casefold(), 0) + 1
        folders.append(folder if number == 1 else folder / f"{stem} {number}")
    return folders


def _there(folder: Path, stem: str, choice: ExportChoice) -> list[Path]:
    """Return the files in `folder` that have the names of those which an export writes."""
    kinds = ("redlined", "memo", "review", *choice.copies, *(("counterparty",) if choice.counterparty else ()))
    begins = tuple(f"{stem}.{kind}." for kind in kinds)
    try:
        return sorted(path for path in folder.iterdir() if path.name.startswith(begins) and path.is_file())
    except OSError:
        return []  # the export will say what is wrong with the folder


def _together(inspections: Sequence[Inspection]) -> Inspection:
    """Return what leaves with several files, each of whose items names its file."""
    items = tuple(
        replace(item, title=f"{inspection.file}: {item.title}")
        for inspection in inspections
        for item in inspection.items
    )
    return Inspection("", items)
