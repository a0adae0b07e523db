"""What the user can do, in menus and toolbar."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from app.desktop.icons import icon
from app.desktop.plain_text import tip
from app.desktop.redline_text import View
from app.desktop.toolbar import Toolbar
from app.desktop.words import unmarked
from app.service.recent import RecentMatter

_ICONS = (
    *("open", "addDocument", "export", "previous", "next", "undo", "redo", "find", "profile", "settings", "guide"),
    *("accept", "fallback", "edit", "accept-risk", "skip", "undecide", "library"),
)
_FILES = {"addDocument": "add-document", "accept-risk": "risk", "undecide": "undo", "guide": "help"}
"""The names of icon files that differ from those of their actions."""


_NAME_SHOWN = 28  # letters of a profile's name in the toolbar


class Actions(QObject):
    """The actions of the main window; it connects them."""

    def __init__(self, window: QMainWindow, undo_stack: QUndoStack) -> None:
        super().__init__(window)
        self._window = window
        self._make_file_actions()
        self._make_edit_actions(undo_stack)
        self._make_view_actions()
        self._make_review_actions()
        self.recent = QMenu(self.tr("&Recent matters"), window)
        self._add_menus()
        self._add_toolbar()
        self.enable_for_review(shown=False)
        self.stop.setEnabled(False)

    def enable_for_review(self, *, shown: bool) -> None:
        """Enable what needs a review to be shown."""
        matter = (self.add, self.copy_matter, self.close_matter, self.export, self.again, self.entry)
        moving = (
            self.previous,
            self.next,
            self.next_severe,
            self.next_pane,
            self.previous_pane,
            self.back,
            *self.panes,
        )
        reading = (self.next_use, self.previous_use, self.find, self.go_to, *self.sides, *self.views.values())
        for action in (*matter, *moving, *reading, *self.decisions.values()):
            action.setEnabled(shown)

    def enable_views(self, *, enabled: bool) -> None:
        """Enable what switches between the text before and after its redlines."""
        for action in self.views.values():
            action.setEnabled(enabled)

    def draw_icons(self, palette: QPalette) -> None:
        """Draw the icons in the colours of `palette`."""
        for action in self.findChildren(QAction):
            name = action.objectName()
            if name in _ICONS:
                action.setIcon(icon(_FILES.get(name, name), palette))

    def show_profile(self, name: str) -> None:
        """Say for which planned use the review is judged."""
        short = name if len(name) <= _NAME_SHOWN else f"{name[:_NAME_SHOWN].rstrip()}…"
        self.profile.setText(self.tr("Profile: {0}").format(unmarked(short)) if name else self.tr("&Profile…"))
        self.profile.setToolTip(tip(self.tr("{0} – how the product will be used (Ctrl+P)").format(name)))

    def show_recent(self, matters: Sequence[RecentMatter]) -> Sequence[QAction]:
        """Offer the matters that were open lately; return their actions, in the same order."""
        self.recent.clear()
        actions = [self.recent.addAction(unmarked(matter.title)) for matter in matters if not matter.is_missing]
        for action in actions:
            _tell(action)
        self.recent.setEnabled(bool(actions))
        return actions

    def _make_file_actions(self) -> None:
        self.open = self._action(self.tr("&Open…"), "open", "Ctrl+O", self.tr("Open documents or a matter"))
        self.add = self._action(
            self.tr("&Add documents…"), "addDocument", "Ctrl+Shift+A", self.tr("Add documents to this matter")
        )
        paste_tip = self.tr("Review the text of the clipboard")
        self.paste = self._action(self.tr("Review &pasted text…"), "paste", "Ctrl+Shift+V", paste_tip)
        self.sample = self._action(self.tr("Try the &sample"), "sample", "", self.tr("Review the bundled sample"))
        copy_tip = self.tr("Write the whole matter to another file, to hand it on or keep it")
        self.copy_matter = self._action(self.tr("Save a &copy of the matter…"), "copyMatter", "Ctrl+Shift+S", copy_tip)
        self.close_matter = self._action(
            self.tr("C&lose the matter"), "closeMatter", "Ctrl+W", self.tr("Close it; all is saved")
        )
        export_tip = self.tr("Write the redlined document, the memo and the data")
        self.export = self._action(self.tr("&Export…"), "export", "Ctrl+Shift+E", export_tip)
        self.settings = self._action(self.tr("Se&ttings…"), "settings", "Ctrl+,", self.tr("Settings"))
        self.quit = self._action(self.tr("&Quit"), "quit", "Ctrl+Q", self.tr("Close the window"))
        self.guide = self._action(self.tr("&Guide and keys"), "guide", "F1", self.tr("How the window is used"))
        self.about = self._action(self.tr("&About Counterdraft"), "about", "", "")
        compare_tip = self.tr("What differs between two versions, and what that means")
        self.compare = self._action(self.tr("&Two versions…"), "compare", "Ctrl+K", compare_tip)
        vendors_tip = self.tr("Terms and licences of several vendors, clause type by clause type")
        self.vendors = self._action(self.tr("&Vendors side by side…"), "vendors", "Ctrl+Shift+K", vendors_tip)
        rounds_tip = self.tr("What came back against what was sent: answers, new asks, edits without a trace")
        self.rounds = self._action(self.tr("&Returned file…"), "rounds", "Ctrl+Shift+R", rounds_tip)
        watch_tip = self.tr("What changed in a policy, and which planned uses that touches")
        self.watch = self._action(self.tr("&Policy watch…"), "watch", "Ctrl+Shift+W", watch_tip)
        self.library = self._action(
            self.tr("&Clause library"), "library", "Ctrl+L", self.tr("Read, extend and try the clause library")
        )
        self.entry = self._action(
            self.tr("&Entry of this finding"), "entry", "Ctrl+Shift+L", self.tr("The library's entry on this finding")
        )

    def _make_edit_actions(self, undo_stack: QUndoStack) -> None:
        self.undo = undo_stack.createUndoAction(self, self.tr("&Undo"))
        self.undo.setObjectName("undo")
        self.undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo = undo_stack.createRedoAction(self, self.tr("&Redo"))
        self.redo.setObjectName("redo")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        undo_stack.undoTextChanged.connect(lambda _: _tell(self.undo))
        undo_stack.redoTextChanged.connect(lambda _: _tell(self.redo))
        self.find = self._action(self.tr("&Find…"), "find", "Ctrl+F", self.tr("Find words in the document"))
        self.go_to = self._action(self.tr("&Go to clause…"), "goTo", "Ctrl+G", self.tr("Go to a clause by its number"))

    def _make_view_actions(self) -> None:
        self.next_pane = self._action(self.tr("Next p&ane"), "nextPane", "F6", self.tr("Move to the next pane"))
        self.previous_pane = self._action(
            self.tr("Pr&evious pane"), "previousPane", "Shift+F6", self.tr("Move to the pane before")
        )
        self.panes = tuple(
            self._action(title, name, keys, tip)
            for title, name, keys, tip in (
                (self.tr("Left pane"), "leftPane", "Ctrl+1", self.tr("Move to documents and clause types")),
                (self.tr("Document"), "centrePane", "Ctrl+2", self.tr("Move to the document")),
                (self.tr("Findings"), "rightPane", "Ctrl+3", self.tr("Move to the findings")),
            )
        )
        self.back = self._action(self.tr("&Back"), "back", "Alt+Left", self.tr("Return to where the jump began"))
        next_use_tip = self.tr("Next use of the defined term")
        self.next_use = self._action(self.tr("Next use of the ter&m"), "nextUseOfTerm", "F3", next_use_tip)
        self.previous_use = self._action(
            self.tr("Prev&ious use of the term"),
            "previousUseOfTerm",
            "Shift+F3",
            self.tr("Previous use of the defined term"),
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

    def _make_review_actions(self) -> None:
        self.previous = self._action(self.tr("Pre&vious"), "previous", "Shift+F7", self.tr("Previous finding"))
        self.next = self._action(self.tr("&Next"), "next", "F7", self.tr("Next finding"))
        self.next_severe = self._action(
            self.tr("Next &high"), "nextSevere", "Ctrl+F7", self.tr("Next finding that is critical or high")
        )
        self.stop = self._action(self.tr("S&top"), "stop", "Esc", self.tr("Stop what is running"))
        self.profile = self._action(
            self.tr("&Profile…"), "profile", "Ctrl+P", self.tr("How the product will be used: it decides what matters")
        )
        self.again = self._action(
            self.tr("Review a&gain"), "again", "F5", self.tr("Review all documents with the library and profile in use")
        )
        told = self.tr("In the list of findings the letter alone does it")
        self.decisions: dict[str, QAction] = {
            name: self._action(f"{text}\t{letter}", name, "", told)  # a letter alone would be typed in the editors
            for text, name, letter in (
                (self.tr("&Accept what is proposed"), "accept", "A"),
                (self.tr("Use &fallback"), "fallback", "F"),
                (self.tr("E&dit the words"), "edit", "M"),
                (self.tr("Accept the &risk…"), "accept-risk", "R"),
                (self.tr("&Skip"), "skip", "S"),
                (self.tr("&Undo the decision"), "undecide", "U"),
                (self.tr("&Comment to the counterparty"), "comment", "C"),
                (self.tr("Internal n&ote"), "note", "N"),
                (self.tr("&Evidence"), "evidence", "E"),
            )
        }

    def _action(self, text: str, name: str, keys: str, told: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if keys:
            action.setShortcut(QKeySequence(keys))
        named = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{told} ({named})" if keys else told)
        action.setWhatsThis(told)
        return action

    def _add_menus(self) -> None:
        for title, entries in self._menus():
            menu = QMenu(title, self._window)
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                elif isinstance(entry, QMenu):
                    menu.addMenu(entry)
                else:
                    menu.addAction(entry)
            self._window.menuBar().addMenu(menu)

    def _menus(self) -> Iterator[tuple[str, tuple[QAction | QMenu | None, ...]]]:
        """Yield the title and the entries of each menu; None is a separator."""
        matter = (self.add, self.copy_matter, self.close_matter)
        yield (
            self.tr("&File"),
            (
                *(self.open, self.paste, self.sample, self.recent, None, *matter, None, self.export),
                *(None, self.settings, None, self.quit),
            ),
        )
        yield self.tr("&Edit"), (self.undo, self.redo, None, self.find, self.go_to)
        moving = (self.next_pane, self.previous_pane, *self.panes, self.back)
        yield self.tr("&View"), (*self.views.values(), None, *self.sides, None, *moving)
        stepping = (self.previous, self.next, self.next_severe, self.next_use, self.previous_use)
        yield (
            self.tr("&Review"),
            (*stepping, None, *self.decisions.values(), None, self.profile, self.again, None, self.stop),
        )
        yield self.tr("&Compare"), (self.compare, self.vendors, self.rounds, self.watch)
        yield self.tr("&Library"), (self.library, self.entry)
        yield self.tr("&Help"), (self.guide, self.about)

    def _add_toolbar(self) -> None:
        yielding = ((self.previous, self.next), (self.open, self.export), (self.profile,))
        bar = Toolbar(self.tr("Main toolbar"), (self.undo, self.redo), yielding, self._window)
        bar.setObjectName("toolbar")
        bar.addActions([self.open, self.profile])
        bar.add_stretch()
        bar.addActions([self.undo, self.redo])
        bar.addSeparator()
        bar.addActions([self.previous, self.next])
        bar.addSeparator()
        bar.addActions(list(self.views.values()))
        bar.addSeparator()
        bar.addAction(self.export)
        for action in bar.actions():
            button = bar.widgetForAction(action)
            if action.text() and isinstance(button, QToolButton):
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # it would offer to hide the toolbar
        self._window.addToolBar(bar)


def _tell(action: QAction) -> None:
    """Let the tip of an action be its text, which Qt would take for markup where it looks like it."""
    action.setToolTip(tip(action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")))
