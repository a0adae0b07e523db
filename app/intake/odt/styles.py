"""Styles of OpenDocument text: emphasis, outline levels, indents and list styles, with what they inherit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from app.intake.building import Look
from app.intake.odt.package import FO, LOEXT, OFFICE, STYLE, TEXT, OpenText

_LENGTH = re.compile(r"(-?\d*\.?\d+)(in|cm|mm|pt|pc|px)")
_POINTS = {"in": 72.0, "cm": 28.35, "mm": 2.835, "pt": 1.0, "pc": 12.0, "px": 0.75}
_DEEPEST = 30  # styles that inherit from one another
_MAX_POINTS = 5000.0
_HEADING_LEVELS = tuple("123456789")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is printed.

    Attributes:
        format: "1", "a", "A", "i" or "I"; "" prints no number.
        shown: How many levels the number shows.
        pattern: The number as a whole ("Section %1%.%2%"), where the file says it; else "".
        bullet: Instead of a number; "" for numbers.
    """

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    pattern: str = ""
    bullet: str = ""
    repeated: bool = False


ListStyle = dict[int, ListLevel]


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says.

    Attributes:
        heading: Level of the headings that it makes, from 0; None for other paragraphs.
        list_style: That it asks for; "" where it wants none, None where it says nothing.
        indent: Where the first line begins, in points.
    """

    heading: int | None
    is_title: bool
    list_style: str | None
    indent: float


class Styles:
    """The styles that hold in one part of a file: those of all parts, and the automatic ones of that part."""

    def __init__(self, parts: OpenText, part: etree._Element) -> None:
        common = None if parts.styles is None else parts.styles.find(f"{{{OFFICE}}}styles")
        sources = (common, part.find(f"{{{OFFICE}}}automatic-styles"))
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self.lists: dict[str, ListStyle] = {}
        self.outline: ListStyle = {}
        for element in (element for source in sources if source is not None for element in source):
            name = element.get(f"{{{STYLE}}}name", "")
            if element.tag == f"{{{STYLE}}}style":
                self._styles[element.get(f"{{{STYLE}}}family", ""), name] = element
            elif element.tag == f"{{{TEXT}}}list-style":
                self.lists[name] = _levels(element)
            elif element.tag == f"{{{TEXT}}}outline-style":
                self.outline = _levels(element)
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._looks: dict[tuple[str, str, Look], Look] = {}

    def look(self, family: str, name: str, around: Look) -> Look:
        """Return the emphasis of text in the style, where text around it looks like `around`."""
        key = (family, name, around)
        if key not in self._looks:
            self._looks[key] = self._read_look(*key)
        return self._looks[key]

    def paragraph(self, name: str) -> ParagraphStyle:
        """Return what the paragraph style of that name says, with what it inherits."""
        if name not in self._paragraphs:
            chain = tuple(self._chain("paragraph", name))
            lists = (style.get(f"{{{STYLE}}}list-style-name") for style in chain)
            self._paragraphs[name] = ParagraphStyle(
                heading=_heading(chain),
                is_title=any(style.get(f"{{{STYLE}}}name") == "Title" for style in chain),
                list_style=next((value for value in lists if value is not None), None),
                indent=_indent(chain),
            )
        return self._paragraphs[name]

    def masters(self) -> Iterator[str]:
        """Yield the page styles that paragraphs ask for."""
        for (family, _), style in self._styles.items():
            if family == "paragraph" and style.get(f"{{{STYLE}}}master-page-name"):
                yield style.get(f"{{{STYLE}}}master-page-name", "")

    def _read_look(self, family: str, name: str, around: Look) -> Look:
        look = around
        for style in reversed(tuple(self._chain(family, name))):
            properties = style.find(f"{{{STYLE}}}text-properties")
            if properties is None:
                continue
            weight = properties.get(f"{{{FO}}}font-weight")
            slant = properties.get(f"{{{FO}}}font-style")
            line = properties.get(f"{{{STYLE}}}text-underline-style")
            display = properties.get(f"{{{TEXT}}}display")
            look = Look(
                bold=look.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
                italic=look.italic if slant is None else slant in ("italic", "oblique"),
                underline=look.underline if line is None else line != "none",
                hidden=look.hidden if display is None else display == "none",
            )
        return look

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        """Yield the style and those it inherits from."""
        for _ in range(_DEEPEST):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(f"{{{STYLE}}}parent-style-name", "")


def _heading(chain: Sequence[etree._Element]) -> int | None:
    """Return the heading level that the first of the styles states which states one."""
    stated = (style.get(f"{{{STYLE}}}default-outline-level") for style in chain)
    level = next((value for value in stated if value is not None), "")
    return int(level) - 1 if level in _HEADING_LEVELS else None


def _indent(chain: Sequence[etree._Element]) -> float:
    """Return left margin and indent of the first line together, in points."""
    points = {"margin-left": 0.0, "text-indent": 0.0}
    for style in reversed(chain):
        properties = style.find(f"{{{STYLE}}}paragraph-properties")
        if properties is None:
            continue
        for attribute in points:
            stated = _LENGTH.match(properties.get(f"{{{FO}}}{attribute}", ""))
            if stated is not None:
                length = float(stated[1][:12]) * _POINTS[stated[2]]
                points[attribute] = max(-_MAX_POINTS, min(_MAX_POINTS, length))
    return sum(points.values())


def _levels(style: Iterable[etree._Element]) -> ListStyle:
    levels = {}
    for element in style:
        level = _number(element.get(f"{{{TEXT}}}level"), 0)
        bullet = ""
        if element.tag == f"{{{TEXT}}}list-level-style-bullet":
            bullet = element.get(f"{{{TEXT}}}bullet-char", "•")
        elif element.tag == f"{{{TEXT}}}list-level-style-image":
            bullet = "•"
        levels[level] = ListLevel(
            format=element.get(f"{{{STYLE}}}num-format", ""),
            prefix=element.get(f"{{{STYLE}}}num-prefix", ""),
            suffix=element.get(f"{{{STYLE}}}num-suffix", ""),
            shown=_number(element.get(f"{{{TEXT}}}display-levels"), 1),
            start=_number(element.get(f"{{{TEXT}}}start-value"), 1),
            pattern=element.get(f"{{{STYLE}}}num-list-format", element.get(f"{{{LOEXT}}}num-list-format", "")),
            bullet=bullet,
            repeated=element.get(f"{{{STYLE}}}num-letter-sync") == "true",
        )
    return levels


def _number(stated: str | None, otherwise: int) -> int:
    return int(stated[:9]) if stated is not None and stated.isascii() and stated.isdigit() else otherwise
