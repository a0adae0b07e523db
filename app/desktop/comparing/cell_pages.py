"""The cells of a comparison as they are set, kept as long as they are in use, and how high they are."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument

from app.desktop.comparing.cell_writer import CellWriter
from app.desktop.comparing.lines import Line
from app.desktop.comparing.stretches import Pane
from app.desktop.letters import em
from app.desktop.theme import GAP
from app.model.comparison import Comparison

_ABOVE = GAP // 2  # room above and below the words of a line, in pixels
_ABOVE_ROW = 1  # of a row of a table, which is to join the next one
_KEPT = 300
_LINE_EM = 1.9  # height of a line of text with what stands around it


@dataclass(frozen=True, slots=True)
class CellPage:
    """A cell as it is set.

    Attributes:
        begins: Where in its text the words begin, after what is said above them.
    """

    text: QTextDocument
    begins: int

    @property
    def height(self) -> int:
        """How high it is, in pixels."""
        return ceil(self.text.size().height())


class CellPages:
    """Sets the lines of one comparison."""

    def __init__(self, comparison: Comparison, lines: Sequence[Line], writer: CellWriter, font: QFont) -> None:
        self._comparison = comparison
        self._lines = lines
        self._writer = writer
        self._em = em(font)
        self._letter = QFontMetricsF(font).averageCharWidth()
        self._pages: OrderedDict[tuple[int, Pane, int], CellPage] = OrderedDict()

    def page(self, number: int, pane: Pane, width: int) -> CellPage:
        """Return a line as a pane shows it in a width, in pixels."""
        key = number, pane, width
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._set(number, pane, width)
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(key)
        return page

    def above(self, number: int) -> int:
        """Return how much room there is above the words of a line, and below them."""
        return _ABOVE_ROW if self._lines[number].is_tabular else _ABOVE

    def height(self, number: int, panes: Sequence[Pane], width: int, *, keep: bool) -> int:
        """Return how high a line is: as high as the higher of its cells; with `keep` these are kept to be shown."""
        if keep:
            highest = max(self.page(number, pane, width).height for pane in panes)
        else:
            pages = (self._pages.get((number, pane, width)) or self._set(number, pane, width) for pane in panes)
            highest = max(page.height for page in pages)
        return highest + 2 * self.above(number)

    def usual_height(self, width: int) -> int:
        """Return about how high a line is in a width, which takes no time."""
        letters = sum(len(paragraph.text) for paragraph in self._comparison.new.paragraphs)
        lines = letters / max(len(self._lines), 1) * self._letter / width
        return ceil(self._em * _LINE_EM * max(1.0, lines)) + 2 * _ABOVE

    def letters(self, number: int) -> int:
        """Return how many letters the longer side of a line has."""
        line = self._lines[number]
        sides = (self._comparison.old, line.old), (self._comparison.new, line.new)
        return max(sum(len(document.paragraphs[index].text) for index in indexes) for document, indexes in sides)

    def _set(self, number: int, pane: Pane, width: int) -> CellPage:
        text = QTextDocument()
        return CellPage(text, self._writer.write(text, self._lines[number], pane, width))
