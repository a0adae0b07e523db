"""The annotations of a PDF page as PDFium gives them: notes, links, fields of forms, attached files."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium

from app.intake.pdf.frames import Frame, frame_of

PlaceOnPage = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner of the page as shown."""

_MOST = 5_000  # of a page
_MOST_PIECES = 1_000  # of one annotation
_LONGEST = 200_000  # bytes of one text
_OUT_OF_SIGHT = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation that is shown, good for as long as its page is open and no other one is asked for.

    Attributes:
        index: Its place among those of the page.
        kind: One of PDFium's FPDF_ANNOT_.
        place: The box around it.
        raw: PDFium's handle.
    """

    index: int
    kind: int
    place: PlaceOnPage
    raw: object
    _frame: Frame

    def text(self, key: str) -> str:
        """Return the text of an entry of its dictionary; "" where there is none."""
        return read_wide(partial(pdfium.FPDFAnnot_GetStringValue, self.raw, key.encode()))

    def pieces(self) -> tuple[PlaceOnPage, ...]:
        """Return the boxes of the words that it marks; its own box where it marks none."""
        count = min(pdfium.FPDFAnnot_CountAttachmentPoints(self.raw), _MOST_PIECES)
        corners = pdfium.FS_QUADPOINTSF()
        pieces = []
        for place in range(count):
            if pdfium.FPDFAnnot_GetAttachmentPoints(self.raw, place, ctypes.byref(corners)):
                xs = (corners.x1, corners.x2, corners.x3, corners.x4)
                ys = (corners.y1, corners.y2, corners.y3, corners.y4)
                pieces.append(self._frame.shown(min(xs), min(ys), max(xs), max(ys)))
        return tuple(pieces) or (self.place,)


def annotations_of(page: pypdfium2.PdfPage) -> Iterator[Annotation]:
    """Yield the annotations of `page` that are not hidden, at most a few thousand."""
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)
    if count <= 0:
        return
    frame = frame_of(page)
    box = pdfium.FS_RECTF()
    for index in range(count):
        with _annotation(page, index) as raw:
            if not raw or pdfium.FPDFAnnot_GetFlags(raw) & _OUT_OF_SIGHT:
                continue
            if not pdfium.FPDFAnnot_GetRect(raw, ctypes.byref(box)):
                continue
            left, right = sorted((box.left, box.right))
            bottom, top = sorted((box.bottom, box.top))
            kind = pdfium.FPDFAnnot_GetSubtype(raw)
            yield Annotation(index, kind, frame.shown(left, bottom, right, top), raw, frame)


@contextmanager
def _annotation(page: pypdfium2.PdfPage, index: int) -> Iterator[object]:
    raw = pdfium.FPDFPage_GetAnnot(page.raw, index)
    try:
        yield raw
    finally:
        if raw:
            pdfium.FPDFPage_CloseAnnot(raw)


def read_wide(read: Callable[[object, int], int]) -> str:
    """Return the text that a function of PDFium writes into a buffer in UTF-16, and whose bytes it counts."""
    size = read(None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    read(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").rstrip("\x00")
