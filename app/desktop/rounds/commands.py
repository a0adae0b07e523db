"""The menus of the window of rounds, with their keys."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.desktop.rounds.rounds_page import RoundsPage
from app.desktop.words import tr
from app.model.rounds import AnswerVerb

_Keys = QKeySequence.StandardKey | str | None


class RoundsCommands:
    """Puts into the menu bar of a window all that can be done with a negotiation; the window connects it."""

    def __init__(self, window: QMainWindow, page: RoundsPage) -> None:
        self._window = window
        file = self._menu("roundsMenu", tr("&Negotiation"))
        self.choose = self._add(file, "roundsChoose", tr("&Files of the rounds…"), QKeySequence.StandardKey.Open)
        self.more = self._add(file, "roundsMore", tr("Add a &round…"), "Ctrl+Shift+A")
        self.again = self._add(file, "roundsAgain", tr("Compare a&gain"), "F5")
        file.addSeparator()
        self.report = self._add(file, "roundsReport", tr("Re&port…"), "Ctrl+Shift+P")
        self.write = self._add(file, "roundsWrite", tr("&Write answer…"), "Ctrl+Shift+E")
        file.addSeparator()
        self.stop = self._add(file, "roundsStop", tr("S&top"), "Esc")
        self._add(file, "roundsClose", tr("C&lose"), QKeySequence.StandardKey.Close, window.close)
        points = self._menu("pointsMenu", tr("&Points"))
        self.previous = self._add(points, "previousPoint", tr("Pre&vious"), "Shift+F7", lambda: page.points.step(-1))
        self.next = self._add(points, "nextPoint", tr("&Next"), "F7", lambda: page.points.step(1))
        points.addSeparator()
        self.verbs = self._add_verbs(points, page)
        points.addSeparator()
        self.find = self._add(
            points, "pointsFind", tr("&Filter points"), QKeySequence.StandardKey.Find, page.points.search.setFocus
        )
        self.notes = self._add(points, "roundsNotes", tr("What was not &compared"), None, page.show_notes)
        view = self._menu("roundsViewMenu", tr("&View"))
        self.points = self._add(view, "facePoints", tr("&Points"), "Alt+1", lambda: page.show_face("points"))
        self.ledger = self._add(view, "faceLedger", tr("Concession &ledger"), "Alt+2", lambda: page.show_face("ledger"))
        view.addSeparator()
        self._add(view, "roundsNextPane", tr("Next p&ane"), "F6", page.focus_next_pane)
        self._add(view, "roundsPreviousPane", tr("P&revious pane"), "Shift+F6", lambda: page.focus_next_pane(-1))
        self.enable(shown=False, busy=False, answered=False, chosen=False)

    def enable(self, *, shown: bool, busy: bool, answered: bool, chosen: bool) -> None:
        """Enable what can be done while rounds are shown, something runs, points are answered, files are chosen."""
        moving = (self.previous, self.next, self.find, self.notes, self.points, self.ledger, *self.verbs)
        for action in (*moving, self.report):
            action.setEnabled(shown)
        self.write.setEnabled(answered and not busy)
        self.again.setEnabled(chosen and not busy)
        self.choose.setEnabled(not busy)
        self.more.setEnabled(chosen and not busy)
        self.stop.setEnabled(busy)

    def _add_verbs(self, menu: QMenu, page: RoundsPage) -> tuple[QAction, ...]:
        """Offer the answers; their keys take Ctrl, so that letters can be typed."""
        verbs: tuple[tuple[AnswerVerb | None, str, str], ...] = (
            ("accept", tr("&Accept"), "Ctrl+1"),
            ("reject", tr("&Reject"), "Ctrl+2"),
            ("counter", tr("C&ounter"), "Ctrl+3"),
            ("comment", tr("Co&mment"), "Ctrl+4"),
            (None, tr("No answ&er"), "Ctrl+0"),
        )
        actions = []
        for verb, text, keys in verbs:
            action = self._add(menu, f"answerBy-{verb or 'none'}", text, keys)
            action.triggered.connect(lambda _=False, chosen=verb: page.choose_answer(chosen))
            actions.append(action)
        return tuple(actions)

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
