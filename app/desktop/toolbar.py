"""The toolbar of the window: nothing of it is out of reach, however narrow the window or large the text."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from app.desktop.theme import GAP

_ICON = 1.25  # of the height of a line of text


class Toolbar(QToolBar):
    """Shows its actions in words beside their icons; where these take too much room, group after group as icons alone.

    `silent` are icons alone at any width, `yielding` the groups that give up their words, the first one first.
    """

    def __init__(
        self, title: str, silent: Sequence[QAction], yielding: Sequence[Sequence[QAction]], parent: QWidget
    ) -> None:
        super().__init__(title, parent)
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._stages = tuple(accumulate((tuple(group) for group in yielding), initial=tuple(silent)))

    def add_stretch(self) -> None:
        """Add an empty widget that takes the room left over."""
        empty = QWidget()
        empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def actionEvent(self, event: QActionEvent) -> None:
        """Fit the buttons to other words."""
        super().actionEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the buttons have them

    def changeEvent(self, event: QEvent) -> None:
        """Fit icons and words to another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a size that the icons fit in."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Give words to as many buttons as there is room for."""
        side = round(self.fontMetrics().height() * _ICON)
        self.setIconSize(QSize(side, side))
        buttons = {action: self.widgetForAction(action) for action in self.actions()}
        for wordless in self._stages:
            for action, button in buttons.items():
                if isinstance(button, QToolButton):
                    is_silent = action in wordless
                    style = Qt.ToolButtonStyle
                    button.setToolButtonStyle(style.ToolButtonIconOnly if is_silent else self.toolButtonStyle())
            if _width(buttons.values()) <= self.width():
                break


def _width(buttons: Iterable[QObject]) -> int:
    return sum(button.sizeHint().width() + GAP // 2 for button in buttons if isinstance(button, QWidget)) + 3 * GAP
