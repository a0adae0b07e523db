"""The status bar: what was done, and how far a running job is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from app.desktop import words
from app.desktop.jobs import READING_PAGE
from app.desktop.plain_text import visible
from app.service.jobs import Progress


class JobBar(QStatusBar):
    """Says what was done last, and while a job runs its stage, with a button to stop it.

    Signals:
        stop_asked: The user wants the running job to stop.
    """

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._said = ""
        self._is_to_tell = False
        self.done = QLabel()
        self.done.setObjectName("status")
        self.done.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a path may be long
        self.stage = QLabel()
        self.stage.setObjectName("stage")
        self.waiting = QLabel()
        self.waiting.setObjectName("waiting")
        for label in (self.done, self.stage, self.waiting):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setObjectName("progress")
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(160, 10)
        self.stop = QPushButton(self.tr("Stop (Esc)"))
        self.stop.setObjectName("stop")
        self.stop.setAccessibleName(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_asked)
        self.addWidget(self.done, 1)
        for widget in (self.stage, self.bar, self.waiting, self.stop):
            self.addPermanentWidget(widget)
        self.show_waiting(0)
        self.end()

    def say(self, text: str) -> None:
        """Show `text` until the next; a screen reader is told of the first after a job."""
        self._said = visible(text)
        self.done.setText(self._said)
        if self._is_to_tell and text:
            self._is_to_tell = False
            QAccessible.updateAccessibility(QAccessibleEvent(self.done, QAccessible.Event.Alert))

    def begin(self, text: str) -> None:
        """Show that a job began."""
        self._is_to_tell = False
        self.say(text)
        self._is_to_tell = True
        self.stage.clear()
        self.bar.setRange(0, 0)
        self._set_running(running=True)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the job is: pages are counted, other steps told in percent."""
        stage = words.stage_word(progress.stage)
        if progress.stage == READING_PAGE and progress.done > 0:
            stage = self.tr("{0} {1} of {2}").format(stage, progress.done, progress.total)
        elif 0 < progress.done < progress.total:
            stage = self.tr("{0}: {1} %").format(stage, 100 * progress.done // progress.total)
        self.stage.setText(stage)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def show_waiting(self, count: int) -> None:
        """Show how many jobs wait for the running one."""
        self.waiting.setText(self.tr("{0} more waiting").format(count))
        self.waiting.setVisible(count > 0)

    def show_pointed(self, text: str) -> None:
        """Show what is pointed at; "" brings back what was said before."""
        self.done.setText(visible(text) or self._said)

    def end(self) -> None:
        """Show that no job runs."""
        self._set_running(running=False)

    def _set_running(self, *, running: bool) -> None:
        for widget in (self.stage, self.bar, self.stop):
            widget.setVisible(running)
