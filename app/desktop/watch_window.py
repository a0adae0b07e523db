"""Versions of a policy held against one another, in a window of their own."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog

from app.desktop.dialogs.confirm_dialog import ConfirmDialog
from app.desktop.drop_window import DropWindow
from app.desktop.job_bar import JobBar
from app.desktop.job_runner import JobRunner
from app.desktop.opening import file_kinds
from app.desktop.plain_text import visible
from app.desktop.watching.baselines import Baselines
from app.desktop.watching.commands import WatchCommands
from app.desktop.watching.desk import Call, WatchDesk
from app.desktop.watching.versions import PolicyVersion
from app.desktop.watching.versions_model import VersionRow
from app.desktop.watching.watch_page import WatchPage
from app.errors import CounterdraftError, MatterError
from app.model.kept import KeptFile
from app.model.profile import DeploymentProfile
from app.model.watch import PolicyWatch
from app.service.matters import OpenMatter

_Duty = tuple[str, date | None]
"""Who looks again, and when."""


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
        self._baselines: Baselines | None = None
        self._said: dict[int, _Duty] = {}  # of versions that are not kept
        self.jobs = JobBar()
        self.setStatusBar(self.jobs)
        self.runner = JobRunner(self.jobs, self)
        self.page = WatchPage()
        self.setCentralWidget(self.page)
        self.commands = WatchCommands(self, self.page)
        self.desk = WatchDesk(call, self.runner, self)
        self._connect()
        self._show_versions()
        self.resize(1240, 820)

    def use(self, profile: DeploymentProfile, library: Path | None) -> None:
        """Take the profile and the folder of the clause library that are in use now."""
        self.desk.use(profile, library)

    def show_matter(self, matter: OpenMatter | None) -> None:
        """Take the open matter, whose baselines are offered and which new ones are kept in."""
        self._baselines = None if matter is None else Baselines(matter)
        self._list_baselines()
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

    def keep(self) -> None:
        """Keep the newest version of the chosen policy as the baseline."""
        version, baselines = self._newest(), self._baselines
        review = None if version is None else self.desk.review(version)
        if version is None or review is None or baselines is None:
            return
        duty, before = self.page.duty, self._before(version)
        try:
            kept = baselines.keep(
                version, review, datetime.now(tz=UTC), owner=duty.named_owner, review_by=duty.review_on, before=before
            )
        except MatterError as error:
            self._show_problem(error)
            return
        self._said.pop(version.id, None)
        told = self.tr("{0} is the baseline now; the next version can be held against it.").format(kept.name)
        self.page.messages.show_news(told)
        self._list_baselines()
        self._show_versions()

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

    def _newest(self) -> PolicyVersion | None:
        return None if self.desk.found is None else self.desk.newest(max(self.page.chosen_step, 0))

    def _before(self, version: PolicyVersion) -> KeptFile | None:
        """Return the baseline that a version was held against."""
        chain = (each for each in self.desk.versions if each.policy == version.policy and each.id != version.id)
        return next((each.kept for each in chain if each.kept is not None), None)

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

    def _show_duty(self) -> None:
        """Show who looks again and when: at the newest version, or at the baseline that is chosen."""
        page, found, today = self.page, self.desk.found, _today()
        version = self._newest()
        chosen = page.begin.chosen if page.pages.currentIndex() == 0 else None
        kept = self._kept_newest() or chosen
        page.duty.setVisible(version is not None or kept is not None)
        page.duty.report.setVisible(found is not None)
        page.duty.keep.setVisible(found is not None)
        if kept is not None:
            about = self.tr("Baseline: {0}").format(kept.name)
            page.duty.show_duty(about, kept.owner, kept.review_by, today)
        elif version is not None and found is not None:
            before = self._before(version)
            first = (before.owner if before is not None else "") or found.owner
            owner, review_on = self._said.get(version.id, (first, found.review_on))
            page.duty.show_duty(self.tr("Newest: {0}").format(version.name), owner, review_on, today)
        self._enable()

    def _kept_newest(self) -> KeptFile | None:
        """Return the baseline that the newest version is already; None where it is not kept."""
        version = self._newest()
        review = None if version is None else self.desk.review(version)
        if review is None or self._baselines is None:
            return None
        try:
            return self._baselines.of(review)
        except MatterError:
            return None  # told when the baselines were listed

    def _take_duty(self) -> None:
        """Keep what the user says of who looks again and when: in the matter at once, where the version is kept."""
        duty, version = self.page.duty, self._newest()
        kept = self._kept_newest() or (self.page.begin.chosen if version is None else None)
        if kept is not None and self._baselines is not None:
            try:
                self._baselines.look_after(kept, duty.named_owner, duty.review_on)
            except MatterError as error:
                self._show_problem(error)
            self._list_baselines()
        elif version is not None:
            self._said[version.id] = (duty.named_owner, duty.review_on)

    def _list_baselines(self) -> None:
        try:
            files = () if self._baselines is None else self._baselines.files()
        except MatterError as error:
            self._show_problem(error)
            files = ()
        self.page.begin.show_baselines(files, _today())

    def _compare_newer(self, kept: KeptFile | None) -> None:
        """Ask for a version that is newer than a baseline, and hold it against that."""
        if kept is None or self._baselines is None:
            return
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("A version newer than {0}").format(kept.name), str(Path.home()), file_kinds()
        )
        if name:
            self.compare_with(kept, [Path(name)])

    def compare_with(self, kept: KeptFile, paths: Sequence[Path]) -> None:
        """Hold newer versions against a baseline of the matter."""
        if self._baselines is None:
            return
        try:
            data = self._baselines.data(kept)
        except MatterError as error:
            self._show_problem(error)
            return
        self.desk.take_kept(kept, data)
        self.take(paths)

    def _let_go(self, kept: KeptFile | None) -> None:
        if kept is None or self._baselines is None:
            return
        title = self.tr("Keep {0} no longer?").format(visible(kept.name))
        why = self.tr("The matter then holds it no more. A file of your own, wherever it is, stays.")
        if ConfirmDialog.ask(self, title, why, self.tr("Remove")):
            try:
                self._baselines.let_go(kept)
            except MatterError as error:
                self._show_problem(error)
            self._list_baselines()
            self._show_duty()

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
        self._said.clear()
        self.desk.clear()
        self._list_baselines()
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

    def _enable(self) -> None:
        found = self.desk.found is not None
        kept = self._kept_newest() is not None
        self.commands.enable(
            versions=len(self.desk.versions),
            chosen=self.page.versions.chosen > 0,
            found=found,
            matter=self._baselines is not None and not kept,
        )
        self.page.duty.keep.setEnabled(self.commands.keep.isEnabled())
        why = "" if self._baselines is not None else self.tr("Open a matter first: the baseline is kept in it.")
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
        page.begin.removal_asked.connect(self._let_go)
        page.versions.model_of_versions.day_corrected.connect(desk.correct_day)
        page.versions.version_chosen.connect(lambda _: self._enable())
        page.step_chosen.connect(lambda _: self._show_duty())
        page.detail.place_asked.connect(lambda *_: self._enable())
        page.duty.edited.connect(self._take_duty)
        page.duty.keep_asked.connect(self.keep)
        page.duty.report_asked.connect(self.export)
        desk.changed.connect(self._show_versions)
        desk.watched.connect(self._show_found)
        desk.outdated.connect(self._offer_looking)
        desk.exported.connect(self._tell_exported)
        desk.failed.connect(self._show_problem)
        commands.begin.triggered.connect(self._begin_anew)
        commands.add.triggered.connect(self._choose_files)
        commands.folder.triggered.connect(self._choose_folder)
        commands.keep.triggered.connect(self.keep)
        commands.report.triggered.connect(self.export)
        commands.again.triggered.connect(desk.look_again)
        commands.stop.triggered.connect(self._stop)
        commands.up.triggered.connect(lambda: desk.move(page.versions.chosen, -1))
        commands.down.triggered.connect(lambda: desk.move(page.versions.chosen, 1))
        commands.remove.triggered.connect(lambda: desk.remove(page.versions.chosen))


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
