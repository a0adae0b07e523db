"""What the user can do, in menus and toolbar."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from app.desktop.icons import icon
from app.desktop.redline_text import View
from app.desktop.theme import GAP


class Actions(QObject):
    """The actions of the main window; it connects them."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.open = self._action(self.tr("&Open…"), "open", "Ctrl+O", self.tr("Open a document and review it"))
        paste_tip = self.tr("Review the text of the clipboard")
        self.paste = self._action(self.tr("Review &pasted text…"), "paste", "Ctrl+Shift+V", paste_tip)
        self.sample = self._action(self.tr("Try the &sample"), "sample", "", self.tr("Review the bundled sample"))
        export_tip = self.tr("Write the redlined document, the memo and the data")
        self.export = self._action(self.tr("&Export…"), "export", "Ctrl+Shift+E", export_tip)
        self.quit = self._action(self.tr("&Quit"), "quit", "Ctrl+Q", self.tr("Close the window"))
        self.previous = self._action(self.tr("Pre&vious"), "previous", "Shift+F7", self.tr("Previous finding"))
        self.next = self._action(self.tr("&Next"), "next", "F7", self.tr("Next finding"))
        self.stop = self._action(self.tr("S&top"), "stop", "Esc", self.tr("Stop what is running"))
        self.next_pane = self._action(self.tr("Next &pane"), "nextPane", "F6", self.tr("Move to the next pane"))
        self.back = self._action(self.tr("&Back"), "back", "Alt+Left", self.tr("Return to where the jump began"))
        next_use_tip = self.tr("Next use of the defined term")
        self.next_use = self._action(self.tr("Next &use of the term"), "nextUseOfTerm", "F3", next_use_tip)
        previous_use_tip = self.tr("Previous use of the defined term")
        self.previous_use = self._action(
            self.tr("Previous us&e of the term"), "previousUseOfTerm", "Shift+F3", previous_use_tip
        )
        self.sides = tuple(
            self._action(title, name, keys, tip)
            for title, name, keys, tip in (
                (self.tr("&Outline"), "outline", "Ctrl+Shift+O", self.tr("Outline and clause types")),
                (self.tr("&What was read"), "facts", "Ctrl+Shift+D", self.tr("What was read of the document")),
                (self.tr("&Not covered"), "uncovered", "Ctrl+Shift+N", self.tr("What no clause type explains")),
                (self.tr("&Proofreading"), "flaws", "Ctrl+Shift+P", self.tr("Flaws in the drafting")),
                (self.tr("&Comments"), "comments", "Ctrl+Shift+C", self.tr("Comments in the document")),
            )
        )
        self.about = self._action(self.tr("&About Counterdraft"), "about", "", "")
        self.views: dict[View, QAction] = {
            "original": self._action(self.tr("O&riginal"), "original", "Alt+1", self.tr("The document as received")),
            "redlined": self._action(self.tr("Re&dlined"), "redlined", "Alt+2", self.tr("The changes marked in it")),
            "final": self._action(self.tr("&Final"), "final", "Alt+3", self.tr("With all changes accepted")),
        }
        one_view = QActionGroup(self)
        for action in self.views.values():
            action.setCheckable(True)
            one_view.addAction(action)
        self.views["redlined"].setChecked(True)
        self.profile = QLabel()
        self.profile.setObjectName("profile")
        self.profile.setAccessibleName(self.tr("Deployment profile"))
        self.profile.setProperty("role", "muted")
        self.profile.setContentsMargins(GAP, 0, GAP, 0)
        self._add_menus()
        self._add_toolbar()
        self.enable_for_review(shown=False)
        self.stop.setEnabled(False)

    def enable_for_review(self, *, shown: bool) -> None:
        """Enable what needs a review to be shown."""
        stepping = (self.previous, self.next, self.next_pane, self.back, self.next_use, self.previous_use)
        for action in (self.export, *stepping, *self.sides, *self.views.values()):
            action.setEnabled(shown)

    def enable_views(self, *, enabled: bool) -> None:
        """Enable what switches between the text before and after its redlines."""
        for action in self.views.values():
            action.setEnabled(enabled)

    def draw_icons(self, palette: QPalette) -> None:
        """Draw the icons in the colours of `palette`."""
        for action in (self.open, self.export, self.previous, self.next):
            action.setIcon(icon(action.objectName(), palette))

    def _action(self, text: str, name: str, keys: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        return action

    def _add_menus(self) -> None:
        for title, entries in self._menus():
            menu = QMenu(title, self._window)
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                else:
                    menu.addAction(entry)
            self._window.menuBar().addMenu(menu)

    def _menus(self) -> Iterator[tuple[str, tuple[QAction | None, ...]]]:
        """Yield the title and the entries of each menu; None is a separator."""
        yield self.tr("&File"), (self.open, self.sample, None, self.export, None, self.quit)
        yield self.tr("&Edit"), (self.paste,)
        yield self.tr("&View"), (*self.views.values(), None, *self.sides, None, self.next_pane, self.back)
        yield self.tr("&Review"), (self.previous, self.next, None, self.next_use, self.previous_use, None, self.stop)
        yield self.tr("&Help"), (self.about,)

    def _add_toolbar(self) -> None:
        bar = QToolBar(self.tr("Main toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addAction(self.open)
        bar.addWidget(self.profile)
        bar.addWidget(_stretch())
        bar.addActions([self.previous, self.next])
        bar.addSeparator()
        bar.addActions(list(self.views.values()))
        bar.addSeparator()
        bar.addAction(self.export)
        for action in bar.actions():
            button = bar.widgetForAction(action)
            if action.text() and button is not None:
                button.setAccessibleName(action.text().replace("&", ""))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # it would offer to hide the toolbar
        self._window.addToolBar(bar)


def _stretch() -> QWidget:
    """Return an empty widget that takes the room left over."""
    empty = QWidget()
    empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return empty
