"""A clean Word file from the words of a document of another format, so that it can be redlined."""

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import replace

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph as WordParagraph

from app.export.tracked_text import xml_text
from app.export.word_file import word_bytes
from app.export.word_tables import items_of, make_table
from app.model.document import Anchor, Document, Paragraph
from app.model.marks import TextStyle
from app.model.span import Span
from app.paths import data_dir

TEMPLATE = "reconstructed.docx"
_PART = "word/document.xml"
_TWIP = 635  # in English metric units
_HEADINGS = 3
_LEVELS = 5
_STYLES = {"title": "Title", "table-cell": "Table Text"}
_AFTER_THE_BODY = (("Notes", ("footnote", "endnote")), ("Headers and footers", ("header", "footer")))


def reconstruct(document: Document) -> tuple[bytes, Document]:
    """Return a Word file with the paragraphs of `document`, and the same document anchored to that file.

    The numbers and bullets of the source are typed, followed by a tab. Notes, headers and footers stand after the
    body, under headings that are no paragraphs of the document; neither is a line in the header that says where the
    words come from. Characters that a Word file cannot hold become U+FFFD.
    """
    word = docx.Document(str(data_dir("templates") / TEMPLATE))
    header = word.sections[0].header.paragraphs[0]
    header.text = f"Reconstructed from {xml_text(document.name)} by Counterdraft; the wording is that of the source"
    places = _write(word, document)
    data = word_bytes(word, title=document.title, author="Counterdraft")
    anchored = replace(
        document,
        data=data,
        word=data,
        sha256=hashlib.sha256(data).hexdigest(),
        kind="docx",
        paragraphs=tuple(_anchored(paragraph, places[paragraph.index]) for paragraph in document.paragraphs),
    )
    return data, anchored


def _write(word: WordDocument, document: Document) -> dict[int, int]:
    """Add all paragraphs to `word`; return by the index of each the ordinal of its `w:p` in document order."""
    bold = _bold_openings(document)
    section = word.sections[0]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    written: dict[CT_P, int] = {}

    def fill(p: CT_P, paragraph: Paragraph) -> None:
        _fill(WordParagraph(p, word), paragraph, bold.get(paragraph.index, 0))
        written[p] = paragraph.index

    for heading, paragraphs in _parts(document):
        if heading:
            word.add_paragraph(heading, style="Part")
        for item in items_of(paragraphs):
            if isinstance(item, Paragraph):
                fill(word.element.body.add_p(), item)
            else:
                word.element.body._insert_tbl(make_table(item, width // _TWIP, fill))  # noqa: SLF001 - no other way
                word.add_paragraph(style="Table End")  # a table that follows would become one with it
    elements = enumerate(word.element.iter(qn("w:p")))
    return {written[p]: place for place, p in elements if p in written}


def _parts(document: Document) -> Iterator[tuple[str, list[Paragraph]]]:
    """Yield the paragraphs of the body, and of what follows it with its heading."""
    apart = [story for _, stories in _AFTER_THE_BODY for story in stories]
    yield "", [paragraph for paragraph in document.paragraphs if paragraph.story not in apart]
    for heading, stories in _AFTER_THE_BODY:
        paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.story in stories]
        if paragraphs:
            yield heading, paragraphs


def _anchored(paragraph: Paragraph, place: int) -> Paragraph:
    """Return `paragraph` as it stands in the Word file, at the `w:p` with the ordinal `place`."""
    offset = len(paragraph.marker) + 1 if paragraph.marker else 0
    return replace(
        paragraph,
        text=xml_text(paragraph.text),
        anchor=Anchor(_PART, place, offset),
        typed=bool(paragraph.marker),
    )


def _bold_openings(document: Document) -> dict[int, int]:
    """Return how many characters of a paragraph are a heading that its style does not show.

    That is the heading run into the first sentence of a section, or the whole of an item that is a heading in its list.
    """
    lengths: dict[int, int] = {}
    for section in document.sections:
        first = document.paragraphs[section.first]
        if first.kind != "heading" and first.text.startswith(section.title):
            end = len(section.title)
            lengths[first.index] = end + 1 if first.text[end : end + 1] in (".", ":") else end
    headings = (
        paragraph
        for paragraph in document.paragraphs
        if paragraph.kind == "heading" and (_is_item(paragraph) or paragraph.cell is not None)
    )
    return lengths | {heading.index: len(heading.text) for heading in headings}


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.kind == "list-item" or (paragraph.kind == "heading" and paragraph.parent is not None)


def _fill(added: WordParagraph, paragraph: Paragraph, bold: int) -> None:
    """Fill `added`, in the style of its kind and level; its marker and first `bold` characters are bold."""
    added.style = _style_of(paragraph)
    if _is_item(paragraph) and paragraph.kind == "heading":
        added.paragraph_format.keep_with_next = True
    if paragraph.marker:
        marker = added.add_run(f"{xml_text(paragraph.marker)}\t")
        marker.bold = True if bold else None
    styles = (TextStyle(Span(0, bold), bold=True), *paragraph.styles) if bold else paragraph.styles
    _add_runs(added, xml_text(paragraph.text), styles)


def _style_of(paragraph: Paragraph) -> str:
    """Return the name of a style of the template."""
    if paragraph.cell is not None:
        return "Table Text"
    if _is_item(paragraph):
        level = min(paragraph.level + 1, _LEVELS)
        name = "List" if paragraph.marker else "List Continue"
        return name if level == 1 else f"{name} {level}"
    if paragraph.kind == "heading":
        return f"Heading {min(paragraph.level + 1, _HEADINGS)}"
    return _STYLES.get(paragraph.kind, "Body Text")


def _add_runs(added: WordParagraph, text: str, styles: tuple[TextStyle, ...]) -> None:
    """Add `text` as runs, each of which looks the same throughout."""
    for span in _stretches(len(text), styles):
        run = added.add_run(text[span.start : span.end])
        here = [style for style in styles if style.span.start <= span.start and span.end <= style.span.end]
        run.bold = True if any(style.bold for style in here) else None
        run.italic = True if any(style.italic for style in here) else None
        run.underline = True if any(style.underline for style in here) else None
        run.font.hidden = True if any(style.hidden for style in here) else None


def _stretches(length: int, styles: tuple[TextStyle, ...]) -> Iterator[Span]:
    """Yield the stretches between the places where a style begins or ends."""
    places = {0, length} | {place for style in styles for place in (style.span.start, style.span.end)}
    ordered = sorted(place for place in places if place <= length)
    for start, end in itertools.pairwise(ordered):
        yield Span(start, end)
