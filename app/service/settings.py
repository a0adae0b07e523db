"""What changes a review beside the document: the deployment profile and the clause library.

The command line and the window both take them from here, so they agree.
"""

import json
import math
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, asdict, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

from platformdirs import user_cache_path

from app.errors import ProfileError
from app.library.loader import load_library
from app.model.library import ClauseLibrary
from app.model.profile import DeploymentProfile, GroupCompany
from app.paths import data_dir


def load_profile(path: Path | None) -> DeploymentProfile:
    """Read the deployment profile at `path`; without one, return the default profile.

    A field that the file leaves out keeps its default.

    Raises:
        ProfileError: The file cannot be read or says something a profile cannot hold; every mistake is named.
    """
    if path is None:
        return DeploymentProfile()
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProfileError(f"{path.name}: the profile cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ProfileError(f"{path.name}: the profile is not a text file; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{path.name}: the profile is not valid TOML: {error}") from error
    if problems := list(_problems(entries)):
        raise ProfileError(f"{path.name}: {'; '.join(problems)}")
    if "group" in entries:
        entries["group"] = [GroupCompany(**company) for company in entries["group"]]
    entries.update({key: tuple(value) for key, value in entries.items() if isinstance(value, list)})
    return DeploymentProfile(**entries)


def profile_toml(profile: DeploymentProfile) -> str:
    """Return `profile` as the text of a TOML file that `load_profile` reads."""
    entries = asdict(profile)
    companies = entries.pop("group")
    lines = [f"{key} = {_toml_value(value)}" for key, value in entries.items()]
    for company in companies:
        lines += ["", "[[group]]", *(f"{key} = {_toml_value(value)}" for key, value in company.items())]
    return "\n".join(lines) + "\n"


def library_folder(choice: Path | None) -> Path:
    """Return the folder of the clause library in use: the user's choice, else the bundled one."""
    return choice or data_dir("clause_library")


def load_clause_library(choice: Path | None) -> ClauseLibrary:
    """Load the clause library in use.

    Raises:
        LibraryError: It has mistakes; all are named.
    """
    bundled = data_dir("clause_library")
    return load_library(choice or bundled, bundled, user_cache_path("counterdraft") / "clause-files.json")


def _problems(entries: dict[str, object]) -> Iterator[str]:
    """Yield what is wrong with each entry of a profile."""
    yield from _problems_of(entries, DeploymentProfile, "a profile")


def _problems_of(entries: dict[str, object], form: type, what: str) -> Iterator[str]:
    """Yield what is wrong with the entries of one table of a profile, whose fields are those of `form`."""
    kinds = get_type_hints(form)
    for key, value in entries.items():
        if key not in kinds:
            yield f'"{key}" is no field of {what}{_suggestion(key, kinds)}'
        elif key == "group":
            yield from _problems_of_group(value)
        elif demand := _unmet_demand(value, kinds[key]):
            yield f'"{key}" must be {demand}'
        elif key == "name" and not str(value).strip():
            yield '"name" must not be empty'
    for field in fields(form):
        if field.default is MISSING and field.name not in entries:
            yield f'"{field.name}" is missing in {what}'


def _problems_of_group(value: object) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(company, dict) for company in value):
        yield '"group" must be a list of companies, each under [[group]]'
        return
    for number, company in enumerate(value, 1):
        yield from _problems_of(company, GroupCompany, f"company {number} of the group")


def _unmet_demand(value: object, kind: object) -> str:
    """Return what a field of type `kind` demands, in words, where `value` does not meet it; "" where it does."""
    if kind is bool:
        return "" if isinstance(value, bool) else f"true or false, not {value!r}"
    if kind is int:
        is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return "" if is_count else f"a whole number without separators, such as 50000000, not {value!r}"
    if kind is float:
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < math.inf
        return "" if is_number else f"a number, such as 12.5, not {value!r}"
    if kind is str:
        return "" if isinstance(value, str) else f"words in quotation marks, not {value!r}"
    if get_origin(kind) is Literal:
        allowed = get_args(kind)
        return "" if value in allowed else f"one of {_listed(allowed)}, not {value!r}{_suggestion(value, allowed)}"
    allowed = get_args(get_args(kind)[0])
    is_choice = isinstance(value, list) and all(item in allowed for item in value)
    return "" if is_choice else f"a list of {_listed(allowed)}, not {value!r}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def _suggestion(value: object, known: Iterable[str]) -> str:
    """Return the known word nearest to `value` as a question."""
    names = tuple(known)
    near = get_close_matches(str(value).lower(), [name.lower() for name in names], n=1)
    return f'; did you mean "{next(name for name in names if name.lower() == near[0])}"?' if near else ""


def _toml_value(value: object) -> str:
    """Return `value` as TOML writes it, which for our kinds of value is as JSON does."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
