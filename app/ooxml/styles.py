"""Styles of a package: what a paragraph or run has from them (ECMA-376-1 17.7)."""

import re
from functools import cache

from lxml import etree

from app.ooxml.names import w
from app.ooxml.runs import Emphasis, emphasis_of

_HEADING = re.compile(r"heading ([1-9])")
_BODY_TEXT = 9  # the outline level that says "no heading", 17.3.1.20


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
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
                self.default = style_id
        self._chain = cache(self._find_chain)
        self._emphasis = cache(self._find_emphasis)

    def chain(self, style_id: str) -> tuple[etree._Element, ...]:
        """Return the style of that id and those it is based on, the nearest first."""
        return self._chain(style_id)

    def of_paragraph(self, p: etree._Element) -> str:
        """Return the id of the style of `p`."""
        return value_of(p, "pPr", "pStyle") or self.default

    def outline_level(self, p: etree._Element) -> int | None:
        """Return the level of `p` as a heading, from 0: stated directly, or by a style that is named a heading."""
        stated = value_of(p, "pPr", "outlineLvl")
        if stated is not None:
            return _level(stated)
        for style in self.chain(self.of_paragraph(p)):
            stated = value_of(style, "pPr", "outlineLvl")
            if stated is not None:
                return _level(stated)
            heading = _HEADING.fullmatch((value_of(style, "name") or "").lower())
            if heading:
                return int(heading[1]) - 1
        return None

    def is_title(self, p: etree._Element) -> bool:
        """Return whether `p` has the style for titles of documents."""
        return any((value_of(style, "name") or "").lower() == "title" for style in self.chain(self.of_paragraph(p)))

    def emphasis(self, p: etree._Element, r: etree._Element) -> Emphasis:
        """Return the emphasis of a run: its own, else that of its style, else that of the paragraph's style."""
        own = emphasis_of(r)
        styled = self._emphasis(value_of(r, "rPr", "rStyle") or "", self.of_paragraph(p))
        return Emphasis(
            bold=styled.bold if own.bold is None else own.bold,
            italic=styled.italic if own.italic is None else own.italic,
            underline=styled.underline if own.underline is None else own.underline,
        )

    def _find_chain(self, style_id: str) -> tuple[etree._Element, ...]:
        chain: dict[str, etree._Element] = {}
        while style_id in self._styles and style_id not in chain:
            chain[style_id] = self._styles[style_id]
            style_id = value_of(chain[style_id], "basedOn") or ""
        return tuple(chain.values())

    def _find_emphasis(self, run_style: str, paragraph_style: str) -> Emphasis:
        found = [emphasis_of(style) for style in (*self.chain(run_style), *self.chain(paragraph_style))]
        return Emphasis(
            bold=next((each.bold for each in found if each.bold is not None), None),
            italic=next((each.italic for each in found if each.italic is not None), None),
            underline=next((each.underline for each in found if each.underline is not None), None),
        )


def value_of(element: etree._Element, *tags: str) -> str | None:
    """Return the `w:val` of the element found by stepping down `tags`; None where there is none."""
    child: etree._Element | None = element
    for tag in tags:
        child = None if child is None else child.find(w(tag))
    return None if child is None else child.get(w("val"))


def is_mark_deleted(p: etree._Element) -> bool:
    """Return whether an earlier revision deletes the end of `p`, so that it runs on into the next paragraph."""
    rPr = p.find(f"{w('pPr')}/{w('rPr')}")
    return rPr is not None and (rPr.find(w("del")) is not None or rPr.find(w("moveFrom")) is not None)


def _level(stated: str) -> int | None:
    return int(stated) if stated.isdigit() and int(stated) < _BODY_TEXT else None
