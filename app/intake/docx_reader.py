"""Word files to paragraphs: all stories, earlier revisions accepted, automatic numbers resolved."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from app.intake.blocks import Block, Content, Step
from app.intake.headings import is_styled_heading
from app.model.document import Anchor, Cell, Opening
from app.model.marks import TextStyle
from app.model.span import Span
from app.ooxml.names import MC, w
from app.ooxml.numbering import Mark, Numbering
from app.ooxml.package import Package, open_package
from app.ooxml.runs import ParagraphText, paragraphs_of, read_text
from app.ooxml.styles import Styles

_FALLBACK = f"{{{MC}}}Fallback"
_CHOICE = f"{{{MC}}}Choice"
_TEXT_BOX = w("txbxContent")
_CELL = w("tc")
_STORIES = {w("document"): "body", w("hdr"): "header", w("ftr"): "footer"}
_NOTES = {w("footnotes"): "footnote", w("endnotes"): "endnote"}
_SECTION_BREAK = f"{w('pPr')}/{w('sectPr')}"
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_COLUMN = 120  # twips


def read_docx(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of the Word file `data`: the body, then text boxes, headers, footers and notes.

    Raises:
        UnsupportedFormatError: It is no Word file, or damaged.
        EncryptedFileError: It is protected by a password.
    """
    package = open_package(data, path)
    styles = Styles(_part(package, "styles"))
    numbering = _part(package, "numbering")
    blocks = [
        block
        for part in package.stories()
        for block in _read_part(part, package.tree(part), styles, Numbering(numbering, styles))
    ]
    blocks.sort(key=lambda block: block.story != "body")  # stable: the other stories keep their order
    step(1, 1)
    return Content("docx", blocks, word=data)


def _part(package: Package, kind: str) -> etree._Element | None:
    names = package.related(package.main, kind)
    return package.tree(names[0]) if names else None


def _read_part(part: str, root: etree._Element, styles: Styles, numbering: Numbering) -> Iterator[Block]:
    """Yield the paragraphs of one part that show something."""
    story = _STORIES.get(str(root.tag)) or _NOTES.get(str(root.tag), "body")
    for index, p in enumerate(paragraphs_of(root)):
        around = {str(ancestor.tag): ancestor for ancestor in p.iterancestors()}
        if _FALLBACK in around or _is_other_choice(around):
            continue
        read = read_text(p)
        if not read.text.strip() and p.find(_SECTION_BREAK) is not None:
            continue  # Word numbers no paragraph that is only a section break
        mark = numbering.mark(p)
        if not read.text.strip():
            continue
        heading = styles.outline_level(p) if is_styled_heading(read.text.strip()) else None
        yield Block(
            text=read.text,
            anchor=Anchor(part=part, index=index),
            marker="" if mark is None else mark.text,
            indent=_indent(p, styles, mark),
            heading=heading,
            title=styles.is_title(p),
            cell=Cell(0, 0, 0) if _CELL in around else None,
            story="text-box" if _TEXT_BOX in around else story,
            styles=tuple(_emphasis(p, read, styles)),
        )


def _is_other_choice(around: dict[str, etree._Element]) -> bool:
    """Tell whether a paragraph stands in a second choice of alternatives: only the first is read."""
    choice = around.get(_CHOICE)
    return choice is not None and next(choice.itersiblings(_CHOICE, preceding=True), None) is not None


def _indent(p: etree._Element, styles: Styles, mark: Mark | None) -> int | None:
    """Return where the first line of `p` begins, in columns; None for an automatic number, whose level says more."""
    if mark is not None:
        return None
    left = first = None
    for holder in (p, *styles.chain(styles.of_paragraph(p))):
        ind = holder.find(f"{w('pPr')}/{w('ind')}")
        if ind is None:
            continue
        left = _twips(ind, "left", "start") if left is None else left
        if first is None:
            hanging = _twips(ind, "hanging")
            first = _twips(ind, "firstLine") if hanging is None else -hanging
    return ((left or 0) + (first or 0)) // _COLUMN


def _twips(ind: etree._Element, *names: str) -> int | None:
    for name in names:
        stated = ind.get(w(name))
        if stated is not None and _WHOLE.fullmatch(stated):
            return int(stated)
    return None


def _emphasis(p: etree._Element, read: ParagraphText, styles: Styles) -> Iterator[TextStyle]:
    """Yield the emphasised stretches of a paragraph; neighbours that look the same are one."""
    open_style: TextStyle | None = None
    for piece in read.pieces:
        emphasis = styles.emphasis(p, piece.r)
        style = TextStyle(
            span=Span(piece.start, piece.end),
            bold=bool(emphasis.bold),
            italic=bool(emphasis.italic),
            underline=bool(emphasis.underline),
        )
        if open_style is not None and _looks(open_style) == _looks(style):
            span = Span(open_style.span.start, piece.end)
            open_style = TextStyle(span, style.bold, style.italic, style.underline)
            continue
        if open_style is not None and any(_looks(open_style)):
            yield open_style
        open_style = style
    if open_style is not None and any(_looks(open_style)):
        yield open_style


def _looks(style: TextStyle) -> tuple[bool, bool, bool]:
    return style.bold, style.italic, style.underline
