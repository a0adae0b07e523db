"""Two versions of a document as one Word file: the old one with tracked changes that give the new one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import DocumentError, ExportError
from app.model.receipt import RedlineReceipt
from app.ooxml.comparing.comparison import Compared, compare_packages
from app.ooxml.package import open_package
from app.service.endings import check_ending
from app.service.files import put_in_place, read_word_file

__all__ = ["Written", "are_word_files", "compare_words", "write_comparison"]

_TYPES = b"[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Written:
    """A comparison that was written.

    Attributes:
        path: Of the file.
        receipt: What its changes are, and what was proved of them.
        left: What differs between the two and is not shown as a change, in words.
    """

    path: Path
    receipt: RedlineReceipt
    left: tuple[str, ...]


def are_word_files(*paths: Path) -> bool:
    """Return whether all look like Office files of today, by their first bytes; what cannot be read does not."""
    try:
        return all((data := read_word_file(path)).startswith(b"PK") and _TYPES in data for path in paths)
    except DocumentError:
        return False


def write_comparison(old: Path, new: Path, out: Path, *, author: str, when: datetime, formats: bool = True) -> Written:
    """Write the Word file `old` to `out` with tracked changes by `author` that give the Word file `new`.

    Both are compared as they stand with their earlier tracked changes accepted; those of `old` stay in `out`. Without
    `formats` the looks of words that stay are not compared.

    Raises:
        DocumentError: One of the files cannot be read as a Word document.
        ExportError: `out` is one of the two or cannot be written, or ends as no such file, or failed its check.
    """
    package = open_package(read_word_file(old), old)
    check_ending(out, package)
    _refuse_new(out, new)
    other = open_package(read_word_file(new), new)
    compared = compare_packages(package, other, author=author, when=when, formats=formats)
    put_in_place({out: compared.data}, source=old)
    return Written(out, compared.receipt, compared.left)


def compare_words(
    old: tuple[bytes, Path], new: tuple[bytes, Path], *, author: str, when: datetime, formats: bool = True
) -> Compared:
    """Return the Word file `old`, its bytes with their path, with tracked changes that give the Word file `new`.

    Raises:
        DocumentError: One of the files cannot be read as a Word document.
        ExportError: What was made failed its check.
    """
    packages = [open_package(data, path) for data, path in (old, new)]
    return compare_packages(packages[0], packages[1], author=author, when=when, formats=formats)


def _refuse_new(out: Path, new: Path) -> None:
    if out.exists() and new.exists() and out.samefile(new):
        raise ExportError(f"{out.name}: this is the new version itself, which is never written; choose another name")
