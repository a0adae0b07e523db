"""The pages of a PDF as they look, as pictures for a screen."""

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import pypdfium2
import pypdfium2.raw as pdfium

from app.intake.ocr.scans import PageTooLargeError, check_pictures
from app.intake.pdf.exclusion import pdfium_in_use
from app.intake.pdf.forms import open_form

PageProblem = Literal["protected", "damaged", "too large"]
"""Why a page cannot be drawn: its file asks for a password, it is damaged, its pictures are larger than a scan's."""

_MOST_PIXELS = 16_000_000  # 64 MB; A4 on a screen of 8 million dots, twice as wide as that, has eleven
_MOST_SIDE = 16_000
_QUARTER = 90
_FLAGS = pdfium.FPDF_ANNOT | pdfium.FPDF_RENDER_LIMITEDIMAGECACHE
_WHITE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as it looks.

    Attributes:
        stride: Bytes from row to row.
        data: Four bytes a dot: blue, green, red, and one without meaning; from the top left.
    """

    width: int
    height: int
    stride: int
    data: bytes = field(repr=False)


def draw_page(
    data: bytes,
    number: int,
    pixels_per_point: float,
    *,
    turn: int = 0,
    password: str = "",
    is_wanted: Callable[[], bool],
) -> PageImage | PageProblem | None:
    """Return the page with a number, from 1, of the PDF `data`; coarser where it would be too large a picture.

    What is filled into its form and its annotations are drawn; no script of the file runs, since PDFium is built
    without any, and nothing is fetched.

    Args:
        data: The bytes of the file.
        number: Of the page.
        pixels_per_point: How large it is drawn.
        turn: By how many degrees clockwise it is drawn turned (`Page.turn`).
        password: Of an encrypted file.
        is_wanted: Asked while it is drawn; once it is not, None is returned.
    """
    with pdfium_in_use:
        try:
            pdf = pypdfium2.PdfDocument(data, password=password or None)
        except pypdfium2.PdfiumError as error:
            is_protected = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
            return "protected" if is_protected else "damaged"
        try:
            open_form(pdf)
            page = pdf[number - 1]
            try:
                check_pictures(page)
                return _drawn(page, pixels_per_point, turn // _QUARTER, is_wanted)
            finally:
                page.close()
        except PageTooLargeError:
            return "too large"
        except (pypdfium2.PdfiumError, IndexError):
            return "damaged"
        finally:
            pdf.close()


def _drawn(
    page: pypdfium2.PdfPage, wanted: float, quarters: int, is_wanted: Callable[[], bool]
) -> PageImage | PageProblem | None:
    """Return `page` drawn, turned clockwise by quarters; None once it is not wanted any more."""
    points = page.get_size()
    if not all(math.isfinite(side) and side > 0 for side in points):
        return "damaged"
    scale = min(wanted, (_MOST_PIXELS / (points[0] * points[1])) ** 0.5, _MOST_SIDE / max(points))
    width, height = (max(1, round(side * scale)) for side in (points[::-1] if quarters % 2 else points))
    stride = 4 * width
    dots = ctypes.create_string_buffer(stride * height)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, dots, stride)
    if not bitmap:
        return "too large"
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        place = (0, 0, width, height, quarters, _FLAGS)
        if not _draw(page, bitmap, place, is_wanted):
            return None
        if page.formenv:
            pdfium.FPDF_FFLDraw(page.formenv, bitmap, page, *place)
        return PageImage(width, height, stride, dots.raw)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _draw(page: pypdfium2.PdfPage, bitmap: object, place: tuple[int, ...], is_wanted: Callable[[], bool]) -> bool:
    """Draw `page` into `bitmap`; return whether it was wanted to the end."""
    pause = pdfium.IFSDK_PAUSE(version=1)
    ask = type(pause.NeedToPauseNow)(lambda _: not is_wanted())
    pause.NeedToPauseNow = ask
    try:
        state = pdfium.FPDF_RenderPageBitmap_Start(bitmap, page, *place, ctypes.byref(pause))
        return bool(state == pdfium.FPDF_RENDER_DONE)
    finally:
        pdfium.FPDF_RenderPage_Close(page)
