"""What the main window asks of the comparisons: which two versions, and windows for them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.desktop.comparing.jobs import Version
from app.desktop.worker import Worker

if TYPE_CHECKING:  # imported when they are asked for, so that the main window shows sooner
    from app.desktop.compare_window import CompareWindow
    from app.desktop.main_window import MainWindow

_RECENT = "comparing/files"
_MOST = 12


class Comparer(QObject):
    """Opens a window for each two versions that are compared, and closes all of them with the main window."""

    def __init__(self, window: "MainWindow", worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._worker = worker
        self._open: list[CompareWindow] = []

    @property
    def windows(self) -> Sequence["CompareWindow"]:
        """The windows that are open."""
        return tuple(self._open)

    @Slot()
    def ask_versions(self) -> None:
        """Let the user choose two versions, and compare them in a window of their own."""
        from app.desktop.comparing.choose_dialog import Choices, ChooseDialog  # noqa: PLC0415 - see above

        window = self._window
        folder = Path(str(window.remembered.value("folders/open", str(Path.home()))))
        held = [each.review.document for each in window.session.documents]
        versions = [*(Version(document.path, document=document) for document in held), *self._recent()]
        shown = window.desk.shown
        old = next((place for place, each in enumerate(window.session.documents) if each.id == shown), None)
        asked = ChooseDialog.ask(window, Choices(versions, folder, old))
        if asked is not None:
            self.compare(*asked)

    def compare(self, old: Version, new: Version) -> None:
        """Compare two versions in a window of their own."""
        from app.desktop.compare_window import CompareWindow, Measure  # noqa: PLC0415 - see above

        window = self._window
        self._remember(old, new)
        matter, settings = window.session.matter, window.exporter.settings
        profile = window.opener.profile if matter is None else matter.profile
        measure = Measure(profile, settings.library, settings.author)
        comparing = CompareWindow(self._worker, window.remembered, measure)
        comparing.others_asked.connect(self.ask_versions)
        comparing.closed.connect(lambda: self._forget(comparing))
        self._open.append(comparing)
        comparing.show()
        comparing.compare(old, new)

    def close(self) -> None:
        """Close all windows."""
        for each in self.windows:
            each.close()

    def _forget(self, comparing: "CompareWindow") -> None:
        self._open.remove(comparing)
        comparing.deleteLater()

    def _recent(self) -> list[Version]:
        """Return the files that were compared last and are there still."""
        kept = self._window.remembered.value(_RECENT)
        names = kept if isinstance(kept, list) else [kept] if kept else []  # a list of one is kept as that one
        return [Version(path) for path in map(Path, map(str, names)) if path.is_file()]

    def _remember(self, *versions: Version) -> None:
        """Put the files of versions first among those that were compared last."""
        chosen = [str(version.path) for version in versions if version.document is None]
        before = [str(version.path) for version in self._recent()]
        self._window.remembered.setValue(_RECENT, [*dict.fromkeys((*chosen, *before))][:_MOST])
        if chosen:
            self._window.remembered.setValue("folders/open", str(Path(chosen[-1]).parent))
