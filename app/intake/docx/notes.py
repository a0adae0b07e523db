"""The numbers of footnotes and endnotes, which stand in the text where they are referred to (ECMA-376-1 17.11)."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from app.ooxml.names import w
from app.ooxml.number_formats import format_number
from app.ooxml.runs import Point
from app.ooxml.styles import value_of

_REFERENCES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
_OWN_MARK = w("customMarkFollows")


class _Manner(NamedTuple):
    """How the notes of one section are numbered."""

    format: str
    start: int
    by_section: bool


class NoteNumbers:
    """Counts the references to notes of the main document, which must come in its order.

    Notes that begin anew on each page are counted on: where pages end is known to Word alone.
    """

    def __init__(self, document: etree._Element, settings: etree._Element | None) -> None:
        self.marks: dict[str, str] = {}
        """The number of each note that is referred to, by its name ("footnote-2"); "" where its mark is typed."""

        sections = list(document.iter(w("sectPr")))
        self._manners = {
            kind: [_manner(kind, section, settings) for section in sections or (None,)] for kind in _FORMATS
        }
        self._counts = dict.fromkeys(_FORMATS, 0)
        self._section = 0

    def count(self, points: Iterable[Point]) -> None:
        """Count the references among the points of a paragraph."""
        for point in points:
            kind = _REFERENCES.get(str(point.element.tag))
            if kind is None:
                continue
            name = f"{kind}-{point.element.get(w('id'), '')}"
            if _is_on(point.element.get(_OWN_MARK)):
                self.marks.setdefault(name, "")
            elif name not in self.marks:
                manner = self._manners[kind][min(self._section, len(self._manners[kind]) - 1)]
                self.marks[name] = format_number(manner.start + self._counts[kind], manner.format)
                self._counts[kind] += 1

    def end_section(self) -> None:
        """Go on to the next section."""
        self._section += 1
        for kind, manners in self._manners.items():
            if manners[min(self._section, len(manners) - 1)].by_section:
                self._counts[kind] = 0


def _is_on(stated: str | None) -> bool:
    """Return the value of an on/off attribute."""
    return stated is not None and stated.lower() not in ("0", "false", "off")


def _manner(kind: str, section: etree._Element | None, settings: etree._Element | None) -> _Manner:
    """Return what a section says of its notes, else the settings, else what holds without either."""
    holders = [each for each in (section, settings) if each is not None]

    def stated(tag: str) -> str:
        return next((value for each in holders if (value := value_of(each, f"{kind}Pr", tag))), "")

    start = stated("numStart")
    return _Manner(
        format=stated("numFmt") or _FORMATS[kind],
        start=int(start) if start.isdecimal() else 1,
        by_section=stated("numRestart") == "eachSect",
    )
