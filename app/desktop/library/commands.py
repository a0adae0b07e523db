"""The menus of the library window, with their keys."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.desktop.library.library_page import LibraryPage
from app.desktop.words import tr

_Keys = QKeySequence.StandardKey | str | None


class LibraryCommands:
    """Puts into the menu bar of a window all that its page can be asked for."""

    def __init__(self, window: QMainWindow, page: LibraryPage) -> None:
        self._window = window
        entry = self._menu("libraryEntryMenu", tr("&Entry"))
        self.change = self._add(entry, tr("&Change in our library…"), "Ctrl+E", page.change.click)
        self.new = self._add(entry, tr("&New entry…"), QKeySequence.StandardKey.New, page.new_asked.emit)
        self._add(entry, tr("&Try on this document"), "Ctrl+T", page.attempt.click)
        entry.addSeparator()
        self._add(entry, tr("&Save"), QKeySequence.StandardKey.Save, page.edit.save_asked.emit)
        self._add(entry, tr("Next &mistake"), "F8", lambda: page.edit.step(1))
        self._add(entry, tr("&Previous mistake"), "Shift+F8", lambda: page.edit.step(-1))
        entry.addSeparator()
        self._add(entry, tr("C&lose"), QKeySequence.StandardKey.Close, window.close)
        library = self._menu("libraryMenu", tr("&Library"))
        self.folder = self._add(library, tr("Our &folder…"), None, page.folder_asked.emit)
        self._add(library, tr("&Search"), QKeySequence.StandardKey.Find, page.entries.focus_search)
        view = self._menu("libraryViewMenu", tr("&View"))
        self._add(view, tr("&List of entries"), "Ctrl+1", page.entries.tree.setFocus)
        self._add(view, tr("&Read"), "Ctrl+2", page.read_entry)
        self._add(view, tr("&Edit"), "Ctrl+3", page.go_to_desk)
        self._add(view, tr("&Try"), "Ctrl+4", page.go_to_trial)
        self._add(view, tr("Phrases and tests as &written"), None, page.technical.toggle)

    def _menu(self, name: str, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setObjectName(name)
        return menu

    def _add(self, menu: QMenu, text: str, keys: _Keys, does: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: does())
        return action
