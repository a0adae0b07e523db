"""Deployment profiles: read from TOML files, saved under names, refused with what is wrong and allowed.

The command line and the window both take them from here, so they agree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, asdict, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from platformdirs import user_config_path

from app.errors import ProfileError
from app.model.profile import DeploymentProfile, GroupCompany
from app.model.questions import COMPANY_QUESTIONS, QUESTIONS
from app.service.toml_files import is_line, listed, read_toml, shown, suggestion, toml_value, write_toml

_NAME = re.compile(r"[^\W_][\w .()-]{0,79}")
_NEEDS_ONE = ("modalities",)
_MOST = 10**15
_SHARE = "control_percent"
_TYPED = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


def load_profile(choice: Path | None) -> DeploymentProfile:
    """Read the deployment profile that is saved under the name `choice`, or the file there; without, the default one.

    A field that the file leaves out keeps its default; the number of users is the sum over the group where it is given.

    Raises:
        ProfileError: The file cannot be read or says something a profile cannot hold; every mistake is named.
    """
    if choice is None:
        return DeploymentProfile()
    path = _path_of(choice)
    entries = read_toml(path, "profile", ProfileError)
    if problems := list(_problems(entries)):
        raise ProfileError(f"{path.name}: {'; '.join(problems)}")
    if entries.get("group"):
        entries["group"] = [GroupCompany(**company) for company in entries["group"]]
        entries.setdefault("monthly_active_users", _users(entries["group"]))
    entries.update({key: tuple(value) for key, value in entries.items() if isinstance(value, list)})
    return DeploymentProfile(**entries)


def profile_toml(profile: DeploymentProfile) -> str:
    """Return `profile` as the text of a TOML file that `load_profile` reads.

    The sum of users is left out where the companies behind it are listed, so that they can be changed one by one.
    """
    entries = asdict(profile)
    companies = entries.pop("group")
    if companies:
        del entries["monthly_active_users"]
    lines = [f"{key} = {toml_value(value)}" for key, value in entries.items()]
    for company in companies:
        lines += ["", "[[group]]", *(f"{key} = {toml_value(value)}" for key, value in company.items())]
    return "\n".join(lines) + "\n"


def answer_from(field: str, typed: str, form: type = DeploymentProfile) -> Any:  # noqa: ANN401 - as its type says
    """Return what the field `field` of `form` holds for the words `typed`; lists are parted by commas.

    A fixed value may be typed as it is called, in any case: "pictures" for `image`.

    Raises:
        ProfileError: It cannot hold that.
    """
    kind = _kinds(form)[field]
    words = " ".join(typed.split())
    value: object = words
    if kind is bool:
        value = _TYPED.get(words.lower(), words)
    elif kind in (int, float):
        plain = re.sub(r"(?<=\d)[ _,'](?=\d{3}\b)", "", words.removesuffix("%").rstrip())
        value = kind(plain) if re.fullmatch(r"\d{1,16}" if kind is int else r"\d{1,16}(\.\d{1,16})?", plain) else words
    elif get_origin(kind) is tuple:
        chosen = (
            [] if words.lower() in ("", "none") else [_value_called(field, word.strip()) for word in words.split(",")]
        )
        allowed = get_args(get_args(kind)[0])
        for word in chosen:
            if word not in allowed:
                raise ProfileError(f"the answer must be {_several(allowed)}, not {word!r}{suggestion(word, allowed)}")
        value = chosen
    elif get_origin(kind) is Literal:
        value = _value_called(field, words)
    if demand := _unmet_demand(field, value, kind):
        raise ProfileError(f"the answer must be {demand}")
    return tuple(value) if isinstance(value, list) else value


@lru_cache
def _kinds(form: type) -> dict[str, Any]:
    """Return the type of every field of `form`, which is worked out once: the window asks at every key."""
    return get_type_hints(form)


def _several(allowed: Iterable[str]) -> str:
    return f"one or several of {listed(allowed)}, parted by commas"


def _value_called(field: str, typed: str) -> str:
    """Return the fixed value of `field` that is written or called so; `typed` where none is."""
    answers = next(question.answers for question in (*QUESTIONS, *COMPANY_QUESTIONS) if question.field == field)
    names = {name.lower(): value for value, words in answers for name in (words, value)}
    return names.get(typed.lower(), typed)


def saved_profiles() -> tuple[str, ...]:
    """Return the names under which profiles are saved, in order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.toml")))


