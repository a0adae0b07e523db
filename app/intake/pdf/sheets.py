"""The pages of a PDF one by one: their words from the text layer, the form or text recognition, as lines and tables."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

import pypdfium2
import pypdfium2.raw as pdfium

from app.intake.ocr.engine import Engine, find_engine
from app.intake.ocr.scans import PageLook, PageTooLargeError, look_of, turn_page
from app.intake.pdf.forms import fill_in, form_words
from app.intake.pdf.lines import Line, runs_of, table_line, turned_lines
from app.intake.pdf.notes import PageNote, page_notes
from app.intake.pdf.placed import PlacedWord
from app.intake.pdf.tables import PageTable, find_tables
from app.intake.pdf.words import PageTooFullError, read_words
from app.model.document import PageWay

_LETTERING = 24  # drawn outlines
_LINES = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as read.

    Attributes:
        runs: Its words by line, as the file draws them, and a line for each table.
        turned: The lines that are shown turned.
        look: What it is, for a page that is read by text recognition or not at all.
        words: Those of text recognition.
        engine: The text recognition that was asked; None where none was needed or is installed.
        turn: By how many degrees clockwise it was turned to be read, beyond how the file shows it.
        problem: What keeps it from being read: it is damaged, or holds more letters than a page can.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    way: PageWay = "none"
    runs: tuple[Line, ...] = ()
    turned: tuple[Line, ...] = ()
    notes: tuple[PageNote, ...] = ()
    look: PageLook = "text"
    words: tuple[PlacedWord, ...] = ()
    engine: Engine | None = None
    turn: int = 0
    problem: Literal["", "damaged", "too full"] = ""


def read_sheet(pdf: pypdfium2.PdfDocument, number: int) -> Sheet:
    """Return the page with that number, from 1; one that cannot be read says why."""
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        return Sheet(number, problem="damaged")
    shown = page.get_rotation()
    try:
        sheet = _read(pdf, page, number)
        return replace(sheet, turn=(page.get_rotation() - shown) % 360)
    except (pypdfium2.PdfiumError, PageTooLargeError):
        return Sheet(number, problem="damaged")
    except PageTooFullError:
        return Sheet(number, problem="too full")
    finally:
        page.close()


def _read(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int) -> Sheet:
    words = _upright_words(page)
    filled = form_words(page, words)
    if filled:
        words = fill_in(words, filled)
    notes = page_notes(pdf, page, number)
    look = look_of(page, words)
    if look == "picture" and not words and _holds_lines_only(page):
        look = "empty"
    if look == "text":
        return _laid_out(page, number, words, notes)
    engine = find_engine() if look in ("picture", "garbled") else None
    if engine is None:
        left = [] if look == "garbled" else words
        return replace(_laid_out(page, number, left, notes), look=look)
    found = engine.read_page(page)
    return replace(_laid_out(page, number, found, notes), way="ocr", look=look, words=tuple(found), engine=engine)


def _holds_lines_only(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a few lines are all that is drawn on `page`; letters drawn as outlines are many."""
    drawn = list(islice(page.get_objects(max_depth=2), _LETTERING))
    return len(drawn) < _LETTERING and all(each.type in _LINES for each in drawn)


def _upright_words(page: pypdfium2.PdfPage) -> list[PlacedWord]:
    """Return the words of the text layer of `page`, which is turned where most of them are, in memory."""
    words = read_words(page)
    turns = [word.turn for word in words if word.turn]
    if 2 * len(turns) <= len(words):
        return words
    turn_page(page, 360 - max(sorted(set(turns)), key=turns.count))
    return read_words(page)


def _laid_out(page: pypdfium2.PdfPage, number: int, words: Sequence[PlacedWord], notes: tuple[PageNote, ...]) -> Sheet:
    """Return the page with its words in lines and tables."""
    width, height = page.get_size()
    turned = [word for word in words if word.turn]
    if turned:
        words = [word for word in words if not word.turn]
    tables = find_tables(page, words) if words else ()
    lines: list[Line] = []
    for table in tables:
        held, words = _held_by(table, words)
        if held:
            lines.append(table_line(table, held, number))
    return Sheet(
        number,
        width,
        height,
        "layout" if lines else "text" if words or turned else "none",
        (*runs_of(words, number), *lines),
        tuple(turned_lines(turned, number)),
        notes,
    )


def _held_by(table: PageTable, words: Sequence[PlacedWord]) -> tuple[list[PlacedWord], list[PlacedWord]]:
    """Return the words in a table, and the others."""
    held: list[PlacedWord] = []
    others: list[PlacedWord] = []
    for word in words:
        (held if table.holds(word) else others).append(word)
    return held, others
