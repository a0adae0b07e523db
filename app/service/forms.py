"""Standard forms: made of a document, and what is told of those that a document follows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.errors import NoTextError
from app.library.forms import form_file
from app.matching.document_type import recognise
from app.matching.fingerprints import form_units
from app.model.clause import DocumentType
from app.model.document import Document
from app.model.forms import FormChange, RecognisedForm, Recognition, StandardForm
from app.model.review import Review
from app.planning.versions import check_version
from app.service.files import put_in_place


@dataclass(frozen=True, slots=True)
class FormLabel:
    """What is said of a standard form beside its words.

    Attributes:
        document_type: None where it is to be read from the document.
        effective: As in `StandardForm`; so `released`.
    """

    id: str
    title: str
    publisher: str
    document_type: DocumentType | None = None
    family: str = ""
    version: str = ""
    effective: date | None = None
    released: date | None = None


def standard_form(document: Document, label: FormLabel) -> StandardForm:
    """Return the fingerprint of `document`: hashes of its sentences, none of its words.

    Raises:
        NoTextError: There is no sentence in it.
    """
    units, blank_at_end = form_units(document)
    if not units:
        raise NoTextError(document.path, "holds no words of which a standard form could be made")
    return StandardForm(
        id=label.id,
        title=label.title,
        document_type=label.document_type or recognise(document),
        publisher=label.publisher,
        units=units,
        family=label.family,
        version=label.version,
        effective=label.effective,
        released=label.released,
        blank_at_end=blank_at_end,
    )


def write_form(form: StandardForm, path: Path, *, source: Path) -> None:
    """Write the file of `form` to `path`; `source` is the document it was made of, which is not written over.

    Raises:
        ExportError: It cannot be written.
    """
    put_in_place({path: form_file(form).encode()}, source=source)


def version_mismatch(review: Review) -> str:
    """Return what to do where the profile names another version of a family than the document's; else ""."""
    check = check_version(review)
    return check.mismatch if check is not None else ""


def recognition_lines(document: Document, recognition: Recognition | None) -> tuple[str, ...]:
    """Return in words which standard forms `document` follows: a line for each, and one for each place that differs."""
    return tuple(_lines(document, recognition)) if recognition else ()


def _lines(document: Document, recognition: Recognition) -> Iterator[str]:
    for found in recognition.forms:
        whole = len(recognition.forms) == 1 and not recognition.beside
        where = "" if whole else f", {document.place_of(found.first)} to {document.place_of(found.end - 1)}"
        yield f"{found.form.title}{where}: {_verdict(found)}"
        yield from (_place(document, change) for change in found.changes)
    for first, end in recognition.beside:
        yield f"{document.place_of(first)} to {document.place_of(end - 1)}: part of no standard form"


def _verdict(found: RecognisedForm) -> str:
    if found.is_unmodified:
        return "unmodified, word for word"
    count = len(found.changes)
    places = "1 place" if count == 1 else f"{count} places"
    return f"changed in {places}; {found.share:.0%} of the published words stand there as they were"


def _place(document: Document, change: FormChange) -> str:
    here = f"paragraph {change.paragraph + 1} ({document.place_of(change.paragraph)})"
    words = "1 word" if change.words == 1 else f"{change.words} words"
    section = f"“{change.section}”" if change.section else "the beginning"
    match change.kind:
        case "changed":
            return f"  {here}: a sentence of {section} was changed"
        case "added":
            return f"  {here}: {words} added after {section}"
        case "left-out":
            return f"  after {here}: {words} of {section} left out"
        case "moved":
            return f"  {here}: {words} of {section} were moved to here"
