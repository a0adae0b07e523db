"""What the user set once for all reviews and exports, in a TOML file, and the library and profile in use.

The command line and the window both take them from here, so they agree. How the window looks is no part of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path, user_config_path, user_documents_path

from app.errors import SettingsError
from app.model.profile import DeploymentProfile
from app.paths import data_dir
from app.service.profiles import load_profile, saved_profiles
from app.service.toml_files import is_line, listed, read_toml, shown, suggestion, toml_value, write_toml

if TYPE_CHECKING:
    from app.model.library import ClauseLibrary


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds where a command or a dialog is not told otherwise.

    Attributes:
        library: Folder of the clause library of one's own; None for the bundled one alone.
        profile: Name of the saved deployment profile; "" for the built-in one.
        author: Name on tracked changes and comments; "" for the user's name on this machine.
        matters: Folder in which new matters are kept; None for `matters_folder` to say.
        undecided: Whether an export holds the proposals on findings that nobody has decided yet.
    """

    library: Path | None = None
    profile: str = ""
    author: str = ""
    matters: Path | None = None
    undecided: bool = True

    @property
    def matters_folder(self) -> Path:
        """The folder in which new matters are kept."""
        return self.matters or user_documents_path() / "Counterdraft"


def settings_file() -> Path:
    """Return the file that holds the settings, which may not be there yet."""
    return user_config_path("counterdraft") / "settings.toml"


def load_settings() -> Settings:
    """Read the settings; what the file leaves out, or all where there is no file, is as at first.

    Raises:
        SettingsError: The file cannot be read or says something that a setting cannot be; every mistake is named.
    """
    path = settings_file()
    if not path.exists():
        return Settings()
    entries = read_toml(path, "file of settings", SettingsError)
    if problems := list(_problems(entries)):
        raise SettingsError(f"{path}: {'; '.join(problems)}")
    folders = {key: Path(value) if value else None for key, value in entries.items() if key in _FOLDERS}
    return Settings(**{**entries, **folders})


def save_settings(settings: Settings) -> Path:
    """Write the settings, all at once or not at all; return the file.

    Raises:
        SettingsError: It cannot be written.
    """
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    lines = [f"{key} = {toml_value(_plain(value))}\n" for key, value in values.items()]
    return write_toml(settings_file(), "".join(lines), "file of settings", SettingsError)


def settings_problems(settings: Settings) -> dict[str, str]:
    """Return what would keep `settings` from being used, by field: what is wrong and what to do."""
    problems = {}
    if settings.library is not None and not settings.library.is_dir():
        problems["library"] = f"There is no folder {settings.library}. Choose the folder that holds your clause files."
    if settings.profile and settings.profile not in saved_profiles():
        problems["profile"] = f'No profile is saved as "{settings.profile}". Choose another.'
    if not is_line(settings.author):
        problems["author"] = "A name of one line is due: tracked changes and comments bear it."
    if settings.matters is not None and not _can_be_folder(settings.matters):
        problems["matters"] = f"{settings.matters} cannot be a folder. Choose another."
    return problems


def library_in_use(choice: Path | None) -> "ClauseLibrary":
    """Load the clause library `choice`; without, that of the settings.

    Raises:
        LibraryError: It has mistakes; all are named.
        SettingsError: The settings name a folder that is not there, or cannot be read.
    """
    return load_clause_library(choice or _settled("library").library)


def profile_in_use(choice: Path | None) -> DeploymentProfile:
    """Load the profile `choice`; without, that of the settings.

    Raises:
        ProfileError: It cannot be read, or says something a profile cannot hold.
        SettingsError: The settings name a profile that is not saved, or cannot be read.
    """
    if choice is None:
        name = _settled("profile").profile
        choice = Path(name) if name else None
    return load_profile(choice)


def library_folder(choice: Path | None) -> Path:
    """Return the folder of the clause library `choice`, else of the bundled one."""
    return choice or data_dir("clause_library")


def load_clause_library(choice: Path | None) -> "ClauseLibrary":
    """Load the clause library `choice`, else the bundled one.

    Raises:
        LibraryError: It has mistakes; all are named.
    """
    from app.library.loader import load_library  # noqa: PLC0415 - the window asks this module for less, and at once

    bundled = data_dir("clause_library")
    return load_library(choice or bundled, bundled, remembered_files())


def remembered_files() -> Path:
    """Return the file in which parsed clause files are kept between runs."""
    return user_cache_path("counterdraft") / "clause-files.json"


_FOLDERS = ("library", "matters")


def _settled(field: str) -> Settings:
    """Return the settings, in which `field` can be used.

    Raises:
        SettingsError: It cannot, or the file cannot be read.
    """
    settings = load_settings()
    if problem := settings_problems(settings).get(field):
        raise SettingsError(f'{settings_file()}: "{field}": {problem}')
    return settings


def _problems(entries: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the entries of the file."""
    known = [field.name for field in fields(Settings)]
    for key, value in entries.items():
        if key not in known:
            yield f'"{key}" is no setting{suggestion(key, known)}; there are {listed(known)}'
        elif key == "undecided":
            if not isinstance(value, bool):
                yield f'"{key}" must be true or false, not {shown(value)}'
        elif not is_line(value):
            yield f'"{key}" must be words in quotation marks, on one line, not {shown(value)}'


def _plain(value: object) -> object:
    """Return `value` as the file has it; no folder is ""."""
    return str(value or "") if isinstance(value, Path | None) else value


def _can_be_folder(path: Path) -> bool:
    """Return whether `path` is a folder, or can be made in one that is there."""
    if path.exists():
        return path.is_dir()
    return path.is_absolute() and next(folder.is_dir() for folder in path.parents if folder.exists())
