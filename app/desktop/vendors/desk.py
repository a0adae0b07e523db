"""The columns of the window: documents come in, are arranged, and are set side by side anew after each change."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.desktop.job_runner import JobRunner
from app.desktop.opening import AS_IT_IS, ask_for_more, needs_more
from app.desktop.vendors import jobs
from app.desktop.vendors.columns import Columns, VendorColumn
from app.errors import CounterdraftError
from app.model.document import Opening
from app.model.matrix import Matrix
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.service.jobs import Report

Call = Callable[..., object]
"""Calls a function of `jobs` with arguments, the last a Report, and returns what that returns: `Worker.call`."""

_Wanted = tuple[DeploymentProfile, Path | None]
_Fitted = tuple[Review | CounterdraftError, ...]


class ColumnsDesk(QObject):
    """Keeps the columns and what they come to.

    All are reviewed with one clause library and for one profile, those that were in use when the first came in, until
    they are judged again with those in use then. Which these are is asked when a job's turn comes.

    Signals:
        matrix_changed: The Matrix of the columns as they are now; None without any.
        outdated: Profile or library in use are others than those of the columns.
        exported: The Path of a file that was written.
        failed: The exception for which a document is not there, or a file not written.
    """

    matrix_changed = Signal(object)
    outdated = Signal()
    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, call: Call, runner: JobRunner, window: QWidget) -> None:
        super().__init__(window)
        self._call = call
        self._runner = runner
        self._window = window
        self._ids = count(1)
        self._columns: Columns = ()
        self._compared: Columns = ()
        self._is_due = False
        self._left_out: dict[Path, str] = {}
        self._matrix: Matrix | None = None
        self._in_use: _Wanted = (DeploymentProfile(), None)
        self._taken: _Wanted = self._in_use
        runner.busy_changed.connect(lambda: QTimer.singleShot(0, self, self._compare))  # after what the last job gave

    @property
    def columns(self) -> Columns:
        """The columns as they are asked for; the matrix of them follows."""
        return self._columns

    @property
    def compared(self) -> Columns:
        """The columns of the matrix that there is, in its order."""
        return self._compared

    @property
    def matrix(self) -> Matrix | None:
        """What the columns came to last."""
        return self._matrix

    @property
    def profile(self) -> DeploymentProfile:
        """The profile for which the columns are judged."""
        return self._taken[0]

    def use(self, profile: DeploymentProfile, library: Path | None) -> None:
        """Take profile and library folder for documents to come; where others are there already, tell that."""
        if (profile, library) == self._in_use:
            return
        self._in_use = (profile, library)
        if not self._columns and not self._runner.busy:
            self._taken = self._in_use
        elif self._taken != self._in_use:
            self.outdated.emit()

    def add_files(self, paths: Sequence[Path], under: int | None = None) -> None:
        """Review documents, each for a column of its own, or as a layer of the column with the id `under`."""
        for path in paths:
            self._read(path, AS_IT_IS, under)

    def add_reviews(self, reviews: Sequence[Review]) -> None:
        """Take documents that are reviewed already, each for a column of its own."""
        if reviews:
            job = partial(self._fitted, tuple(reviews))
            self._runner.run(job, self.tr("Taking the documents of the matter"), self._take_fitted, self.failed.emit)

    def judge_again(self) -> None:
        """Judge all documents with the profile and the library in use."""
        self._runner.run(self._fitted_anew, self.tr("Judging again"), self._take_anew, self.failed.emit)

    def arrange(self, columns: Columns) -> None:
        """Have other columns side by side, once no more documents are being read."""
        self._columns = columns
        self._is_due = True
        self._compare()

    def new_ids(self, number: int) -> tuple[int, ...]:
        """Return so many ids for columns to be."""
        return tuple(next(self._ids) for _ in range(number))

    def export(self, path: Path) -> None:
        """Write the matrix as a workbook or a Word file."""
        if self._matrix is not None:
            read = (review.document.path for column in self._columns for review in column.reviews)
            job = partial(self._call, jobs.write_matrix, self._matrix, path, (*read, *self._left_out))
            self._runner.run(job, self.tr("Writing {0}").format(path.name), self.exported.emit, self.failed.emit)

    def _compare(self) -> None:
        if not self._is_due or self._runner.busy:
            return
        self._is_due = False
        columns = self._columns
        reviews = [review for column in columns for review in column.reviews]
        if len({(review.library.sha256, review.receipt.profile_sha256) for review in reviews}) > 1:
            self.judge_again()  # the library was changed since the first of them came in
            return
        job = partial(self._call, jobs.side_by_side, columns, tuple(self._left_out.values()))
        done = partial(self._show, columns)
        self._runner.run_quietly("matrix", job if columns else _nothing, done, self.failed.emit)

    def _read(self, path: Path, opening: Opening, under: int | None) -> None:
        failed = partial(self._ask_for_more, path, opening, under)
        job = partial(self._terms, path, opening)
        self._runner.run(job, self.tr("Reading {0}").format(path.name), partial(self._take, path, under), failed)

    def _terms(self, path: Path, opening: Opening, report: Report) -> object:  # in the job's thread
        return self._call(jobs.read_terms, path, opening, *self._taken, report)

    def _fitted(self, reviews: Sequence[Review], report: Report) -> object:  # in the job's thread
        return self._call(jobs.fitted, reviews, *self._taken, report)

    def _fitted_anew(self, report: Report) -> object:  # in the job's thread
        wanted, reviews = self._in_use, tuple(review for column in self._columns for review in column.reviews)
        return wanted, reviews, self._call(jobs.fitted, reviews, *wanted, report)

    def _take(self, path: Path, under: int | None, found: Review) -> None:
        self._left_out.pop(path, None)
        if under in {column.id for column in self._columns}:
            self.arrange(
                tuple(
                    replace(column, reviews=(*column.reviews, found)) if column.id == under else column
                    for column in self._columns
                )
            )
        else:
            self._add((found,))

    def _take_fitted(self, found: _Fitted) -> None:
        self._add(self._told(found))

    def _take_anew(self, judged: tuple[_Wanted, tuple[Review, ...], _Fitted]) -> None:
        """Show documents that were judged again; one that cannot be read again is told and left out."""
        self._taken, before, found = judged
        self._told(found)
        anew = {id(was): each for was, each in zip(before, found, strict=True) if isinstance(each, Review)}
        columns = (
            replace(column, reviews=tuple(anew[id(was)] for was in column.reviews if id(was) in anew))
            for column in self._columns
        )
        self.arrange(tuple(column for column in columns if column.reviews))

    def _told(self, found: _Fitted) -> tuple[Review, ...]:
        """Return the reviews, and tell the errors."""
        for each in found:
            if isinstance(each, CounterdraftError):
                self.failed.emit(each)
        return tuple(each for each in found if isinstance(each, Review))

    def _add(self, reviews: Sequence[Review]) -> None:
        ids = self.new_ids(len(reviews))
        new = (VendorColumn(number, (review,)) for number, review in zip(ids, reviews, strict=True))
        if reviews:
            self.arrange((*self._columns, *new))

    def _ask_for_more(self, path: Path, opening: Opening, under: int | None, error: Exception) -> None:
        """Ask for what is missing to open a file, and read it again; otherwise tell what went wrong."""
        more = ask_for_more(self._window, path, opening, error) if needs_more(error) else None
        if more is not None:
            self._read(path, more, under)
            return
        if isinstance(error, CounterdraftError):
            self._left_out[path] = " ".join(str(error).split())
            if self._columns:
                self.arrange(self._columns)
        if not needs_more(error):
            self.failed.emit(error)

    def _show(self, columns: Columns, matrix: Matrix | None) -> None:
        self._compared, self._matrix = columns, matrix
        if matrix is None:
            self._left_out.clear()
            self._taken = self._in_use
        self.matrix_changed.emit(matrix)


def _nothing(_report: Report) -> None:
    """Return that there is no matrix of no columns."""
