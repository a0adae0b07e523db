"""Versions of a policy held against one another, in a window of their own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog

from app.desktop.drop_window import DropWindow
from app.desktop.job_bar import JobBar
from app.desktop.job_runner import JobRunner
from app.desktop.opening import file_kinds
from app.desktop.plain_text import visible
from app.desktop.watching.care import Care
from app.desktop.watching.commands import WatchCommands
from app.desktop.watching.desk import Call, WatchDesk
from app.desktop.watching.versions import PolicyVersion
from app.desktop.watching.versions_model import VersionRow
from app.desktop.watching.watch_page import WatchPage
from app.errors import CounterdraftError
from app.model.kept import KeptFile
from app.model.profile import DeploymentProfile
from app.model.watch import PolicyWatch
from app.service.matters import OpenMatter


class WatchWindow(DropWindow):
    """Shows what changed from version to version; heavy work is done by `call`, which is `Worker.call`.

    Signals:
        turned_to: The user turned to this window: what is open and in use elsewhere may be another.
    """

    turned_to = Signal()

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.setObjectName("watchWindow")
        self.setWindowTitle(self.tr("Policy watch"))
        self.author = ""
        self.jobs = JobBar()
        self.setStatusBar(self.jobs)
        self.runner = JobRunner(self.jobs, self)
        self.page = WatchPage()
        self.setCentralWidget(self.page)
        self.commands = WatchCommands(self, self.page)
        self.desk = WatchDesk(call, self.runner, self)
        self.care = Care(self.page, self.desk, self)
        self._connect()
        self._show_versions()
        self.resize(1240, 820)

    def use(self, profile: DeploymentProfile, library: Path | None) -> None:
        """Take the profile and the folder of the clause library that are in use now."""
        self.desk.use(profile, library)

    def show_matter(self, matter: OpenMatter | None) -> None:
        """Take the open matter, whose baselines are offered and which new ones are kept in."""
        self.care.show_matter(matter)
        self._show_versions()

    def showEvent(self, event: QShowEvent) -> None:
        """Work again, where the window was closed before."""
        self.runner.reopen()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Ask what is open and in use when the window is turned to."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.turned_to.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs; what was found stays for when the window is opened again."""
        self.runner.close()
        self.jobs.end()
        super().closeEvent(event)

    def take(self, paths: Sequence[Path]) -> None:
        """Take files or folders as versions."""
        self.page.messages.hide()
        self.desk.take(paths)

    def export(self) -> None:
        """Ask where the report goes, and write it there."""
        folder = next((each.path.absolute().parent for each in self.desk.versions if each.kept is None), Path.home())
        start = str(folder / f"{self.tr('Policy watch')}.docx")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Report"), start, self.tr("Word file (*.docx)"))
        if name:
            self.page.messages.hide()
            path, duty = Path(name if name.lower().endswith(".docx") else f"{name}.docx"), self.page.duty
            author = self.author or duty.named_owner or "Counterdraft"
            self.desk.export(path, duty.named_owner, duty.review_on, author)

    def _show_versions(self) -> None:
        """Show the versions and who looks again, and enable what can be done."""
        self.page.show_versions([self._row(each) for each in self.desk.versions])
        if not self.desk.is_ready:
            self.page.say(self.tr("Drop or add a newer version to hold it against this one."))
        elif self.runner.busy:
            self.page.say(self.tr("The versions are being compared …"))
        else:
            self.page.say(self.tr("Nothing is compared. Look again, or add other versions."))
        self._show_duty()

    def _row(self, version: PolicyVersion) -> VersionRow:
        """Return what the table shows of a version."""
        error, review = self.desk.error(version), self.desk.review(version)
        if error is not None:
            state, why = self.tr("not read"), " ".join(str(error).split())
        elif version.kept is not None:
            state = why = self.tr("baseline")
        elif review is not None:
            state, why = self.tr("read"), self.tr("{0} paragraphs were read").format(len(review.document.paragraphs))
        else:
            state = why = self.tr("to be read")
        return VersionRow(version.id, version.name, self.desk.day(version), state, why)

    def _compare_newer(self, kept: KeptFile | None) -> None:
        """Ask for a version that is newer than a baseline, and hold it against that."""
        if kept is None:
            return
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("A version newer than {0}").format(kept.name), str(Path.home()), file_kinds()
        )
        if name:
            self.compare_with(kept, [Path(name)])

    def compare_with(self, kept: KeptFile, paths: Sequence[Path]) -> None:
        """Hold newer versions against a baseline of the matter."""
        if self.care.begin_with(kept):
            self.take(paths)

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Versions of a policy"), self._folder(), file_kinds())
        if names:
            self.take([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("A folder of dated versions"), self._folder())
        if name:
            self.take([Path(name)])

    def _folder(self) -> str:
        read = [each.path for each in self.desk.versions if each.kept is None]
        return str(read[-1].absolute().parent if read else Path.home())

    def _begin_anew(self) -> None:
        self.page.messages.hide()
        self.care.forget()
        self.desk.clear()
        self.care.list_baselines()
        self._show_duty()
        self.page.begin.files.setFocus()

    def _show_found(self, found: PolicyWatch | None) -> None:
        self.page.show_found(found, self.desk.branches)
        self._show_versions()
        if found is not None:
            profile = found.steps[-1].judged.new.profile.name
            self.jobs.say(self.tr("Judged for {0}").format(profile))

    def _stop(self) -> None:
        """Stop what runs; where nothing does, close the document that is read."""
        if self.runner.busy:
            self.runner.stop_all()
        elif self.page.place.isVisible():
            self.page.close_document()

    def _tell_exported(self, path: Path) -> None:
        told = self.tr("{0} was written. It holds your positions: it is for your own house only.").format(path)
        self.jobs.say(self.tr("Written: {0}").format(path.name))
        self.page.messages.show_news(told)

    def _offer_looking(self) -> None:
        told = self.tr("Profile or clause library in use are others than those by which this was judged.")
        self.page.messages.show_news(told, self.tr("Look again"), self.desk.look_again)

    def _show_problem(self, error: Exception) -> None:
        if not isinstance(error, CounterdraftError):
            raise error
        self.jobs.say("")
        self.page.messages.show_problem(visible(str(error)))

    def _show_duty(self) -> None:
        self.care.show_duty()
        self._enable()

    def _enable(self) -> None:
        found = self.desk.found is not None
        kept = self.care.kept_newest() is not None
        self.commands.enable(
            versions=len(self.desk.versions),
            chosen=self.page.versions.chosen > 0,
            found=found,
            matter=self.care.has_matter and not kept,
        )
        self.page.duty.keep.setEnabled(self.commands.keep.isEnabled())
        why = "" if self.care.has_matter else self.tr("Open a matter first: the baseline is kept in it.")
        self.page.duty.keep.setToolTip(why)
        self.commands.stop.setEnabled(self.runner.busy or self.page.place.isVisible())

    def _connect(self) -> None:
        page, desk, commands = self.page, self.desk, self.commands
        self.files_dropped.connect(lambda paths, _begins: self.take(paths))
        self.jobs.stop_asked.connect(self._stop)
        self.runner.busy_changed.connect(self._show_versions)
        page.begin.files_asked.connect(self._choose_files)
        page.begin.folder_asked.connect(self._choose_folder)
        page.begin.baseline_chosen.connect(lambda _: self._show_duty())
        page.begin.newer_asked.connect(self._compare_newer)
        page.begin.removal_asked.connect(self.care.let_go)
        page.versions.model_of_versions.day_corrected.connect(desk.correct_day)
        page.versions.version_chosen.connect(lambda _: self._enable())
        page.step_chosen.connect(lambda _: self._show_duty())
        page.detail.place_asked.connect(lambda *_: self._enable())
        page.duty.edited.connect(self.care.take_duty)
        page.duty.keep_asked.connect(self.care.keep)
        self.care.kept.connect(self._show_versions)
        self.care.failed.connect(self._show_problem)
        page.duty.report_asked.connect(self.export)
        desk.changed.connect(self._show_versions)
        desk.watched.connect(self._show_found)
        desk.outdated.connect(self._offer_looking)
        desk.exported.connect(self._tell_exported)
        desk.failed.connect(self._show_problem)
        commands.begin.triggered.connect(self._begin_anew)
        commands.add.triggered.connect(self._choose_files)
        commands.folder.triggered.connect(self._choose_folder)
        commands.keep.triggered.connect(self.care.keep)
        commands.report.triggered.connect(self.export)
        commands.again.triggered.connect(desk.look_again)
        commands.stop.triggered.connect(self._stop)
        commands.up.triggered.connect(lambda: desk.move(page.versions.chosen, -1))
        commands.down.triggered.connect(lambda: desk.move(page.versions.chosen, 1))
        commands.remove.triggered.connect(lambda: desk.remove(page.versions.chosen))
