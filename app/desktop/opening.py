"""Which files the window opens, and what it asks when one needs more than its name."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.desktop.dialogs.attachment_dialog import AttachmentDialog
from app.desktop.dialogs.password_dialog import PasswordDialog
from app.errors import EncryptedFileError, SeveralDocumentsError
from app.model.document import Opening
from app.service.matters import SUFFIX

KINDS = (
    ("docx", "docm", "dotx", "dotm", "doc"),
    ("pdf",),
    ("odt", "ott", "rtf"),
    ("html", "htm", "xhtml", "mht", "mhtml"),
    ("eml", "msg"),
    ("txt", "md", "markdown"),
)
"""The endings of the files that are read; what a file is, is told by what it holds."""

AS_IT_IS = Opening()


def file_kinds() -> str:
    """Return the choice of kinds in a file dialog: all that are read, each family, any file."""
    names = (_tr("Word"), _tr("PDF"), _tr("OpenDocument and RTF"), _tr("Web pages"), _tr("Messages"), _tr("Text"))
    families = [f"{name} ({_patterns(kinds)})" for name, kinds in zip(names, KINDS, strict=True)]
    everything = f"{_patterns(tuple(kind for kinds in KINDS for kind in kinds))} *{SUFFIX}"
    matters = _tr("Matters ({0})").format(f"*{SUFFIX}")
    return ";;".join((_tr("Documents and matters ({0})").format(everything), *families, matters, _tr("All files (*)")))


def needs_more(error: Exception) -> bool:
    """Return whether the file can be opened once the user says more."""
    return isinstance(error, SeveralDocumentsError) or (isinstance(error, EncryptedFileError) and error.with_password)


def ask_for_more(parent: QWidget, path: Path, opening: Opening, error: Exception) -> Opening | None:
    """Ask what `error` says is missing, and return how to open the file; None if the user turned back."""
    if isinstance(error, SeveralDocumentsError):
        attachment = AttachmentDialog.ask(parent, path.name, error.attachments)
        return None if attachment is None else replace(opening, attachment=attachment)
    password = PasswordDialog.ask(parent, opening.attachment or path.name, again=bool(opening.password))
    return None if password is None else replace(opening, password=password)


def _patterns(kinds: tuple[str, ...]) -> str:
    return " ".join(f"*.{kind}" for kind in kinds)


def _tr(text: str) -> str:
    return QCoreApplication.translate("opening", text)
