"""A file to a Document: the format is chosen by what the file holds, not by its name."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from app.errors import DocumentError, NoTextError
from app.intake.blocks import Content, Step, go_on
from app.intake.decoding import decode_text
from app.intake.parties import find_parties
from app.intake.structure import build_paragraphs
from app.intake.terms import find_terms
from app.intake.text_reader import read_text_blocks
from app.model.document import Document, Opening

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97, and files with a password
_PDF = re.compile(rb"^%PDF-\d", re.MULTILINE)
_PDF_WITHIN = 1024  # bytes that may stand before it


_AS_IT_IS = Opening()


def read_document(path: Path, opening: Opening = _AS_IT_IS, step: Step = go_on) -> Document:
    """Read the contract at `path`.

    Raises:
        UnsupportedFormatError: It is no DOCX, PDF, text or Markdown.
        EncryptedFileError: It asks for a password.
        NoTextError: There is no text in it.
        DocumentError: It cannot be opened.
    """
    data = _read_bytes(path)
    content = _reader_of(data)(path, data, opening, step)
    paragraphs, sections = build_paragraphs(content.blocks)
    if not any(letter.isalnum() for paragraph in paragraphs for letter in paragraph.text):
        raise NoTextError(path, "there is no text in this file; open the file that holds the contract")
    title = next((" ".join(each.text.split()) for each in paragraphs if each.kind == "title"), path.stem)
    terms = find_terms(paragraphs, sections)
    return Document(
        path=path,
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        kind=content.kind,
        title=title,
        paragraphs=paragraphs,
        sections=sections,
        terms=terms,
        parties=find_parties(paragraphs),
        pages=content.pages,
        not_read=content.not_read,
        word=content.word,
        view=opening.view,
        page_list=content.page_list,
        set_aside=content.set_aside,
    )


def _read_bytes(path: Path) -> bytes:
    if path.is_dir():
        raise DocumentError(path, "this is a folder; name the document in it")
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise DocumentError(path, f"there is no such file in {path.parent}; check the name") from error
    except PermissionError as error:
        raise DocumentError(path, "it may not be read; ask for the right to read it, or copy it elsewhere") from error
    except OSError as error:
        raise DocumentError(
            path, f"it cannot be opened ({error.strerror or error}); copy it to this computer"
        ) from error
    if not data.strip(b"\x00 \t\r\n"):
        raise NoTextError(path, "the file is empty; open the file that holds the contract")
    return data


def _reader_of(data: bytes) -> Callable[[Path, bytes, Opening, Step], Content]:
    """Return the reader for what `data` holds. Each reader is imported when it is needed."""
    if data.startswith((*_ZIP, _OLE)):
        from app.intake.docx_reader import read_docx  # noqa: PLC0415

        return read_docx
    if _PDF.search(data[:_PDF_WITHIN]):
        from app.intake.pdf_reader import read_pdf  # noqa: PLC0415

        return read_pdf
    return _read_text


def _read_text(path: Path, data: bytes, _opening: Opening, step: Step) -> Content:
    from app.intake.markdown_reader import is_markdown, read_markdown_blocks  # noqa: PLC0415

    text = decode_text(path, data)
    step(0, 1)
    if path.suffix.lower() in (".md", ".markdown") or is_markdown(text):
        return Content("markdown", read_markdown_blocks(text))
    return Content("text", read_text_blocks(text))
