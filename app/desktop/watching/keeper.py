"""What the main window asks of the window of the policy watch, and tells it; and what it is told when looks are due."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.desktop.watching.watch_words import due_word
from app.desktop.worker import Worker
from app.errors import MatterError
from app.service.kept import kept_files

if TYPE_CHECKING:  # imported when it is asked for, so that the main window shows sooner
    from app.desktop.main_window import MainWindow
    from app.desktop.watch_window import WatchWindow


class WatchKeeper(QObject):
    """Opens the window of the policy watch, and keeps it as long as the main window is there."""

    def __init__(self, window: "MainWindow", worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._worker = worker
        self._watch: WatchWindow | None = None
        window.opener.matter_opened.connect(self._tell_due)
        window.session.closing.connect(self._leave)

    @property
    def watch(self) -> "WatchWindow | None":
        """The window, once it was asked for."""
        return self._watch

    @Slot()
    def show_watch(self) -> None:
        """Show the policy watch."""
        if self._watch is None:
            from app.desktop.watch_window import WatchWindow  # noqa: PLC0415 - see above

            self._watch = WatchWindow(self._worker.call)
            self._watch.turned_to.connect(self._tell)
        self._tell()
        self._watch.show()
        self._watch.raise_()
        self._watch.activateWindow()

    def close(self) -> None:
        """Close the window."""
        if self._watch is not None:
            self._watch.close()

    def _tell(self) -> None:
        """Tell the window which matter is open, and which profile and library are in use."""
        window = self._window
        if self._watch is not None:
            matter, settings = window.session.matter, window.opener.settings
            self._watch.show_matter(matter)
            self._watch.use(window.opener.profile if matter is None else matter.profile, settings.library)
            self._watch.author = settings.author

    def _leave(self) -> None:
        """Let the window know the matter no more, before it is closed."""
        if self._watch is not None:
            self._watch.show_matter(None)

    def _tell_due(self) -> None:
        """Tell which baselines of the matter are to be looked at again."""
        window, matter = self._window, self._window.session.matter
        if matter is None:
            return
        try:
            told = [due_word(each, _today()) for each in kept_files(matter, "baseline")]
        except MatterError as error:
            window.show_error(error)
            return
        lines = [line for line in told if line]
        if lines:
            is_first = window.message.isHidden()
            window.message.add_news("\n".join(lines))
            if is_first:
                window.message.offer(self.tr("Policy watch…"), self.show_watch)


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()
