"""The menus and the toolbar of the window that compares two versions, with their keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from app.desktop.comparing.compare_page import ComparePage
from app.desktop.comparing.lines_view import Face
from app.desktop.icons import icon
from app.desktop.toolbar import Toolbar
from app.desktop.words import tr

_Keys = QKeySequence.StandardKey | str | None


class CompareCommands:
    """Puts into a window all that can be done with a comparison; the window connects what it does itself."""

    def __init__(self, window: QMainWindow, page: ComparePage) -> None:
        self._window = window
        file = self._menu("comparisonMenu", tr("&Comparison"))
        self.choose = self._add(file, "compareOthers", tr("Two other &versions…"), QKeySequence.StandardKey.Open)
        self.swap = self._add(file, "compareSwap", tr("S&wap old and new"), "Ctrl+Shift+W")
        self.again = self._add(file, "compareAgain", tr("Compare a&gain"), "F5")
        file.addSeparator()
        self.export = self._add(file, "compareExport", tr("&Export tracked changes…"), "Ctrl+Shift+E")
        file.addSeparator()
        self.stop = self._add(file, "compareStop", tr("S&top"), "Esc")
        self._add(file, "compareClose", tr("C&lose"), QKeySequence.StandardKey.Close, window.close)
        changes = self._menu("changesMenu", tr("C&hanges"))
        self.previous = self._add(changes, "previousChange", tr("Pre&vious"), "Shift+F7", lambda: page.changes.step(-1))
        self.next = self._add(changes, "nextChange", tr("&Next"), "F7", lambda: page.changes.step(1))
        self.next_worse = self._add(
            changes, "nextWorse", tr("Next &worse"), "Ctrl+F7", lambda: page.changes.step(1, worse=True)
        )
        changes.addSeparator()
        self.follow = self._add(changes, "followMove", tr("&Other place of a move"), "Ctrl+M", page.view.follow_move)
        self.find = self._add(changes, "compareFind", tr("&Find…"), QKeySequence.StandardKey.Find, page.find_words)
        self.notes = self._add(changes, "compareNotes", tr("What was not &compared"), None, page.detail.show_notes)
        view = self._menu("compareViewMenu", tr("&View"))
        self.faces = self._face_actions(view, page)
        view.addSeparator()
        for number, (name, text) in enumerate(
            (("comparePanes", tr("&Versions")), ("compareList", tr("&List")), ("compareDetail", tr("&Detail")))
        ):
            self._add(view, name, text, f"Ctrl+{number + 1}", partial(page.focus_pane, number))
        self._add(view, "compareNextPane", tr("Next p&ane"), "F6", lambda: page.focus_next_pane(1))
        self._add(view, "comparePreviousPane", tr("P&revious pane"), "Shift+F6", lambda: page.focus_next_pane(-1))
        self._add_toolbar()
        self.enable(shown=False, busy=False)

    def enable(self, *, shown: bool, busy: bool) -> None:
        """Enable what can be done while a comparison is shown, and while something runs."""
        moving = (self.previous, self.next, self.next_worse, self.follow, self.find, self.notes)
        for action in (*moving, *self.faces.values()):
            action.setEnabled(shown)
        self.swap.setEnabled(not busy)
        self.again.setEnabled(not busy)
        self.export.setEnabled(shown)
        self.stop.setEnabled(busy)

    def draw_icons(self, palette: QPalette) -> None:
        """Draw the icons in the colours of `palette`."""
        named = {self.choose: "open", self.previous: "previous", self.next: "next", self.export: "export"}
        for action, name in named.items():
            action.setIcon(icon(name, palette))

    def _face_actions(self, menu: QMenu, page: ComparePage) -> dict[Face, QAction]:
        faces: dict[Face, QAction] = {
            "beside": self._add(menu, "faceBeside", tr("&Side by side"), "Alt+1", lambda: page.show_face("beside")),
            "inline": self._add(menu, "faceInline", tr("&One text"), "Alt+2", lambda: page.show_face("inline")),
        }
        group = QActionGroup(self._window)
        for action in faces.values():
            action.setCheckable(True)
            group.addAction(action)
        faces["beside"].setChecked(True)
        return faces

    def _add_toolbar(self) -> None:
        yielding = ((self.previous, self.next), (self.choose, self.export))
        bar = Toolbar(tr("Toolbar of the comparison"), (), yielding, self._window)
        bar.setObjectName("compareToolbar")
        bar.addActions([self.choose, self.swap])
        bar.add_stretch()
        bar.addActions([self.previous, self.next])
        bar.addSeparator()
        bar.addActions(list(self.faces.values()))
        bar.addSeparator()
        bar.addAction(self.export)
        for action in bar.actions():
            button = bar.widgetForAction(action)
            if action.text() and isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # it would offer to hide the toolbar
        self._window.addToolBar(bar)
        self.draw_icons(self._window.palette())

    def _menu(self, name: str, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setObjectName(name)
        return menu

    def _add(self, menu: QMenu, name: str, text: str, keys: _Keys, does: Callable[[], object] | None = None) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        told = text.replace("&", "").rstrip("…")
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            told = f"{told} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
        action.setToolTip(told)
        if does is not None:
            action.triggered.connect(lambda _=False: does())
        return action
