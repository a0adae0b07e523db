"""The chosen point in full, beside the list."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QWidget

from app.desktop import theme
from app.desktop.library.quiet_browser import QuietBrowser
from app.desktop.rounds.point_text import POINT, PointText
from app.model.rounds import Point, Round, Rounds


class PointDetail(QuietBrowser):
    """Shows a point, or what could not be compared.

    Signals:
        point_asked: The id of the point whose link was followed.
    """

    point_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("pointDetail", "", parent)
        self.setAccessibleName(self.tr("The chosen point"))
        self._rounds: Rounds | None = None
        self._round: Round | None = None
        self._point: Point | None = None
        self._shows_notes = False
        self.anchorClicked.connect(self._follow)

    def show_round(self, rounds: Rounds, one: Round) -> None:
        """Take the round that points are of from now on."""
        self._rounds, self._round, self._point = rounds, one, None
        self._shows_notes = False
        self._write()

    def show_point(self, point: Point | None) -> None:
        """Show a point; None for none."""
        self._point, self._shows_notes = point, False
        self._write()

    def show_notes(self) -> None:
        """Show what could not be read or compared."""
        self._shows_notes = True
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write the page anew when the palette or the font changes: it holds its colours and serif."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_shows_notes"):
            self._write()

    def _write(self) -> None:
        if self._rounds is None or self._round is None:
            self.clear()
            return
        text = PointText(theme.colours(self.palette()), theme.reading_font(self.font()).family())
        if self._shows_notes:
            self.setHtml(text.notes(self._round))
        elif self._point is not None:
            self.setHtml(text.page(self._rounds, self._round, self._point))
        else:
            self.clear()

    def _follow(self, url: QUrl) -> None:
        if url.toString().startswith(POINT):
            self.point_asked.emit(url.toString().removeprefix(POINT))
