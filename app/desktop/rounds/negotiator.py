"""What the main window asks of the rounds: which files, windows for them, and that the matter keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.desktop.worker import Worker
from app.errors import CounterdraftError
from app.model.rounds import Rounds

if TYPE_CHECKING:  # imported when they are asked for, so that the main window shows sooner
    from app.desktop.main_window import MainWindow
    from app.desktop.rounds.files_dialog import Chosen, Started
    from app.desktop.rounds.jobs import RoundFile
    from app.desktop.rounds_window import RoundsWindow
    from app.service.matters import OpenMatter


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the rounds of a window are kept: in a matter, for one of its documents or for the whole deal."""

    matter: "OpenMatter"
    document: int | None


class Negotiator(QObject):
    """Opens a window for each negotiation, keeps its rounds in the open matter, closes all with the main window."""

    def __init__(self, window: "MainWindow", worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._worker = worker
        self._open: list[RoundsWindow] = []

    @property
    def windows(self) -> Sequence["RoundsWindow"]:
        """The windows that are open."""
        return tuple(self._open)

    @Slot()
    def ask_files(self) -> None:
        """Let the user choose what was sent and what came back, and compare them in a window of their own."""
        kept = self._kept()
        exported = self._exported()
        start: Sequence[Started] = kept or ((exported[0] if exported else None, None),)
        chosen = self._ask(self._window, start, exported[0] if exported else None, "")
        if chosen is not None:
            self._compare(self._new_window(), chosen)

    def close(self) -> bool:
        """Close all windows; return whether all are closed: in one there may be answers that the user writes first."""
        return all(each.close() for each in self.windows)

    def _ask(
        self, parent: "MainWindow | RoundsWindow", start: "Sequence[Started]", sent: "RoundFile | None", author: str
    ) -> "Chosen | None":
        from app.desktop.rounds.files_dialog import FilesDialog, Offer  # noqa: PLC0415 - see above

        remembered = self._window.remembered
        folder = Path(str(remembered.value("folders/open", str(Path.home()))))
        kept = [file for pair in self._kept() for file in pair]
        chosen = FilesDialog.ask(parent, Offer(start, (*self._exported(), *kept), folder, sent, author))
        if chosen is not None:
            remembered.setValue("folders/open", str(chosen.folder))
        return chosen

    def _ask_again(self, rounds: "RoundsWindow", start: "Sequence[Started]", sent: "RoundFile | None") -> None:
        chosen = self._ask(rounds, start, sent, rounds.ours.named)
        if chosen is not None:
            self._compare(rounds, chosen)

    def _new_window(self) -> "RoundsWindow":
        from app.desktop.compare_window import Measure  # noqa: PLC0415 - see above
        from app.desktop.rounds_window import RoundsWindow  # noqa: PLC0415 - see above

        window = self._window
        matter, settings = window.session.matter, window.exporter.settings
        profile = window.opener.profile if matter is None else matter.profile
        made = RoundsWindow(self._worker, window.remembered, Measure(profile, settings.library, settings.author))
        made.files_asked.connect(partial(self._ask_again, made))
        made.closed.connect(lambda: self._forget(made))
        if matter is not None:
            made.compared.connect(partial(self._keep, made, _Place(matter, window.desk.shown)))
        self._open.append(made)
        made.show()
        return made

    def _compare(self, rounds: "RoundsWindow", chosen: "Chosen") -> None:
        from app.desktop.rounds.jobs import Ours  # noqa: PLC0415 - see above

        remembered = str(self._window.remembered.value("export/author", ""))
        usual = chosen.rounds[0][0].author or remembered or self._window.exporter.settings.author
        rounds.compare(chosen.rounds, Ours(chosen.author, usual))

    def _keep(self, rounds: "RoundsWindow", place: _Place, found: Rounds) -> None:
        """Keep the files of the rounds in the matter, as long as that is open."""
        from app.desktop.rounds.kept_rounds import keep_rounds  # noqa: PLC0415 - see above

        if place.matter is not self._window.session.matter:
            return
        held = next((file.held for pair in rounds.files for file in pair if file.held is not None), place.document)
        job = partial(keep_rounds, place.matter, held, found, datetime.now(tz=UTC))
        said = self.tr("Kept in the matter {0}").format(place.matter.title)
        rounds.runner.run_quietly("kept", job, lambda _: rounds.jobs.say(said), partial(self._tell, rounds, place))

    def _tell(self, rounds: "RoundsWindow", place: _Place, error: Exception) -> None:
        """Tell why the files are not kept, unless the matter was closed meanwhile."""
        if place.matter is self._window.session.matter:
            rounds.show_problem(error)

    def _kept(self) -> "Sequence[tuple[RoundFile, RoundFile]]":
        """Return the rounds that the open matter keeps of the document shown; none where they cannot be read."""
        from app.desktop.rounds.kept_rounds import kept_rounds  # noqa: PLC0415 - see above

        window = self._window
        if window.session.matter is None:
            return ()
        try:
            return kept_rounds(window.session.matter, window.desk.shown)
        except CounterdraftError as error:
            window.show_error(error)
            return ()

    def _exported(self) -> "Sequence[RoundFile]":
        """Return the redlined files that were exported from the open matter."""
        from app.desktop.rounds.kept_rounds import exported_files  # noqa: PLC0415 - see above

        window = self._window
        if window.session.matter is None:
            return ()
        try:
            return exported_files(window.session.matter.exports(), window.desk.shown)
        except CounterdraftError as error:
            window.show_error(error)
            return ()

    def _forget(self, rounds: "RoundsWindow") -> None:
        self._open.remove(rounds)
        rounds.deleteLater()
