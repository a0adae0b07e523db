"""The chosen change in full, below the list."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QWidget

from app.desktop import theme
from app.desktop.comparing.change_text import NEW, OLD, ChangeText
from app.desktop.comparing.entries import Entry
from app.desktop.comparing.meaning import Meaning
from app.desktop.library.quiet_browser import QuietBrowser
from app.model.comparison import Comparison


class ChangeDetail(QuietBrowser):
    """Shows what a change does and says, or what was not compared.

    Signals:
        place_asked: Whether a place of the old document is to be shown, and the index of its paragraph.
    """

    place_asked = Signal(bool, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("changeDetail", "", parent)
        self.setAccessibleName(self.tr("The chosen change"))
        self._comparison: Comparison | None = None
        self._meaning: Meaning | None = None
        self._entry: Entry | None = None
        self._shows_notes = False
        self.anchorClicked.connect(self._follow)

    def show_comparison(self, comparison: Comparison, meaning: Meaning | None) -> None:
        """Take the comparison that entries are of from now on, and what is known of what it does."""
        self._comparison, self._meaning = comparison, meaning
        self._entry = None
        self._write()

    def show_entry(self, entry: Entry | None) -> None:
        """Show an entry; None for none."""
        is_other = self._shows_notes or entry is not self._entry
        self._entry = entry
        self._shows_notes = False
        if is_other:
            self._write()

    def show_notes(self) -> None:
        """Show what was not compared, read or checked."""
        self._shows_notes = True
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write the page anew when the palette or the font changes: it holds its colours and serif."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._write()

    def _write(self) -> None:
        if self._comparison is None:
            self.clear()
            return
        text = ChangeText(theme.colours(self.palette()), theme.reading_font(self.font()).family())
        if self._shows_notes:
            self.setHtml(text.notes(self._comparison, self._meaning))
        elif self._entry is not None:
            self.setHtml(text.page(self._comparison, self._entry))
        else:
            self.clear()

    def _follow(self, url: QUrl) -> None:
        address = url.toString()
        for which in (OLD, NEW):
            if address.startswith(which):
                self.place_asked.emit(which == OLD, int(address.removeprefix(which)))
