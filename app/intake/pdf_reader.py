"""PDF files with a text layer, in one column, to paragraphs."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import EncryptedFileError, NoTextError, UnsupportedFormatError
from app.intake.blocks import Block, Content, Step
from app.intake.joining import is_broken, starts_item
from app.intake.markers import split_marker
from app.intake.pdf_lines import Line, lines_of_page, without_furniture
from app.intake.placed import PlacedWord
from app.model.document import Anchor, Opening
from app.model.marks import TextStyle
from app.model.span import Span

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

_SENTENCE_END = re.compile(r"[.;:!?][\"”’')\]]*$")
_SPLIT = re.compile(r"([^\W\d_]+)-$")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = frozenset(("non", "self", "co", "re", "pre", "post", "sub", "multi", "cross", "third", "inter", "semi"))
_COLUMN = 6.0  # points
_LOOSE = 1.35
_RAGGED = 0.08


def read_pdf(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of the PDF `data`; pages without text are named in `not_read`.

    Raises:
        EncryptedFileError: It asks for a password.
        NoTextError: No page has text: it is a scan.
        UnsupportedFormatError: It is damaged.
    """
    with _open(path, data) as pdf:
        pages = [_read_page(path, page) for page in _pages(path, pdf)]
    if not any(pages):
        raise NoTextError(path, "its pages hold no text, only pictures; run text recognition (OCR) and open the result")
    empty = tuple(
        f"page {number} has no text: it is empty, or a picture that needs text recognition (OCR)"
        for number, lines in enumerate(pages, 1)
        if not lines
    )
    lines = list(without_furniture(pages))
    vocabulary = Counter(word for line in lines for word in re.findall(r"[\w-]+", line.text.lower()))
    blocks = [_block(group, vocabulary) for group in _paragraphs(lines)]
    return Content("pdf", blocks, pages=len(pages), not_read=empty)


def _open(path: Path, data: bytes) -> "PDF":
    import pdfplumber  # noqa: PLC0415 - slow to import, and only for PDF
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports every flaw of a file that it can read
    try:
        return pdfplumber.open(BytesIO(data))
    except Exception as error:
        causes = (error, *error.args, error.__cause__, error.__context__)
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise EncryptedFileError(
                path, "protected by a password; save a copy without password and open that"
            ) from error
        raise _damaged(path) from error


def _damaged(path: Path) -> UnsupportedFormatError:
    return UnsupportedFormatError(path, "the file is damaged or incomplete; get a fresh copy, or print it to PDF again")


def _pages(path: Path, pdf: "PDF") -> list["Page"]:
    try:
        return pdf.pages
    except Exception as error:  # pdfminer lets any error of a broken file through
        raise _damaged(path) from error


def _read_page(path: Path, page: "Page") -> list[Line]:
    """Return the lines of one page."""
    try:
        found = page.extract_words(extra_attrs=["fontname"])
        height = float(page.height)
        page.close()
    except Exception as error:  # the same
        raise _damaged(path) from error
    words = [
        PlacedWord(
            text=word["text"],
            left=word["x0"],
            right=word["x1"],
            top=word["top"],
            bottom=word["bottom"],
            font=word["fontname"],
        )
        for word in found
    ]
    return lines_of_page(words, page.page_number, height or 1.0)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph."""
    if not lines:
        return
    steps = sorted(line.step for line in lines if line.step > 0)
    usual = steps[len(steps) // 4] if steps else 0.0
    rights = sorted(line.right for line in lines)
    lefts = sorted(line.left for line in lines)
    margin = rights[int(len(rights) * 0.9)]
    width = margin - lefts[len(lefts) // 10]
    group = [lines[0]]
    for line in lines[1:]:
        above = group[-1]
        full = above.right + line.first_word_width + _RAGGED * width >= margin
        if _breaks(group, line, is_full=full, is_loose=line.step > _LOOSE * usual):
            yield group
            group = []
        group.append(line)
    yield group


def _breaks(group: Sequence[Line], line: Line, *, is_full: bool, is_loose: bool) -> bool:
    """Tell whether `line` begins a new paragraph after those of `group`, the last of which may be full.

    On a new page a line without a number goes on with a numbered clause, even after the end of a sentence.
    """
    above = group[-1]
    ends = _SENTENCE_END.search(above.text) is not None
    is_numbered = split_marker(group[0].text) is not None
    if line.page != above.page:
        return not is_full or split_marker(line.text) is not None or (ends and not is_numbered)
    if is_loose or not is_full or starts_item(line.text, above.text, is_full=True):
        return True
    return ends and not is_numbered and line.left > max(above.left, group[0].left) + _COLUMN


def _block(group: Sequence[Line], vocabulary: Counter[str]) -> Block:
    """Return the paragraph of `group`, words that are split at line ends put together."""
    text = ""
    looks: list[tuple[int, bool, bool]] = []
    for line in group:
        for place, word in enumerate(line.words):
            if place or not is_broken(text):
                text += " " if text else ""
            elif _is_split(text, word.text, vocabulary):
                text = text[:-1]
            looks.append((len(text), word.bold, word.italic))
            text += word.text
    first = group[0]
    return Block(
        text=text,
        anchor=Anchor(part="", index=first.number, page=first.page),
        indent=round(first.left / _COLUMN),
        plain=True,
        styles=tuple(_styles(looks, len(text))),
    )


def _is_split(text: str, following: str, vocabulary: Counter[str]) -> bool:
    """Tell whether the hyphen at the end of `text` only splits a word, which the document may show unsplit."""
    start, rest = _SPLIT.search(text), _LETTERS.match(following)
    if start is None or rest is None or not rest[0].islower():
        return False
    before, after = start[1].lower(), rest[0]
    if vocabulary[before + after] or vocabulary[f"{before}-{after}"]:
        return vocabulary[before + after] >= vocabulary[f"{before}-{after}"]
    return before not in _COMPOUND


def _styles(looks: Sequence[tuple[int, bool, bool]], end: int) -> Iterator[TextStyle]:
    """Yield the emphasised stretches; `looks` says for each word where it begins and whether it is bold, italic."""
    start, current = 0, (False, False)
    for place, bold, italic in (*looks, (end, False, False)):
        if (bold, italic) != current or place == end:
            if any(current) and start < place:
                yield TextStyle(Span(start, place), bold=current[0], italic=current[1])
            start, current = place, (bold, italic)
