"""What this machine lacks for Counterdraft to run, and the one line that installs it."""

import ctypes
import os
import platform
import re
import sys
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from app.errors import SettingsError
from app.paths import is_bundle

_OLDEST_PYTHON = (3, 11)
_TOOLS = {
    "debian": "apt-get install -y --no-install-recommends",
    "arch": "pacman -S --needed",
    "fedora": "dnf install -y",
    "rhel": "dnf install -y",
    "suse": "zypper install -y",
    "win32": "winget install",
    "darwin": "brew install",
}
"""What installs programs, for each kind of system."""


@dataclass(frozen=True, slots=True)
class SystemLibrary:
    """A shared library that Qt takes from the system, and the packages that hold it.

    Attributes:
        windowed: Whether only a window on an X11 screen needs it, and not Qt as such.
    """

    soname: str
    debian: str
    arch: str
    windowed: bool = False


QT_LIBRARIES = (
    SystemLibrary("libGL.so.1", "libgl1", "libglvnd"),
    SystemLibrary("libEGL.so.1", "libegl1", "libglvnd"),
    SystemLibrary("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    SystemLibrary("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    SystemLibrary("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    SystemLibrary("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    SystemLibrary("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", windowed=True),
    SystemLibrary("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", windowed=True),
    SystemLibrary("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", windowed=True),
    SystemLibrary("libxcb-shape.so.0", "libxcb-shape0", "libxcb", windowed=True),
    SystemLibrary("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", windowed=True),
)


@dataclass(frozen=True, slots=True)
class Option:
    """Something that only some documents need.

    Attributes:
        found: Its name or place; "" where it is not installed.
        serves: The documents that need it.
        remedy: The line that installs it; "" where no line can be told.
    """

    name: str
    found: str
    serves: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found on this machine.

    Attributes:
        python: Version of the running Python.
        python_fits: Whether it is recent enough.
        packages: Python packages that are required and not installed.
        libraries: System libraries of Qt that cannot be loaded; without them there is no window.
        remedy: The line that installs what is missing; "" where nothing is, or no line can be told.
        options: What some documents need, there or not.
        settings: The file of settings in use, or what is wrong with it; "" where packages are missing to tell.
        settings_fit: Whether nothing is wrong with them.
    """

    python: str
    python_fits: bool
    packages: tuple[str, ...]
    libraries: tuple[SystemLibrary, ...]
    remedy: str
    options: tuple[Option, ...] = ()
    settings: str = ""
    settings_fit: bool = True

    @property
    def healthy(self) -> bool:
        """Whether nothing is missing."""
        return self.python_fits and not self.packages and not self.libraries and self.settings_fit


def examine() -> Diagnosis:
    """Examine the machine this runs on."""
    packages = missing_packages()
    libraries = missing_libraries()
    settings, settings_fit = ("", True) if packages else settings_in_use()
    return Diagnosis(
        python=platform.python_version(),
        python_fits=sys.version_info >= _OLDEST_PYTHON,
        packages=packages,
        libraries=libraries,
        remedy=remedy(packages, libraries, distribution(), is_root=_is_root()),
        options=(text_recognition(), office()),
        settings=settings,
        settings_fit=settings_fit,
    )


def settings_in_use() -> tuple[str, bool]:
    """Return the file of settings in use, or what is wrong with it, and whether nothing is."""
    from app.service.settings import load_settings, settings_file, settings_problems  # noqa: PLC0415 - the same

    path = settings_file()
    try:
        problems = settings_problems(load_settings())
    except SettingsError as error:
        return str(error), False
    if problems:
        return f"{path}: {' '.join(problems.values())}", False
    return (str(path) if path.exists() else f"as at first; {path} would hold others"), True


def text_recognition() -> Option:
    """Return which text recognition reads pages that are pictures."""
    from app.intake.ocr.engine import find_engine  # noqa: PLC0415 - the window asks this module for less, and at once

    engine = find_engine()
    if is_bundle():
        install = recognition_remedy(distribution() or {sys.platform}, is_root=_is_root())
    else:
        install = f"{Path(sys.executable)} -m pip install 'counterdraft[ocr]'"
    return Option("Text recognition", engine.name if engine else "", "scans", install)


def office() -> Option:
    """Return which LibreOffice converts old Word files."""
    from app.intake.office.converter import find_office  # noqa: PLC0415 - the same

    install = office_remedy(distribution() or {sys.platform}, is_root=_is_root())
    return Option("LibreOffice", find_office() or "", ".doc files", install)


def office_remedy(systems: AbstractSet[str], *, is_root: bool) -> str:
    """Return the shell line that installs LibreOffice on one of `systems`; "" where no line can be told."""
    packages = {
        "debian": "libreoffice-writer",
        "arch": "libreoffice-still",
        "fedora": "libreoffice-writer",
        "rhel": "libreoffice-writer",
        "suse": "libreoffice-writer",
        "win32": "TheDocumentFoundation.LibreOffice",
        "darwin": "--cask libreoffice",
    }
    return _program_install(packages, systems, is_root=is_root)


def recognition_remedy(systems: AbstractSet[str], *, is_root: bool) -> str:
    """Return the shell line that installs Tesseract on one of `systems`; "" where no line can be told."""
    packages = {
        "debian": "tesseract-ocr",
        "arch": "tesseract tesseract-data-eng",
        "fedora": "tesseract",
        "suse": "tesseract-ocr",
        "win32": "UB-Mannheim.TesseractOCR",
        "darwin": "tesseract",
    }
    return _program_install(packages, systems, is_root=is_root)


def missing_packages() -> tuple[str, ...]:
    """Return the names of the required Python packages that are not installed."""
    required = (re.split(r"[^\w.-]", line)[0] for line in requires("counterdraft") or () if "extra ==" not in line)
    return tuple(name for name in required if not _is_installed(name))


def missing_libraries() -> tuple[SystemLibrary, ...]:
    """Return the system libraries of Qt that cannot be loaded; elsewhere than on Linux, Qt brings its own."""
    if sys.platform != "linux":
        return ()
    return tuple(library for library in QT_LIBRARIES if not _can_load(library.soname))


def distribution() -> frozenset[str]:
    """Return the names of this Linux distribution and those it derives from; empty on other systems."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return frozenset()
    return frozenset((release.get("ID", ""), *release.get("ID_LIKE", "").split())) - {""}


def remedy(
    packages: tuple[str, ...], libraries: tuple[SystemLibrary, ...], distributions: frozenset[str], *, is_root: bool
) -> str:
    """Return the one shell line that installs `libraries` with the system's tool and `packages` with pip.

    The bundle takes no packages in; where it lacks some, it is to be unpacked anew.
    """
    become_root = "" if is_root else "sudo "
    commands = [become_root + command for command in _system_install(libraries, distributions)]
    if packages and not is_bundle():
        commands.append(f"{Path(sys.executable)} -m pip install {' '.join(packages)}")
    return " && ".join(commands)


def _system_install(libraries: tuple[SystemLibrary, ...], distributions: frozenset[str]) -> tuple[str, ...]:
    """Return the commands of the distribution's package tool; none where there is nothing to say."""
    if not libraries:
        return ()
    debian = " ".join(dict.fromkeys(library.debian for library in libraries))
    arch = " ".join(dict.fromkeys(library.arch for library in libraries))
    # RPM packages declare which libraries they provide, so these names do as well as theirs.
    provided = " ".join(f"'{library.soname}()(64bit)'" for library in libraries)
    tools = {
        "debian": ("apt-get update", f"apt-get install -y --no-install-recommends {debian}"),
        "arch": (f"pacman -S --needed {arch}",),
        "fedora": (f"dnf install -y {provided}",),
        "rhel": (f"dnf install -y {provided}",),
        "suse": (f"zypper install -y {provided}",),
    }
    return next((commands for name, commands in tools.items() if name in distributions), ())


def _program_install(packages: Mapping[str, str], systems: AbstractSet[str], *, is_root: bool) -> str:
    """Return the command that installs a program; `packages` hold its name for each kind of system."""
    tool, package = next(((_TOOLS[name], package) for name, package in packages.items() if name in systems), ("", ""))
    if not tool:
        return ""
    become_root = "" if is_root or not systems.isdisjoint(("win32", "darwin")) else "sudo "
    return f"{become_root}{tool} {package}"


def _is_installed(package: str) -> bool:
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True


def _can_load(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
