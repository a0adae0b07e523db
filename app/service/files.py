"""Files put in their place: all of them or none, and never over the document they were made from."""

from collections.abc import Mapping
from pathlib import Path

from app.errors import ExportError


def put_in_place(files: Mapping[Path, bytes], *, source: Path) -> None:
    """Write `files` under other names beside their places, then move all into place; undo all if one move fails.

    Raises:
        ExportError: One of them is `source`, the document they were made from, or cannot be written.
    """
    former: dict[Path, bytes | None] = {}
    parts = {path: path.with_name(f".{path.name}.part") for path in files}
    try:
        for path, data in files.items():
            _refuse_source(path, source)
            if path.parent.is_file():
                raise ExportError(f"{path.parent}: this is a file; nothing was written; name a folder")
            path.parent.mkdir(parents=True, exist_ok=True)
            parts[path].write_bytes(data)
        for path, part in parts.items():
            before = path.read_bytes() if path.exists() else None
            part.replace(path)
            former[path] = before
    except OSError as error:
        _undo(former)
        folder = next(iter(files)).parent
        raise ExportError(
            f"{folder}: nothing was written ({error.strerror or error}); choose a folder that you may write to, and "
            "close the files in it that are open elsewhere"
        ) from error
    finally:
        for part in parts.values():
            if part.is_file():
                part.unlink()


def _refuse_source(path: Path, source: Path) -> None:
    if path.exists() and source.exists() and path.samefile(source):
        raise ExportError(
            f"{path.name}: this is the document itself, which is never written over; choose another folder"
        )


def _undo(former: Mapping[Path, bytes | None]) -> None:
    """Give each path the content it had; None for none."""
    for path, data in former.items():
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)
