"""A clean Word file from the words of a text, Markdown or PDF document, so that it can be redlined."""

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import replace

import docx
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from app.export.tracked_text import xml_text
from app.export.word_file import word_bytes
from app.model.document import Anchor, Document, Paragraph
from app.model.marks import TextStyle
from app.model.span import Span
from app.paths import data_dir

TEMPLATE = "reconstructed.docx"
_PART = "word/document.xml"
_HEADINGS = 3
_LEVELS = 5
_STYLES = {"title": "Title", "table-cell": "Table Text"}


def reconstruct(document: Document) -> tuple[bytes, Document]:
    """Return a Word file with the paragraphs of `document`, and the same document anchored to that file.

    The numbers and bullets of the source are typed, followed by a tab. A line in the header says where the
    words come from; it is no paragraph of the document. Characters that a Word file cannot hold become U+FFFD.
    """
    word = docx.Document(str(data_dir("templates") / TEMPLATE))
    header = word.sections[0].header.paragraphs[0]
    header.text = (
        f"Reconstructed from {xml_text(document.path.name)} by Counterdraft; the wording is that of the source"
    )
    bold = _bold_openings(document)
    for paragraph in document.paragraphs:
        _add(word, paragraph, bold.get(paragraph.index, 0))
    data = word_bytes(word, title=document.title, author="Counterdraft")
    anchored = replace(
        document,
        data=data,
        word=data,
        sha256=hashlib.sha256(data).hexdigest(),
        kind="docx",
        paragraphs=tuple(_anchored(paragraph) for paragraph in document.paragraphs),
    )
    return data, anchored


def _anchored(paragraph: Paragraph) -> Paragraph:
    """Return `paragraph` as it stands in the Word file, where each paragraph is one `w:p` in the same order."""
    offset = len(paragraph.marker) + 1 if paragraph.marker else 0
    return replace(
        paragraph,
        text=xml_text(paragraph.text),
        anchor=Anchor(_PART, paragraph.index, offset),
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
    headings = (paragraph for paragraph in document.paragraphs if _is_item(paragraph) and paragraph.kind == "heading")
    return lengths | {heading.index: len(heading.text) for heading in headings}


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.kind == "list-item" or (paragraph.kind == "heading" and paragraph.parent is not None)


def _add(word: WordDocument, paragraph: Paragraph, bold: int) -> None:
    """Add `paragraph` in the style of its kind and level; its marker and first `bold` characters are bold."""
    added = word.add_paragraph(style=_style_of(paragraph))
    if _is_item(paragraph) and paragraph.kind == "heading":
        added.paragraph_format.keep_with_next = True
    if paragraph.marker:
        marker = added.add_run(f"{xml_text(paragraph.marker)}\t")
        marker.bold = True if bold else None
    styles = (TextStyle(Span(0, bold), bold=True), *paragraph.styles) if bold else paragraph.styles
    _add_runs(added, xml_text(paragraph.text), styles)


def _style_of(paragraph: Paragraph) -> str:
    """Return the name of a style of the template."""
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


def _stretches(length: int, styles: tuple[TextStyle, ...]) -> Iterator[Span]:
    """Yield the stretches between the places where a style begins or ends."""
    places = {0, length} | {place for style in styles for place in (style.span.start, style.span.end)}
    ordered = sorted(place for place in places if place <= length)
    for start, end in itertools.pairwise(ordered):
        yield Span(start, end)
