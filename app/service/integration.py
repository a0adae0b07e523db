"""The program among those of a Linux desktop: in the menu, offered for documents, known by its matters.

What is written belongs to the user who asks and follows the freedesktop.org specifications: Desktop Entry, Shared
MIME-info Database, Icon Theme.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from app.errors import CounterdraftError
from app.paths import data_dir, is_bundle
from app.service.files import put_in_place

_PROGRAM = "counterdraft-desktop"
_ENTRY = Path("applications") / "counterdraft.desktop"
_TYPES = Path("mime") / "packages" / "counterdraft.xml"
_ICON = Path("icons") / "hicolor" / "scalable" / "apps" / "counterdraft.svg"
_FILES = (_ENTRY, _TYPES, _ICON)
_INDEXES = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))
"""The tools that tell running desktops, each with the folder that it looks through; where one is missing, the desktop
looks itself or at the next start."""

_QUOTED = re.compile(r'(["`$\\])')


def user_data_folder() -> Path:
    """Return the folder of this user's own data (XDG Base Directory Specification).

    Raises:
        CounterdraftError: This is no Linux desktop.
    """
    if sys.platform != "linux":
        raise CounterdraftError(
            "the menu and the file manager are set up by the installer on this system, not by a command"
        )
    chosen = os.environ.get("XDG_DATA_HOME", "")
    return Path(chosen) if chosen.startswith("/") else Path.home() / ".local" / "share"


def install(folder: Path) -> tuple[Path, ...]:
    """Write what a desktop needs to know into `folder`, over what stands there, and return the files.

    Raises:
        ExportError: It cannot be written.
    """
    program = _program()
    entry = (data_dir("resources") / "linux" / "counterdraft.desktop").read_text(encoding="utf-8")
    entry = entry.replace(f"TryExec={_PROGRAM}", f"TryExec={_escaped(str(program))}")
    entry = entry.replace(f"Exec={_PROGRAM}", f"Exec={_escaped(_as_argument(program))}")
    contents = {
        _ENTRY: entry.encode(),
        _TYPES: (data_dir("resources") / "linux" / "counterdraft.xml").read_bytes(),
        _ICON: (data_dir("resources") / "icons" / "counterdraft.svg").read_bytes(),
    }
    put_in_place({folder / path: data for path, data in contents.items()}, source=program)
    _tell_desktop(folder)
    return tuple(folder / path for path in _FILES)


def uninstall(folder: Path) -> tuple[Path, ...]:
    """Remove from `folder` what `install` wrote, and return the files that were there.

    Raises:
        CounterdraftError: One of them cannot be removed.
    """
    there = tuple(folder / path for path in _FILES if (folder / path).is_file())
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise CounterdraftError(f"{path}: cannot be removed ({error.strerror}); remove it yourself") from error
    if there:
        _tell_desktop(folder)
    return there


def _program() -> Path:
    """Return the program that opens the window: of the bundle, or of the environment that this runs in."""
    if is_bundle():
        return Path(sys.executable).with_name(_PROGRAM)
    return Path(sysconfig.get_path("scripts")) / _PROGRAM


def _as_argument(program: Path) -> str:
    """Return `program` quoted for an Exec key, in which % begins a field code (Desktop Entry Specification, 7)."""
    return '"' + _QUOTED.sub(r"\\\1", str(program)).replace("%", "%%") + '"'


def _escaped(value: str) -> str:
    """Return `value` as a string of a desktop entry (Desktop Entry Specification, 4)."""
    return value.replace("\\", "\\\\")


def _tell_desktop(folder: Path) -> None:
    for name, part in _INDEXES:
        tool = shutil.which(name)
        if tool and (folder / part).is_dir():
            subprocess.run([tool, str(folder / part)], check=False, capture_output=True)  # noqa: S603 - the tool found, a folder of ours
