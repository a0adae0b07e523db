"""The clause library in use with texts that are not saved yet, and without the files that have mistakes."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from app.errors import LibraryError
from app.library.loader import load_library
from app.model.library import ClauseLibrary
from app.paths import data_dir
from app.service.settings import remembered_files

_REMEMBERED = "remembered.json"


def library_with(folder: Path | None, texts: Mapping[str, str]) -> tuple[ClauseLibrary, tuple[str, ...]]:
    """Return the library that `folder` extends, with `texts` in place of its files, and what is wrong in files.

    `texts` are by path within the folder. Files with mistakes are left out, so that one does not keep the others from
    being used. Nothing is written into the folder, nor among the files that are remembered between runs.

    Raises:
        LibraryError: The bundled library itself cannot be loaded.
    """
    bundled = data_dir("clause_library")
    with TemporaryDirectory(prefix="counterdraft-") as name:
        remembered = Path(name) / _REMEMBERED
        if remembered_files().is_file():
            shutil.copyfile(remembered_files(), remembered)
        copy = Path(name) / (folder.name if folder is not None else "library")
        problems = list(_copied(folder, texts, copy))
        while any(path.is_file() for path in copy.rglob("*.yaml")):
            try:
                return load_library(copy, bundled, remembered), tuple(problems)
            except LibraryError as error:
                problems.extend(error.problems)
                if not _dropped(copy, error.problems):
                    break
        return load_library(bundled, None, remembered_files()), tuple(problems)


def _copied(folder: Path | None, texts: Mapping[str, str], copy: Path) -> list[str]:
    """Write the files of `folder` and `texts` below `copy`; return which cannot be read."""
    files = {name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    problems = []
    for path in sorted(folder.rglob("*.yaml")) if folder is not None else ():
        name = path.relative_to(folder).as_posix() if folder is not None else path.name
        try:
            files.setdefault(name, path.read_bytes())
        except OSError as error:
            problems.append(f"{path.name}:1: cannot be read: {error.strerror}")
    for name, data in files.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)
    return problems


def _dropped(copy: Path, problems: tuple[str, ...]) -> bool:
    """Remove the files that `problems` name; return whether there was one."""
    named = {line.split(":", 1)[0] for line in problems}
    wrong = [path for path in copy.rglob("*.yaml") if path.name in named]
    for path in wrong:
        path.unlink()
    return bool(wrong)
