"""The words of a PDF page as PDFium places them: box, font, emphasis and turn.

PDFium gives the text of a page in one call, but boxes letter by letter. Only the first and last letter of a word are
asked for, by calls that take plain addresses: they need a quarter of the time of its usual Python calls.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from math import degrees
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from app.intake.pdf.frames import Frame, frame_of
from app.intake.pdf.placed import PlacedWord
from app.intake.plain.decoding import clean_characters

_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_HYPHEN = "\ufffe"  # PDFium's mark for one at the end of a line; it then leaves the line's end out
_NO_LETTER = re.compile(r"[\x00-\x1f\x7f\uffff]")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted", re.IGNORECASE)
_SUBSET = re.compile(r"[A-Z]{6}\+")
_FORCED_BOLD = 1 << 18  # flag of a font, PDF 32000-1 table 123
_QUARTER = 90
_STRETCH = 8  # words that are likely to be of one text object
_NAME_LENGTH = 128
_MOST_LETTERS = 200_000  # of a page: a page in small print has ten thousand

_get_box = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_get_object = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_BOX_BYTES = ctypes.sizeof(pdfium.FS_RECTF)


class PageTooFullError(Exception):
    """A page holds more letters than a page of a document can."""


class _Look(NamedTuple):
    """How the words of a text object look."""

    font: str
    bold: bool
    italic: bool
    turn: int


_NO_LOOK = _Look("", bold=False, italic=False, turn=0)


def read_words(page: pypdfium2.PdfPage) -> list[PlacedWord]:
    """Return the words of the text layer of `page`, in the order in which the file draws them.

    A word that a line's end splits at a hyphen is two, the hyphen at the end of the first.

    Raises:
        PageTooFullError: It has more letters than can be read in reasonable time.
    """
    textpage = page.get_textpage()
    try:
        letters = textpage.count_chars()
        if letters > _MOST_LETTERS:
            raise PageTooFullError
        text = textpage.get_text_range() if letters else ""
        spans = [match.span() for match in _WORD.finditer(text)]
        if not spans:
            return []
        places = [place for start, end in spans for place in (start, end - 1)]
        if letters != len(text):
            places = [_letter_at(textpage, place) for place in places]
        frame = frame_of(page)
        looks = _looks(textpage, _telling(text, spans, places), frame)
        return _placed(text, spans, _sides(textpage, places), looks, frame)
    finally:
        textpage.close()


def _letter_at(textpage: pypdfium2.PdfTextPage, place: int) -> int:
    """Return the index among the letters of the page of what stands at `place` in its text."""
    return max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(textpage.raw, place)))


def _telling(text: str, spans: Sequence[tuple[int, int]], places: Sequence[int]) -> list[int]:
    """Return for each word the letter that shows its looks: its first, but the second after a bracket or quote."""
    return [
        place + (end - start > 1 and not text[start].isalnum())
        for (start, end), place in zip(spans, places[::2], strict=True)
    ]


def _sides(textpage: pypdfium2.PdfTextPage, places: Sequence[int]) -> Iterator[tuple[float, ...]]:
    """Return left, top, right and bottom of the first letter and of the last of each word, as the page counts them.

    `places` are these letters in turn.
    """
    rectangles = (pdfium.FS_RECTF * len(places))()
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    address = ctypes.addressof(rectangles)
    for place in places:
        _get_box(handle, place, address)
        address += _BOX_BYTES
    sides = memoryview(rectangles).cast("B").cast("f").tolist()
    return zip(*(sides[first::8] for first in range(8)), strict=True)


def _looks(textpage: pypdfium2.PdfTextPage, places: Sequence[int], frame: Frame) -> list[_Look]:
    """Return the look of the letter at each place: that of the text object it belongs to.

    Text objects follow one another: where the first and the last of a stretch of words are one, so are those between.
    """
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    fonts: dict[int, tuple[str, bool, bool]] = {}
    looks: list[_Look] = []
    place, count, reach = 0, len(places), _STRETCH
    last, look = -1, _NO_LOOK
    while place < count:
        drawn = _get_object(handle, places[place])
        if drawn != last:
            last, reach = drawn, _STRETCH
            look = _look(drawn, fonts, _turn(textpage, places[place], frame)) if drawn else _NO_LOOK
        end = min(place + reach, count)
        while end > place + 1 and _get_object(handle, places[end - 1]) != drawn:
            end = place + (end - place) // 2
        looks += [look] * (end - place)
        place, reach = end, max(1, end - place)
    return looks


def _turn(textpage: pypdfium2.PdfTextPage, place: int, frame: Frame) -> int:
    """Return by how many degrees clockwise a letter is shown turned, to the nearest quarter of a turn."""
    angle = pdfium.FPDFText_GetCharAngle(textpage.raw, place)
    if angle <= 0.1 and not frame.rotation:
        return 0
    return (round(degrees(angle) / _QUARTER) * _QUARTER + frame.rotation) % 360


def _look(address: int, fonts: dict[int, tuple[str, bool, bool]], turn: int) -> _Look:
    """Return the look of the text object at an address; `fonts` holds what is known of the page's fonts."""
    drawn = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    font = pdfium.FPDFTextObj_GetFont(drawn)
    key = ctypes.cast(font, ctypes.c_void_p).value or 0
    if key not in fonts:
        fonts[key] = _font(font) if key else ("", False, False)
    name, bold, italic = fonts[key]
    outlined = pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    return _Look(name, bold or outlined, italic, turn)


def _font(font: object) -> tuple[str, bool, bool]:
    """Return the name of a font, and whether it is bold and italic."""
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    name = buffer.value.decode("utf-8", "replace") if length <= _NAME_LENGTH else ""
    name = _SUBSET.sub("", name)
    bold = _BOLD.search(name) is not None or bool(max(0, pdfium.FPDFFont_GetFlags(font)) & _FORCED_BOLD)
    return name, bold, _ITALIC.search(name) is not None


def _placed(
    text: str,
    spans: Sequence[tuple[int, int]],
    sides: Iterator[tuple[float, ...]],
    looks: Sequence[_Look],
    frame: Frame,
) -> list[PlacedWord]:
    """Return the words; those without a box, which PDFium makes up, and what has no letters are left out.

    Letters that PDFium cannot tell are U+FFFD.
    """
    words: list[PlacedWord] = []
    x, y = frame.left, frame.top
    new = tuple.__new__  # half the time of the class's own
    for (start, end), (left1, top1, right1, bottom1, left2, top2, right2, bottom2), look in zip(
        spans, sides, looks, strict=True
    ):
        word = text[start:end]
        if not (word.isascii() and word.isprintable()):
            word = clean_characters(_NO_LETTER.sub("\ufffd", word.replace(_HYPHEN, "-")))
        left = (left1 if left1 < left2 else left2) - x  # noqa: FURB136 - a call of min takes three times as long
        top = y - (top1 if top1 > top2 else top2)  # noqa: FURB136
        right = (right1 if right1 > right2 else right2) - x  # noqa: FURB136
        bottom = y - (bottom1 if bottom1 < bottom2 else bottom2)  # noqa: FURB136
        if frame.rotation:
            left, top, right, bottom = frame.shown(left + x, y - bottom, right + x, y - top)
        if word and bottom > top:
            font, bold, italic, turn = look
            words.append(new(PlacedWord, (word, left, top, right, bottom, font, 0.0, 1.0, bold, italic, turn, 0.0)))
    return words
