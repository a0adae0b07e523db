"""What the actions of the window do."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.desktop.dialogs.about_dialog import show_about
from app.desktop.dialogs.guide_dialog import GuideDialog
from app.desktop.dialogs.paste_dialog import PasteDialog
from app.desktop.opening import file_kinds
from app.errors import CounterdraftError
from app.service.matters import SUFFIX
from app.service.samples import sample_path

if TYPE_CHECKING:
    from app.desktop.main_window import MainWindow


class WindowActions(QObject):
    """Does what menus, toolbar, start page and keys ask for."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._connect_file()
        self._connect_review()

    @Slot()
    def open_documents(self) -> None:
        """Let the user choose documents or a matter, and open them."""
        self._choose(self.tr("Open documents or a matter"), begins=True)

    @Slot()
    def add_documents(self) -> None:
        """Let the user choose documents for the matter that is open."""
        self._choose(self.tr("Add documents to the matter"), begins=False)

    @Slot()
    def paste(self) -> None:
        """Review the text of the clipboard, kept in a file or not, as the user says."""
        window = self._window
        folder = Path(str(window.remembered.value("folders/open", str(Path.home()))))
        pasted = PasteDialog.ask(window, QGuiApplication.clipboard().text(), folder)
        if pasted is not None:
            if pasted.path is not None:
                window.remembered.setValue("folders/open", str(pasted.path.parent))
            window.opener.review_pasted(pasted.text, pasted.path)

    @Slot()
    def open_sample(self) -> None:
        """Review the bundled sample."""
        self._window.open_document(sample_path())

    @Slot()
    def copy_matter(self) -> None:
        """Write the matter to another file, which the user names."""
        window, matter = self._window, self._window.session.matter
        if matter is None:
            return
        window.review_page.detail.settle()
        kinds = self.tr("Matters (*{0})").format(SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            window, self.tr("Save a copy of the matter"), str(Path.home() / matter.path.name), kinds
        )
        if not name:
            return
        path = Path(name) if name.endswith(SUFFIX) else Path(f"{name}{SUFFIX}")
        try:
            matter.copy_to(path)
        except CounterdraftError as error:
            window.show_error(error)
        else:
            window.message.show_news(self.tr("The whole matter was copied to {0}.").format(path))
            if window.desk.has_unsaved:  # its own file cannot be written
                window.desk.go_on_in(path)
                window.opener.open_matter(path)

    @Slot()
    def export(self) -> None:
        """Ask where to write the files of the document shown, and write them."""
        window = self._window
        if window.desk.shown is not None:
            window.review_page.detail.settle()
            window.message.hide()
            window.exporter.ask(window.desk.shown)

    def _choose(self, title: str, *, begins: bool) -> None:
        window = self._window
        folder = str(window.remembered.value("folders/open", str(Path.home())))
        names, _ = QFileDialog.getOpenFileNames(window, title, folder, file_kinds())
        if names:
            window.remembered.setValue("folders/open", str(Path(names[0]).parent))
            window.open_documents(tuple(Path(name) for name in names), begins=begins)

    def _connect_file(self) -> None:
        window, commands = self._window, self._window.commands
        commands.open.triggered.connect(self.open_documents)
        commands.add.triggered.connect(self.add_documents)
        commands.paste.triggered.connect(self.paste)
        commands.sample.triggered.connect(self.open_sample)
        commands.copy_matter.triggered.connect(self.copy_matter)
        commands.close_matter.triggered.connect(window.close_matter)
        commands.export.triggered.connect(self.export)
        commands.quit.triggered.connect(window.close)
        commands.stop.triggered.connect(window.runner.stop)
        commands.about.triggered.connect(lambda: show_about(window))
        commands.guide.triggered.connect(lambda: GuideDialog.show_for(window, commands))
        window.start_page.open_asked.connect(self.open_documents)
        window.start_page.sample_asked.connect(self.open_sample)

    def _connect_review(self) -> None:
        window, commands, page = self._window, self._window.commands, self._window.review_page
        commands.previous.triggered.connect(lambda: window.desk.step(-1))
        commands.next.triggered.connect(lambda: window.desk.step(1))
        commands.next_severe.triggered.connect(lambda: window.desk.step(1, severe=True))
        commands.next_pane.triggered.connect(lambda: page.focus_next_pane(1))
        commands.previous_pane.triggered.connect(lambda: page.focus_next_pane(-1))
        for number, action in enumerate(commands.panes):
            action.triggered.connect(partial(page.focus_pane, number))
        commands.back.triggered.connect(page.centre.go_back)
        commands.find.triggered.connect(page.centre.find_words)
        commands.go_to.triggered.connect(page.centre.go_to_clause)
        commands.next_use.triggered.connect(lambda: page.side.facts.step_use(1))
        commands.previous_use.triggered.connect(lambda: page.side.facts.step_use(-1))
        commands.profile.triggered.connect(window.house.ask_profile)
        commands.settings.triggered.connect(window.house.ask_settings)
        commands.compare.triggered.connect(window.comparer.ask_versions)
        commands.vendors.triggered.connect(window.vendors.show_vendors)
        commands.watch.triggered.connect(window.watch.show_watch)
        commands.rounds.triggered.connect(window.negotiator.ask_files)
        commands.library.triggered.connect(window.house.show_library)
        commands.entry.triggered.connect(window.house.show_entry)
        commands.again.triggered.connect(window.opener.review_again)
        for action, pane in zip(commands.sides, page.side.chips, strict=True):
            action.triggered.connect(partial(page.side.turn_to, pane, focus=True))
        for view, action in commands.views.items():
            action.triggered.connect(partial(page.centre.show_view, view))
        doings = {
            "accept": page.detail.accept,
            "fallback": page.detail.take_fallback,
            "edit": page.detail.modify,
            "accept-risk": page.detail.accept_risk,
            "skip": page.detail.skip,
            "undecide": page.detail.undecide,
            "comment": page.detail.edit_comment,
            "note": page.detail.edit_note,
            "evidence": page.detail.show_evidence,
        }
        for name, action in commands.decisions.items():
            action.triggered.connect(lambda _=False, do=doings[name]: do())
        for pane in (page.findings, page.detail):
            pane.key_pressed.connect(lambda name: doings[name]())
