"""The journal of a matter as an undo stack: what was undone can be done again after the matter is opened anew."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.model.matter import JournalEntry

Step = Callable[[JournalEntry, bool], None]
"""Takes a change back, or makes it again: the change, and whether back."""


class JournalStack(QUndoStack):
    """Mirrors the journal; `step` is called when the user undoes or does again, `named` says what a change did."""

    def __init__(self, step: Step, named: Callable[[JournalEntry], str], parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._named = named
        self._is_mirroring = False

    def mirror(self, done: Sequence[JournalEntry], undone: Sequence[JournalEntry]) -> None:
        """Become what the journal says: the changes that hold, and those that can be done again."""
        self._is_mirroring = True
        self.clear()
        for entry in (*done, *undone):
            self.add(entry)
        self.setIndex(len(done))
        self._is_mirroring = False

    def add(self, entry: JournalEntry) -> None:
        """Put a change that was made on top."""
        self.push(_Change(self, entry, self._named(entry)))

    def step(self, entry: JournalEntry, *, back: bool) -> None:
        """Hand on that a change is taken back or made again, unless the stack only becomes what the journal says."""
        if not self._is_mirroring:
            self._step(entry, back)


class _Change(QUndoCommand):
    """One entry of the journal on the undo stack; it was made before it is pushed."""

    def __init__(self, stack: JournalStack, entry: JournalEntry, text: str) -> None:
        super().__init__(text)
        self._stack = stack
        self._entry = entry
        self._is_made = True

    def undo(self) -> None:
        """Take the change back."""
        self._stack.step(self._entry, back=True)

    def redo(self) -> None:
        """Make the change again; not when it is pushed."""
        if self._is_made:
            self._is_made = False
        else:
            self._stack.step(self._entry, back=False)
