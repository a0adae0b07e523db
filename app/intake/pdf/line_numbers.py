"""Numbers printed beside every line of a page, as drafts have them for comments."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.intake.pdf.lines import Line, make_line, rows_of

_NUMBER = re.compile(r"\d{1,4}")
_FEWEST = 10  # on a page
_WITHIN = 0.3  # of the lines beside begin inside a sentence: entries of a list or of a table of contents do not
_LEVEL = 2.0  # points by which they may stand out of line


@dataclass(frozen=True, slots=True)
class _Column:
    """Numbers one under the other that count on by one, each the first word of its line.

    Attributes:
        left: Where the first begins; so `right`.
        beside: The words beside them, line by line, where there are some.
    """

    numbered: tuple[Line, ...]
    left: float
    right: float
    beside: tuple[str, ...]

    @property
    def is_clear(self) -> bool:
        """Whether nothing else but line numbers counts so."""
        within = sum(text[:1].islower() for text in self.beside)
        return len(self.numbered) >= _FEWEST and within >= _WITHIN * len(self.beside) and within > 2

    def is_under(self, other: "_Column") -> bool:
        """Tell whether it stands where `other` does on its page."""
        return abs(self.left - other.left) < _LEVEL or abs(self.right - other.right) < _LEVEL


def split_line_numbers(pages: Iterable[Sequence[Line]]) -> list[tuple[list[Line], list[Line]]]:
    """Return for each page its lines without the numbers that are printed beside them, and these."""
    kept = [list(page) for page in pages]
    if not any(sum(map(_begins_with_number, page)) >= _FEWEST for page in kept):
        return [(page, []) for page in kept]
    columns = [_column(page) for page in kept]
    clear = [column for column in columns if column is not None and column.is_clear]
    return [
        _split(page, column) if column is not None and any(map(column.is_under, clear)) else (page, [])
        for page, column in zip(kept, columns, strict=True)
    ]


def _begins_with_number(line: Line) -> bool:
    return line.table is None and _NUMBER.fullmatch(line.words[0].text) is not None


def _column(lines: Sequence[Line]) -> _Column | None:
    """Return the column of numbers on the left of a page; None without one."""
    rows = [row for row in rows_of(lines) if _begins_with_number(row[0])]
    best: list[list[Line]] = []
    for edge in ("left", "right"):
        places = Counter(round(getattr(row[0].words[0], edge)) for row in rows)
        if places:
            usual = places.most_common(1)[0][0]
            best = max(best, [row for row in rows if abs(getattr(row[0].words[0], edge) - usual) < _LEVEL], key=len)
    values = [int(row[0].words[0].text) for row in best]
    if not values or any(after != before + 1 for before, after in pairwise(values)):
        return None
    firsts = [row[0].words[0] for row in best]
    beside = (" ".join([*(word.text for word in row[0].words[1:]), *(line.text for line in row[1:])]) for row in best)
    return _Column(
        tuple(row[0] for row in best),
        min(word.left for word in firsts),
        max(word.right for word in firsts),
        tuple(filter(None, beside)),
    )


def _split(lines: Sequence[Line], column: _Column) -> tuple[list[Line], list[Line]]:
    numbered = {id(line) for line in column.numbered}
    kept: list[Line] = []
    numbers: list[Line] = []
    for line in lines:
        if id(line) not in numbered:
            kept.append(line)
            continue
        numbers.append(make_line(line.words[:1], line.page, line.number))
        if len(line.words) > 1:
            kept.append(make_line(line.words[1:], line.page, line.number))
    return kept, numbers
