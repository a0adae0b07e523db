"""The chosen row of the tree in full."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QWidget

from app.desktop import theme
from app.desktop.comparing.change_text import NEW, OLD
from app.desktop.library.quiet_browser import QuietBrowser
from app.desktop.watching.branches import Branch
from app.desktop.watching.watch_text import WatchText
from app.model.comparison import Effect
from app.model.span import Place, Span
from app.model.watch import PolicyChange, PolicyWatch


class WatchDetail(QuietBrowser):
    """Shows what a row is about.

    Signals:
        place_asked: The index of the step, whether a place of its old version is meant, and the Place.
    """

    place_asked = Signal(int, bool, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("watchDetail", "", parent)
        self.setAccessibleName(self.tr("The chosen change"))
        self._found: PolicyWatch | None = None
        self._branch: Branch | None = None
        self.anchorClicked.connect(self._follow)

    def show_branch(self, found: PolicyWatch | None, branch: Branch | None) -> None:
        """Show a row of the tree of what was found; None for none."""
        self._found, self._branch = found, branch
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Write the page anew in another palette or font: it holds its colours and serif."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_branch"):
            self._write()

    def _write(self) -> None:
        found, branch = self._found, self._branch
        if found is None or branch is None:
            self.clear()
            return
        text = WatchText(theme.colours(self.palette()), theme.reading_font(self.font()).family())
        if branch.step < 0 or branch.sort == "line":
            self.setHtml(text.text(branch.title))
            return
        step = found.steps[branch.step]
        if isinstance(branch.about, PolicyChange):
            self.setHtml(text.change(step, branch.about))
        elif isinstance(branch.about, Effect):
            self.setHtml(text.effect(step, branch.about))
        else:
            self.setHtml(text.step(found, step))

    def _follow(self, url: QUrl) -> None:
        address = url.toString()
        branch = self._branch
        if branch is None or not address.startswith((OLD, NEW)):
            return
        is_old = address.startswith(OLD)
        paragraph = int(address.removeprefix(OLD if is_old else NEW))
        place = Place(paragraph, Span(0, 0))
        if isinstance(branch.about, PolicyChange):
            place = (branch.about.old if is_old else branch.about.new) or place
        self.place_asked.emit(branch.step, is_old, place)
