"""Numbers of lists and headings of OpenDocument text, as office programs print them (OpenDocument 1.3 part 3, 5.3)."""

import re
from dataclasses import dataclass, field

from lxml import etree

from app.intake.list_numbers import letters, numbered
from app.intake.odt.package import TEXT, XML
from app.intake.odt.styles import ListLevel, ListStyle, Styles

_PLACE = re.compile(r"%(\d{1,2})%")
_CSS = {"1": "decimal", "i": "lower-roman", "I": "upper-roman"}
_MAX_LEVEL = 60


@dataclass(slots=True)
class _Counts:
    """The numbers of one list so far, by level from 1."""

    values: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """A `text:list` under way; those nested in it have their own and share `counts`."""

    style: str
    counts: _Counts


class Lists:
    """Numbers the items of one part, which must come in document order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[_Open] = []
        self._by_style: dict[str, _Counts] = {}
        self._by_id: dict[str, _Counts] = {}
        self._outline = _Counts()

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)

    def enter(self, element: etree._Element) -> None:
        """Begin a `text:list`."""
        style, name = element.get(f"{{{TEXT}}}style-name", ""), element.get(f"{{{XML}}}id")
        if self._open:
            outer = self._open[-1]
            self._open.append(_Open(style or outer.style, outer.counts))
            if name is not None:
                self._by_id[name] = outer.counts
            return
        counts = None
        if (earlier := element.get(f"{{{TEXT}}}continue-list")) is not None:
            counts = self._by_id.get(earlier)
        elif element.get(f"{{{TEXT}}}continue-numbering") == "true":
            counts = self._by_style.get(style)
        counts = counts or _Counts()
        self._by_style[style] = counts
        if name is not None:
            self._by_id[name] = counts
        self._open.append(_Open(style, counts))

    def leave(self) -> None:
        """End the innermost list."""
        self._open.pop()

    def suspend(self) -> list[_Open]:
        """Put the open lists aside, as for a table in an item; return them for `resume`."""
        held, self._open = self._open, []
        return held

    def resume(self, held: list[_Open]) -> None:
        """Go on with the lists put aside."""
        self._open = held

    def mark(self, paragraph_style: str, start: int | None) -> str:
        """Return the number of the first paragraph of an item of the innermost list, and count it."""
        current = self._open[-1]
        name = current.style or self._styles.paragraph(paragraph_style).list_style or ""
        style = self._styles.lists.get(name, {})
        return _printed(style, current.counts, min(len(self._open), _MAX_LEVEL), start)

    def heading_mark(self, level: int, start: int | None) -> str:
        """Return the number that the outline gives a heading of that level from 1, and count it."""
        return _printed(self._styles.outline, self._outline, level, start)


def _printed(style: ListStyle, counts: _Counts, level: int, start: int | None) -> str:
    shape = style.get(level, ListLevel())
    values = counts.values
    for deeper in [each for each in values if each > level]:
        del values[deeper]
    values[level] = start if start is not None else values.get(level, shape.start - 1) + 1
    if shape.bullet:
        return shape.bullet
    if shape.pattern:
        return _PLACE.sub(lambda place: _number(style, counts, int(place[1])), shape.pattern).strip()
    if not shape.format:
        return (shape.prefix + shape.suffix).strip()
    shown = range(max(1, level - max(1, shape.shown) + 1), level + 1)
    numbers = [_number(style, counts, each) for each in shown]
    return f"{shape.prefix}{'.'.join(number for number in numbers if number)}{shape.suffix}".strip()


def _number(style: ListStyle, counts: _Counts, level: int) -> str:
    shape = style.get(level, ListLevel())
    value = counts.values.setdefault(level, shape.start)
    if shape.format in ("a", "A"):
        text = letters(value, repeated=shape.repeated)
        return text.upper() if shape.format == "A" else text
    return numbered(value, _CSS.get(shape.format, "")) if shape.format else ""