def save_profile(profile: DeploymentProfile, name: str) -> Path:
    """Save `profile` under `name`, in the place of one that is saved there; return the file, which can be shared.

    Raises:
        ProfileError: `name` cannot be the name of a file, or the file cannot be written.
    """
    if not _NAME.fullmatch(name) or name.endswith("."):
        raise ProfileError(f"{name!r}: a profile is saved under letters, digits, blanks, points and hyphens")
    return write_toml(_folder() / f"{name}.toml", profile_toml(profile), "profile", ProfileError)


def remove_profile(name: str) -> None:
    """Remove the profile that is saved under `name`.

    Raises:
        ProfileError: There is none, or it cannot be removed.
    """
    if name not in saved_profiles():
        raise ProfileError(_unknown(name))
    try:
        (_folder() / f"{name}.toml").unlink()
    except OSError as error:
        raise ProfileError(f"{name}: the profile cannot be removed: {error.strerror}") from error


def _folder() -> Path:
    return user_config_path("counterdraft") / "profiles"


def _path_of(choice: Path) -> Path:
    """Return the file that `choice` names: as it lies, else the one that is saved under this name."""
    if choice.is_file() or len(choice.parts) > 1:
        return choice
    if choice.name in saved_profiles():
        return _folder() / f"{choice.name}.toml"
    if choice.suffix:
        return choice
    raise ProfileError(_unknown(choice.name))


def _unknown(name: str) -> str:
    known = saved_profiles()
    there = f"saved are {listed(known)}" if known else "none is saved yet"
    return f"{name}: there is no such file, and no profile is saved under this name; {there}"


def _users(group: list[GroupCompany]) -> int:
    return sum(company.users_now for company in group if company.is_counted)


def _problems(entries: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the entries of a profile."""
    wrong = list(_problems_of(entries, DeploymentProfile, "a profile"))
    yield from wrong
    stated = entries.get("monthly_active_users")
    if wrong or stated is None or not entries.get("group"):
        return
    counted = _users([GroupCompany(**company) for company in entries["group"]])
    if stated != counted:
        yield (
            f'"monthly_active_users" says {stated}, but the users of the group now add up to {counted} (companies '
            "under control, without planned acquisitions); leave it out, or correct one of them"
        )


def _problems_of(entries: dict[str, Any], form: type, what: str) -> Iterator[str]:
    """Yield what is wrong with the entries of one table of a profile, whose fields are those of `form`."""
    kinds = _kinds(form)
    of_what = "" if form is DeploymentProfile else f" of {what}"
    for key, value in entries.items():
        if key not in kinds:
            yield f'"{key}" is no field of {what}{suggestion(key, kinds)}'
        elif key == "group":
            yield from _problems_of_group(value)
        elif demand := _unmet_demand(key, value, kinds[key]):
            yield f'"{key}"{of_what} must be {demand}'
    for field in fields(form):
        if field.default is MISSING and field.name not in entries:
            yield f'"{field.name}" is missing in {what}'


def _problems_of_group(value: object) -> Iterator[str]:
    if not isinstance(value, list) or not all(isinstance(company, dict) for company in value):
        yield '"group" must be a list of companies, each under [[group]]'
        return
    for number, company in enumerate(value, 1):
        yield from _problems_of(company, GroupCompany, f"company {number} of the group")


def _unmet_demand(key: str, value: object, kind: object) -> str:
    """Return what the field `key` of type `kind` demands, in words, where `value` does not meet it; else ""."""
    is_met, demand = _demand(key, value, kind)
    known = get_args(kind) if get_origin(kind) is Literal else ()
    return "" if is_met else f"{demand}, not {shown(value)}{suggestion(value, known)}"


def _demand(key: str, value: object, kind: object) -> tuple[bool, str]:
    """Return whether the field `key` of type `kind` can hold `value`, and in words what it can hold."""
    if kind is bool:
        return isinstance(value, bool), "true or false"
    if kind is int:
        is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST
        return is_count, "a whole number without separators, such as 50000000"
    if kind is float:
        most = 100 if key == _SHARE else _MOST
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= most
        return is_number, "a number from 0 to 100" if key == _SHARE else "a number, such as 12.5"
    if kind is str:
        return is_line(value) and (key != "name" or bool(str(value).strip())), "words in quotation marks, on one line"
    if get_origin(kind) is Literal:
        return value in get_args(kind), f"one of {listed(get_args(kind))}"
    allowed = get_args(get_args(kind)[0])
    is_choice = isinstance(value, list) and all(item in allowed for item in value)
    return is_choice and (bool(value) or key not in _NEEDS_ONE), f"a list of {listed(allowed)}"
