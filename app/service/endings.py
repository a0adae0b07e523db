"""How the names of Word files end: Word opens none whose ending does not fit what it holds (ECMA-376-1 11.3.10)."""

from pathlib import Path

from app.errors import ExportError
from app.ooxml.package import Package, open_package

_DOCUMENT = ".docx"
_ENDINGS = {
    "application/vnd.ms-word.document.macroenabled.main+xml": ".docm",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": ".dotx",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": ".dotm",
}
"""What the main part is declared as, in small letters, where that is no plain document."""
_CALLED = {
    ".docx": "a document without macros",
    ".docm": "a document with macros",
    ".dotx": "a template",
    ".dotm": "a template with macros",
}


def ending_of(word: bytes, path: Path) -> str:
    """Return how the name of the Word file `word`, read from `path`, is to end: ".docx", ".docm", ".dotx", ".dotm".

    Raises:
        DocumentError: It is no Word file that can be read.
    """
    return _ending(open_package(word, path))


def check_ending(out: Path, package: Package) -> None:
    """Check that `out` ends as what is written of `package` has to, or as the file that it was read from.

    What is there and no file is left to `put_in_place`, which says so.

    Raises:
        ExportError: It does not.
    """
    ending, asked = _ending(package), out.suffix.lower()
    is_as_it_came = asked in _CALLED and asked == package.path.suffix.lower()
    if asked == ending or is_as_it_came or (out.exists() and not out.is_file()):
        return
    raise ExportError(
        f"{out.name}: nothing was written, for what is written is {_CALLED[ending]}, which Word opens only where the "
        f"name ends in {ending}; name it {out.stem}{ending}"
    )


def _ending(package: Package) -> str:
    return _ENDINGS.get(package.content_type(package.main).lower(), _DOCUMENT)
