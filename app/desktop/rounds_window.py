"""What came back against what was sent, in a window of its own."""

import gc
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog

from app.desktop.compare_window import Measure
from app.desktop.comparing.tracked_choice import TrackedChoice
from app.desktop.comparing.tracked_dialog import TrackedDialog
from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.drop_window import DropWindow
from app.desktop.job_bar import JobBar
from app.desktop.job_runner import JobRunner
from app.desktop.jobs import ending_with
from app.desktop.plain_text import visible
from app.desktop.rounds import jobs
from app.desktop.rounds.commands import RoundsCommands
from app.desktop.rounds.files_dialog import Started
from app.desktop.rounds.jobs import Ours, RoundFile, RoundFiles, WrittenAnswers
from app.desktop.rounds.rounds_page import RoundsPage
from app.desktop.worker import Worker
from app.errors import CounterdraftError
from app.model.rounds import PointAnswer, Rounds


class RoundsWindow(DropWindow):
    """Shows what became of our asks, what they ask and what was done without a trace; takes our answers.

    Signals:
        files_asked: Other files are to be compared: the rounds to begin with, and what is to be sent in the next one.
        compared: The Rounds that are shown from now on.
        closed: The window is closed, and needed no more.
    """

    files_asked = Signal(object, object)
    compared = Signal(object)
    closed = Signal()

    def __init__(self, worker: Worker, remembered: QSettings, measure: Measure) -> None:
        super().__init__()
        self.setObjectName("roundsWindow")
        self.setWindowTitle(self.tr("Returned file"))
        self._worker = worker
        self._remembered = remembered
        self._measure = measure
        self._files: tuple[RoundFiles, ...] = ()
        self._ours = Ours()
        self._rounds: Rounds | None = None
        self._answered: RoundFile | None = None
        self.jobs = JobBar()
        self.setStatusBar(self.jobs)
        self.runner = JobRunner(self.jobs, self)
        self.page = RoundsPage()
        self.setCentralWidget(self.page)
        self.commands = RoundsCommands(self, self.page)
        self._connect()
        self._show_busy()
        self._restore_sizes()

    @property
    def files(self) -> tuple[RoundFiles, ...]:
        """The files of the rounds, as they were asked for."""
        return self._files

    @property
    def ours(self) -> Ours:
        """Whose tracked changes are ours, as was asked for."""
        return self._ours

    @property
    def rounds(self) -> Rounds | None:
        """What is shown; None before something is."""
        return self._rounds

    def compare(self, files: Sequence[RoundFiles], ours: Ours) -> None:
        """Hold what came back against what was sent, and show it."""
        if not files or not self._may_lose_answers():
            return
        self._files, self._ours = tuple(files), ours
        self._begin()

    def compare_again(self) -> None:
        """Compare the files as they are now."""
        self.compare(self._files, self._ours)

    def ask_for_files(self) -> None:
        """Let the user choose other files."""
        self.files_asked.emit(self._files, self._answered)

    def add_round(self, sent: RoundFile | None = None, returned: RoundFile | None = None) -> None:
        """Let the user choose the files of one more round."""
        started: Started = (sent or self._answered, returned)
        self.files_asked.emit((*self._files, started), self._answered)

    def export_report(self) -> None:
        """Ask where the report goes, and write it there."""
        if self._rounds is None:
            return
        start = str(self._folder() / self.tr("Rounds of {0}.docx").format(self._rounds.rounds[0].sent.stem))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Report"), start, self.tr("Word file (*.docx)"))
        if name:
            path = Path(name if name.lower().endswith(".docx") else f"{name}.docx")
            self.page.messages.hide()
            job = partial(
                self._worker.call_patiently, jobs.written_report, self._rounds, path, self._author(), _today().date()
            )
            text = self.tr("Writing {0}").format(path)
            self.runner.run(job, text, self._tell_report, self._show_problem, patient=True)

    def write_answers(self) -> None:
        """Ask where the answers go, and write them there."""
        if self._rounds is not None and self.page.answers:
            job = partial(self._worker.call, ending_with, self._rounds.last.returned)
            asking = partial(self._ask_and_write, self._rounds, self.page.answers)
            self.runner.run(job, self.tr("Looking at the file"), asking, self._show_problem)

    def show_problem(self, error: Exception) -> None:
        """Say what went wrong; a bug goes to the crash dialog."""
        self._show_problem(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs, and remember the sizes; answers that are not written are given up only if the user says so."""
        if not self._may_lose_answers():
            event.ignore()
            return
        self.runner.close()
        self._remembered.setValue("rounds/geometry", self.saveGeometry())
        self.page.keep_sizes(self._remembered)
        gc.unfreeze()  # the large answers of the worker are gone
        self.closed.emit()
        super().closeEvent(event)

    def _begin(self) -> None:
        self.runner.stop_all()
        self._rounds = None
        self.page.forget_answers()
        self.page.messages.hide()
        returned = visible(self._files[-1][1].name)
        told = self.tr("Comparing {0} with what was sent").format(returned)
        self.setWindowTitle(self.tr("{0} – rounds").format(returned).replace("[*]", "[*][*]"))  # else Qt's own mark
        self.page.wait_for(f"{told} …", can_ask=False)
        job = partial(
            self._worker.call, jobs.compared, self._files, self._ours, self._measure.profile, self._measure.library
        )
        self.runner.run(job, told, self._show, self._show_problem)

    def _show(self, rounds: Rounds) -> None:
        self._rounds = rounds
        self._answered = None
        self.page.show_rounds(rounds)
        self.jobs.say(self.tr("Judged for {0}").format(rounds.profile.name))
        self._show_busy()
        self.compared.emit(rounds)

    def _ask_and_write(self, rounds: Rounds, answers: Sequence[PointAnswer], ending: str) -> None:
        returned = rounds.last.returned
        told = self.tr(
            "{0} with your answers as tracked changes and comments, on top of theirs. The file that came back is not "
            "changed. Answers to be written: {1}."
        )
        start = TrackedChoice(self._folder() / f"{returned.stem}.answered{ending}", self._author(), _today())
        choice = TrackedDialog.ask(self, told.format(returned.name, len(answers)), None, start, self.tr("Write answer"))
        if choice is None:
            return
        self._remembered.setValue("export/author", choice.author)
        title, why = self.tr("Replace {0}?").format(choice.path.name), self.tr("There is a file of this name already.")
        if choice.path.exists() and not ConfirmDialog.ask(self, title, why, self.tr("Replace")):
            return
        self.page.messages.hide()
        job = partial(self._worker.call_patiently, jobs.written_answers, rounds, answers, choice)
        text = self.tr("Writing {0}").format(choice.path)
        self.runner.run(job, text, self._tell_written, self._show_problem, patient=True)

    def _tell_written(self, written: WrittenAnswers) -> None:
        self._remembered.setValue("folders/export", str(written.path.parent))
        self._answered = RoundFile(written.path)
        self.jobs.say("")
        told = self.tr("Written: {0}. Answers in it: {1}, of them in own words: {2}").format(
            written.path, written.made, written.own
        )
        if written.problems:
            lines = (self.tr("Not written – {0}").format(line) for line in written.problems)
            self.page.messages.show_problem("\n".join((*lines, told)))
            return
        self.page.forget_answers()
        self.page.messages.show_news("\n".join((told, *written.summary)))

    def _tell_report(self, path: Path) -> None:
        self.jobs.say("")
        told = self.tr("{0} was written. It holds your positions: it is for your own house only.")
        self.page.messages.show_news(told.format(path))

    def _show_problem(self, error: Exception) -> None:
        self.jobs.say("")
        if not isinstance(error, CounterdraftError):
            raise error
        self.page.messages.show_problem(str(error))

    def _show_busy(self) -> None:
        """Enable what can be done now; where nothing came of a comparison, offer to try again."""
        busy, shown = self.runner.busy, self._rounds is not None
        answered = shown and bool(self.page.answers)
        self.commands.enable(shown=shown, busy=busy, answered=answered, chosen=bool(self._files))
        self.page.write.setEnabled(answered and not busy)
        if not busy and not shown:
            self.page.wait_for(self.tr("Nothing is compared."), can_ask=bool(self._files))

    def _may_lose_answers(self) -> bool:
        """Return whether what is answered and not written may go; the user says so."""
        if not self.page.answers:
            return True
        title = self.tr("Give up your answers?")
        why = self.tr("They are not written into a file yet. Turn back to write them.")
        return ConfirmDialog.ask(self, title, why, self.tr("Give them up"))

    def _take(self, paths: Sequence[Path]) -> None:
        """Take dropped files for one more round: one as what came back, two as what was sent and what came back."""
        if len(paths) > 1:
            self.add_round(RoundFile(paths[0]), RoundFile(paths[1]))
        elif paths:
            self.add_round(returned=RoundFile(paths[0]))

    def _author(self) -> str:
        """Return in whose name we answer: one of those that our changes bear, the usual one if it is among them."""
        ours = self._rounds.last.ours if self._rounds is not None else ()
        usual = str(self._remembered.value("export/author", "")) or self._measure.author
        return usual if usual in ours or not ours else ours[0]

    def _folder(self) -> Path:
        """Return where files are offered to be written: beside what came back, where that can be written to."""
        folder = self._files[-1][1].path.absolute().parent
        if self._files[-1][1].data is None and os.access(folder, os.W_OK):
            return folder
        return Path(str(self._remembered.value("folders/export", str(Path.home()))))

    def _connect(self) -> None:
        self.files_dropped.connect(lambda paths, _begins: self._take(paths))
        self.jobs.stop_asked.connect(self.runner.stop)
        self.runner.busy_changed.connect(self._show_busy)
        page, commands = self.page, self.commands
        page.again_asked.connect(self.compare_again)
        page.write_asked.connect(self.write_answers)
        page.answers_changed.connect(self._show_busy)
        commands.choose.triggered.connect(self.ask_for_files)
        commands.more.triggered.connect(lambda _=False: self.add_round())
        commands.again.triggered.connect(self.compare_again)
        commands.report.triggered.connect(self.export_report)
        commands.write.triggered.connect(self.write_answers)
        commands.stop.triggered.connect(self.runner.stop)

    def _restore_sizes(self) -> None:
        self.resize(1240, 820)
        geometry = self._remembered.value("rounds/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.page.restore_sizes(self._remembered)


def _today() -> datetime:
    """Return today's midnight, as the files that are written state it."""
    return datetime.now(tz=UTC).astimezone().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
