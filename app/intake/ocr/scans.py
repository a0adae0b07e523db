"""Pages whose text layer cannot be used: which they are, their picture, and what is said of them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

import pypdfium2
import pypdfium2.raw as pdfium

from app.intake.pdf.placed import PlacedWord
from app.model.document import page_runs
from app.paths import is_bundle

PageLook = Literal["text", "empty", "picture", "garbled"]

DOUBTFUL = 0.8
"""Confidence below which a word is called doubtful."""

_POINTS_PER_INCH = 72
_MOST_PIXELS = 12_000_000  # of a rendered page: A4 at 300 dpi has nine million
_MOST_SOURCE_PIXELS = (
    140_000_000  # of the pictures on a page: A4 at 1200 dpi; each takes up to three bytes for a moment
)
_FULL_TEXT = 60  # words; fewer may be a stamp, a header or a page number over a picture
_COVERED = 0.5  # share of the page that pictures cover
_MOST_OBJECTS = 2000  # of a page that are looked at for pictures
_DEPTH = 3  # of forms within forms
_SAMPLE = 200  # words
_LONG = 20  # letters of a word
_MANY_SIGNS = 0.2  # share of characters that stand for nothing
_FEW_COMMON = 0.4  # share of common letters among Latin ones: 0.5 and more in European languages
_MOST_ACCENTED = 0.05  # share of letters beyond ASCII, with which other letters are common
_TELLING = 100  # letters
_MOST_STRAY = 0.3  # share of letters outside the three most used scripts
_INK_DPI = 24
_INK = 0.0005  # share of dark dots; one line of print on A4 is 0.002
_DARK = 160
_WORST = 5

_NO_SIGN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff\U000f0000-\U0010ffff]")
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COMMON = "EAIONTRSL"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it is shown, in grey: a byte a dot, row by row from the top, 0 for black."""

    width: int
    height: int
    dots: bytes


class PageTooLargeError(Exception):
    """The pictures of a page are larger than a scan can be; it was not rendered."""


def look_of(page: pypdfium2.PdfPage, words: Sequence[PlacedWord]) -> PageLook:
    """Return what `page` is: text, empty, a picture (with no more than a stamp or page number), or garbled text.

    The text of the last two can only be had from the picture of the page. Letters that PDFium cannot tell count as
    garbled where `words` show them as U+FFFD or as control characters.
    """
    if is_garbled([word.text for word in words]):
        return "garbled"
    if len(words) >= _FULL_TEXT:
        return "text"
    if _covered(page) >= _COVERED:
        return "picture"
    if words:
        return "text"
    return "picture" if _has_ink(page) else "empty"


