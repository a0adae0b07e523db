"""Terms of several vendors side by side, in a window of their own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog

from app.desktop.drop_window import DropWindow
from app.desktop.job_bar import JobBar
from app.desktop.job_runner import JobRunner
from app.desktop.opening import file_kinds
from app.desktop.plain_text import visible
from app.desktop.vendors.columns import layered, moved, parted, removed, renamed
from app.desktop.vendors.commands import VendorsCommands
from app.desktop.vendors.desk import Call, ColumnsDesk
from app.desktop.vendors.vendors_page import VendorsPage
from app.desktop.words import unmarked
from app.errors import CounterdraftError
from app.model.matrix import Matrix
from app.model.matter import HeldDocument
from app.model.profile import DeploymentProfile
from app.model.review import Review
from app.model.span import Place


class VendorsWindow(DropWindow):
    """Shows documents as columns and clause types as rows; heavy work is done by `call`, which is `Worker.call`.

    Signals:
        place_asked: Id of a document of the open matter and the Place to be shown in it.
        turned_to: The user turned to this window: what is open and in use elsewhere may be another.
    """

    place_asked = Signal(int, object)
    turned_to = Signal()

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.setObjectName("vendorsWindow")
        self.setWindowTitle(self.tr("Vendors side by side"))
        self._documents: tuple[HeldDocument, ...] = ()
        self.jobs = JobBar()
        self.setStatusBar(self.jobs)
        self.runner = JobRunner(self.jobs, self)
        self.page = VendorsPage()
        self.setCentralWidget(self.page)
        self.commands = VendorsCommands(self, self.page)
        self.desk = ColumnsDesk(call, self.runner, self)
        self._connect()
        self._enable()
        self.resize(1240, 820)

    def use(self, profile: DeploymentProfile, library: Path | None) -> None:
        """Take the profile and the folder of the clause library that are in use now."""
        self.desk.use(profile, library)

    def show_matter(self, documents: Sequence[HeldDocument]) -> None:
        """Take the documents of the open matter: they can be added, and are read in the window of the matter."""
        self._documents = tuple(documents)
        self._enable()

    def add_matter(self) -> None:
        """Add the documents of the matter that are in no column yet."""
        there = {_known(review) for column in self.desk.columns for review in column.reviews}
        self.desk.add_reviews([held.review for held in self._documents if _known(held.review) not in there])

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add documents, each as a column."""
        self.page.messages.hide()
        self.desk.add_files(paths)

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
        """Stop what runs; the columns stay for when the window is opened again."""
        self.runner.close()
        self.jobs.end()
        super().closeEvent(event)

    def _connect(self) -> None:
        page, desk, commands = self.page, self.desk, self.commands
        self.files_dropped.connect(lambda paths, _begins: self.add_files(paths))
        self.jobs.stop_asked.connect(self._stop)
        self.runner.busy_changed.connect(self._enable)
        page.add_asked.connect(self._choose_files)
        page.matter_asked.connect(self.add_matter)
        page.place_asked.connect(self._show_place)
        page.table.cell_chosen.connect(self._enable)
        page.table.menu_asked.connect(self._show_menu)
        desk.matrix_changed.connect(self._show_matrix)
        desk.outdated.connect(self._offer_judging)
        desk.exported.connect(self._tell_exported)
        desk.failed.connect(self._show_problem)
        commands.add.triggered.connect(self._choose_files)
        commands.take.triggered.connect(self.add_matter)
        commands.workbook.triggered.connect(lambda: self._export(".xlsx"))
        commands.word.triggered.connect(lambda: self._export(".docx"))
        commands.again.triggered.connect(desk.judge_again)
        commands.stop.triggered.connect(self._stop)
        commands.why.triggered.connect(lambda: page.show_reasons(page.table.column))
        commands.left.triggered.connect(lambda: self._move(-1))
        commands.right.triggered.connect(lambda: self._move(1))
        commands.rename.triggered.connect(self._rename)
        commands.layers.triggered.connect(self._choose_layers)
        commands.part.triggered.connect(self._part)
        commands.remove.triggered.connect(lambda: self.desk.arrange(removed(self.desk.columns, self._chosen)))
        commands.under.aboutToShow.connect(self._list_columns)

    @property
    def _chosen(self) -> int:
        """Place of the chosen column among those asked for, which may be others than are shown; -1 without one."""
        shown, ids = self.desk.compared, [column.id for column in self.desk.columns]
        number = self.page.table.column
        return ids.index(shown[number].id) if 0 <= number < len(shown) and shown[number].id in ids else -1

    def _enable(self) -> None:
        columns, chosen = self.desk.columns, self._chosen
        layers = len(columns[chosen].reviews) if chosen >= 0 else 0
        there = {_known(review) for column in columns for review in column.reviews}
        in_matter = any(_known(held.review) not in there for held in self._documents)
        self.commands.enable(columns=len(columns), chosen=chosen, layers=layers, in_matter=in_matter)
        self.commands.stop.setEnabled(self.runner.busy or self.page.place.isVisible())
        self.page.take.setVisible(in_matter)

    def _show_matrix(self, matrix: Matrix | None) -> None:
        self.page.show_matrix(matrix)
        self._enable()
        self.jobs.say("" if matrix is None else self.tr("Judged for {0}").format(matrix.profile.name))

    def _stop(self) -> None:
        """Stop what runs; where nothing does, close the document that is read."""
        if self.runner.busy:
            self.runner.stop_all()
        elif self.page.place.isVisible():
            self.page.close_document()

    def _choose_files(self) -> None:
        if paths := self._asked_files(self.tr("Add documents, each as a column")):
            self.add_files(paths)

    def _choose_layers(self) -> None:
        """Let the user choose documents that are further layers of the chosen column."""
        column = self.desk.columns[self._chosen]
        title = self.tr("Add layers to {0}").format(self._title(column.id))
        if paths := self._asked_files(title):
            self.desk.add_files(paths, column.id)

    def _asked_files(self, title: str) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(self, title, str(self._folder()), file_kinds())
        return [Path(name) for name in names]

    def _folder(self) -> Path:
        """Return where the documents that came last lie."""
        columns = self.desk.columns
        return columns[-1].reviews[-1].document.path.absolute().parent if columns else Path.home()

    def _move(self, by: int) -> None:
        self.desk.arrange(moved(self.desk.columns, self._chosen, by))

    def _rename(self) -> None:
        number = self._chosen
        asked = self.tr("Title of the column; nothing for the name of its file")
        name, agreed = QInputDialog.getText(
            self, self.tr("Rename"), asked, text=self._title(self.desk.columns[number].id)
        )
        if agreed:
            self.desk.arrange(renamed(self.desk.columns, number, name.strip()))

    def _part(self) -> None:
        columns = self.desk.columns
        ids = self.desk.new_ids(len(columns[self._chosen].reviews) - 1)
        self.desk.arrange(parted(columns, self._chosen, ids))

    def _list_columns(self) -> None:
        """Offer the other columns, to put the documents of the chosen one under theirs."""
        self.commands.under.clear()
        chosen = self._chosen
        for number, column in enumerate(self.desk.columns):
            if number != chosen:
                action = self.commands.under.addAction(unmarked(self._title(column.id)))
                action.triggered.connect(lambda _=False, under=number: self._put_under(under))

    def _put_under(self, under: int) -> None:
        if self._chosen >= 0:
            self.desk.arrange(layered(self.desk.columns, self._chosen, under))

    def _title(self, number: int) -> str:
        """Return the title of the column with an id; that of its first document as long as it is not shown."""
        columns = self.desk.matrix.columns if self.desk.matrix is not None else ()
        known = {asked.id: column.title for asked, column in zip(self.desk.compared, columns, strict=True)}
        asked = next(column for column in self.desk.columns if column.id == number)
        return known.get(number) or asked.title or asked.reviews[0].document.name

    def _show_menu(self, place: QPoint) -> None:
        self.commands.column.popup(place)

    def _show_place(self, column: int, layer: int, place: Place) -> None:
        """Show a place in the window of the matter if that holds the document, else here."""
        matrix = self.desk.matrix
        if matrix is None:
            return
        shown = matrix.columns[column].layers[layer]
        held = next((each.id for each in self._documents if _known(each.review) == _known(shown.review)), None)
        if held is None:
            self.page.show_document(shown.title, shown.review, place)
            self._enable()
        else:
            self.place_asked.emit(held, place)

    def _export(self, ending: str) -> None:
        kinds = self.tr("Workbook (*.xlsx)") if ending == ".xlsx" else self.tr("Word file (*.docx)")
        start = str(self._folder() / f"{self.tr('Vendors side by side')}{ending}")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export the table"), start, kinds)
        if name:
            self.page.messages.hide()
            self.desk.export(Path(name if name.lower().endswith(ending) else f"{name}{ending}"))

    def _tell_exported(self, path: Path) -> None:
        told = self.tr("{0} was written. It holds your positions: it is for your own house only.").format(path)
        self.jobs.say(self.tr("Written: {0}").format(path.name))
        self.page.messages.show_news(told)

    def _offer_judging(self) -> None:
        told = self.tr("Profile or clause library in use are others than those of this table.")
        self.page.messages.show_news(told, self.tr("Judge again"), self.desk.judge_again)

    def _show_problem(self, error: Exception) -> None:
        if not isinstance(error, CounterdraftError):
            raise error
        self.jobs.say("")
        self.page.messages.show_problem(visible(str(error)))


def _known(review: Review) -> tuple[str, str]:
    """Return what a document is known by, whichever window has it."""
    return review.document.sha256, review.document.attachment
