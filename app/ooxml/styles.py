"""Styles of a package: what a paragraph or run has from them (ECMA-376-1 17.7)."""

import re
from collections.abc import Mapping
from functools import cache

from lxml import etree

from app.model.document import View
from app.ooxml.names import w
from app.ooxml.runs import UNSAID, Emphasis, emphasis_of

_HEADING = re.compile(r"heading ([1-9])")
_BASES = 50  # styles based on one another; Word itself makes at most 11
_BODY_TEXT = 9  # the outline level that says "no heading", 17.3.1.20
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_PPR, _RPR, _VAL = w("pPr"), w("rPr"), w("val")
_STYLE, _RUN_STYLE, _OUTLINE, _IND = w("pStyle"), w("rStyle"), w("outlineLvl"), w("ind")
_FORMER, _FORMER_LOOK = w("pPrChange"), w("rPrChange")
_KEPT = (_RPR, w("sectPr"), _FORMER)  # what a change of properties does not store

Properties = Mapping[str, etree._Element]  # noqa: SLF001 - lxml's own name for its type
"""The properties of a paragraph by their tag."""


class Styles:
    """The styles of `word/styles.xml`; without that part every look-up gives what an empty one would.

    Attributes:
        default: Id of the style of paragraphs that name none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self.default = ""
        for style in () if root is None else root.iterchildren(w("style")):
            style_id = style.get(w("styleId"), "")
            self._styles.setdefault(style_id, style)
            if style.get(w("default")) in ("1", "true", "on") and style.get(w("type")) == "paragraph":
                self.default = style_id
        self.chain = cache(self._find_chain)
        self.outline_of = cache(self._find_outline)
        self.is_title = cache(self._find_title)
        self.indent_of = cache(self._find_indent)
        self._emphasis = cache(self._find_emphasis)

    def of_paragraph(self, properties: Properties) -> str:
        """Return the id of the style of a paragraph."""
        return _value(properties.get(_STYLE)) or self.default

    def outline_level(self, properties: Properties) -> int | None:
        """Return the level of a paragraph as a heading, from 0: stated directly, or by a style named a heading."""
        stated = _value(properties.get(_OUTLINE))
        return self.outline_of(self.of_paragraph(properties)) if stated is None else _level(stated)

    def indent(self, properties: Properties) -> int:
        """Return where the first line of a paragraph begins, in twips from the margin."""
        own = properties.get(_IND)
        left, first = self.indent_of(self.of_paragraph(properties))
        if own is not None:
            own_left, own_first = _indents(own)
            left = left if own_left is None else own_left
            first = first if own_first is None else own_first
        return (left or 0) + (first or 0)

    def emphasis(self, style: str, rPr: etree._Element | None) -> Emphasis:
        """Return the emphasis of a run: its own, else that of its style, else that of the paragraph's `style`."""
        if rPr is None:
            return self._emphasis("", style)
        run_style = next(rPr.iterchildren(_RUN_STYLE), None)
        styled = self._emphasis("" if run_style is None else run_style.get(_VAL, ""), style)
        own = emphasis_of(rPr)
        if own is UNSAID:
            return styled
        return Emphasis(
            styled.bold if own.bold is None else own.bold,
            styled.italic if own.italic is None else own.italic,
            styled.underline if own.underline is None else own.underline,
            styled.hidden if own.hidden is None else own.hidden,
        )

    def _find_chain(self, style_id: str) -> tuple[etree._Element, ...]:
        """Return the style of that id and those it is based on, the nearest first."""
        chain: dict[str, etree._Element] = {}
        while style_id in self._styles and style_id not in chain and len(chain) < _BASES:
            chain[style_id] = self._styles[style_id]
            style_id = value_of(chain[style_id], "basedOn") or ""
        return tuple(chain.values())

    def _find_outline(self, style_id: str) -> int | None:
        """Return the level as a heading that a style gives."""
        for style in self.chain(style_id):
            stated = value_of(style, "pPr", "outlineLvl")
            if stated is not None:
                return _level(stated)
            heading = _HEADING.fullmatch((value_of(style, "name") or "").lower())
            if heading:
                return int(heading[1]) - 1
        return None

    def _find_title(self, style_id: str) -> bool:
        """Return whether a style is the one for titles of documents, or based on it."""
        return any((value_of(style, "name") or "").lower() == "title" for style in self.chain(style_id))

    def _find_indent(self, style_id: str) -> tuple[int | None, int | None]:
        """Return the left indent that a style gives, and that of the first line beside it."""
        left = first = None
        for style in self.chain(style_id):
            ind = style.find(f"{_PPR}/{_IND}")
            if ind is not None:
                styled_left, styled_first = _indents(ind)
                left = styled_left if left is None else left
                first = styled_first if first is None else first
        return left, first

    def _find_emphasis(self, run_style: str, paragraph_style: str) -> Emphasis:
        styles = (*self.chain(run_style), *self.chain(paragraph_style))
        found = [emphasis_of(style.find(_RPR)) for style in styles]
        sides = zip(*found, strict=True) if found else ((), (), (), ())
        return Emphasis(*(next((each for each in side if each is not None), None) for side in sides))


def properties_of(p: etree._Element, view: View = "accepted") -> Properties:
    """Return the properties that a paragraph has on one side of its earlier revisions."""
    pPr = next(p.iterchildren(_PPR), None)
    if pPr is None:
        return {}
    properties = {str(child.tag): child for child in pPr}
    if view == "original" and _FORMER in properties:
        kept = {tag: properties[tag] for tag in _KEPT if tag in properties}
        former = next(properties[_FORMER].iterchildren(_PPR), None)
        return {str(child.tag): child for child in (() if former is None else former)} | kept
    return properties


def former_look(rPr: etree._Element | None) -> etree._Element | None:
    """Return the run properties that stood for `rPr` before an earlier revision of looks; itself without one."""
    change = None if rPr is None else next(rPr.iterchildren(_FORMER_LOOK), None)
    return rPr if change is None else next(change.iterchildren(_RPR), None)


def value_of(element: etree._Element, *tags: str) -> str | None:
    """Return the `w:val` of the element found by stepping down `tags`; None where there is none."""
    child: etree._Element | None = element
    for tag in tags:
        child = None if child is None else next(child.iterchildren(w(tag)), None)
    return _value(child)


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(_VAL)


def _level(stated: str) -> int | None:
    return int(stated) if stated.isdecimal() and int(stated) < _BODY_TEXT else None


def _indents(ind: etree._Element) -> tuple[int | None, int | None]:
    hanging = _twips(ind, "hanging")
    return _twips(ind, "left", "start"), _twips(ind, "firstLine") if hanging is None else -hanging


def _twips(ind: etree._Element, *names: str) -> int | None:
    for name in names:
        stated = ind.get(w(name))
        if stated is not None and _WHOLE.fullmatch(stated):
            return int(stated)
    return None