def is_garbled(words: Sequence[str]) -> bool:
    """Tell whether `words` are not what is printed: signs without meaning, rare letters, or letters of many scripts.

    Fonts may come without a table from their glyphs to letters; what is read are then numbers of glyphs.
    """
    text = "".join(words[:: max(1, len(words) // _SAMPLE)])[: _SAMPLE * _LONG].upper()
    is_plain = text.isascii() and text.isprintable()
    if not is_plain and len(_NO_SIGN.findall(text)) > _MANY_SIGNS * len(text):
        return True
    return _is_of_rare_letters(text) or (not is_plain and _is_of_many_scripts(text))


def _is_of_rare_letters(text: str) -> bool:
    """Tell whether the letters of `text` are Latin and not those that are common in the languages written with them."""
    latin = sum(map(text.count, _LATIN))
    if latin < _TELLING or len(text) - len(text.encode("ascii", "ignore")) > _MOST_ACCENTED * len(text):
        return False
    return sum(map(text.count, _COMMON)) < _FEW_COMMON * latin


def _is_of_many_scripts(text: str) -> bool:
    """Tell whether many letters stand outside the three most used scripts: Japanese has three, and Latin is one."""
    scripts: Counter[int] = Counter()
    for letter, count in Counter(text).items():
        if letter.isalpha() or letter > "\u02ff":
            scripts[_script(ord(letter))] += count
    stray = sum(count for _, count in scripts.most_common()[3:])
    return scripts.total() >= _TELLING and stray > _MOST_STRAY * scripts.total()


def _script(point: int) -> int:
    """Return a number for the script of a code point: its block of 128, all of East Asia and of Latin in one."""
    if point < 0x300 or 0x1E00 <= point < 0x1F00 or 0x2000 <= point < 0x2C00:
        return 0
    return -1 if 0x2E80 <= point < 0xE000 or 0xF900 <= point < 0xFB00 or point >= 0x20000 else point >> 7


def _covered(page: pypdfium2.PdfPage) -> float:
    """Return which share of `page` its pictures cover, each counted whole."""
    left, bottom, right, top = page.get_bbox()
    area = 0.0
    for picture in _pictures(page):
        try:
            from_left, from_bottom, to_right, to_top = picture.get_bounds()
        except pypdfium2.PdfiumError:
            continue
        area += max(0.0, min(right, to_right) - max(left, from_left)) * max(
            0.0, min(top, to_top) - max(bottom, from_bottom)
        )
    share: float = area / max(1.0, (right - left) * (top - bottom))
    return share


def _pictures(page: pypdfium2.PdfPage) -> list[pypdfium2.PdfObject]:
    """Return the pictures among the first objects of `page`."""
    objects = islice(page.get_objects(max_depth=_DEPTH), _MOST_OBJECTS)
    return [each for each in objects if each.type == pdfium.FPDF_PAGEOBJ_IMAGE]


def _has_ink(page: pypdfium2.PdfPage) -> bool:
    """Tell whether anything is to be seen on `page`."""
    try:
        picture = page_picture(page, _INK_DPI)
    except PageTooLargeError:
        return True
    light = len(picture.dots.translate(None, bytes(range(_DARK))))
    return len(picture.dots) - light > _INK * len(picture.dots)


def check_pictures(page: pypdfium2.PdfPage) -> None:
    """Check that the pictures of `page` can be unpacked.

    Raises:
        PageTooLargeError: They are larger than a scan can be.
    """
    if sum(_source_pixels(picture) for picture in _pictures(page)) > _MOST_SOURCE_PIXELS:
        raise PageTooLargeError


def page_picture(page: pypdfium2.PdfPage, dpi: int) -> Picture:
    """Return the picture of `page` at `dpi` or what its size allows.

    Raises:
        PageTooLargeError: The pictures on it are larger than a scan can be.
    """
    check_pictures(page)
    width, height = page.get_size()
    wanted = dpi / _POINTS_PER_INCH
    allowed = (_MOST_PIXELS / max(1.0, width * height)) ** 0.5
    bitmap = page.render(scale=min(wanted, allowed), grayscale=True)
    try:
        rows = memoryview(bitmap.buffer).cast("B")
        ends = range(0, bitmap.height * bitmap.stride, bitmap.stride)
        dots = b"".join(rows[start : start + bitmap.width] for start in ends)
        return Picture(bitmap.width, bitmap.height, dots)
    finally:
        bitmap.close()


def turn_page(page: pypdfium2.PdfPage, degrees: int) -> None:
    """Turn `page` clockwise, in memory; the file stays."""
    page.set_rotation((page.get_rotation() + degrees) % 360)


def _source_pixels(picture: pypdfium2.PdfObject) -> int:
    metadata = pdfium.FPDF_IMAGEOBJ_METADATA()
    if not pdfium.FPDFImageObj_GetImageMetadata(picture, picture.page, metadata):
        return 0
    return int(metadata.width) * int(metadata.height)


def recognition_remarks(
    recognized: Mapping[int, Sequence[PlacedWord]], unread: Mapping[int, PageLook], engine: str = ""
) -> tuple[str, ...]:
    """Return what a reader is told of the pages that are not read by their text layer.

    Args:
        recognized: The words of the pages read by text recognition, by number of page.
        unread: The other pages without usable text, and what they are.
        engine: Name of the text recognition; "" where there is none.
    """
    blank = [number for number, words in recognized.items() if not words]
    read = {number: words for number, words in recognized.items() if words}
    return (*_read_remark(read, engine), *_blank_remark(blank, engine), *_unread_remarks(unread, engine))


def _read_remark(read: Mapping[int, Sequence[PlacedWord]], engine: str) -> tuple[str, ...]:
    if not read:
        return ()
    total = sum(map(len, read.values()))
    doubtful = sorted(
        (word.confidence, number, place, word.text)
        for number, words in read.items()
        for place, word in enumerate(words)
        if word.confidence < DOUBTFUL
    )
    begin = f"{pages_named(read)} {_were(read)} read by text recognition ({engine})"
    if not doubtful:
        return (f"{begin}: none of {total} words is doubtful",)
    worst = ", ".join(f'"{text}" (page {number}, {int(100 * sure)} %)' for sure, number, _, text in doubtful[:_WORST])
    is_are = "word is" if total == 1 else "words are" if len(doubtful) > 1 else "words is"
    leading = "the worst are " if len(doubtful) > _WORST else ""
    return (f"{begin}: {len(doubtful)} of {total} {is_are} doubtful: {leading}{worst}",)


def _blank_remark(blank: Sequence[int], engine: str) -> tuple[str, ...]:
    if not blank:
        return ()
    return (f"{pages_named(blank)} {_were(blank)} searched for words by text recognition ({engine}): there are none",)


def _unread_remarks(unread: Mapping[int, PageLook], engine: str) -> tuple[str, ...]:
    remedy = "look at them" if engine else how_to_install()
    remarks = []
    for look, one, many in (
        ("picture", "is a picture without text", "are pictures without text"),
        ("garbled", "has letters that cannot be told", "have letters that cannot be told"),
    ):
        pages = [number for number, found in unread.items() if found == look]
        if pages:
            remarks.append(f"{pages_named(pages)} {one if len(pages) == 1 else many}; {remedy}")
    return tuple(remarks)


def how_to_install() -> str:
    """Return what to do where there is no text recognition."""
    if is_bundle():
        return "install Tesseract, a text recognition; `counterdraft doctor` gives the line"
    return "install text recognition with: pip install 'counterdraft[ocr]'"


def pages_named(numbers: Iterable[int]) -> str:
    """Return "page 3", "pages 3 and 4" or "pages 3 to 5 and 9"."""
    named: list[str] = []
    for first, last in page_runs(numbers):
        named += [f"{first} to {last}"] if last - first > 1 else map(str, range(first, last + 1))
    if len(named) > 1:
        return f"pages {', '.join(named[:-1])} and {named[-1]}"
    return f"page{'s' if ' ' in named[0] else ''} {named[0]}"


def _were(pages: Iterable[int]) -> str:
    return "was" if len(list(pages)) == 1 else "were"
