"""Word files whose bytes depend on nothing but their content: no clock, no machine, no person but the given author."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument

from app.export.tracked_text import xml_text

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_TERMS = "http://purl.org/dc/terms/"
_FIRST = "[Content_Types].xml"
_LONGEST_PROPERTY = 255  # characters that python-docx takes


def word_bytes(document: WordDocument, *, title: str, author: str, when: datetime | None = None) -> bytes:
    """Return `document` as a file dated `when`, or without a date; the same bytes each time."""
    properties = document.core_properties
    properties.title = xml_text(title)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = xml_text(author)[:_LONGEST_PROPERTY]
    properties.revision = 1
    for name in ("created", "modified"):
        if when is None:
            _remove_date(document, name)
        else:
            setattr(properties, name, when)
    properties.comments = ""
    saved = BytesIO()
    document.save(saved)
    return _without_dates(saved.getvalue())


def _remove_date(document: WordDocument, name: str) -> None:
    element = document.core_properties._element  # noqa: SLF001 - python-docx sets dates but removes none
    for date in element.findall(f"{{{_TERMS}}}{name}"):
        element.remove(date)


def _without_dates(data: bytes) -> bytes:
    """Return the zip `data` with its members in order of name and without the time they were written."""
    sealed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(sealed, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            member = ZipInfo(name, _ZIP_DATE)
            member.compress_type = ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return sealed.getvalue()
