"""The notes and links of PDF pages, and the files attached to them."""

import ctypes
import html
import re
from dataclasses import dataclass, replace
from functools import partial

import pypdfium2
import pypdfium2.raw as pdfium

from app.intake.pdf.annotations import Annotation, PlaceOnPage, annotations_of, read_wide
from app.intake.plain.decoding import clean_characters

_KINDS = {
    pdfium.FPDF_ANNOT_TEXT: "note",
    pdfium.FPDF_ANNOT_FREETEXT: "text",
    pdfium.FPDF_ANNOT_LINE: "line",
    pdfium.FPDF_ANNOT_SQUARE: "box",
    pdfium.FPDF_ANNOT_CIRCLE: "circle",
    pdfium.FPDF_ANNOT_POLYGON: "drawing",
    pdfium.FPDF_ANNOT_POLYLINE: "drawing",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "highlight",
    pdfium.FPDF_ANNOT_UNDERLINE: "underline",
    pdfium.FPDF_ANNOT_SQUIGGLY: "squiggly underline",
    pdfium.FPDF_ANNOT_STRIKEOUT: "strikeout",
    pdfium.FPDF_ANNOT_STAMP: "stamp",
    pdfium.FPDF_ANNOT_CARET: "insertion mark",
    pdfium.FPDF_ANNOT_INK: "drawing",
    pdfium.FPDF_ANNOT_REDACT: "redaction mark",
}
_ON_WORDS = frozenset(
    (
        *(pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY),
        *(pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_REDACT, pdfium.FPDF_ANNOT_LINK),
        *(pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE),
    )
)
_TELLING = frozenset((pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_REDACT))
_ADDRESS = re.compile(r"(?:https?|ftp|mailto):\S+", re.IGNORECASE)
_BARE = re.compile(r"www\.\S+", re.IGNORECASE)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)?(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?")
_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH_END = re.compile(r"</p>|<br\s*/?>", re.IGNORECASE)
_LONGEST_ADDRESS = 4_000
_MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note or a link of a page.

    Attributes:
        page: From 1.
        places: What it covers.
        is_on_words: Whether it is about the words it covers, and not only near them.
        target: The address it leads to; "" for a note.
        text: What it says; of marks that say nothing, what they are.
        file: Name of the file attached to it; "" without one.
    """

    page: int
    places: tuple[PlaceOnPage, ...]
    is_on_words: bool
    target: str = ""
    text: str = ""
    author: str = ""
    date: str = ""
    id: str = ""
    reply_to: str = ""
    resolved: bool = False
    file: str = ""


def page_notes(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int) -> tuple[PageNote, ...]:
    """Return the notes and the links to addresses of the page with that number, in the order of the file.

    Left out: fields of forms, links within the document, hidden annotations, marks of no words that say nothing.
    """
    notes: list[PageNote] = []
    done: set[str] = set()
    for annotation in annotations_of(page):
        if annotation.kind == pdfium.FPDF_ANNOT_LINK:
            target = _address(pdf, annotation)
            if target:
                notes.append(PageNote(number, annotation.pieces(), is_on_words=True, target=target))
        elif annotation.kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
            notes.append(replace(_note(page, annotation, number), file=_file_of(annotation)))
        elif annotation.kind in _KINDS:
            note = _note(page, annotation, number)
            if annotation.text("StateModel") == "Review":
                if annotation.text("State") in ("Completed", "Accepted", "Rejected", "Cancelled"):
                    done.add(note.reply_to)
            elif note.text:
                notes.append(note)
    return tuple(replace(note, resolved=True) if note.id in done and not note.target else note for note in notes)


def attached_files(pdf: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """Return the names of the files that are embedded in the PDF, as in a portfolio."""
    count = min(pdfium.FPDFDoc_GetAttachmentCount(pdf.raw), _MOST_FILES)
    handles = (pdfium.FPDFDoc_GetAttachment(pdf.raw, place) for place in range(count))
    return tuple(_file_name(handle) for handle in handles if handle)


def _note(page: pypdfium2.PdfPage, annotation: Annotation, number: int) -> PageNote:
    """Return the note that an annotation is."""
    text = annotation.text("Contents") or _plain(annotation.text("RC"))
    if not text.strip() and annotation.kind in _TELLING:
        text = f"({_KINDS[annotation.kind]})"
    answered = pdfium.FPDFAnnot_GetLinkedAnnot(annotation.raw, b"IRT")
    reply_to = ""
    if answered:
        reply_to = _id(pdfium.FPDFPage_GetAnnotIndex(page.raw, answered), answered, number)
        pdfium.FPDFPage_CloseAnnot(answered)
    return PageNote(
        page=number,
        places=annotation.pieces(),
        is_on_words=annotation.kind in _ON_WORDS,
        text=_lines(text),
        author=clean_characters(annotation.text("T")).strip(),
        date=_stated_date(annotation.text("M") or annotation.text("CreationDate")),
        id=_id(annotation.index, annotation.raw, number),
        reply_to=reply_to,
    )


def _id(index: int, raw: object, number: int) -> str:
    """Return the name of an annotation, or what else is its own: page and place on it."""
    name = read_wide(partial(pdfium.FPDFAnnot_GetStringValue, raw, b"NM"))
    return name or f"{number}-{index}"


def _plain(rich: str) -> str:
    """Return the words of a note in XHTML."""
    return html.unescape(_TAG.sub("", _PARAGRAPH_END.sub("\n", rich)))


def _lines(text: str) -> str:
    lines = (" ".join(clean_characters(line).split()) for line in re.split(r"\r\n?|\n", text))
    return "\n".join(lines).strip()


def _stated_date(text: str) -> str:
    """Return a date of PDF (32000-1 7.9.4) in the way of ISO 8601; "" where it is none."""
    found = _DATE.match(text.strip())
    if found is None:
        return ""
    year, month, day, hour, minute, second, universal, hours, minutes = found.groups()
    date = "-".join(filter(None, (year, month, month and day)))
    if not (day and hour):
        return date
    zone = "Z" if universal else f"{hours}:{minutes or '00'}" if hours else ""
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"


def _address(pdf: pypdfium2.PdfDocument, annotation: Annotation) -> str:
    """Return the address that a link leads to; "" where it is none or not of the web or mail."""
    link = pdfium.FPDFAnnot_GetLink(annotation.raw)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    size = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0)
    if not 1 < size <= _LONGEST_ADDRESS:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, size)
    address = clean_characters(buffer.value.decode("utf-8", "replace")).strip()
    if _BARE.fullmatch(address):
        address = f"http://{address}"
    return address if _ADDRESS.fullmatch(address) else ""


def _file_of(annotation: Annotation) -> str:
    attachment = pdfium.FPDFAnnot_GetFileAttachment(annotation.raw)
    return _file_name(attachment) if attachment else "without a name"


def _file_name(attachment: object) -> str:
    name = read_wide(partial(pdfium.FPDFAttachment_GetName, attachment))
    return " ".join(clean_characters(name).split()) or "without a name"
