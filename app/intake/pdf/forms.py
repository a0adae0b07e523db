"""What is filled into the form of a PDF, as words where a reader sees them: its text layer does not hold them."""

import ctypes
import logging
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium

from app.intake.pdf.annotations import Annotation, annotations_of, read_wide
from app.intake.pdf.placed import PlacedWord
from app.intake.pdf.words import PageTooFullError
from app.intake.plain.decoding import clean_characters

CHECKED, EMPTY = "☒", "☐"
_MOST_OPTIONS = 2_000
_MOST_LETTERS = 200_000  # of a page
_LARGEST, _SMALLEST = 12.0, 4.0  # points: sizes of a text that is to fit its field
_BOXES = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_LISTS = (pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_WIDE = 0.5  # of a letter, in sizes
_STEP = 1.15  # from line to line, in sizes
_HIGH = 0.75  # of a line of a field, in heights of the field


def open_form(pdf: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """Make the fields of a form readable, where there is one; return what of it is not read.

    To be called before any page is opened.
    """
    kind = pdf.get_formtype()
    if kind == pdfium.FORMTYPE_XFA_FULL:
        return ("its form is of the kind XFA, which is not read; print it to PDF in Adobe Reader and open that",)
    if kind != pdfium.FORMTYPE_NONE:
        logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)  # it reports that it lacks XFA, which is told below
        pdf.init_forms()
    if kind == pdfium.FORMTYPE_XFA_FOREGROUND:
        return ("its form holds a second copy of the kind XFA; only its fields on the pages are read",)
    return ()


def form_words(page: pypdfium2.PdfPage, words: Sequence[PlacedWord]) -> list[PlacedWord]:
    """Return the values of the fields of `page` but those that `words`, its text layer, show there already.

    A box to check is one word, "☒" or "☐". Left out: buttons, signatures, passwords, and fields that are
    hidden or have no size.

    Raises:
        PageTooFullError: They have more letters than can be read in reasonable time.
    """
    if page.formenv is None:
        return []
    shown = sorted(words, key=_middle)
    found: list[PlacedWord] = []
    letters = 0
    for annotation in annotations_of(page):
        if annotation.kind == pdfium.FPDF_ANNOT_WIDGET:
            value = _value(page.formenv.raw, annotation.raw)
            letters += len(value)
            if letters > _MOST_LETTERS:
                raise PageTooFullError
            found += _words(value, annotation, page, shown)
    return found


def fill_in(words: Sequence[PlacedWord], filled: Sequence[PlacedWord]) -> list[PlacedWord]:
    """Return the words of a page with those filled into its form where they would be read.

    That is after the word on their left, else before the one on their right, else after those above.
    """
    places = sorted(range(len(words)), key=lambda place: _middle(words[place]))
    middles = [_middle(words[place]) for place in places]
    following: dict[int, list[PlacedWord]] = defaultdict(list)
    for word in filled:
        end = bisect_right(middles, word.bottom)
        beside = places[bisect_left(middles, word.top) : end]
        before = [place for place in beside if words[place].right <= word.left]
        if before:
            place = max(before, key=lambda place: words[place].right)
        elif beside:
            place = min(beside, key=lambda place: words[place].left) - 1
        else:
            place = places[end - 1] if end else -1
        following[place].append(word)
    return [*following[-1], *(each for place, word in enumerate(words) for each in (word, *following[place]))]


def _middle(word: PlacedWord) -> float:
    return (word.top + word.bottom) / 2


def _value(form: object, raw: object) -> str:
    """Return what a field shows."""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, raw)
    if kind in _BOXES:
        return CHECKED if pdfium.FPDFAnnot_IsChecked(form, raw) else EMPTY
    is_secret = pdfium.FPDFAnnot_GetFormFieldFlags(form, raw) & pdfium.FPDF_FORMFLAG_TEXT_PASSWORD
    if kind not in _LISTS and (kind != pdfium.FPDF_FORMFIELD_TEXTFIELD or is_secret):
        return ""
    chosen = _chosen(form, raw) if kind in _LISTS else []
    return "\n".join(chosen) or read_wide(partial(pdfium.FPDFAnnot_GetFormFieldValue, form, raw))


def _chosen(form: object, raw: object) -> list[str]:
    """Return the options of a list that are chosen, as shown."""
    options = range(min(pdfium.FPDFAnnot_GetOptionCount(form, raw), _MOST_OPTIONS))
    return [
        read_wide(partial(pdfium.FPDFAnnot_GetOptionLabel, form, raw, option))
        for option in options
        if pdfium.FPDFAnnot_IsOptionSelected(form, raw, option)
    ]


def _words(
    value: str, annotation: Annotation, page: pypdfium2.PdfPage, shown: Sequence[PlacedWord]
) -> list[PlacedWord]:
    """Return the words of `value` at the places where a viewer sets them, nearly."""
    lines = [clean_characters(line).split() for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    left, top, right, bottom = annotation.place
    is_seen = right - left >= 1 and bottom - top >= 1
    if not (is_seen and any(lines)) or _is_shown([word for line in lines for word in line], annotation, shown):
        return []
    wanted = ctypes.c_float()
    pdfium.FPDFAnnot_GetFontSize(page.formenv.raw, annotation.raw, ctypes.byref(wanted))
    size = wanted.value if wanted.value > 0 else max(_SMALLEST, min(_LARGEST, _HIGH * (bottom - top)))
    if bottom - top > 2 * _STEP * size:
        lines = [piece for line in lines for piece in _wrapped(line, (right - left) / (_WIDE * size))]
    step = min(_STEP * size, (bottom - top) / len(lines))
    start = top if len(lines) > 1 else (top + bottom - step) / 2
    return [
        word for place, line in enumerate(lines) for word in _set(line, left, right, start + place * step, step, size)
    ]


def _is_shown(value: Sequence[str], annotation: Annotation, shown: Sequence[PlacedWord]) -> bool:
    """Tell whether words of the text layer, in order of their height, are the words of a field in its box."""
    left, top, right, bottom = annotation.place
    beside = shown[bisect_left(shown, top, key=_middle) : bisect_right(shown, bottom, key=_middle)]
    return {word.text for word in beside if left <= (word.left + word.right) / 2 <= right}.issuperset(value)


def _wrapped(line: Sequence[str], letters: float) -> Iterator[list[str]]:
    """Yield `line` in pieces of at most so many letters."""
    piece: list[str] = []
    length = 0
    for word in line:
        if piece and length + len(word) > letters:
            yield piece
            piece, length = [], 0
        piece.append(word)
        length += len(word) + 1
    yield piece


def _set(
    line: Sequence[str], left: float, right: float, top: float, height: float, size: float
) -> Iterator[PlacedWord]:
    """Yield the words of a line from `left` on, closer where they would pass `right`."""
    letters = sum(map(len, line)) + len(line) - 1
    letter = min(_WIDE * size, (right - left) / max(letters, 1))
    for word in line:
        end = left + letter * len(word)
        yield PlacedWord(word, left, top, end, top + height, size=size)
        left = end + letter
