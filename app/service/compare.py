"""Two versions of a document as one Word file: the old one with tracked changes that give the new one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.errors import ExportError
from app.model.receipt import RedlineReceipt
from app.ooxml.comparing.comparison import compare_packages
from app.ooxml.package import open_package
from app.service.endings import check_ending
from app.service.files import put_in_place, read_word_file

__all__ = ["Written", "write_comparison"]


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


def write_comparison(old: Path, new: Path, out: Path, *, author: str, when: datetime, formats: bool = True) -> Written:
    """Write the Word file `old` to `out` with tracked changes by `author` that give the Word file `new`.

    Both are compared as they stand with their earlier tracked changes accepted; those of `old` stay in `out`. Without
    `formats` the looks of words that stay are not compared.

    Raises:
        DocumentError: One of the files cannot be read as a Word document.
        ExportError: `out` is one of the two or cannot be written, or ends as no such file, or failed its check.
    """
    data = read_word_file(old)
    package = open_package(data, old)
    other = open_package(read_word_file(new), new)
    check_ending(out, package)
    if out.exists() and out.samefile(new):
        raise ExportError(f"{out.name}: this is the new version itself, which is never written; choose another name")
    compared = compare_packages(package, other, author=author, when=when, formats=formats)
    put_in_place({out: compared.data}, source=old)
    return Written(out, compared.receipt, compared.left)
