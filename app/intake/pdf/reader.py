"""PDF files to paragraphs: their pages in reading order, without what is printed on every page."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from app.errors import EncryptedFileError, NoTextError, OverBudgetError, UnsupportedFormatError
from app.intake.blocks import Block, Content, Step
from app.intake.ocr.scans import how_to_install, pages_named, recognition_remarks
from app.intake.pdf.blocks import Printed, cell_blocks, goes_on_in, make_block, vocabulary_of
from app.intake.pdf.exclusion import pdfium_in_use
from app.intake.pdf.footnotes import link_footnotes, names_of, split_footnotes
from app.intake.pdf.forms import open_form
from app.intake.pdf.furniture import find_counting, find_furniture
from app.intake.pdf.line_numbers import split_line_numbers
from app.intake.pdf.lines import Line, joined_rows, rows_of
from app.intake.pdf.marks import attach_notes
from app.intake.pdf.notes import attached_files
from app.intake.pdf.order import gutters_of, in_order
from app.intake.pdf.paragraphs import split_paragraphs
from app.intake.pdf.setting import setting_of
from app.intake.pdf.sheets import Sheet, read_sheet
from app.intake.pdf.weight import check_weight
from app.model.document import Cell, Opening, Page, SetAside

_MOST_PAGES = 5_000


def read_pdf(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of the PDF `data`; pages that cannot be read are named in `not_read`.

    Raises:
        EncryptedFileError: It asks for a password, or for another one.
        NoTextError: No page has text: it is a scan.
        OverBudgetError: It has more pages than a contract can, or its pages unpack to too much.
        UnsupportedFormatError: It is damaged.
    """
    check_weight(path, data)
    with pdfium_in_use:
        pdf = _open(path, data, opening.password)
        try:
            remarks = open_form(pdf)
            sheets = list(_sheets(path, pdf, step))
            remarks += _remarks(sheets, attached_files(pdf))
        finally:
            pdf.close()
    if not any(sheet.runs or sheet.turned for sheet in sheets):
        raise NoTextError(path, _why_empty(sheets))
    pages, set_aside = _furniture(sheets)
    notes = [note for sheet in sheets for note in sheet.notes]
    return Content(
        "pdf",
        attach_notes(link_footnotes(list(_blocks(sheets, pages))), notes),
        pages=len(sheets),
        not_read=remarks,
        page_list=tuple(Page(sheet.number, sheet.width, sheet.height, sheet.way, sheet.turn) for sheet in sheets),
        set_aside=set_aside,
    )


def _open(path: Path, data: bytes, password: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data, password=password or None)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            problem = (
                "the password does not open it; give the right one" if password else "protected by a password; give it"
            )
            raise EncryptedFileError(path, f"{problem} with --password") from error
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            problem = "protected in a way that is not read; save a copy without protection and open that"
            raise EncryptedFileError(path, problem, with_password=False) from error
        raise UnsupportedFormatError(
            path, "the file is damaged or incomplete; get a fresh copy, or print it to PDF again"
        ) from error


def _sheets(path: Path, pdf: pypdfium2.PdfDocument, step: Step) -> Iterator[Sheet]:
    count = len(pdf)
    if not count:
        raise UnsupportedFormatError(path, "it has no pages; get a fresh copy, or print it to PDF again")
    if count > _MOST_PAGES:
        raise OverBudgetError(
            path, f"it has {count:,} pages, and at most {_MOST_PAGES:,} are read; split it and open the part you need"
        )
    for number in range(1, count + 1):
        step(number - 1, count)
        yield read_sheet(pdf, number)


def _remarks(sheets: Sequence[Sheet], attached: Sequence[str]) -> tuple[str, ...]:
    """Return what a reader is told of the pages that are not read by their text layer, and of other files."""
    engine = next((sheet.engine.name for sheet in sheets if sheet.engine is not None), "")
    recognised = {sheet.number: sheet.words for sheet in sheets if sheet.engine is not None}
    unread = {sheet.number: sheet.look for sheet in sheets if sheet.engine is None and sheet.look != "text"}
    files = [*attached, *(note.file for sheet in sheets for note in sheet.notes if note.file)]
    holds = (f"files attached to it are not read: {', '.join(dict.fromkeys(files))}",) if files else ()
    return (*_problems(sheets), *recognition_remarks(recognised, unread, engine), *holds)


def _problems(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield what keeps pages from being read, the pages with the same problem together."""
    for problem, told in (("damaged", "not read, because of damage to the file"), ("too full", "too full to be read")):
        pages = [sheet.number for sheet in sheets if sheet.problem == problem]
        if pages:
            yield f"{pages_named(pages)}: {told}; get a fresh copy, or print it to PDF again"


def _why_empty(sheets: Sequence[Sheet]) -> str:
    problem = next(_problems(sheets), "")
    if problem:
        return problem
    if all(sheet.look == "empty" for sheet in sheets):
        return "its pages are empty; open the file that holds the contract"
    if any(sheet.engine for sheet in sheets):
        return "its pages are pictures in which text recognition finds no words; open the file that holds the contract"
    return f"its pages hold no text that can be read, only pictures; {how_to_install()}"


def _furniture(sheets: Sequence[Sheet]) -> tuple[list[list[Line]], tuple[SetAside, ...]]:
    """Return the lines of each page without running headers, footers and numbers, and what these say."""
    pages: list[list[Line]] = []
    aside: list[SetAside] = []
    split = split_line_numbers(sheet.runs for sheet in sheets)
    found = find_furniture([lines for lines, _ in split], [sheet.height or 1.0 for sheet in sheets])
    found |= find_counting(lines for lines, _ in split)
    for sheet, (lines, numbers) in zip(sheets, split, strict=True):
        taken = [*numbers, *(line for line in lines if id(line) in found)]
        aside += [SetAside(sheet.number, line.text) for line in joined_rows(rows_of(taken))]
        pages.append([line for line in lines if id(line) not in found])
    return pages, tuple(aside)


def _blocks(sheets: Sequence[Sheet], pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Yield the paragraphs of the pages, then the footnotes, then what is printed beside the text."""
    flow: list[Line] = []
    footnotes: list[list[Line]] = []
    gutters: Sequence[float] = ()
    for sheet, left in zip(sheets, pages, strict=True):
        gutters = gutters_of(left, gutters)
        lines, notes = split_footnotes(in_order(left, gutters), sheet.height or 1.0)
        flow += lines
        footnotes += notes
    printed = Printed(vocabulary_of(flow), setting_of(flow))
    table, first = -1, 0
    before: Line | None = None
    for group in split_paragraphs(flow, printed.setting):
        line = group[0]
        if line.table is None:
            yield make_block(group, printed)
        else:
            table, first = (table, first) if goes_on_in(before, line) else (table + 1, 0)
            yield from cell_blocks(line, Cell(table, first, 0), printed)
            first += max(cell.row + cell.rows for cell in line.table.cells)
        before = line
    for note, name in zip(footnotes, names_of(footnotes), strict=True):
        yield make_block(note, printed, story="footnote", names=(name,))
    for sheet in sheets:
        for line in sheet.turned:
            yield make_block([line], printed, story="text-box")
