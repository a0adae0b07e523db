"""A library as a workbook or a playbook, and back, for people without an editor for clause files."""

import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from app.errors import ExportError, LibraryError
from app.export.library_workbook import library_workbook
from app.export.playbook import playbook
from app.library.gathered import GatheredFiles, gather, told_places
from app.library.loader import LIBRARY_FILE, clause_files, guidance_files, load_library
from app.library.parsed import ParsedFiles
from app.library.rows import rows_of
from app.library.sheets import chapters_of, sheets_of
from app.library.tables_read import read_playbook, read_workbook
from app.library.written import as_yaml
from app.paths import data_dir
from app.service.files import put_in_place
from app.service.settings import load_clause_library, remembered_files

_MAKERS = (".xlsx", ".docx")


def export_library(folder: Path, out: Path) -> None:
    """Write the clause types and the guidance in `folder` as a workbook or a playbook, as the ending of `out` says.

    Standard forms and families are left out: they are made from documents, not written.

    Raises:
        LibraryError: The library has mistakes.
        ExportError: The ending is another, or the file cannot be written.
    """
    ending = _ending(out)
    library = load_clause_library(folder)
    rows = rows_of(folder, ParsedFiles(remembered_files()))
    title = f"{library.title} {library.version}" if library.version != library.title else library.title
    data = library_workbook(sheets_of(rows), title) if ending == ".xlsx" else playbook(chapters_of(rows), title)
    put_in_place({out: data}, source=folder)


def import_library(file: Path, out: Path, *, is_forced: bool = False) -> tuple[Path, ...]:
    """Write the clause files that a workbook or a playbook describes to `out`, and return their paths.

    Raises:
        LibraryError: The file has mistakes; each is named with its place there.
        ExportError: There is no such file, its ending is another, or one that is there already would be written over
            without force.
    """
    if not file.is_file():
        raise ExportError(f"{file}: there is no such file; check the name")
    read = read_workbook if _ending(file) == ".xlsx" else read_playbook
    gathered = gather(read(file))
    if not gathered.files and not gathered.problems:
        raise LibraryError([f"{file.name}: holds no rows of a clause library; export one to see how it looks"])
    if gathered.problems:
        raise LibraryError(gathered.problems)
    written = {path: as_yaml(each.fields) for path, each in gathered.files.items()}
    _check(written, gathered)
    files = {out / path: data for path, data in written.items()}
    there = [path for path in files if path.exists()]
    if there and not is_forced:
        raise ExportError(f"{there[0]}: is there already; choose another folder, or write over it with --force")
    put_in_place(files, source=file)
    return tuple(files)


def other_files(folder: Path, files: Collection[Path]) -> tuple[Path, ...]:
    """Return the clause files and the guidance in `folder` that are none of `files`."""
    return tuple(path for path in (*clause_files(folder), *guidance_files(folder)) if path not in files)


def _check(written: Mapping[str, bytes], gathered: GatheredFiles) -> None:
    """Load the files `written` as a library from a folder of their own.

    Raises:
        LibraryError: They have mistakes; each is named with its place in the tables.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, data in {LIBRARY_FILE: b"title: ''\n", **written}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        try:
            load_library(folder, data_dir("clause_library"), remembered_files())
        except LibraryError as error:
            raise LibraryError(tuple(told_places(error.problems, gathered))) from error


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in _MAKERS:
        raise ExportError(
            f"{path.name}: a library is exported to, and imported from, {' or '.join(_MAKERS)}; name one so"
        )
    return ending
