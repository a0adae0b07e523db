"""What stands in the line of a paragraph, as text in which everything counts that two versions are compared by.

Unlike `read_text`, pictures, notes and computed fields are characters too: each stands as one sign of Unicode's private
plane, the same in both versions where both have the same.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from lxml import etree

from app.ooxml.names import MC, M, R, w
from app.ooxml.runs import check_box
from app.ooxml.symbols import symbol

_RUN, _TEXT, _LOOK = w("r"), w("t"), w("rPr")
_FIRST_SIGN, _SIGNS = 0xF0000, 0xFFFD  # private use, plane 15
_CHARACTERS = {w("tab"): "\t", w("ptab"): "\t", w("noBreakHyphen"): "\u2011"}
_DELETIONS = frozenset((w("del"), w("moveFrom")))
_UNSEEN = frozenset(
    map(
        w,
        (
            *("rPr", "pPr", "softHyphen", "lastRenderedPageBreak", "commentReference", "annotationRef"),
            *("footnoteRef", "endnoteRef", "separator", "continuationSeparator", "sdtPr", "sdtEndPr", "smartTagPr"),
            *("customXmlPr", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
            *("permStart", "permEnd", "fldData", "delText", "delInstrText", "p"),
        ),
    )
)
_TEXT_FIELDS = frozenset(("HYPERLINK", "FORMTEXT", "TOC", "TOA", "INDEX", "BIBLIOGRAPHY", "INCLUDETEXT"))
_MATH_LOOK = f"{{{M}}}ctrlPr"
_ALTERNATIVES, _CHOICE = f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_RELATED = tuple(f"{{{R}}}{name}" for name in ("embed", "id", "link", "pict"))
_NOTES = frozenset((w("footnoteReference"), w("endnoteReference")))


class Atom(NamedTuple):
    """A stretch [start, end) of a line that one child of a run shows, or several of a field.

    Attributes:
        children: The children of runs that show it; only a `w:t` can be cut between characters.
        rPr: The properties of its run; None where it has none.
        holders: The hyperlinks and content controls around it, the innermost first.
        is_field: Whether it is a field with all its parts.
    """

    children: tuple[etree._Element, ...]
    start: int
    end: int
    rPr: etree._Element | None  # noqa: N815 - elements are named by tag
    holders: tuple[etree._Element, ...] = ()
    is_field: bool = False

    @property
    def element(self) -> etree._Element:
        """The first of its children."""
        return self.children[0]

    @property
    def is_note(self) -> bool:
        """Whether it refers to a footnote or endnote."""
        return self.element.tag in _NOTES


class Line(NamedTuple):
    """What stands in the line of one paragraph; its atoms come in order and without gaps."""

    p: etree._Element
    text: str
    atoms: tuple[Atom, ...]

    def within(self, start: int, end: int) -> Iterator[Atom]:
        """Give the atoms of which some is in [start, end)."""
        first = bisect_right(self.atoms, start, key=lambda atom: atom.end)
        for atom in self.atoms[first:]:
            if atom.start >= end:
                break
            yield atom


class Signs:
    """Gives each thing that is no character a sign; two that are the same have the same."""

    def __init__(self) -> None:
        self._signs: dict[str, str] = {}
        self._shown: dict[str, str] = {}

    def sign(self, said: str, shown: str | None = None) -> str:
        """Return the sign of a thing of which all that counts is said; a field has words that are `shown`."""
        sign = self._signs.setdefault(said, chr(_FIRST_SIGN + len(self._signs) % _SIGNS))
        if shown is not None:
            self._shown[sign] = shown
        return sign

    def shown(self, text: str) -> str:
        """Return a text of lines with what its fields show in the place of their signs."""
        return SIGN.sub(lambda sign: self._shown.get(sign.group(), sign.group()), text)


HOLDERS = (w("hyperlink"), w("sdt"))
"""What words of a paragraph can stand in: a link, a content control."""

FORMULAS = frozenset((f"{{{M}}}oMath", f"{{{M}}}oMathPara"))
"""Formulas, which stand beside runs and not in them."""

SIGN = re.compile(f"[{chr(_FIRST_SIGN)}-{chr(_FIRST_SIGN + _SIGNS)}]")
"""A character that stands for a thing."""


class _Open:
    """A complex field that has begun."""

    __slots__ = ("begin", "children", "in_result", "instruction", "text")

    def __init__(self, begin: etree._Element) -> None:
        self.begin = begin
        self.children = [begin]
        self.instruction = ""
        self.text: list[str] = []
        self.in_result = False


class LineReader:
    """Reads paragraphs of one part as they stand with all earlier revisions accepted.

    `media` gives what a relationship of the part leads to, in a form that is the same for the same bytes.
    """

    def __init__(self, signs: Signs, media: Mapping[str, str]) -> None:
        self._signs = signs
        self._media = media
        self._atoms: list[Atom] = []
        self._parts: list[str] = []
        self._length = 0
        self._holders: tuple[etree._Element, ...] = ()
        self._computed: dict[etree._Element, bool] = {}
        self._open: list[_Open] = []

    def read(self, p: etree._Element) -> Line:
        """Return what stands in the line of `p`."""
        self._atoms, self._parts, self._length, self._holders = [], [], 0, ()
        self._open = []
        self._computed = dict(_computed_fields(p))
        self._read(p)
        return Line(p, "".join(self._parts), tuple(self._atoms))

    def _read(self, holder: etree._Element) -> None:
        for child in holder:
            tag = child.tag
            if tag == _RUN:
                self._read_run(child)
            elif tag in _UNSEEN or tag in _DELETIONS or not isinstance(tag, str):
                continue
            elif tag in HOLDERS:
                self._holders = (child, *self._holders)
                self._read(child)
                self._holders = self._holders[1:]
            elif tag == w("fldSimple") and _is_computed(child.get(w("instr"), "")):
                self._read_simple(child)
            elif tag in FORMULAS:
                self._add((child,), self._signs.sign(f"formula {_written(child)}"), None)
            elif tag == _ALTERNATIVES:
                choice = next(child.iterchildren(_CHOICE), None)
                if choice is not None:
                    self._read(choice)
            else:
                self._read(child)

    def _read_run(self, r: etree._Element) -> None:
        rPr = None
        for child in r:
            tag = child.tag
            if tag == _LOOK:
                rPr = child
            elif tag in (w("fldChar"), w("instrText")):
                self._read_field(child, rPr)
            elif self._open:
                self._open[-1].children.append(child)
                self._open[-1].text.append(child.text or "" if tag == _TEXT else "\t" if tag == w("tab") else "")
            elif tag == _TEXT:
                if child.text:
                    self._add((child,), child.text.translate(_BLANKS), rPr)
            elif tag not in _UNSEEN and isinstance(tag, str):
                self._add((child,), self._shown(child), rPr)

    def _read_field(self, mark: etree._Element, rPr: etree._Element | None) -> None:
        """Follow a complex field; one that is no token has its result read as text, and its marks count for nothing."""
        kind = mark.get(w("fldCharType"))
        if kind == "begin" and (self._open or self._computed.get(mark, False)):
            self._open.append(_Open(mark))
        elif self._open:
            field = self._open[-1]
            if kind != "begin":
                field.children.append(mark)
            if kind is None:
                field.instruction += mark.text or ""
            elif kind == "end":
                self._open.pop()
                if self._open:
                    self._open[-1].children += field.children
                    self._open[-1].text += field.text
                else:
                    text = check_box(field.begin) + "".join(field.text)
                    sign = self._signs.sign(f"field {_kind(field.instruction)} {text}", text)
                    self._add(tuple(field.children), sign, rPr, is_field=True)

    def _read_simple(self, field: etree._Element) -> None:
        children = tuple(child for r in field.iter(_RUN) for child in r if child.tag != _LOOK)
        if children:
            text = "".join(field.itertext(_TEXT))
            look = next(field.iter(_LOOK), None)
            sign = self._signs.sign(f"field {_kind(field.get(w('instr'), ''))} {text}", text)
            self._add(children, sign, look, is_field=True)

    def _shown(self, child: etree._Element) -> str:
        tag = str(child.tag)
        if tag in _CHARACTERS:
            return _CHARACTERS[tag]
        if tag in (w("br"), w("cr")):
            return self._signs.sign(f"break {child.get(w('type'), 'textWrapping')}")
        if tag == w("sym"):
            try:
                return symbol(child.get(w("font"), ""), int(child.get(w("char"), ""), 16))
            except ValueError:
                return self._signs.sign(f"symbol {child.get(w('char'))}")
        return self._signs.sign(self._said(child))

    def _said(self, thing: etree._Element) -> str:
        """Return all that counts of a picture, object or reference: ids and names may be new with every save."""
        name = etree.QName(thing).localname
        if thing.tag in _NOTES:
            return name
        leads = [self._media.get(value, "") for each in thing.iter() for at in _RELATED if (value := each.get(at))]
        sizes = [f"{each.get('cx')}x{each.get('cy')}" for each in thing.iter(_EXTENT)]
        return " ".join((name, *sorted(set(leads)), *sorted(set(sizes))))

    def _add(
        self, children: tuple[etree._Element, ...], text: str, rPr: etree._Element | None, *, is_field: bool = False
    ) -> None:
        start = self._length
        self._length += len(text)
        self._parts.append(text)
        if text:
            self._atoms.append(Atom(children, start, self._length, rPr, self._holders, is_field))


_BLANKS = str.maketrans("\t\n\r", "   ")  # inside a w:t they are drawn as spaces


def _written(formula: etree._Element) -> str:
    """Return all that a formula shows: characters, and how they are arranged."""
    shown = (each for each in formula.iter("*") if each.tag != _MATH_LOOK and etree.QName(each).namespace == M)
    return "".join(f"<{each.tag!s} {sorted(map(str, each.attrib.values()))}>{each.text or ''}" for each in shown)


def _kind(instruction: str) -> str:
    return next(iter(instruction.split()), "").upper()


def _is_computed(instruction: str) -> bool:
    return _kind(instruction) not in _TEXT_FIELDS


def _computed_fields(p: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Give the outermost fields that begin and end in `p` by their beginnings, and whether their result is computed."""
    opened: list[tuple[etree._Element, list[str]]] = []
    for mark in p.iter(w("fldChar"), w("instrText")):
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            opened.append((mark, []))
        elif kind is None and opened:
            opened[-1][1].append(mark.text or "")
        elif kind == "end" and opened:
            begin, instruction = opened.pop()
            if all(not _is_computed("".join(said)) for _, said in opened):
                yield begin, _is_computed("".join(instruction))


def media_of(targets: Mapping[str, str], contents: Mapping[str, bytes]) -> dict[str, str]:
    """Return what relationships lead to: the hash of a part's bytes where they are known, else the address."""
    return {
        number: sha256(contents[number]).hexdigest() if number in contents else target
        for number, target in targets.items()
    }
