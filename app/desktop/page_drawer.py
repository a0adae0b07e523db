"""The pictures of pages: drawn off the GUI thread one after the other, and kept as far as there is room."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.desktop.task import Task
from app.model.document import Document, Page
from app.service.jobs import Report

if TYPE_CHECKING:
    from app.service.pages import PageImage, PageProblem

_MOST_BYTES = 128 * 1024 * 1024  # some 24 pages of A4 as wide as a screen
_PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as drawn, in pixels for each point; `dots` are the bytes that `image` shows."""

    image: QImage
    scale: float
    dots: bytes


class PageDrawer(QObject):
    """Draws the pages that are wanted, in the order in which they are; keeps those used last.

    Signals:
        drawn: The number of a page that has a new picture, or a problem.
    """

    drawn = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._pictures: dict[int, Picture] = {}  # the one used last at the end
        self._problems: dict[int, PageProblem] = {}
        self._wanted: tuple[Page, ...] = ()
        self._scale = 1.0
        self._task: Task | None = None
        self._password = ""

    @property
    def busy(self) -> bool:
        """Whether a page is being drawn."""
        return self._task is not None

    def show_document(self, document: Document) -> None:
        """Draw pages of `document` from now on; pictures and password of the same file are kept."""
        self.stop()
        if self._document is None or document.sha256 != self._document.sha256:
            self._pictures.clear()
            self._problems.clear()
            self._password = ""
        self._document = document

    def give_password(self, password: str) -> None:
        """Try again to draw what could not be drawn, with the password of the file; it is kept in memory only."""
        self._password = password
        self._problems.clear()

    def want(self, pages: Iterable[Page], scale: float) -> None:
        """Draw these pages at `scale` pixels for each point, the first of them first, and no others any more."""
        self._wanted, self._scale = tuple(pages), scale
        for page in reversed(self._wanted):
            if page.number in self._pictures:
                self._pictures[page.number] = self._pictures.pop(page.number)
        self._draw_next()

    def picture_of(self, number: int) -> Picture | None:
        """Return the page with a number as it was drawn last; None where it is not."""
        return self._pictures.get(number)

    def problem_of(self, number: int) -> "PageProblem | None":
        """Return why a page cannot be drawn; None where it can, as far as is known."""
        return self._problems.get(number)

    def stop(self) -> None:
        """Draw nothing more."""
        self._wanted = ()

    def close(self) -> None:
        """Draw nothing more, and wait for the page that is being drawn."""
        self.stop()
        if self._task is not None:
            self._task.wait(_PATIENCE_S)

    def _draw_next(self) -> None:
        if self._task is not None or self._document is None:
            return
        page = next((page for page in self._wanted if self._is_missing(page.number)), None)
        if page is None:
            return
        document, scale = self._document, self._scale
        self._task = Task(partial(self._drawn, document, page, scale, self._password), parent=self)
        self._task.succeeded.connect(partial(self._take, document, page, scale))
        self._task.failed.connect(self._fail)
        self._task.finished.connect(self._end)
        self._task.start()

    def _is_missing(self, number: int) -> bool:
        picture = self._pictures.get(number)
        return number not in self._problems and (picture is None or picture.scale != self._scale)

    def _drawn(  # in the task's thread
        self, document: Document, page: Page, scale: float, password: str, _: Report
    ) -> "PageImage | PageProblem | None":
        from app.service.pages import render_page  # noqa: PLC0415 - PDFium is loaded once a page is wanted

        def is_wanted() -> bool:
            return document is self._document and scale == self._scale and page in self._wanted

        return render_page(document.data, page.number, scale, turn=page.turn, password=password, is_wanted=is_wanted)

    def _take(self, document: Document, page: Page, scale: float, drawn: "PageImage | PageProblem | None") -> None:
        if document is not self._document or drawn is None:
            return
        if isinstance(drawn, str):
            self._problems[page.number] = drawn
        else:
            form = QImage.Format.Format_RGB32
            image = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, form)
            self._pictures.pop(page.number, None)
            self._pictures[page.number] = Picture(image, scale, drawn.data)
            self._make_room()
        self.drawn.emit(page.number)

    def _fail(self, error: Exception) -> None:
        """Draw nothing more, for it would fail again; what is wrong is a bug, which the crash dialog shows."""
        self.stop()
        raise error

    def _make_room(self) -> None:
        """Let go of the pictures that were wanted longest ago; those that are wanted now stay, however large."""
        held = sum(len(picture.dots) for picture in self._pictures.values())
        wanted = {page.number for page in self._wanted}
        for number in tuple(self._pictures):
            if held > _MOST_BYTES and number not in wanted:
                held -= len(self._pictures.pop(number).dots)

    def _end(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        self._draw_next()
