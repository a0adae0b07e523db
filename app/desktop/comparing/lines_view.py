"""The two versions beside each other, or as one text, line by line."""

from collections.abc import Callable, Collection, Mapping
from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.desktop import theme
from app.desktop.comparing.cell_delegate import CellDelegate
from app.desktop.comparing.cell_pages import CellPages
from app.desktop.comparing.cell_writer import CellWriter
from app.desktop.comparing.entries import ASPECTS, Aspect, Entry
from app.desktop.comparing.lazy_table import LazyTable
from app.desktop.comparing.lines import lines_of, places_of
from app.desktop.comparing.lines_model import PANES, LinesModel
from app.desktop.comparing.stretches import Pane
from app.desktop.letters import Letters
from app.desktop.theme import GAP
from app.model.comparison import Comparison

Face = Literal["beside", "inline"]
"""Two panes, or one."""

Found = tuple[int, int, int]
"""Words that were found: the line, the column, and which of those in that cell they are."""

_STEP = 5 * GAP
_COLUMNS: Mapping[Face, tuple[Pane, ...]] = {"beside": ("old", "new"), "inline": ("inline",)}


class LinesView(LazyTable):
    """Shows a comparison; arrows lead from line to line, and Enter to the other place of something that moved.

    Signals:
        change_chosen: The number of the change that was clicked or moved to.
    """

    change_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparedLines")
        self.setAccessibleName(self.tr("The two versions, line by line"))
        self.lines = LinesModel(self)
        self._painter = CellDelegate(self)
        self._comparison: Comparison | None = None
        self._places: Mapping[int, tuple[int, ...]] = {}
        self._told: frozenset[Aspect] = frozenset(ASPECTS)
        self._face: Face = "beside"
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.verticalScrollBar().setSingleStep(_STEP)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.clicked.connect(self._choose_at)
        self.show_face("beside")

    @property
    def face(self) -> Face:
        """Whether two panes are shown or one."""
        return self._face

    @property
    def panes(self) -> tuple[Pane, ...]:
        """What is shown from left to right."""
        return _COLUMNS[self._face]

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a comparison from its beginning."""
        self._comparison = comparison
        lines = lines_of(comparison)
        self._places = places_of(lines)
        self._painter.marking.chosen = 0
        self._painter.marking.current = None
        self.lines.show_lines(comparison, lines)
        self._set_anew(is_other=True)

    def show_face(self, face: Face) -> None:
        """Show two panes or one; what is at the top stays there."""
        self._face = face
        for column, pane in enumerate(PANES):
            self.setColumnHidden(column, pane is not None and pane not in self.panes)
        if self.currentIndex().isValid():
            self._make_current(self.currentIndex().row())
        self.fit()

    def show_entries(self, entries: Mapping[int, Entry], spoken: Callable[[int], str]) -> None:
        """Take what is known of each change, by its number; `spoken` says what a screen reader says of one."""
        self._painter.marking.entries = entries
        self.lines.tell(spoken)
        self.viewport().update()

    def show_listed(self, numbers: Collection[int], told: frozenset[Aspect]) -> None:
        """Let the changes that are not listed stand back; say nothing above the lines of aspects that are not told."""
        self._painter.marking.listed = numbers
        if told != self._told:
            self._told = told
            self._set_anew()
        self.viewport().update()

    def choose(self, number: int) -> None:
        """Mark a change; bring it into view, unless it was the chosen one before; 0 for none."""
        is_other = number != self._painter.marking.chosen
        self._painter.marking.chosen = number
        if is_other:
            self.show_chosen()
        self.viewport().update()

    def show_chosen(self) -> None:
        """Bring the chosen change into view."""
        places = self._places.get(self._painter.marking.chosen, ())
        if places and self.currentIndex().row() not in places:
            self._make_current(next((place for place in places if self.is_in_view(place)), places[0]))
        if places and not self.is_in_view(self.currentIndex().row()):
            self.look_up(self.currentIndex().row())

    def show_place(self, paragraph: int, *, is_old: bool) -> None:
        """Bring a paragraph of the old or the new document into view."""
        for place, line in enumerate(self.lines.lines):
            if paragraph in (line.old if is_old else line.new):
                self._make_current(place)
                self.look_up(place)
                return

    def follow_move(self) -> None:
        """Go to the other place of the chosen change, if it moved."""
        here = self.currentIndex().row()
        for place in self._places.get(self._painter.marking.chosen, ()):
            if place != here:
                self._make_current(place)
                self.look_up(place)
                return

    def shares(self) -> Mapping[int, tuple[float, ...]]:
        """Return how far down each change stands, from 0 to 1, by its number."""
        header = self.verticalHeader()
        length = max(header.length(), 1)
        return {
            number: tuple(header.sectionPosition(place) / length for place in places)
            for number, places in self._places.items()
        }

    def show_found(self, words: str, *, match_case: bool, current: Found | None) -> None:
        """Mark words wherever they stand; bring the current ones into view."""
        self._painter.marking.found = (words, match_case)
        self._painter.marking.current = current
        if current is not None:
            self.bring_into_view(current[0])
        self.viewport().update()

    def copied(self) -> str:
        """Return the words of the current cell; "" where there is none."""
        index = self.currentIndex()
        pane = PANES[index.column()] if index.isValid() else None
        return "" if pane is None else self.lines.text_of(index.row(), pane)

    def height_of(self, row: int, *, is_seen: bool) -> int:
        """Return how high a line is: as high as the higher of its cells."""
        pages = self._painter.pages
        return 0 if pages is None else pages.height(row, self.panes, self._words_width(), keep=is_seen)

    def letters_of(self, row: int) -> int:
        """Return how many letters a line has."""
        return 0 if self._painter.pages is None else self._painter.pages.letters(row)

    def set_columns(self) -> None:
        """Divide the width among the panes."""
        beside = self._painter.mark_width()
        self.setColumnWidth(0, beside)
        free = self.viewport().width() - beside
        share = free // len(self.panes)
        for number, pane in enumerate(self.panes):
            self.setColumnWidth(PANES.index(pane), free - share * number if pane == self.panes[-1] else share)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from line to line, within a high one by and by; copy; go to where something moved."""
        row, last = self.currentIndex().row(), self.lines.rowCount() - 1
        page = self.viewport().height() - 4 * GAP
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self._turn(page)
        elif event.key() == Qt.Key.Key_PageUp:
            self._turn(-page)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._move_to(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row >= 0:
            pane = self.panes[0 if event.key() == Qt.Key.Key_Left else -1]
            self.setCurrentIndex(self.lines.index(row, PANES.index(pane)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.follow_move()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set all anew when the palette or the font changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._set_anew()

    def _set_anew(self, *, is_other: bool = False) -> None:
        """Set all lines in other letters; of another comparison about how high they are is known at once."""
        if self._comparison is None:
            return
        font, colours = theme.reading_font(self.font()), theme.colours(self.palette())
        writer = CellWriter(self._comparison, Letters(font, colours), colours, self._told)
        pages = self._painter.pages = CellPages(self._comparison, self.lines.lines, writer, font)
        if is_other:
            self.set_columns()
            self.begin_anew(pages.usual_height(self._words_width()))
        self.fit()

    def _words_width(self) -> int:
        """Return how wide the words of a cell are set."""
        return self._painter.width_in(self.columnWidth(PANES.index(self.panes[0])))

    def _make_current(self, place: int) -> None:
        """Make a line the current one, in the same pane as before where that is shown."""
        column = self.currentIndex().column()
        is_shown = column > 0 and PANES[column] in self.panes
        self.setCurrentIndex(self.lines.index(place, column if is_shown else PANES.index(self.panes[-1])))

    def _move_to(self, place: int) -> None:
        """Make a line the current one and bring it into view; its change is chosen."""
        self._make_current(place)
        self.bring_into_view(place)
        self._choose_at(self.currentIndex())

    def _step(self, by: int) -> None:
        """Move to the next line, once the rest of the current one has been in view."""
        row, height = self.currentIndex().row(), self.viewport().height()
        top = self.rowViewportPosition(row) if row >= 0 else 0
        rest = top + self.rowHeight(row) - height if by > 0 else -top
        if row >= 0 and rest > 0 and row in self.rows_in_view():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by * min(_STEP, rest))
        elif 0 <= row + by < self.lines.rowCount():
            self._move_to(row + by)

    def _turn(self, distance: int) -> None:
        """Scroll, and make the first line that begins in view the current one."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + distance)
        in_view = self.rows_in_view()
        if in_view:
            begins = (place for place in in_view if self.rowViewportPosition(place) >= 0)
            self._make_current(next(begins, in_view.start))

    def _choose_at(self, index: QModelIndex) -> None:
        """Choose the change of a line; of several the one after that which is chosen."""
        changes = self.lines.lines[index.row()].changes if index.isValid() else ()
        listed = [number for number in changes if number in self._painter.marking.listed] or list(changes)
        if listed:
            chosen = self._painter.marking.chosen
            following = listed.index(chosen) + 1 if chosen in listed else 0
            self.change_chosen.emit(listed[following % len(listed)])
