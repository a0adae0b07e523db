"""A clause file to begin with, in the folder of a user's library."""

from pathlib import Path

from app.errors import ExportError
from app.library.loader import LIBRARY_FILE
from app.library.skeleton import new_entry, new_head
from app.service.files import put_in_place


def write_entry(name: str, folder: Path, *, title: str = "", group: str = "D") -> tuple[Path, ...]:
    """Write a commented clause file, and `library.yaml` where there is none; return what was written.

    Raises:
        CounterdraftError: There can be no such id or group.
        ExportError: The file is there already, or cannot be written.
    """
    text = new_entry(name, title=title, group=group)
    path = folder / f"{name}.yaml"
    if path.exists():
        raise ExportError(f"{path}: is there already and is never written over; choose another id or folder")
    files = {path: text.encode()}
    head = folder / LIBRARY_FILE
    if not head.exists():
        files[head] = new_head(f"{folder.resolve().name} library").encode()
    put_in_place(files, source=path)
    return tuple(files)
