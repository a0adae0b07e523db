"""Word 97-2003 files to paragraphs, by way of .docx."""

from dataclasses import replace
from pathlib import Path

from app.intake.blocks import Content, Step
from app.intake.docx.reader import read_docx
from app.intake.office.converter import convert_doc
from app.model.document import Opening


def read_doc(path: Path, data: bytes, opening: Opening, step: Step) -> Content:
    """Return the paragraphs of the old Word file `data`; `word` is the .docx it was converted to.

    Raises:
        UnsupportedFormatError: LibreOffice is missing, or cannot convert it.
    """
    converted = convert_doc(path, data, step)
    content = read_docx(path, converted, opening, step)
    said = "LibreOffice converted this file of Word 97-2003 before it was read"
    return replace(content, kind="doc", word=converted, not_read=(*content.not_read, said))
