"""Every error this program raises on purpose.

    CounterdraftError          exit status 2 unless said otherwise
      DocumentError            the document cannot be used
        UnsupportedFormatError   no reader for what the file holds
        EncryptedFileError       protected by a password
        NoTextError              nothing in it can be read
        OverBudgetError          more pages, nesting, bytes or work than a document can need
        SeveralDocumentsError    a message with several documents: say which
      ProfileError             the deployment profile is wrong
      SettingsError            the file of settings is wrong, or asks for what is not there
      CostError                the figures of a cost worksheet are wrong
      LibraryError             the clause library is wrong: one line a mistake (exit status 3)
      ModelError               the trained model is missing or damaged
      EditsError               the list of edits cannot be used
      ExportError              a file was not written, and why
        ProofError               the written file failed its own check
      MatterError              the file of a matter cannot be used
        MatterInUseError         another window has it open
      Cancelled                the user asked to stop (exit status 130)

A message says what is wrong, where, and what to do, in words for a lawyer.
"""

from collections.abc import Sequence
from pathlib import Path


class CounterdraftError(Exception):
    """Base of all errors shown to the user; `str(error)` is the whole message."""

    exit_code = 2


class DocumentError(CounterdraftError):
    """The document at `path` cannot be reviewed."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path.name or path}: {problem}")
        self.path = path


class UnsupportedFormatError(DocumentError):
    """What the file holds is not a format that can be read."""


class EncryptedFileError(DocumentError):
    """The file is protected; `with_password` says whether its password would open it here."""

    def __init__(self, path: Path, problem: str, *, with_password: bool = True) -> None:
        super().__init__(path, problem)
        self.with_password = with_password


class NoTextError(DocumentError):
    """The file holds no text that can be read."""


class OverBudgetError(DocumentError):
    """Reading the file would take more than a document can need; it was stopped."""


class SeveralDocumentsError(DocumentError):
    """The file is a message with several documents; `attachments` are their names."""

    def __init__(self, path: Path, attachments: Sequence[str]) -> None:
        names = ", ".join(attachments)
        super().__init__(path, f"this message holds several documents ({names}); say which with --attachment NAME")
        self.attachments = tuple(attachments)


class ProfileError(CounterdraftError):
    """The deployment profile cannot be used."""


class SettingsError(CounterdraftError):
    """The settings cannot be used."""


class CostError(CounterdraftError):
    """The figures of a cost worksheet cannot be used."""


class LibraryError(CounterdraftError):
    """The clause library is wrong; `problems` are lines "file:line: field: message"."""

    exit_code = 3

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class ModelError(CounterdraftError):
    """The trained model cannot be used."""


class EditsError(CounterdraftError):
    """The list of edits cannot be used."""


class ExportError(CounterdraftError):
    """A file was not written."""


class ProofError(ExportError):
    """The written file failed its own check and was not put in place."""


class MatterError(CounterdraftError):
    """The file of a matter cannot be used."""


class MatterInUseError(MatterError):
    """Another window has the matter open."""


class Cancelled(CounterdraftError):  # noqa: N818 - not a failure
    """The user asked to stop."""

    exit_code = 130
