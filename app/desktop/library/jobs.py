"""What the library window asks of the service.

These functions run in the worker process, and nothing here imports Qt; what is heavy is imported when a job runs.
"""

from pathlib import Path

from app.model.authoring import EntryCheck, EntryText, Shelf, Trial
from app.model.clause import DocumentType
from app.model.document import Document
from app.model.profile import DeploymentProfile
from app.service.jobs import Report, silent


def read_shelf(folder: Path | None, report: Report = silent) -> Shelf:
    """Return the library that `folder` extends."""
    from app.service import library_shelf  # noqa: PLC0415 - see above

    return library_shelf.read_shelf(folder, report)


def check_entry(entry: EntryText, report: Report = silent) -> EntryCheck:
    """Check the text of an entry."""
    from app.service import library_trial  # noqa: PLC0415 - see above

    return library_trial.check_entry(entry, report)


def try_entry(
    document: Document,
    entry: EntryText,
    profile: DeploymentProfile,
    document_type: DocumentType | None = None,
    report: Report = silent,
) -> Trial:
    """Try the text of an entry on `document`.

    Raises:
        LibraryError: The text has mistakes.
    """
    from app.service import library_trial  # noqa: PLC0415 - see above

    return library_trial.try_entry(document, entry, profile, document_type, report)


def changed_entry(name: str, fields: tuple[str, ...], report: Report = silent) -> str:
    """Return the text of a file that sets `fields` of the bundled entry `name`."""
    from app.service import library_shelf  # noqa: PLC0415 - see above

    return library_shelf.changed_entry(name, fields, report)


def begun_entry(name: str, title: str, group: str, report: Report = silent) -> str:
    """Return the text of a new entry.

    Raises:
        CounterdraftError: There can be no such id or group, or it is taken.
    """
    from app.service import library_shelf  # noqa: PLC0415 - see above

    return library_shelf.begun_entry(name, title, group, report)


def rung_wording(name: str, rung: int, report: Report = silent) -> str:
    """Return the wording of a position of the bundled entry `name`."""
    from app.service import library_shelf  # noqa: PLC0415 - see above

    return library_shelf.rung_wording(name, rung, report)
