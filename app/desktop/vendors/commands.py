"""The menus of the window of vendors, with their keys."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.desktop.vendors.vendors_page import VendorsPage
from app.desktop.words import tr

_Keys = QKeySequence.StandardKey | str | None


class VendorsCommands:
    """Puts into the menu bar of a window all that can be done with its columns; the window connects it."""

    def __init__(self, window: QMainWindow, page: VendorsPage) -> None:
        self._window = window
        file = self._menu("vendorsFileMenu", tr("&Table"))
        self.add = self._add(file, "vendorsAdd", tr("&Add documents…"), QKeySequence.StandardKey.Open)
        self.take = self._add(file, "vendorsTake", tr("Add the documents of the &matter"), "Ctrl+Shift+A")
        file.addSeparator()
        self.workbook = self._add(file, "vendorsWorkbook", tr("Export as a &workbook…"), "Ctrl+Shift+E")
        self.word = self._add(file, "vendorsWord", tr("Export as a Wor&d table…"), None)
        file.addSeparator()
        self.again = self._add(file, "vendorsAgain", tr("&Judge again"), "F5")
        self.stop = self._add(file, "vendorsStop", tr("S&top"), "Esc")
        self.close = self._add(file, "vendorsClose", tr("C&lose"), QKeySequence.StandardKey.Close, window.close)
        self.column = self._menu("vendorsColumnMenu", tr("&Column"))
        self.why = self._add(self.column, "vendorsWhy", tr("&Why it ranks there"), "Ctrl+R")
        self.column.addSeparator()
        self.left = self._add(self.column, "vendorsLeft", tr("Move &left"), "Ctrl+Shift+Left")
        self.right = self._add(self.column, "vendorsRight", tr("Move &right"), "Ctrl+Shift+Right")
        self.rename = self._add(self.column, "vendorsRename", tr("Re&name…"), "F2")
        self.column.addSeparator()
        self.layers = self._add(self.column, "vendorsLayers", tr("Add la&yers to it…"), None)
        self.under = self.column.addMenu(tr("&Put under"))
        self.under.setObjectName("vendorsUnder")
        self.part = self._add(self.column, "vendorsPart", tr("Take its layers &apart"), None)
        self.column.addSeparator()
        self.remove = self._add(self.column, "vendorsRemove", tr("R&emove it"), "Ctrl+Del")
        view = self._menu("vendorsViewMenu", tr("&View"))
        self._add(view, "vendorsTable", tr("&Table"), "Ctrl+1", page.table.setFocus)
        self._add(view, "vendorsDetail", tr("&Detail"), "Ctrl+2", page.detail.setFocus)
        self._add(view, "vendorsNext", tr("Next p&ane"), "F6", page.focus_next_pane)
        self._add(view, "vendorsPrevious", tr("P&revious pane"), "Shift+F6", lambda: page.focus_next_pane(-1))
        self._add(
            view, "vendorsFilter", tr("&Filter clause types"), QKeySequence.StandardKey.Find, page.filters.focus_search
        )
        view.addSeparator()
        self._add(view, "vendorsDiffering", tr("&Only where they differ"), "Ctrl+D", page.filters.differing.toggle)
        self._add(view, "vendorsApplying", tr("&Hide what does not apply"), None, page.filters.applying.toggle)
        self.words = self._add(view, "vendorsWords", tr("First &words in the cells"), "Ctrl+Shift+W")
        self.words.setCheckable(True)
        self.words.setChecked(True)
        self.words.toggled.connect(lambda shown: page.table.show_words(shown=shown))

    def enable(self, *, columns: int, chosen: int, layers: int, in_matter: bool) -> None:
        """Enable what can be done with so many columns, of which one is chosen, with so many layers."""
        has_chosen = 0 <= chosen < columns
        for action in (self.workbook, self.word, self.again):
            action.setEnabled(columns > 0)
        for action in (self.why, self.rename, self.layers, self.remove):
            action.setEnabled(has_chosen)
        self.left.setEnabled(has_chosen and chosen > 0)
        self.right.setEnabled(has_chosen and chosen + 1 < columns)
        self.under.setEnabled(has_chosen and columns > 1)
        self.part.setEnabled(has_chosen and layers > 1)
        self.take.setEnabled(in_matter)

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
