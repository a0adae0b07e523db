"""How the lines of a PDF are set: margins, steps from line to line, indents."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.intake.pdf.lines import Line
from app.intake.structure.markers import split_marker

INDENT = 6.0
"""Points by which a line is set in that begins a paragraph."""
SAME_LEFT = 3.0
"""Points by which lines that begin alike may differ."""

_CLOSING = "\"”’')]」』）"
_SENTENCE_ENDS = frozenset(".;:!?。；：！？")
_RAGGED = 0.02  # of the width of a column
_JUSTIFIED = 0.01  # the same: lines that go on end so near the margin
_ENOUGH = 7  # lines that go on
_USUAL = 1.2  # heights of the letters from line to line, where nothing shows it
_CENTRED = 0.02  # of the width of a column
_FARTHEST = 0.2  # the same: what is set in farther is no first line of a paragraph

_Kind = tuple[int, int]
_PLAIN: _Kind = (1, 0)


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of the columns of one kind begin and end, in points.

    Attributes:
        slack: How far from the right margin a line ends that is full.
        justified: Whether full lines end at the margin, rather than where the next word does not fit.
    """

    left: float
    right: float
    slack: float
    justified: bool

    @property
    def width(self) -> float:
        """How wide the columns are."""
        return self.right - self.left

    def is_full(self, line: Line, following: Line) -> bool:
        """Tell whether `line` ends at the margin, so that it may go on in `following`."""
        room = self.right - line.right
        return room <= self.slack or (not self.justified and room <= following.first_word_width + self.slack)

    def is_centred(self, line: Line) -> bool:
        """Tell whether `line` stands in the middle, clear of both margins."""
        clear = min(line.left - self.left, self.right - line.right)
        return clear > 4 * _CENTRED * self.width and self.is_in_middle(line)

    def is_in_middle(self, line: Line) -> bool:
        """Tell whether `line` stands in the middle and is set in, by however little."""
        off = abs(line.middle - (self.left + self.right) / 2)
        return line.left - self.left > INDENT and off < _CENTRED * self.width


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set.

    Attributes:
        margins: For each kind of column: how many there are on the page, and which of them it is.
        step: From line to line inside a paragraph, in heights of the letters.
        indented: Whether paragraphs begin with an indent.
    """

    margins: dict[_Kind, Margins]
    step: float
    indented: bool

    def margins_of(self, line: Line) -> Margins:
        """Return the margins of the column of `line`."""
        return self.margins.get(_kind(line)) or Margins(line.left, line.right, 0.0, justified=False)

    def within(self, left: float, right: float) -> "Setting":
        """Return the setting of text in one column between those margins."""
        margins = Margins(left, right, _RAGGED * (right - left), justified=False)
        return Setting({_PLAIN: margins}, self.step, indented=False)


def setting_of(lines: Sequence[Line]) -> Setting:
    """Return how the text of `lines`, in reading order, is set."""
    text = [line for line in lines if line.table is None]
    margins = _margins(text)
    steps: list[float] = []
    first = other = 0
    for line, following in pairwise(text):
        if line.page != following.page or not goes_on(line, following):
            continue
        step = (following.base - line.base) / following.height
        if 0 < step < 4:
            steps.append(step)
            moved = line.left - following.left
            is_first = INDENT < moved < _FARTHEST * margins[_kind(line)].width
            first += is_first and split_marker(line.text) is None
            other += abs(moved) <= SAME_LEFT
    steps.sort()
    usual = steps[len(steps) // 2] if steps else _USUAL
    return Setting(margins, usual, indented=first > 2 and first > 0.1 * other)


def ends_sentence(line: Line) -> bool:
    """Tell whether `line` ends as a sentence or an item of a list does."""
    return line.text.rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS


def is_same_column(line: Line, other: Line) -> bool:
    """Tell whether two lines stand in columns of the same kind."""
    return _kind(line) == _kind(other)


def goes_on(line: Line, following: Line) -> bool:
    """Tell whether the words alone show that a sentence goes on from `line` in the same column."""
    return following.text[:1].islower() and is_same_column(line, following) and not ends_sentence(line)


def _kind(line: Line) -> _Kind:
    return line.columns, line.column


def _margins(lines: Sequence[Line]) -> dict[_Kind, Margins]:
    """Return the margins for each kind of column.

    The right one is told from lines that surely go on, where there are some.
    """
    columns: dict[_Kind, list[Line]] = defaultdict(list)
    full: dict[_Kind, list[float]] = defaultdict(list)
    for line in lines:
        columns[_kind(line)].append(line)
    for line, following in pairwise(lines):
        if goes_on(line, following):
            full[_kind(line)].append(line.right)
    found: dict[_Kind, Margins] = {}
    for kind, column in columns.items():
        lefts = sorted(line.left for line in column)
        rights = sorted(full[kind] if len(full[kind]) >= _ENOUGH // 2 else (line.right for line in column))
        left, right = lefts[len(lefts) // 20], rights[int(len(rights) * 0.95)]
        width = max(1.0, right - left)
        rooms = sorted(right - each for each in full[kind])
        justified = len(rooms) > _ENOUGH and rooms[int(len(rooms) * 0.7)] < _JUSTIFIED * width
        found[kind] = Margins(left, right, (_JUSTIFIED if justified else _RAGGED) * width, justified)
    return found
