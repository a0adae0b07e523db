"""The menus of the window of the policy watch, with their keys."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.desktop.watching.watch_page import WatchPage
from app.desktop.words import tr

_Keys = QKeySequence.StandardKey | str | None


class WatchCommands:
    """Puts into the menu bar of a window all that can be done with versions; the window connects it."""

    def __init__(self, window: QMainWindow, page: WatchPage) -> None:
        self._window = window
        file = self._menu("watchFileMenu", tr("&Watch"))
        self.begin = self._add(file, "watchNew", tr("Begin &anew"), QKeySequence.StandardKey.New)
        self.add = self._add(file, "watchAdd", tr("Add &versions…"), QKeySequence.StandardKey.Open)
        self.folder = self._add(file, "watchAddFolder", tr("Add a &folder…"), "Ctrl+Shift+O")
        file.addSeparator()
        self.keep = self._add(file, "watchKeepIt", tr("Keep as the &baseline"), QKeySequence.StandardKey.Save)
        self.report = self._add(file, "watchExport", tr("&Report as a Word file…"), "Ctrl+Shift+E")
        file.addSeparator()
        self.again = self._add(file, "watchAgain", tr("Look a&gain"), "F5")
        self.stop = self._add(file, "watchStop", tr("S&top"), "Esc")
        self.close = self._add(file, "watchClose", tr("C&lose"), QKeySequence.StandardKey.Close, window.close)
        version = self._menu("watchVersionMenu", tr("V&ersion"))
        self.day = self._add(version, "watchDay", tr("Correct its &day…"), "Ctrl+D", page.versions.edit_day)
        self.up = self._add(version, "watchUp", tr("Move &up: it is older"), "Ctrl+Shift+Up")
        self.down = self._add(version, "watchDown", tr("Move d&own: it is newer"), "Ctrl+Shift+Down")
        version.addSeparator()
        self.remove = self._add(version, "watchRemove", tr("&Remove it"), "Ctrl+Del")
        view = self._menu("watchViewMenu", tr("&View"))
        self.next = self._add(view, "watchNextChange", tr("&Next change"), "F7", lambda: page.step(1))
        self.previous = self._add(
            view, "watchPreviousChange", tr("&Previous change"), "Shift+F7", lambda: page.step(-1)
        )
        view.addSeparator()
        self._add(view, "watchTreePane", tr("What &changed"), "Ctrl+1", page.tree.setFocus)
        self._add(view, "watchDetailPane", tr("&Detail"), "Ctrl+2", page.detail.setFocus)
        self._add(view, "watchVersionsPane", tr("&Versions"), "Ctrl+3", page.versions.setFocus)
        self._add(view, "watchNextPane", tr("Next p&ane"), "F6", page.focus_next_pane)
        self._add(view, "watchPreviousPane", tr("P&revious pane"), "Shift+F6", lambda: page.focus_next_pane(-1))

    def enable(self, *, versions: int, chosen: bool, found: bool, matter: bool) -> None:
        """Enable what can be done with so many versions, of which one may be chosen."""
        self.begin.setEnabled(versions > 0)
        self.again.setEnabled(versions > 1)
        for action in (self.day, self.up, self.down, self.remove):
            action.setEnabled(chosen)
        for action in (self.report, self.next, self.previous):
            action.setEnabled(found)
        self.keep.setEnabled(found and matter)

    def _menu(self, name: str, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setObjectName(name)
        return menu

    def _add(self, menu: QMenu, name: str, text: str, keys: _Keys, does: Callable[[], object] | None = None) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        if does is not None:
            action.triggered.connect(lambda _=False: does())
        return action
